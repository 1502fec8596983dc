"""The clipboard: parts of maps travel as our own bytes and as a table of text beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from editor.session.clip import MIME, Clip

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard


def put(clip: Clip) -> None:
    """Put `clip` on the clipboard; an empty one leaves it as it was."""
    if not clip.fragment:
        return
    mime = QMimeData()
    mime.setData(MIME, clip.fragment)
    mime.setText(clip.text)
    _clipboard().setMimeData(mime)


def taken() -> Clip:
    """Return what is on the clipboard, as far as a map can take it."""
    mime = _clipboard().mimeData()
    if mime is None:
        return Clip()
    return Clip(mime.data(MIME).data(), mime.text() if mime.hasText() else "")


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
