"""Fields of the inspector for colours: one colour, or a row of them with names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editor.window.field_pick import hole, swatch
from editor.window.field_text import MIXED
from editor.window.palette_of import Offer
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.window.swatches import Swatches


class ColorField(QPushButton):
    """A button with the colour; pressing it shows the theme's choice, the theme's colours, and all others."""

    given = Signal(object)

    def __init__(self, words: bool = True) -> None:
        super().__init__()
        self._words = words
        self._value = ""
        self._offer = Offer()
        self.popup: Swatches | None = None
        self.setProperty("role", "pick" if words else "swatch")
        self.setAutoDefault(False)
        self.clicked.connect(self.open)

    def offer(self, colors: Offer) -> None:
        """Offer these colours."""
        self._offer = colors

    def show_value(self, value: object, mixed: bool = False, instead: str = "") -> None:
        """Show that colour; `instead` is the one that the theme has chosen."""
        self._value = "" if mixed else str(value)
        color = self._value or instead
        self.setIcon(swatch(color) if color else hole())
        if self._words:
            self.setText(MIXED if mixed else self._value or self.tr("Theme's choice"))

    def open(self) -> None:
        """Show the colours below the button."""
        from editor.window.swatches import Swatches

        self.popup = Swatches(self, self._offer, self._value)
        self.popup.chosen.connect(self._give)
        self.popup.show_under(self)

    def _give(self, color: str) -> None:
        if color != self._value or not color:
            self.given.emit(color)


class ColorsField(QWidget):
    """Colours in a row, each with its name; `given` tells all, up to the last that is given."""

    given = Signal(object)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._value: list[str] = []
        self.colors: list[ColorField] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for place, name in enumerate(names):
            field = ColorField(words=False)
            field.setToolTip(name)
            field.setAccessibleName(name)
            field.given.connect(lambda color, place=place: self._give(place, str(color)))
            self.colors.append(field)
            row.addWidget(field)
        row.addStretch(1)
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.setProperty("role", "link")
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(lambda: self.given.emit(()))
        row.addWidget(self.reset)
        if self.colors:
            self.setFocusProxy(self.colors[0])

    def offer(self, colors: Offer) -> None:
        """Offer these colours for each."""
        for field in self.colors:
            field.offer(colors)

    def show_value(self, value: object, mixed: bool = False, instead: Sequence[str] = ()) -> None:
        """Show those colours; `instead` are the ones that the theme has chosen."""
        given = () if mixed or not isinstance(value, tuple) else value
        self._value = [*given, *[""] * len(self.colors)][: len(self.colors)]
        for place, field in enumerate(self.colors):
            chosen = instead[place] if place < len(instead) else ""
            field.show_value(self._value[place], instead=chosen)
        self.reset.setVisible(any(self._value))

    def _give(self, place: int, color: str) -> None:
        value = [*self._value]
        value[place] = color
        while value and not value[-1]:
            value.pop()
        self.given.emit(tuple(value))
