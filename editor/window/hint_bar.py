"""A quiet line under the map: what one could do next, with the keys for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence


class HintBar(QFrame):
    """Words and keys in turn; keys are written in square brackets: "[Tab] goes on"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._row.setSpacing(GRID - 2)
        self._shown: tuple[str, ...] = ()

    def show_hints(self, hints: Sequence[str]) -> None:
        """Show these hints side by side."""
        if tuple(hints) == self._shown:
            return
        self._shown = tuple(hints)
        while self._row.count():
            old = self._row.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for place, hint in enumerate(hints):
            if place:
                self._row.addWidget(label("·", "muted"))
            for text, role in pieces(hint):
                self._row.addWidget(label(text, role))


def pieces(hint: str) -> list[tuple[str, str]]:
    """Return the parts of a hint as (text, role): keys stand in brackets."""
    parts = []
    for piece in hint.replace("[", "\n[").replace("]", "]\n").split("\n"):
        is_key = piece.startswith("[") and piece.endswith("]")
        text = piece[1:-1] if is_key else piece.strip()
        if text:
            parts.append((text, "key" if is_key else "muted"))
    return parts
