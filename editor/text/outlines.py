"""Glyph outlines of faces that are not bundled: Qt's paths as paths of the picture, in em."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QGlyphRun, QPainterPath

from editor.picture.geometry import Command, Path

REFERENCE = 256
"""Pixels per em at which everything is laid out: an eighth of the faces' 2,048 units per em.

Qt counts in 1/64 pixel, so that nothing is rounded here either; at the faces' full size it would remember no
glyph's metrics and take more than twice as long to shape a text.
"""

_MOVE, _LINE, _CURVE = (
    QPainterPath.ElementType.MoveToElement,
    QPainterPath.ElementType.LineToElement,
    QPainterPath.ElementType.CurveToElement,
)


def run_outlines(run: QGlyphRun) -> tuple[Path, ...]:
    """Return the outline in em, origin on the baseline, of each glyph of a run in Qt's order."""
    font = run.rawFont()
    return tuple(Path(tuple(_commands(font.pathForGlyph(gid)))) for gid in run.glyphIndexes())


def _commands(path: QPainterPath) -> Iterator[Command]:
    elements = [path.elementAt(i) for i in range(path.elementCount())]
    points = [(e.x / REFERENCE, e.y / REFERENCE) for e in elements]
    for i, element in enumerate(elements):
        if element.type == _MOVE and i:
            yield ("Z",)
        if element.type == _CURVE:
            yield ("C", *points[i], *points[i + 1], *points[i + 2])
        elif element.type in (_MOVE, _LINE):
            yield ("M" if element.type == _MOVE else "L", *points[i])
    if elements:
        yield ("Z",)
