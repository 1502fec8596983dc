"""What goes: a record, all that cannot be without it, and every mention of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from editor.model.change import Change
from editor.model.edits.picturing import shown_by_none
from editor.model.edits.plan import Plan
from editor.model.journey import Journey
from editor.model.records import Map, Record, Stage, Step
from editor.model.references import references
from editor.model.trouble import Trouble


def remove(journey: Journey, keys: Iterable[str]) -> Change:
    """Remove records with what stands in them: steps, cards, points, connections, notes.

    Pictures that nothing else shows go, too. Fields that may be empty and name a removed record are
    emptied. Raises Trouble for the map and for a stage that would be left without a step.
    """
    gone = bound_to(journey, keys)
    _check_removable(journey, gone)
    plan = Plan(journey)
    for key in gone:
        plan.drop(key)
        for record in journey.naming(key):
            if record.id not in gone:
                plan.put(_without(plan.get(record.id), gone))
    for picture in shown_by_none(journey, gone):
        plan.drop(picture)
    return plan.change()


def bound_to(journey: Journey, keys: Iterable[str]) -> dict[str, Record]:
    """Return the records with those ids and all that cannot be without them, by id."""
    bound: dict[str, Record] = {}
    waiting = [journey.get(key) for key in keys]
    while waiting:
        record = waiting.pop()
        if record.id not in bound:
            bound[record.id] = record
            waiting.extend(_dependants(journey, record))
    return bound


def _dependants(journey: Journey, record: Record) -> Iterator[Record]:
    for other in journey.naming(record.id):
        if any(ref.binds and record.id in ref.named_by(other) for ref in references(type(other))):
            yield other


def _without(record: Any, gone: dict[str, Record]) -> Any:
    """Return `record` with no mention of those that go."""
    fields: dict[str, object] = {}
    for reference in references(type(record)):
        left = tuple(key for key in reference.named_by(record) if key not in gone)
        if left != reference.named_by(record):
            fields[reference.field] = left if reference.many else ""
    return replace(record, **fields)


def _check_removable(journey: Journey, gone: dict[str, Record]) -> None:
    for record in gone.values():
        if isinstance(record, Map):
            raise Trouble("The map itself cannot be removed.", place=record.id)
        if isinstance(record, Step) and record.stage not in gone:
            _check_step_left(journey, journey.one(Stage, record.stage), gone)


def _check_step_left(journey: Journey, stage: Stage, gone: dict[str, Record]) -> None:
    if all(step.id in gone for step in journey.steps(stage.id)):
        raise Trouble("A stage needs at least one step.", "Remove the stage instead.", place=stage.id)
