"""Where something comes to stand when it is dragged in the outline, or moved there by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.model.records import Card, Lane, Stage, Step
from editor.window.outline_model import LANES, cards_of, shows_steps

if TYPE_CHECKING:
    from editor.model.journey import Journey
    from editor.session.plans import Plan, Plans

noop = QT_TRANSLATE_NOOP
END = -1
"""The row that Qt gives for a drop on something rather than between two lines under it."""


class Move(NamedTuple):
    """A step that is to be done: its name, and what makes its plan."""

    label: str
    make: Callable[[Plans], Plan]


def landing(journey: Journey, key: str, over: str, row: int) -> Move | None:
    """Return what letting go of an element on a row under another one does; None for nothing."""
    record = journey.get(key) if key in journey else None
    match record:
        case Stage() if over == "":
            # The group of lanes stands behind the stages; what is dropped behind it goes to the end, too.
            stages = [stage.id for stage in journey.all(Stage)]
            return _among(stages, key, min(row, len(stages)), noop("Steps", "Move stage"))
        case Lane() if over == LANES:
            lanes = [lane.id for lane in journey.all(Lane)]
            return _among(lanes, key, row, noop("Steps", "Move lane"))
        case Step() if over in journey and isinstance(journey.get(over), Stage):
            return _step(journey, record, over, row if shows_steps(journey, over) else END)
        case Card():
            step = _step_under(journey, over)
            return _card(journey, record, step, row) if step else None
        case _:
            return None


def nudged(journey: Journey, key: str, by: int) -> Move | None:
    """Return what moving an element one place up (-1) or down (1) does; None where there is no place."""
    record = journey.get(key) if key in journey else None
    match record:
        case Stage() | Lane():
            over, own = ("", Stage) if isinstance(record, Stage) else (LANES, Lane)
            row = journey.all(own).index(record) + (-1 if by < 0 else 2)
            return landing(journey, key, over, row) if row >= 0 else None
        case Step():
            return _nudged_step(journey, record, by)
        case Card():
            return _nudged_card(journey, record, by)
        case _:
            return None


def _among(keys: list[str], key: str, row: int, label: str) -> Move | None:
    """Return the move among siblings, `row` counted with the one that moves."""
    own = keys.index(key)
    index = len(keys) - 1 if row == END else min(row - (own < row), len(keys) - 1)
    return None if index == own else Move(label, lambda plans: plans.reorder(key, index))


def _step(journey: Journey, step: Step, stage: str, row: int) -> Move | None:
    label = noop("Steps", "Move step")
    keys = [one.id for one in journey.steps(stage)]
    if step.stage == stage:
        return _among(keys, step.id, row, label)
    return Move(label, lambda plans: plans.move_step(step.id, stage, None if row == END else row))


def _step_under(journey: Journey, over: str) -> str:
    """Return the step whose cards stand under an element, "" where no cards do."""
    record = journey.get(over) if over in journey else None
    if isinstance(record, Step):
        return record.id
    if isinstance(record, Stage) and not shows_steps(journey, over):
        return journey.steps(over)[0].id
    return ""


def _card(journey: Journey, card: Card, step: str, row: int) -> Move | None:
    """Return the move of a card: in its own lane where that fits between the neighbours, else in theirs."""
    there = cards_of(journey, step)
    own = next((place for place, one in enumerate(there) if one.id == card.id), len(there))
    rest = [one for one in there if one.id != card.id]
    place = len(rest) if row == END else row - (own < row)
    above, below = rest[:place], rest[place:]
    lane = card.lane if row == END else _lane_between(journey, card, above, below)
    return _into(journey, card, lane, step, sum(one.lane == lane for one in above))


def _lane_between(journey: Journey, card: Card, above: list[Card], below: list[Card]) -> str:
    order = [lane.id for lane in journey.all(Lane)]
    first = order.index(above[-1].lane) if above else 0
    last = order.index(below[0].lane) if below else len(order) - 1
    if first <= order.index(card.lane) <= last:
        return card.lane
    return (above[-1] if above else below[0]).lane


def _into(journey: Journey, card: Card, lane: str, step: str, index: int) -> Move | None:
    """Return the move into a cell, `index` counted without the card; None where it stands there."""
    cell = [one.id for one in journey.cell(lane, step)]
    if card.id in cell and cell.index(card.id) == index:
        return None
    label = noop("Steps", "Move card")
    return Move(label, lambda plans: plans.move_cards([card.id], lane, step, index))


def _nudged_step(journey: Journey, step: Step, by: int) -> Move | None:
    """Return the move past a neighbour, at either end of a stage into the next stage."""
    keys = [one.id for one in journey.steps(step.stage)]
    row = keys.index(step.id)
    if 0 <= row + by < len(keys):
        return landing(journey, step.id, step.stage, row - 1 if by < 0 else row + 2)
    stages = [stage.id for stage in journey.all(Stage)]
    place = stages.index(step.stage) + by
    if not 0 <= place < len(stages) or len(keys) == 1:
        return None
    return _step(journey, step, stages[place], END if by < 0 else 0)


def _nudged_card(journey: Journey, card: Card, by: int) -> Move | None:
    """Return the move past a neighbour in the cell, else into the next lane that has cards, else step."""
    cell = [one.id for one in journey.cell(card.lane, card.step)]
    place = cell.index(card.id) + by
    if 0 <= place < len(cell):
        return _into(journey, card, card.lane, card.step, place)
    lanes = [one.lane for one in cards_of(journey, card.step)]
    beyond = [lane for lane in (lanes if by > 0 else lanes[::-1]) if _past(journey, card.lane, lane, by)]
    if beyond:
        count = len(journey.cell(beyond[0], card.step))
        return _into(journey, card, beyond[0], card.step, count if by < 0 else 0)
    steps = [step.id for step in journey.columns()]
    next_step = steps.index(card.step) + by
    if not 0 <= next_step < len(steps):
        return None
    count = len(journey.cell(card.lane, steps[next_step]))
    return _into(journey, card, card.lane, steps[next_step], count if by < 0 else 0)


def _past(journey: Journey, lane: str, other: str, by: int) -> bool:
    order = [one.id for one in journey.all(Lane)]
    return (order.index(other) - order.index(lane)) * by > 0
