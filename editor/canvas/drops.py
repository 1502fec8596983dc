"""What is dragged onto the canvas from outside: new things from the palette, files, text.

The palette starts a drag with the mime type NEW and one of the texts "card:LANE_KIND:CHANNEL" (the channel
may be empty), "lane:LANE_KIND", "stage", "step" and "note".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from editor.canvas.parcels import NEW, PICTURES, TABLES, file, is_text, maps, refusal
from editor.canvas.terrain import Terrain, cell_ref
from editor.canvas.tools.board import Pointer
from editor.canvas.tools.carried import Carried, Grasp
from editor.canvas.tools.novelty import novelty_at
from editor.canvas.tools.refusing import reason, say

if TYPE_CHECKING:
    from editor.canvas.hands import Hands
    from editor.canvas.tools.novelty import Novelty

PICTURED = frozenset({"card", "persona", "title"})
"""The roles of what shows a picture."""
READ_ONLY = QT_TRANSLATE_NOOP("Refusals", "This map can only be looked at. Save a copy to work on it.")
NO_CARD = QT_TRANSLATE_NOOP("Refusals", "Drop the picture on a card, on a persona or on the title.")
NO_CELL = QT_TRANSLATE_NOOP("Refusals", "Drop it into a lane, under a stage.")


class Drops(QObject):
    """Lights up where a drag from outside would land, or says why not, and takes what is dropped.

    `file_dropped` carries the path of a picture and the card, persona or title it fell on (what falls on the
    title is the map's logo), or of a table and the cell "lane|step"; `text_dropped` carries text and the
    cell. Maps are left to the window.
    """

    file_dropped = Signal(str, str)
    text_dropped = Signal(str, str)

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._hands = hands
        self._refusal = ""

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
        pointer, mime, enters = self._pointer(event), event.mimeData(), event.type() == QEvent.Type.DragEnter
        if enters:
            self._refusal = refusal(mime)
        carried = self._carried(mime, pointer)
        if carried is None:
            self.leave()
            ours = self._is_ours(mime)
            say(self._hands, self._why(mime, pointer) if ours else "", pointer.x, pointer.y)
            # A drag whose entrance is refused is told of no move, and could be told nothing.
            event.setAccepted(enters and ours)
            return
        self._hands.show_guides(())
        self._hands.freight.carry(carried)
        self._hands.freight.drift(pointer)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def leave(self) -> None:
        """Show nothing any more."""
        self._hands.freight.carry(None)
        self._hands.freight.drift(None)
        self._hands.show_guides(())

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

    def _is_ours(self, mime: QMimeData) -> bool:
        """Tell whether this is dragged to the map, which takes it or says why not; maps are the window's."""
        return (mime.hasFormat(NEW) or mime.hasUrls() or is_text(mime)) and not maps(mime)

    def _why(self, mime: QMimeData, pointer: Pointer) -> str:
        """Return why it cannot land here."""
        bench = self._hands.bench
        if bench is None:
            return READ_ONLY
        if self._refusal:
            return self._refusal
        if file(mime).suffix.lower() in PICTURES:
            return NO_CARD
        cell = Terrain(self._hands.places).cell_at(pointer.x, pointer.y)
        why = reason(bench.facts, cell[0]) if cell else ""
        return why or ("" if mime.hasFormat(NEW) else NO_CELL)

    def _told(self, mime: QMimeData, pointer: Pointer) -> bool:
        path, (card, _), cell = file(mime), self._pictured(pointer), self._cell(pointer)
        if self._hands.bench is None:
            return False
        if path.suffix.lower() in PICTURES and card:
            self.file_dropped.emit(str(path), card)
        elif path.suffix.lower() in TABLES and cell:
            self.file_dropped.emit(str(path), cell)
        elif is_text(mime) and cell:
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
        suffix = file(mime).suffix.lower()
        ref, role = self._pictured(pointer) if suffix in PICTURES else (self._cell(pointer), "cell")
        if self._refusal or (suffix not in PICTURES | TABLES and not is_text(mime)):
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
