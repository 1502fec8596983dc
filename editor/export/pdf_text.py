"""Lines of glyph runs as PDF text that looks right and is copied and searched in logical order.

What PDF readers do with right-to-left text was measured with poppler and pdfium; hence the rules:
glyphs stand in visual order; every character of the source has a code of its own, zero-width ones for
those without a glyph (the second half of a ligature, the zero-width non-joiner, marks, which are filled
as outlines so that all text stays on the baseline); signs of direction hold neutral characters in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter
from unicodedata import bidirectional, mirrored

from editor.export.clusters import Cluster, clusters, is_plain
from editor.export.faces import Face
from editor.export.pdf_codes import Code, FaceCodes
from editor.picture.geometry import Path
from editor.picture.words import REGULAR, GlyphRun, ShapedText, TextBlock

RLM, LRM = "\u200f", "\u200e"
_SIGNED = frozenset(".,،:-/%٪+")
"""Characters that readers take for parts of numbers: each needs an RLM after it at an odd level."""

_MIRRORED = frozenset(filter(mirrored, map(chr, range(0x3040)))) | {"…"}
"""Characters that pdfium turns round at an odd level unless an LRM stands before and an RLM after them."""

_LOOSE = _SIGNED | _MIRRORED

_STRONG = {True: ("R", "AL"), False: ("L", "EN", "AN")}
"""By right-to-left or not: bidirectional classes at a run's edge that readers keep in the run."""

_TOLERANCE = 0.0004
"""Em by which the pen may be off before it is moved: under one unit of the face."""

Placed = tuple[Code, float | None]
"""A code and the x in em where it stands, None for "where the pen is"."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Codes of one face shown one after another from `x` em on; `operator` shows them."""

    resource: str
    x: float
    operator: str


