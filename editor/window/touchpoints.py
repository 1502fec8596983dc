"""The touchpoints that a map knows: to be dragged into a cell, or put into the selected column with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from editor.model.records import Channel, Image
from editor.session.drawing import map_theme
from editor.window.palette_of import usual_color
from editor.window.plain import tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.window.icons import Icons

BADGE, ROW = 22, 30
_INSET = 4.5
_KEY = Qt.ItemDataRole.UserRole
_USUAL = "chat"


class Touchpoints(QListWidget):
    """The map's channels, each with its badge."""

    chosen = Signal(str)

    def __init__(self, journey: Journey, icons: Icons) -> None:
        super().__init__()
        self._journey = journey
        self._icons = icons
        self.setObjectName("touchpoints")
        self.setAccessibleName(self.tr("Touchpoints"))
        self.setIconSize(QSize(BADGE, BADGE))
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.itemDoubleClicked.connect(lambda item: self.chosen.emit(item.data(_KEY)))
        self._fill()

    def take(self, change: Change) -> None:
        """Show the channels after `change`."""
        dressed = map_theme(self._journey.map) is not self._theme
        if dressed or any(isinstance(record, Channel | Image) for record in change.records()):
            self._fill()

    def sizeHint(self) -> QSize:
        """Return a height for all channels, for eight at most."""
        return QSize(200, ROW * min(max(self.count(), 1), 8) + 4)

    def _fill(self) -> None:
        self._theme = map_theme(self._journey.map)
        self.clear()
        for place, channel in enumerate(self._journey.all(Channel)):
            color = usual_color(self._journey, channel, place)
            item = QListWidgetItem(self._badge(channel, color), channel.name)
            item.setData(_KEY, channel.id)
            item.setToolTip(tip(channel.name))
            item.setSizeHint(QSize(0, ROW))
            self.addItem(item)
        self.updateGeometry()

    def _badge(self, channel: Channel, color: str) -> QIcon:
        """Return the channel's own picture, or its icon in white on a disc of its colour."""
        if channel.image in self._journey:
            from editor.window.field_picture import picture_icon

            return picture_icon(self._journey, channel.image, BADGE)
        name = channel.icon if channel.icon in self._icons.names() else _USUAL
        badge = QIcon()
        for ratio in (1, 2):
            badge.addPixmap(self._disc(color, name, ratio))
        return badge

    def _disc(self, color: str, name: str, ratio: int) -> QPixmap:
        pixmap = QPixmap(BADGE * ratio, BADGE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(0, 0, BADGE, BADGE)
        inner = round(BADGE - 2 * _INSET)
        sign = self._icons.pixmap(name, inner, "#ffffff", ratio)
        painter.drawPixmap(QPoint(round(_INSET), round(_INSET)), sign)
        painter.end()
        return pixmap

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the current channel; where it falls it becomes a card."""
        del actions
        item = self.currentItem()
        if item is None:
            return
        from editor.canvas.drops import new_thing

        drag = QDrag(self)
        drag.setMimeData(new_thing(f"card:touchpoints:{item.data(_KEY)}"))
        drag.setPixmap(item.icon().pixmap(BADGE, BADGE))
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.CopyAction:
            self._let_go(drag.target())

    def _let_go(self, where: QObject | None) -> None:
        """Leave the keys to what was dropped; nothing is chosen or pointed at here any more."""
        self.clearSelection()
        self.viewportEvent(QEvent(QEvent.Type.Leave))
        if isinstance(where, QWidget):
            where.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark a channel when the keys come here: else nobody would see that they are here."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        if event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason) and self.count():
            self.setCurrentRow(max(self.currentRow(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current channel with Enter; everything else walks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.chosen.emit(self.currentItem().data(_KEY))
            return
        super().keyPressEvent(event)
