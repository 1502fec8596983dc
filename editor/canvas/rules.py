"""Level and upright lines on the canvas, on whole pixels; dashes begin with their line wherever it is cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import cycle
from math import ceil, floor
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
        every = [(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in sorted(lines)]
        self._level = [line for line in every if line[1] == line[3]]
        self._upright = [line for line in every if line[1] != line[3]]
        self._xs = [line[0] for line in self._upright]

    def paint(self, passing: Passing, x: float, y: float) -> None:
        """Draw the lines from the sheet's point (x, y) on, or nothing where they are too faint."""
        width, stroke = self._stroke.width * passing.scale, self._stroke
        if width < (FAINT_DASH if stroke.dash else FAINT):
            return
        thick, seen = max(round(width), 1), passing.seen
        level = self._level_ones(passing, x, y, thick)
        upright = self._upright_ones(passing, x, y, thick)
        if not level and not upright:
            return
        passing.stand_on_pixels()
        for rect in level:
            _fill(passing.painter, rect, seen, stroke, passing.scale, level=True)
        for rect in upright:
            _fill(passing.painter, rect, seen, stroke, passing.scale, level=False)
        passing.stand_at(x, y)

    def _level_ones(self, passing: Passing, x: float, y: float, thick: int) -> list[QRect]:
        """Return the pixels of the level lines in sight; one at the very top of its row stays in the row."""
        scale, dx, dy = passing.scale, passing.dx + x * passing.scale, passing.dy + y * passing.scale
        top, bottom, found = passing.seen.top(), passing.seen.bottom(), list[QRect]()
        for x1, at, x2, _ in self._level:
            begin = floor(at * scale + dy + 0.5) - ((thick - 1) // 2 if at else 0)
            if begin <= bottom and top < begin + thick:
                left = floor(x1 * scale + dx + 0.5)
                found.append(QRect(left, begin, floor(x2 * scale + dx + 0.5) - left, thick))
        return found

    def _upright_ones(self, passing: Passing, x: float, y: float, thick: int) -> list[QRect]:
        """Return the pixels of the upright lines in the exposed columns."""
        first = bisect_left(self._xs, passing.exposed.x - x - self._stroke.width)
        last = bisect_right(self._xs, passing.exposed.right - x + self._stroke.width)
        scale, dx, dy = passing.scale, passing.dx + x * passing.scale, passing.dy + y * passing.scale
        found: list[QRect] = []
        for at, y1, _, y2 in self._upright[first:last]:
            top = floor(y1 * scale + dy + 0.5)
            left = floor(at * scale + dx + 0.5) - (thick - 1) // 2
            found.append(QRect(left, top, thick, floor(y2 * scale + dy + 0.5) - top))
        return found


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
