"""Words on the window as plain text: what a map says is never read as markup.

Qt guesses rich text in labels, tool tips and message boxes and would then load files named in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy

from editor.window.plain_numbers import show_plain_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def label(text: str = "", role: str = "", parent: QWidget | None = None, wrap: bool = False) -> QLabel:
    """Return a label that shows `text` as it is, dressed by the style sheet's rule for `role`."""
    made = QLabel(parent)
    show_plain_text(made)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if role == "heading":
        made.setText(text.upper())
    return made


def tip(text: str) -> str:
    """Return `text` for a tool tip: escaped, and marked as markup so that Qt does not guess."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped.replace(chr(10), '<br>')}</span>" if text else ""


def menu_text(text: str) -> str:
    """Return a map's or file's name for a menu, where a single ampersand would underline a letter."""
    return " ".join(text.split()).replace("&", "&&")


def isolated(text: str) -> str:
    """Return a map's or file's words for the middle of a sentence: they run in their own direction."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if text else ""


class ElidedLabel(QLabel):
    """A plain label that shortens its text in the middle instead of growing."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._full = ""
        show_plain_text(self)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show `text` on one line, shortened when it does not fit."""
        self._full = " ".join(text.split())
        self.setToolTip(tip(text))
        self._fit()

    def full_text(self) -> str:
        """Return the whole text."""
        return self._full

    def _fit(self) -> None:
        room = max(self.contentsRect().width() - 2 * self.margin() - 16, 40)
        metrics = QFontMetrics(self.font())
        fits = metrics.horizontalAdvance(self._full) <= room
        self.setText(self._full if fits else self._elided(metrics, room))

    def _elided(self, metrics: QFontMetrics, room: int) -> str:
        return metrics.elidedText(self._full, QtCore.Qt.TextElideMode.ElideMiddle, room)

    def sizeHint(self) -> QSize:
        """Return the fixed width where there is one: Qt keeps the first for as long as the text stays."""
        hint = super().sizeHint()
        fixed = self.minimumWidth() == self.maximumWidth()
        return QSize(self.minimumWidth(), hint.height()) if fixed else hint

    def resizeEvent(self, event: object) -> None:
        """Shorten again for the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()
