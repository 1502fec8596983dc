"""From Qt's glyph runs to the picture's: visual order, em, positions from the line's left end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

from editor.picture.words import GlyphRun
from editor.text.fonts import BUNDLED, Faces
from editor.text.outlines import REFERENCE, run_outlines
from editor.text.units import characters_before, from_units

_WITH_INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll


def run_edges(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    """Return the left and right edge in pixels of the glyphs of the units [start, end)."""
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start, _WITH_INDEXES)]
    return min(box.left() for box in boxes), max(box.right() for box in boxes)


def line_runs(line: QTextLine, units: str, face: str, faces: Faces) -> tuple[GlyphRun, ...]:
    """Return the runs, from left to right, of a line of a paragraph of UTF-16 `units`.

    White space at the line's end gives no glyphs.
    """
    start = line.textStart()
    end = start + len(units[start : start + line.textLength()].rstrip())
    if start == end:
        return ()
    found = line.glyphRuns(start, end - start, _WITH_INDEXES)
    clusters = [run.stringIndexes() for run in found]
    ends = _run_ends([min(c) for c in clusters], end)
    origin = (min(run.boundingRect().left() for run in found), line.ascent())
    return tuple(
        _glyph_run(run, c, units[min(c) : stop], origin, faces.name(run, face))
        for run, c, stop in zip(found, clusters, ends, strict=True)
    )


def _run_ends(starts: Sequence[int], end: int) -> list[int]:
    """Return where each run's text ends: where the next run in the text begins."""
    following = dict(pairwise([*sorted(starts), end]))
    return [following[start] for start in starts]


def _glyph_run(
    run: QGlyphRun, clusters: list[int], units: str, origin: tuple[float, float], face: str
) -> GlyphRun:
    step = -1 if run.isRightToLeft() else 1  # Qt gives logical order
    places = run.positions()[::step]
    left, baseline = origin
    return GlyphRun(
        face=face,
        gids=tuple(run.glyphIndexes()[::step]),
        xs=tuple([(place.x() - left) / REFERENCE for place in places]),
        ys=tuple([(place.y() - baseline) / REFERENCE for place in places]),
        text=from_units(units),
        clusters=_counted(clusters[::step], min(clusters), units),
        rtl=run.isRightToLeft(),
        width=run.boundingRect().width() / REFERENCE,
        outlines=() if face in BUNDLED else run_outlines(run)[::step],
    )


def _counted(clusters: list[int], start: int, units: str) -> tuple[int, ...]:
    if units.isascii() or max(units) < "\ud800" or not any("\ud800" <= u <= "\udfff" for u in units):
        return tuple([cluster - start for cluster in clusters])
    return tuple([characters_before(units, cluster - start) for cluster in clusters])
