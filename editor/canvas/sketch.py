"""A part of the map that is painted item by item, in order: headers, rails, curves, titles, connections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from editor.canvas.crisp import segments
from editor.canvas.extents import around, extent
from editor.canvas.outlines import dashes, painter_path, pen
from editor.canvas.painter import brush
from editor.canvas.passing import SMALLEST_TEXT
from editor.canvas.rules import Rules
from editor.canvas.script import bar
from editor.canvas.stamps import item_rect
from editor.picture.frame import Box, Frame, Item, Shape
from editor.picture.geometry import Path, Rect
from editor.picture.paint import Stroke
from editor.picture.words import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QPainterPath

    from editor.canvas.passing import Passing
    from editor.canvas.script import Script, Scripts
    from editor.canvas.stamps import Stamp, Stamps

    Drawing = partial[None]

NARROW = 1.5
"""Pixels of radius below which a corner counts as square."""


class Sketch:
    """Items in painting order, their origin put where the owner says."""

    def __init__(
        self, items: tuple[Item, ...], size: Rect, stamps: Stamps, scripts: Scripts, filled: bool = False
    ) -> None:
        """Take items of a frame of this size; shapes that are `filled` into it reach out by their strokes."""
        self.items = items
        shapes = [item for item in items if isinstance(item, Shape)] if filled else []
        extents = (
            [size.grown(s.stroke.width / 2) for s in shapes if s.stroke] if filled else map(extent, items)
        )
        self.bounds = around([size, *extents]).grown(1.5)
        self._stamps, self._scripts = stamps, scripts
        self._drawings: list[Drawing] | None = None
        self._wordless: list[Drawing] = []
        self._largest = 0.0

    def paint(self, passing: Passing, x: float, y: float) -> None:
        """Paint everything with the origin at the sheet's point (x, y)."""
        if self._drawings is None:
            self._drawings = []
            self._collect(self.items, 0.0, 0.0, self._drawings)
            self._wordless = [draw for draw in self._drawings if draw.func is not _words]
        worded = self._largest * passing.scale >= SMALLEST_TEXT / 2
        drawings = self._drawings if worded else self._wordless
        if drawings:
            passing.stand_at(x, y)
        for draw in drawings:
            draw(passing, x, y)

    def _collect(self, items: tuple[Item, ...], x: float, y: float, drawings: list[Drawing]) -> None:
        for item in items:
            match item:
                case Frame(clip=None):
                    self._collect(item.items, x + item.x, y + item.y, drawings)
                case Frame():
                    self._clipped(item, x + item.x, y + item.y, drawings)
                case _:
                    drawings.append(self._drawing(item, x, y))

    def _clipped(self, frame: Frame, x: float, y: float, drawings: list[Drawing]) -> None:
        outline = painter_path(frame.clip or Path(()), 1.0, x, y)
        drawings.append(partial(_clip, outline))
        self._collect(frame.items, x, y, drawings)
        drawings.append(partial(_unclip))

    def _drawing(self, item: Item, x: float, y: float) -> Drawing:
        match item:
            case Box():
                rect = QRectF(*item.rect.moved(x, y))
                return partial(_box, rect, item.radius, pen(item.stroke), brush(item.fill))
            case Shape(fill=None, stroke=Stroke() as stroke) if (lines := segments(item.path)) is not None:
                return partial(
                    Rules.paint, Rules([(x + a, y + b, x + c, y + d) for a, b, c, d in lines], stroke)
                )
            case Shape(fill=None, stroke=Stroke(dash=dash) as stroke) if dash:
                outline = dashes(painter_path(item.path, 1.0, x, y), stroke)
                return partial(_path, outline, pen(None), brush(stroke.color))
            case Shape():
                outline = painter_path(item.path, 1.0, x, y)
                return partial(_path, outline, pen(item.stroke), brush(item.fill))
            case TextBlock():
                self._largest = max(self._largest, item.style.size)
                return partial(_words, self._scripts.script(item), QPointF(x, y))
            case _:
                place = item_rect(item).moved(x, y)
                return partial(_stamp, self._stamps.stamp(item), place)


def _box(rect: QRectF, radius: float, edge: QPen, fill: QBrush, passing: Passing, x: float, y: float) -> None:  # noqa: ARG001
    painter = passing.painter
    painter.setPen(edge)
    painter.setBrush(fill)
    if radius * passing.scale < NARROW:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    else:
        painter.drawRoundedRect(rect, radius, radius)


def _path(outline: QPainterPath, edge: QPen, fill: QBrush, passing: Passing, x: float, y: float) -> None:  # noqa: ARG001
    passing.painter.setPen(edge)
    passing.painter.setBrush(fill)
    passing.painter.drawPath(outline)


def _words(script: Script, origin: QPointF, passing: Passing, x: float, y: float) -> None:
    size = script.size * passing.scale
    if size >= SMALLEST_TEXT and script.ready(passing.faces, passing.budget):
        script.paint(passing.painter, origin)
    elif size >= SMALLEST_TEXT / 2:
        bar(passing.painter, script, origin)
        if size >= SMALLEST_TEXT:
            passing.budget.owe(script.rect.moved(x + origin.x(), y + origin.y()))


def _stamp(stamp: Stamp, place: Rect, passing: Passing, x: float, y: float) -> None:
    left, top = passing.pixel(x + place.x, y + place.y)
    passing.stand_on_pixels()
    stamp.paint(passing.painter, left, top, passing.scale, passing.ratio)
    passing.stand_at(x, y)


def _clip(outline: QPainterPath, passing: Passing, x: float, y: float) -> None:  # noqa: ARG001
    passing.painter.save()
    passing.painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)


def _unclip(passing: Passing, x: float, y: float) -> None:  # noqa: ARG001
    passing.painter.restore()
