"""Stages cut in two and joined."""

from __future__ import annotations

from dataclasses import replace

from editor.model.change import Change
from editor.model.edits.plan import Plan
from editor.model.journey import Journey
from editor.model.records import Connection, Note, Record, Stage, Step
from editor.model.trouble import Trouble


def split(journey: Journey, step: str, stage: Stage) -> Change:
    """Make `stage` out of the step with that id and those after it, right after the stage they were in.

    Raises Trouble for the first step of a stage.
    """
    old = journey.one(Stage, journey.one(Step, step).stage)
    steps = journey.steps(old.id)
    index = [one.id for one in steps].index(step)
    if index == 0:
        raise Trouble("Nothing stands before the first step of a stage.", "Choose a later step.", place=step)
    plan = Plan(journey)
    stages = journey.all(Stage)
    plan.place(stages, stages.index(old) + 1, [replace(stage, color=stage.color or old.color)])
    for moved in steps[index:]:
        plan.put(replace(moved, stage=stage.id))
    return plan.change()


def merge(journey: Journey, first: str, second: str) -> Change:
    """Move the steps of the second stage behind those of the first and remove it.

    Its title stays as an alias; its notes and connections become the first stage's, except for those
    that joined the two.
    """
    kept, lost = journey.one(Stage, first), journey.one(Stage, second)
    if first == second:
        raise Trouble("A stage cannot be merged with itself.", "Choose another stage.", place=first)
    plan = Plan(journey)
    plan.put(replace(kept, aliases=_aliases(kept, lost)))
    plan.drop(second)
    moved = [replace(step, stage=first) for step in journey.steps(second)]
    plan.place(journey.steps(first), None, moved)
    for record in journey.naming(second):
        _hand_over(plan, record, first, second)
    return plan.change()


def _aliases(kept: Stage, lost: Stage) -> tuple[str, ...]:
    names = dict.fromkeys((*kept.aliases, lost.title, *lost.aliases))
    return tuple(name for name in names if name and name != kept.title)


def _hand_over(plan: Plan, record: Record, first: str, second: str) -> None:
    """Make a note or connection of the second stage one of the first, or drop it."""
    if isinstance(record, Note):
        plan.put(replace(record, about=first))
    if isinstance(record, Connection):
        source, target = (first if end == second else end for end in (record.source, record.target))
        if source == target:
            plan.drop(record.id)
            _drop_notes(plan, record.id)
        else:
            plan.put(replace(record, source=source, target=target))


def _drop_notes(plan: Plan, about: str) -> None:
    for note in plan.journey.naming(about):
        plan.drop(note.id)
