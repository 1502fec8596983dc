"""How large a dialog opens: as it wishes, but not larger than its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FRAME = 48
"""Pixels that the desktop takes for the frame and the title of a window."""


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog that is not shown yet its size in pixels, less where the screen is smaller."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - FRAME), min(height, room.height() - FRAME))
