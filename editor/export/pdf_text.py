"""Lines of glyph runs as PDF text that looks right and is copied and searched in logical order.

What PDF readers do with right-to-left text was measured with poppler and pdfium; hence the rules:
glyphs stand in visual order; every character of the source has a code of its own, empty ones for those
without a glyph (the second half of a ligature, the zero-width non-joiner, marks, which are filled as
outlines so that all text stays on the baseline); signs of direction hold neutral characters in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from editor.export.clusters import clusters, glyph_texts
from editor.export.faces import Face
from editor.export.pdf_codes import FaceCodes
from editor.export.pdf_strips import FaceLetters, Piece, Strip, strips
from editor.export.reading_order import from_right_to_left, is_misread, loses_characters
from editor.picture.geometry import Path
from editor.picture.words import REGULAR, GlyphRun, ShapedText, TextBlock


@dataclass(frozen=True, slots=True)
class Inked:
    """A glyph that is filled as an outline, placed at (x, y) em from the start of the baseline."""

    outline: Path
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class EncodedLine:
    """One line of a text ready for a content stream; a hidden one is only there to be read."""

    strips: tuple[Strip, ...]
    inked: tuple[Inked, ...]
    hidden: bool = False


class Typesetter:
    """Encodes the texts of one document and keeps the codes of the faces they use."""

    def __init__(self, faces: Callable[[str], Face], rtl: bool) -> None:
        """Take faces by name from `faces`; `rtl` tells that readers take the page for right-to-left."""
        self._used: dict[str, FaceLetters] = {}
        self._faces = faces
        self._rtl = rtl
        self._encoded: dict[int, tuple[ShapedText, tuple[EncodedLine, ...]]] = {}

    def used(self) -> list[FaceCodes]:
        """Return the codes of all faces used so far."""
        return [face.codes for face in self._used.values()]

    def lines(self, block: TextBlock) -> tuple[EncodedLine, ...]:
        """Return the encoded lines of a block; equal texts that were shaped once are encoded once."""
        key = id(block.shaped)
        if key not in self._encoded:
            lines = zip(block.shaped.lines, block.shaped.runs(), strict=True)
            encoded = tuple(self._line(block.text[of.start : of.end], of.rtl, runs) for of, runs in lines)
            self._encoded[key] = (block.shaped, encoded)
        return self._encoded[key][1]

    def _line(self, text: str, rtl: bool, runs: tuple[GlyphRun, ...]) -> EncodedLine:
        pieces = [self._piece(run) for run in runs]
        if is_misread(runs, rtl, self._rtl):
            read = [self._piece(run) for run in from_right_to_left(runs)]
            drawn = chain.from_iterable(_glyphs(piece, range(len(piece.run.gids))) for piece in pieces)
            return EncodedLine(strips(read, signed=True), tuple(drawn), hidden=True)
        signed = self._rtl or loses_characters(text) or any(run.rtl for run in runs)
        marks = chain.from_iterable(_glyphs(piece, _beside_text(piece)) for piece in pieces)
        return EncodedLine(strips(pieces, signed), tuple(marks))

    def _piece(self, run: GlyphRun) -> Piece:
        face = self._letters_for(run)
        if texts := glyph_texts(run):
            return Piece(run, face, texts)
        return Piece(run, face, clusters=clusters(run, face.codes.face.advance))

    def _letters_for(self, run: GlyphRun) -> FaceLetters:
        """Return the letters of the run's face, or of the regular one if the run brings outlines."""
        name = REGULAR if run.outlines else run.face
        if name not in self._used:
            self._used[name] = FaceLetters(FaceCodes(self._faces(name), f"F{len(self._used) + 1}"))
        return self._used[name]


def _beside_text(piece: Piece) -> Iterable[int]:
    """Return the glyphs that are no text: marks, and all glyphs of faces that are not bundled."""
    if piece.texts:
        return ()
    mains = {cluster.main for cluster in piece.clusters}
    return (i for i in range(len(piece.run.gids)) if i not in mains)


def _glyphs(piece: Piece, indexes: Iterable[int]) -> Iterable[Inked]:
    run = piece.run
    for i in indexes:
        outline = run.outlines[i] if run.outlines else piece.face.codes.face.outline(run.gids[i])
        if outline.commands:
            yield Inked(outline, run.xs[i], run.ys[i])
