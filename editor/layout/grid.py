"""The grid behind the map: which lanes and columns there are, and what their cells ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from editor.layout.captions import gutters, wide_gutters
from editor.layout.columns import Columns, Demand, arranged, column_width, demand
from editor.layout.header import TIP
from editor.layout.lanes import Cells
from editor.layout.memo import Memo, RowMemo
from editor.layout.setting import Setting
from editor.layout.signs import Signs, united
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Record, Stage, Step
from editor.picture.words import BOLD
from editor.text.fit import word_width


class Grid(NamedTuple):
    """Columns, visible lanes and, per lane, the cards of each column.

    `moments` pairs each stage id with whether a moment of truth stands in it; `linked` holds all that
    tells which cards are linked and what stands between them: the same objects mean the same links.
    """

    columns: Columns
    lanes: tuple[Lane, ...]
    rows: tuple[Cells, ...]
    moments: tuple[tuple[str, bool], ...]
    signs: Signs
    linked: tuple[object, ...]


class Row(NamedTuple):
    """What each cell of a lane asks for, and the signs that occur in the lane."""

    demands: tuple[Demand, ...]
    signs: Signs


Seat = tuple[str, str, int]
"""Where the end of a connection stands: a card's lane, step and span; ("", id, 0) for anything else."""


class GridLayout:
    """Makes the grid; remembers what each cell and each lane asked for."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._lanes: Memo[tuple[Lane, ...]] = Memo()
        self._cells: Memo[Demand] = Memo()
        self._demands: RowMemo[tuple[Card, ...], Demand] = RowMemo()
        self._rows: Memo[Row] = Memo()
        self._asked: RowMemo[Cells, Row] = RowMemo()
        self._shown: Memo[Signs] = Memo()
        self._signs: Memo[Signs] = Memo()
        self._columns: Memo[Columns] = Memo()
        self._seats: Memo[tuple[Seat, ...]] = Memo()
        self._wide: Memo[tuple[tuple[int, float], ...]] = Memo()
        self._moments: Memo[tuple[tuple[str, bool], ...]] = Memo()

    def grid(self, journey: Journey) -> Grid:
        """Return the grid of `journey`."""
        every = journey.all(Lane)
        lanes = self._lanes.get("", (every,), lambda: tuple(lane for lane in every if not lane.hidden))
        steps, stages = journey.columns(), journey.all(Stage)
        cells = tuple(journey.row(lane.id) for lane in lanes)
        rows = self._asked.get(
            "", (steps,), cells, lambda place: self._row(lanes[place].id, steps, cells[place])
        )
        demands = tuple(row.demands for lane, row in zip(lanes, rows, strict=True) if not lane.collapsed)
        linked = self._linked(journey, steps, lanes)
        wide = self._wide.get("", linked, lambda: wide_gutters(self._setting, journey))
        columns = self._columns.get(
            "", (stages, steps, demands, wide), lambda: self._arranged(stages, steps, demands, dict(wide))
        )
        moments = self._moments.get("", (steps, demands), lambda: stage_moments(steps, demands))
        parts = tuple(row.signs for row in rows)
        signs = self._signs.get("", parts, lambda: united(parts))
        return Grid(columns, lanes, cells, moments, signs, linked)

    def _row(self, lane: str, steps: tuple[Step, ...], row: Cells) -> Row:
        return self._rows.get(lane, (row, steps), lambda: self._made_row(lane, steps, row))

    def _made_row(self, lane: str, steps: tuple[Step, ...], row: Cells) -> Row:
        demands = self._demands.get(
            lane, (steps,), row, lambda place: self._demand(lane, steps[place].id, row[place])
        )
        signs = self._shown.get(lane, (demands,), lambda: united([demand.signs for demand in demands]))
        return Row(demands, signs)

    def _demand(self, lane: str, step: str, cards: tuple[Card, ...]) -> Demand:
        return self._cells.get((lane, step), (cards,), lambda: demand(self._setting, cards))

    def _linked(
        self, journey: Journey, steps: tuple[Step, ...], lanes: tuple[Lane, ...]
    ) -> tuple[object, ...]:
        """Return what the links and the gutters between linked cards depend on."""
        links = journey.all(Connection)
        if not links:
            return ()
        ends = journey.ends()
        seats = self._seats.get("", (ends,), lambda: tuple(map(seat, ends)))
        return links, seats, steps, lanes

    def _arranged(
        self,
        stages: tuple[Stage, ...],
        steps: tuple[Step, ...],
        demands: tuple[tuple[Demand, ...], ...],
        wide: Mapping[int, float],
    ) -> Columns:
        theme = self._setting.theme
        titles = self._title_words(stages, steps)
        widths = [
            column_width(theme, step, (row[i] for row in demands), title)
            for i, (step, title) in enumerate(zip(steps, titles, strict=True))
        ]
        return arranged(steps, widths, gutters(theme.gutter, wide, len(steps)))

    def _title_words(self, stages: tuple[Stage, ...], steps: tuple[Step, ...]) -> list[float]:
        """Return for each column the width that the longest word of its stage's or its own title needs."""
        share = Counter(step.stage for step in steps)
        heads = {stage.id: self._head(stage.title, share[stage.id]) for stage in stages}
        return [max(heads[step.stage], self._step_title(step.title)) for step in steps]

    def _head(self, title: str, columns: int) -> float:
        """Return the width that each of `columns` columns needs for the chevron over them.

        It holds the title's longest word, and all of it in three lines at two thirds of its size.
        """
        setting, gutter, style = self._setting, self._setting.theme.gutter, self._setting.styles.stage
        word = word_width(setting.shaper, title, BOLD) * style.size
        lines = setting.natural_width(title, style) * 0.67 / 3 * 1.2
        return (max(word, lines) + 2 * TIP + 26.0) / max(columns, 1) - gutter

    def _step_title(self, title: str) -> float:
        return word_width(self._setting.shaper, title, BOLD) * 8.2 + 14.0 if title else 0.0


def seat(end: Record) -> Seat:
    """Return where the end of a connection stands."""
    return (end.lane, end.step, end.span) if isinstance(end, Card) else ("", end.id, 0)


def stage_moments(
    steps: tuple[Step, ...], demands: tuple[tuple[Demand, ...], ...]
) -> tuple[tuple[str, bool], ...]:
    """Return for each stage id whether a moment of truth stands in it."""
    moments: dict[str, bool] = {}
    for i, step in enumerate(steps):
        moments[step.stage] = moments.get(step.stage, False) or any(row[i].signs.moment for row in demands)
    return tuple(moments.items())
