"""The tool bar: the actions used all the time, the door to all others, and the way to paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from editor.window.actions import TOOLBAR
from editor.window.icons import SIZE
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.window.main_window import MainWindow

_WORDED = ("insert.stage", "insert.lane", "insert.card")
"""Actions whose button shows a plus and their name."""


class ToolBar(QToolBar):
    """A calm row of buttons; icons alone where everybody knows them, words where not."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._window = window
        for key in TOOLBAR:
            self._add(key)
        self.addWidget(_spring())
        self.addWidget(self._search())
        self.addWidget(self._export())

    def _add(self, key: str) -> None:
        if not key:
            self.addSeparator()
            return
        self.addAction(self._window.actions_by_id.with_icon(key))
        button = self.widgetForAction(self._window.actions_by_id[key])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if key in _WORDED and isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _search(self) -> QWidget:
        """Return the door to the command palette: words and keys side by side, keys alone without room."""
        button = self._door = QPushButton()
        button.setProperty("role", "link")
        button.setAccessibleName(self.tr("Search and commands"))
        row = QHBoxLayout(button)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(GRID)
        self._words = label(self.tr("Search and commands"))
        row.addWidget(self._words)
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        row.addWidget(label(keys, "key"))
        button.setMinimumWidth(row.sizeHint().width())
        button.setMinimumHeight(34)
        button.clicked.connect(self._window.actions_by_id["help.commands"].trigger)
        return button

    def _export(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(GRID, 0, 0, 0)
        button = QPushButton(self.tr("Export"))
        button.setProperty("role", "primary")
        button.clicked.connect(self._window.actions_by_id["file.export"].trigger)
        row.addWidget(button)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where they would push the last button out of the window."""
        super().resizeEvent(event)
        wide = 0 if self._words.isVisibleTo(self) else self._words.sizeHint().width() + GRID
        self._words.setVisible(self.sizeHint().width() + wide <= self.width())
        self._door.setMinimumWidth(self._door.layout().sizeHint().width())


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring
