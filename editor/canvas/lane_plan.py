"""What stands in one lane, in the lane's own coordinates: cells by column, cards by cell."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from functools import cached_property
from itertools import compress
from operator import is_not, itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from editor.canvas.scale import EmotionScale
from editor.canvas.spot import Spot, spot_of, spots_in
from editor.picture.frame import Frame
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from editor.picture.frame import Item

_LEFT = itemgetter(Frame._fields.index("x"))
Seats = dict[str, tuple[Frame | None, Frame]]
"""The cell, if any, and the frame of each id of a lane."""


class LanePlan:
    """The spots of one lane in its own coordinates."""

    def __init__(self, lane: Frame, before: LanePlan | None = None) -> None:
        """Plan `lane`; what is known of its cells from `before`, as it was last, need not be read again."""
        self.ref = lane.ref
        self._lane = lane
        self._known = before.known if before is not None else None

    def shows(self, lane: Frame) -> bool:
        """Tell whether this is the plan of `lane`, wherever that stands."""
        return lane.items is self._lane.items and lane.h == self._lane.h

    @cached_property
    def _cells(self) -> list[Frame]:
        return sorted([frame for frame in self._lane.frames() if frame.role == "cell"], key=_LEFT)

    @cached_property
    def _free(self) -> list[Spot]:
        """What stands in no cell, in painting order."""
        return [spot for frame in self._lane.frames() if frame.role != "cell" for spot in spots_in(frame)]

    @cached_property
    def _edges(self) -> list[float]:
        """The x where each cell but the first begins."""
        return _between(self._cells)

    def at(self, x: float, y: float) -> Spot | None:
        """Return what is at (x, y): a free thing (rail, wide card, emotion), a card, or the cell."""
        for spot in reversed(self._free):
            if spot.rect.contains(x, y):
                return spot
        if not self._cells:
            return None
        cell = self._cells[bisect_right(self._edges, x)]
        for card in cell.frames():
            if card.x <= x - cell.x < card.x + card.w and card.y <= y - cell.y < card.y + card.h:
                return spot_of(card, cell.x, cell.y)
        return self._cell_spot(cell)

    def cell_at(self, x: float) -> Spot | None:
        """Return the cell of the column at x."""
        return self._cell_spot(self._cells[bisect_right(self._edges, x)]) if self._cells else None

    @property
    def cells(self) -> list[Spot]:
        """All cells from left to right, taken or open."""
        return [self._cell_spot(cell) for cell in self._cells]

    @cached_property
    def spots(self) -> list[Spot]:
        """All spots from left to right as columns stand, in painting order within a column."""
        found = [self._cell_spot(cell) for cell in self._cells if not cell.items and not self._peopled(cell)]
        found += [spot_of(card, cell.x, cell.y) for cell in self._cells for card in cell.frames()]
        return sorted([*self._free, *found], key=lambda spot: spot.rect.x)

    def caught(self, area: Rect, roles: Container[str]) -> list[str]:
        """Return the ids of what has one of these roles and shares an area with `area`."""
        left, top, right, bottom = area.x, area.y, area.right, area.bottom
        return [
            ref
            for ref, role, (x, y, w, h), _ in self.spots
            if x < right and left < x + w and y < bottom and top < y + h and role in roles
        ]

    @cached_property
    def boxes(self) -> dict[str, QRectF]:
        """Where everything is that stands in the lane, by its id, ready to be painted."""
        return {spot.ref: QRectF(*spot.rect) for spot in self.spots}

    @cached_property
    def by_ref(self) -> Seats:
        """The cell, if any, and the frame of each id; cells that hold cards are in it, too."""
        known, self._known, items = self._known, None, self._lane.items
        if known is None or len(known[0]) != len(items):
            return _by_ref(items)
        before, found = known[0], known[1].copy()
        for ref in _by_ref(compress(before, map(is_not, before, items))):
            found.pop(ref, None)
        found.update(_by_ref(compress(items, map(is_not, before, items))))
        return found

    @property
    def known(self) -> tuple[tuple[Item, ...], Seats] | None:
        """What this lane shows, now or earlier, with all that stands in its cells by its id."""
        return (self._lane.items, self.by_ref) if "by_ref" in self.__dict__ else self._known

    @cached_property
    def free(self) -> dict[str, Spot]:
        """What stands in no cell, by its id."""
        return {spot.ref: spot for spot in reversed(self._free)}

    def holding(self, refs: set[str]) -> set[str]:
        """Return those of `refs` that stand in the lane."""
        return refs & self.by_ref.keys() | refs & self.free.keys()

    def spot(self, ref: str) -> Spot | None:
        """Return the spot of an id of this lane."""
        cell, frame = self.by_ref.get(ref, (None, None))
        if frame is None:
            return self.free.get(ref)
        return self._cell_spot(frame) if cell is None else spot_of(frame, cell.x, cell.y)

    def lit(self, persona: str) -> Iterator[Frame]:
        """Yield what shows one persona's emotions: the scale, and the curve in parts, placed on the lane."""
        for frame in self._lane.frames():
            if frame.role == "scale":
                yield frame
            elif frame.role == "curve" and frame.ref == persona:
                yield from (part.at(frame.x + part.x, frame.y + part.y) for part in frame.frames())

    @cached_property
    def scale_frame(self) -> Frame | None:
        """The lines of the levels of an emotion lane."""
        return next((frame for frame in self._lane.frames() if frame.role == "scale"), None)

    def scale(self, rtl: bool, x: float, y: float) -> EmotionScale | None:
        """Return the scale of an emotion lane that stands at (x, y) on the sheet; None for other lanes."""
        frame = self.scale_frame
        if frame is None or not self._cells:
            return None
        levels = tuple((f.label, y + frame.y + f.y) for f in frame.frames() if f.role == "level")
        columns = tuple((cell.ref.partition("|")[2], x + cell.x, cell.w) for cell in self._cells)
        return EmotionScale(levels, columns, rtl)

    def _peopled(self, cell: Frame) -> bool:
        """Tell whether an emotion stands in a cell."""
        return any(
            spot.role == "point" and cell.x <= spot.rect.center.x < cell.x + cell.w for spot in self._free
        )

    def _cell_spot(self, cell: Frame) -> Spot:
        place = Rect(cell.x, 4.0, cell.w, max(self._lane.h - 8.0, 8.0))
        return Spot(cell.ref, "cell", place, cell.label)


def _between(cells: list[Frame]) -> list[float]:
    """Return the x where each cell but the first begins: in the middle of the gutter before it."""
    pairs = itertools.pairwise(cells)
    return [(before.x + before.w + after.x) / 2 for before, after in pairs]


def _by_ref(items: Iterable[Item]) -> Seats:
    """Return the cells among `items` and, with its cell, each of their cards by its id."""
    found: Seats = {}
    for cell in items:
        if isinstance(cell, Frame) and cell.role == "cell":
            found[cell.ref] = (None, cell)
            for card in cell.frames():
                found[card.ref] = (cell, card)
    return found
