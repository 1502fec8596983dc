"""Places: runs of one corridor while their order is sought, and which of them lie side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from editor.layout.route_grid import Interval
from editor.layout.route_sketch import Run

_APART = 1.0


@dataclass(slots=True, eq=False)
class Place:
    """A run while its corridor is arranged: its stretch, its turns, and the places on either side.

    `first` to `last` is the stretch it could come to have while its neighbours still move.
    `lower` and `higher` hold the places that must have lower and higher tracks, each with the
    distance that a label asks for; `least` and `most` bound the track, `below` and `above` are what
    all lower and higher ones take together, `total` is what going next would lose,
    `rank` the place in the order.
    """

    run: Run
    low: float
    high: float
    turns: list[tuple[float, int]]
    label: tuple[Interval, float] | None
    first: float
    last: float
    losses: list[tuple[Place, float]] = field(default_factory=list[tuple["Place", float]])
    lower: list[tuple[Place, float]] = field(default_factory=list[tuple["Place", float]])
    higher: list[tuple[Place, float]] = field(default_factory=list[tuple["Place", float]])
    least: float = 0.0
    most: float = 0.0
    below: float = 0.0
    above: float = 0.0
    total: float = 0.0
    rank: int = 0


def placed(run: Run) -> Place:
    """Return the run with all that its order depends on, as it is now."""
    low, high = run.span
    return Place(run, low, high, run.turns(), label_stretch(run), *run.reach)


def label_stretch(run: Run) -> tuple[Interval, float] | None:
    """Return the part of its run that a label is going to cover, and half its size across the run."""
    if not run.label:
        return None
    middle = run.spot if run.spot is not None else run.span.middle
    half = run.label[0] / 2 + 2
    return Interval(middle - half, middle + half), run.label[1] / 2


def clusters(places: Sequence[Place]) -> list[list[Place]]:
    """Return the places in groups that have nothing to do with one another, sorted by their start."""
    clusters: list[list[Place]] = []
    reach = 0.0
    for place in sorted(places, key=lambda p: p.first):
        if clusters and place.first < reach:
            clusters[-1].append(place)
            reach = max(reach, place.last + _APART)
        else:
            clusters.append([place])
            reach = place.last + _APART
    return clusters


def neighbours(places: Sequence[Place]) -> list[tuple[Place, Place]]:
    """Return all pairs that run beside each other somewhere, or nearly."""
    found: list[tuple[Place, Place]] = []
    beside: list[Place] = []
    for place in places:
        beside = [other for other in beside if other.last + _APART > place.first]
        found.extend((other, place) for other in beside)
        beside.append(place)
    return found
