"""What the hint under the map says when nothing special is going on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def hint(read_only: bool, chosen: bool) -> str:
    """Return what could be done next, keys in brackets: on a map to look at, with something chosen or not."""
    translate = QCoreApplication.translate
    if read_only:
        return translate("Workspace", "Click a card to read all about it · [Ctrl] and wheel zoom")
    if chosen:
        return translate(
            "Workspace", "[Enter] writes · [Ctrl+Enter] adds a card · [Del] removes · [Ctrl+2] looks closer"
        )
    return translate(
        "Workspace", "Double-click to write · drag a touchpoint into a cell · [Ctrl] and wheel zoom"
    )
