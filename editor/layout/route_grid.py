"""The ground that connections run on: columns, gutters, lanes, gaps, and what stands in the way."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.picture.geometry import Point, Rect

CLEARANCE = 2.5
"""Free points kept between a line and a card or text it passes."""


class Interval(NamedTuple):
    """A stretch of one axis."""

    low: float
    high: float

    @property
    def size(self) -> float:
        """Return its length, negative when nothing is left of it."""
        return self.high - self.low

    @property
    def middle(self) -> float:
        """Return its middle."""
        return (self.low + self.high) / 2


Cell = tuple[int, int]
"""A cell as (column, lane), both counted in visual order from left and top."""


class Grid(NamedTuple):
    """Where cards may stand and connections may run.

    `columns` and `lanes` are the card areas from left to right and from top to bottom; what lies
    between two of them is a gutter or a gap and holds no card. `bounds` adds the gutters and gaps
    round the outside. `cards_in(column, lane)` gives every card that reaches into that cell, so a
    card that spans columns is given for each of them. `texts` are further rectangles that no line
    may cross. `rtl` says that time runs from right to left.
    """

    columns: tuple[Interval, ...]
    lanes: tuple[Interval, ...]
    bounds: Rect
    cards_in: Callable[[int, int], Sequence[Rect]]
    texts: tuple[Rect, ...] = ()
    rtl: bool = False


class RouteRequest(NamedTuple):
    """A wanted connection from one card to another; a label of width 0 is not wanted.

    `kind` is the connection's kind, carried through to the route for whoever draws it.
    """

    id: str
    source: Rect
    source_cell: Cell
    target: Rect
    target_cell: Cell
    label_w: float = 0.0
    label_h: float = 0.0
    kind: str = "next"


class Route(NamedTuple):
    """A connection's way: an orthogonal line from edge to edge, its label's place, its arrow.

    `points` ends at `tip`, on the target's edge; `direction` is the unit vector the arrow points in.
    `label` is None when no label was wanted, or when there is no free room for it on the line.
    """

    id: str
    points: tuple[Point, ...]
    label: Rect | None
    tip: Point
    direction: Point
    kind: str = "next"


class Ground:
    """A grid made ready for questions: corridors by number, and what overlaps a rectangle.

    Gutter i lies left of column i, gap k above lane k; both end with the one beyond the last. Every
    rectangle that is tried is added to `asked`.
    """

    def __init__(self, grid: Grid, asked: list[Rect] | None = None) -> None:
        self.grid = grid
        self._asked: list[Rect] = [] if asked is None else asked
        self.gutters = _corridors(grid.columns, grid.bounds.x, grid.bounds.right)
        self.gaps = _corridors(grid.lanes, grid.bounds.y, grid.bounds.bottom)
        self.gutter_middles = [gutter.middle for gutter in self.gutters]
        self.gap_middles = [gap.middle for gap in self.gaps]
        self._cells: dict[Cell, Sequence[Rect]] = {}
        self._texts: dict[int, list[Rect]] | None = None
        self._lefts = [column.low for column in grid.columns]
        self._rights = [column.high for column in grid.columns]
        self._tops = [lane.low for lane in grid.lanes]
        self._bottoms = [lane.high for lane in grid.lanes]

    def gutter_right_of(self, x: float) -> int:
        """Return the number of the first gutter at or to the right of `x`."""
        return bisect_left(self._rights, x - 0.01) + 1

    def gutter_left_of(self, x: float) -> int:
        """Return the number of the last gutter at or to the left of `x`."""
        return bisect_right(self._lefts, x + 0.01) - 1

    def cards(self, cell: Cell) -> Sequence[Rect]:
        """Return the cards that reach into a cell."""
        found = self._cells.get(cell)
        if found is None:
            found = self._cells[cell] = self.grid.cards_in(*cell)
        return found

    def hits(self, rect: Rect) -> list[Rect]:
        """Return the cards and texts that overlap `rect`."""
        self._asked.append(rect)
        found = [text for text in self._texts_near(rect) if text.overlaps(rect)]
        lanes = range(bisect_right(self._bottoms, rect.y), bisect_left(self._tops, rect.bottom))
        columns = self._columns_near(rect)
        for lane in lanes:
            for column in columns:
                found.extend(card for card in self.cards((column, lane)) if card.overlaps(rect))
        return found

    def _columns_near(self, rect: Rect) -> range:
        """Return the columns whose cards could overlap: those touched and the neighbours of a gutter."""
        first = bisect_right(self._rights, rect.x)
        last = bisect_left(self._lefts, rect.right)
        return range(max(0, min(first, last - 1)), min(len(self._lefts), max(last, first + 1)))

    def _texts_near(self, rect: Rect) -> list[Rect]:
        """Return the texts in the lanes that `rect` touches, gaps counted with the lane below."""
        if not self.grid.texts:
            return []
        if self._texts is None:
            self._texts = _by_row(self.grid.texts, self._bottoms)
        first, last = bisect_right(self._bottoms, rect.y), bisect_left(self._bottoms, rect.bottom)
        if first == last:
            return self._texts.get(first, [])
        return [text for row in range(first, last + 1) for text in self._texts.get(row, ())]


def _by_row(texts: Sequence[Rect], bottoms: Sequence[float]) -> dict[int, list[Rect]]:
    rows: dict[int, list[Rect]] = {}
    for text in texts:
        for row in range(bisect_right(bottoms, text.y), bisect_left(bottoms, text.bottom) + 1):
            rows.setdefault(row, []).append(text)
    return rows


def _corridors(areas: Sequence[Interval], start: float, end: float) -> tuple[Interval, ...]:
    if not areas:
        return (Interval(start, end),)
    inner = (Interval(a.high, b.low) for a, b in pairwise(areas))
    return (Interval(start, areas[0].low), *inner, Interval(areas[-1].high, end))


def freed(wish: Interval, ideal: float, obstacles: Sequence[Interval]) -> Interval | None:
    """Return the part of `wish` outside all `obstacles` that is nearest to `ideal`, or None."""
    best: Interval | None = None
    low = wish.low
    for obstacle in (*sorted(obstacles), Interval(wish.high, wish.high)):
        part = Interval(low, min(obstacle.low, wish.high))
        if part.size >= 0 and (best is None or _off(part, ideal) < _off(best, ideal)):
            best = part
        low = max(low, obstacle.high)
    return best


def _off(part: Interval, ideal: float) -> float:
    """Return how bad a part is: its distance from the ideal, and narrowness."""
    return max(part.low - ideal, ideal - part.high, 0.0) - min(part.size, 6.0)
