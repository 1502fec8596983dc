"""The ground as it lay when a drag began: lanes, columns and cards, asked by points of the sheet.

A drag looks for its target here and not on the map that changes under it, so that the target follows
from the start and the pointer alone. The map only ever grows behind a target (see `Stillness`), so
the target is under the pointer on the changed map, too.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.lane_plan import LanePlan
    from editor.canvas.places import Places
    from editor.canvas.spot import Spot
    from editor.canvas.tools.slots import Site
    from editor.picture.geometry import Rect


class Terrain:
    """Where everything was; `width` is the sheet's, in points."""

    def __init__(self, places: Site) -> None:
        self.rtl, self.width = places.rtl, places.width
        self._lanes: tuple[tuple[Rect, LanePlan], ...] = places.lanes
        self._tops = [place.y for place, _ in self._lanes]

    def lane_at(self, y: float) -> str:
        """Return the id of the lane at height y, "" above the first and below the last."""
        lane = self._lane(y)
        return lane[1].ref if lane else ""

    def cell_at(self, x: float, y: float) -> tuple[str, str] | None:
        """Return (lane, step) of the cell at (x, y); beside the map it is the nearest one of its lane."""
        lane = self._lane(y)
        cell = lane[1].cell_at(x - lane[0].x) if lane else None
        return _cell(cell.ref) if cell else None

    def index(self, lane: str, cards: Iterable[str], y: float) -> int:
        """Return how many of these cards of a lane have their middle above y."""
        place, plan = self._named(lane)
        spots = [spot for ref in cards if (spot := plan.spot(ref))]
        return sum(place.y + spot.rect.center.y < y for spot in spots)

    def height(self, lane: str) -> float:
        """Return the height of a lane."""
        return self._named(lane)[0].h

    def lane(self, lane: str) -> Rect:
        """Return where a lane was."""
        return self._named(lane)[0]

    def columns(self) -> dict[str, Rect]:
        """Return where each step's column was, through all lanes, by the step's id from left to right."""
        for place, plan in self._lanes:
            if plan.cells:
                low, high = self._tops[0], self._lanes[-1][0].bottom
                return {
                    _cell(spot.ref)[1]: spot.rect.moved(place.x, 0)._replace(y=low, h=high - low)
                    for spot in plan.cells
                }
        return {}

    def _lane(self, y: float) -> tuple[Rect, LanePlan] | None:
        number = bisect_right(self._tops, y) - 1
        found = self._lanes[number] if number >= 0 else None
        return found if found and y < found[0].bottom else None

    def _named(self, lane: str) -> tuple[Rect, LanePlan]:
        return next(pair for pair in self._lanes if pair[1].ref == lane)


def _cell(ref: str) -> tuple[str, str]:
    lane, _, step = ref.partition("|")
    return lane, step


def cell_ref(lane: str, step: str) -> str:
    """Return the ref by which pictures name a cell."""
    return f"{lane}|{step}"


def spots_of(places: Places, refs: Iterable[str]) -> list[Spot]:
    """Return the spots of `refs` in their order, without those that the picture does not show."""
    found = {spot.ref: spot for spot in places.find_all(refs)}
    return [found[ref] for ref in refs if ref in found]
