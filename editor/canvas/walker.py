"""The keyboard on the canvas: arrows and Tab walk, Home and End jump, Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from editor.canvas.events import WAYS
from editor.canvas.walking import first, following, neighbour

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.canvas.choice import Choice
    from editor.canvas.places import Places
    from editor.canvas.spot import Spot
    from editor.canvas.walking import Way


class Walker:
    """Moves the focus of a choice over the places of a picture."""

    def __init__(self, places: Places, choice: Choice) -> None:
        self._places, self._choice = places, choice

    def press(self, event: QKeyEvent) -> Spot | None:
        """Take a key; return the spot that was walked to, or None where the key means nothing here."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        if held and not shift:
            return None
        if event.key() in WAYS:
            return self._go(self.beside(WAYS[Qt.Key(event.key())]), extend=shift)
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._go(self._end_of_row(event.key() == Qt.Key.Key_End), extend=shift)
        return None

    def tab(self, forward: bool) -> Spot | None:
        """Go on in reading order from the focus; None without a focus and at the ends of the map."""
        here = self._focus()
        if here is None:
            return None
        return self._go(following(self._places, here, 1 if forward else -1))

    def beside(self, way: Way) -> Spot | None:
        """Return the neighbour of the focus on the screen, or where a walk begins."""
        here = self._focus()
        return neighbour(self._places, here, way) if here else first(self._places)

    def _end_of_row(self, last: bool) -> Spot | None:
        here = self._focus()
        if here is None:
            return None
        row = next((row for row in self._places.rows() if any(s.ref == here.ref for s in row)), [here])
        return row[-1 if last else 0]

    def _focus(self) -> Spot | None:
        return self._places.find(self._choice.focus) if self._choice.focus else None

    def _go(self, spot: Spot | None, extend: bool = False) -> Spot | None:
        if spot is not None:
            self._choice.click(spot, extend=extend)
        return spot
