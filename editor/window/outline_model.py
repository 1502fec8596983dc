"""What the outline shows: stages with steps and cards, then the lanes, listed as far as they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, Qt, Signal

from editor.model.records import Card, Lane, Stage, Step
from editor.window.plain import tip

if TYPE_CHECKING:
    # Only for checkers: joining Qt's types when they run makes PySide read all its signatures, 60 ms.
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    AnyIndex = QModelIndex | QPersistentModelIndex

    from editor.model.change import Change
    from editor.model.journey import Journey

KEY = Qt.ItemDataRole.UserRole
LANES = "|lanes"
"""Stands for the group of lanes; no id has such a letter."""
MIME = "application/x-safar-outline"
NOWHERE = QModelIndex()
_ROOT = -1


class _Node(NamedTuple):
    """A line of the outline: whose it is, the number of the line over it, and its place under that."""

    key: str
    over: int
    row: int


class OutlineModel(QAbstractItemModel):
    """Stages, under each its steps with their cards, and a group of lanes at the end.

    A stage with a single step that has no title shows the cards right away. Until `take` is called
    after a change it may show what is gone by now. `dropped` tells what was let
    go where: the id, the id of what it is to stand under ("" for the top, LANES), and the row there.
    """

    dropped = Signal(str, str, int)

    def __init__(self, journey: Journey, parent: QObject | None = None, movable: bool = False) -> None:
        super().__init__(parent)
        self._journey = journey
        self._movable = movable
        self._nodes: list[_Node] = []
        self._under: dict[int, list[int]] = {}
        self._cards: dict[str, tuple[Card, ...]] = {}

    def take(self) -> None:
        """Show the journey as it is now."""
        self.beginResetModel()
        self._nodes.clear()
        self._under.clear()
        self._cards.clear()
        self.endResetModel()

    def cards(self, stage: str) -> tuple[Card, ...]:
        """Return the cards of a stage: by step, then by lane, then from top to bottom."""
        if stage not in self._cards:
            steps = self._journey.steps(stage)
            self._cards[stage] = tuple(card for step in steps for card in cards_of(self._journey, step.id))
        return self._cards[stage]

    def index_of(self, key: str) -> QModelIndex:
        """Return where the element with that id stands; an invalid index if nowhere."""
        over = home(self._journey, key)
        if over is None:
            return QModelIndex()
        parent = self.index_of(over) if over else QModelIndex()
        lines = self._lines(self._number(parent))
        row = next((row for row, line in enumerate(lines) if self._nodes[line].key == key), -1)
        return self.createIndex(row, 0, lines[row]) if row >= 0 else QModelIndex()

    def key(self, index: AnyIndex) -> str:
        """Return the id of what stands at an index: LANES for the group, "" for the top."""
        return self._nodes[index.internalId()].key if index.isValid() else ""

    def index(self, row: int, column: int, parent: AnyIndex = NOWHERE) -> QModelIndex:
        """Return the index of a line."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._lines(self._number(parent))[row])

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        """Return the line that a line stands under."""
        over = self._nodes[index.internalId()].over if index.isValid() else _ROOT
        return QModelIndex() if over == _ROOT else self.createIndex(self._nodes[over].row, 0, over)

    def hasChildren(self, parent: AnyIndex = NOWHERE) -> bool:
        """Tell whether something stands under a line, without listing it."""
        return bool(children(self._journey, self.key(parent)))

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of lines under a line."""
        return len(self._lines(self._number(parent)))

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the one column."""
        del parent
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, id or tool tip of an element."""
        if role == KEY:
            return self.key(index)
        if role == Qt.ItemDataRole.DisplayRole:
            shown = self._words(index).strip("\u200b")  # stands for a text while it is written and empty
            return " ".join(shown.split()) or self.tr("(no words yet)")
        return tip(self._words(index)) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let everything but the group be dragged, and dropped under what can hold it."""
        usual = super().flags(index)
        if not self._movable:
            return usual
        if not index.isValid() or self.key(index) == LANES:
            return usual | Qt.ItemFlag.ItemIsDropEnabled
        return usual | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Let things be moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one form in which lines are dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the dragged element; it means something in this outline only."""
        mime = QMimeData()
        mime.setData(MIME, f"{id(self)} {self.key(indexes[0])}".encode())
        return mime

    def canDropMimeData(
        self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Tell whether what is dragged can stand there, and does not do so already."""
        from editor.window.outline_moves import landing

        del action, column
        key = self._dragged(mime)
        return bool(key) and landing(self._journey, key, self.key(parent), row) is not None

    def dropMimeData(
        self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Tell where something was dropped."""
        if not self.canDropMimeData(mime, action, row, column, parent):
            return False
        self.dropped.emit(self._dragged(mime), self.key(parent), row)
        return True

    def _dragged(self, mime: QMimeData) -> str:
        owner, _, key = mime.data(MIME).data().decode("utf-8").partition(" ")
        return key if owner == str(id(self)) else ""

    def _number(self, index: AnyIndex) -> int:
        return index.internalId() if index.isValid() else _ROOT

    def _lines(self, over: int) -> list[int]:
        """Return the numbers of the lines under a line, which are made when they are first asked for."""
        if over not in self._under:
            key = self._nodes[over].key if over != _ROOT else ""
            start = len(self._nodes)
            below = children(self._journey, key)
            self._nodes += [_Node(one, over, row) for row, one in enumerate(below)]
            self._under[over] = list(range(start, len(self._nodes)))
        return self._under[over]

    def _words(self, index: AnyIndex) -> str:
        key = self.key(index)
        if key == LANES:
            return self.tr("Lanes")
        record = self._journey.get(key) if key in self._journey else None
        if isinstance(record, Lane):
            return record.title or _lane_words(record)
        if isinstance(record, Step):
            return record.title or self.tr("Step {n}").format(n=index.row() + 1)
        return record.title if isinstance(record, Stage) else getattr(record, "text", "")


def is_shown(change: Change) -> bool:
    """Tell whether a change touches anything that stands in the outline."""
    return any(isinstance(record, Stage | Step | Lane | Card) for record in change.records())


def children(journey: Journey, key: str) -> list[str]:
    """Return the ids of what stands under an element in the outline; "" is the top."""
    if key == "":
        return [*(stage.id for stage in journey.all(Stage)), LANES]
    if key == LANES:
        return [lane.id for lane in journey.all(Lane)]
    record = journey.get(key) if key in journey else None
    if isinstance(record, Stage) and shows_steps(journey, key):
        return [step.id for step in journey.steps(key)]
    if isinstance(record, Stage):
        return [card.id for step in journey.steps(key) for card in cards_of(journey, step.id)]
    return [card.id for card in cards_of(journey, key)] if isinstance(record, Step) else []


def home(journey: Journey, key: str) -> str | None:
    """Return the id of what an element stands under in the outline; None if it does not stand there."""
    if key == LANES:
        return ""
    record = journey.get(key) if key in journey else None
    match record:
        case Stage():
            return ""
        case Lane():
            return LANES
        case Step():
            return record.stage if shows_steps(journey, record.stage) else None
        case Card():
            stage = journey.one(Step, record.step).stage
            return record.step if shows_steps(journey, stage) else stage
        case _:
            return None


def shows_steps(journey: Journey, stage: str) -> bool:
    """Tell whether the outline shows the steps of a stage, or its cards right away."""
    steps = journey.steps(stage)
    return len(steps) > 1 or any(step.title for step in steps)


def cards_of(journey: Journey, step: str) -> list[Card]:
    """Return the cards of a step: by lane, then from top to bottom."""
    return [card for lane in journey.all(Lane) for card in journey.cell(lane.id, step)]


def _lane_words(lane: Lane) -> str:
    from editor.window.words import words

    return words(lane.lane_kind)
