"""Rectangles by colour where Qt reads them in place: thousands are filled without becoming objects."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.picture.geometry import Rect

SIDES = 4
"""Numbers of a rectangle: x, y, width and height, as doubles one after the other, like those of a QRectF."""


class Blocks:
    """Filled rectangles, kept by colour; those added later are painted over those of their colour."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers: dict[str, array[float]] = {}

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def add(self, color: str, rects: Iterable[Rect | tuple[float, float, float, float]]) -> None:
        """Add rectangles of one colour."""
        numbers = self._of(color)
        for rect in rects:
            numbers.extend(rect)

    def join(self, other: Blocks, color: str | None = None) -> None:
        """Add the rectangles of `other`, all of them in `color` if one is given."""
        for own, numbers in other._numbers.items():
            self._of(color or own).extend(numbers)

    def paint(self, painter: QPainter) -> None:
        """Fill the rectangles, one call a colour, with hard edges."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for color, numbers in self._numbers.items():
            if numbers:
                painter.setBrush(QColor(color))
                _draw(painter, numbers)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _of(self, color: str) -> array[float]:
        found = self._numbers.get(color)
        if found is None:
            found = self._numbers[color] = array("d")
        return found


def _draw(painter: QPainter, numbers: array[float]) -> None:
    """Draw rectangles from where they lie: a list of 10,000 takes as long to be read as to be painted."""
    address, count = numbers.buffer_info()
    first: object = Shiboken.wrapInstance(address, QRectF)
    if isinstance(first, QRectF):
        painter.drawRects(first, count // SIDES)
    else:  # PySide still takes the place for a thing of another kind that is gone
        painter.drawRects([QRectF(*numbers[i : i + SIDES]) for i in range(0, count, SIDES)])
