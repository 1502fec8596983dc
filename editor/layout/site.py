"""The site of connections: what stands in each lane, and plots of it that look alike wherever they lie."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from editor.layout.memo import Memo, RowMemo
from editor.layout.quarters import Quarter
from editor.layout.route_grid import Grid, Interval
from editor.picture.frame import Frame
from editor.picture.geometry import Point, Rect
from editor.picture.words import TextBlock

_HAIR = 0.01


class Stand(NamedTuple):
    """A card on the site: the first and the last column it reaches, counted from the left, and its place.

    The place counts from the left edge of its first column and from the top of its lane.
    """

    first: int
    last: int
    place: Rect


class CellGround(NamedTuple):
    """The cards of one cell: each by its id, and their places from top to bottom."""

    cards: Mapping[str, Stand]
    places: tuple[Rect, ...]


OPEN = CellGround({}, ())
"""A cell without cards."""


class LaneGround(NamedTuple):
    """What stands in a lane: cells by column from the left, cards over several columns by id, free texts.

    Texts are in the lane's own coordinates.
    """

    cells: tuple[CellGround, ...]
    wide: Mapping[str, Stand]
    texts: tuple[Rect, ...]


class Grounds:
    """Tells what stands in lanes; remembers every cell while its frame stays the same."""

    def __init__(self) -> None:
        self._lanes: Memo[LaneGround] = Memo()
        self._cells: RowMemo[Frame, CellGround] = RowMemo()
        self._texts: RowMemo[Frame, list[Rect]] = RowMemo()

    def lane(self, lane: Frame, columns: tuple[Interval, ...]) -> LaneGround:
        """Return what stands in a lane's frame; `columns` are in its coordinates, from left to right."""
        return self._lanes.get(lane.ref, (lane.items, columns), lambda: self._made(lane, columns))

    def _made(self, lane: Frame, columns: tuple[Interval, ...]) -> LaneGround:
        cells: list[Frame] = []
        wide: dict[str, Stand] = {}
        texts: list[Rect] = []
        for frame in lane.frames():
            if frame.role == "cell":
                cells.append(frame)
            elif frame.role == "card":
                wide[frame.ref] = _wide(frame, columns)
            elif frame.role == "curve":
                texts += self._on_curve(lane.ref, frame)
        return LaneGround(self._in_columns(lane.ref, cells, columns), wide, tuple(texts))

    def _on_curve(self, lane: str, curve: Frame) -> Iterator[Rect]:
        """Return the faces and labels of a curve."""
        points = [frame for frame in curve.frames() if frame.role == "point"]
        texts = self._texts.get((lane, curve.ref), (), points, lambda number: _point_texts(points[number]))
        return chain.from_iterable(texts)

    def _in_columns(
        self, lane: str, cells: list[Frame], columns: tuple[Interval, ...]
    ) -> tuple[CellGround, ...]:
        """Return what stands in the cells of a lane, which come in reading order, none if it is collapsed."""
        if not cells:
            return (OPEN,) * len(columns)
        if cells[0].x > cells[-1].x:
            cells.reverse()
        return self._cells.get(
            lane, (columns,), cells, lambda column: _in_cell(cells[column], column, columns[column].low)
        )


def _in_cell(cell: Frame, column: int, low: float) -> CellGround:
    if not cell.items:
        return OPEN
    places = {c.ref: Rect(cell.x + c.x - low, cell.y + c.y, c.w, c.h) for c in cell.frames()}
    stands = {ref: Stand(column, column, place) for ref, place in places.items()}
    return CellGround(stands, tuple(places.values()))


def _wide(card: Frame, columns: Sequence[Interval]) -> Stand:
    """Return where a card over several columns stands."""
    lows, highs = [c.low for c in columns], [c.high for c in columns]
    first = max(0, bisect_right(lows, card.x + _HAIR) - 1)
    last = min(bisect_left(highs, card.x + card.w - _HAIR), len(lows) - 1)
    return Stand(first, max(first, last), Rect(card.x - lows[first], card.y, card.w, card.h))


def _point_texts(point: Frame) -> list[Rect]:
    """Return the face of a point and its label."""
    labels = [item.rect.moved(point.x, point.y) for item in point.items if isinstance(item, TextBlock)]
    return [Rect(point.x, point.y, point.w, point.h), *labels]


