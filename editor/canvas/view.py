"""The canvas: shows a picture, lets it be scrolled, zoomed, pointed at, chosen and walked over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QNativeGestureEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QToolTip

from editor.canvas.camera import Camera
from editor.canvas.choice import Choice
from editor.canvas.colors import LIGHT, CanvasColors
from editor.canvas.extents import around
from editor.canvas.herald import Herald
from editor.canvas.hints import HintBar
from editor.canvas.minimap import Minimap
from editor.canvas.panel import place_panels
from editor.canvas.pinned import WALK_MARGIN
from editor.canvas.places import Places
from editor.canvas.reader_wanted import install as install_reader
from editor.canvas.surface import Surface
from editor.canvas.touch import DRAGS, Touch
from editor.canvas.widening import widen
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPainter,
        QPixmap,
        QResizeEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

    from editor.canvas.reader import MapReader
    from editor.canvas.spot import Spot
    from editor.picture.frame import Picture
    from editor.session.bench import Bench


class MapView(QGraphicsView):
    """Shows one picture as paper on a desk. It is the board on which the tools work.

    `selection_changed` carries the ids of the chosen elements, `focus_changed` the ref of the spot in focus
    (an id or a cell's "lane|step"), `hovered` the ref under the pointer, `zoom_changed` the zoom (1.0 is
    natural size); `moved` comes after every scroll and zoom, `picture_changed` after every new picture.
    `activated` carries the ref of a double click or Enter, `context_wanted` a ref ("" for open ground) and a
    global position. What is dropped and pasted: see `Drops`; `table_pasted` comes while a card is written.
    """

    selection_changed = Signal(tuple)
    focus_changed = Signal(str)
    hovered = Signal(str)
    zoom_changed = Signal(float)
    moved = Signal()
    picture_changed = Signal()
    activated = Signal(str)
    context_wanted = Signal(str, QPoint)
    table_pasted = Signal(str)
    file_dropped = Signal(str, str)
    text_dropped = Signal(str, str)

    picture: Picture | None = None
    _reader: MapReader | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        install_reader()  # Qt may ask for it, and remembers the answer, while the view is still being made
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.places = Places()
        self.choice = Choice(self.places, self._choice_changed)
        self.camera = Camera(self, self._zoomed)
        self._surface = Surface(self.viewport(), self.camera, self.places, self.choice)
        self._touch = Touch(self, self._surface)
        self._herald = Herald(self)
        self._herald.fronted.connect(lambda: self._surface.repaint(self._surface.spotlight.areas()))
        self._herald.chosen.connect(self.selection_changed)
        self._herald.focused.connect(self.focus_changed)
        self.set_colors(LIGHT)
        _dress(self)
        self.minimap, self.hints = Minimap(self), HintBar(self)

    # What the window does with it

    def set_picture(self, picture: Picture | None) -> None:
        """Show `picture`; only what differs from the last one is repainted. The first one is fitted."""
        fresh = self.picture is None
        self.picture = picture
        changed = self._surface.show(picture)
        self.places.show(picture)
        size = (picture.width, picture.height) if picture else (1.0, 1.0)
        self._surface.take_sheet(Rect(0.0, 0.0, *size))
        self._surface.overlay.forget_hover()
        self._surface.overlay.find_marked()
        self.choice.keep_existing()
        self._surface.repaint(changed)
        if not self._surface.overlay.busy:  # else the hand will tell where its marks are now
            self._surface.mark()
        self._touch.follow(picture)
        if fresh:
            self.fit_map()
        self.picture_changed.emit()

    def set_bench(self, bench: Bench | None) -> None:
        """Let the map be worked on at `bench`; None lets it be looked at only."""
        self._touch.take_bench(bench)

    def write(self, ref: str) -> bool:
        """Begin to write on the element with this id, or a new card in a cell; tell whether that can be."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        spot = self.places.find(ref)
        return spot is not None and self._touch.hands.write(spot)

    def finish_writing(self) -> None:
        """Keep the text that is being written, before something else is done to the map."""
        self._touch.let_go()

    def set_colors(self, colors: CanvasColors) -> None:
        """Wear the colours of a window theme; the paper keeps its own."""
        self.colors = colors
        self._surface.wear(colors)

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 is natural size."""
        return self.camera.zoom

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the chosen elements in the order of choosing."""
        return self.choice.chosen

    def select(self, refs: Iterable[str], reveal: bool = False) -> None:
        """Choose the elements with these ids; `reveal` scrolls to them."""
        self.choice.set(refs)
        if reveal:
            self.reveal(self.choice.chosen)

    def select_more(self) -> None:
        """Choose all of the row or column in focus, and the second time all of the map."""
        widen(self.places, self.choice)

    def reveal(self, refs: Iterable[str]) -> None:
        """Scroll as little as needed to show the elements with these ids, clear of what is pinned."""
        area = _around(self.places.find_all(refs))
        if area is not None:
            self.camera.show_area(area, self._surface.pinned.margins_of(area, WALK_MARGIN))

    def set_zoom(self, zoom: float) -> None:
        """Zoom about the middle of the window."""
        self.camera.zoom_to(zoom)

    def fit_map(self) -> None:
        """Show the whole map, and keep showing it while the window is resized, until somebody moves it."""
        self.camera.fit_sheet(self.hints.foot)

    def fit_selection(self) -> None:
        """Show what is chosen large, but whole and clear of what is pinned; without a choice, the map."""
        area = _around(self.places.find_all(self.choice.chosen))
        self.look_at(area) if area is not None else self.fit_map()

    def look_at(self, area: Rect, readable: float = 0.0) -> None:
        """Show a part of the sheet clear of what is pinned: its beginning, where all would be too small."""
        self._surface.look_at(area, readable)

    def draw_small(self, target: QPixmap, scale: float) -> None:
        """Draw the whole map as blocks on `target`, `scale` pixels a point."""
        self._surface.draw_small(target, scale)

    def place_panels(self) -> None:
        """Put minimap and hints in their corners, after the window or their own size changed."""
        self._surface.pinned.foot = float(self.hints.foot)
        place_panels(self.rect(), self.minimap, self.hints, rtl=self.places.rtl)

    def map_reader(self) -> MapReader:
        """Return what screen readers are told about the canvas."""
        if self._reader is None:
            from editor.canvas.reader import MapReader

            self._reader = MapReader(self, self._touch.flags)
            self.focus_changed.connect(self._reader.tell_focus)
        return self._reader

    # Inside

    def _choice_changed(self) -> None:
        self._surface.overlay.find_marked()
        self._surface.mark()
        self._herald.tell(self.choice, brushing=self._surface.overlay.band is not None)

    def _zoomed(self) -> None:
        self._surface.moved()
        self.zoom_changed.emit(self.zoom)
        self.moved.emit()

    # Qt

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint desk, paper and picture."""
        self._surface.paint_back(painter, QRectF(rect))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint marks and what is pinned."""
        self._surface.paint_front(painter, QRectF(rect))
        self._touch.painted()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; what is pinned stays."""
        super().scrollContentsBy(dx, dy)
        self.camera.look_again()
        self._surface.scrolled(dx, dy)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted map fitted."""
        super().resizeEvent(event)
        self.camera.look_again()
        self.camera.take_room()
        if self.camera.fitted:
            self.fit_map()
        self.place_panels()
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell the tool."""
        self._touch.hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the tool."""
        self._touch.hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the tool."""
        self._touch.hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write where it was clicked twice, on a name in its place, or open it."""
        self._touch.hands.double_click(event)
        self._touch.writer.begin_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer."""
        self._touch.leave()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom."""
        self._touch.hands.turn(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk; keys without a meaning here go on to the window."""
        event.setAccepted(self._touch.hands.key_down(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the sheet."""
        event.setAccepted(self._touch.hands.key_up(event))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab walk the map while something is in focus; at its ends go on to the next widget."""
        return self._touch.hands.tab(forward) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the focus."""
        super().focusInEvent(event)
        self._surface.show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring of the focus."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish_writing()
        self._surface.show_focus(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        self.context_wanted.emit(*self._touch.hands.menu(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tips as plain text; zoom with two fingers."""
        if isinstance(event, QPaintEvent):
            self._surface.region = event.region()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._touch.tip_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._touch.hands.pinch(event)
        if event.type() in DRAGS and self._touch.drops.takes(event):
            return True
        return super().viewportEvent(event)


def _around(spots: list[Spot]) -> Rect | None:
    return around([spot.rect for spot in spots]) if spots else None


def _dress(view: QGraphicsView) -> None:
    view.setAccessibleName(view.tr("Map"))
    view.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
    view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # scroll values grow to the right
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setMouseTracking(True)
    view.setAcceptDrops(True)
    view.viewport().setAutoFillBackground(False)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the desk reaches everywhere
