"""Small drawings kept as pixmaps of the present scale: equal boxes, badges and icons share one."""

from __future__ import annotations

from collections import deque
from functools import lru_cache, reduce
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from editor.canvas.extents import extent
from editor.canvas.faces import Faces
from editor.canvas.outlines import painter_path, pen
from editor.canvas.painter import brush, paint_item, shrunk
from editor.picture.frame import Bitmap, Box, Frame, Shape, Symbol
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Hashable

Boxes = tuple[Box, ...]
Stampable = Boxes | Shape | Symbol | Bitmap | Frame
"""Boxes that follow one another share a stamp; a frame is stamped as a whole when it clips its items."""

LARGEST = 120_000
"""Device pixels beyond which a stamp is drawn afresh each time instead of being kept."""

MOST_ICONS = 32
"""Icons that are kept though nothing shows them."""

LARGEST_SCALE = 8.0
"""Device pixels a point at the largest zoom, on a screen with one and a half of them a pixel."""


class Stamp:
    """One small drawing; `x` and `y` say where its item stands, drawing begins at the item's corner."""

    __slots__ = ("__weakref__", "_h", "_item", "_pad", "_pixmap", "_scale", "_w")

    def __init__(self, item: Stampable) -> None:
        self._item = item
        place = item_rect(item)
        self._w, self._h = place.w, place.h
        self._pad = _pad(item, place)
        self._scale = 0.0
        self._pixmap: QPixmap | None = None

    def paint(self, painter: QPainter, x: float, y: float, scale: float, ratio: float) -> None:
        """Paint with the item's corner at pixel (x, y), `scale` pixels a point; `ratio` as on the screen."""
        if self._scale != scale:
            self._scale, self._pixmap = scale, self._made(scale, ratio)
        if self._pixmap is None:
            painter.save()
            self._draw(painter, x, y, scale)
            painter.restore()
        else:
            margin = _margin(self._pad, scale)
            painter.drawPixmap(int(x) - margin, int(y) - margin, self._pixmap)

    def _made(self, scale: float, ratio: float) -> QPixmap | None:
        margin = _margin(self._pad, scale)
        w, h = (round(size * scale) + 2 * margin + 1 for size in (self._w, self._h))
        if w * h * ratio * ratio > LARGEST:
            return None
        pixmap = QPixmap(round(w * ratio), round(h * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._draw(painter, margin, margin, scale)
        painter.end()
        return pixmap

    def _draw(self, painter: QPainter, x: float, y: float, scale: float) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        match self._item:
            case Shape():
                place = self._item.path.bounds()
                _outline(painter, self._item, scale, x - place.x * scale, y - place.y * scale)
            case Symbol():
                for shape in self._item.art.shapes:
                    _outline(painter, shape, self._item.size * scale, x, y)
            case Bitmap():
                _photograph(painter, self._item, x, y, scale)
            case Frame():
                _whole(painter, self._item, x, y, scale)
            case _:
                _boxes(painter, self._item, x, y, scale)


def _pad(item: Stampable, place: Rect) -> float:
    """Return the points by which ink reaches out of the item's own box; strokes of boxes stay inside."""
    if isinstance(item, Shape | Symbol | Bitmap | Frame):
        return max(place.x - extent(item).x, 0.0)
    return 0.0


def _margin(pad: float, scale: float) -> int:
    """Return the whole pixels kept free on each side for ink outside the item's own box."""
    return int(pad * scale) + 1


def _boxes(painter: QPainter, boxes: Boxes, x: float, y: float, scale: float) -> None:
    """Draw boxes with their edges on whole pixels and hairlines inside them, so that they are crisp."""
    corner = item_rect(boxes)
    for box in boxes:
        rect = box.rect.moved(-corner.x, -corner.y)
        left, top = x + round(rect.x * scale), y + round(rect.y * scale)
        w = max(x + round(rect.right * scale) - left, 1)
        h = max(y + round(rect.bottom * scale) - top, 1)
        inset = 0.5 if box.stroke is not None else 0.0
        painter.setPen(pen(box.stroke, scale))
        painter.setBrush(brush(box.fill))
        radius = min(box.radius * scale, w / 2, h / 2)
        painter.drawRoundedRect(
            QRectF(left + inset, top + inset, w - 2 * inset, h - 2 * inset), radius, radius
        )


def _outline(painter: QPainter, shape: Shape, scale: float, dx: float, dy: float) -> None:
    painter.setPen(pen(shape.stroke, scale))
    painter.setBrush(brush(shape.fill))
    painter.drawPath(painter_path(shape.path, scale, dx, dy))


@lru_cache(maxsize=64)
def _decoded(data: bytes, w: int, h: int) -> QImage:
    """Return an embedded picture as large as it is ever shown: decoding takes longer than a frame."""
    picture = QImage.fromData(QByteArray(data))
    if picture.width() <= w or picture.height() <= h:
        return picture
    fill = Qt.AspectRatioMode.IgnoreAspectRatio
    return picture.scaled(w, h, fill, Qt.TransformationMode.SmoothTransformation)


def _photograph(painter: QPainter, bitmap: Bitmap, x: float, y: float, scale: float) -> None:
    sides = (round(side * LARGEST_SCALE) for side in (bitmap.rect.w, bitmap.rect.h))
    picture = _decoded(bitmap.data, *sides)
    size = QSizeF(bitmap.rect.w * scale, bitmap.rect.h * scale)
    ratio = painter.device().devicePixelRatio()
    world = QTransform.fromScale(ratio, ratio)
    painter.drawImage(QRectF(x, y, size.width(), size.height()), shrunk(picture, world, size))


def _whole(painter: QPainter, frame: Frame, x: float, y: float, scale: float) -> None:
    painter.save()
    painter.translate(x - frame.x * scale, y - frame.y * scale)
    painter.scale(scale, scale)
    paint_item(painter, frame, Faces())
    painter.restore()


def item_rect(item: Stampable) -> Rect:
    """Return the box whose corner a stamp is placed by."""
    match item:
        case Shape():
            return item.path.bounds()
        case Symbol():
            return Rect(item.x, item.y, item.size, item.size)
        case Frame():
            return Rect(item.x, item.y, item.w, item.h)
        case Bitmap():
            return item.rect
        case _:
            return reduce(Rect.united, (box.rect for box in item))


class Stamps:
    """The stamps in use: items that look alike get the same stamp, forgotten when nothing shows it.

    The icons made last are kept a while: the face of an emotion that is dragged goes and comes back.
    """

    def __init__(self) -> None:
        self._stamps: WeakValueDictionary[Hashable, Stamp] = WeakValueDictionary()
        self._icons: deque[Stamp] = deque(maxlen=MOST_ICONS)

    def stamp(self, item: Stampable) -> Stamp:
        """Return the stamp for `item`, wherever it stands."""
        key = _looks(item)
        found = self._stamps.get(key)
        if found is None:
            found = self._stamps[key] = Stamp(item)
            if isinstance(item, Symbol):
                self._icons.append(found)
        return found


def _looks(item: Stampable) -> Hashable:
    """Return what decides how an item looks, as hashable as is cheap; the stamp keeps art and frame alive."""
    match item:
        case Symbol():
            return item.size, id(item.art)
        case Bitmap():
            return item.digest, round(item.rect.w, 2), round(item.rect.h, 2)
        case Frame():
            return id(item.items), item.w, item.h
        case _:
            return item
