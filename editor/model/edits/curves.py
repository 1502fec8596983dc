"""The emotion curve: points set and dragged."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Point, Record

HUNDREDTH = 0.01


def move_point(
    journey: Journey,
    key: str,
    *,
    step: str | None = None,
    at: float | None = None,
    value: float | None = None,
) -> Change:
    """Move a point to another step, place in it (0 to 1) or emotion (-1 to 1), kept within these ranges.

    It never comes to stand right on another one of its persona.
    """
    old = journey.one(Point, key)
    place = step or old.step, old.at if at is None else at, old.value if value is None else value
    return move_points(journey, {key: place})


def move_points(journey: Journey, places: Mapping[str, tuple[str, float, float]]) -> Change:
    """Move several points, each to (step, place in it, emotion); none comes to stand right on another."""
    updated: dict[str, tuple[Record, Record]] = {}
    taken = Taken(journey, places)
    for key, (step, at, value) in places.items():
        old = journey.one(Point, key)
        moved = replace(old, step=step, at=_within(at, 0.0), value=_within(value, -1.0))
        new = taken.placed(moved)
        if new != old:
            updated[key] = (old, new)
    return Change(updated=updated)


def beside_others(journey: Journey, point: Record) -> Record:
    """Return the point, hundredths of its step aside where another of its persona stands in its place."""
    return Taken(journey, {point.id}).placed(point) if isinstance(point, Point) else point


class Taken:
    """The places of a journey's emotions, but for those in `moving`; what is placed takes one more."""

    def __init__(self, journey: Journey, moving: Collection[str] = ()) -> None:
        self._journey, self._moving = journey, moving
        self._taken: dict[tuple[str, str, str], set[float]] = {}

    def placed(self, point: Point) -> Point:
        """Return the point in the free place nearest to its own, from now on taken."""
        where = point.lane, point.persona, point.step
        if where not in self._taken:
            self._taken[where] = self._at(point)
        at = _free(point.at, self._taken[where])
        self._taken[where].add(at)
        return point if at == point.at else replace(point, at=at)

    def _at(self, point: Point) -> set[float]:
        others = self._journey.points(point.lane) if point.lane in self._journey else ()
        return {
            other.at
            for other in others
            if (other.persona, other.step) == (point.persona, point.step) and other.id not in self._moving
        }


def _free(at: float, taken: Collection[float]) -> float:
    """Return the place nearest to `at` that is not taken, towards the middle of the step first."""
    inward = -HUNDREDTH if at > 0.5 else HUNDREDTH
    for number in range(round(1 / HUNDREDTH) + 1):
        for aside in (number * inward, -number * inward):
            place = round(at + aside, 4) if number else at
            if 0.0 <= place <= 1.0 and place not in taken:
                return place
    return at


def _within(value: float, low: float) -> float:
    return min(1.0, max(low, value))


def snapped(value: float, levels: int) -> float:
    """Return the emotion (-1 to 1) of the nearest of `levels` evenly spaced levels."""
    step = 2 / (levels - 1)
    return round((value + 1) / step) * step - 1
