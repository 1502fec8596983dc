"""A drop-down list whose arrow is drawn in the ink of the window's theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent


class ChoiceBox(QComboBox):
    """Chooses one of a few names; style sheets take the arrow away, so it is painted here."""

    def __init__(self, names: Sequence[str], current: str) -> None:
        super().__init__()
        self.addItems(list(names))
        self.setCurrentText(current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel round it: scrolling must not change what is chosen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.6))
        x = 16 if self.isRightToLeft() else self.width() - 16
        y = self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
