"""Headers and rails that stay in sight: when the sheet's own are scrolled away, they stand at the edge.

They are the picture's own frames painted once more, so they look and read as on the sheet.
"""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QRegion

from editor.canvas.extents import around
from editor.canvas.names import (
    HEIGHT,
    NARROWEST,
    READABLE,
    NamePainter,
    StageName,
    stage_name,
    sticking,
)
from editor.canvas.pinned_rails import SHADE, Edge, PinnedRails, Rail, shade
from editor.picture.geometry import Point, Rect
from editor.picture.walk import frames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.canvas.camera import Camera
    from editor.canvas.display import Display
    from editor.canvas.passing import Passing
    from editor.picture.frame import Frame, Picture

NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)
PAD = 5.0
"""Pixels between the window's edge and what is pinned there."""
WALK_MARGIN = 28.0
"""Pixels kept free round what the keyboard walks to."""
WIDEST = 0.4
"""Rails that would take more of the window's width than this stay on the sheet."""


class Stand(NamedTuple):
    """Where things are pinned: pixels by which header and rails are moved, and the pixels they cover.

    `stuck` is the stage whose own words are out of sight, and the pixels where its name sticks instead.
    """

    down: float
    aside: float
    header: QRectF
    rails: QRectF
    stuck: tuple[StageName, QRectF] | None = None


