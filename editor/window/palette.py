"""The command palette: any action, or any element of the map, by a few letters of its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout

from editor.window.catalogue import folded
from editor.window.entry_painter import EntryPainter
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from editor.window.tokens import Tokens

WIDTH, ROWS = 600, 12
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose: its name, the group it belongs to, its keys, and what choosing it does."""

    name: str
    group: str
    keys: str
    choose: Callable[[], None]
    enabled: bool = True


class CommandPalette(QDialog):
    """A field over a list; typing narrows the list, Enter chooses, Esc leaves."""

    def __init__(self, parent: QWidget, entries: Sequence[Entry], hint: str, tokens: Tokens) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self._entries = entries
        self._model = QStandardItemModel(self)
        self.field = QLineEdit()
        self.field.setObjectName("search")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(EntryPainter(tokens, self.list))
        self._nothing = label(self.tr("Nothing goes by that name."), "muted")
        self._arrange()
        self._connect()
        self.narrow("")
        self.setFocusProxy(self.field)
        # A pop-up gets no focus of its own from the desktop: without this it would take no letters.
        self.field.setFocus()

    def narrow(self, words: str) -> None:
        """Show the entries that fit `words`, the best first."""
        self._model.clear()
        for entry in ranked(self._entries, words):
            self._model.appendRow(_item(entry))
        self._nothing.setVisible(self._model.rowCount() == 0)
        self.list.setVisible(self._model.rowCount() > 0)
        self._select(self._first_enabled())

    def shown(self) -> list[Entry]:
        """Return the entries in the list, from top to bottom."""
        return [self._model.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._model.rowCount())]

    def choose(self) -> None:
        """Do what the current entry says and close."""
        entry: Entry | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if entry is not None and entry.enabled:
            self.accept()
            entry.choose()

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GRID, GRID, GRID, GRID)
        rows.setSpacing(GRID)
        rows.addWidget(self.field)
        rows.addWidget(self.list)
        rows.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(WIDTH, 64 + ROWS * 34)
        parent = self.parentWidget()
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - WIDTH) // 2, corner.y() + 96)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.narrow)
        self.field.returnPressed.connect(self.choose)
        self.list.clicked.connect(self.choose)
        self.field.installEventFilter(self)

    def _first_enabled(self) -> int:
        return next((row for row, entry in enumerate(self.shown()) if entry.enabled), 0)

    def _select(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALKING:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def ranked(entries: Sequence[Entry], words: str) -> list[Entry]:
    """Return the entries whose names hold all `words`: those that begin with them, then those in a row."""
    wanted = folded(words).split()
    found = [(rank, entry) for entry in entries if (rank := _rank(entry, wanted)) is not None]
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def _rank(entry: Entry, wanted: list[str]) -> int | None:
    """Return how far an entry is from the words: 0 if its name begins with all, None if it lacks one."""
    name, group = folded(entry.name), folded(entry.group)
    if not all(word in name or word in group for word in wanted):
        return None
    phrase = " ".join(wanted)
    if name.startswith(phrase):
        return 0
    if f" {phrase}" in f" {name}":
        return 1
    if name.startswith(wanted[0]):
        return 2
    return 3 if any(f" {word}" in f" {name}" for word in wanted) else 4


def _item(entry: Entry) -> QStandardItem:
    item = QStandardItem(" ".join(entry.name.split()))
    item.setData(entry, Qt.ItemDataRole.UserRole)
    item.setEditable(False)
    item.setEnabled(entry.enabled)
    if not entry.enabled:
        item.setForeground(QColor("#808080"))
    return item
