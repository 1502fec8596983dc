"""Fields of the inspector that pick among named things: one owner, several personas, or a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton

from editor.window.choice_box import ChoiceBox
from editor.window.field_text import MIXED
from editor.window.plain import menu_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

SWATCH = 14
_NEW = "\n"
"""The key of "New…"; no id holds a line break."""


class Pick(NamedTuple):
    """One thing that can be picked: its key, its name, and its colour or ""."""

    key: str
    name: str
    color: str = ""


def hole() -> QIcon:
    """Return a grey ring, where there is no colour."""
    return swatch("#00000000")


def swatch(color: str) -> QIcon:
    """Return a disc of that colour; no icon without one."""
    if not color:
        return QIcon()
    icon = QIcon()
    for ratio in (1, 2):
        icon.addPixmap(_disc(color, ratio))
    return icon


def _disc(color: str, ratio: int) -> QPixmap:
    pixmap = QPixmap(SWATCH * ratio, SWATCH * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("#8a93a0") if not QColor(color).alpha() else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(1, 1, SWATCH - 2, SWATCH - 2)
    painter.end()
    return pixmap


class PickField(ChoiceBox):
    """A drop-down list; `given` tells the key that was picked, `new_wanted` that none of them will do."""

    given = Signal(object)
    new_wanted = Signal()

    def __init__(self, new: str = "", none: str = "") -> None:
        super().__init__([], "")
        self._new, self._none = new, none
        self._picks: tuple[Pick, ...] | None = None
        self._shown = -1
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._picked)

    def offer(self, picks: Sequence[Pick]) -> None:
        """Offer these things, after nothing and before a new one where those can be."""
        if tuple(picks) == self._picks:
            return
        self._picks = tuple(picks)
        self.clear()
        if self._none:
            self.addItem(self._none, "")
        for pick in picks:
            self.addItem(swatch(pick.color), " ".join(pick.name.split()), pick.key)
        if self._new:
            self.insertSeparator(self.count())
            self.addItem(self._new, _NEW)

    def show_value(self, value: object, mixed: bool = False) -> None:
        """Show the thing with that key, or that there are several."""
        self._shown = -1 if mixed else self.findData(value)
        self.setPlaceholderText(MIXED if mixed else str(value))
        self.setCurrentIndex(self._shown)

    def _picked(self, place: int) -> None:
        key = self.itemData(place)
        if key == _NEW:
            self.setCurrentIndex(self._shown)
            self.new_wanted.emit()
        elif place != self._shown:
            self.given.emit(key)


class PicksField(QPushButton):
    """A button with a menu in which several things are ticked; `given` tells their keys."""

    given = Signal(object)
    new_wanted = Signal()

    def __init__(self, new: str, none: str) -> None:
        super().__init__()
        self._new, self._none = new, none
        self._value: tuple[str, ...] = ()
        self._picks: tuple[Pick, ...] = ()
        self.setProperty("role", "pick")
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)

    def offer(self, picks: Sequence[Pick]) -> None:
        """Offer these things."""
        self._picks = tuple(picks)

    def show_value(self, value: Collection[str], mixed: bool = False) -> None:
        """Show the names of the things with these keys, or that there are several."""
        self._value = () if mixed else tuple(value)
        names = [pick.name for pick in self._picks if pick.key in self._value]
        self.setText(MIXED if mixed else menu_text(", ".join(names)) or self._none)

    def _fill(self) -> None:
        self.menu().clear()
        for pick in self._picks:
            entry = self.menu().addAction(swatch(pick.color), menu_text(pick.name))
            entry.setCheckable(True)
            entry.setChecked(pick.key in self._value)
            entry.triggered.connect(lambda on, key=pick.key: self._tick(key, on))
        if self._picks:
            self.menu().addSeparator()
        self.menu().addAction(self._none).triggered.connect(lambda: self.given.emit(()))
        self.menu().addAction(self._new).triggered.connect(lambda: self.new_wanted.emit())

    def _tick(self, key: str, on: bool) -> None:
        ticked = {*self._value, key} if on else {*self._value} - {key}
        self.given.emit(tuple(pick.key for pick in self._picks if pick.key in ticked))
