"""Tables and lines pasted: what stands in their cells becomes cards in the cells of the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor.model.change import Change
from editor.model.edits.plan import Plan
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Record, Stage, Step
from editor.model.rules import LONGEST_TEXT
from editor.model.shelf import rank
from editor.model.trouble import Trouble
from editor.model.words import clean

MOST_ROWS = 500
MOST_COLUMNS = 500
MOST_CARDS = 10_000

Lines = tuple[str, ...]


def paste_table(journey: Journey, lane: str, step: str, rows: Iterable[Sequence[str]], ids: Ids) -> Change:
    """Fill the cells of the map from those of a table, whose first cell goes where `lane` meets `step`.

    Every line in a cell becomes a card below those that are there. Lanes that take no cards (see `is_open`)
    are passed over; where the map ends, the last stage gets new steps and the map new text lanes. Without
    anchors ("") the table begins in the first cell. Raises Trouble for a table or text that is too large.
    """
    table = _trimmed([tuple(map(lines_in, row)) for row in rows])
    _check(table)
    plan = Plan(journey)
    width = max(map(len, table), default=0)
    steps = columns_from(plan, journey.column(step) if step else 0, width, ids)
    for to_lane, row in zip(rows_from(plan, lane, len(table), ids), table, strict=True):
        for to_step, lines in zip(steps, row, strict=False):
            cards = [Card(ids.new("card", plan), lane=to_lane, step=to_step, text=line) for line in lines]
            plan.place(journey.cell(to_lane, to_step), None, cards)
    return plan.change()


def paste_lines(journey: Journey, lane: str, step: str, lines: Iterable[str], ids: Ids) -> Change:
    """Make a card of every line, one below the other, in the cell where `lane` meets `step`.

    Where the lane takes no cards they go to the next that does; raises Trouble as `paste_table` does.
    """
    return paste_table(journey, lane, step, [["\n".join(lines)]], ids)


def lines_in(cell: str) -> Lines:
    """Return the lines of a cell that say something, clean and without space around them."""
    return tuple(line for line in map(str.strip, clean(cell).split("\n")) if line)


def is_open(lane: Lane) -> bool:
    """Tell whether cards may be put into a lane: it is shown, not locked, and shows no emotions."""
    return not (lane.hidden or lane.locked or lane.lane_kind == "emotions")


def rows_from(plan: Plan, lane: str, count: int, ids: Ids) -> list[str]:
    """Return the ids of `count` open lanes from `lane` on ("": the first); new text lanes follow the last."""
    lanes = plan.journey.all(Lane)
    first = lanes.index(plan.journey.one(Lane, lane)) if lane else 0
    found = [other.id for other in lanes[first:] if is_open(other)][:count]
    new = [Lane(ids.new("lane", plan)) for _ in range(count - len(found))]
    append(plan, new)
    return [*found, *(other.id for other in new)]


def columns_from(plan: Plan, first: int, count: int, ids: Ids) -> list[str]:
    """Return the ids of `count` columns from number `first` on; where the map ends the last stage grows."""
    columns = [step.id for step in plan.journey.columns()]
    missing = first + count - len(columns)
    if count and missing > 0:
        stage = last_stage(plan, ids)
        new = [Step(ids.new("step", plan), stage=stage) for _ in range(missing)]
        append(plan, new)
        columns += [step.id for step in new]
    return columns[first : first + count]


def last_stage(plan: Plan, ids: Ids) -> str:
    """Return the id of the last stage of the map; a map without stages gets one."""
    stages = plan.journey.all(Stage)
    if stages:
        return stages[-1].id
    stage = Stage(ids.new("stage", plan))
    append(plan, [stage])
    return stage.id


def append(plan: Plan, news: Sequence[Record]) -> None:
    """Plan records that stand in one row at the end of that row."""
    if news:
        plan.place(sorted(plan.row(news[0]), key=rank), None, news)


def _trimmed(table: Sequence[tuple[Lines, ...]]) -> list[tuple[Lines, ...]]:
    """Return the table without the empty rows and columns at its end, which are no reason to grow the map."""
    height = max((number for number, row in enumerate(table, 1) if any(row)), default=0)
    return [row[: _filled_width(row)] for row in table[:height]]


def _filled_width(row: Sequence[Lines]) -> int:
    return max((number for number, lines in enumerate(row, 1) if lines), default=0)


def _check(table: Sequence[Sequence[Lines]]) -> None:
    width = max(map(len, table), default=0)
    if len(table) > MOST_ROWS or width > MOST_COLUMNS:
        raise Trouble(
            "The table has {rows} rows and {columns} columns; a map takes {most_rows} and {most_columns}.",
            "Copy a smaller part of the table.",
            rows=len(table),
            columns=width,
            most_rows=MOST_ROWS,
            most_columns=MOST_COLUMNS,
        )
    if sum(len(lines) for row in table for lines in row) > MOST_CARDS:
        problem = "The table would become more than {most} cards."
        raise Trouble(problem, "Copy a smaller part of the table.", most=MOST_CARDS)
    for row in table:
        for line in (line for lines in row for line in lines if len(line) > LONGEST_TEXT):
            problem = "The text “{text}…” is longer than {most} characters."
            raise Trouble(problem, "Shorten it before you paste.", text=line[:30], most=LONGEST_TEXT)
