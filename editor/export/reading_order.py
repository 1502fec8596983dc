"""Lines whose words PDF readers would put in the wrong order, and an order which they read right.

poppler takes a page for right-to-left when most of its letters are, and reads every line of it in that
direction. A line of the other direction that changes direction inside is read in the wrong order, however
many signs of direction it holds; so its text is laid down once more, unseen, in the page's own order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from unicodedata import bidirectional

from editor.picture.words import GlyphRun

NUMERIC = frozenset(".,،:-/%٪+")
"""Characters that readers take for parts of numbers."""

_TAKEN = "\0"
_SPACED_LETTERS = re.compile(r"\S( \S)+")


def reads_right_to_left(texts: Iterable[str]) -> bool:
    """Tell whether most letters of a page are right-to-left."""
    balance = 0
    for char, count in Counter("".join(texts)).items():
        match bidirectional(char):
            case "L":
                balance -= count
            case "R" | "AL":
                balance += count
    return balance > 0


def is_misread(runs: tuple[GlyphRun, ...], line_rtl: bool, page_rtl: bool) -> bool:
    """Tell whether a reader of the page would put the line's words in the wrong order."""
    if line_rtl != page_rtl and len({run.rtl for run in runs}) > 1:
        return True
    return not page_rtl and any(run.rtl and not NUMERIC.isdisjoint(run.text) for run in runs)


def loses_characters(text: str) -> bool:
    """Tell whether poppler would drop a character of a line unless a sign follows its text.

    It joins letters that stand alone into a word, and takes a hyphen at the end for a syllable break.
    """
    return text.endswith("-") or bool(_SPACED_LETTERS.fullmatch(text))


def rearranged(runs: tuple[GlyphRun, ...], text: str, page_rtl: bool) -> list[GlyphRun]:
    """Return the runs of a line, whose source is `text`, moved to where a reader of the page expects them."""
    ordered = _in_logical_order(runs, text)
    pieces = ordered[::-1] if page_rtl else [piece for run in ordered for piece in _pieces(run)]
    pen = min((x for run in runs for x in run.xs), default=0.0)
    moved: list[GlyphRun] = []
    for piece in pieces:
        shift = pen - min(piece.xs, default=pen)
        moved.append(replace(piece, xs=tuple(x + shift for x in piece.xs)))
        pen += piece.width
    return moved


def _in_logical_order(runs: tuple[GlyphRun, ...], text: str) -> list[GlyphRun]:
    """Sort runs by where their text stands in the line; the longest are the surest and look first."""
    places: list[tuple[int, GlyphRun]] = []
    for run in sorted(runs, key=lambda run: -len(run.text)):
        start = text.find(run.text)
        places.append((start, run))
        if start >= 0:
            text = text[:start] + _TAKEN * len(run.text) + text[start + len(run.text) :]
    return [run for _, run in sorted(places, key=lambda place: place[0])]


def _pieces(run: GlyphRun) -> Iterator[GlyphRun]:
    """Split a right-to-left run, in logical order, at the characters that interrupt it for a reader."""
    if not run.rtl:
        yield run
        return
    cuts = {0, len(run.text)}
    for place, char in enumerate(run.text):
        if char in NUMERIC:
            cuts |= {place, place + 1}
    for start, end in pairwise(sorted(cuts)):
        yield _part(run, start, end)


def _part(run: GlyphRun, start: int, end: int) -> GlyphRun:
    """Return the glyphs of the characters [start, end); those stand next to each other."""
    inside = [i for i, cluster in enumerate(run.clusters) if start <= cluster < end]
    right_edge = min(run.xs, default=0.0) + run.width
    left = min((run.xs[i] for i in inside), default=right_edge)
    right = min((x for x in run.xs if x > max((run.xs[i] for i in inside), default=left)), default=right_edge)
    return GlyphRun(
        face=run.face,
        gids=tuple(run.gids[i] for i in inside),
        xs=tuple(run.xs[i] for i in inside),
        ys=tuple(run.ys[i] for i in inside),
        text=run.text[start:end],
        clusters=tuple(run.clusters[i] - start for i in inside),
        rtl=True,
        width=right - left,
        outlines=tuple(run.outlines[i] for i in inside) if run.outlines else (),
    )
