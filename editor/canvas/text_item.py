"""The one item of the scene: a text that is being written, with its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGraphicsTextItem, QStyle

from editor.canvas.text_keys import TurnKeys, Wish, commands, types, wish

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget

TABS = {Qt.Key.Key_Tab: Wish.NEXT, Qt.Key.Key_Backtab: Wish.PREVIOUS}
TURNS = {Qt.Key.Key_Direction_L: "ltr", Qt.Key.Key_Direction_R: "rtl"}
LOOKING = "view."
"""How the ids of commands begin that leave the map as it is."""
ROOM = 0.5
"""Em round the text that the item may paint on: the cursor stands at the very edge of it."""


class TextItem(QGraphicsTextItem):
    """An editor for plain text at the reference size, where an em takes `em` pixels.

    `wished` carries the `Wish` of a key, `turned` the direction that Ctrl+Shift asked for ("ltr", "rtl",
    "other"), `left` a key that means something to the window and ends the writing before it does.
    """

    wished = Signal(object)
    turned = Signal(str)
    left = Signal()

    def __init__(self, em: float, long: bool) -> None:
        super().__init__()
        self._em, self._long = em, long
        self._turn_keys = TurnKeys()
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.setAcceptDrops(False)  # what is dropped would bring its own looks
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def _claim(self, event: QKeyEvent) -> bool:
        """Claim a key for the text; end the writing before a command that changes the map."""
        if types(event) or wish(event, self._long) is not None:
            event.accept()
            return True
        super().sceneEvent(event)
        if not event.isAccepted() and self._commands(QKeySequence(event.keyCombination())):
            self.left.emit()
        return True

    def _commands(self, keys: QKeySequence) -> bool:
        """Tell whether the window has a command for these keys, other than one for the view alone."""
        actions = (action for view in self.scene().views() for action in view.window().actions())
        found = (action for action in actions if keys in action.shortcuts())
        return any(action.isEnabled() and not action.objectName().startswith(LOOKING) for action in found)

    # Qt

    def boundingRect(self) -> QRectF:
        """Return the text with room for the cursor at its edges."""
        room = ROOM * self._em
        return super().boundingRect().adjusted(-room, -room, room, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the text without Qt's dashed frame."""
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        super().paint(painter, option, widget)

    def sceneEvent(self, event: QEvent) -> bool:
        """Claim the keys that the text needs before they become commands of the window."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in TABS:
            event.accept()
            self.wished.emit(TABS[Qt.Key(event.key())])
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event)
        return super().sceneEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for, or let it write."""
        self._turn_keys.press(event)
        wanted = wish(event, self._long)
        if wanted is not None:
            event.accept()
            self.wished.emit(wanted)
        elif event.key() in TURNS:
            self.turned.emit(TURNS[Qt.Key(event.key())])
        elif commands(event):
            self.left.emit()
            event.ignore()  # the window finds out what it means by its place
        else:
            super().keyPressEvent(event)
            event.accept()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Let no middle button paste: what is selected elsewhere may be mark-up that names pictures."""
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Turn the paragraph when Ctrl+Shift was pressed alone."""
        way = self._turn_keys.release(event)
        if way:
            self.turned.emit(way)
        super().keyReleaseEvent(event)
