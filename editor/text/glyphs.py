"""From Qt's glyph runs to the picture's: visual order, em, positions from the line's left end."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

from editor.picture.words import GlyphRun
from editor.text.fonts import BUNDLED, Faces
from editor.text.outlines import REFERENCE, run_outlines
from editor.text.units import characters_before, from_units

_WITH_INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll  # Qt's default leaves the indexes out

# One number object per glyph of a bundled face, not one per use: a quarter of the memory of runs.
_SHARED = tuple(range(2048))

# Text of which no glyph leaves the baseline: letters that are one glyph each, no marks set on others.
_on_the_baseline = re.compile(
    "[\x20-\x7e\xa0-\u017f\u060c\u061b-\u064a\u066a-\u066c\u0671-\u06d3\u06f0-\u06f9\u200c]*"
).fullmatch


def run_edges(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    """Return the left and right edge in pixels of the glyphs of the units [start, end)."""
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start, _WITH_INDEXES)]
    # A mark set on a space where the line breaks has no glyphs.
    return min((box.left() for box in boxes), default=0.0), max((box.right() for box in boxes), default=0.0)


def line_runs(line: QTextLine, units: str, offset: int, face: str, faces: Faces) -> tuple[GlyphRun, ...]:
    """Return the runs, from left to right, of a line of a paragraph of UTF-16 `units`.

    The paragraph begins at `offset` in its text. White space at the line's end gives no glyphs.
    """
    start = line.textStart()
    end = start + len(units[start : start + line.textLength()].rstrip())
    if start == end:
        return ()
    usual = faces.covers(units, face)
    found = line.glyphRuns(start, end - start, _WITH_INDEXES)
    clusters = [run.stringIndexes() for run in found]
    ends = _following([min(c) for c in clusters], end)
    left, baseline = min((run.boundingRect().left() for run in found), default=0.0), line.ascent()
    runs = list[GlyphRun]()
    for run, indexes in zip(found, clusters, strict=True):
        first = min(indexes)
        text, place = units[first : ends[first]], offset + characters_before(units, first)
        name = face if usual else faces.name(run, face)
        runs.append(_glyph_run(run, [i - first for i in indexes], text, place, (left, baseline), name))
    return tuple(runs)


def _following(starts: list[int], end: int) -> dict[int, int]:
    """Return where the text of each run ends, by its start: where the next run in the text begins."""
    return dict(pairwise([*sorted(starts), end]))


def _glyph_run(
    run: QGlyphRun, clusters: list[int], units: str, start: int, origin: tuple[float, float], face: str
) -> GlyphRun:
    rtl, left, places = run.isRightToLeft(), origin[0], run.positions()
    step = -1 if rtl else 1  # Qt gives logical order
    text = from_units(units)
    if len(text) < len(units):
        clusters = [characters_before(units, cluster) for cluster in clusters]
    return GlyphRun(
        face,
        _numbers(run.glyphIndexes()[::step], face),
        tuple([(place.x() - left) / REFERENCE for place in places[::step]]),
        _level(len(places)) if _on_the_baseline(units) else _heights(places[::step], origin[1]),
        text,
        tuple(clusters[::step]),
        rtl,
        run.boundingRect().width() / REFERENCE,
        () if face in BUNDLED else run_outlines(run)[::step],
        start,
    )


def _heights(places: list[QPointF], baseline: float) -> tuple[float, ...]:
    return tuple([(place.y() - baseline) / REFERENCE for place in places])


def _numbers(gids: list[int], face: str) -> tuple[int, ...]:
    return tuple([_SHARED[gid] for gid in gids]) if face in BUNDLED else tuple(gids)


@cache
def _level(count: int) -> tuple[float, ...]:
    return (0.0,) * count
