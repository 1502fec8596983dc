"""Lets mouse and keyboard through to the text under way, and past the tools, while one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsView

if TYPE_CHECKING:
    from editor.canvas.writing import Writer

MOUSE = {
    QEvent.Type.MouseButtonPress: QGraphicsView.mousePressEvent,
    QEvent.Type.MouseButtonDblClick: QGraphicsView.mouseDoubleClickEvent,
    QEvent.Type.MouseMove: QGraphicsView.mouseMoveEvent,
    QEvent.Type.MouseButtonRelease: QGraphicsView.mouseReleaseEvent,
}
"""How the view passes a mouse event on to the scene."""
DOWN = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
KEYS = {
    QEvent.Type.KeyPress: QGraphicsView.keyPressEvent,
    QEvent.Type.KeyRelease: QGraphicsView.keyReleaseEvent,
}


class Inlet(QObject):
    """Filters the events of a view and its window on the scene; open only while a text is written."""

    def __init__(self, view: QGraphicsView, writer: Writer) -> None:
        super().__init__(view)
        self._view, self._writer = view, writer
        self._selecting = False

    def open(self) -> None:
        """Let events through from now on."""
        self._selecting = False
        for watched in (self._view, self._view.viewport()):
            watched.installEventFilter(self)

    def close(self) -> None:
        """Leave events to the tools again."""
        for watched in (self._view, self._view.viewport()):
            watched.removeEventFilter(self)

    def _mouse(self, event: QMouseEvent) -> bool:
        """Pass on what means the text; swallow a press beside it on what it is written on."""
        over = self._writer.covers(event.position())
        caught = over or self._selecting
        if event.type() in DOWN:
            if event.button() != Qt.MouseButton.LeftButton:
                return False
            caught = self._selecting = over
        elif event.type() == QEvent.Type.MouseButtonRelease:
            caught, self._selecting = self._selecting, False
        if caught:
            MOUSE[event.type()](self._view, event)
            return True
        return event.type() in DOWN and self._writer.surrounds(event.position())

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse from the viewport and the keys from the view."""
        kind = event.type()
        if isinstance(event, QMouseEvent) and kind in MOUSE and watched is self._view.viewport():
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and kind in KEYS and watched is self._view:
            KEYS[kind](self._view, event)
            return True
        if kind == QEvent.Type.ContextMenu:
            self._writer.finish()  # a menu is about the map
        return False
