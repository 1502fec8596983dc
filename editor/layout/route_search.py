"""The search for a way when every plain shape is blocked: corridor by corridor, cheapest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import count

from editor.layout.route_grid import CLEARANCE, Ground, Interval, RouteRequest, freed
from editor.layout.route_ports import NARROWEST, Port, ports
from editor.layout.route_shapes import BEND, Shape
from editor.layout.route_sketch import Corridor, Way
from editor.picture.geometry import Rect

_MOST_FINDS = 12


def searched(ground: Ground, request: RouteRequest) -> Iterator[Shape]:
    """Yield shapes of any number of corners whose corridors are free, cheapest first."""
    search = _Search(ground, ports(ground, request.target, request.target_cell))
    for port in ports(ground, request.source, request.source_cell):
        search.begin(port)
    for _, shape in zip(range(_MOST_FINDS), search.run(), strict=False):
        yield shape


class _Search:
    """Dijkstra's algorithm over the crossings of gutters and gaps; a step follows one corridor."""

    def __init__(self, ground: Ground, targets: Sequence[Port]) -> None:
        self._ground = ground
        self._targets: dict[Corridor, list[Port]] = {}
        for port in targets:
            self._targets.setdefault(_lead(port), []).append(port)
        self._heap: list[tuple[float, int, Port, tuple[Corridor, ...], float, Shape | None]] = []
        self._seen: set[tuple[Corridor, Corridor]] = set()
        self._order = count()

    def begin(self, port: Port) -> None:
        """Add a port to start from."""
        self._push(0.0, port, (_lead(port),), port.room.middle)

    def run(self) -> Iterator[Shape]:
        """Yield a shape whenever a target is the cheapest thing to do next."""
        while self._heap:
            cost, _, port, chain, at, shape = heappop(self._heap)
            if shape:
                yield shape
            elif self._fresh(chain):
                self._arrive(cost, port, chain, at)
                self._turn(cost, port, chain, at)

    def _fresh(self, chain: tuple[Corridor, ...]) -> bool:
        if len(chain) < 2:
            return True
        key = (chain[-2], chain[-1])
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _arrive(self, cost: float, port: Port, chain: tuple[Corridor, ...], at: float) -> None:
        for target in self._targets.get(chain[-1], ()):
            if self._open(chain[-1], at, target.room.middle):
                shape = self._shape(port, target, chain)
                price = cost + abs(target.room.middle - at) + BEND
                heappush(self._heap, (price, next(self._order), port, chain, at, shape))

    def _turn(self, cost: float, port: Port, chain: tuple[Corridor, ...], at: float) -> None:
        """Go on along the last corridor to every crossing that can be reached, both ways."""
        way = Way.GAP if chain[-1].way is Way.GUTTER else Way.GUTTER
        crossings = self._corridors(way)
        ahead = [i for i, c in enumerate(crossings) if c.middle >= at]
        back = [i for i, c in enumerate(crossings) if c.middle < at]
        for numbers in (ahead, back[::-1]):
            for i in numbers:
                if not self._open(chain[-1], at, crossings[i].middle):
                    break
                if crossings[i].size >= NARROWEST:
                    stop = self._corridors(chain[-1].way)[chain[-1].number].middle
                    price = cost + abs(crossings[i].middle - at) + BEND
                    self._push(price, port, (*chain, Corridor(way, i)), stop)

    def _push(self, cost: float, port: Port, chain: tuple[Corridor, ...], at: float) -> None:
        heappush(self._heap, (cost, next(self._order), port, chain, at, None))

    def _corridors(self, way: Way) -> Sequence[Interval]:
        return self._ground.gutters if way is Way.GUTTER else self._ground.gaps

    def _open(self, corridor: Corridor, a: float, b: float) -> bool:
        """Tell whether one track of the corridor is free from a to b."""
        room = self._corridors(corridor.way)[corridor.number]
        low, high = min(a, b), max(a, b)
        if corridor.way is Way.GUTTER:
            hits = self._ground.hits(Rect(room.low, low, room.size, high - low))
            taken = [Interval(hit.x - CLEARANCE, hit.right + CLEARANCE) for hit in hits]
        else:
            hits = self._ground.hits(Rect(low, room.low, high - low, room.size))
            taken = [Interval(hit.y - CLEARANCE, hit.bottom + CLEARANCE) for hit in hits]
        pad = min(3.5, room.size / 4)
        return freed(Interval(room.low + pad, room.high - pad), room.middle, taken) is not None

    def _shape(self, source: Port, target: Port, chain: tuple[Corridor, ...]) -> Shape:
        stops = [self._corridors(c.way)[c.number].middle for c in chain]
        whole = (source.edge, source.room.middle, *stops, target.room.middle, target.edge)
        return Shape(0.0, source, target, chain, whole)


def _lead(port: Port) -> Corridor:
    return Corridor(Way.GAP if port.upright else Way.GUTTER, port.leads)
