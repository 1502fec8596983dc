"""Pictures of versions, made on a thread of their own while somebody looks through them."""

from __future__ import annotations

from collections import deque
from threading import Condition
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QThread, Signal

from editor.canvas.painter import image
from editor.model.trouble import Trouble
from editor.session.drawing import map_layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QImage

    from editor.layout.engine import MapLayout
    from editor.model.journey import Journey
    from editor.session.versions import Version

WIDTH, HEIGHT = 1280, 800
"""Pixels into which a picture is fitted."""


class Glimpse(NamedTuple):
    """A version that was looked into: its map and its picture, or what is wrong with it."""

    version: Version
    journey: Journey | None = None
    image: QImage | None = None
    trouble: Trouble | None = None


class VersionPictures(QThread):
    """Reads and draws the versions that were asked for, the urgent ones first; `made` brings each Glimpse."""

    made = Signal(object)

    def __init__(self, read: Callable[[Version], Journey], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._wanted: deque[Version] = deque()
        self._ended = False
        self._news = Condition()

    def ask(self, version: Version, urgent: bool = False) -> None:
        """Have a version drawn: soon, or next if that is urgent."""
        with self._news:
            if version in self._wanted:
                self._wanted.remove(version)
            self._wanted.appendleft(version) if urgent else self._wanted.append(version)
            self._news.notify()
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def end(self) -> None:
        """Draw no more; waits for the picture that is being drawn."""
        with self._news:
            self._ended = True
            self._news.notify()
        self.wait()

    def run(self) -> None:
        """Draw one after the other."""
        layout = map_layout()
        while (version := self._next()) is not None:
            self.made.emit(self._looked_into(version, layout))

    def _next(self) -> Version | None:
        with self._news:
            self._news.wait_for(lambda: self._ended or self._wanted)
            return None if self._ended else self._wanted.popleft()

    def _looked_into(self, version: Version, layout: MapLayout) -> Glimpse:
        try:
            journey = self._read(version)
        except Trouble as trouble:
            return Glimpse(version, trouble=trouble)
        picture = layout.lay_out(journey)
        scale = min(WIDTH / picture.width, HEIGHT / picture.height)
        size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
        return Glimpse(version, journey, image(picture, *size))
