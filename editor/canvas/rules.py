"""Level and upright lines on the canvas, on whole pixels; dashes begin with their line wherever it is cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from editor.canvas.dashes import draw_line, draw_uprights

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.crisp import Segment
    from editor.canvas.passing import Passing
    from editor.picture.paint import Stroke

FAINT, FAINT_DASH = 0.12, 0.25
"""Pixels of width below which a line, or a dashed line, is left out."""
MANY = 3
"""So many dashed lines side by side are drawn together."""


class Rules:
    """Lines of one stroke, those that stand upright from left to right."""

    def __init__(self, lines: Iterable[Segment], stroke: Stroke) -> None:
        self._stroke = stroke
        every = sorted(lines)
        self._level = [line for line in every if line[1] == line[3]]
        self._upright = [line for line in every if line[1] != line[3]]
        self._xs = [line[0] for line in self._upright]
        self._in_step = bool(stroke.dash) and len({line[1::2] for line in self._upright}) == 1

    def paint(self, passing: Passing, x: float, y: float) -> None:
        """Draw the lines from the sheet's point (x, y) on, or nothing where they are too faint."""
        width, stroke = self._stroke.width * passing.scale, self._stroke
        if width < (FAINT_DASH if stroke.dash else FAINT):
            return
        seen = passing.touched(passing.exposed, 0.0, 0.0).adjusted(-1, -1, 1, 1)
        first = bisect_left(self._xs, passing.exposed.x - x - stroke.width)
        last = bisect_right(self._xs, passing.exposed.right - x + stroke.width)
        passing.stand_on_pixels()
        thick = max(round(width), 1)
        for line in self._level:
            self._draw(passing, _rect(line, thick, passing, x, y), seen, level=True)
        uprights = [_rect(line, thick, passing, x, y) for line in self._upright[first:last]]
        if self._in_step and len(uprights) >= MANY:
            draw_uprights(passing.painter, uprights, seen, stroke, passing.scale)
        else:
            for rect in uprights:
                self._draw(passing, rect, seen, level=False)
        passing.stand_at(x, y)

    def _draw(self, passing: Passing, rect: QRect, seen: QRect, *, level: bool) -> None:
        """Fill what is seen of a line."""
        if not rect.intersects(seen):
            return
        if self._stroke.dash:
            draw_line(passing.painter, rect, seen, self._stroke, passing.scale, level)
        else:
            passing.painter.fillRect(rect & seen, QColor(self._stroke.color))


def _rect(line: Segment, width: int, passing: Passing, x: float, y: float) -> QRect:
    """Return the pixels of a line; one at the very top of its row stays in the row."""
    x1, y1 = passing.pixel(x + min(line[0], line[2]), y + min(line[1], line[3]))
    x2, y2 = passing.pixel(x + max(line[0], line[2]), y + max(line[1], line[3]))
    if line[1] == line[3]:
        return QRect(x1, y1 - ((width - 1) // 2 if line[1] else 0), x2 - x1, width)
    return QRect(x1 - (width - 1) // 2, y1, width, y2 - y1)
