"""Where things are on the sheet: the grid itself is the index, lanes by height, cells by column.

A `Spot` is anything that can be pointed at, chosen and walked to: cards, empty cells, rails, stages,
steps, emotions, personas, the title, notes and connections.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING, NamedTuple

from editor.canvas.lane_plan import LanePlan
from editor.canvas.nearness import near, tips
from editor.canvas.spot import Spot, spot_of
from editor.picture.frame import Frame, Picture, Shape
from editor.picture.geometry import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from PySide6.QtCore import QRectF

    from editor.canvas.scale import EmotionScale
    from editor.picture.geometry import Path

HEADINGS = ("title", "persona")
ABOVE = ("stage", "step")
BELOW = ("note",)
OUTSIDE = (*HEADINGS, *ABOVE, *BELOW)
FEW = 30
"""So many ids are looked up one by one."""
BARE = 6.0
"""Points that a step without a title stands high, over the first lane."""


class Region(NamedTuple):
    """What a part of the sheet that is no lane holds."""

    spots: list[Spot]
    links: list[tuple[Spot, Frame]]


NO_LANE = ""
"""The home of what stands in no lane: headings, stages, steps, notes, connections."""
LOOKS = 3
"""So many plans of a lane are kept, because what a drag has left comes back as it was before."""


class Places:
    """The spots of a whole picture; lanes that stayed the same keep their plans."""

    def __init__(self) -> None:
        self._frames: list[Frame] = []
        self._origin = Point(0.0, 0.0)
        self._held: list[tuple[Rect, LanePlan] | Region] = []  # what each frame holds
        self._looks: dict[str, list[LanePlan]] = {}  # the latest plans of each lane
        self._rows: dict[str, list[Spot]] = {role: [] for role in OUTSIDE}
        self._links: list[tuple[Spot, Frame]] = []
        self._lanes: list[tuple[Rect, LanePlan]] = []
        self._tops: list[float] = []
        self._ordered: list[list[Spot]] | None = None
        self._homes: dict[str, str] = {}  # the lane in which an id was found last, or NO_LANE
        self.rtl, self.width = False, 0.0

    @property
    def lanes(self) -> tuple[tuple[Rect, LanePlan], ...]:
        """Where each lane is, and what stands in it in the lane's own coordinates."""
        return tuple(self._lanes)

    def outer(self, role: str) -> list[Spot]:
        """Return the spots outside the lanes that have this role: stages, steps, notes, headings."""
        return self._rows.get(role, [])

    def show(self, picture: Picture | None) -> None:
        """Take `picture` in place of the last one; what both of them hold is not read again."""
        self._ordered = None
        frames, origin, before = list[Frame](), self._origin, self._frames
        if picture is not None:
            self.rtl, self.width = picture.rtl, picture.width
            frames, origin = list(picture.root.frames()), Point(picture.root.x, picture.root.y)
        self._frames = frames
        if len(frames) == len(before) and origin == self._origin:
            changed = list(compress(range(len(frames)), map(is_not, frames, before)))
            for number in changed:
                self._held[number] = self._read(frames[number])
            both = (frame.role for number in changed for frame in (before[number], frames[number]))
            outside = any(role != "lane" for role in both)
        else:
            self._origin, outside = origin, True
            self._held = [self._read(frame) for frame in frames]
            self._looks = {lane.ref: self._looks[lane.ref] for lane in frames if lane.role == "lane"}
        self._lanes = [held for held in self._held if not isinstance(held, Region)]
        self._tops = [place.y for place, _ in self._lanes]
        if outside:
            self._read_regions()

    def _read_regions(self) -> None:
        """Take the spots outside the lanes from the regions of the picture."""
        self._rows, self._links = {role: [] for role in OUTSIDE}, []
        for region in (held for held in self._held if isinstance(held, Region)):
            for spot in region.spots:
                self._rows[spot.role].append(spot)
            self._links += region.links

    def _read(self, frame: Frame) -> tuple[Rect, LanePlan] | Region:
        """Return what a frame of the sheet holds."""
        x, y = self._origin
        if frame.role == "lane":
            return Rect(x + frame.x, y + frame.y, frame.w, frame.h), self._plan(frame)
        region = Region([], [])
        _read(region, frame, x, y)
        return region

    def _plan(self, lane: Frame) -> LanePlan:
        """Return the plan of a lane; one that is new knows what the last one of that lane has known."""
        looks = self._looks.setdefault(lane.ref, [])
        found = next((plan for plan in looks if plan.shows(lane)), None)
        if found is None:
            found = LanePlan(lane, looks[0] if looks else None)
        else:
            looks.remove(found)
        looks.insert(0, found)
        del looks[LOOKS:]
        return found

    def at(self, x: float, y: float, reach: float = 3.0) -> Spot | None:
        """Return the spot at the sheet's point (x, y); connections catch within `reach` points."""
        found = self._in_lanes(x, y)
        if found is None or found.role == "cell":
            return self._link_at(x, y, reach) or found or self._outside(x, y)
        return found

    def find(self, ref: str, role: str = "") -> Spot | None:
        """Return the spot of an id, or None; a lane is found at its rail."""
        home = self._homes.get(ref)
        found = self._find_outside(ref, role) if home == NO_LANE else None
        if found is not None:
            return found
        likely = [pair for pair in self._lanes if pair[1].ref == home] if home else []
        for place, plan in (*likely, *self._lanes):
            spot = plan.spot(ref)
            if spot is not None and role in ("", spot.role):
                self._homes[ref] = plan.ref
                return spot.moved(place.x, place.y)
        return self._find_outside(ref, role)

    def _find_outside(self, ref: str, role: str) -> Spot | None:
        others = (spot for row in self._outer_rows() for spot in row)
        found = next((spot for spot in others if spot.ref == ref and role in ("", spot.role)), None)
        if found is not None:
            self._homes[ref] = NO_LANE
        return found or (self._bare_step(ref) if role in ("", "step") else None)

    def find_all(self, refs: Iterable[str]) -> list[Spot]:
        """Return the spots of all `refs` that the picture shows, each once."""
        wanted, found = set(refs), []
        if len(wanted) <= FEW:
            return [spot for ref in wanted if (spot := self.find(ref))]
        for place, plan in self._lanes:
            here = plan.holding(wanted)
            found += [spot.moved(place.x, place.y) for ref in here if (spot := plan.spot(ref))]
            wanted -= here
        found += [spot for row in self._outer_rows() for spot in row if spot.ref in wanted]
        wanted -= {spot.ref for spot in found}
        return found + [spot for ref in wanted if (spot := self._bare_step(ref))]

    def _bare_step(self, ref: str) -> Spot | None:
        """Return where a step without a title stands: a strip at the top of its column."""
        for place, plan in self._lanes[:1]:
            for cell in plan.cells:
                if cell.ref.partition("|")[2] == ref:
                    return Spot(ref, "step", Rect(place.x + cell.rect.x, place.y - BARE, cell.rect.w, BARE))
        return None

    def boxes(self, refs: Iterable[str]) -> list[tuple[Rect, list[QRectF]]]:
        """Return each lane with where all `refs` are that stand in it: as `find_all`, but for very many."""
        wanted, found = set(refs), []
        for place, plan in self._lanes:
            inner = plan.boxes
            found.append((place, list(map(inner.__getitem__, wanted & inner.keys()))))
        return found

    def scale(self, lane: str) -> EmotionScale | None:
        """Return the scale of an emotion lane, None where it shows none."""
        for place, plan in self._lanes:
            if plan.ref == lane:
                return plan.scale(self.rtl, place.x, place.y)
        return None

    def strokes(self, ref: str) -> list[Path]:
        """Return the lines of a connection, in the coordinates of its spot."""
        frames = (frame for spot, frame in self._links if spot.ref == ref)
        return [item.path for frame in frames for item in frame.items if isinstance(item, Shape)]

    def ends(self, ref: str) -> tuple[Point, Point] | tuple[()]:
        """Return where on the sheet a connection begins and ends; nothing for anything else."""
        for spot, frame in self._links:
            if spot.ref == ref:
                begin, tip = tips(frame)
                return Point(begin.x + spot.rect.x, begin.y + spot.rect.y), Point(
                    tip.x + spot.rect.x, tip.y + spot.rect.y
                )
        return ()

    def cell_of(self, card: Spot) -> Spot | None:
        """Return the cell in which the beginning of a card stands."""
        x, y = card.rect.right - 1.0 if self.rtl else card.rect.x + 1.0, card.rect.y + 1.0
        for place, plan in self._lanes:
            if place.contains(x, y):
                cell = plan.cell_at(x - place.x)
                return cell.moved(place.x, place.y) if cell else None
        return None

    def span(self, header: Spot) -> Rect | None:
        """Return the column under a stage or step, or the whole row of a lane's rail; None for the rest."""
        if header.role == "rail":
            return next((place for place, plan in self._lanes if plan.spot(header.ref)), None)
        if header.role not in ABOVE or not self._lanes:
            return None
        top, bottom = self._lanes[0][0].y, self._lanes[-1][0].bottom
        return Rect(header.rect.x, top, header.rect.w, bottom - top)

    def within(self, area: Rect) -> list[Spot]:
        """Return the spots that share an area with `area`, without connections."""
        found = [spot for row in self._rows.values() for spot in row if spot.rect.overlaps(area)]
        for place, plan in self._lanes:
            if place.y < area.bottom and area.y < place.bottom:
                own = area.moved(-place.x, -place.y)
                found += [spot.moved(place.x, place.y) for spot in plan.spots if spot.rect.overlaps(own)]
        return found

    def caught(self, area: Rect, roles: Container[str]) -> list[str]:
        """Return the ids of what in the lanes has one of these roles and shares an area with `area`."""
        found: list[str] = []
        for place, plan in self._lanes:
            if place.y < area.bottom and area.y < place.bottom:
                found += plan.caught(area.moved(-place.x, -place.y), roles)
        return found

    def rows(self) -> list[list[Spot]]:
        """Return rows of spots in reading order: headings, stages, steps, each lane, notes, connections."""
        if self._ordered is None:
            self._ordered = [row for row in self._in_reading_order() if row]
        return self._ordered

    def _in_reading_order(self) -> Iterator[list[Spot]]:
        yield from (self._in_order(self._rows[role]) for role in (*HEADINGS, *ABOVE))
        for place, plan in self._lanes:
            yield self._in_order([spot.moved(place.x, place.y) for spot in plan.spots])
        yield self._rows["note"]
        yield [spot for spot, _ in self._links]

    def _in_order(self, spots: list[Spot]) -> list[Spot]:
        if not self.rtl:
            return sorted(spots, key=lambda spot: (spot.rect.x, spot.rect.y))
        return sorted(spots, key=lambda spot: (-spot.rect.right, spot.rect.y))

    def _outer_rows(self) -> Iterator[list[Spot]]:
        yield from self._rows.values()
        yield [spot for spot, _ in self._links]

    def _in_lanes(self, x: float, y: float) -> Spot | None:
        index = bisect_right(self._tops, y) - 1
        if index < 0:
            return None
        place, plan = self._lanes[index]
        if not place.contains(x, y):
            return None
        found = plan.at(x - place.x, y - place.y)
        return found.moved(place.x, place.y) if found else None

    def _link_at(self, x: float, y: float, reach: float) -> Spot | None:
        for spot, frame in reversed(self._links):
            if spot.rect.grown(reach).contains(x, y) and near(frame, x - spot.rect.x, y - spot.rect.y, reach):
                return spot
        return None

    def _outside(self, x: float, y: float) -> Spot | None:
        for row in self._rows.values():
            for spot in row:
                if spot.rect.contains(x, y):
                    return spot
        return None


def _read(region: Region, frame: Frame, x: float, y: float) -> None:
    if frame.role == "connection":
        region.links.append((spot_of(frame, x, y), frame))
    elif frame.role in OUTSIDE and frame.ref:
        region.spots.append(spot_of(frame, x, y))
    else:
        for child in frame.frames():
            _read(region, child, x + frame.x, y + frame.y)
