"""What can be seized between things: borders that resize, and the round buttons that insert.

Borders of columns are seized in the header, those of lanes at their rails. The button between two stages
sits on the upper edge of the header, the one behind each step on its lower edge, the one between two lanes
on the outer edge of the rails.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from editor.canvas.terrain import Terrain
from editor.canvas.tools.carried import Grasp
from editor.picture.geometry import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.canvas.places import Places

BORDER = 4.0
"""Pixels on either side of a border within which it is seized."""
BUTTON = 10.0
"""Pixels of a button's radius."""
NEAR = 26.0
"""Pixels within which a button shows itself."""
INSET = 12.0
"""Points of the button between lanes from the outer edge of the rails."""


class Grip(NamedTuple):
    """A border: the step or lane that it resizes, and its size now, in points."""

    grasp: Grasp
    ref: str
    size: float


class Button(NamedTuple):
    """A round button: where it is on the sheet, and what it inserts behind which stage, step or lane."""

    at: Point
    kind: str
    after: str


def border_at(places: Places, x: float, y: float, scale: float) -> Grip | None:
    """Return the border at the sheet's point (x, y)."""
    reach = BORDER / scale
    header = _header(places)
    if header is not None and header.y <= y < header.bottom:
        for step, place in Terrain(places).columns().items():
            edge = place.x if places.rtl else place.right
            if abs(x - edge) <= reach:
                return Grip(Grasp.WIDTH, step, place.w)
    for place, plan in places.lanes:
        rail = plan.spot(plan.ref)
        if rail and abs(y - place.bottom) <= reach and rail.rect.moved(place.x, 0).contains(x, rail.rect.y):
            return Grip(Grasp.HEIGHT, plan.ref, place.h)
    return None


def button_at(places: Places, x: float, y: float, reach: float) -> Button | None:
    """Return the nearest button within `reach` points of (x, y)."""
    near = [button for button in _buttons(places) if _far(button, x, y) <= reach]
    return min(near, key=lambda button: _far(button, x, y), default=None)


def _buttons(places: Places) -> Iterator[Button]:
    header = _header(places)
    if header is not None:
        yield from _stage_buttons(places)
        yield from _step_buttons(places, header.bottom)
    for place, plan in places.lanes:
        x = place.right - INSET if places.rtl else place.x + INSET
        yield Button(Point(x, place.bottom), "lane", plan.ref)


def _stage_buttons(places: Places) -> Iterator[Button]:
    for spot in places.outer("stage"):
        yield Button(Point(spot.rect.x if places.rtl else spot.rect.right, spot.rect.y), "stage", spot.ref)


def _step_buttons(places: Places, y: float) -> Iterator[Button]:
    columns = list(Terrain(places).columns().items())
    columns = columns[::-1] if places.rtl else columns
    for (step, place), (_, following) in pairwise(columns):
        x = (following.right + place.x) / 2 if places.rtl else (place.right + following.x) / 2
        yield Button(Point(x, y), "step", step)
    for step, place in columns[-1:]:
        yield Button(Point(place.x - BORDER if places.rtl else place.right + BORDER, y), "step", step)


def _header(places: Places) -> Rect | None:
    """Return the header: from the top of the stages to the first lane."""
    stages = places.outer("stage")
    if not stages or not places.lanes:
        return None
    left, right = min(s.rect.x for s in stages), max(s.rect.right for s in stages)
    top = stages[0].rect.y
    return Rect(left, top, right - left, places.lanes[0][0].y - top)


def _far(button: Button, x: float, y: float) -> float:
    return hypot(button.at.x - x, button.at.y - y)
