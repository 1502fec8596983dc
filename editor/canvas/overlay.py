"""What lies over the picture: marks of hover, choice and focus, the rubber band, and what is pinned."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QRegion

from editor.canvas.colors import LIGHT, CanvasColors
from editor.canvas.marks import REACH, Marks
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPixmap

    from editor.canvas.camera import Camera
    from editor.canvas.carrying import Carrying
    from editor.canvas.choice import Choice
    from editor.canvas.guiding import Guiding
    from editor.canvas.lane_signs import SignPainter
    from editor.canvas.passing import Passing
    from editor.canvas.pinned import Pinned
    from editor.canvas.places import Places
    from editor.canvas.spot import Spot
    from editor.canvas.spotlight import Spotlight
    from editor.canvas.tools.carried import Carried
    from editor.canvas.tools.guides import Guide

MANY = 200
"""More marks than this are painted alike and repainted as one area."""


class Overlay:
    """Knows what is marked and where; paints in the pixels of the window."""

    def __init__(self, camera: Camera, places: Places, choice: Choice, pinned: Pinned) -> None:
        self._camera, self._places, self._choice, self._pinned = camera, places, choice, pinned
        self._chosen: list[Spot] = []
        self._crowd: list[tuple[Rect, list[QRectF]]] = []
        self._spans: list[Rect] = []
        self._focus: Spot | None = None
        self._marks: Marks | None = None
        self._colors = LIGHT
        self.carried: Carried | None = None
        self._ghost: QPixmap | None = None
        self.paper = QColor("#ffffff")
        self.guides: tuple[Guide, ...] = ()
        self.spotlight: Spotlight | None = None
        self.signs: SignPainter | None = None
        self.hover: Spot | None = None
        self.band: Rect | None = None
        self.written = ""
        self.focused = False

    def wear(self, colors: CanvasColors) -> None:
        """Take the colours of the marks."""
        self._marks = Marks(colors)
        self._colors = colors
        self.__dict__.pop("_guiding", None)
        self.__dict__.pop("_carrying", None)

    @cached_property
    def _guiding(self) -> Guiding:
        """What paints guides; loaded with the first of them."""
        from editor.canvas.guiding import Guiding

        return Guiding(self._colors)

    @cached_property
    def _carrying(self) -> Carrying:
        """What paints things that are dragged; loaded with the first of them."""
        from editor.canvas.carrying import Carrying

        return Carrying(self._colors, self._camera)

    def forget_hover(self) -> None:
        """Forget what the pointer was on, because it may be there no longer."""
        self.hover = None
        if self.guides:
            from editor.canvas.tools.guides import Dots

            self.guides = tuple(guide for guide in self.guides if not isinstance(guide, Dots))

    def take_ghost(self, picture: QPixmap) -> None:
        """Take the picture of what is dragged from now on."""
        self._ghost = self._carrying.ghost(picture)

    def find_marked(self) -> None:
        """Look up where the chosen things and the focus are, after either or the picture changed.

        While something is in the hand that can wait, as they are not marked.
        """
        if self.busy:
            return
        many = len(self._choice.chosen) > MANY
        self._chosen = [] if many else self._places.find_all(self._choice.chosen)
        self._crowd = self._places.boxes(self._choice.chosen) if many else []
        self._spans = [span for spot in self._chosen if (span := self._places.span(spot))]
        self._focus = self._places.find(self._choice.focus) if self._choice.focus else None

    @property
    def busy(self) -> bool:
        """Whether something is in the hand, so that the marks of what is chosen give way."""
        return self.carried is not None and self.carried.busy

    def touched(self) -> QRegion:
        """Return the pixels that marks cover now."""
        window = self._camera.window()
        if self._crowd and not self.busy:
            return QRegion(window)
        areas = [self._camera.touched(area, REACH) for area in self._areas()]
        if self.guides:
            from editor.canvas.guiding import guide_area

            areas += [guide_area(guide, self._camera) for guide in self.guides]
        if self.carried is not None:
            areas += self._carrying.area(self.carried.marks())
        seen = [area for area in areas if area.intersects(window)]
        return QRegion(window) if len(seen) > MANY else _joined(seen, window)

    def carry(self, carried: Carried | None) -> QRegion | None:
        """Show what is being dragged; return the pixels that look another way now, None if all marks do."""
        before, self.carried = self.carried, carried
        if before is not None and before.busy:
            self.find_marked()
        if before is None or carried is None or not (before.busy and carried.busy):
            return None
        return _joined(self._carrying.area(before.marks() ^ carried.marks()), self._camera.window())

    def paint(self, painter: QPainter, passing: Passing) -> None:
        """Paint everything, the painter standing in pixels and clipped to what is exposed."""
        if self._marks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.carried is not None:
            self._carrying.paint_under(painter, self.carried, self.paper)
        if self._choice.front and self.spotlight is not None:
            self.spotlight.paint(painter, passing, self._choice.front, self.paper)
        for span in () if self.busy else self._spans:
            self._marks.span(painter, self._camera.pixels(span))
        if not self.busy:
            self._paint_crowd(painter, self._marks)
        for spot in () if self.busy else self._chosen:
            if passing.shows(spot.rect.grown(REACH / passing.scale), 0.0, 0.0):
                self._paint_chosen(painter, spot, self._marks, passing.scale)
        if self._focus is not None and not self.busy and self._ringed():
            self._marks.focus(painter, self._focus, self._place(self._focus))
        if self.hover is not None and self.hover.ref not in self._choice.chosen:
            self._marks.hover(painter, self.hover, self._place(self.hover))
        for guide in self.guides:
            self._guiding.paint_under(painter, guide, self._camera)
        self._pinned.paint(painter, passing)
        if self.signs is not None:
            self.signs.paint(painter)
        if self.band is not None:
            self._marks.band(painter, self._camera.pixels(self.band))
        for guide in self.guides:
            self._guiding.paint(painter, guide, self._camera)
        if self.carried is not None:
            self._carrying.paint_over(painter, self.carried, self._ghost)

    def _paint_crowd(self, painter: QPainter, marks: Marks) -> None:
        """Mark very many chosen things, lane by lane and without asking the camera for each."""
        for place, boxes in self._crowd:
            origin = self._camera.pixels(place).topLeft()
            marks.many(painter, boxes, origin, self._camera.scale)

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
        if not self.busy:
            yield from (spot.rect for spot in self._chosen)
            yield from self._spans
        yield from (spot.rect for spot in (self.hover, self._focus) if spot is not None)
        if self.band is not None:
            yield self.band


def _joined(areas: Iterable[QRect], window: QRect) -> QRegion:
    """Return what the window shows of these areas."""
    region = QRegion()
    for area in areas:
        region += area & window
    return region
