"""Glyph runs as strips of codes, with what readers need to copy and search them in logical order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter
from unicodedata import bidirectional, mirrored

from editor.export.clusters import Cluster
from editor.export.pdf_codes import HAIR, Code, FaceCodes
from editor.export.reading_order import NUMERIC, loses_characters
from editor.picture.words import GlyphRun

RLM, LRM = "\u200f", "\u200e"

_MIRRORED = frozenset(filter(mirrored, map(chr, range(0x3040)))) | {"…"}
"""Characters that pdfium changes at an odd level unless an LRM stands before and an RLM after them."""

_LOOSE = NUMERIC | _MIRRORED

_STRONG = {True: ("R", "AL"), False: ("L", "EN", "AN")}
"""By right-to-left or not: bidirectional classes at a run's edge that readers keep in the run."""

_TOLERANCE = 0.002
"""Em by which the pen may be off before it is moved: a fortieth of a pixel at 9 pt and 96 dpi."""

_BLANK = 0.25
"""Width in em of a space that is there only to be read."""

Placed = tuple[Code, float | None]
"""A code and the x in em where it stands, None for "where the pen is"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run with the codes of its face, and its clusters unless every glyph is one character."""

    run: GlyphRun
    codes: FaceCodes
    clusters: list[Cluster] | None


@dataclass(frozen=True, slots=True)
class Strip:
    """Codes of one face shown one after another from `x` em on.

    `operator` shows them; `blank` is the code of a space in the same face.
    """

    resource: str
    x: float
    operator: str
    blank: str


def strips(pieces: Iterable[Piece], signed: bool) -> tuple[Strip, ...]:
    """Return the pieces of a line as strips, with signs of direction if the line needs them."""
    return tuple(
        _strip(codes, chain.from_iterable(_placed(piece, signed) for piece in group))
        for codes, group in groupby(pieces, attrgetter("codes"))
    )


def _strip(codes: FaceCodes, placed: Iterable[Placed]) -> Strip:
    """Write the codes as one TJ operator, moving the pen where it is not where a glyph stands.

    Codes that show nothing wait for the next glyph and stand at its left edge: poppler ends a word at
    them, takes kerning between them and that glyph for a space, and sorts words by their left edges.
    """
    items = list(placed)
    start = pen = next((x for _, x in items if x is not None), 0.0)
    shown: list[str] = []
    waiting: list[str] = []
    for (code, width), x in items:
        if x is None or width <= HAIR:
            waiting.append(code)
            continue
        if not -_TOLERANCE < (gap := x - pen) < _TOLERANCE:
            shown.append(f">{gap * -1000:.2f}<")
            pen = x
        if waiting:
            shown += waiting
            pen += HAIR * len(waiting)
            waiting.clear()
        shown.append(code)
        pen += width
    operator = f"[<{''.join(shown + waiting)}>] TJ"
    return Strip(codes.resource, start, operator, codes.empty(" ", _BLANK)[0])


def _placed(piece: Piece, signed: bool) -> Iterable[Placed]:
    """Return the codes of a run in visual order, with signs of direction where readers need them."""
    inner = _plain(piece) if piece.clusters is None else _clustered(piece, piece.clusters)
    return chain.from_iterable(_between_signs(piece, inner)) if signed else inner


def _plain(piece: Piece) -> Iterable[Placed]:
    run, codes = piece.run, piece.codes
    text = run.text[::-1] if run.rtl else run.text
    placed = zip(map(codes.shown.__getitem__, zip(run.gids, text, strict=True)), run.xs, strict=True)
    if run.rtl and not _LOOSE.isdisjoint(text):
        pairs = zip(text, placed, strict=True)
        return chain.from_iterable(reversed(_held(codes, char, item)) for char, item in pairs)
    return placed


def _clustered(piece: Piece, parsed: list[Cluster]) -> Iterator[Placed]:
    for cluster in parsed:
        placed = zip(cluster.text, _of_cluster(piece, cluster), strict=True)
        if piece.run.rtl:
            held = chain.from_iterable(_held(piece.codes, char, item) for char, item in placed)
            yield from reversed(list(held))
        else:
            yield from (item for _, item in placed)


def _of_cluster(piece: Piece, cluster: Cluster) -> Iterator[Placed]:
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
    if char in NUMERIC:
        return placed, (codes.empty(RLM), None)
    if char in _MIRRORED:
        return (codes.empty(LRM), None), placed, (codes.empty(RLM), None)
    return (placed,)


def _between_signs(piece: Piece, inner: Iterable[Placed]) -> Iterator[Iterable[Placed]]:
    text, rtl = piece.run.text, piece.run.rtl
    sign = [(piece.codes.empty(RLM if rtl else LRM), None)]
    before, after = _is_weak(text[:1], rtl), _is_weak(text[-1:], rtl) or loses_characters(text)
    if after if rtl else before:
        yield sign
    yield inner
    if before if rtl else after:
        yield sign


def _is_weak(char: str, rtl: bool) -> bool:
    return bool(char) and bidirectional(char) not in _STRONG[rtl]
