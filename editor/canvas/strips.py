"""Rows kept as they look in the window, so that a row that is only moved is not painted again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from editor.canvas.passing import Passing
    from editor.canvas.row import Row

    Draw = Callable[[Row, Passing, float, float], None]

MOST_WINDOWS = 3
"""The strips in memory have at most as many pixels as this many windows."""
SPARE = 1
"""Pixels that a strip has at its end, because rows of one height are a pixel taller in some places."""
ROOM = 128
"""Strips are as tall as some blocks of so many pixels, so that rows may grow in them."""
MUCH = 0.5
"""Share of a row that is painted by itself; what is more is painted from memory."""
TALLEST = 1.5
"""Heights of the window beyond which a row is not kept."""


class Strip(NamedTuple):
    """A row as seen with one scale at one place from the left; not `whole` while parts are to be built."""

    row: Row
    key: Hashable
    left: int
    pixmap: QPixmap
    whole: bool

    @property
    def size(self) -> int:
        """How many pixels of the screen are kept."""
        return self.pixmap.width() * self.pixmap.height()

    def band(self, top: int, bottom: int) -> QRect:
        """Return the pixels of the window that the strip covers between two lines."""
        width = self.pixmap.deviceIndependentSize().width()
        return QRect(self.left, top, round(width), bottom - top)

    def show(self, painter: QPainter, band: QRect) -> None:
        """Paint the upper part of the strip on a band."""
        ratio = round(self.pixmap.devicePixelRatio())
        painter.drawPixmap(band.topLeft(), self.pixmap, QRect(QPoint(), band.size() * ratio))


class Strips:
    """The strips of the rows seen last, in the order in which they were; `draw` paints a row at a place."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._strips: OrderedDict[Row, Strip] = OrderedDict()
        self._latest: dict[str, Strip] = {}
        self._seen: WeakKeyDictionary[Row, Hashable] = WeakKeyDictionary()
        self._ready: dict[Row, Strip | None] = {}
        self._paper = QColor("#ffffff")

    @property
    def size(self) -> int:
        """How many pixels are kept."""
        return sum(strip.size for strip in self._strips.values())

    def forget(self) -> None:
        """Forget all strips, because something in a row looks another way now."""
        self._strips.clear()
        self._latest.clear()

    def take_paper(self, color: str) -> None:
        """Take the colour of what rows are painted on."""
        if QColor(color) != self._paper:
            self._paper = QColor(color)
            self.forget()

    def bands(self, rows: Sequence[tuple[Row, float, float]], passing: Passing) -> list[QRect]:
        """Return the pixels of the rows, given with their places, that need no paper under them.

        They are those that this painting shows from memory, and grounds that let nothing through.
        """
        self._ready = {row: self._strip(row, x, y, passing) for row, x, y in rows}
        covered: list[QRect] = []
        for row, x, y in rows:
            strip = self._ready[row]
            if strip is not None:
                covered.append(strip.band(*passing.band(y, row.height)))
            elif row.ground is not None and passing.ratio == round(passing.ratio):
                covered.append(row.ground_area(passing, x, y, row.ground))
        return covered

    def paint(self, row: Row, x: float, y: float, passing: Passing) -> None:
        """Paint a row that stands at the sheet's point (x, y), from memory if it was seen like that."""
        strip = self._ready.pop(row) if row in self._ready else self._strip(row, x, y, passing)
        if strip is None:
            self._draw(row, passing, x, y)
            return
        passing.stand_on_pixels()
        strip.show(passing.painter, strip.band(*passing.band(y, row.height)))
        if not strip.whole:
            passing.budget.owe(row.bounds.moved(x, y))

    def _strip(self, row: Row, x: float, y: float, passing: Passing) -> Strip | None:
        """Return what a row looks like; without pixels when nothing in its place was seen before.

        Without pixels, too, as long as little of the row is to be painted: that is faster by itself.
        """
        key = _key(x, passing)
        if key is None:
            return None
        strip, known = self._strips.get(row), self._latest.get(row.ref)
        if strip is None or strip.key != key:
            known = known if known is not None and known.key == key else None
            seen, self._seen[row] = known is not None or self._seen.get(row) == key, key
            much = seen and _share(row, x, y, passing) > MUCH
            strip = self._made(row, x, passing, known) if much else None
        if strip is not None and strip.whole:
            self._keep(strip, passing)
        return strip

    def _made(self, row: Row, x: float, passing: Passing, known: Strip | None) -> Strip | None:
        """Return the strip of a row; None for a very tall one.

        What is as in the `known` strip of the row that was in its place comes from there.
        """
        left, right = _sides(row, x, passing)
        height = ceil(row.height * passing.scale) + SPARE
        if right <= left or passing.window is None or height > TALLEST * passing.window.height():
            return None
        changes = row.changes(known.row) if known is not None else None
        size = QSize(right - left, ceil(height / ROOM) * ROOM) * round(passing.ratio)
        if known is not None and changes is not None:
            pixmap = self._copied(known, size)
        else:
            pixmap = QPixmap(size)
            pixmap.fill(self._paper)
        pixmap.setDevicePixelRatio(passing.ratio)
        painter = QPainter(pixmap)
        owed, passing.budget.owed = passing.budget.owed, None
        inner = _inside(passing, painter, QRect(left, 0, right - left, height))
        inner.set_hints()
        if changes is not None:
            self._mend(row, x, inner, changes)
        else:
            self._draw(row, inner, x, 0.0)
        painter.end()
        whole, passing.budget.owed = passing.budget.owed is None, owed
        return Strip(row, _key(x, passing), left, pixmap, whole)

    def _copied(self, known: Strip, size: QSize) -> QPixmap:
        """Return pixels like those of a strip; its own ones, if they fit, for to copy them takes longer."""
        if known.pixmap.size() == size:
            self._strips.pop(known.row, None)
            self._latest.pop(known.row.ref, None)
            return known.pixmap
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(known.pixmap.devicePixelRatio())
        painter = QPainter(pixmap)
        painter.drawPixmap(0, 0, known.pixmap)
        painter.end()
        return pixmap

    def _mend(self, row: Row, x: float, inner: Passing, changes: list[Rect]) -> None:
        """Paint anew where a row has changed."""
        if not changes:
            return
        region = QRegion()
        for area in changes:
            region += inner.touched(area, x, 0.0).adjusted(0, 0, 0, SPARE)
        inner.painter.setClipRegion(region)
        inner.painter.fillRect(region.boundingRect(), self._paper)
        areas = tuple(area.moved(x, 0.0) for area in changes)
        self._draw(row, replace(inner, areas=areas), x, 0.0)

    def _keep(self, strip: Strip, passing: Passing) -> None:
        """Keep a strip that was just seen; forget what was not seen for longest, once there is too much."""
        row, window = strip.row, passing.window or QRect()
        self._latest[row.ref] = strip
        if row not in self._strips or self._strips[row] is not strip:
            self._strips[row] = strip
            room = MOST_WINDOWS * window.width() * window.height() * round(passing.ratio) ** 2
            while self.size > room and len(self._strips) > 1:
                gone, old = self._strips.popitem(last=False)
                if self._latest.get(gone.ref) is old:
                    del self._latest[gone.ref]
        self._strips.move_to_end(row)


