"""What the window finds itself in, and which actions that allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Situation(NamedTuple):
    """The facts that decide which actions can work; `kinds` are the kinds of the selected elements.

    `lane` tells that a command for lanes means one, `splits` that a stage can begin at the selected step,
    `merges` that the selected stage has a neighbour, `hidden` that there are lanes out of sight, `pair` that
    two cards or two stages are selected, `column` that a step is meant, whatever its lane holds.
    """

    has_map: bool = False
    writable: bool = False
    undo: str = ""
    redo: str = ""
    kinds: frozenset[str] = frozenset()
    cell: bool = False
    lane: bool = False
    splits: bool = False
    merges: bool = False
    hidden: bool = False
    pair: bool = False
    column: bool = False

    def allows(self, need: str) -> bool:
        """Tell whether an action with that need can work now; KeyError for an unknown need."""
        return NEEDS[need](self)


_COPYABLE = frozenset({"card", "stage", "step", "lane"})
_REMOVABLE = _COPYABLE | {"point", "connection", "note"}

NEEDS: dict[str, Callable[[Situation], bool]] = {
    "always": lambda _: True,
    "map": lambda now: now.has_map,
    "editable": lambda now: now.has_map and now.writable,
    "undo": lambda now: now.writable and bool(now.undo),
    "redo": lambda now: now.writable and bool(now.redo),
    "selection": lambda now: bool(now.kinds),
    "removable": lambda now: now.writable and bool(now.kinds & _REMOVABLE),
    "selected_editable": lambda now: now.writable and bool(now.kinds),
    "copyable": lambda now: now.writable and bool(now.kinds & _COPYABLE),
    "cell": lambda now: now.writable and now.cell,
    "columns": lambda now: now.writable and now.kinds <= {"stage", "step"} and now.has_map,
    "sized": lambda now: now.writable and now.kinds <= {"stage", "step", "lane"} and now.has_map,
    "lane": lambda now: now.writable and now.lane,
    "emotions": lambda now: now.writable and now.kinds == {"point"},
    "connections": lambda now: now.writable and now.kinds == {"connection"},
    "splits": lambda now: now.writable and now.splits,
    "merges": lambda now: now.writable and now.merges,
    "hidden": lambda now: now.writable and now.hidden,
    "pair": lambda now: now.writable and now.pair,
    "styled": lambda now: bool(now.kinds & _COPYABLE),
    "place": lambda now: now.writable and bool(now.kinds & {"stage", "step", "card"} or now.column),
}
"""Needs by name; `writable` is false for a map that is open for reading only."""
