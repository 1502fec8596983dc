"""What lies over the picture: marks of hover, choice and focus, the rubber band, and what is pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QRegion

from editor.canvas.carrying import Carrying
from editor.canvas.guiding import Guiding, guide_area
from editor.canvas.marks import REACH, Marks
from editor.canvas.tools.guides import Dots
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPixmap

    from editor.canvas.camera import Camera
    from editor.canvas.choice import Choice
    from editor.canvas.colors import CanvasColors
    from editor.canvas.passing import Passing
    from editor.canvas.pinned import Pinned
    from editor.canvas.places import Places, Spot
    from editor.canvas.spotlight import Spotlight
    from editor.canvas.tools.carried import Carried
    from editor.canvas.tools.guides import Guide

MANY = 200
"""More marks than this are repainted as one area."""


class Overlay:
    """Knows what is marked and where; paints in the pixels of the window."""

    def __init__(self, camera: Camera, places: Places, choice: Choice, pinned: Pinned) -> None:
        self._camera, self._places, self._choice, self._pinned = camera, places, choice, pinned
        self._chosen: list[Spot] = []
        self._spans: list[Rect] = []
        self._focus: Spot | None = None
        self._marks: Marks | None = None
        self._guiding: Guiding | None = None
        self._carrying: Carrying | None = None
        self.carried: Carried | None = None
        self._ghost: QPixmap | None = None
        self.paper = QColor("#ffffff")
        self.guides: tuple[Guide, ...] = ()
        self.spotlight: Spotlight | None = None
        self.hover: Spot | None = None
        self.band: Rect | None = None
        self.written = ""
        self.focused = False

    def wear(self, colors: CanvasColors) -> None:
        """Take the colours of the marks."""
        self._marks = Marks(colors)
        self._guiding = Guiding(colors)
        self._carrying = Carrying(colors, self._camera)

    def forget_hover(self) -> None:
        """Forget what the pointer was on, because it may be there no longer."""
        self.hover = None
        self.guides = tuple(guide for guide in self.guides if not isinstance(guide, Dots))

    def take_ghost(self, picture: QPixmap) -> None:
        """Take the picture of what is dragged from now on."""
        self._ghost = self._carrying.ghost(picture) if self._carrying else None

    def find_marked(self) -> None:
        """Look up where the chosen things and the focus are, after either or the picture changed."""
        self._chosen = self._places.find_all(self._choice.chosen)
        self._spans = [span for spot in self._chosen if (span := self._places.span(spot))]
        self._focus = self._places.find(self._choice.focus) if self._choice.focus else None

    def touched(self) -> QRegion:
        """Return the pixels that marks cover now."""
        window = self._camera.window()
        areas = [self._camera.touched(area, REACH) for area in self._areas()]
        areas += [guide_area(guide, self._camera) for guide in self.guides]
        if self.carried is not None and self._carrying is not None:
            areas += self._carrying.area(self.carried)
        seen = [area for area in areas if area.intersects(window)]
        if len(seen) > MANY:
            return QRegion(window)
        region = QRegion()
        for area in seen:
            region += area & window
        return region

    def pinned_region(self) -> QRegion:
        """Return the pixels that pinned headers, rails and names cover now."""
        region = QRegion()
        for area in self._pinned.areas():
            region += area.toAlignedRect()
        return region

    def paint(self, painter: QPainter, passing: Passing) -> None:
        """Paint everything, the painter standing in pixels and clipped to what is exposed."""
        if self._marks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.carried is not None and self._carrying is not None:
            self._carrying.paint_under(painter, self.carried, self.paper)
        if self._choice.front and self.spotlight is not None:
            self.spotlight.paint(painter, passing, self._choice.front, self.paper)
        for span in () if self._busy() else self._spans:
            self._marks.span(painter, self._camera.pixels(span))
        for spot in () if self._busy() else self._chosen:
            if passing.shows(spot.rect.grown(REACH / passing.scale), 0.0, 0.0):
                self._paint_chosen(painter, spot, self._marks, passing.scale)
        if self._focus is not None and not self._busy() and self._ringed():
            self._marks.focus(painter, self._focus, self._place(self._focus))
        if self.hover is not None and self.hover not in self._chosen:
            self._marks.hover(painter, self.hover, self._place(self.hover))
        for guide in self.guides if self._guiding is not None else ():
            self._guiding.paint_under(painter, guide, self._camera)
        self._pinned.paint(painter, passing)
        if self.band is not None:
            self._marks.band(painter, self._camera.pixels(self.band))
        if self._guiding is not None:
            for guide in self.guides:
                self._guiding.paint(painter, guide, self._camera)
        if self.carried is not None and self._carrying is not None:
            self._carrying.paint_over(painter, self.carried, self._ghost)

    def _busy(self) -> bool:
        return self.carried is not None and self.carried.busy

    def _ringed(self) -> bool:
        """Tell whether the focus needs a ring: it is a cell, or one of several chosen things."""
        if self._focus is None or self._focus.role == "connection":
            return False
        if self._choice.focus not in self._choice.chosen:
            return True
        return self.focused and len(self._choice.chosen) > 1

    def _paint_chosen(self, painter: QPainter, spot: Spot, marks: Marks, scale: float) -> None:
        if spot.role == "connection" and spot.ref == self.written:
            return  # its line would run through the words
        place = self._place(spot)
        if spot.role == "connection":
            marks.chosen_line(painter, self._places.strokes(spot.ref), scale, place.x(), place.y())
            if len(self._chosen) == 1:
                for end in self._places.ends(spot.ref):
                    marks.handle(painter, self._camera.pixels(Rect(*end, 0.0, 0.0)).topLeft())
        else:
            marks.chosen(painter, spot, place, self.focused)

    def _place(self, spot: Spot) -> QRectF:
        return self._camera.pixels(spot.rect)

    def _areas(self) -> Iterator[Rect]:
        yield from (spot.rect for spot in self._chosen)
        yield from self._spans
        yield from (spot.rect for spot in (self.hover, self._focus) if spot is not None)
        if self.band is not None:
            yield self.band
