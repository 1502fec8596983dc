"""Level and upright lines on the canvas, on whole pixels; dashes begin with their line wherever it is cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from editor.canvas.outlines import even

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.crisp import Segment
    from editor.canvas.passing import Passing
    from editor.picture.paint import Stroke

FAINT, FAINT_DASH = 0.12, 0.25
"""Pixels of width below which a line, or a dashed line, is left out."""


class Rules:
    """Lines of one stroke, those that stand upright from left to right."""

    def __init__(self, lines: Iterable[Segment], stroke: Stroke) -> None:
        self._stroke = stroke
        every = sorted(lines)
        self._level = [line for line in every if line[1] == line[3]]
        self._upright = [line for line in every if line[1] != line[3]]
        self._xs = [line[0] for line in self._upright]

    def paint(self, passing: Passing, x: float, y: float) -> None:
        """Draw the lines from the sheet's point (x, y) on, or nothing where they are too faint."""
        width, stroke = self._stroke.width * passing.scale, self._stroke
        if width < (FAINT_DASH if stroke.dash else FAINT):
            return
        seen = passing.touched(passing.exposed, 0.0, 0.0).adjusted(-1, -1, 1, 1)
        first = bisect_left(self._xs, passing.exposed.x - x - stroke.width)
        last = bisect_right(self._xs, passing.exposed.right - x + stroke.width)
        passing.stand_on_pixels()
        for line in (*self._level, *self._upright[first:last]):
            rect = _rect(line, max(round(width), 1), passing, x, y)
            _fill(passing.painter, rect, seen, stroke, passing.scale, level=line[1] == line[3])
        passing.stand_at(x, y)


def _rect(line: Segment, width: int, passing: Passing, x: float, y: float) -> QRect:
    """Return the pixels of a line; one at the very top of its row stays in the row."""
    x1, y1 = passing.pixel(x + min(line[0], line[2]), y + min(line[1], line[3]))
    x2, y2 = passing.pixel(x + max(line[0], line[2]), y + max(line[1], line[3]))
    if line[1] == line[3]:
        return QRect(x1, y1 - ((width - 1) // 2 if line[1] else 0), x2 - x1, width)
    return QRect(x1 - (width - 1) // 2, y1, width, y2 - y1)


def _fill(painter: QPainter, rect: QRect, seen: QRect, stroke: Stroke, scale: float, *, level: bool) -> None:
    """Fill what is seen of a line."""
    if not stroke.dash:
        painter.fillRect(rect & seen, QColor(stroke.color))
        return
    painter.setBrushOrigin(rect.topLeft())
    painter.fillRect(rect & seen, _dashes(stroke.color, tuple(even(stroke.dash)), scale, level))
    painter.setBrushOrigin(QPoint())


@lru_cache(maxsize=64)
def _dashes(color: str, pattern: tuple[float, ...], scale: float, level: bool) -> QBrush:
    """Return a brush of dashes with whole pixels, `pattern` points long and apart by turns."""
    lengths = [max(round(length * scale), 1) for length in pattern]
    ends = list(accumulate(lengths, initial=0))
    size = QSize(ends[-1], 1) if level else QSize(1, ends[-1])
    tile = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    for start, length in list(zip(ends, lengths, strict=False))[::2]:
        painter.fillRect(QRect(start, 0, length, 1) if level else QRect(0, start, 1, length), QColor(color))
    painter.end()
    return QBrush(tile)
