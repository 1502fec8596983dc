"""The mouse of the tests: a move always arrives, wherever the pointer was before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def move(widget: QWidget, place: QPoint, buttons: Qt.MouseButton = NONE) -> None:
    """Move to a place of the widget and let everything that waits be painted.

    `QTest.mouseMove` only sets the cursor: Qt then tells of no move to where the cursor is already, and of
    none at all while another window is believed to be there.
    """
    local, screen = QPointF(place), QPointF(widget.mapToGlobal(place))
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, local, screen, NONE, buttons, NO_KEYS))
    QApplication.processEvents()
