"""Where the window looks: the scale of the sheet and how it is scrolled."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion, QTransform

from editor.canvas.passing import PIXELS_PER_POINT
from editor.canvas.settling import Settling
from editor.picture.geometry import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QGraphicsView

LEAST, MOST = 0.1, 4.0
"""Zoom limits; only a map that is larger than the window at `LEAST` is shown smaller."""
LARGEST_FIT = 1.25
"""A small map is not blown up beyond this when it is fitted."""
EDGE = 24
"""Pixels of desk left round a fitted sheet."""
ROOM = 0.9
"""Share of the window by which one may scroll past the sheet, so that every point can be zoomed at."""
LITTLE = 40.0
"""Pixels for which something is fitted even where less is free."""
FITTINGS = 6
"""Zooms tried at most until something fits beside what is pinned."""

Margins = tuple[float, float, float, float]
"""Pixels at the left, top, right and bottom of the window."""


class Camera:
    """Zooms and scrolls a view over a sheet; zoom 1.0 shows 72 points as 96 pixels.

    `zoomed` is called after every change of the zoom.
    """

    def __init__(self, view: QGraphicsView, zoomed: Callable[[], None]) -> None:
        self._view, self._zoomed = view, zoomed
        self.sheet = Rect(0.0, 0.0, 1.0, 1.0)
        self.fitted = False
        self.rtl = False
        self._settling = Settling(self)
        self._foot = 0
        self._held = (0.0, 0.0, (0, 0), Point(0.0, 0.0))
        self._look: tuple[float, float, float] | None = None
        self._window: QRect | None = None

    @property
    def scale(self) -> float:
        """Pixels a point takes."""
        return self.look[0]

    @property
    def look(self) -> tuple[float, float, float]:
        """The scale in pixels a point, and the pixel at which the sheet's origin is."""
        if self._look is None:
            world = self._view.viewportTransform()
            self._look = world.m11(), world.dx(), world.dy()
        return self._look

    def look_again(self) -> None:
        """Forget where the window looked, because it was scrolled or resized."""
        self._look = self._window = None

    @property
    def zoom(self) -> float:
        """The scale as a share of natural size."""
        return self.scale / PIXELS_PER_POINT

    @property
    def scroll(self) -> tuple[int, int]:
        """How far the sheet is scrolled, in pixels."""
        return self._view.horizontalScrollBar().value(), self._view.verticalScrollBar().value()

    def scroll_to(self, x: int, y: int) -> None:
        """Scroll to what `scroll` told."""
        self._view.horizontalScrollBar().setValue(x)
        self._view.verticalScrollBar().setValue(y)

    def point(self, x: float, y: float) -> Point:
        """Return the sheet's point at pixel (x, y) of the window."""
        scale, dx, dy = self.look
        return Point((x - dx) / scale, (y - dy) / scale)

    def pixels(self, area: Rect) -> QRectF:
        """Return where an area of the sheet is in the window."""
        (scale, dx, dy), (x, y, w, h) = self.look, area
        return QRectF(x * scale + dx, y * scale + dy, w * scale, h * scale)

    def touched(self, area: Rect, margin: int = 2) -> QRect:
        """Return the whole pixels that an area of the sheet touches, with a margin."""
        return self.pixels(area).toAlignedRect().adjusted(-margin, -margin, margin, margin)

    def region(self, areas: Iterable[Rect], margin: int = 2) -> QRegion:
        """Return the pixels of the window that areas of the sheet touch, with a margin."""
        (scale, dx, dy), window, found = self.look, self.window(), QRegion()
        right, bottom = window.width(), window.height()
        for x, y, w, h in areas:
            x1, y1 = floor(x * scale + dx) - margin, floor(y * scale + dy) - margin
            x2, y2 = ceil((x + w) * scale + dx) + margin, ceil((y + h) * scale + dy) + margin
            if x1 < right and x2 > 0 and y1 < bottom and y2 > 0:
                found += QRect(x1, y1, x2 - x1, y2 - y1)
        return found

    def window(self) -> QRect:
        """Return the pixels of the window."""
        if self._window is None:
            self._window = self._view.viewport().rect()
        return self._window

    def shown(self) -> Rect:
        """Return the part of the sheet's plane that the window shows."""
        size = self._view.viewport().size()
        left, top = self.point(0, 0)
        return Rect(left, top, size.width() / self.scale, size.height() / self.scale)

    def zoom_at(self, zoom: float, x: float, y: float) -> None:
        """Zoom so that the sheet's point at pixel (x, y) stays there."""
        self.fitted = False
        held = self._seized(x, y)
        self._set_zoom(max(min(zoom, MOST), min(LEAST, self._fitting(self.sheet))))
        self.put(held, x, y)
        self._held = (x, y, self.scroll, held)
        self._zoomed()

    def _seized(self, x: float, y: float) -> Point:
        """Return the sheet's point at pixel (x, y); through a whole gesture it stays the same."""
        at_x, at_y, scroll, held = self._held
        return held if (at_x, at_y, scroll) == (x, y, self.scroll) else self.point(x, y)

    def zoom_to(self, zoom: float) -> None:
        """Zoom about the middle of the window."""
        middle = self.window().center()
        self.zoom_at(zoom, middle.x(), middle.y())

    def put(self, place: Point, x: float, y: float) -> None:
        """Scroll so that the sheet's point `place` is at pixel (x, y)."""
        (scale, dx, dy), (left, top) = self.look, self.scroll
        self.scroll_to(round(left + place.x * scale + dx - x), round(top + place.y * scale + dy - y))

    def fit(self, area: Rect, largest: float = LARGEST_FIT) -> None:
        """Show all of `area`, in the middle, at the top when there is room below."""
        self.fitted = False
        self._set_zoom(min(self._fitting(area), largest))
        self.center(area)
        self._settling.forget()
        self._zoomed()

    def fit_clear(self, area: Rect, zooms: tuple[float, float], margins: Callable[[], Margins]) -> None:
        """Show `area` as large as it fits inside `margins`, which may grow with the zoom.

        It is shown at no more than the second of `zooms`; what is so high that it would be shown at less
        than the first one is shown from its upper edge on, as wide as it fits.
        """
        self.fitted = False
        least, zoom = zooms
        for _ in range(FITTINGS):
            self._set_zoom(zoom)
            room = self._room(margins())
            wide, high = _shares(room, area)
            zoom = min(zooms[1], wide, max(high, least))
            if zoom >= self.zoom:
                break
        top = min(EDGE, (room.height() - area.h * self.scale) / 2)
        self.put(Point(area.center.x, area.y), room.center().x(), room.top() + max(top, 0.0))
        self._settling.forget()
        self._zoomed()

    def _room(self, margins: Margins) -> QRectF:
        """Return the pixels of the window inside `margins`, never less than a little."""
        left, top, right, bottom = margins
        free = QRectF(self.window()).adjusted(left, top, -right, -bottom)
        return QRectF(free.x(), free.y(), max(free.width(), LITTLE), max(free.height(), LITTLE))

    def center(self, area: Rect) -> None:
        """Scroll `area`, which fits, to the middle, at the top when there is room below."""
        size, scale = self._view.viewport().size(), self.scale
        top = min(EDGE, (size.height() - area.h * scale) / 2)
        self.put(Point(area.center.x, area.y), size.width() / 2, max(top, EDGE / 2))

    def hold(self, held: bool) -> None:
        """Let no change of the sheet move it in the window while something is `held`."""
        self._settling.hold(held)

    def fit_sheet(self, foot: int = 0) -> None:
        """Show the whole sheet, clear of `foot` pixels below; `fitted` is true until somebody moves it."""
        self._foot = foot
        self.fit(self.sheet)
        self.fitted = True

    def show_area(self, area: Rect, margins: Margins) -> None:
        """Scroll as little as needed to show `area` inside `margins` (left, top, right, bottom) of pixels.

        Where the window shows the whole sheet nothing is pinned, and only what covers its foot counts.
        """
        size, place = self._view.viewport().size(), self.pixels(area)
        left, top, right, bottom = (0.0, 0.0, 0.0, margins[3]) if self._shows_all() else margins
        dx = _nudge(place.left(), place.right(), left, size.width() - right)
        dy = _nudge(place.top(), place.bottom(), top, size.height() - bottom)
        x, y = self.scroll
        self.scroll_to(round(x + dx), round(y + dy))

    def _shows_all(self) -> bool:
        return QRectF(self.window()).contains(self.pixels(self.sheet))

    def take_sheet(self, sheet: Rect, rtl: bool) -> None:
        """Look at a sheet of another size; the edge where time begins stays where it is in the window.

        One that fits into the window now goes to its middle, unless somebody has put it elsewhere.
        """
        (x, y), grown = self.scroll, sheet.w - self.sheet.w
        self._settling.leave()
        self.sheet, self.rtl = sheet, rtl
        self.take_room()
        if rtl:
            self.scroll_to(round(x + grown * self.scale), y)
        self._settling.take()

    def take_room(self) -> None:
        """Set how far one may scroll, from the window's size and the zoom."""
        size, scale = self._view.viewport().size(), self.scale
        dx, dy = size.width() * ROOM / scale, size.height() * ROOM / scale
        self._view.setSceneRect(QRectF(*self._settling.ground()).adjusted(-dx, -dy, dx, dy))
        self.look_again()

    def _set_zoom(self, zoom: float) -> None:
        scale = zoom * PIXELS_PER_POINT
        self._view.setTransform(QTransform.fromScale(scale, scale))
        self.look_again()
        self.take_room()

    def _fitting(self, area: Rect) -> float:
        size = self._view.viewport().size()
        w, h = size.width() - 2 * EDGE, size.height() - EDGE - max(EDGE, self._foot)
        return min(_shares(QRectF(0.0, 0.0, max(w, LITTLE), max(h, LITTLE)), area))


def _shares(room: QRectF, area: Rect) -> tuple[float, float]:
    """Return the zooms at which `area` is as wide and as high as `room`."""
    scales = room.width() / max(area.w, 1.0), room.height() / max(area.h, 1.0)
    return scales[0] / PIXELS_PER_POINT, scales[1] / PIXELS_PER_POINT


def _nudge(low: float, high: float, least: float, most: float) -> float:
    """Return how far to scroll so that [low, high] lies in [least, most]; its beginning wins."""
    if low < least:
        return low - least
    return min(high - most, low - least) if high > most else 0.0
