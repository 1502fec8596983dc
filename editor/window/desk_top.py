"""The middle of the window: the map, what floats over it, and a banner above when there is news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from editor.window.hint_bar import HintBar
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.canvas.view import MapView

_MARGIN = 2 * GRID
_MINIMAP = (176, 112)


class DeskTop(QWidget):
    """Holds the view; the minimap floats in its corner, the hints stand under it on the same desk."""

    def __init__(self, view: MapView, minimap: QWidget | None) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.view = view
        self.minimap = minimap
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(view, 1)
        self.hints = QWidget()
        self._bar = HintBar(self.hints)
        self._rows.addWidget(self._strip())
        if minimap is not None:
            minimap.setParent(self)

    def show_hints(self, hints: list[str]) -> None:
        """Show these hints over the foot of the map."""
        self._bar.show_hints(hints)

    def announce(self, text: str) -> None:
        """Show a banner over the map; it stays."""
        banner = QFrame()
        banner.setObjectName("banner")
        row = QHBoxLayout(banner)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addWidget(label(text, wrap=True))
        self._rows.insertWidget(0, banner)

    def _strip(self) -> QWidget:
        """Return the strip under the map in whose middle the hints stand, so that they cover nothing."""
        row = QHBoxLayout(self.hints)
        row.setContentsMargins(_MARGIN, GRID // 2, _MARGIN, GRID + GRID // 2)
        row.addStretch(1)
        row.addWidget(self._bar)
        row.addStretch(1)
        return self.hints

    def _place(self) -> None:
        area = QRect(self.view.geometry()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self.minimap is not None:
            width, height = _MINIMAP
            self.minimap.setGeometry(area.right() - width, area.bottom() - height, width, height)
            self.minimap.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats where it belongs."""
        super().resizeEvent(event)
        self._rows.activate()
        self._place()
