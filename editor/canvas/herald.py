"""Tells the window what of the choice has become another since it was told last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from editor.canvas.choice import Choice


class Herald(QObject):
    """`fronted` carries the persona in front, `chosen` the chosen ids, `focused` the ref in focus."""

    fronted = Signal(str)
    chosen = Signal(tuple)
    focused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: tuple[str, tuple[str, ...], str] = ("", (), "")

    def tell(self, choice: Choice, brushing: bool = False) -> None:
        """Tell what is new; nobody needs to follow a rubber band card by card."""
        if brushing:
            return
        now = (choice.front, choice.chosen, choice.focus)
        before, self._told = self._told, now
        for signal, old, new in zip((self.fronted, self.chosen, self.focused), before, now, strict=True):
            if new != old:
                signal.emit(new)