def _inside(passing: Passing, painter: QPainter, band: QRect) -> Passing:
    """Return a passing that paints the whole of a band of the window, its top at the sheet's y of 0."""
    left, scale = band.left(), passing.scale
    seen = Rect((left - passing.dx) / scale, 0.0, band.width() / scale, band.height() / scale)
    return replace(
        passing,
        painter=painter,
        dx=passing.dx - left,
        dy=0.0,
        exposed=seen,
        areas=(),
        window=None,
        spare=SPARE,
    )


def _share(row: Row, x: float, y: float, passing: Passing) -> float:
    """Return which share of what the window shows of a row is to be painted."""
    window, scale = passing.window or QRect(), passing.scale
    shown = Rect(-passing.dx / scale, -passing.dy / scale, window.width() / scale, window.height() / scale)
    place = Rect(x, y, row.width, row.height)
    wanted = sum(_shared(area, place) for area in passing.areas or (passing.exposed,))
    return wanted / max(_shared(shown, place), 1.0)


def _shared(one: Rect, two: Rect) -> float:
    """Return the area that two rectangles share, in square points."""
    w = min(one.right, two.right) - max(one.x, two.x)
    h = min(one.bottom, two.bottom) - max(one.y, two.y)
    return max(w, 0.0) * max(h, 0.0)


def _key(x: float, passing: Passing) -> Hashable:
    """Return what the pixels of a row depend on; None where points fall between pixels of the screen."""
    if passing.window is None or passing.ratio != round(passing.ratio):
        return None
    return passing.scale, x * passing.scale + passing.dx, passing.window.width(), passing.ratio


def _sides(row: Row, x: float, passing: Passing) -> tuple[int, int]:
    """Return the pixels between which a row is in the window."""
    width = passing.window.width() if passing.window else 0
    left = (x + row.bounds.x) * passing.scale + passing.dx
    right = left + row.bounds.w * passing.scale
    return max(floor(left), 0), min(ceil(right), width)
