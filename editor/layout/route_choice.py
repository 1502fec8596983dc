"""The choice among shapes: the cheapest one that is free, given the traffic that is already there."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from editor.layout.route_grid import CLEARANCE, Ground, Interval, RouteRequest, freed
from editor.layout.route_ports import Port
from editor.layout.route_shapes import LABEL_AIR, Shape, label_fits_straight, label_run
from editor.layout.route_sketch import Corridor, Run, Sketch, Way, label_size
from editor.picture.geometry import Rect

NEAREST = 3.0
"""Least distance of two lines that run side by side."""

_COMPANY = 3.0
_CROWD = 120.0
_SHARED_EDGE = 5.0
_STUB = 7.0
"""Length that a line with one corner keeps before and behind it, so that its arrow stands straight."""


class Traffic:
    """How full the corridors and the edges of cards are with the connections chosen so far."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._loads: dict[Corridor, list[tuple[float, float, int]]] = {}
        self._edges: dict[tuple[str, float, Interval], int] = {}

    def price(self, shape: Shape, label: int | None, request: RouteRequest) -> float:
        """Return what the company on its way makes a shape cost more; `label` is the run that carries it."""
        cost = _SHARED_EDGE * sum(self._edges.get(_edge(port), 0) for port in (shape.source, shape.target))
        for i, corridor in enumerate(shape.middle, start=1):
            if corridor in self._loads:
                low, high = sorted((shape.stops[i], shape.stops[i + 2]))
                wide = i == label and corridor.way is Way.GUTTER
                cost += self._crowd(corridor, low, high, _width(request, corridor) if wide else 1)
        return cost

    def add(self, shape: Shape, label: int | None, request: RouteRequest) -> None:
        """Count a chosen shape."""
        for port in (shape.source, shape.target):
            self._edges[_edge(port)] = self._edges.get(_edge(port), 0) + 1
        for i, corridor in enumerate(shape.middle, start=1):
            low, high = sorted((shape.stops[i], shape.stops[i + 2]))
            load = (low, high, _width(request, corridor) if i == label else 1)
            self._loads.setdefault(corridor, []).append(load)

    def _crowd(self, corridor: Corridor, low: float, high: float, width: int) -> float:
        """Return the price of a run `width` tracks wide; labels in gaps can slide, so they count as lines."""
        beside = [load for load in self._loads[corridor] if load[0] < high and low < load[1]]
        tracks = int((width_of(self._ground, corridor) - 2 * NEAREST) / NEAREST) + 1
        cost = len(beside) * _COMPANY
        if beside and sum(load[2] for load in beside) + width > tracks:
            cost += max(0, _peak(beside) + width - tracks) * _CROWD
        return cost


def _width(request: RouteRequest, corridor: Corridor) -> int:
    """Return how many tracks a label takes across a corridor."""
    return ceil(label_size(request, corridor)[1] / NEAREST)


def _peak(loads: Sequence[tuple[float, float, int]]) -> int:
    """Return how many tracks are taken where most of them are."""
    return max(sum(w for a, b, w in loads if a <= low < b) for low, _, _ in loads)


def choose(ground: Ground, traffic: Traffic, request: RouteRequest, found: Sequence[Shape]) -> Sketch | None:
    """Return the best shape whose way is free, as a sketch, and count it; None when all are blocked."""
    best: tuple[float, Shape, Sketch] | None = None
    for shape in found:
        if best and shape.cost >= best[0]:
            break
        label = _label_at(ground, request, shape)
        cost = shape.cost + traffic.price(shape, label, request)
        if best and cost >= best[0]:
            continue
        sketch = sketched(ground, request, shape, label)
        if sketch:
            best = (cost, shape, sketch)
    if not best:
        return None
    traffic.add(best[1], _labelled(best[2]), request)
    return best[2]


def sketched(ground: Ground, request: RouteRequest, shape: Shape, label: int | None) -> Sketch | None:
    """Return the shape as runs with the room each has, or None when something is in the way."""
    rooms = [_room(ground, request, shape, i, i == label) for i in range(len(shape.corridors))]
    ideals = list(shape.stops[1:-1])
    if label is not None and shape.middle:
        _make_way(ground, request, shape, label, rooms, ideals)
    for i in range(len(rooms)):
        room = _free_room(ground, request, shape, rooms, i, ideals[i])
        if room is None:
            return None
        rooms[i] = room
    sketch = Sketch(request, [_run(shape, i, rooms[i], ideals[i]) for i in range(len(rooms))])
    if label is not None:
        sketch.runs[label].label = label_size(request, shape.corridors[label])
    sketch.chain()
    return sketch


