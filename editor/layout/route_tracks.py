"""Tracks: runs that share a corridor are put side by side, as far apart as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor.layout.route_grid import Interval
from editor.layout.route_order import FORCED, by_crossings, by_tracks, crossings, link
from editor.layout.route_place import Place, clusters, neighbours, placed
from editor.layout.route_sketch import Corridor, Run, Sketch, Way

WANTED = {Way.GUTTER: 5.0, Way.GAP: 5.0, Way.LANE: 8.0, Way.COLUMN: 10.0}
"""Distance between neighbouring tracks when there is room for it."""

_INSET = 3.0
"""What gutters and gaps keep free at their sides, for arrows, as long as there is room."""

_ROOMY = ((10.0, _INSET, True), (4.0, _INSET, True), (3.0, _INSET, True))
"""Distance, inset, and whether labels are kept free of other tracks: tried one after the other."""

_FULL = ((3.0, 0.0, True),)
"""The same without room for arrows."""

_CROWDED = (
    (3.0, 0.0, True),
    *((distance, 0.0, False) for distance in (10.0, 4.0, 3.0, 2.0, 1.0, 0.5, 0.2, 0.0)),
)
"""The same once even the order with the fewest tracks has to be squeezed."""

_Look = tuple[float, float, list[tuple[float, int]], tuple[Interval, float] | None]


class Tracks:
    """The corridors that several runs share, and how they looked when they were last arranged."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        groups: dict[Corridor, list[Run]] = {}
        for sketch in sketches:
            for run in sketch.runs:
                groups.setdefault(run.corridor, []).append(run)
        self._groups = [group for _, group in sorted(groups.items()) if len(group) > 1]
        self._looks: list[list[_Look]] = [[] for _ in self._groups]

    def settle(self, rounds: int) -> None:
        """Give every run its track; several rounds, because each corridor's order depends on the others."""
        for _ in range(rounds):
            changed = [self._arrange(i) for i in range(len(self._groups))]
            if not any(changed):
                return

    def _arrange(self, number: int) -> bool:
        """Arrange one corridor unless nothing changed for it; tell whether it had to be."""
        places = [placed(run) for run in self._groups[number]]
        looks = [(place.low, place.high, place.turns, place.label) for place in places]
        if looks == self._looks[number]:
            return False
        self._looks[number] = looks
        way = places[0].run.corridor.way
        for cluster in clusters(places):
            _arrange(cluster, WANTED[way], inset=way in (Way.GUTTER, Way.GAP))
        return True


def _arrange(places: Sequence[Place], wanted: float, *, inset: bool) -> None:
    """Order a few runs that lie beside one another and set their tracks apart."""
    if len(places) == 1:
        places[0].run.track = places[0].run.ideal
        return
    pairs = neighbours(places)
    order = by_crossings(places, pairs)
    link(order, pairs)
    if _squeezed(order, wanted, _ROOMY, inset=inset):
        return
    crossed = crossings(pairs)
    slim = by_tracks(order, pairs)
    link(slim, pairs)
    slim_crossed = crossings(pairs)
    if slim_crossed <= crossed and _squeezed(slim, wanted, _ROOMY, inset=inset):
        return
    link(order, pairs)
    if not _squeezed(order, wanted, _FULL, inset=inset):
        last = slim if slim_crossed < FORCED else order
        link(last, pairs)
        _squeezed(last, wanted, _CROWDED, inset=inset)


def _squeezed(
    order: Sequence[Place], wanted: float, squeezes: Iterable[tuple[float, float, bool]], *, inset: bool
) -> bool:
    """Set all tracks at the first distance there is room for; tell whether there was one."""
    for squeeze, margin, keep in squeezes:
        distance = min(squeeze, wanted)
        if _bounded(order, distance, margin * inset, keep=keep) or not distance:
            _set(order, distance, keep=keep)
            return True
    return False


def _bounded(order: Sequence[Place], wanted: float, inset: float, *, keep: bool) -> bool:
    """Find the bounds of all tracks that are `wanted` apart; tell whether there is room for that."""
    for place in order:
        room = place.run.room
        least = room.low + min(inset, room.size / 2)
        for other, label in place.lower:
            least = max(least, other.least + _apart(label, wanted, keep))
        place.least = least
    for place in reversed(order):
        room = place.run.room
        most = room.high - min(inset, room.size / 2)
        for other, label in place.higher:
            most = min(most, other.most - _apart(label, wanted, keep))
        place.most = most
        if place.least > most + 1e-9:
            return False
    return True


def _apart(label: float, wanted: float, keep: bool) -> float:
    return label if keep and label > wanted else wanted


def _set(order: Sequence[Place], wanted: float, *, keep: bool) -> None:
    """Set every track near its ideal, neighbours evenly round an ideal they share, within its bounds."""
    for place, shift in zip(order, _shifts(order, wanted, keep=keep), strict=True):
        track = max(place.run.ideal + shift, place.least)
        for other, label in place.lower:
            track = max(track, other.run.track + _apart(label, wanted, keep))
        room = place.run.room
        place.run.track = min(room.high, max(room.low, min(track, place.most)))


def _shifts(order: Sequence[Place], wanted: float, *, keep: bool) -> list[float]:
    """Return how far each track has to give way: half of what lies below it less what lies above."""
    for place in order:
        place.below = 0.0
        for other, label in place.lower:
            place.below = max(place.below, other.below + _apart(label, wanted, keep))
    for place in reversed(order):
        place.above = 0.0
        for other, label in place.higher:
            place.above = max(place.above, other.above + _apart(label, wanted, keep))
    return [(place.below - place.above) / 2 for place in order]
