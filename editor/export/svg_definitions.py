"""What an SVG draws more than once: glyphs, arts and bitmaps, each defined where it is first needed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

from editor.export import svg_syntax as syntax
from editor.export.bitmaps import opened
from editor.export.faces import Face
from editor.picture.frame import Art, Bitmap
from editor.picture.geometry import Path
from editor.picture.words import GlyphRun

GLYPH_UNITS = 1000
"""Units of a defined glyph in one em."""


class Definitions:
    """Named drawings of one SVG, numbered in the order in which they are first used."""

    def __init__(self, faces: Callable[[str], Face]) -> None:
        """Take faces by name from `faces`."""
        self.elements: list[str] = []
        self._faces = faces
        self._known_faces: dict[str, Face] = {}
        self._names: dict[object, str] = {}

    def glyph(self, run: GlyphRun, index: int) -> str:
        """Return the name of a glyph in thousandths of an em, "" if it has no ink."""
        if run.outlines:
            return self._outline(run.outlines[index], run.outlines[index])
        key = (run.face, run.gids[index])
        return self._names[key] if key in self._names else self._outline(key, self._drawn(*key))

    def art(self, art: Art) -> str:
        """Return the name of an art in the unit square."""
        if art not in self._names:
            shapes = "".join(syntax.shape(shape, digits=4) for shape in art.shapes)
            self._define(art, "a", lambda name: f"<g{syntax.attributes(id=name)}>{shapes}</g>")
        return self._names[art]

    def bitmap(self, bitmap: Bitmap) -> str:
        """Return the name of a bitmap in the unit square; raises BadBitmap if it cannot be read."""
        if bitmap.digest not in self._names:
            kind = (opened(bitmap).format or "").lower()
            address = f"data:image/{kind};base64,{b64encode(bitmap.data).decode('ascii')}"
            shown = syntax.attributes(width="1", height="1", preserveAspectRatio="none", xlink__href=address)
            self._define(bitmap.digest, "i", lambda name: f"<image{syntax.attributes(id=name)}{shown}/>")
        return self._names[bitmap.digest]

    def clip(self, outline: Path) -> str:
        """Return the name of a clip; clips are not shared."""
        inner = f"<path{syntax.attributes(d=syntax.path_data(outline))}/>"
        return self._define(
            object(), "c", lambda name: f"<clipPath{syntax.attributes(id=name)}>{inner}</clipPath>"
        )

    def _drawn(self, face: str, gid: int) -> Path:
        if face not in self._known_faces:
            self._known_faces[face] = self._faces(face)
        return self._known_faces[face].outline(gid)

    def _outline(self, key: object, outline: Path) -> str:
        if key in self._names:
            return self._names[key]
        if not outline.commands:
            self._names[key] = ""
            return ""
        shape = syntax.attributes(d=syntax.path_data(outline, GLYPH_UNITS, digits=0))
        return self._define(key, "g", lambda name: f"<path{syntax.attributes(id=name)}{shape}/>")

    def _define(self, key: object, kind: str, element: Callable[[str], str]) -> str:
        name = f"{kind}{len(self.elements) + 1}"
        self._names[key] = name
        self.elements.append(element(name))
        return name
