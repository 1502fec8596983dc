"""The emotion curve: points set and dragged."""

from __future__ import annotations

from dataclasses import replace

from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Point


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


def snapped(value: float, levels: int) -> float:
    """Return the emotion (-1 to 1) of the nearest of `levels` evenly spaced levels."""
    step = 2 / (levels - 1)
    return round((value + 1) / step) * step - 1
