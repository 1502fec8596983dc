"""Keys that begin to write on what is in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from editor.canvas.text_keys import types

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.canvas.hands import Hands

OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
TYPED_OVER = frozenset({"card", "cell", "connection", "point", "stage", "step", "rail", "note"})
"""Roles of what a letter typed over it takes the place of."""


def opens(hands: Hands, event: QKeyEvent) -> bool:
    """Write on what is in focus: from its end on, or in its place with the letter that was typed.

    Tell whether the key meant that.
    """
    spot = hands.places.find(hands.choice.focus) if hands.choice.focus else None
    if spot is None:
        return False
    if event.key() in OPENING and not event.modifiers():
        if not hands.write(spot):
            hands.activate(spot)
        return True
    return types(event) and spot.role in TYPED_OVER and hands.write(spot, event.text())
