"""The order of tracks: the one that crosses least, or the one that takes the fewest tracks."""

from __future__ import annotations

from collections.abc import Sequence

from editor.layout.route_grid import Interval
from editor.layout.route_place import Place

Pairs = Sequence[tuple[Place, Place]]

FORCED = 1e6
"""Crossings counted for two runs that cannot stand in an order at all, because of where their rooms are."""

_LABEL_AIR = 1.5


def by_crossings(places: Sequence[Place], pairs: Pairs) -> list[Place]:
    """Return the places so that few pairs stand in the order that crosses more.

    Takes again and again the place that loses least by going next; ties go by the ideal track.
    """
    for a, b in pairs:
        loss = _crossings(a, b) - _crossings(b, a)
        loser, winner = (a, b) if loss > 0 else (b, a)
        loser.total += abs(loss)
        winner.losses.append((loser, abs(loss)))
    left = sorted(places, key=lambda p: p.run.ideal)
    order: list[Place] = []
    while left:
        place = min(left, key=_total)
        left.remove(place)
        order.append(place)
        for loser, loss in place.losses:
            loser.total -= loss
    return order


def _total(place: Place) -> float:
    return place.total


def crossings(pairs: Pairs) -> float:
    """Return how often the runs of all pairs cross in the order that was linked last."""
    return sum(_crossings(a, b) if a.rank < b.rank else _crossings(b, a) for a, b in pairs)


def _crossings(a: Place, b: Place) -> float:
    """Return how often two runs and their turns cross when `a` has the lower track."""
    if a.run.room.low > b.run.room.high:
        return FORCED
    crossed = sum(1.0 for at, side in a.turns if side > 0 and b.low < at < b.high)
    return crossed + sum(1.0 for at, side in b.turns if side < 0 and a.low < at < a.high)


def by_tracks(order: Sequence[Place], pairs: Pairs) -> list[Place]:
    """Return the places so that as few tracks as possible are needed, like `order` apart from that.

    Each place, from the first that begins, takes the lowest track that is free there; the tracks
    then stand as their places did on average.
    """
    beside: dict[int, list[Place]] = {id(place): [] for place in order}
    for a, b in pairs:
        beside[id(a)].append(b)
        beside[id(b)].append(a)
    track: dict[int, int] = {}
    for place in sorted(order, key=lambda p: p.first):
        taken = {track[id(other)] for other in beside[id(place)] if id(other) in track}
        track[id(place)] = next(i for i in range(len(order)) if i not in taken)
    return [place for group in _by_mean_rank(order, track) for place in group]


def _by_mean_rank(order: Sequence[Place], track: dict[int, int]) -> list[list[Place]]:
    groups: dict[int, list[tuple[int, Place]]] = {}
    for rank, place in enumerate(order):
        groups.setdefault(track[id(place)], []).append((rank, place))
    means = sorted((sum(rank for rank, _ in group) / len(group), number) for number, group in groups.items())
    return [[place for _, place in groups[number]] for _, number in means]


def link(order: Sequence[Place], pairs: Sequence[tuple[Place, Place]]) -> None:
    """Tell every place which of its neighbours come before and after it in `order`."""
    for rank, place in enumerate(order):
        place.rank = rank
        place.lower.clear()
        place.higher.clear()
    for a, b in pairs:
        one, two = (a, b) if a.rank < b.rank else (b, a)
        apart = _label_distance(one, two)
        two.lower.append((one, apart))
        one.higher.append((two, apart))


def _label_distance(a: Place, b: Place) -> float:
    """Return the distance that labels force on two runs, 0 when none do."""
    halves = [one.label[1] for one, two in ((a, b), (b, a)) if one.label and _beside(one.label[0], two)]
    if a.label and b.label and a.label[0].low < b.label[0].high and b.label[0].low < a.label[0].high:
        return sum(halves) + _LABEL_AIR
    return max(halves) + _LABEL_AIR if halves else 0.0


def _beside(stretch: Interval, place: Place) -> bool:
    return stretch.low < place.high and place.low < stretch.high
