"""Writing in place: shows the text under way exactly over its block on the map, which hides its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from editor.canvas.galley import Galley, select
from editor.canvas.inlet import Inlet
from editor.canvas.pen import Pen
from editor.canvas.takes import Take, Takes
from editor.canvas.text_item import TextItem
from editor.canvas.text_keys import Wish
from editor.canvas.wording import Words, words_of
from editor.picture.geometry import Rect
from editor.session.bench import DRAFT_AFTER
from editor.session.lettering import lettering

MARGIN = 28.0
"""Pixels kept free round the words where the writing begins."""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView, QWidget

    from editor.canvas.camera import Camera
    from editor.canvas.places import Places
    from editor.canvas.script import Script
    from editor.canvas.surface import Surface
    from editor.canvas.tools.writing import Draft
    from editor.picture.frame import Picture


class Writer(QObject):
    """Shows a draft and hears what is written into it.

    `ended` carries the wish that ended the writing (drop, finish, next or previous), `tabled` a table
    that was pasted.
    """

    ended = Signal(object)
    tabled = Signal(str)

    def __init__(self, view: QGraphicsView, surface: Surface, camera: Camera, places: Places) -> None:
        super().__init__(view)
        self._scene, self._surface, self._camera, self._places = view.scene(), surface, camera, places
        self._inlet = Inlet(view, self)
        self._picture: Picture | None = None
        self._draft: Draft | None = None
        self._item: TextItem | None = None
        self._last: TextItem | None = None
        self._galley: Galley | None = None
        self._pen: Pen | None = None
        self._takes = Takes(Take("", 0, 0))
        self._veiled: Script | None = None
        self._placed: tuple[int, float, float, str] | None = None
        self._busy = False
        # Begun by a change and not put off by the next, so that who writes without a pause is safe as well.
        self._later = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._later.timeout.connect(self._put_by)
        self.corner: QWidget | None = None
        """What covers a corner of the window, which the words keep clear of."""

    @property
    def active(self) -> bool:
        """Whether a text is being written."""
        return self._item is not None

    @property
    def item(self) -> TextItem | None:
        """The editor, while a text is being written."""
        return self._item

    def show(self, draft: Draft | None) -> None:
        """Let `draft` be written, its cursor at the end; None ends the writing."""
        self._put_away()
        self._draft = draft
        self._surface.overlay.written = draft.key if draft else ""
        if draft is None:
            return
        self._put_by_later()  # what was typed to begin with
        letters = lettering()
        item = self._item = TextItem(letters.em, draft.long)
        self._galley = Galley(item, letters, draft.text)
        self._pen = Pen(item, self._galley, letters, draft.long)
        self._scene.addItem(item)
        select(item, end := item.document().characterCount() - 1, end)
        self._takes = Takes(Take(draft.start, len(draft.start), len(draft.start)))
        self._takes.add(Take(draft.text, end, end))
        self._place()
        self._bring()
        item.document().contentsChanged.connect(self._written)
        item.wished.connect(self._do)
        item.turned.connect(self._turn)
        item.left.connect(self.finish)
        item.setFocus(Qt.FocusReason.OtherFocusReason)
        self._inlet.open()

    def follow(self, picture: Picture | None) -> None:
        """Stand where the words stand in a new picture; end where somebody took the draft away."""
        self._picture = picture
        if self._draft is None:
            return
        if self._draft.over:
            self.ended.emit(Wish.DROP)
        else:
            self._place()

    def stand(self) -> None:
        """Stand where the words stand at another zoom."""
        self._place()

    def covers(self, pixel: QPointF) -> bool:
        """Tell whether the text lies over a pixel."""
        return self._item is not None and self._item.sceneBoundingRect().contains(self._point(pixel))

    def surrounds(self, pixel: QPointF) -> bool:
        """Tell whether a pixel belongs to what the text is written on: a click there changes nothing."""
        spot, at = self._places.find(self._draft.key) if self._draft else None, self._point(pixel)
        return spot is not None and spot.rect.contains(at.x(), at.y())

    def finish(self) -> None:
        """Keep the text."""
        if self._item is not None:
            self.ended.emit(Wish.FINISH)

    def begin_at(self, pixel: QPointF) -> None:
        """Put the cursor where that pixel is; a name is selected whole, and typing takes its place."""
        if self._draft is not None and self._draft.names:
            self._do(Wish.ALL)
        elif self._item is not None:
            at = self._item.mapFromScene(self._point(pixel))
            place = self._item.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
            select(self._item, place, place)

    def _point(self, pixel: QPointF) -> QPointF:
        return QPointF(*self._camera.point(pixel.x(), pixel.y()))

    # What keys ask for

    def _do(self, wanted: Wish) -> None:
        match wanted:
            case Wish.DROP | Wish.FINISH:
                self.ended.emit(wanted)
            case Wish.NEXT | Wish.PREVIOUS:
                self.ended.emit(wanted)
                if self._draft is not None and self._draft.names:
                    self._do(Wish.ALL)  # names are given one after the other, not mended
            case Wish.UNDO:
                self._take_up(self._takes.undo())
            case Wish.REDO:
                self._take_up(self._takes.redo())
            case Wish.PASTE:
                self._paste(QGuiApplication.clipboard().text())
            case _ if self._pen is not None:
                self._pen.edit(wanted)

    def _paste(self, text: str) -> None:
        """Insert plain text; a table is for the cells of the map and not for one text."""
        if self._draft is not None and self._draft.role == "card" and "\t" in text.strip("\r\n"):
            self.finish()
            self.tabled.emit(text)
        elif self._pen is not None:
            self._pen.insert(text)

    def _turn(self, way: str) -> None:
        """Turn the paragraph in which the cursor stands."""
        words = self._block()
        if self._pen is not None and words is not None:
            self._take_up(self._pen.turned(way, words.block.rtl))

    # What is written

    def _written(self) -> None:
        """Show on the map what was just written."""
        draft, galley, item = self._draft, self._galley, self._item
        if self._busy or draft is None or galley is None or item is None:
            return
        text = galley.read()
        if text != draft.text:
            cursor = item.textCursor()
            self._takes.add(Take(text, cursor.anchor(), cursor.position()))
            self._preview(text)

    def _take_up(self, take: Take | None) -> None:
        """Go to a take that was undone or redone, or that turns a paragraph."""
        if take is None or self._item is None or self._galley is None:
            return
        self._busy = True
        self._galley.replace(take.text)
        select(self._item, take.anchor, take.position)
        self._busy = False
        self._takes.add(take)
        self._preview(take.text)

    def _preview(self, text: str) -> None:
        if self._draft is not None:
            self._draft.write(text)
            self._place()
            self._put_by_later()

    def _put_by_later(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _put_by(self) -> None:
        if self._draft is not None:
            self._draft.put_by()

    # Where it stands

    def _bring(self) -> None:
        """Scroll as little as needed to show the words."""
        words = self._block()
        if words is None:
            return
        left, top, right, bottom = self._surface.pinned.margins(MARGIN)
        self._camera.show_area(_reach(words), (left, top, right, bottom))
        corner = self.corner
        if corner is not None and corner.isVisible():
            taken = corner.geometry()
            if self._camera.touched(_reach(words)).intersects(taken):
                bottom = self._camera.window().height() - taken.top() + MARGIN
                self._camera.show_area(_reach(words), (left, top, right, bottom))

    def _block(self) -> Words | None:
        spot = self._places.find(self._draft.key, self._draft.role) if self._draft else None
        return words_of(self._picture, spot) if spot is not None and self._picture is not None else None

    def _place(self) -> None:
        """Set the text as its block on the map is set, and hide that."""
        item, galley, words = self._item, self._galley, self._block()
        if item is None or galley is None:
            return
        if words is not None:
            words = words._replace(y=words.y + self._surface.lift(words.y))
        # A block that equals the last one is another object, with glyphs of its own to be hidden.
        now = (id(words.block), words.x, words.y, galley.text) if words else None
        if now is not None and now == self._placed:
            return
        self._placed = now
        item.setVisible(words is not None)
        self._veil(words)
        if words is not None:
            self._busy = True
            galley.wear(words)
            self._busy = False

    def _veil(self, words: Words | None) -> None:
        """Hide the words on the map and show those hidden before, as far as they are still there."""
        script = self._surface.display.script(words.block) if words else None
        if script is self._veiled:
            return
        self._surface.display.strips.forget()
        if self._veiled is not None:
            self._veiled.veiled = False
        self._veiled = script
        if words is not None and script is not None:
            script.veiled = True
            self._surface.repaint([_reach(words)])

    def _put_away(self) -> None:
        words = self._block()
        self._veil(None)
        if words is not None:
            self._surface.repaint([_reach(words)])
        if self._item is not None:
            # It may be at work on the very key that ended the writing: it must outlive that.
            self._last = self._item
            self._scene.removeItem(self._item)
        self._item = self._galley = self._pen = self._placed = None
        self._later.stop()
        self._inlet.close()


def _reach(words: Words) -> Rect:
    rect = words.block.rect.moved(words.x, words.y)
    return rect.grown(words.block.style.size * 0.3)
