"""Keeps the map still under a drag: what cards leave does not shrink, what they hover over grows once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.canvas.terrain import Terrain
    from editor.canvas.tools.landing import Landing, Load
    from editor.canvas.tools.slots import Site
    from editor.session.bench import Bench
    from editor.session.plans import Plan


class Stillness:
    """Sizes that previews keep: those of the start, and heights to which lanes under the hand have grown.

    A lane that grew stays so high while the hand is over it. Else all that is below would go up and down
    with every cell that the hand passes, as fuller cells make the lane higher and emptier ones do not.
    """

    def __init__(self, load: Load, terrain: Terrain, bench: Bench) -> None:
        self._terrain, self._bench = terrain, bench
        self._start = _sizes(load, terrain, bench)
        self._grown: dict[str, float] = {}
        self._kept, self._steady = self._start, bench.plans.steady(self._start)

    def steady(self, plan: Plan, landing: Landing | None) -> Plan:
        """Return the plan of a landing (None for nowhere) so that it keeps the sizes."""
        under = _lanes(landing)
        kept = self._start | {lane: height for lane, height in self._grown.items() if lane in under}
        if kept != self._kept:
            self._kept, self._steady = kept, self._bench.plans.steady(kept)
        return self._steady(plan)

    def look(self, landing: Landing | None, places: Site) -> None:
        """Take in how high lanes are now that the cards are shown where they would land."""
        under = _lanes(landing)
        heights = {plan.ref: place.h for place, plan in places.lanes if plan.ref in under}
        self._grown = {lane: h for lane, h in heights.items() if h > self._terrain.height(lane)}


def _lanes(landing: Landing | None) -> set[str]:
    """Return the lanes in which cards would land."""
    return {lane for lane, _ in landing.cells.values()} if landing else set()


def _sizes(load: Load, terrain: Terrain, bench: Bench) -> dict[str, float]:
    """Return the heights of the lanes, and the widths of wide columns, that the cards are taken from.

    Columns of the usual width cannot shrink, and are left alone because holding one costs a new header.
    """
    lanes, steps = ({cell[i] for cell in load.cells.values()} for i in (0, 1))
    columns = terrain.columns()
    least = min((place.w for place in columns.values()), default=0.0)
    sizes = {lane: terrain.lane(lane).h for lane in lanes}
    sizes |= {step: columns[step].w for step in steps if step in columns and columns[step].w > least}
    return {key: size for key, size in sizes.items() if bench.facts.size(key) is None}
