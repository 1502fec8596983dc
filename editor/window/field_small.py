"""Small fields of the inspector: a choice among buttons, a tick, a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QColorDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from editor.window.field_pick import swatch
from editor.window.field_text import MIXED
from editor.window.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping

COLORS = ("#0072b2", "#00795a", "#8f4f7b", "#8a6500", "#b04a00", "#6a51a3", "#33708a", "#7d4b42")
"""Colours to begin with; white reads on each, and they are told apart by people who see few colours."""


class SegmentField(QWidget):
    """A row of buttons for a value among few, each by its key of text."""

    given = Signal(object)

    def __init__(self, values: Mapping[str, object], names: Mapping[str, str], optional: bool) -> None:
        super().__init__()
        self._values = dict(values)
        self.segments = Segments(names, "", optional)
        self.segments.chosen.connect(self._chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)

    def show_value(self, value: object, mixed: bool = False) -> None:
        """Let the button of `value` be down, or of the nearest number; none if there are several."""
        self.segments.lift()
        self._shown = "" if mixed else self._key(value)
        self.segments.choose(self._shown)

    def _key(self, value: object) -> str:
        if isinstance(value, float):
            return min(self._values, key=lambda key: abs(float(str(self._values[key])) - value))
        return next((key for key, one in self._values.items() if one == value), "")

    def _chosen(self, key: str) -> None:
        if key != self._shown:
            self.given.emit(self._values.get(key, ""))


class FlagField(QCheckBox):
    """A tick, half of one where there are several values."""

    given = Signal(object)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clicked.connect(self._tell)

    def show_value(self, value: object, mixed: bool = False) -> None:
        """Show whether it holds."""
        self.setTristate(mixed)
        states = Qt.CheckState
        whole = states.Checked if value else states.Unchecked
        self.setCheckState(states.PartiallyChecked if mixed else whole)

    def _tell(self) -> None:
        on = self.checkState() != Qt.CheckState.Unchecked
        self.setTristate(False)
        self.given.emit(on)


class ColorField(QPushButton):
    """A button with the colour; its menu offers the theme's choice, some colours, and all others."""

    given = Signal(object)

    def __init__(self, words: bool = True) -> None:
        super().__init__()
        self._words = words
        self._value = ""
        self.setProperty("role", "pick" if words else "swatch")
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)

    def show_value(self, value: object, mixed: bool = False, instead: str = "") -> None:
        """Show that colour; `instead` is the one that the theme has chosen."""
        self._value = "" if mixed else str(value)
        self.setIcon(swatch(self._value or instead))
        if self._words:
            self.setText(MIXED if mixed else self._value or self.tr("Theme's choice"))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        menu.addAction(self.tr("Theme's choice")).triggered.connect(lambda: self._give(""))
        menu.addSeparator()
        for color in COLORS:
            menu.addAction(swatch(color), color).triggered.connect(lambda _=False, c=color: self._give(c))
        menu.addSeparator()
        menu.addAction(self.tr("Other colour…")).triggered.connect(self._ask)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._value or COLORS[0]), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda color: self._give(color.name()))
        dialog.open()

    def _give(self, color: str) -> None:
        if color != self._value or not color:
            self.given.emit(color)
