"""The hands on the canvas: mouse, wheel and keyboard events go to the tool that is at work.

It is the board that tools work on (`editor.canvas.tools.board.Board`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent

from editor.canvas.emotion_keys import emotion_key
from editor.canvas.events import WAYS, only_alt, pointer, rekeyed, scrolled, zoom_factor
from editor.canvas.freight import Freight
from editor.canvas.opening import opens
from editor.canvas.pinned import WALK_MARGIN
from editor.canvas.text_keys import Wish, wish
from editor.canvas.tools.board import Pointer
from editor.canvas.tools.emotions import add_at
from editor.canvas.tools.guides import Say
from editor.canvas.tools.idle import Idle
from editor.canvas.tools.nudging import nudge
from editor.canvas.tools.offering import fits
from editor.canvas.tools.pressed import Pressed
from editor.canvas.tools.writing import Writing, begun
from editor.canvas.walker import Walker
from editor.canvas.widening import widen

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from editor.canvas.camera import Camera
    from editor.canvas.choice import Choice
    from editor.canvas.places import Places
    from editor.canvas.spot import Spot
    from editor.canvas.surface import Surface
    from editor.canvas.tools.board import Tool
    from editor.canvas.tools.guides import Guide
    from editor.canvas.tools.writing import Draft
    from editor.picture.geometry import Rect
    from editor.session.bench import Bench

CATCH = 4.0
"""Pixels within which a line catches the pointer."""
LEGIBLE, READING = 0.4, 0.75
"""Zoom below which nothing can be written, and the zoom at which it then is."""
GRIPS = {True: Qt.CursorShape.ClosedHandCursor, False: Qt.CursorShape.OpenHandCursor}


class Hands(QObject):
    """Holds the tool at work; tells what is hovered and opened, and when marks have to be repainted."""

    hovered = Signal(str)
    activated = Signal(str)
    marked = Signal()
    drafted = Signal(object)

    def __init__(
        self,
        window: QWidget,
        camera: Camera,
        places: Places,
        choice: Choice,
        surface: Surface,
    ) -> None:
        super().__init__(window)
        self.places, self.choice = places, choice
        self.bench: Bench | None = None
        self._window, self._camera = window, camera
        self._surface, self._overlay, self._pinned = surface, surface.overlay, surface.pinned
        self.freight = Freight(window, camera, surface)
        self.freight.due.connect(self._move_on)
        self._walker = Walker(places, choice)
        self._tool: Tool = Idle()
        self._space = False
        self._rest = QPointF()

    @property
    def scale(self) -> float:
        """Pixels a point takes."""
        return self._camera.scale

    @property
    def scroll(self) -> tuple[int, int]:
        """How far the sheet is scrolled, in pixels."""
        return self._camera.scroll

    def scroll_to(self, x: int, y: int) -> None:
        """Scroll the sheet to a place that `scroll` has told."""
        self._camera.fitted = False
        self._camera.scroll_to(x, y)

    def spot(self, pointer: Pointer) -> Spot | None:
        """Return what is under the pointer, pinned headers and rails first."""
        return self.spot_at(pointer.screen_x, pointer.screen_y)

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return what is at pixel (x, y)."""
        return self.places.at(*self._pinned.locate(x, y), reach=CATCH / self._camera.scale)

    def located(self, pointer: Pointer) -> tuple[float, float]:
        """Return the sheet's point that is seen at the pointer, through what is pinned there."""
        return self._pinned.locate(pointer.screen_x, pointer.screen_y)

    def hover(self, spot: Spot | None) -> None:
        """Mark the spot under the pointer."""
        if spot != self._overlay.hover:
            self._overlay.hover = spot
            self.marked.emit()
            self.hovered.emit(spot.ref if spot else "")

    def leave(self) -> None:
        """Forget what was under the pointer, which has left."""
        self.hover(None)
        if isinstance(self._tool, Idle):
            self.show_guides(())

    def show_band(self, band: Rect | None) -> None:
        """Show the rubber band over this part of the sheet, or take it away."""
        ended = band is None and self._overlay.band is not None
        self._overlay.band = band
        self.marked.emit()
        if ended:
            self.choice.tell()

    def show_guides(self, guides: tuple[Guide, ...]) -> None:
        """Show these guides over the map in place of the last ones."""
        if guides != self._overlay.guides:
            self._overlay.guides = guides
            self.marked.emit()

    def show_grip(self, grip: bool | None) -> None:
        """Show a closed (True) or open (False) hand as the pointer, or the arrow."""
        self._window.setCursor(GRIPS[grip] if grip is not None else Qt.CursorShape.ArrowCursor)

    def activate(self, spot: Spot) -> None:
        """Open what the spot shows."""
        self.activated.emit(spot.ref)

    def show_draft(self, draft: Draft | None) -> None:
        """Let a text be written in place, large enough to be read; or show that none is any more."""
        spot = self.places.find(draft.key, draft.role) if draft else None
        if spot is not None and self._camera.zoom < LEGIBLE:
            middle = self._camera.pixels(spot.rect).center()
            self._camera.zoom_at(READING, middle.x(), middle.y())
        self.drafted.emit(draft)

    def write(self, spot: Spot, text: str | None = None) -> bool:
        """Begin to write on a spot, with `text` in place of what stands there; tell whether that can be."""
        self.end_writing(Wish.FINISH)
        tool = begun(self, Idle(), spot, text)
        self._take(tool or self._tool)
        return tool is not None

    def end_writing(self, wanted: Wish) -> None:
        """Keep the text that is being written, or drop it; then write on, where that is wished."""
        if isinstance(self._tool, Writing):
            self._take(self._tool.end(self, wanted))

    def press(self, event: QMouseEvent) -> None:
        """Take a button that goes down."""
        self.freight.forget()
        self._take(self._tool.press(self, self._pointer(event)))

    def move(self, event: QMouseEvent) -> None:
        """Take a pointer that moves."""
        pointer = self._pointer(event)
        if isinstance(self._tool, Idle | Pressed | Writing) or not self.freight.waits(pointer):
            self._take(self._tool.move(self, pointer))

    def release(self, event: QMouseEvent) -> None:
        """Take a button that goes up."""
        pointer = self._pointer(event)
        if self.freight.forget():
            self._take(self._tool.move(self, pointer))
        self._take(self._tool.release(self, pointer))

    def double_click(self, event: QMouseEvent) -> None:
        """Open what was clicked twice."""
        spot = self.spot_at(event.position().x(), event.position().y())
        at = self._pointer(event)
        if event.button() != Qt.MouseButton.LeftButton or fits(self, at) or add_at(self, at):
            return
        if spot is not None and not self.write(spot):
            self.activate(spot)

    def turn(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom at the pointer."""
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = event.position()
            self._camera.zoom_at(self._camera.zoom * zoom_factor(event), at.x(), at.y())
            return
        move = scrolled(event) + self._rest
        dx, dy = round(move.x()), round(move.y())
        self._rest = QPointF(move.x() - dx, move.y() - dy)
        x, y = self.scroll
        self.scroll_to(x - dx, y - dy)

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Zoom with two fingers; tell whether the gesture was that."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        at = event.position()
        self._camera.zoom_at(self._camera.zoom * (1.0 + event.value()), at.x(), at.y())
        return True

    def menu(self, event: QContextMenuEvent) -> tuple[str, QPoint]:
        """Choose what a menu is wanted for, if it is not chosen yet; return its ref and the menu's place."""
        at, keyboard = event.pos(), event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self.places.find(self.choice.focus) if keyboard else self.spot_at(at.x(), at.y())
        if spot is not None and spot.ref not in self.choice.chosen:
            self.choice.click(spot)
        if spot is not None and keyboard:
            at = self._camera.touched(spot.rect).center()
        return spot.ref if spot else "", self._window.mapToGlobal(at)

    def key_down(self, event: QKeyEvent) -> bool:
        """Walk, open, climb, or grip the sheet while Space is held; tell whether the key meant something."""
        if any(isinstance(guide, Say) for guide in self._overlay.guides):
            self.show_guides(())  # what was said was about the last key
        if event.key() == Qt.Key.Key_Escape:
            self._take(self._tool.cancel(self))
            return True
        if event.key() == Qt.Key.Key_Space:
            self._grip(event, held=True)
            return True
        if self._carrying():
            self._rekey(event)
            return True  # what is in the hand is let go, or put back with Esc, before anything else is done
        if emotion_key(self, event):
            return True
        if event.key() in WAYS and only_alt(event) and nudge(self, WAYS[Qt.Key(event.key())]):
            return self._walked(self.places.find(self.choice.focus))
        if wish(event, long=False) is Wish.ALL:
            widen(self.places, self.choice)
            return True
        if opens(self, event):
            return True
        return self._walked(self._walker.press(event))

    def key_up(self, event: QKeyEvent) -> bool:
        """Let go of the sheet when Space is released; tell whether the key meant something."""
        if event.key() == Qt.Key.Key_Space:
            self._grip(event, held=False)
            return True
        return self._rekey(event)

    def tab(self, forward: bool) -> bool:
        """Walk on in reading order; tell whether there was anywhere to go."""
        return self._walked(self._walker.tab(forward))

    def let_go(self) -> None:
        """Call off whatever is going on, because the canvas loses the keyboard; a text is kept."""
        self.end_writing(Wish.FINISH)
        if not isinstance(self._tool, Idle):
            self._take(self._tool.cancel(self))
        if self._space:
            self._space = False
            self.show_grip(None)

    def _move_on(self, pointer: Pointer) -> None:
        """Tell the tool again where the pointer is: it has waited, or the sheet has moved under it."""
        place = self._camera.point(pointer.screen_x, pointer.screen_y)
        self._take(self._tool.move(self, replace(pointer, x=place.x, y=place.y)))

    def _take(self, tool: Tool) -> None:
        """Have a tool at work; while one is, the sheet stays where it is in the window."""
        self._tool = tool
        self._camera.hold(not isinstance(tool, Idle))

    def _rekey(self, event: QKeyEvent) -> bool:
        """Tell the tool that a key which changes what a drag does went down or up; tell whether it did."""
        pointer = rekeyed(self.freight.held, event) if self.freight.held else None
        if pointer is not None:
            self._move_on(pointer)
        return pointer is not None

    def _carrying(self) -> bool:
        return not isinstance(self._tool, Idle | Writing)

    def _grip(self, event: QKeyEvent, held: bool) -> None:
        if not event.isAutoRepeat():
            self._space = held
            self.show_grip(False if held else None)

    def _walked(self, spot: Spot | None) -> bool:
        if spot is not None:
            self._camera.show_area(spot.rect, self._pinned.margins_of(spot.rect, WALK_MARGIN))
        return spot is not None

    def pointer_at(self, x: float, y: float) -> Pointer:
        """Return the pointer at pixel (x, y) with nothing held down."""
        return Pointer(*self._camera.point(x, y), x, y)

    def _pointer(self, event: QMouseEvent) -> Pointer:
        at = event.position()
        return pointer(event, self._camera.point(at.x(), at.y()), self._space)
