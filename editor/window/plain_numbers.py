"""Names of Qt's namespace as the plain numbers they stand for, for all that the first frame needs.

The first touch of `QtCore.Qt` makes all its hundred enumerations, a sixth of what a bare window takes to be
painted. What runs before that goes by these numbers, as properties; all else says `QtCore.Qt`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication, QLabel

PLAIN_TEXT = 0
LEFT_TO_RIGHT, RIGHT_TO_LEFT = 0, 1
ALIGN_TRAILING, ALIGN_V_CENTER = 0x2, 0x80


def show_plain_text(label: QLabel) -> None:
    """Let a label take its text as it is, never as markup."""
    _set(label, "textFormat", PLAIN_TEXT)


def align(label: QLabel, alignment: int) -> None:
    """Let the text of a label stand at that edge."""
    _set(label, "alignment", alignment)


def run(application: QApplication, *, from_right: bool) -> None:
    """Let all windows run from the right or from the left."""
    _set(application, "layoutDirection", RIGHT_TO_LEFT if from_right else LEFT_TO_RIGHT)


def _set(thing: QObject, name: str, value: int) -> None:
    # A property that Qt does not know would be taken without a word and change nothing.
    if not thing.setProperty(name, value):
        raise AttributeError(name)
