"""Tracks: runs that share a corridor are put side by side, in the order that crosses least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from editor.layout.route_sketch import Corridor, Run, Sketch, Way

WANTED = {Way.GUTTER: 5.0, Way.GAP: 5.0, Way.LANE: 8.0, Way.COLUMN: 10.0}
"""Distance between neighbouring tracks when there is room for it."""

_INSET = 3.0
"""What gutters and gaps keep free at their sides, for arrows, as long as there is room."""

_SQUEEZES = (
    (10.0, _INSET, True), (4.0, _INSET, True), (3.0, _INSET, True), (3.0, 0.0, True),
    (3.0, 0.0, False), (2.0, 0.0, False), (1.0, 0.0, False), (0.0, 0.0, False),
)  # fmt: skip
"""Distance, inset, and whether labels are kept free of other tracks: tried one after the other."""

_APART = 4.0
_Look = tuple[float, float, list[tuple[float, int]], tuple[float, float] | None]
_LABEL_AIR = 1.5


@dataclass(slots=True, eq=False)
class _Place:
    """A run while its corridor is arranged: its stretch, its turns, and the places on either side.

    `lower` and `higher` hold the places that must have lower and higher tracks, each with the
    distance that a label asks for; `least` and `most` bound the track, `below` and `above` are what
    all lower and higher ones take together, `total` is what going next would lose.
    """

    run: Run
    low: float
    high: float
    turns: list[tuple[float, int]]
    label: tuple[float, float] | None
    losses: list[tuple[_Place, float]] = field(default_factory=list[tuple["_Place", float]])
    lower: list[tuple[_Place, float]] = field(default_factory=list[tuple["_Place", float]])
    higher: list[tuple[_Place, float]] = field(default_factory=list[tuple["_Place", float]])
    least: float = 0.0
    most: float = 0.0
    below: float = 0.0
    above: float = 0.0
    total: float = 0.0


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
        places = [_place(run) for run in self._groups[number]]
        looks = [(place.low, place.high, place.turns, place.label) for place in places]
        if looks == self._looks[number]:
            return False
        self._looks[number] = looks
        way = places[0].run.corridor.way
        for cluster in _clusters(places):
            _arrange(cluster, WANTED[way], inset=way in (Way.GUTTER, Way.GAP))
        return True


def _arrange(places: Sequence[_Place], wanted: float, *, inset: bool) -> None:
    """Order a few runs that lie beside one another and set their tracks apart."""
    if len(places) == 1:
        places[0].run.track = places[0].run.ideal
        return
    pairs = _neighbours(places)
    order = _ordered(places, pairs)
    _link(order, pairs)
    for squeeze, margin, keep in _SQUEEZES:
        distance = min(squeeze, wanted)
        if _bounded(order, distance, margin * inset, keep=keep) or not distance:
            _set(order, distance, keep=keep)
            return


def _place(run: Run) -> _Place:
    low, high = run.span
    return _Place(run, low, high, run.turns(), label_stretch(run))


def label_stretch(run: Run) -> tuple[float, float] | None:
    """Return the part of its run that a label is going to cover."""
    if not run.label:
        return None
    middle = run.spot if run.spot is not None else run.span.middle
    return middle - run.label[0] / 2 - 2, middle + run.label[0] / 2 + 2


def _clusters(places: Sequence[_Place]) -> list[list[_Place]]:
    """Return the places in groups that have nothing to do with one another, sorted by their start."""
    clusters: list[list[_Place]] = []
    reach = 0.0
    for place in sorted(places, key=lambda p: p.low):
        if clusters and place.low < reach:
            clusters[-1].append(place)
            reach = max(reach, place.high + _APART)
        else:
            clusters.append([place])
            reach = place.high + _APART
    return clusters


def _neighbours(places: Sequence[_Place]) -> list[tuple[_Place, _Place]]:
    """Return all pairs that run beside each other somewhere, or nearly."""
    found: list[tuple[_Place, _Place]] = []
    beside: list[_Place] = []
    for place in places:
        beside = [other for other in beside if other.high + _APART > place.low]
        found.extend((other, place) for other in beside)
        beside.append(place)
    return found


def _ordered(places: Sequence[_Place], pairs: Sequence[tuple[_Place, _Place]]) -> list[_Place]:
    """Return the places so that few pairs stand in the order that crosses more.

    Takes again and again the place that loses least by going next; ties go by the ideal track.
    """
    for a, b in pairs:
        loss = _crossings(a, b) - _crossings(b, a)
        loser, winner = (a, b) if loss > 0 else (b, a)
        loser.total += abs(loss)
        winner.losses.append((loser, abs(loss)))
    left = sorted(places, key=lambda p: p.run.ideal)
    order: list[_Place] = []
    while left:
        place = min(left, key=_total)
        left.remove(place)
        order.append(place)
        for loser, loss in place.losses:
            loser.total -= loss
    return order


def _total(place: _Place) -> float:
    return place.total


def _link(order: Sequence[_Place], pairs: Sequence[tuple[_Place, _Place]]) -> None:
    """Tell every place which of its neighbours come before and after it in `order`."""
    rank = {id(place): i for i, place in enumerate(order)}
    for a, b in pairs:
        one, two = (a, b) if rank[id(a)] < rank[id(b)] else (b, a)
        distance = _distance(one, two)
        two.lower.append((one, distance))
        one.higher.append((two, distance))


def _crossings(a: _Place, b: _Place) -> float:
    """Return how often two runs and their turns cross when `a` has the lower track."""
    if a.run.room.low > b.run.room.high:
        return 1e6
    crossed = sum(1.0 for at, side in a.turns if side > 0 and b.low < at < b.high)
    return crossed + sum(1.0 for at, side in b.turns if side < 0 and a.low < at < a.high)


def _distance(a: _Place, b: _Place) -> float:
    """Return the distance that labels force on two runs, 0 when none do."""
    need = 0.0
    if a.label and a.run.label and a.label[0] < b.high and b.low < a.label[1]:
        need += a.run.label[1] / 2 + _LABEL_AIR
    if b.label and b.run.label and b.label[0] < a.high and a.low < b.label[1]:
        need += b.run.label[1] / 2 + _LABEL_AIR
    return need


def _bounded(order: Sequence[_Place], wanted: float, inset: float, *, keep: bool) -> bool:
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


def _set(order: Sequence[_Place], wanted: float, *, keep: bool) -> None:
    """Set every track near its ideal, neighbours evenly round an ideal they share, within its bounds."""
    for place, shift in zip(order, _shifts(order, wanted, keep=keep), strict=True):
        track = max(place.run.ideal + shift, place.least)
        for other, label in place.lower:
            track = max(track, other.run.track + _apart(label, wanted, keep))
        room = place.run.room
        place.run.track = min(room.high, max(room.low, min(track, place.most)))


def _shifts(order: Sequence[_Place], wanted: float, *, keep: bool) -> list[float]:
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
