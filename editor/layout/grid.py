"""The grid behind the map: which lanes and columns there are, and what their cells ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from editor.layout.captions import gutters, wide_gutters
from editor.layout.columns import Columns, Demand, arranged, column_width, demand
from editor.layout.header import TIP
from editor.layout.lanes import Cells
from editor.layout.memo import Memo
from editor.layout.setting import Setting
from editor.layout.signs import Signs, united
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Record, Stage, Step
from editor.picture.words import BOLD
from editor.text.fit import word_width


@dataclass(frozen=True)
class Grid:
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

    @cached_property
    def spans(self) -> dict[str, tuple[float, float]]:
        """Return (start, width) on the content for each stage id."""
        return {stage: (start, w) for stage, start, w in self.columns.stage_spans()}

    @cached_property
    def places(self) -> dict[str, int]:
        """Return the number of each step's column."""
        return {column.step.id: i for i, column in enumerate(self.columns.all)}

    def is_stage(self, ref: str) -> bool:
        """Tell whether `ref` is a stage of this grid."""
        return ref in self.spans


class Row(NamedTuple):
    """One lane's cards by column, what each cell asks for, and the signs that occur in the lane."""

    cells: Cells
    demands: tuple[Demand, ...]
    signs: Signs


class GridLayout:
    """Makes the grid; remembers what each cell and each lane asked for."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._cells: Memo[Demand] = Memo()
        self._demands: Memo[tuple[Demand, ...]] = Memo()
        self._rows: Memo[Row] = Memo()
        self._columns: Memo[Columns] = Memo()
        self._wide: Memo[tuple[tuple[int, float], ...]] = Memo()
        self._moments: Memo[tuple[tuple[str, bool], ...]] = Memo()

    def grid(self, journey: Journey) -> Grid:
        """Return the grid of `journey`."""
        lanes = tuple(lane for lane in journey.all(Lane) if not lane.hidden)
        steps, stages = journey.columns(), journey.all(Stage)
        rows = tuple(self._row(journey, lane.id, steps) for lane in lanes)
        demands = tuple(row.demands for lane, row in zip(lanes, rows, strict=True) if not lane.collapsed)
        linked = journey.all(Connection), ends_of(journey), steps, lanes
        wide = self._wide.get("", linked, lambda: wide_gutters(self._setting, journey))
        columns = self._columns.get(
            "", (stages, steps, demands, wide), lambda: self._arranged(stages, steps, demands, dict(wide))
        )
        moments = self._moments.get("", (steps, demands), lambda: stage_moments(steps, demands))
        signs = united(row.signs for row in rows)
        return Grid(columns, lanes, tuple(row.cells for row in rows), moments, signs, linked)

    def _row(self, journey: Journey, lane: str, steps: tuple[Step, ...]) -> Row:
        return self._rows.get(
            lane, (journey.cards(lane), steps), lambda: self._made_row(journey, lane, steps)
        )

    def _made_row(self, journey: Journey, lane: str, steps: tuple[Step, ...]) -> Row:
        cells = tuple(journey.cell(lane, step.id) for step in steps)
        asked = tuple(self._demand(lane, step.id, cards) for step, cards in zip(steps, cells, strict=True))
        # An equal tuple is given as the old object, so that what compares it need not look inside.
        demands = self._demands.get(lane, (asked,), lambda: asked)
        return Row(cells, demands, united(demand.signs for demand in demands))

    def _demand(self, lane: str, step: str, cards: tuple[Card, ...]) -> Demand:
        return self._cells.get((lane, step), (cards,), lambda: demand(self._setting, cards))

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


def ends_of(journey: Journey) -> tuple[Record, ...]:
    """Return the records at both ends of every connection, one after the other."""
    return tuple(journey.get(ref) for link in journey.all(Connection) for ref in (link.source, link.target))


def stage_moments(
    steps: tuple[Step, ...], demands: tuple[tuple[Demand, ...], ...]
) -> tuple[tuple[str, bool], ...]:
    """Return for each stage id whether a moment of truth stands in it."""
    moments: dict[str, bool] = {}
    for i, step in enumerate(steps):
        moments[step.stage] = moments.get(step.stage, False) or any(row[i].signs.moment for row in demands)
    return tuple(moments.items())
