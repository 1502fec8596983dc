"""Stages cut in two and joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor.model.change import Change
from editor.model.edits.plan import Plan
from editor.model.journey import Journey
from editor.model.records import Connection, Note, Record, Stage, Step
from editor.model.trouble import Trouble

Way = tuple[str, str, str]
"""What a connection joins, from where to where, and its kind."""


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
    that joined the two and those that the first one has already.
    """
    kept, lost = journey.one(Stage, first), journey.one(Stage, second)
    if first == second:
        raise Trouble("A stage cannot be merged with itself.", "Choose another stage.", place=first)
    plan = Plan(journey)
    plan.put(replace(kept, aliases=_aliases(kept, lost)))
    plan.drop(second)
    moved = [replace(step, stage=first) for step in journey.steps(second)]
    plan.place(journey.steps(first), None, moved)
    own = journey.naming(second)
    ways = {_way(link): link.id for link in journey.all(Connection) if link not in own}
    for record in own:
        _hand_over(plan, record, first, second, ways)
    return plan.change()


def merge_all(journey: Journey, keys: Sequence[str]) -> Change:
    """Make one stage of several, the first of them; raises Trouble for fewer than two."""
    if len(keys) < 2:
        raise Trouble("There is no stage to merge with.", "Select a stage that another one follows.")
    trial, change = Journey(journey.records()), Change()
    for other in keys[1:]:
        merged = merge(trial, keys[0], other)
        trial.apply(merged)
        change = change.then(merged)
    return change


def _aliases(kept: Stage, lost: Stage) -> tuple[str, ...]:
    names = dict.fromkeys((*kept.aliases, lost.title, *lost.aliases))
    return tuple(name for name in names if name and name != kept.title)


def _hand_over(plan: Plan, record: Record, first: str, second: str, ways: dict[Way, str]) -> None:
    """Make a note or connection of the second stage one of the first; drop what would be there twice.

    `ways` are the connections that are there, by what they join.
    """
    if isinstance(record, Note):
        plan.put(replace(record, about=first))
    if isinstance(record, Connection):
        source, target = (first if end == second else end for end in (record.source, record.target))
        moved = replace(record, source=source, target=target)
        if source == target:
            plan.drop(record.id)
            _drop_notes(plan, record.id)
        elif _way(moved) in ways:
            plan.drop(record.id)
            _keep_notes(plan, record.id, ways[_way(moved)])
        else:
            ways[_way(moved)] = moved.id
            plan.put(moved)


def _way(link: Connection) -> Way:
    return link.source, link.target, link.connection_kind


def _drop_notes(plan: Plan, about: str) -> None:
    for note in plan.journey.naming(about):
        plan.drop(note.id)


def _keep_notes(plan: Plan, about: str, instead: str) -> None:
    """Let the notes about a connection be about the one that stays."""
    notes = (record for record in plan.journey.naming(about) if isinstance(record, Note))
    for note in notes:
        plan.put(replace(note, about=instead))
