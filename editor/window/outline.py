"""The outline: stages with their cards as a tree, built as far as somebody opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QTreeView

from editor.model.records import Card, Lane, Stage, Step
from editor.window.plain import tip

if TYPE_CHECKING:
    # Only for checkers: joining Qt's types when they run makes PySide read all its signatures, 60 ms.
    from PySide6.QtCore import (
        QObject,
        QPersistentModelIndex,
        QRect,
    )

    AnyIndex = QModelIndex | QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

    from editor.model.change import Change
    from editor.model.journey import Journey

KEY = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
_TOP = 0
_CHEVRON = (QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4))


class OutlineModel(QAbstractItemModel):
    """Stages, and under each its cards in reading order; a stage's cards are listed when asked for."""

    def __init__(self, journey: Journey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journey = journey
        self._cards: dict[str, tuple[Card, ...]] = {}

    def take(self, change: Change) -> None:
        """Show the journey after `change`, if it touched anything that stands here."""
        if any(isinstance(record, Stage | Step | Lane | Card) for record in change.records()):
            self.beginResetModel()
            self._cards.clear()
            self.endResetModel()

    def cards(self, stage: str) -> tuple[Card, ...]:
        """Return the cards of a stage: by step, then by lane, then from top to bottom."""
        if stage not in self._cards:
            self._cards[stage] = tuple(
                card
                for step in self._journey.steps(stage)
                for lane in self._journey.all(Lane)
                for card in self._journey.cell(lane.id, step.id)
            )
        return self._cards[stage]

    def index_of(self, key: str) -> QModelIndex:
        """Return where the stage or card with that id stands; an invalid index if nowhere."""
        record = self._journey.get(key) if key in self._journey else None
        if isinstance(record, Stage):
            return self.index(self._journey.all(Stage).index(record), 0)
        if not isinstance(record, Card):
            return QModelIndex()
        stage = self._journey.one(Step, record.step).stage
        parent = self.index_of(stage)
        return self.index(self.cards(stage).index(record), 0, parent)

    def index(self, row: int, column: int, parent: AnyIndex = NOWHERE) -> QModelIndex:
        """Return the index of a stage, or of a card under one; its number is the stage's row plus one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        """Return the stage that a card stands under."""
        over = index.internalId() if index.isValid() else _TOP
        return QModelIndex() if over == _TOP else self.createIndex(over - 1, 0, _TOP)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of stages, or of a stage's cards."""
        stages = self._journey.all(Stage)
        if not parent.isValid():
            return len(stages)
        return len(self.cards(stages[parent.row()].id)) if parent.internalId() == _TOP else 0

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the one column."""
        del parent
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, id or tool tip of a stage or card."""
        record = self._record(index)
        words = record.title if isinstance(record, Stage) else record.text
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(words.split()) or self.tr("(no words yet)")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words)
        return record.id if role == KEY else None

    def _record(self, index: AnyIndex) -> Stage | Card:
        stages = self._journey.all(Stage)
        over = index.internalId()
        return stages[index.row()] if over == _TOP else self.cards(stages[over - 1].id)[index.row()]


class Outline(QTreeView):
    """The tree; a click or Enter selects an element on the map and shows it."""

    chosen = Signal(str)

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline"))
        self._model = OutlineModel(journey, self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._tell)

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

    def take(self, change: Change) -> None:
        """Show the journey after `change`; what was open stays open."""
        opened = self.opened_stages()
        self._model.take(change)
        for key in opened:
            self.expand(self._model.index_of(key))

    def cards(self, stage: str) -> tuple[Card, ...]:
        """Return the cards of a stage in reading order."""
        return self._model.cards(stage)

    def opened_stages(self) -> list[str]:
        """Return the ids of the stages whose cards are shown."""
        rows = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        return [index.data(KEY) for index in rows if self.isExpanded(index)]

    def mark(self, key: str) -> None:
        """Make the element with that id current without telling anybody."""
        index = self._model.index_of(key)
        if index.isValid():
            self.scrollTo(index)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, chosen)

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current element with Enter; everything else walks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._tell(self.currentIndex())
            return
        super().keyPressEvent(event)
