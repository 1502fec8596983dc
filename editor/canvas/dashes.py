"""Dashed lines as images, which are faster than dashes: one line, or upright ones side by side."""

from __future__ import annotations

from functools import lru_cache
from itertools import cycle
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from editor.canvas.outlines import even

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.picture.paint import Stroke

BLOCK = 512
"""Images of single lines are as long as some blocks of so many pixels, so that many lines share one."""
TALL = 128
"""Pixels that an image of many lines is tall at least; it is repeated downwards."""


def draw_line(painter: QPainter, rect: QRect, seen: QRect, stroke: Stroke, scale: float, level: bool) -> None:
    """Draw what lies in `seen` of one dashed line that fills `rect`, in pixels."""
    shown = rect & seen
    length, width = (rect.width(), rect.height()) if level else (rect.height(), rect.width())
    line = _line(stroke.color, _lengths(stroke, scale), ceil(length / BLOCK) * BLOCK, width, level)
    painter.drawImage(shown.topLeft(), line, shown.translated(-rect.topLeft()))


def draw_uprights(
    painter: QPainter, rects: Sequence[QRect], seen: QRect, stroke: Stroke, scale: float
) -> None:
    """Draw what lies in `seen` of dashed lines, in pixels: of one width, top and bottom.

    Each alone visits every row of pixels; together they visit it once.
    """
    first, last = rects[0], rects[-1]
    around = first.united(last)
    tile = _uprights(
        stroke.color,
        _lengths(stroke, scale),
        tuple(rect.left() - first.left() for rect in rects),
        first.width(),
    )
    shown = around & seen
    left, top = shown.left() - around.left(), (shown.top() - around.top()) % tile.height()
    y = shown.top()
    while y <= shown.bottom():
        high = min(tile.height() - top, shown.bottom() + 1 - y)
        painter.drawImage(shown.left(), y, tile, left, top, shown.width(), high)
        y, top = y + high, 0


def _lengths(stroke: Stroke, scale: float) -> tuple[int, ...]:
    """Return the pixels of dashes and gaps by turns."""
    return tuple(max(round(part * scale), 1) for part in even(stroke.dash))


@lru_cache(maxsize=64)
def _line(color: str, lengths: tuple[int, ...], length: int, width: int, level: bool) -> QImage:
    """Return one line of dashes."""
    line = _clear(QSize(length, width) if level else QSize(width, length))
    painter, at = QPainter(line), 0
    turns = cycle(lengths)
    for dash, gap in zip(turns, turns, strict=True):
        if at >= length:
            break
        painter.fillRect(QRect(at, 0, dash, width) if level else QRect(0, at, width, dash), QColor(color))
        at += dash + gap
    painter.end()
    return line


@lru_cache(maxsize=4)
def _uprights(color: str, lengths: tuple[int, ...], lefts: tuple[int, ...], width: int) -> QImage:
    """Return upright lines side by side, a whole number of periods tall."""
    period = sum(lengths)
    height = ceil(TALL / period) * period
    lines = _clear(QSize(lefts[-1] + width, height))
    painter = QPainter(lines)
    for left in lefts:
        painter.fillRect(left, 0, width, height, QColor(color))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    at, turns = 0, cycle(lengths)
    while at < height:
        at += next(turns)
        gap = next(turns)
        painter.fillRect(0, at, lines.width(), gap, Qt.GlobalColor.transparent)
        at += gap
    painter.end()
    return lines


def _clear(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
