"""What a drag from another program carries, for tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl


def urls(*given: Path | str) -> QMimeData:
    """Return a drag of files on this computer, given by their paths, and of addresses, given as text."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) if isinstance(one, Path) else QUrl(one) for one in given])
    return mime


def words(text: str) -> QMimeData:
    """Return a drag of text."""
    mime = QMimeData()
    mime.setText(text)
    return mime
