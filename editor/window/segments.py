"""A row of buttons of which one is down: a choice among few things, all of them visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from editor.window.plain import tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QAbstractButton


class Segments(QWidget):
    """Chooses one key of `names`; `chosen` tells the key.

    Where the choice is `optional`, pressing the button that is down lifts it, and "" is chosen. `tight`
    buttons leave no room at their sides.
    """

    chosen = Signal(str)

    def __init__(
        self, names: Mapping[str, str], current: str, optional: bool = False, tight: bool = False
    ) -> None:
        super().__init__()
        self._buttons: dict[str, QPushButton] = {}
        self._tight = tight
        self._optional, self._before = optional, ""
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, name) in enumerate(names.items()):
            row.addWidget(self._button(key, name, place, len(names)), 1)
        self.choose(current)
        self._group.buttonPressed.connect(self._remember)
        self._group.buttonClicked.connect(self._tell)

    def current(self) -> str:
        """Return the key of the button that is down, "" if none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Press the button of `key` without telling anybody; an unknown key changes nothing."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def lift(self) -> None:
        """Let no button be down, without telling anybody."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def dress(self, key: str, icon: QIcon, words: str) -> None:
        """Let the button of `key` show an icon, and say in words what it stands for."""
        button = self._buttons[key]
        button.setIcon(icon)
        button.setIconSize(icon.availableSizes()[0])
        button.setToolTip(tip(words))
        button.setAccessibleName(words)

    def _remember(self, button: QAbstractButton) -> None:
        self._before = self.current() if button.isChecked() else ""

    def _tell(self) -> None:
        if self._optional and self._before and self.current() == self._before:
            self.lift()
        self.chosen.emit(self.current())

    def _button(self, key: str, name: str, place: int, count: int) -> QPushButton:
        button = QPushButton(name)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("role", "segment")
        button.setProperty("tight", self._tight)
        # Style sheets know left and right only: from right to left the last one stands on the left.
        from_left = count - 1 - place if self.isRightToLeft() else place
        button.setProperty("place", {count - 1: "last", 0: "first"}.get(from_left, "middle"))
        self._group.addButton(button)
        self._buttons[key] = button
        return button
