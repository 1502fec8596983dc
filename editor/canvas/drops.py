"""What is dragged onto the canvas from outside: new things from the palette, files, text.

The palette starts a drag with the mime type NEW and one of the texts "card:LANE_KIND:CHANNEL" (the channel
may be empty), "lane:LANE_KIND", "stage", "step" and "note".
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from editor.canvas.terrain import Terrain, cell_ref
from editor.canvas.tools.board import Pointer
from editor.canvas.tools.carried import Carried, Grasp
from editor.canvas.tools.novelty import novelty_at

if TYPE_CHECKING:
    from editor.canvas.hands import Hands
    from editor.canvas.tools.novelty import Novelty

NEW = "application/x-safar-new"
"""The mime type of something new from the palette."""
PICTURES = frozenset({".png", ".jpg", ".jpeg"})
PICTURED = frozenset({"card", "persona", "title"})
"""The roles of what shows a picture."""
TABLES = frozenset({".csv", ".tsv", ".txt"})


class Drops(QObject):
    """Lights up where a drag from outside would land, and takes what is dropped.

    `file_dropped` carries the path of a picture and the card, persona or title it fell on (what falls on the
    title is the map's logo), or of a table and the cell "lane|step"; `text_dropped` carries text and the
    cell. Maps are left to the window.
    """

    file_dropped = Signal(str, str)
    text_dropped = Signal(str, str)

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._hands = hands

    def takes(self, event: QEvent) -> bool:
        """Take an event of a drag from outside; tell whether it was one."""
        if isinstance(event, QDropEvent):  # entering and moving are kinds of it, too
            (self.drop if event.type() == QEvent.Type.Drop else self.hover)(event)
        elif event.type() == QEvent.Type.DragLeave:
            self.leave()
        else:
            return False
        return True

    def hover(self, event: QDropEvent) -> None:
        """Show where it would land; what cannot land here goes on to the window."""
        carried = self._carried(event.mimeData(), self._pointer(event))
        self._hands.freight.carry(carried)
        if carried is None:
            self.leave()
            # A drag whose entrance is refused is told of no move: what may land elsewhere may come in.
            enters = event.type() == QEvent.Type.DragEnter and self._is_known(event.mimeData())
            event.setAccepted(enters)
            return
        self._hands.freight.drift(self._pointer(event))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def leave(self) -> None:
        """Show nothing any more."""
        self._hands.freight.carry(None)
        self._hands.freight.drift(None)

    def drop(self, event: QDropEvent) -> None:
        """Take it."""
        pointer, mime = self._pointer(event), event.mimeData()
        self.leave()
        novelty = self._novelty(mime, pointer)
        if novelty is not None and self._hands.bench is not None:
            self._hands.choice.set(novelty.made(self._hands.bench))
        elif not self._told(mime, pointer):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _is_known(self, mime: QMimeData) -> bool:
        """Tell whether this could land somewhere on the map."""
        suffix = _file(mime).suffix.lower()
        known = mime.hasFormat(NEW) or suffix in PICTURES | TABLES or _is_text(mime)
        return known and self._hands.bench is not None

    def _told(self, mime: QMimeData, pointer: Pointer) -> bool:
        file, (card, _), cell = _file(mime), self._pictured(pointer), self._cell(pointer)
        if self._hands.bench is None:
            return False
        if file.suffix.lower() in PICTURES and card:
            self.file_dropped.emit(str(file), card)
        elif file.suffix.lower() in TABLES and cell:
            self.file_dropped.emit(str(file), cell)
        elif _is_text(mime) and cell:
            self.text_dropped.emit(mime.text(), cell)
        else:
            return False
        return True

    def _carried(self, mime: QMimeData, pointer: Pointer) -> Carried | None:
        if self._hands.bench is None:
            return None
        novelty = self._novelty(mime, pointer)
        if novelty is not None:
            return Carried(lit=novelty.lit, bar=novelty.bar, grasp=Grasp.COPY)
        suffix = _file(mime).suffix.lower()
        ref, role = self._pictured(pointer) if suffix in PICTURES else (self._cell(pointer), "cell")
        if suffix not in PICTURES | TABLES and not _is_text(mime):
            ref = ""
        spot = self._hands.places.find(ref, role) if ref else None
        return Carried(lit=(spot.rect,), grasp=Grasp.COPY) if spot else None

    def _novelty(self, mime: QMimeData, pointer: Pointer) -> Novelty | None:
        if not mime.hasFormat(NEW) or self._hands.bench is None:
            return None
        wanted = mime.data(NEW).toStdString()
        return novelty_at(self._hands.places, self._hands.bench.facts, wanted, pointer)

    def _pictured(self, pointer: Pointer) -> tuple[str, str]:
        """Return the id and the role of what would show a picture that falls here, "" where nothing would."""
        spot = self._hands.spot(pointer)
        return (spot.ref, spot.role) if spot is not None and spot.role in PICTURED else ("", "")

    def _cell(self, pointer: Pointer) -> str:
        """Return the ref of the cell under the pointer, "" where no cards may be put."""
        bench = self._hands.bench
        cell = Terrain(self._hands.places).cell_at(pointer.x, pointer.y)
        return cell_ref(*cell) if cell and bench and bench.facts.takes_cards(cell[0]) else ""

    def _pointer(self, event: QDropEvent) -> Pointer:
        at = event.position()
        return self._hands.pointer_at(at.x(), at.y())


def new_thing(wanted: str) -> QMimeData:
    """Return the mime data with which the palette drags something new."""
    mime = QMimeData()
    mime.setData(NEW, wanted.encode())
    return mime


def _file(mime: QMimeData) -> Path:
    """Return the one local file that is dragged, or an empty path."""
    urls = mime.urls() if mime.hasUrls() else []
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else Path()


def _is_text(mime: QMimeData) -> bool:
    return mime.hasText() and not mime.hasUrls() and not mime.hasFormat(NEW)
