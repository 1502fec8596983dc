"""Choosing more at once: all of a row or a column, then all of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.choice import Choice
    from editor.canvas.places import Places
    from editor.canvas.spot import Spot

HELD = frozenset({"card", "point"})
"""Roles of what stands in rows and columns."""
COLUMNS = frozenset({"stage", "step"})


def widen(places: Places, choice: Choice) -> None:
    """Choose all that stands in the row or column in focus; all of the map where that is chosen already."""
    spot = places.find(choice.focus) if choice.focus else None
    here = _ids(_beside(places, spot)) if spot is not None else []
    if set(here) <= set(choice.chosen):
        here = _ids(spot for row in places.rows() for spot in row)
    choice.set(here, choice.focus)


def _beside(places: Places, spot: Spot) -> list[Spot]:
    """Return what stands in the column under a header, or else in the row of a spot."""
    if spot.role in COLUMNS:
        span = places.span(spot)
        return places.within(span) if span is not None else []
    return next((row for row in places.rows() if any(other.ref == spot.ref for other in row)), [])


def _ids(spots: Iterable[Spot]) -> list[str]:
    return [spot.ref for spot in spots if spot.role in HELD]
