"""Areas filled with colours that let through what is under them, without waking Qt's threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

LINES = 95
"""Lines of pixels that Qt fills by itself; for more it wakes its threads, which takes longer than to fill."""


def fill(painter: QPainter, area: QRect, color: QColor) -> None:
    """Fill an area, in pixels, a few lines at a time."""
    for top in range(area.top(), area.bottom() + 1, LINES):
        painter.fillRect(area & QRect(area.left(), top, area.width(), LINES), color)