class Site(NamedTuple):
    """The whole ground: sizes of gutters and columns from left to right, lanes from top to bottom.

    `origin` is the top left corner on the sheet of the first gutter, `x` that of the lanes; `pad` is what
    lanes keep free above and below their cards.
    """

    gutters: tuple[float, ...]
    widths: tuple[float, ...]
    lanes: tuple[LaneGround, ...]
    heights: tuple[float, ...]
    origin: Point
    x: float
    pad: float
    rtl: bool

    @property
    def whole(self) -> Quarter:
        """Return the quarter that is all of it."""
        return Quarter(0, 0, len(self.widths) - 1, len(self.lanes) - 1)

    def stand(self, card: str, column: int, lane: int) -> Stand:
        """Return where a card stands that begins in that column of that lane."""
        ground = self.lanes[lane]
        return ground.wide.get(card) or ground.cells[column].cards[card]

    def neighbours(self, quarter: Quarter) -> tuple[LaneGround, ...]:
        """Return the lanes of a quarter and those above and below it."""
        return self.lanes[max(quarter.top - 1, 0) : quarter.bottom + 2]

    def sizes(self, quarter: Quarter) -> tuple[object, ...]:
        """Return all that the plot of a quarter depends on besides what stands in its lanes."""
        heights = self.heights[max(quarter.top - 1, 0) : quarter.bottom + 2]
        return quarter, heights, self.widths, self.gutters, self.origin.x

    def near(self, quarter: Quarter) -> tuple[object, ...]:
        """Return all that the plot of a quarter and the texts on it are made of."""
        left, top, right, bottom = quarter
        lanes, around = slice(top, bottom + 1), slice(max(top - 1, 0), bottom + 2)
        return (
            [lane.cells[left : right + 1] for lane in self.lanes[lanes]],
            [lane.wide for lane in self.lanes[lanes]],
            [lane.texts for lane in self.lanes[around]],
            self.heights[around],
            self.widths,
            self.gutters,
            self.origin.x,
        )

    def corner(self, quarter: Quarter) -> Point:
        """Return the top left corner of a quarter on the sheet."""
        x = self.origin.x + sum(self.widths[: quarter.left]) + sum(self.gutters[: quarter.left])
        return Point(x, self.origin.y + sum(self.heights[: quarter.top]) - self._above(quarter))

    def _above(self, quarter: Quarter) -> float:
        """Return how much of the lane above belongs to the quarter's first gap."""
        return self.pad if quarter.top else 0.0

    def plot(self, quarter: Quarter) -> Plot:
        """Return the ground of a quarter in coordinates of its own."""
        left, top, right, bottom = quarter
        numbers = slice(left, right + 1)
        columns = _side_by_side(self.gutters[numbers], self.widths[numbers])
        tops = tuple(accumulate(self.heights[top : bottom + 1], initial=self._above(quarter)))
        plot = Plot(
            columns,
            columns[-1].high + self.gutters[right + 1],
            tops,
            tops[-1] + (self.pad if bottom < len(self.lanes) - 1 else 0.0),
            self.pad,
            tuple(
                tuple(cell.places for cell in lane.cells[numbers]) for lane in self.lanes[top : bottom + 1]
            ),
            (),
            self.rtl,
        )
        wide = self._wide(quarter, plot)
        return plot._replace(wide=tuple(wide)) if wide else plot

    def _wide(self, quarter: Quarter, plot: Plot) -> list[tuple[int, Stand]]:
        """Return the wide cards that reach into a quarter with their lanes, all counted in the plot."""
        left, top, right, bottom = quarter
        found: list[tuple[int, Stand]] = []
        for row, lane in enumerate(self.lanes[top : bottom + 1]):
            for stand in lane.wide.values():
                if stand.first <= right and left <= stand.last:
                    first, last = max(stand.first, left) - left, min(stand.last, right) - left
                    found.append((row, Stand(first, last, self.place(quarter, plot, top + row, stand))))
        return found

    def place(self, quarter: Quarter, plot: Plot, lane: int, stand: Stand) -> Rect:
        """Return where a card stands on the plot of a quarter, though it may begin before it."""
        first, before = stand.first - quarter.left, 0.0
        if first < 0:
            skipped = slice(stand.first, quarter.left)
            before = sum(self.widths[skipped]) + sum(self.gutters[stand.first + 1 : quarter.left + 1])
        return stand.place.moved(plot.columns[max(first, 0)].low - before, plot.tops[lane - quarter.top])

    def texts(self, quarter: Quarter, plot: Plot) -> tuple[Rect, ...]:
        """Return the free texts on the plot of a quarter, those in the gaps round it included."""
        left = self.corner(quarter).x - self.x
        found: list[Rect] = []
        for number in range(max(quarter.top - 1, 0), min(quarter.bottom + 2, len(self.lanes))):
            texts = self.lanes[number].texts
            if texts:
                row = number - quarter.top
                top = plot.tops[row] if row >= 0 else plot.tops[0] - self.heights[number]
                whole = Rect(left, -top, plot.width, plot.height)
                found += [text.moved(-left, top) for text in texts if text.overlaps(whole)]
        return tuple(found)


class Plot(NamedTuple):
    """The ground of a quarter, counted from its own corner: plots that look alike are equal.

    `tops` are those of its lanes and of what follows; `cells` holds places by lane and column,
    `wide` pairs a lane with a card whose place is on the plot.
    """

    columns: tuple[Interval, ...]
    width: float
    tops: tuple[float, ...]
    height: float
    pad: float
    cells: tuple[tuple[tuple[Rect, ...], ...], ...]
    wide: tuple[tuple[int, Stand], ...]
    rtl: bool

    def grid(self, texts: tuple[Rect, ...]) -> Grid:
        """Return the plot as connections see it, with `texts` in their way."""
        lanes = tuple(Interval(low + self.pad, high - self.pad) for low, high in pairwise(self.tops))

        def cards_in(column: int, lane: int) -> list[Rect]:
            x, y = self.columns[column].low, self.tops[lane]
            wide = (stand for row, stand in self.wide if row == lane)
            return [
                *(place.moved(x, y) for place in self.cells[lane][column]),
                *(stand.place for stand in wide if stand.first <= column <= stand.last),
            ]

        return Grid(self.columns, lanes, Rect(0.0, 0.0, self.width, self.height), cards_in, texts, self.rtl)


def _side_by_side(gutters: Sequence[float], widths: Sequence[float]) -> tuple[Interval, ...]:
    """Return where columns stand, each behind its gutter."""
    columns: list[Interval] = []
    x = 0.0
    for gutter, width in zip(gutters, widths, strict=True):
        columns.append(Interval(x + gutter, x + gutter + width))
        x += gutter + width
    return tuple(columns)
