"""The clipboard: parts of maps travel as our own bytes and as a table of text beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from editor.session.clip import MIME, Clip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QClipboard


def put(clip: Clip) -> None:
    """Put `clip` on the clipboard; an empty one leaves it as it was."""
    if not clip.fragment:
        return
    mime = QMimeData()
    mime.setData(MIME, clip.fragment)
    mime.setText(clip.text)
    _clipboard().setMimeData(mime)


def put_as(contents: Mapping[str, bytes]) -> None:
    """Put these bytes on the clipboard, by their types."""
    mime = QMimeData()
    for kind, content in contents.items():
        mime.setData(kind, content)
    _clipboard().setMimeData(mime)


def put_picture(png: bytes, svg: bytes) -> None:
    """Put a picture on the clipboard, as pixels for everybody and as SVG for those who can draw."""
    mime = QMimeData()
    mime.setImageData(QImage.fromData(png))
    mime.setData("image/png", png)
    mime.setData("image/svg+xml", svg)
    _clipboard().setMimeData(mime)


def bytes_of(kind: str) -> bytes:
    """Return what the clipboard holds of that type, nothing where it holds none."""
    mime = _clipboard().mimeData()
    return mime.data(kind).data() if mime is not None else b""


def taken() -> Clip:
    """Return what is on the clipboard, as far as a map can take it."""
    mime = _clipboard().mimeData()
    if mime is None:
        return Clip()
    return Clip(mime.data(MIME).data(), mime.text() if mime.hasText() else "")


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
