"""A connection in the making: runs along corridors whose exact tracks are still open."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from editor.layout.route_grid import Interval, RouteRequest
from editor.picture.geometry import Point


class Way(IntEnum):
    """What a run follows: upright runs a gutter or a column, level ones a gap or a lane."""

    GUTTER = 0
    GAP = 1
    LANE = 2
    COLUMN = 3

    @property
    def upright(self) -> bool:
        """Tell whether runs of this kind go up and down."""
        return self is Way.GUTTER or self is Way.COLUMN


class Corridor(NamedTuple):
    """One gutter, gap, lane or column by number."""

    way: Way
    number: int


@dataclass(slots=True, eq=False)
class Run:
    """One straight part of a connection: its corridor, the tracks it may take and the one it has.

    `track` is its x when upright, its y when level; `start` and `end` are where it begins and
    stops on the other axis when no run stands before or after it. `label` is the size of the
    label it carries along and across its own axis.
    """

    corridor: Corridor
    upright: bool
    room: Interval
    ideal: float
    track: float
    start: float = 0.0
    end: float = 0.0
    before: Run | None = None
    after: Run | None = None
    label: tuple[float, float] | None = None
    spot: float | None = None

    @property
    def first(self) -> float:
        """Return where the run begins on its own axis."""
        return self.before.track if self.before else self.start

    @property
    def last(self) -> float:
        """Return where the run stops on its own axis."""
        return self.after.track if self.after else self.end

    @property
    def span(self) -> Interval:
        """Return the stretch it covers on its own axis."""
        a, b = self.first, self.last
        return Interval(a, b) if a <= b else Interval(b, a)

    @property
    def reach(self) -> Interval:
        """Return the longest stretch it could cover while its neighbours change tracks."""
        starts = self.before.room if self.before else (self.start,)
        ends = self.after.room if self.after else (self.end,)
        return Interval(min(*starts, *ends), max(*starts, *ends))

    def turns(self) -> list[tuple[float, int]]:
        """Return where other runs join it and to which side they leave: -1 lower, 1 higher track."""
        before, after, track = self.before, self.after, self.track
        found: list[tuple[float, int]] = []
        if before:
            found.append((before.track, 1 if before.first > track else -1))
        if after:
            found.append((after.track, 1 if after.last > track else -1))
        return found


@dataclass(slots=True, eq=False)
class Sketch:
    """A request with the runs chosen for it, from source edge to target edge."""

    request: RouteRequest
    runs: list[Run] = field(default_factory=list[Run])

    def chain(self) -> None:
        """Make every run know its neighbours."""
        for one, two in pairwise(self.runs):
            one.after, two.before = two, one

    def points(self) -> tuple[Point, ...]:
        """Return the polyline with the tracks as they are now."""
        first, last = self.runs[0], self.runs[-1]
        corners = [_corner(one, two) for one, two in pairwise(self.runs)]
        return _cleaned([_spot(first, first.start), *corners, _spot(last, last.end)])


def label_size(request: RouteRequest, corridor: Corridor) -> tuple[float, float]:
    """Return the size of the request's label along and across a corridor."""
    if corridor.way.upright:
        return request.label_h, request.label_w
    return request.label_w, request.label_h


def _spot(run: Run, along: float) -> Point:
    return Point(run.track, along) if run.upright else Point(along, run.track)


def _corner(one: Run, two: Run) -> Point:
    return _spot(one, two.track)


def _cleaned(points: list[Point]) -> tuple[Point, ...]:
    """Return the line without points that repeat or that lie straight between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return tuple(kept)
