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
    """Move a point to another step, place in it (0 to 1) or emotion (-1 to 1), kept within these ranges."""
    old = journey.one(Point, key)
    new = replace(
        old,
        step=step or old.step,
        at=old.at if at is None else min(1.0, max(0.0, at)),
        value=old.value if value is None else min(1.0, max(-1.0, value)),
    )
    return Change(updated={key: (old, new)}) if new != old else Change()


def move_points(journey: Journey, places: Mapping[str, tuple[str, float, float]]) -> Change:
    """Move several points, each to (step, place in it, emotion); none comes to stand right on another."""
    updated: dict[str, tuple[Record, Record]] = {}
    for key, (step, at, value) in places.items():
        moved = move_point(journey, key, step=step, at=at, value=value).updated
        updated |= {k: (old, beside_others(journey, new, places)) for k, (old, new) in moved.items()}
    return Change(updated={k: (old, new) for k, (old, new) in updated.items() if old != new})


def beside_others(journey: Journey, point: Record, moving: Collection[str] = ()) -> Record:
    """Return the point, a hundredth of its step aside where another of its persona stands in its place."""
    if not isinstance(point, Point):
        return point
    taken = {
        other.at
        for other in journey.points(point.lane)
        if (other.persona, other.step) == (point.persona, point.step) and other.id not in {point.id, *moving}
    }
    at, aside = point.at, -HUNDREDTH if point.at > 0.5 else HUNDREDTH
    while at in taken:
        at = round(at + aside, 2)
    return point if at == point.at else replace(point, at=at)


def snapped(value: float, levels: int) -> float:
    """Return the emotion (-1 to 1) of the nearest of `levels` evenly spaced levels."""
    step = 2 / (levels - 1)
    return round((value + 1) / step) * step - 1
