"""Where things stand: added, reordered, moved to another cell or stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor.model.change import Change
from editor.model.edits.plan import Plan, is_ordered, row_of
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Record, Stage, Step
from editor.model.shelf import rank
from editor.model.trouble import Trouble


def siblings(journey: Journey, record: Record) -> tuple[Record, ...]:
    """Return the records among which `record` stands or would stand, without itself, in their order."""
    return tuple(other for other in row_of(journey, record) if other.id != record.id)


def add(journey: Journey, record: Record, index: int | None = None) -> Change:
    """Add a record at `index` among its siblings (None: at the end); a stage is added with `add_stage`."""
    plan = Plan(journey)
    if is_ordered(record):
        plan.place(siblings(journey, record), index, [record])
    else:
        plan.put(record)
    return plan.change()


def add_all(journey: Journey, records: Sequence[Card], index: int | None = None) -> Change:
    """Add cards of one cell side by side, the first at `index` among the cell's cards (None: at the end)."""
    plan = Plan(journey)
    if records:
        plan.place(journey.cell(records[0].lane, records[0].step), index, records)
    return plan.change()


def add_stage(journey: Journey, stage: Stage, step: Step, index: int | None = None) -> Change:
    """Add a stage with its first step."""
    plan = Plan(journey)
    plan.place(journey.all(Stage), index, [stage])
    plan.place((), None, [replace(step, stage=stage.id)])
    return plan.change()


def reorder(journey: Journey, key: str, index: int) -> Change:
    """Move a record to `index` among its siblings, counted without itself."""
    plan = Plan(journey)
    record = journey.get(key)
    others = siblings(journey, record)
    if _index_of(journey, record) != index:
        plan.place(others, index, [record])
    return plan.change()


def move_step(journey: Journey, key: str, stage: str, index: int | None = None) -> Change:
    """Move a step with all that stands in it into a stage; raises Trouble for the last one of its stage."""
    step = journey.one(Step, key)
    if step.stage == stage:
        return reorder(journey, key, len(journey.steps(stage)) - 1 if index is None else index)
    if len(journey.steps(step.stage)) == 1:
        raise Trouble("A stage needs at least one step.", "Merge the stages instead.", place=key)
    plan = Plan(journey)
    plan.place(journey.steps(stage), index, [replace(step, stage=stage)])
    return plan.change()


def move_cards(
    journey: Journey, keys: Sequence[str], lane: str, step: str, index: int | None = None
) -> Change:
    """Move cards, in the order given, into one cell; `index` counts the cell's cards without them."""
    moved = [replace(journey.one(Card, key), lane=lane, step=step) for key in keys]
    others = [card for card in journey.cell(lane, step) if card.id not in keys]
    plan = Plan(journey)
    plan.place(others, index, moved)
    return plan.change()


def shift_cards(journey: Journey, keys: Sequence[str], lanes: int, columns: int) -> Change:
    """Move cards by so many lanes and columns, all alike and no further than the map reaches."""
    rows = [lane.id for lane in journey.all(Lane)]
    steps = [step.id for step in journey.columns()]
    cards = [journey.one(Card, key) for key in keys]
    lanes = _within([rows.index(card.lane) for card in cards], lanes, len(rows))
    columns = _within([journey.column(card.step) for card in cards], columns, len(steps))
    if not lanes and not columns:
        return Change()
    moved = [
        replace(
            card, lane=rows[rows.index(card.lane) + lanes], step=steps[journey.column(card.step) + columns]
        )
        for card in cards
    ]
    return lay_cards(journey, moved)


def lay_cards(journey: Journey, cards: Sequence[Card], index: int | None = None) -> Change:
    """Put cards into the cells that they name, in the order given; known ids move, new ones are added.

    `index` counts a cell's cards without those that come (None: at the end).
    """
    plan, cells = Plan(journey), dict[tuple[str, str], list[Card]]()
    for card in cards:
        cells.setdefault((card.lane, card.step), []).append(card)
    coming = {card.id for card in cards}
    for cell, arrivals in cells.items():
        plan.place([card for card in journey.cell(*cell) if card.id not in coming], index, arrivals)
    return plan.change()


def _index_of(journey: Journey, record: Record) -> int:
    return sum((rank(other) < rank(record)) for other in siblings(journey, record))


def _within(places: Sequence[int], by: int, count: int) -> int:
    """Return `by`, cut so that no place leaves 0 … count - 1."""
    if not places:
        return 0
    return max(-min(places), min(by, count - 1 - max(places)))
