"""The light on one persona's curves: all other curves dim. It is never part of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.canvas.fills import fill
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QPainter

    from editor.canvas.camera import Camera
    from editor.canvas.display import Display
    from editor.canvas.lane_plan import LanePlan
    from editor.canvas.passing import Passing
    from editor.canvas.places import Places

VEIL = 178
"""How much paper, of 255, lies over what is dimmed."""


class Spotlight:
    """Dims emotion lanes and paints one persona's curves over them."""

    def __init__(self, display: Display, camera: Camera, places: Places) -> None:
        self._display, self._camera, self._places = display, camera, places

    def areas(self) -> list[Rect]:
        """Return the parts of the sheet that change when the light goes on or off."""
        return [area for _, _, area in self._lanes()]

    def paint(self, painter: QPainter, passing: Passing, persona: str, paper: QColor) -> None:
        """Dim everybody's curves but those of `persona`; the painter stands in pixels before and after."""
        veil = type(paper)(paper)
        veil.setAlpha(VEIL)
        for place, plan, area in self._lanes():
            if not passing.shows(area, 0.0, 0.0):
                continue
            fill(painter, self._camera.pixels(area).toRect(), veil)
            for frame in plan.lit(persona):
                part = self._display.part(frame, place.x, passing.row_top(place.y))
                self._display.paint_part(part, passing)
            passing.stand_on_pixels()

    def _lanes(self) -> Iterator[tuple[Rect, LanePlan, Rect]]:
        """Yield each emotion lane with its place, and the part of the sheet where its curves are."""
        for place, plan in self._places.lanes:
            scale = plan.scale_frame
            if scale is not None:
                yield place, plan, Rect(place.x + scale.x, place.y + 1.0, scale.w, place.h - 1.0)
