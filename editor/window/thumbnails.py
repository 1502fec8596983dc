"""Small pictures of maps for the start page, made by the real layout once the window stands."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer, Signal

from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPixmap

WIDTH, HEIGHT = 448, 280
KEPT = 200
PAUSE = 20
"""Milliseconds left for the window between two pictures."""
LARGEST = 20_000_000
"""Files over this many bytes get no thumbnail: the start page must not wait for them."""

_FORM = "2"
"""Goes into the cache key; raise it when pictures of the same file look different."""

Draw = Callable[[Path, int, int], "QImage"]


class Thumbnails(QObject):
    """Pictures of maps by path; an unknown one is drawn in a quiet moment, and `ready` tells when."""

    ready = Signal()

    def __init__(self, cache: Path, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._draw = draw
        self._known: dict[Path, QPixmap | None] = {}
        self._wanted: list[Path] = []
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._make_next)

    def picture(self, path: Path) -> QPixmap | None:
        """Return the picture of the map at `path` if it is there; ask for it if nobody did yet."""
        if path not in self._known:
            self._known[path] = None
            self._wanted.append(path)
            self._timer.start()
        return self._known[path]

    def forget(self) -> None:
        """Look at every file again: the page is shown anew."""
        self._known.clear()
        self._wanted.clear()

    def waiting(self) -> bool:
        """Tell whether pictures are still to be made."""
        return bool(self._wanted)

    def _make_next(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        path = self._wanted.pop(0)
        try:
            self._known[path] = QtGui.QPixmap.fromImage(self._image(path))
        except (OSError, Trouble) as error:
            # A file that cannot be read keeps its sketch; opening it will say what is wrong.
            import logging

            logging.getLogger(__name__).info("No thumbnail: %s", error)
        self.ready.emit()

    def _image(self, path: Path) -> QImage:
        stored = self._cache / f"{_key(path)}.png"
        image = QtGui.QImage(str(stored))
        if image.isNull():
            image = self._draw(path, WIDTH, HEIGHT)
            self._keep(image, stored)
        return image

    def _keep(self, image: QImage, stored: Path) -> None:
        stored.parent.mkdir(parents=True, exist_ok=True)
        # Half a picture would be shown as one: it gets its name when it is whole.
        spare = stored.with_suffix(f".{os.getpid()}.png")
        if image.save(str(spare), "PNG"):
            spare.replace(stored)
        files = sorted(self._cache.glob("*.png"), key=lambda file: file.stat().st_mtime, reverse=True)
        for old in files[KEPT:]:
            old.unlink(missing_ok=True)


def _key(path: Path) -> str:
    if not path.is_file() or path.stat().st_size > LARGEST:
        raise Trouble("The file is too large for a thumbnail, or is none.", place=str(path))
    # Hashing takes time to load that the first paint of the window can do without.
    from hashlib import sha256

    return sha256(_FORM.encode() + path.read_bytes()).hexdigest()[:32]
