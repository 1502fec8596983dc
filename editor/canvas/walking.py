"""Walking over the map by keyboard: to the next thing on the screen, or on in reading order."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.canvas.places import Places
    from editor.canvas.spot import Spot

FAR = 1e6
SLACK = 1.0
"""Points by which neighbours may overlap and still count as side by side."""


class Way(Enum):
    """A direction on the screen; right is right in right-to-left maps, too."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


def neighbour(places: Places, spot: Spot, way: Way) -> Spot | None:
    """Return the nearest spot in direction `way` that stands level with `spot`, or None at the edge."""
    found = [s for s in places.within(_band(spot.rect, way)) if s.ref != spot.ref or s.role != spot.role]
    return min(found, key=_closeness(spot.rect, way, places.rtl), default=None)


def _band(rect: Rect, way: Way) -> Rect:
    """Return the strip that begins at the edge of `rect` and runs on in direction `way`."""
    inner = rect.grown(-min(SLACK, rect.w / 4, rect.h / 4))
    match way:
        case Way.LEFT:
            return Rect(-FAR, inner.y, FAR + inner.x, inner.h)
        case Way.RIGHT:
            return Rect(inner.right, inner.y, FAR, inner.h)
        case Way.UP:
            return Rect(inner.x, -FAR, inner.w, FAR + inner.y)
        case Way.DOWN:
            return Rect(inner.x, inner.bottom, inner.w, FAR)


def _closeness(rect: Rect, way: Way, rtl: bool) -> Callable[[Spot], tuple[float, float]]:
    """Return the measure of how far a spot is: first along the way, then across it."""
    match way:
        case Way.LEFT:
            return lambda s: (rect.x - s.rect.right, abs(s.rect.center.y - rect.center.y))
        case Way.RIGHT:
            return lambda s: (s.rect.x - rect.right, abs(s.rect.center.y - rect.center.y))
        case Way.UP:
            return lambda s: (rect.y - s.rect.bottom, _start_gap(s.rect, rect, rtl))
        case Way.DOWN:
            return lambda s: (s.rect.y - rect.bottom, _start_gap(s.rect, rect, rtl))


def _start_gap(one: Rect, other: Rect, rtl: bool) -> float:
    """Return how far apart the leading edges are, so that a stage leads down to its first step."""
    return abs(one.right - other.right) if rtl else abs(one.x - other.x)


def following(places: Places, spot: Spot, step: int) -> Spot | None:
    """Return the next (`step` 1) or previous (-1) spot in reading order, or None at the end."""
    rows = places.rows()
    found = _seat(rows, spot.ref)
    if found is None:
        return _from_cell(places, spot, step)
    number, at = found[0], found[1] + step
    if 0 <= at < len(rows[number]):
        return rows[number][at]
    number += step
    if not 0 <= number < len(rows):
        return None
    return rows[number][0 if step > 0 else -1]


def _seat(rows: list[list[Spot]], ref: str) -> tuple[int, int] | None:
    """Return row and place of the spot with that ref."""
    for number, row in enumerate(rows):
        for at, spot in enumerate(row):
            if spot.ref == ref:
                return number, at
    return None


def _from_cell(places: Places, cell: Spot, step: int) -> Spot | None:
    """Return where reading goes on from a cell that holds something: into it, or back from it."""
    inside = {spot.ref for spot in places.within(cell.rect)}
    within = [spot for row in places.rows() for spot in row if spot.ref in inside]
    if not within:
        return first(places)
    return within[0] if step > 0 else following(places, within[0], -1)


def first(places: Places) -> Spot | None:
    """Return the spot where a walk begins: the first stage, else whatever comes first."""
    rows = places.rows()
    stages = (row for row in rows if row[0].role == "stage")
    return next(stages, rows[0] if rows else [None])[0]


def between(places: Places, one: str, other: str) -> list[str]:
    """Return the ids of the elements from `one` to `other` in reading order, both included.

    Only what is of the kind of either: between two cards lie no lanes.
    """
    spots = [spot for row in places.rows() for spot in row if spot.record]
    roles = {spot.role for spot in spots if spot.record in (one, other)}
    order = [spot.record for spot in spots if spot.role in roles]
    if one not in order or other not in order:
        return [other]
    low, high = sorted((order.index(one), order.index(other)))
    return order[low : high + 1]
