"""Dialogs that stay until they are answered, and go then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def stay(dialog: QDialog) -> int:
    """Show the dialog until it is closed and return its result; may be asked things until events are handled.

    The window it belongs to would keep it, and all that it shows, for as long as the window is open.
    """
    result = dialog.exec()
    dialog.deleteLater()
    return result