class Pinned:
    """Where the header and the rails are pinned now, how they are painted, and what is under a pixel."""

    def __init__(self, display: Display, camera: Camera) -> None:
        self._display, self._camera = display, camera
        self._header = self._rails = NOWHERE
        self._pinned_rails = PinnedRails()
        self._names: list[StageName] = []
        self._named: object = None
        self._known: object = None
        self._stood: tuple[tuple[object, ...], Stand] = ((None,), Stand(0.0, 0.0, QRectF(), QRectF()))
        self._name_painter = NamePainter(False)
        self._rtl, self._paper = False, QColor("#ffffff")
        self.foot = 0.0
        """Pixels that the hints take below."""

    def show(self, picture: Picture | None) -> None:
        """Take the header and the rails of `picture`, which the display shows already."""
        known, self._known = self._known, (picture and picture[2:], self._display.header, self._display.rails)
        if known == self._known:
            return
        self._header = self._display.header.bounds if self._display.header else NOWHERE
        self._rails = _around(self._display.rails)
        if picture is None:
            self._names, self._named = [], None
        else:
            self._rtl, self._paper = picture.rtl, QColor(picture.paper)
            self._name_painter = NamePainter(picture.rtl)
            self._read_names(picture)

    def _read_names(self, picture: Picture) -> None:
        """Read the stages' names, unless the header stayed the same."""
        headers = [frame for frame in picture.root.frames() if frame.role == "header"]
        if headers != self._named:
            self._named = headers
            self._names = [name for f, place in _stages(picture) if (name := stage_name(f, place))]

    def touched(self, areas: Sequence[Rect]) -> QRegion:
        """Return the pixels of what is pinned in which these parts of the sheet are shown."""
        region, shift = QRegion(), self.rails_shift()
        if any(area.overlaps(self._header) for area in areas):
            region = self._covered(self._header_areas())
        if shift:
            x, w = self._rails.x + shift / self._camera.scale, self._rails.w
            rails = (Rect(x, area.y, w, area.h) for area in areas if area.overlaps(self._rails))
            region += self._camera.region(rails, SHADE)
        return region

    @property
    def compact(self) -> bool:
        """Whether the names of the stages are written large because the header's are too small."""
        return bool(self._names) and self._names[0].size * self._camera.scale < READABLE

    def header_shift(self) -> float:
        """Return how many pixels the header is moved down to stay in sight; 0 where it stands anyway."""
        return self._stand().down

    def rails_shift(self) -> float:
        """Return how many pixels the rails are moved right (left: negative) to stay in sight."""
        return self._stand().aside

    def header_area(self) -> QRectF:
        """Return the pixels that the pinned header covers, or nothing."""
        return self._stand().header

    def rails_area(self) -> QRectF:
        """Return the pixels that the pinned rails cover, or nothing."""
        return self._stand().rails

    def _stand(self) -> Stand:
        """Return where things are pinned now: found anew only when something was moved."""
        camera = self._camera
        key = (camera.look, camera.window(), camera.sheet, self._header, self._rails, self._names)
        if not all(map(is_, key, self._stood[0])):
            self._stood = key, self._found()
        return self._stood[1]

    def _found(self) -> Stand:
        down, aside = self._header_shift(), self._rails_shift()
        stand = Stand(down, aside, self._header_area(down), self._rails_area(aside))
        return stand if self.compact else stand._replace(stuck=self._stuck(stand))

    def _stuck(self, stand: Stand) -> tuple[StageName, QRectF] | None:
        edge = float(self._camera.window().width()) if self._rtl else 0.0
        if not stand.header.isEmpty() and not stand.rails.isEmpty():
            edge = stand.rails.left() if self._rtl else stand.rails.right()
        return sticking(self._names, self._camera, edge, stand.down, self._rtl)

    def _header_shift(self) -> float:
        if self._header is NOWHERE:
            return 0.0
        place, sheet = self._camera.pixels(self._header), self._camera.pixels(self._camera.sheet)
        height = self._header_height(place)
        most = sheet.bottom() - height - place.top()
        return max(0.0, min(PAD - place.top(), most))

    def _rails_shift(self) -> float:
        if self._rails is NOWHERE:
            return 0.0
        place, sheet = self._camera.pixels(self._rails), self._camera.pixels(self._camera.sheet)
        width = self._camera.window().width()
        if place.width() > WIDEST * width:
            return 0.0
        if self._rtl:
            return min(0.0, max(width - PAD - place.right(), sheet.left() - place.left()))
        return max(0.0, min(PAD - place.left(), sheet.right() - place.right()))

    def _header_area(self, shift: float) -> QRectF:
        if shift <= 0:
            return QRectF()
        place, sheet = self._camera.pixels(self._header), self._camera.pixels(self._camera.sheet)
        bottom = place.top() + shift + self._header_height(place) + PAD
        return QRectF(sheet.left(), 0, sheet.width(), bottom) & QRectF(self._camera.window())

    def _rails_area(self, shift: float) -> QRectF:
        if shift == 0:
            return QRectF()
        place, width = self._camera.pixels(self._rails), self._camera.window().width()
        edge = place.translated(shift, 0)
        left, right = (edge.left(), float(width)) if self._rtl else (0.0, edge.right())
        return QRectF(left, place.top(), right - left, place.height()) & QRectF(self._camera.window())

    def region(self) -> QRegion:
        """Return all pixels that pinned things cover, soft edges and written names included."""
        return self._covered([*self._header_areas(), self.rails_area()])

    def _header_areas(self) -> list[QRectF]:
        names = [self._camera.pixels(self._header).adjusted(0, -HEIGHT, 0, HEIGHT)] if self.compact else []
        stuck = self.stuck_name()
        return [self.header_area(), *names, *([stuck[1]] if stuck else [])]

    def stuck_name(self) -> tuple[StageName, QRectF] | None:
        """Return the stage whose own words are out of sight, and the pixels where its name sticks instead."""
        return self._stand().stuck

    def _covered(self, areas: Iterable[QRectF]) -> QRegion:
        """Return the pixels of areas and of their soft edges."""
        region = QRegion()
        for area in areas:
            if not area.isEmpty():
                region += area.adjusted(-SHADE, -SHADE, SHADE, SHADE).toAlignedRect()
        return region

    def margins(self, least: float) -> tuple[float, float, float, float]:
        """Return the pixels (left, top, right, bottom) that header, rails and hints take, or `least`."""
        top = self._header_height(self._camera.pixels(self._header)) + 2 * PAD if self._header.w else 0.0
        side = self._camera.pixels(self._rails).width() + 2 * PAD
        if side > WIDEST * self._camera.window().width():
            side = 0.0
        left, right = (0.0, side) if self._rtl else (side, 0.0)
        return max(left, least), max(top, least), max(right, least), max(self.foot, least)

    def margins_of(self, area: Rect, least: float) -> tuple[float, float, float, float]:
        """Return the pixels (left, top, right, bottom) by which `area` is clear of header, rails and hints.

        What is part of the header or of the rails, or above both, is never covered by them.
        """
        left, top, right, bottom = self.margins(least)
        if area.y < self._header.bottom:
            top = least
        if area.overlaps(self._rails) or area.bottom <= self._header.y:
            left = right = least
        return left, top, right, bottom

    def taken(self) -> tuple[float, float, float, float]:
        """Return the pixels (left, top, right, bottom) that pinned things cover now at the window's edges."""
        rails, header = self.rails_area(), self.header_area()
        side = 0.0 if rails.isEmpty() else rails.width()
        left, right = (0.0, side) if self._rtl else (side, 0.0)
        return left, 0.0 if header.isEmpty() else header.bottom(), right, 0.0

    def locate(self, x: float, y: float) -> Point:
        """Return the sheet's point that is seen at pixel (x, y), through what is pinned there."""
        if self.header_area().contains(x, y):
            return self._camera.point(x, y - self.header_shift())
        if self.rails_area().contains(x, y):
            return self._camera.point(x - self.rails_shift(), y)
        return self._camera.point(x, y)

    def paint(self, painter: QPainter, passing: Passing) -> None:
        """Paint what is pinned now, as far as it is exposed; the painter stands in pixels."""
        rails, header = self.rails_area(), self.header_area()
        exposed = QRectF(passing.seen).adjusted(-SHADE, -SHADE, SHADE, SHADE)
        if rails.intersects(exposed):
            place = rails.toAlignedRect()
            edge = Edge(place.left(), place.right() + 1, self._paper, self._rtl)
            self._pinned_rails.paint(self._display.rails, passing.moved(self.rails_shift(), 0.0), edge)
            passing.stand_on_pixels()
        if header.intersects(exposed):
            self._paint_header_ground(painter, header)
        if self.compact:
            self._paint_names(painter)
        elif header.intersects(exposed) and self._display.header is not None:
            self._display.paint_part(self._display.header, passing.moved(0.0, self.header_shift()))
            passing.stand_on_pixels()
        stuck = self.stuck_name()
        if stuck is not None and stuck[1].intersects(exposed):
            self._name_painter.stick(painter, *stuck, stuck[0].size * self._camera.scale)
        if not header.isEmpty() and not rails.isEmpty():
            corner = QRectF(rails.left(), 0.0, rails.width(), header.bottom())
            painter.fillRect(corner.toAlignedRect(), self._paper)

    def _header_height(self, place: QRectF) -> float:
        return HEIGHT if self.compact else place.height()

    def _paint_names(self, painter: QPainter) -> None:
        shift, window = self.header_shift(), QRectF(self._camera.window())
        narrowest = NARROWEST / self._camera.scale
        for name in (name for name in self._names if name.rect.w > narrowest):
            place = self._camera.pixels(name.rect).translated(0, shift)
            if not place.intersects(window):
                continue
            self._name_painter.paint(painter, name, place)

    def _paint_header_ground(self, painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area.toAlignedRect(), self._paper)  # whole pixels take a faster way through Qt
        edge = QRectF(area.left(), area.bottom(), area.width(), SHADE)
        shade(painter, edge.toAlignedRect(), False, sideways=False)


def _around(rails: Sequence[Rail]) -> Rect:
    """Return the box round the rails, which stand on the sheet."""
    return around([rail.part.bounds for rail in rails]) if rails else NOWHERE


def _stages(picture: Picture) -> Iterator[tuple[Frame, Rect]]:
    """Yield the stage frames of the header with their places on the sheet."""
    root = picture.root
    headers = (frame for frame in root.frames() if frame.role == "header")
    found = (pair for header in headers for pair in frames(header, root.x, root.y))
    return ((frame, place) for frame, place in found if frame.role == "stage")
