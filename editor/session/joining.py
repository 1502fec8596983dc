"""Plans for lines that are let go where nothing is: they make what they lead to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.model.change import Change
from editor.model.edits import arranging
from editor.model.edits.plan import Plan as Draft
from editor.model.records import Card, Connection, Stage, Step
from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.model.ids import Ids
    from editor.model.journey import Journey
    from editor.session.plans import Plan

    Tied = Callable[[str], Connection]


def new_line(ids: Ids, source: str) -> Tied:
    """Return what makes a new connection from `source` to an id."""
    line = Connection(ids.new("connection"), source)
    return lambda target: replace(line, target=target)


def loose_line(journey: Journey, key: str, end: str) -> Tied:
    """Return what lets the end ("source" or "target") of a connection lead to an id."""
    line = journey.one(Connection, key)
    return lambda place: replace(line, **{end: place})


def tie_to_card(ids: Ids, tied: Tied, lane: str, step: str, index: int | None = None) -> Plan:
    """Add an empty card to a cell and tie a line to it."""
    card = Card(ids.new("card"), lane=lane, step=step)
    line = tied(card.id)
    return lambda journey: _with_line(journey, arranging.add(journey, card, index), line)


def tie_to_step(ids: Ids, tied: Tied, lane: str, beside: str, after: bool = True) -> Plan:
    """Add a step after the step `beside` (or before it), with an empty card in `lane`; tie a line to it."""
    step, card = Step(ids.new("step")), Card(ids.new("card"), lane=lane)
    line = tied(card.id)

    def plan(journey: Journey) -> Change:
        stage = journey.one(Step, beside).stage
        row = journey.steps(stage)
        index = [other.id for other in row].index(beside) + after
        draft = Draft(journey)
        draft.place(row, index, [replace(step, stage=stage)])
        draft.place((), None, [replace(card, step=step.id)])
        return _with_line(journey, draft.change(), line)

    return plan


def tie_to_stage(ids: Ids, tied: Tied, beside: str, after: bool = True) -> Plan:
    """Add a stage with one step after the stage `beside` (or before it) and tie a line to it."""
    stage, step = Stage(ids.new("stage")), Step(ids.new("step"))
    line = tied(stage.id)

    def plan(journey: Journey) -> Change:
        index = [other.id for other in journey.all(Stage)].index(beside) + after
        return _with_line(journey, arranging.add_stage(journey, stage, step, index), line)

    return plan


def _with_line(journey: Journey, change: Change, line: Connection) -> Change:
    """Return the change with the line, too; raises Trouble for a card at one end and a stage at the other."""
    ends = (line.source, line.target)
    kinds = {(journey.get(key) if key in journey else change.added[key]).kind for key in ends}
    if len(kinds) > 1:
        raise Trouble("A connection joins two cards or two stages.", "Choose another end.", place=line.id)
    draft = Draft(journey)
    draft.put(line)
    return change.then(draft.change())
