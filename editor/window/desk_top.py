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
    """Holds the view; keeps the minimap in the corner and the hints in the middle of its foot."""

    def __init__(self, view: MapView, minimap: QWidget | None) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.view = view
        self.minimap = minimap
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(view)
        self.hints = HintBar(self)
        if minimap is not None:
            minimap.setParent(self)

    def show_hints(self, hints: list[str]) -> None:
        """Show these hints over the foot of the map."""
        self.hints.show_hints(hints)
        self._place()

    def announce(self, text: str) -> None:
        """Show a banner over the map; it stays."""
        banner = QFrame()
        banner.setObjectName("banner")
        row = QHBoxLayout(banner)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addWidget(label(text, wrap=True))
        self._rows.insertWidget(0, banner)

    def _place(self) -> None:
        area = QRect(self.view.geometry()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self.minimap is not None:
            width, height = _MINIMAP
            self.minimap.setGeometry(area.right() - width, area.bottom() - height, width, height)
            self.minimap.raise_()
        size = self.hints.sizeHint()
        left = area.x() + max(0, (area.width() - size.width()) // 2)
        self.hints.setGeometry(left, area.bottom() - size.height(), size.width(), size.height())
        self.hints.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats where it belongs."""
        super().resizeEvent(event)
        self._rows.activate()
        self._place()
