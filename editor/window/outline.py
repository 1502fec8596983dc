"""The outline: stages with their steps and cards and the lanes, as a tree in which things can be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QTreeView

from editor.window.outline_model import KEY, LANES, OutlineModel, is_shown

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex, QRect
    from PySide6.QtGui import QKeyEvent

    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.model.records import Card
    from editor.window.outline_moves import Move

    AnyIndex = QModelIndex | QPersistentModelIndex

_CHEVRON = (QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4))
_OPEN_AFTER = 500
"""Milliseconds over a closed line after which it opens for what is dragged."""
_REST = 150
"""Milliseconds without a change after which the outline follows a gesture: drags must not wait for it."""
_NUDGES = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}


class Outline(QTreeView):
    """The tree; a click or Enter selects an element on the map, dragging or Alt and an arrow moves it."""

    chosen = Signal(str)
    move_wanted = Signal(object)

    def __init__(self, journey: Journey, movable: bool = False) -> None:
        super().__init__()
        self._journey = journey
        self._movable = movable
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline"))
        self._model = OutlineModel(journey, self, movable)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._tell)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._refresh)
        if movable:
            self._let_drag()

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """Paint a chevron before what can be opened; the mark of the selection stays on the words."""
        painter.fillRect(rect, self.palette().color(QPalette.ColorRole.Window))
        if not self._model.hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 1.6))
        painter.translate(rect.center().x() + 1.5, rect.center().y() + 1)
        if self.isExpanded(index):
            painter.rotate(90)
        elif self.isRightToLeft():
            painter.rotate(180)
        painter.drawPolyline(_CHEVRON)
        painter.restore()

    def take(self, change: Change, moving: bool = False) -> None:
        """Show the journey after `change`; while things are `moving`, as soon as they rest for a moment."""
        if is_shown(change):
            self._rest.start() if moving else self._refresh()

    def _refresh(self) -> None:
        """Show the journey as it is; what was open stays open."""
        self._rest.stop()
        opened, current = self.opened(), self._model.key(self.currentIndex())
        self._model.take()
        for key in opened:
            self.expand(self._model.index_of(key))
        self.mark(current)

    def cards(self, stage: str) -> tuple[Card, ...]:
        """Return the cards of a stage in reading order."""
        return self._model.cards(stage)

    def opened(self) -> list[str]:
        """Return the ids of what is open, the whole before its parts."""
        return [key for index in self._open_under(QModelIndex()) if (key := self._model.key(index))]

    def _open_under(self, over: QModelIndex) -> list[QModelIndex]:
        rows = [self._model.index(row, 0, over) for row in range(self._model.rowCount(over))]
        opened = [index for index in rows if self.isExpanded(index)]
        return [part for index in opened for part in (index, *self._open_under(index))]

    def mark(self, key: str) -> None:
        """Make the element with that id current without telling anybody."""
        index = self._model.index_of(key)
        if index.isValid():
            self.scrollTo(index)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, chosen)

    def _tell(self, index: QModelIndex) -> None:
        if index.data(KEY) == LANES:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(index.data(KEY))

    def _let_drag(self) -> None:
        self.setDragDropMode(QTreeView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(_OPEN_AFTER)
        self._model.dropped.connect(self._drop)

    def _drop(self, key: str, over: str, row: int) -> None:
        from editor.window.outline_moves import landing

        self._want(landing(self._journey, key, over, row))

    def _want(self, move: Move | None) -> None:
        if move is not None:
            self.move_wanted.emit(move)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current element with Enter, move it with Alt and an arrow; everything else walks."""
        by = _NUDGES.get(event.key(), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._tell(self.currentIndex())
        elif by and self._movable and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            from editor.window.outline_moves import nudged

            self._want(nudged(self._journey, self._model.key(self.currentIndex()), by))
        else:
            super().keyPressEvent(event)
