"""Level and upright lines on the canvas, on whole pixels; dashes begin with their line wherever it is cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import cycle
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from editor.canvas.outlines import even

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.crisp import Segment
    from editor.canvas.passing import Passing
    from editor.picture.paint import Stroke

FAINT, FAINT_DASH = 0.12, 0.25
"""Pixels of width below which a line, or a dashed line, is left out."""
BLOCK = 512
"""Images of dashes are as long as some blocks of so many pixels, so that many lines share one."""


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
        thick, top, bottom = max(round(width), 1), seen.top(), seen.bottom()
        for line in (*self._level, *self._upright[first:last]):
            rect = _rect(line, thick, passing, x, y)
            if rect.top() <= bottom and top <= rect.bottom():
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
    """Fill what is seen of a line; dashes come from an image, which is faster than a brush."""
    shown = rect & seen
    if shown.isEmpty():
        return
    if not stroke.dash:
        painter.fillRect(shown, QColor(stroke.color))
        return
    length, width = (rect.width(), rect.height()) if level else (rect.height(), rect.width())
    dashes = _dashes(
        stroke.color, tuple(even(stroke.dash)), scale, ceil(length / BLOCK) * BLOCK, width, level
    )
    painter.drawImage(shown.topLeft(), dashes, shown.translated(-rect.topLeft()))


@lru_cache(maxsize=64)
def _dashes(
    color: str, pattern: tuple[float, ...], scale: float, length: int, width: int, level: bool
) -> QImage:
    """Return a line of dashes with whole pixels, `pattern` points long and apart by turns."""
    size = QSize(length, width) if level else QSize(width, length)
    line = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    line.fill(Qt.GlobalColor.transparent)
    painter, at = QPainter(line), 0
    lengths = cycle(max(round(part * scale), 1) for part in pattern)
    for dash, gap in zip(lengths, lengths, strict=True):
        if at >= length:
            break
        painter.fillRect(QRect(at, 0, dash, width) if level else QRect(0, at, width, dash), QColor(color))
        at += dash + gap
    painter.end()
    return line
