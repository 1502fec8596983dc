"""The grid behind the map: which lanes and columns there are, and what their cells ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from editor.layout.columns import Columns, Demand, arranged, column_width, demand
from editor.layout.footer import Signs
from editor.layout.header import TIP
from editor.layout.lanes import Cells
from editor.layout.memo import Memo
from editor.layout.setting import Setting
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Stage, Step
from editor.picture.words import BOLD
from editor.text.fit import word_width


@dataclass(frozen=True)
class Grid:
    """Columns, visible lanes and, per lane, the cards of each column.

    `moments` pairs each stage id with whether a moment of truth stands in it.
    """

    columns: Columns
    lanes: tuple[Lane, ...]
    rows: tuple[Cells, ...]
    moments: tuple[tuple[str, bool], ...]
    signs: Signs

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


class GridLayout:
    """Makes the grid; remembers what each cell asked for."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._cells: Memo[Demand] = Memo()
        self._rows: Memo[tuple[Demand, ...]] = Memo()
        self._columns: Memo[Columns] = Memo()
        self._signs: Memo[tuple[tuple[tuple[str, bool], ...], Signs]] = Memo()

    def grid(self, journey: Journey) -> Grid:
        """Return the grid of `journey`."""
        lanes = tuple(lane for lane in journey.all(Lane) if not lane.hidden)
        steps, cell = journey.columns(), journey.cell
        rows = tuple(tuple(cell(lane.id, step.id) for step in steps) for lane in lanes)
        demands = tuple(
            self._row(lane.id, steps, row)
            for lane, row in zip(lanes, rows, strict=True)
            if not lane.collapsed
        )
        stages = journey.all(Stage)
        columns = self._columns.get(
            "", (stages, steps, demands), lambda: self._arranged(stages, steps, demands)
        )
        moments, signs = self._signs.get("", (steps, demands), lambda: facts(steps, demands))
        return Grid(columns, lanes, rows, moments, signs)

    def _row(self, lane: str, steps: tuple[Step, ...], row: Cells) -> tuple[Demand, ...]:
        return self._rows.get(
            lane,
            (steps, row),
            lambda: tuple(self._demand(lane, s.id, c) for s, c in zip(steps, row, strict=True)),
        )

    def _demand(self, lane: str, step: str, cards: tuple[Card, ...]) -> Demand:
        return self._cells.get((lane, step), (cards,), lambda: demand(self._setting, cards))

    def _arranged(
        self, stages: tuple[Stage, ...], steps: tuple[Step, ...], demands: tuple[tuple[Demand, ...], ...]
    ) -> Columns:
        theme = self._setting.theme
        titles = self._title_words(stages, steps)
        widths = [
            column_width(theme, step, (row[i] for row in demands), title)
            for i, (step, title) in enumerate(zip(steps, titles, strict=True))
        ]
        return arranged(steps, widths, theme.gutter)

    def _title_words(self, stages: tuple[Stage, ...], steps: tuple[Step, ...]) -> list[float]:
        """Return for each column the width that the longest word of its stage's or its own title needs."""
        setting = self._setting
        share = {stage.id: max(1, sum(step.stage == stage.id for step in steps)) for stage in stages}
        heads = {stage.id: word_width(setting.shaper, stage.title, BOLD) for stage in stages}
        size, sides = setting.styles.stage.size, 2 * TIP + 26.0 - setting.theme.gutter
        return [
            max(
                (heads[s.stage] * size + sides) / share[s.stage]
                - setting.theme.gutter * (1 - 1 / share[s.stage]),
                word_width(setting.shaper, s.title, BOLD) * 8.2 + 14.0 if s.title else 0.0,
            )
            for s in steps
        ]


def facts(
    steps: tuple[Step, ...], demands: tuple[tuple[Demand, ...], ...]
) -> tuple[tuple[tuple[str, bool], ...], Signs]:
    """Return which stages hold a moment of truth, and which signs occur at all."""
    moments: dict[str, bool] = {}
    for i, step in enumerate(steps):
        moments[step.stage] = moments.get(step.stage, False) or any(row[i].moment for row in demands)
    cells = [d for row in demands for d in row]
    signs = Signs(
        assumed=any(d.assumed for d in cells),
        severity=any(d.severity for d in cells),
        grades=any(d.grades for d in cells),
        moment=any(moments.values()),
    )
    return tuple(moments.items()), signs
