"""Rails at the edge of the window, kept as pixels: paper, the line between lanes, words and a soft edge."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPixmap

from editor.canvas.row import paint_part
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from editor.canvas.passing import Passing
    from editor.canvas.row import Part
    from editor.canvas.sketch import Sketch

SHADE = 7
"""Pixels of the soft edge beside pinned rails and below a pinned header."""
TILE = 512
"""Pixels of the height of an image of the soft edge."""
SHADOW = QColor(16, 24, 40, 36)
SEAM = QColor(16, 24, 40, 30)


class Rail(NamedTuple):
    """A rail, placed on the sheet, and the height of its row in points."""

    part: Part
    height: float


class Edge(NamedTuple):
    """Where rails are pinned: pixels from the left, the colour under them, and on which side."""

    left: int
    right: int
    paper: QColor
    rtl: bool


class PinnedRails:
    """Paints rails in front of the map; each is drawn again only when it has changed."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[Sketch, tuple[Hashable, QPixmap]] = WeakKeyDictionary()

    def paint(self, rails: Iterable[Rail], passing: Passing, edge: Edge) -> None:
        """Paint the rails that are exposed at the edge, to which the passing has moved them."""
        seen, whole = passing.exposed, passing.ratio == round(passing.ratio)
        for rail in rails:
            y = rail.part.y
            if y < seen.bottom and seen.y < y + rail.height:
                passing.stand_on_pixels()
                if whole:
                    self._show(rail, passing, edge)
                else:  # pixmaps would stand between pixels of the screen, and be blurred
                    _draw(rail, passing, edge)
        passing.stand_on_pixels()

    def _show(self, rail: Rail, passing: Passing, edge: Edge) -> None:
        """Paint a rail from memory, its soft edge by itself: what lets nothing through is painted faster."""
        top, bottom = passing.band(rail.part.y, rail.height)
        passing.painter.drawPixmap(QPoint(edge.left, top), self._pixmap(rail, passing, edge))
        beside = edge.left - SHADE if edge.rtl else edge.right
        _soft_edge(passing.painter, QRect(beside, top, SHADE, bottom - top), edge.rtl)

    def _pixmap(self, rail: Rail, passing: Passing, edge: Edge) -> QPixmap:
        top, bottom = passing.band(rail.part.y, rail.height)
        key = (
            passing.scale,
            passing.ratio,
            passing.dx,
            rail.part.x,
            bottom - top,
            edge[:2],
            edge.paper.rgb(),
        )
        known = self._kept.get(rail.part.ink)
        if known is not None and known[0] == key:
            return known[1]
        owed, passing.budget.owed = passing.budget.owed, None
        pixmap = _drawn(rail, passing, edge, bottom - top)
        if passing.budget.owed is None:
            self._kept[rail.part.ink] = (key, pixmap)
            passing.budget.owed = owed
        else:
            passing.budget.owed = rail.part.bounds
        return pixmap


def _drawn(rail: Rail, passing: Passing, edge: Edge, height: int) -> QPixmap:
    """Return a rail as it looks in front of the map, without its soft edge."""
    size = QSize(edge.right - edge.left, height)
    pixmap = QPixmap(size * round(passing.ratio))
    pixmap.setDevicePixelRatio(passing.ratio)
    pixmap.fill(edge.paper)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale, dx = passing.scale, passing.dx - edge.left
    seen = Rect(-dx / scale, 0.0, size.width() / scale, height / scale)
    inner = replace(passing, painter=painter, dx=dx, dy=0.0, exposed=seen, areas=(), window=None)
    moved = rail._replace(part=rail.part.moved(0.0, -rail.part.y), height=height / scale)
    _draw(moved, inner, edge._replace(left=0, right=size.width()))
    painter.end()
    return pixmap


def _draw(rail: Rail, passing: Passing, edge: Edge) -> None:
    """Paint paper, seam, soft edge and words of a rail where the passing has it."""
    painter, y = passing.painter, passing.row_top(rail.part.y)
    top, bottom = passing.band(rail.part.y, rail.height)
    place = QRect(edge.left, top, edge.right - edge.left, bottom - top)
    painter.fillRect(place, edge.paper)
    painter.fillRect(QRect(place.left(), top, place.width(), 1), SEAM)
    beside = place.left() - SHADE if edge.rtl else place.right() + 1
    shade(painter, QRect(beside, top, SHADE, place.height()), edge.rtl, sideways=True)
    paint_part(rail.part.moved(0.0, y - rail.part.y), passing, 0.0, 0.0)


def _soft_edge(painter: QPainter, area: QRect, rtl: bool) -> None:
    """Paint the soft edge beside a rail from an image of it."""
    for top in range(area.top(), area.bottom() + 1, TILE):
        height = min(TILE, area.bottom() + 1 - top)
        painter.drawImage(QPoint(area.left(), top), _tile(rtl), QRect(0, 0, SHADE, height))


@cache
def _tile(rtl: bool) -> QImage:
    tile = QImage(SHADE, TILE, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    shade(painter, tile.rect(), rtl, sideways=True)
    painter.end()
    return tile


def shade(painter: QPainter, area: QRect, backwards: bool, *, sideways: bool) -> None:
    """Paint a soft edge that fades to the right, or downwards; `backwards` to the left."""
    start, end = area.topLeft(), area.topRight() if sideways else area.bottomLeft()
    gradient = QLinearGradient(end if backwards else start, start if backwards else end)
    gradient.setColorAt(0, SHADOW)
    gradient.setColorAt(1, Qt.GlobalColor.transparent)
    painter.fillRect(area, gradient)
