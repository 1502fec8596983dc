"""Picture outlines and strokes in Qt's words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPainterPathStroker, QPen

if TYPE_CHECKING:
    from editor.picture.geometry import Path
    from editor.picture.paint import Stroke


FINE = 0.05
"""Points by which an outline of dashes may leave its curve: less than a pixel at the largest zoom."""


def painter_path(path: Path, scale: float = 1.0, dx: float = 0.0, dy: float = 0.0) -> QPainterPath:
    """Return `path` scaled about the origin, then shifted, filled by the non-zero winding rule."""
    outline = QPainterPath()
    outline.setFillRule(Qt.FillRule.WindingFill)
    move, line, curve, close = outline.moveTo, outline.lineTo, outline.cubicTo, outline.closeSubpath
    for command in path.commands:
        letter = command[0]
        if letter == "L":
            line(command[1] * scale + dx, command[2] * scale + dy)
        elif letter == "M":
            move(command[1] * scale + dx, command[2] * scale + dy)
        elif letter == "C":
            _, a, b, c, d, e, f = command
            curve(
                a * scale + dx, b * scale + dy, c * scale + dx, d * scale + dy, e * scale + dx, f * scale + dy
            )
        else:
            close()
    return outline


@lru_cache(maxsize=256)
def pen(stroke: Stroke | None, scale: float = 1.0) -> QPen:
    """Return the pen that inks `stroke` with its width times `scale`, or one that inks nothing."""
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    made = QPen(QColor(stroke.color), stroke.width * scale)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    round_cap = stroke.cap == "round"
    made.setCapStyle(Qt.PenCapStyle.RoundCap if round_cap else Qt.PenCapStyle.FlatCap)
    if stroke.dash:
        made.setDashPattern([length / stroke.width for length in even(stroke.dash)])
    return made


def dashes(line: QPainterPath, stroke: Stroke) -> QPainterPath:
    """Return the outline of the dashes of a line, to be filled.

    A pen lays them anew each time, and elsewhere when it is asked for a part of the line only.
    """
    stroker = QPainterPathStroker(pen(stroke))
    stroker.setCurveThreshold(FINE)
    return stroker.createStroke(line)


def even(dash: tuple[float, ...]) -> tuple[float, ...]:
    """Return dash lengths in the even number that Qt wants: an odd pattern is told twice."""
    return dash if len(dash) % 2 == 0 else dash * 2
