"""One painting of the canvas: the painter, the scale, what is exposed and what may be built meanwhile."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from editor.canvas.budget import Budget
    from editor.canvas.faces import Faces
    from editor.picture.geometry import Rect

PIXELS_PER_POINT = 96 / 72
"""Pixels that a point takes at 100 %."""
SMALLEST_TEXT = 3.4
"""Pixels an em must have before glyphs are drawn instead of bars; below half of it nothing is."""


class Level(IntEnum):
    """How much of a card is drawn."""

    BLOCKS = 0
    BARS = 1
    FULL = 2


def level(scale: float) -> Level:
    """Return the level for `scale` pixels a point: blocks below 20 %, bars below 40 %, then everything."""
    zoom = scale / PIXELS_PER_POINT
    if zoom < 0.2:
        return Level.BLOCKS
    return Level.BARS if zoom < 0.4 else Level.FULL


@dataclass
class Passing:
    """What painting needs to know: sheet point (x, y) is at pixel (x * scale + dx, y * scale + dy).

    `exposed` is what has to be painted, in sheet points, and `areas` are its parts where it has gaps;
    `ratio` is device pixels a logical pixel; `window` are the pixels of the window if that is painted.
    Rows have a ground `spare` pixels taller than they are.
    """

    painter: QPainter
    scale: float
    dx: float
    dy: float
    exposed: Rect
    faces: Faces
    budget: Budget
    ratio: float = 1.0
    areas: tuple[Rect, ...] = ()
    window: QRect | None = None
    spare: int = 0

    @cached_property
    def seen(self) -> QRect:
        """The pixels of what is exposed, and one more on each side."""
        return self.touched(self.exposed, 0.0, 0.0).adjusted(-1, -1, 1, 1)

    @property
    def level(self) -> Level:
        """How much of a card is drawn at this scale."""
        return level(self.scale)

    def moved(self, dx: float, dy: float) -> Passing:
        """Return a passing that paints everything `dx` and `dy` pixels further right and down."""
        back_x, back_y = -dx / self.scale, -dy / self.scale
        areas = tuple(area.moved(back_x, back_y) for area in self.areas)
        seen = self.exposed.moved(back_x, back_y)
        return replace(self, dx=self.dx + dx, dy=self.dy + dy, exposed=seen, areas=areas)

    def set_hints(self) -> None:
        """Let edges be smooth, and pixmaps only where they cannot stand on whole pixels of the screen.

        Asked to be smooth, Qt takes fifteen times as long for a pixmap that is drawn as it is.
        """
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        between = self.ratio != round(self.ratio)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, between)

    def stand_at(self, x: float, y: float) -> None:
        """Let the painter draw in points from the sheet's point (x, y) on."""
        s = self.scale
        self.painter.setWorldTransform(QTransform(s, 0, 0, s, self.dx + x * s, self.dy + y * s))

    def stand_on_pixels(self) -> None:
        """Let the painter draw in pixels, for what must be crisp."""
        self.painter.setWorldTransform(QTransform())

    def pixel(self, x: float, y: float) -> tuple[int, int]:
        """Return the pixel nearest to the sheet's point (x, y)."""
        return math.floor(x * self.scale + self.dx + 0.5), math.floor(y * self.scale + self.dy + 0.5)

    def band(self, y: float, height: float) -> tuple[int, int]:
        """Return the pixels where a row that stands at y begins and ends: where the next one begins."""
        top, bottom = y * self.scale + self.dy, (y + height) * self.scale + self.dy
        return math.floor(top + 0.5), math.floor(bottom + 0.5)

    def touched(self, area: Rect, dx: float, dy: float) -> QRect:
        """Return the whole pixels that `area`, shifted by (dx, dy), touches."""
        left, top = (area.x + dx) * self.scale + self.dx, (area.y + dy) * self.scale + self.dy
        return QRectF(left, top, area.w * self.scale, area.h * self.scale).toAlignedRect()

    def row_top(self, y: float) -> float:
        """Return y moved by less than a pixel, so that a row looks the same wherever it stands."""
        if self.level is not Level.FULL:
            return y
        return (math.floor(y * self.scale + self.dy + 0.5) - self.dy) / self.scale

    def shows(self, place: Rect, dx: float, dy: float) -> bool:
        """Tell whether `place`, shifted by (dx, dy), is exposed."""
        x, y, w, h = place.x + dx, place.y + dy, place.w, place.h
        ax, ay, aw, ah = self.exposed
        if not (x < ax + aw and ax < x + w and y < ay + ah and ay < y + h):
            return False
        return not self.areas or any(
            x < ax + aw and ax < x + w and y < ay + ah and ay < y + h for ax, ay, aw, ah in self.areas
        )
