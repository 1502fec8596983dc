"""Where cards that are dragged would land: a pure question to the ground at the drag's start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.canvas.terrain import Terrain
    from editor.session.bench import Bench
    from editor.session.facts import Facts
    from editor.session.plans import Cell, Plan


@dataclass(frozen=True, slots=True)
class Landing:
    """The cell of each card; `index` counts the cells' cards without those that move, None is the end.

    `stay` tells that everything is to stay where it is.
    """

    cells: Mapping[str, Cell]
    index: int | None
    copying: bool
    stay: bool = False

    def plan(self, bench: Bench) -> Plan | None:
        """Return the plan that lets the cards land, None where all stays."""
        if self.stay:
            return None
        make = bench.plans.lay_copies if self.copying else bench.plans.lay_cards
        return make(self.cells, self.index)


@dataclass(frozen=True, slots=True)
class Load:
    """The cards in the hand in reading order with their cells; the seized one; its cell's cards."""

    seized: str
    cells: Mapping[str, Cell]
    row: tuple[str, ...]

    def landing(self, facts: Facts, cell: Cell, index: int, copying: bool) -> Landing:
        """Return the landing with the seized card in `cell`.

        Cards of one cell land there together at `index`; those of several keep their relative cells.
        """
        if len(set(self.cells.values())) == 1:
            return self.stacked(cell, index, copying)
        cells = self._shifted(facts, cell)
        return Landing(cells, None, copying, stay=cells == dict(self.cells))

    def stacked(self, cell: Cell, index: int, copying: bool) -> Landing:
        """Return the landing with all cards in one cell."""
        stay = not copying and set(self.cells.values()) == {cell} and self._stands_so(index)
        return Landing(dict.fromkeys(self.cells, cell), index, copying, stay)

    def _stands_so(self, index: int) -> bool:
        others = [card for card in self.row if card not in self.cells]
        return self.row == (*others[:index], *self.cells, *others[index:])

    def _shifted(self, facts: Facts, cell: Cell) -> dict[str, Cell]:
        """Return all cells shifted as the seized card's, over the lanes that take cards, inside the map."""
        lanes = [lane for lane in facts.lanes() if facts.takes_cards(lane)]
        steps = facts.steps()
        lane, step = self.cells[self.seized]
        here = [(lanes.index(lane), steps.index(step)) for lane, step in self.cells.values()]
        down = _within([row for row, _ in here], lanes.index(cell[0]) - lanes.index(lane), len(lanes))
        along = _within([column for _, column in here], steps.index(cell[1]) - steps.index(step), len(steps))
        moved = [(lanes[row + down], steps[column + along]) for row, column in here]
        return dict(zip(self.cells, moved, strict=True))


def target(
    load: Load, terrain: Terrain, facts: Facts, x: float, y: float, *, copying: bool, stacking: bool
) -> Landing | None:
    """Return where the load would land with the pointer at (x, y) of the terrain, None for nowhere."""
    cell = terrain.cell_at(x, y)
    if cell is None or not facts.takes_cards(cell[0]):
        return None
    others = [card for card in facts.cards(*cell) if copying or card not in load.cells]
    index = terrain.index(cell[0], others, y)
    if stacking:
        return load.stacked(cell, index, copying)
    return load.landing(facts, cell, index, copying)


def _within(places: Sequence[int], by: int, count: int) -> int:
    """Return `by`, cut so that no place leaves 0 … count - 1."""
    return max(-min(places), min(by, count - 1 - max(places)))
