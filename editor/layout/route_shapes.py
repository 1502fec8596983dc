"""Shapes: the ways a connection could take, each with what it costs to the eye."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from editor.layout.route_grid import Ground, Interval, RouteRequest
from editor.layout.route_ports import NARROWEST, Port, ports
from editor.layout.route_sketch import Corridor, Way

BEND = 26.0
"""Price of a corner, in points of length."""

LABEL_AIR = 5.0
"""Free line wanted on each side of a label."""

_UNLABELLED = 2000.0
_STRAIGHTEST = 8.0


class Shape(NamedTuple):
    """A way from one port to another through `middle` corridors; `stops` are its nominal coordinates.

    `stops` holds the source edge, one track per run, and the target edge: run i goes along its own
    axis from stop i to stop i + 2.
    """

    cost: float
    source: Port
    target: Port
    middle: tuple[Corridor, ...]
    stops: tuple[float, ...]

    @property
    def corridors(self) -> tuple[Corridor, ...]:
        """Return the corridor of every run."""
        if len(self.stops) == 3:
            return (self.source.corridor,)
        return (self.source.corridor, *self.middle, self.target.corridor)


def shapes(ground: Ground, request: RouteRequest) -> list[Shape]:
    """Return the shapes worth trying, cheapest first."""
    sources = ports(ground, request.source, request.source_cell)
    targets = ports(ground, request.target, request.target_cell)
    habits = _Habits(ground, request)
    found: list[Shape] = []
    for source in sources:
        for target in targets:
            if source == target:
                continue
            fixed = habits.leaving(source) + habits.arriving(target)
            for middle in _middles(ground, source, target, request):
                stops = _stops(ground, source, target, middle)
                if stops:
                    cost = fixed + _price(stops) + _name_price(ground, request, source, target, middle, stops)
                    found.append(Shape(cost, source, target, middle or (), stops))
    found.sort(key=attrgetter("cost"))
    return found


class _Habits:
    """Which edges readers expect connections at: out at the front, in at the back of a card."""

    def __init__(self, ground: Ground, request: RouteRequest) -> None:
        rtl = ground.grid.rtl
        steps = request.target_cell[0] - request.source_cell[0]
        onward = -steps if rtl else steps
        front, back = ("left", "right") if rtl else ("right", "left")
        self._out = {"top": 9.0, "bottom": 6.0, front: 0.0, back: 14.0}
        self._in = {"top": 3.0, "bottom": 9.0, front: 22.0, back: 0.0}
        if onward <= 0:
            self._in = {"top": 3.0, "bottom": 6.0, front: 0.0, back: 12.0}
        if onward < 0:
            self._out = {"top": 0.0, "bottom": 4.0, front: 26.0, back: 24.0}
            self._in = {"top": 0.0, "bottom": 4.0, front: 18.0, back: 24.0}

    def leaving(self, port: Port) -> float:
        """Return the price of starting there."""
        return self._out[port.side]

    def arriving(self, port: Port) -> float:
        """Return the price of ending there."""
        return self._in[port.side]


Middle = tuple[Corridor, ...] | None
"""The corridors between two ports; None is a straight line from edge to edge."""


def _middles(ground: Ground, source: Port, target: Port, request: RouteRequest) -> Iterator[Middle]:
    if _straight(source, target):
        yield None
    if source.upright != target.upright:
        yield ()
        side, end = (source, target) if target.upright else (target, source)
        turn = (Corridor(Way.GUTTER, side.leads), Corridor(Way.GAP, end.leads))
        yield turn if target.upright else turn[::-1]
    elif source.leads == target.leads:
        yield (Corridor(Way.GAP if source.upright else Way.GUTTER, source.leads),)
    elif source.upright:
        yield from _over_gutters(ground, source, target, request)
    else:
        yield from _over_gaps(ground, source, target, request)


def _straight(source: Port, target: Port) -> bool:
    """Tell whether the edges look at each other over a wide enough part of their length."""
    facing = source.upright == target.upright and source.facing == -target.facing
    return (
        facing
        and (target.edge - source.edge) * source.facing > 0
        and _common(source.room, target.room).size >= min(_STRAIGHTEST, source.room.size, target.room.size)
    )


def _common(a: Interval, b: Interval) -> Interval:
    return Interval(max(a.low, b.low), min(a.high, b.high))


def _over_gaps(ground: Ground, source: Port, target: Port, request: RouteRequest) -> Iterator[Middle]:
    """Yield the ways gutter, gap, gutter over every gap from one lane to the other."""
    lanes = sorted((request.source_cell[1], request.target_cell[1]))
    for gap in range(lanes[0], lanes[1] + 2):
        if ground.gaps[gap].size >= NARROWEST:
            yield (
                Corridor(Way.GUTTER, source.leads),
                Corridor(Way.GAP, gap),
                Corridor(Way.GUTTER, target.leads),
            )


def _over_gutters(ground: Ground, source: Port, target: Port, request: RouteRequest) -> Iterator[Middle]:
    """Yield the ways gap, gutter, gap over the gutters beside either card."""
    ends = {request.source_cell[0], request.target_cell[0]}
    for gutter in sorted(ends | {end + 1 for end in ends}):
        if ground.gutters[gutter].size >= NARROWEST:
            yield (
                Corridor(Way.GAP, source.leads),
                Corridor(Way.GUTTER, gutter),
                Corridor(Way.GAP, target.leads),
            )


def _stops(ground: Ground, source: Port, target: Port, middle: Middle) -> tuple[float, ...]:
    """Return the nominal coordinates of a way, or nothing when it would run through its own cards."""
    if middle is None:
        return (source.edge, _common(source.room, target.room).middle, target.edge)
    between = [
        (ground.gutter_middles if c.way is Way.GUTTER else ground.gap_middles)[c.number] for c in middle
    ]
    stops = (source.edge, source.middle, *between, target.middle, target.edge)
    outward = (stops[2] - stops[0]) * source.facing > 0 and (stops[-3] - stops[-1]) * target.facing > 0
    return stops if outward else ()


def _price(stops: Sequence[float]) -> float:
    length = BEND * (len(stops) - 3)
    for i in range(len(stops) - 2):
        length += abs(stops[i + 2] - stops[i])
    return length


def _name_price(
    ground: Ground, request: RouteRequest, source: Port, target: Port, middle: Middle, stops: Sequence[float]
) -> float:
    """Return what is lost when a wanted label finds no run that can carry it."""
    if request.label_w <= 0:
        return 0.0
    if middle is None:
        return 0.0 if label_fits_straight(request, source, stops) else _UNLABELLED
    return 0.0 if label_run(ground, request, source, target, middle, stops) else _UNLABELLED


def label_fits_straight(request: RouteRequest, source: Port, stops: Sequence[float]) -> bool:
    """Tell whether a straight line between two edges is long enough for the label and the arrow."""
    wanted = request.label_h if source.upright else request.label_w
    return abs(stops[2] - stops[0]) >= wanted + 4 * LABEL_AIR


def label_run(
    ground: Ground,
    request: RouteRequest,
    source: Port,
    target: Port,
    middle: Sequence[Corridor],
    stops: Sequence[float],
) -> int:
    """Return the number of the run (counted from 1) that can carry the label best, or 0."""
    able = [
        (corridor.way is Way.GAP, length, -i)
        for i, (corridor, length) in enumerate(
            zip(middle, _reach(source, target, middle, stops), strict=True), start=1
        )
        if _carries(ground, request, corridor, length)
    ]
    return -max(able)[2] if able else 0


def _carries(ground: Ground, request: RouteRequest, corridor: Corridor, length: float) -> bool:
    along, across = request.label_w, request.label_h
    if corridor.way is Way.GUTTER:
        room = ground.gutters[corridor.number].size
        return length >= across + 3 * LABEL_AIR and room >= along + 2 * LABEL_AIR
    return length >= along + 2 * LABEL_AIR and ground.gaps[corridor.number].size >= across + 1


def _reach(source: Port, target: Port, middle: Sequence[Corridor], stops: Sequence[float]) -> list[float]:
    """Return how long each middle run could be made; a gap's by moving its ends along their cards' edges."""
    lengths = [abs(stops[i + 2] - stops[i]) for i in range(1, len(stops) - 3)]
    for i, port in ((0, source), (-1, target)):
        if lengths and middle[i].way is Way.GAP and port.upright:
            lengths[i] += port.room.size / 2
    return lengths
