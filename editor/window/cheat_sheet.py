"""All keys on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.window.actions import GROUPS, ROWS
from editor.window.plain import label
from editor.window.room import open_at
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from editor.window.actions import Row

CANVAS_KEYS = (
    ("Tab", "Go on to the next card"),
    ("Arrows", "Walk from card to card"),
    ("Shift+click", "Extend the selection"),
    ("Ctrl+wheel", "Zoom at the pointer"),
    ("Space+drag", "Move the map"),
    ("Alt+arrows", "Move what is selected"),
    ("Ctrl+drag", "Copy cards"),
    ("1 – 9", "Bring the curve of a persona to the front"),
    ("Esc", "Step back: card, cell, nothing"),
)
"""What keys and mouse do on the map itself; the words are of the context "Keys"."""
PRESENTING_KEYS = (
    ("Left, Right", "Go to the stage beside"),
    ("PgDown, Space", "Go on to the next stage"),
    ("Up, Down", "Scroll through the stage"),
    ("Home", "Show the whole map"),
    ("Esc", "End the presentation"),
)
"""What keys do while the map is presented; words of the same context."""


class CheatSheet(QDialog):
    """The actions that have keys, by menu, and what the mouse does on the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        rows.setSpacing(2 * GRID)
        rows.addWidget(label(self.tr("Keyboard shortcuts"), "section"))
        rows.addWidget(self._sheet())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)
        open_at(self, 960, 720)

    def _sheet(self) -> QScrollArea:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(5 * GRID)
        for groups in (("file", "edit"), ("insert", "view"), ("map", "review", "present", "window", "help")):
            columns.addLayout(self._column(groups))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        return area

    def _column(self, groups: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        for group in groups:
            lines = [(_name(row), _keys(row)) for row in ROWS if row.keys and row.id.startswith(f"{group}.")]
            column.addLayout(_block(QCoreApplication.translate("Menus", GROUPS[group]), lines))
        if "help" in groups:
            column.addLayout(_block(self.tr("On the map"), _lines(CANVAS_KEYS)))
            column.addLayout(_block(self.tr("While presenting"), _lines(PRESENTING_KEYS)))
        column.addStretch(1)
        return column


def _block(title: str, lines: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID - 2)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(title, "heading"), 0, 0, 1, 2)
    for row, (text, keys) in enumerate(lines, 1):
        grid.addWidget(label(text), row, 0)
        grid.addWidget(label(keys, "key"), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid


def _lines(keys: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [(translate("Keys", text), translate("Keys", names)) for names, text in keys]


def _name(row: Row) -> str:
    return QCoreApplication.translate("Actions", row.text).replace("&", "").rstrip("…")


def _keys(row: Row) -> str:
    return QKeySequence(row.keys.split(", ")[0]).toString(QKeySequence.SequenceFormat.NativeText)
