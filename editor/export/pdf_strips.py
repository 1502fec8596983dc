"""Glyph runs as strips of codes, with what readers need to copy and search them in logical order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter
from unicodedata import bidirectional

from editor.export.clusters import Cluster
from editor.export.pdf_codes import HAIR, FaceCodes
from editor.export.pdf_letters import Letter, Letters
from editor.export.reading_order import loses_characters
from editor.picture.words import GlyphRun

_STRONG = {True: ("R", "AL"), False: ("L", "EN", "AN")}
"""By right-to-left or not: bidirectional classes at a run's edge that readers keep in the run."""

_TOLERANCE = 0.002
"""Em by which the pen may be off before it is moved: a fortieth of a pixel at 9 pt and 96 dpi."""

_BLANK = 0.25
"""Width in em of a space that is there only to be read."""

Placed = tuple[Letter, float]
"""A letter and the x in em where it stands."""


class FaceLetters:
    """All that texts in one face are written with."""

    def __init__(self, codes: FaceCodes) -> None:
        self.codes = codes
        self.letters = {rtl: Letters(codes, rtl) for rtl in (False, True)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run with the letters of its face.

    `texts` are the characters of each glyph, if every glyph has its own; `clusters` how they belong
    together if not.
    """

    run: GlyphRun
    face: FaceLetters
    texts: Sequence[str] = ()
    clusters: Sequence[Cluster] = ()


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
        _strip(face.codes, chain.from_iterable(_placed(piece, signed) for piece in group))
        for face, group in groupby(pieces, attrgetter("face"))
    )


def _strip(codes: FaceCodes, placed: Iterable[Placed]) -> Strip:
    """Write the letters as one TJ operator, moving the pen where it is not where a glyph stands.

    Codes that follow a letter wait for the next one and stand at its left edge: poppler ends a word at
    them, takes kerning between them and that letter for a space, and sorts words by their left edges.
    """
    items = list(placed)
    start = pen = next((x for (code, _, _), x in items if code), 0.0)
    shown: list[str] = []
    waiting = ""
    for (code, width, following), x in items:
        if code:
            gap = x - pen
            if gap > _TOLERANCE or gap < -_TOLERANCE:
                shown.append(f">{gap * -1000:.2f}<")
                pen = x
            if waiting:
                shown.append(waiting)
                pen += HAIR * (len(waiting) // 4)
                waiting = ""
            shown.append(code)
            pen += width
        if following:
            waiting += following
    operator = f"[<{''.join(shown)}{waiting}>] TJ"
    return Strip(codes.resource, start, operator, codes.empty(" ", _BLANK)[0])


def _placed(piece: Piece, signed: bool) -> Iterable[Placed]:
    """Return the letters of a run in visual order, between signs of direction if its edges need them."""
    letters, run = piece.face.letters[piece.run.rtl], piece.run
    if piece.texts:
        inner = zip(map(letters.__getitem__, zip(run.gids, piece.texts, strict=True)), run.xs, strict=True)
    else:
        inner = (_of_cluster(letters, run, cluster) for cluster in piece.clusters)
    return _between_signs(letters.sign(), run, inner) if signed else inner


def _of_cluster(letters: Letters, run: GlyphRun, cluster: Cluster) -> Placed:
    if cluster.main is None:
        return letters.unseen(cluster.text, cluster.width), cluster.x
    return letters[run.gids[cluster.main], cluster.text], cluster.x


def _between_signs(sign: str, run: GlyphRun, inner: Iterable[Placed]) -> Iterable[Placed]:
    text, rtl = run.text, run.rtl
    before, after = _is_weak(text[:1], rtl), _is_weak(text[-1:], rtl) or loses_characters(text)
    left, right = (after, before) if rtl else (before, after)
    alone: list[Placed] = [(("", 0.0, sign), 0.0)]
    return chain(alone if left else (), inner, alone if right else ())


def _is_weak(char: str, rtl: bool) -> bool:
    return bool(char) and bidirectional(char) not in _STRONG[rtl]