def width_of(ground: Ground, corridor: Corridor) -> float:
    """Return how wide a gutter or gap is."""
    return (ground.gutters if corridor.way is Way.GUTTER else ground.gaps)[corridor.number].size


def _edge(port: Port) -> tuple[str, float, Interval]:
    return port.side, port.edge, port.room


def _labelled(sketch: Sketch) -> int | None:
    return next((i for i, run in enumerate(sketch.runs) if run.label), None)


def _label_at(ground: Ground, request: RouteRequest, shape: Shape) -> int | None:
    """Return the number of the run that shall carry the label, or None."""
    if request.label_w <= 0:
        return None
    if len(shape.stops) == 3:
        return 0 if label_fits_straight(request, shape.source, shape.stops) else None
    return label_run(ground, request, *shape[1:]) or None


def _room(ground: Ground, request: RouteRequest, shape: Shape, i: int, label: bool) -> Interval:
    """Return the tracks that run i could take if nothing stood in its way."""
    if len(shape.stops) == 3:
        a, b = shape.source.room, shape.target.room
        return Interval(max(a.low, b.low), min(a.high, b.high))
    if i in (0, len(shape.stops) - 3):
        return (shape.target if i else shape.source).room
    corridor = shape.middle[i - 1]
    whole = (ground.gutters if corridor.way is Way.GUTTER else ground.gaps)[corridor.number]
    pad = min(3.5, whole.size / 4)
    if label:
        pad = max(pad, label_size(request, corridor)[1] / 2)
    return Interval(whole.low + pad, whole.high - pad)


def _make_way(
    ground: Ground,
    request: RouteRequest,
    shape: Shape,
    label: int,
    rooms: Sequence[Interval],
    ideals: list[float],
) -> None:
    """Move the ends of a run that carries a label apart, as far as the cards' edges allow."""
    wanted = label_size(request, shape.corridors[label])[0] + 4 * LABEL_AIR
    onward = -1 if ground.grid.rtl else 1
    for near, far in ((label - 1, label + 1), (label + 1, label - 1)):
        offset = ideals[near] - ideals[far]
        if abs(offset) < wanted and near in (0, len(ideals) - 1):
            away = offset or (near - far) * onward
            goal = ideals[far] + (wanted if away > 0 else -wanted)
            ideals[near] = min(rooms[near].high, max(rooms[near].low, goal))


def _free_room(
    ground: Ground,
    request: RouteRequest,
    shape: Shape,
    rooms: Sequence[Interval],
    i: int,
    ideal: float,
) -> Interval | None:
    """Return the part of a run's room that is free over all the length the run may come to have."""
    room = rooms[i]
    if room.size < 0:
        return None
    ends = (
        *(rooms[i - 1] if i else (shape.stops[0],)),
        *(rooms[i + 1] if i + 1 < len(rooms) else (shape.stops[-1],)),
    )
    low, high = min(ends), max(ends)
    upright, stub = shape.corridors[i].way.upright, _STUB if len(rooms) == 2 else 0.0
    margin = max(CLEARANCE, stub)
    across = Interval(room.low - margin, room.high + margin)
    strip = _strip(across, Interval(low, high), upright=upright)
    hits = [_across(hit, request, upright, stub) for hit in ground.hits(strip)]
    return freed(room, ideal, hits) if hits else room


def _strip(across: Interval, along: Interval, *, upright: bool) -> Rect:
    if upright:
        return Rect(across.low, along.low, across.size, along.size)
    return Rect(along.low, across.low, along.size, across.size)


def _across(hit: Rect, request: RouteRequest, upright: bool, stub: float) -> Interval:
    """Return the tracks that something in the way takes, with clearance, or `stub` if it is an own card."""
    margin = stub if hit in (request.source, request.target) else CLEARANCE
    if upright:
        return Interval(hit.x - margin, hit.right + margin)
    return Interval(hit.y - margin, hit.bottom + margin)


def _run(shape: Shape, i: int, room: Interval, ideal: float) -> Run:
    track = min(room.high, max(room.low, ideal))
    corridor = shape.corridors[i]
    ends = (shape.stops[0], shape.stops[-1])
    return Run(corridor, corridor.way.upright, room, track, track, *ends)
