"""What keys mean while a text is written, also on keyboards whose layout has no Latin letters."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

JOINER = "\u200c"
"""The zero width non-joiner: it parts letters that would join, as in «می‌شود»."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLACES = {38: "A", 29: "Y", 52: "Z", 53: "X", 54: "C", 55: "V"}
"""Scan codes, as X11 and Wayland count them, of the keys that write these letters on a US keyboard."""
TWO = (Qt.Key.Key_2, Qt.Key.Key_At)
TWO_PLACE = 11
RIGHT_SHIFTS = frozenset({62, 54})
LEFT_SHIFTS = frozenset({50, 42})
"""Scan codes of the Shift keys under X11 and under Windows."""


class Wish(Enum):
    """What somebody who writes asks for."""

    DROP = "drop"
    FINISH = "finish"
    NEXT = "next"
    PREVIOUS = "previous"
    BREAK = "break"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    CUT = "cut"
    PASTE = "paste"
    ALL = "all"
    JOIN = "join"
    SPACE = "space"


COMMANDS = {
    (CONTROL, "Z"): Wish.UNDO,
    (CONTROL | SHIFT, "Z"): Wish.REDO,
    (CONTROL, "Y"): Wish.REDO,
    (CONTROL, "C"): Wish.COPY,
    (CONTROL, "X"): Wish.CUT,
    (CONTROL, "V"): Wish.PASTE,
    (CONTROL | SHIFT, "V"): Wish.PASTE,
    (CONTROL, "A"): Wish.ALL,
}
STANDARD = (
    (QKeySequence.StandardKey.Paste, Wish.PASTE),
    (QKeySequence.StandardKey.Copy, Wish.COPY),
    (QKeySequence.StandardKey.Cut, Wish.CUT),
    (QKeySequence.StandardKey.Undo, Wish.UNDO),
    (QKeySequence.StandardKey.Redo, Wish.REDO),
)


def wish(event: QKeyEvent, long: bool) -> Wish | None:
    """Return what a key asks for, None where it is for the text; `long` texts have paragraphs."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    match event.key():
        case Qt.Key.Key_Escape:
            return Wish.DROP
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return Wish.BREAK if long and held in (Qt.KeyboardModifier.NoModifier, SHIFT) else Wish.FINISH
        case Qt.Key.Key_F2:
            return Wish.FINISH
        case Qt.Key.Key_Space if held == SHIFT and event.text() != JOINER:
            return Wish.SPACE
    if held == CONTROL | SHIFT and (event.key() in TWO or event.nativeScanCode() == TWO_PLACE):
        return Wish.JOIN
    return COMMANDS.get((held, _letter(event))) or _standard(event)


def _letter(event: QKeyEvent) -> str:
    """Return the Latin letter of a key, by its place where the layout writes another alphabet."""
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return chr(key)
    return PLACES.get(event.nativeScanCode(), "") if key >= Qt.Key.Key_ydiaeresis else ""


def _standard(event: QKeyEvent) -> Wish | None:
    """Return what the platform's own keys mean, such as Shift+Insert."""
    return next((meaning for keys, meaning in STANDARD if event.matches(keys)), None)


def types(event: QKeyEvent) -> bool:
    """Tell whether a key writes something: a letter, also with AltGr, which comes as Ctrl+Alt on Windows."""
    held, text = event.modifiers(), event.text()
    alone = bool(held & CONTROL) == bool(held & Qt.KeyboardModifier.AltModifier)
    return alone and bool(text) and (text.isprintable() or text == JOINER) and not text.isspace()


def commands(event: QKeyEvent) -> bool:
    """Tell whether a key may be a command of the window whose letter is not a Latin one."""
    foreign = Qt.Key.Key_ydiaeresis <= event.key() < Qt.Key.Key_Escape
    return bool(event.modifiers() & CONTROL) and foreign and not types(event)


def joins(before: str) -> bool:
    """Tell whether a joiner makes sense behind `before`: letters from the right can be parted."""
    return bidirectional(before[-1:] or " ") in ("R", "AL", "NSM")


class TurnKeys:
    """Ctrl+Shift alone, pressed and let go: the left Shift asks for left to right."""

    def __init__(self) -> None:
        self._shift: int | None = None
        self._both = False

    def press(self, event: QKeyEvent) -> None:
        """Take a key that goes down."""
        if event.key() == Qt.Key.Key_Shift:
            self._shift = event.nativeScanCode()
            self._both = bool(event.modifiers() & CONTROL)
        elif event.key() == Qt.Key.Key_Control:
            self._both = self._shift is not None and bool(event.modifiers() & SHIFT)
        else:
            self._shift, self._both = None, False

    def release(self, event: QKeyEvent) -> str:
        """Take a key that goes up; return "ltr", "rtl" or "other" if they were pressed alone, else ""."""
        if event.key() not in (Qt.Key.Key_Control, Qt.Key.Key_Shift):
            return ""
        shift, both = self._shift, self._both
        self._shift, self._both = None, False
        if not both:
            return ""
        return "rtl" if shift in RIGHT_SHIFTS else "ltr" if shift in LEFT_SHIFTS else "other"
