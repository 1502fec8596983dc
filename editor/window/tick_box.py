"""A box to tick whose frame is seen in both themes of the window: Qt's own is lost on a dark ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class TickBox(QCheckBox):
    """Ticks one thing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the box."""
        super().paintEvent(event)
        paint_box(self)


def paint_box(box: QCheckBox) -> None:
    """Paint the box of a check box over the style's own."""
    option = QStyleOptionButton()
    box.initStyleOption(option)
    place = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    painter, ink = QPainter(box), box.palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(place, ink.color(QPalette.ColorRole.Window))
    empty = box.checkState() == Qt.CheckState.Unchecked
    filled = QPalette.ColorRole.Base if empty else QPalette.ColorRole.Highlight
    framed = QPalette.ColorRole.Highlight if box.hasFocus() else QPalette.ColorRole.PlaceholderText
    painter.setBrush(ink.color(filled))
    painter.setPen(QPen(ink.color(framed if empty or box.hasFocus() else filled), 1.0))
    square = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(square, 3, 3)
    if not empty:
        painter.setPen(_pen(box))
        painter.drawPolyline(_mark(square, box.checkState() == Qt.CheckState.Checked))


def _pen(box: QCheckBox) -> QPen:
    color = box.palette().color(QPalette.ColorRole.HighlightedText)
    return QPen(color, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _mark(square: QRectF, whole: bool) -> list[QPointF]:
    """Return a tick, or the dash that stands for several values."""
    x, y, size = square.x(), square.y(), square.width()
    steps = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31)) if whole else ((0.26, 0.5), (0.74, 0.5))
    return [QPointF(x + size * across, y + size * down) for across, down in steps]
