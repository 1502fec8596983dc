"""The keyboard on an emotion curve: arrows nudge the chosen points, Delete removes, digits choose a curve."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from editor.canvas.events import WAYS
from editor.canvas.tools.emotions import add_at_focus, bring, nudge, remove_chosen

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.canvas.tools.board import Board

REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ADDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONTROL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
HELD = CONTROL | ALT | META


def emotion_key(board: Board, event: QKeyEvent) -> bool:
    """Take a key; tell whether it meant something to the emotions or connections in focus."""
    key, held = event.key(), event.modifiers()
    if held & HELD:
        return False
    fine = bool(held & Qt.KeyboardModifier.ShiftModifier)
    if key in WAYS:
        return nudge(board, WAYS[Qt.Key(key)], fine)
    if fine:
        return False
    if key in REMOVING:
        return remove_chosen(board)
    if key in ADDING:
        return add_at_focus(board)
    number = digit(event.text())
    return bring(board, number) if number else False


def digit(text: str) -> int:
    """Return the digit that a key types, Persian and Arabic ones too; 0 for anything else."""
    return unicodedata.decimal(text, 0) if len(text) == 1 else 0
