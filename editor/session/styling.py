"""The style of an element on its way: copied from one element, pasted on others, in any map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.model.edits.fragment import cut_out
from editor.model.edits.styling import STYLES, paste_style
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Channel, Lane, Map, Record, Stage, Step
from editor.session.clip import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.model.change import Change
    from editor.session.plans import Plan

MIME = "application/x-safar-style"
"""The type under which a style travels: the id of an element, a line break, a fragment that holds it."""


def style_of(journey: Journey, key: str) -> bytes:
    """Return the style of an element as bytes, nothing for what has none."""
    record = journey.get(key)
    parts = _bearers(journey, record) if type(record) in STYLES else ()
    return key.encode() + b"\n" + dumps(parts) if parts else b""


def plan_style(content: bytes, targets: Sequence[str], seed: str) -> Plan:
    """Return the plan that gives a style to `targets`; raises Trouble for bytes that are no style."""
    key, _, fragment = content.partition(b"\n")
    source = Journey([Map(), *loads(fragment)])
    name = key.decode("utf-8", "replace")

    def plan(journey: Journey) -> Change:
        return paste_style(journey, source, name, targets, Ids(seed))

    return plan


def _bearers(journey: Journey, record: Record) -> tuple[Record, ...]:
    """Return the record without its words, and bare others that it cannot be without."""
    match record:
        case Stage():
            return replace(record, title="", summary="", aliases=()), Step("step-of-style", stage=record.id)
        case Step():
            return Stage(record.stage), replace(record, title="")
        case Lane():
            return (replace(record, title="", summary="", persona=""),)
        case Card():
            named = [journey.get(key) for key in (record.owner, record.channel) if key]
            bare = Card(record.id, lane=record.lane, step=record.step)
            looks = {name: getattr(record, name) for name in STYLES[Card]}
            stage = journey.one(Step, record.step).stage
            around = Lane(record.lane), Stage(stage), Step(record.step, stage=stage)
            return (*around, replace(bare, **looks), *map(_alone, named))
        case _:
            return cut_out(journey, [record.id])


def _alone(record: Record) -> Record:
    """Return an owner as it is, a channel without the picture, which does not come along."""
    return replace(record, image="") if isinstance(record, Channel) else record
