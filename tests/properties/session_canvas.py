"""The canvas of somebody at work: what it painted piece by piece against a canvas that shows the map anew."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from editor import RESOURCES
from editor.canvas.budget import Budget
from editor.canvas.display import Display
from editor.canvas.places import Places
from editor.layout.engine import MapLayout
from editor.layout.theme import Theme
from editor.picture.frame import Picture
from editor.picture.geometry import Rect
from editor.session.drawing import icon_outlines, map_words
from editor.text.engine import TextEngine
from tests.properties.session_hand import Hand

SCALE = 0.8
"""Pixels a point: letters and borders are painted."""
ROUNDING = 2
"""Levels of 255 that a channel may be off; what is missing or stands a pixel elsewhere is off by dozens."""
SEAM = 2
"""Pixels round what has changed that are repainted with it, as `Camera.touched` does."""


@lru_cache(maxsize=1)
def engine() -> TextEngine:
    """Return the text engine for all runs: it remembers nothing but what fonts say."""
    return TextEngine(RESOURCES / "fonts")


class HandAtCanvas(Hand):
    """Somebody who looks at the canvas; only what it says has changed is painted again."""

    def __init__(self) -> None:
        super().__init__()
        self.layout = MapLayout(engine(), Theme(), map_words, icon_outlines())
        self.display, self.places = Display(), Places()
        self.image = QImage()

    def look(self, picture: Picture) -> None:
        """Show the picture in place of the last one, and hold it against one on a new canvas."""
        damage = self.display.show(picture)
        self.places.show(picture)
        new_display, new_places = Display(), Places()
        new_display.show(picture)
        new_places.show(picture)
        assert self.places.rows() == new_places.rows()
        whole = Rect(0.0, 0.0, picture.width, picture.height)
        expected = painted(new_display, blank(picture), [whole])
        if self.image.size() != expected.size():
            self.image, damage = blank(picture), [whole]
        self.image = painted(self.display, self.image, damage, kept=True)
        assert alike(self.image, expected), where(self.image, expected)


def blank(picture: Picture) -> QImage:
    """Return white paper as large as the picture."""
    image = QImage(
        round(picture.width * SCALE), round(picture.height * SCALE), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(QColor("white"))
    return image


def painted(display: Display, image: QImage, areas: list[Rect], *, kept: bool = False) -> QImage:
    """Paint what lies in these areas of the sheet anew, each clipped to whole pixels, as the window does.

    `kept` lets rows be shown as they are kept, too, which is what a window does.
    """
    window = image.rect() if kept else None
    painter = QPainter(image)
    for area in areas:
        pixels = touched(area)
        painter.setClipRect(*pixels)
        painter.fillRect(*pixels, QColor("white"))
        painter.scale(SCALE, SCALE)
        x, y, w, h = (side / SCALE for side in pixels)
        display.paint_through(display.passing(painter, Rect(x, y, w, h), Budget(3600.0), window=window))
        painter.resetTransform()
    painter.end()
    return image


def touched(area: Rect) -> tuple[int, int, int, int]:
    """Return the pixels of an area with a seam round them."""
    left, top = int(area.x * SCALE // 1) - SEAM, int(area.y * SCALE // 1) - SEAM
    right, bottom = int(area.right * SCALE) + 1 + SEAM, int(area.bottom * SCALE) + 1 + SEAM
    return left, top, right - left, bottom - top


def alike(one: QImage, other: QImage) -> bool:
    """Tell whether two images are the same but for what Qt rounds.

    A row that is kept as pixels was painted at another height; its slanted strokes come out up to ROUNDING
    levels lighter or darker than those painted in place.
    """
    return one == other or int(np.abs(levels(one) - levels(other)).max()) <= ROUNDING


def levels(image: QImage) -> np.ndarray:
    """Return the levels of all channels, 0 to 255."""
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


def where(one: QImage, other: QImage) -> str:
    """Return which pixels differ first and last, for a message."""
    rows = range(min(one.height(), other.height()))
    different = [(x, y) for y in rows for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)]
    xs, ys = [x for x, _ in different], [y for _, y in different]
    return f"{len(different)} pixels from {min(xs), min(ys)} to {max(xs), max(ys)} of {one.size()}"
