"""The rows of the map that hold cards: cells with stacked cards, and cards that span columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from editor.layout.card import card_frame, content
from editor.layout.columns import Column, Columns
from editor.layout.lenders import Borrowed, Lenders
from editor.layout.memo import Memo, RowMemo
from editor.layout.rail import LaneBands, rail_frame, standing
from editor.layout.setting import Setting
from editor.model.records import Card, Lane
from editor.picture.frame import Frame

SMALLEST_LANE = 40.0

Cells = tuple[tuple[Card, ...], ...]
"""The cards of one lane: a tuple for each column, in the order of the columns."""


class Block(NamedTuple):
    """Columns of a lane whose cards have nothing to do with other columns: their cells, and wide cards."""

    cells: tuple[Frame, ...]
    wide: tuple[Frame, ...]


class Pile(NamedTuple):
    """The cards of one cell, and how high they stand together."""

    cards: tuple[Frame, ...]
    height: float


class LaneLayout:
    """Lays out lanes with cards; remembers cards, cells and whole lanes while their records stay the same."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._cards: Memo[Frame] = Memo()
        self._cells: Memo[Frame] = Memo()
        self._piles: Memo[Pile] = Memo()
        self._blocks: Memo[Block] = Memo()
        self._reaches: RowMemo[tuple[Card, ...], int] = RowMemo()
        self._plain: RowMemo[tuple[Card, ...], Frame] = RowMemo()
        self._settled: RowMemo[Cells, Block] = RowMemo()
        self._bare: Memo[Lane] = Memo()
        self._rails: Memo[Frame] = Memo()
        self._stood: Memo[Frame] = Memo()
        self._bands = LaneBands(setting)
        self._lanes: Memo[Frame] = Memo()

    def lane(self, lane: Lane, row: Cells, columns: Columns, lenders: Lenders, shaded: bool) -> Frame:
        """Return the frame of a lane at (0, 0), as wide as rail and content; `row` has cards by column."""
        witnesses = (lane, row, columns, lenders, shaded)
        return self._lanes.get(
            lane.id, witnesses, lambda: self._laid_out(lane, row, columns, lenders, shaded)
        )

    def _laid_out(self, lane: Lane, row: Cells, columns: Columns, lenders: Lenders, shaded: bool) -> Frame:
        setting, least = self._setting, lane.height or 0.0
        # Nothing below asks for height or order: cells stay as they are when a lane is only resized or moved.
        lane = self._bare.get(lane.id, (lane,), lambda: replace(lane, height=None, order=""))
        width = setting.theme.rail + columns.width
        rail = self._rails.get(lane.id, (lane,), lambda: rail_frame(setting, lane))
        if lane.collapsed:
            return self._bands.frame(lane, columns, rail.h, (standing(setting, rail, width, rail.h),), shaded)
        reaches = self._reaches.get(lane.id, (), row, lambda place: reach(row[place]))
        if max(reaches, default=1) > 1:
            frames = self._skyline(lane, row, reaches, columns, lenders)
        else:
            frames = self._side_by_side(lane, row, columns, lenders)
        filled = max([f.y + f.h for f in frames], default=0.0) + setting.theme.lane_padding
        height = max(filled, rail.h, least, SMALLEST_LANE)
        rail = self._stood.get(lane.id, (rail, width, height), lambda: standing(setting, rail, width, height))
        return self._bands.frame(lane, columns, height, (rail, *frames), shaded)

    def _side_by_side(self, lane: Lane, row: Cells, columns: Columns, lenders: Lenders) -> tuple[Frame, ...]:
        """Return the cells of a lane in which every card keeps to its column."""

        def made(place: int) -> Frame:
            return self._cell(lane, columns.all[place], row[place], columns, lenders)

        return self._plain.get(lane.id, (lane, columns, lenders), row, made)

    def _cell(
        self, lane: Lane, column: Column, cards: tuple[Card, ...], columns: Columns, lenders: Lenders
    ) -> Frame:
        witnesses = (cards, lane, column, columns.width, lenders)
        key = (lane.id, column.step.id)
        return self._cells.get(key, witnesses, lambda: self._stacked(lane, column, cards, columns, lenders))

    def _stacked(
        self, lane: Lane, column: Column, cards: Sequence[Card], columns: Columns, lenders: Lenders
    ) -> Frame:
        if not cards:
            return self._cell_frame(lane, column, columns, (), 0.0)
        witnesses = (cards, lane, column.w, lenders)
        key = (lane.id, column.step.id)
        pile = self._piles.get(key, witnesses, lambda: self._piled(lane, column, cards, lenders))
        return self._cell_frame(lane, column, columns, *pile)

    def _piled(self, lane: Lane, column: Column, cards: Sequence[Card], lenders: Lenders) -> Pile:
        """Return cards one below the other; they stay the same objects when their column moves."""
        gap, frames, y = self._setting.theme.gap, list[Frame](), 0.0
        for card in cards:
            frame = self._card(lane, card, column.w, lenders.of(card), y)
            frames.append(frame)
            y += frame.h + gap
        return Pile(tuple(frames), max(y - gap, 0.0))

    def _cell_frame(
        self, lane: Lane, column: Column, columns: Columns, cards: tuple[Frame, ...], height: float
    ) -> Frame:
        x = self._place(column.x, column.w, columns)
        ref = f"{lane.id}|{column.step.id}"
        return Frame(x, self._setting.theme.lane_padding, column.w, height, cards, "cell", ref)

    def _place(self, start: float, width: float, columns: Columns) -> float:
        """Return the x on the lane of a thing that starts `start` points into the content."""
        rail = self._setting.theme.rail
        return self._setting.x(rail + start, width, rail + columns.width)

    def _card(self, lane: Lane, card: Card, width: float, borrowed: Borrowed, y: float) -> Frame:
        """Return the card's frame at (0, y)."""
        witnesses = (content(card), width, borrowed, lane.lane_kind, lane.color)
        frame = self._cards.get(
            card.id, witnesses, lambda: card_frame(self._setting, card, lane, width, borrowed, y)
        )
        return frame if frame.y == y and frame.x == 0.0 else frame.at(0.0, y)

    def _skyline(
        self, lane: Lane, row: Cells, reaches: tuple[int, ...], columns: Columns, lenders: Lenders
    ) -> tuple[Frame, ...]:
        """Return cells, and beside them the cards that span columns: each card stands below all it covers."""
        places = blocks(reaches)
        parts = tuple(row[start:end] for start, end in places)

        def made(number: int) -> Block:
            (start, end), part = places[number], parts[number]
            return self._blocks.get(
                (lane.id, start),
                (part, lane, columns.all[start:end], columns.width, lenders),
                lambda: self._block(lane, part, start, end, columns, lenders),
            )

        settled = self._settled.get(lane.id, (lane, columns, lenders, places), parts, made)
        cells = tuple(frame for block in settled for frame in block.cells)
        return cells + tuple(frame for block in settled for frame in block.wide)

    def _block(
        self, lane: Lane, part: Cells, start: int, end: int, columns: Columns, lenders: Lenders
    ) -> Block:
        """Return the columns from `start` on, of whose cards none reaches `end`."""
        bottoms = [0.0] * end
        cells: list[Frame] = []
        wide: list[Frame] = []
        for index, cards in enumerate(part, start):
            narrow: list[Frame] = []
            column = columns.all[index]
            for card in cards:
                frame = self._dropped(lane, card, index, columns, lenders, bottoms)
                (wide if frame.w > column.w else narrow).append(frame)
            height = max([f.y + f.h for f in narrow], default=0.0)
            cells.append(self._cell_frame(lane, column, columns, tuple(narrow), height))
        return Block(tuple(cells), tuple(wide))

    def _dropped(
        self, lane: Lane, card: Card, index: int, columns: Columns, lenders: Lenders, bottoms: list[float]
    ) -> Frame:
        """Return the frame of a card at its resting place and raise the skyline under it."""
        theme, span = self._setting.theme, max(1, min(card.span, len(bottoms) - index))
        width = columns.across(index, span)
        frame = self._card(lane, card, width, lenders.of(card), 0.0)
        y = max(bottoms[index : index + span])
        bottoms[index : index + span] = [y + frame.h + theme.gap] * span
        if span == 1:
            return frame.at(0.0, y)
        return frame.at(self._place(columns.all[index].x, width, columns), y + theme.lane_padding)


def reach(cards: Sequence[Card]) -> int:
    """Return how many columns the widest of a cell's cards spans; at least 1."""
    return max([card.span for card in cards], default=1)


def blocks(reaches: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return (first column, column behind) of the groups of columns that no card reaches across."""
    found: list[tuple[int, int]] = []
    start = end = 0
    for column, columns in enumerate(reaches):
        if column == end and column:
            found.append((start, end))
            start = column
        end = max(end, column + max(columns, 1))
    return (*found, (start, min(end, len(reaches)))) if reaches else ()
