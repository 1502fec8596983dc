"""Sketches of maps where tiles come in a moment: what the first frame of the start page shows of them.

A list of tiles takes Qt longer to make than all else on the page. What is painted here goes without
`QtCore.Qt` (see `plain_numbers`): a painter's pen and brush ask for it whatever they are given, paths do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from editor.window.tile import PICTURE, TILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QBrush, QPaintEvent, QResizeEvent

    from editor.window.tokens import Tokens

MARGIN = 8


class Sketches(QWidget):
    """Rows of sketches that stand where a list will show its tiles."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self._tokens = tokens
        self._count = 0

    def show_count(self, count: int) -> None:
        """Show so many."""
        self._count = count
        self._fit_height()
        self.update()

    def _fit_height(self) -> None:
        self.setFixedHeight(height_of_rows(self._count, self.width()))

    def _places(self) -> Iterator[QRect]:
        columns = columns_in(self.width())
        for number in range(self._count):
            column, row = number % columns, number // columns
            x = self.width() - (column + 1) * TILE.width() if self.isRightToLeft() else column * TILE.width()
            cell = QRect(x, row * TILE.height(), TILE.width(), TILE.height())
            yield QRect(place_in(cell.topLeft(), self.isRightToLeft()).topLeft(), PICTURE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows for the new width."""
        super().resizeEvent(event)
        self._fit_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sketches."""
        del event
        tokens = self._tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in self._places():
                paint_ground(painter, place, tokens.desk, tokens.line)
                paint_sketch(painter, place)


def columns_in(width: int) -> int:
    """Return how many tiles stand beside each other in `width` pixels."""
    return max(1, (width - 1) // TILE.width())


def height_of_rows(count: int, width: int) -> int:
    """Return the pixels that `count` tiles need under each other in rows of `width` pixels."""
    return -(-count // columns_in(width)) * TILE.height() + 2


def place_in(corner: QPoint, from_right: bool) -> QRect:
    """Return where a tile stands in its cell: flush with the headings, the gap behind it."""
    before, behind = (2 * MARGIN, 0) if from_right else (0, 2 * MARGIN)
    return QRect(corner, TILE).adjusted(before, MARGIN, -behind, -MARGIN)


def paint_ground(painter: QPainter, place: QRect, color: str, edge: str, width: int = 1) -> None:
    """Paint the desk on which a picture lies, in a frame."""
    ground = _rounded(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 8)
    painter.fillPath(ground, _brush(color))
    painter.strokePath(ground, _pen(edge, width))


def paint_sketch(painter: QPainter, place: QRect) -> None:
    """Paint the idea of a map while its picture is still to come."""
    paper = QRectF(place).adjusted(12, 18, -12, -18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # smooth edges of this size wake threads
    fill(painter, paper, "#ffffff")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, ink in enumerate(("#d9e2ee", "#eceff3", "#eceff3")):
        cards = QPainterPath()
        for column in range(5):
            left = paper.x() + 12 + column * (paper.width() - 20) / 5
            cards.addRoundedRect(QRectF(left, paper.y() + 14 + row * 26, paper.width() / 5 - 10, 16), 3, 3)
        painter.fillPath(cards, _brush(ink))


def fill(painter: QPainter, place: QRectF, color: str) -> None:
    """Fill a rectangle; `fillRect` would first load the names of all gradients that Qt knows."""
    painter.setBackground(_brush(color))
    painter.eraseRect(place)


def _rounded(place: QRectF, radius: float) -> QPainterPath:
    shape = QPainterPath()
    shape.addRoundedRect(place, radius, radius)
    return shape


def _pen(color: str, width: int = 1) -> QPen:
    pen = QPen()
    pen.setColor(QColor(color))
    pen.setWidth(width)
    return pen


def _brush(color: str) -> QBrush:
    return _pen(color).brush()