@dataclass(frozen=True, slots=True)
class Inked:
    """A glyph that is filled as an outline, placed at (x, y) em from the start of the baseline."""

    outline: Path
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class EncodedLine:
    """One line of a text ready for a content stream."""

    strips: tuple[Strip, ...]
    inked: tuple[Inked, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run with the codes of its face, and its clusters unless every glyph is one character."""

    run: GlyphRun
    codes: FaceCodes
    clusters: list[Cluster] | None


class Typesetter:
    """Encodes the texts of one document and keeps the codes of the faces they use."""

    def __init__(self, faces: Callable[[str], Face], rtl: bool) -> None:
        """Take faces by name from `faces`; `rtl` is the direction of the whole document."""
        self.used: dict[str, FaceCodes] = {}
        self._faces = faces
        self._rtl = rtl
        self._encoded: dict[int, tuple[ShapedText, tuple[EncodedLine, ...]]] = {}

    def lines(self, block: TextBlock) -> tuple[EncodedLine, ...]:
        """Return the encoded lines of a block; equal texts that were shaped once are encoded once."""
        key = id(block.shaped)
        if key not in self._encoded:
            lines = tuple(self._line(runs) for runs in block.shaped.runs())
            self._encoded[key] = (block.shaped, lines)
        return self._encoded[key][1]

    def _line(self, runs: tuple[GlyphRun, ...]) -> EncodedLine:
        signed = self._rtl or any(run.rtl for run in runs)
        pieces = [self._piece(run) for run in runs]
        strips = tuple(
            _strip(codes, chain.from_iterable(_placed(piece, signed) for piece in group))
            for codes, group in groupby(pieces, attrgetter("codes"))
        )
        return EncodedLine(strips, tuple(chain.from_iterable(map(_inked, pieces))))

    def _piece(self, run: GlyphRun) -> _Piece:
        codes = self._codes_for(run)
        parsed = None if is_plain(run) else clusters(run, codes.face.advance)
        return _Piece(run, codes, parsed)

    def _codes_for(self, run: GlyphRun) -> FaceCodes:
        """Return the codes of the run's face, or of the regular one if the run brings outlines."""
        face = REGULAR if run.outlines else run.face
        if face not in self.used:
            self.used[face] = FaceCodes(self._faces(face), f"F{len(self.used) + 1}")
        return self.used[face]


def _strip(codes: FaceCodes, placed: Iterable[Placed]) -> Strip:
    """Write the codes as one TJ operator, moving the pen where it is not where a glyph stands."""
    items = list(placed)
    start = pen = next((x for _, x in items if x is not None), 0.0)
    shown: list[str] = []
    for (code, width), x in items:
        if x is not None and not -_TOLERANCE < (gap := x - pen) < _TOLERANCE:
            shown.append(f">{gap * -1000:.2f}<")
            pen = x
        shown.append(code)
        pen += width
    return Strip(codes.resource, start, f"[<{''.join(shown)}>] TJ")


def _placed(piece: _Piece, signed: bool) -> Iterable[Placed]:
    """Return the codes of a run in visual order, with signs of direction where readers need them."""
    inner = _plain(piece) if piece.clusters is None else _clustered(piece, piece.clusters)
    return chain.from_iterable(_between_signs(piece, inner)) if signed else inner


def _plain(piece: _Piece) -> Iterable[Placed]:
    run, codes = piece.run, piece.codes
    text = run.text[::-1] if run.rtl else run.text
    placed = zip(map(codes.shown.__getitem__, zip(run.gids, text, strict=True)), run.xs, strict=True)
    if run.rtl and not _LOOSE.isdisjoint(text):
        pairs = zip(text, placed, strict=True)
        return chain.from_iterable(reversed(_held(codes, char, item)) for char, item in pairs)
    return placed


def _clustered(piece: _Piece, parsed: list[Cluster]) -> Iterator[Placed]:
    for cluster in parsed:
        placed = zip(cluster.text, _of_cluster(piece, cluster), strict=True)
        if piece.run.rtl:
            held = chain.from_iterable(_held(piece.codes, char, item) for char, item in placed)
            yield from reversed(list(held))
        else:
            yield from (item for _, item in placed)


def _of_cluster(piece: _Piece, cluster: Cluster) -> Iterator[Placed]:
    """Yield a code per character, in logical order: one has the main glyph, the others show nothing."""
    run, codes = piece.run, piece.codes
    for position, char in enumerate(cluster.text):
        if position != cluster.lead:
            yield codes.empty(char), None
        elif cluster.main is None:
            yield codes.empty(char, cluster.width), cluster.x
        else:
            yield codes.shown[run.gids[cluster.main], char], cluster.x


def _held(codes: FaceCodes, char: str, placed: Placed) -> tuple[Placed, ...]:
    """Return a character of a right-to-left run with the signs that hold it, in logical order."""
    if char in _SIGNED:
        return placed, (codes.empty(RLM), None)
    if char in _MIRRORED:
        return (codes.empty(LRM), None), placed, (codes.empty(RLM), None)
    return (placed,)


def _between_signs(piece: _Piece, inner: Iterable[Placed]) -> Iterator[Iterable[Placed]]:
    text, rtl = piece.run.text, piece.run.rtl
    sign = [(piece.codes.empty(RLM if rtl else LRM), None)]
    left, right = (text[-1:], text[:1]) if rtl else (text[:1], text[-1:])
    if _is_weak(left, rtl):
        yield sign
    yield inner
    if _is_weak(right, rtl):
        yield sign


def _is_weak(char: str, rtl: bool) -> bool:
    return bool(char) and bidirectional(char) not in _STRONG[rtl]


def _inked(piece: _Piece) -> Iterable[Inked]:
    """Return the glyphs that are no text: marks, and all glyphs of faces that are not bundled."""
    run = piece.run
    if run.outlines:
        return map(Inked, run.outlines, run.xs, run.ys)
    if piece.clusters is None:
        return ()
    mains = {cluster.main for cluster in piece.clusters}
    marks = (i for i in range(len(run.gids)) if i not in mains)
    return (Inked(piece.codes.face.outline(run.gids[i]), run.xs[i], run.ys[i]) for i in marks)
