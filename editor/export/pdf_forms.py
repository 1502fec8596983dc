"""What a picture draws more than once: boxes, arts and bitmaps, kept once in the PDF."""

from __future__ import annotations

from editor.export import pdf_syntax as syntax
from editor.export.pdf_bitmaps import embed
from editor.export.pdf_document import Document, Reference
from editor.picture.frame import Art, Bitmap, Box
from editor.picture.paint import Stroke

BoxLook = tuple[float, float, float, str | None, Stroke | None]
"""All that two boxes have in common that look the same: width, height, radius, fill, stroke."""


class Forms:
    """The reusable drawings of one document, added to it when they are first (boxes: twice) used."""

    def __init__(self, document: Document) -> None:
        self.resources: dict[str, Reference] = {}
        self._document = document
        self._drawn: dict[BoxLook, str] = {}
        self._repeated: dict[BoxLook, str] = {}
        self._arts: dict[Art, str] = {}
        # Comparing arts shape by shape is slow; the same object needs no comparing.
        self._known_arts: dict[int, tuple[Art, str]] = {}
        self._bitmaps: dict[str, str] = {}

    def box(self, box: Box) -> str:
        """Return operators that draw a box with its corner at the origin: in full once, then by name."""
        look = (round(box.rect.w, 2), round(box.rect.h, 2), box.radius, box.fill, box.stroke)
        if look in self._repeated:
            return self._repeated[look]
        if look not in self._drawn:
            self._drawn[look] = syntax.styled(box, syntax.rectangle(0, 0, *look[:3]))
            return self._drawn[look]
        margin = box.stroke.width if box.stroke else 0.0
        bounds = (-margin, -margin, look[0] + margin, look[1] + margin)
        self._repeated[look] = self._add("B", self._drawn[look], bounds)
        return self._repeated[look]

    def art(self, art: Art) -> str:
        """Return the operator that draws an art in the unit square."""
        if id(art) not in self._known_arts:
            if art not in self._arts:
                shapes = (syntax.styled(s, syntax.path(s.path, fine=True)) for s in art.shapes)
                self._arts[art] = self._add("A", "\n".join(shapes), (-1, -1, 2, 2))
            self._known_arts[id(art)] = (art, self._arts[art])
        return self._known_arts[id(art)][1]

    def bitmap(self, bitmap: Bitmap) -> str:
        """Return the operator that draws a bitmap in the unit square, its top at 1."""
        if bitmap.digest not in self._bitmaps:
            self._bitmaps[bitmap.digest] = self._name("I", embed(self._document, bitmap))
        return self._bitmaps[bitmap.digest]

    def _add(self, kind: str, content: str, bounds: tuple[float, float, float, float]) -> str:
        box = " ".join(f"{edge:.2f}" for edge in bounds)
        entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": f"[{box}]", "Resources": "<< >>"}
        return self._name(kind, self._document.add_stream(content.encode("ascii"), entries))

    def _name(self, kind: str, reference: Reference) -> str:
        name = f"{kind}{len(self.resources) + 1}"
        self.resources[name] = reference
        return f"/{name} Do"
