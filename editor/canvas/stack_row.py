"""The cells of a row from left to right, ready to be painted; a row with one cell changed shares the rest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from editor.canvas.extents import around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.canvas.stack import Stack
    from editor.picture.geometry import Rect

_LEFT = attrgetter("left")


class StackRow:
    """Stacks in the coordinates of their row.

    `of` are the stacks by the ids of their frames, which they keep alive; `bounds` is a box round all of
    them, None without any.
    """

    def __init__(self, stacks: Sequence[Stack]) -> None:
        self.stacks = sorted(stacks, key=_LEFT)
        self.of = {id(stack.frame): stack for stack in stacks}
        self.bounds = around([stack.bounds for stack in stacks]) if stacks else None
        self._lefts = list(map(_LEFT, self.stacks))
        self._by_id = {id(stack): stack for stack in stacks}
        self._widest = max([stack.bounds.w for stack in stacks], default=0.0)

    def patched(self, pairs: Sequence[tuple[Stack, Stack]]) -> StackRow | None:
        """Return the row with stacks in place of others; None if one does not begin where the other did."""
        if any(old.left != new.left for old, new in pairs):
            return None
        row = StackRow(())
        row.stacks, row._lefts, row.bounds = self.stacks.copy(), self._lefts, self.bounds
        row.of, row._by_id, row._widest = self.of.copy(), self._by_id.copy(), self._widest
        for old, new in pairs:
            row._exchange(old, new)
        return row

    def _exchange(self, old: Stack, new: Stack) -> None:
        self.stacks[self.stacks.index(old)] = new
        del self.of[id(old.frame)], self._by_id[id(old)]
        self.of[id(new.frame)] = self._by_id[id(new)] = new
        self.bounds = self.bounds.united(new.bounds) if self.bounds else new.bounds
        self._widest = max(self._widest, new.bounds.w)

    def apart(self, other: StackRow) -> list[Rect]:
        """Return the places of what stands in only one of two rows; within a cell, round its cards."""
        mine, theirs = self._by_id, other._by_id
        gone = {theirs[key].place: theirs[key] for key in theirs.keys() - mine.keys()}
        come = {mine[key].place: mine[key] for key in mine.keys() - theirs.keys()}
        apart = [stack.bounds for place, stack in gone.items() if place not in come]
        for place, stack in come.items():
            apart += stack.apart(gone[place]) if place in gone else [stack.bounds]
        return apart

    def between(self, left: float, right: float) -> list[Stack]:
        """Return the stacks that stand in the columns from `left` to `right`."""
        first = bisect_left(self._lefts, left - self._widest)
        last = bisect_right(self._lefts, right)
        return [stack for stack in self.stacks[first:last] if stack.bounds.right > left]
