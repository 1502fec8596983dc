"""The style of an element: what it looks like besides its words, its picture and its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from editor.model.change import Change
from editor.model.edits.landing import folded
from editor.model.edits.plan import Plan
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Channel, Lane, Owner, Point, Record, Stage, Step
from editor.model.shelf import rank

STYLES: Mapping[type[Record], tuple[str, ...]] = {
    Card: ("owner", "channel", "initiator", "moment_of_truth", "evidence", "pain", "opportunity"),
    Stage: ("color",),
    Step: ("width",),
    Lane: ("color", "height"),
    Point: ("evidence",),
}
"""The fields that are the style of each kind of element."""
NAMED: Mapping[str, type[Owner | Channel]] = {"owner": Owner, "channel": Channel}


def paste_style(journey: Journey, source: Journey, key: str, targets: Iterable[str], ids: Ids) -> Change:
    """Give the style of the element `key` of `source` to those of `targets` that are of its kind.

    Owner and channel are those of the same name; where there are none they are added.
    """
    model: Any = source.get(key)
    plan, fields = Plan(journey), dict[str, object]()
    for name in STYLES.get(type(model), ()):
        value = getattr(model, name)
        fields[name] = _named(plan, source, NAMED[name], value, ids) if name in NAMED and value else value
    suited = [target for target in targets if type(journey.get(target)) is type(model)]
    for target in suited if fields else ():
        record: Any = journey.get(target)
        plan.put(replace(record, **fields))
    return plan.change() if suited else Change()


def _named(plan: Plan, source: Journey, kind: type[Owner | Channel], key: str, ids: Ids) -> str:
    """Return the id of the owner or channel that is the same here, planned if there is none."""
    original = source.one(kind, key)
    row = sorted(plan.row(original), key=rank)
    same = [other.id for other in row if other.id == key and other == original]
    alike = [other.id for other in row if _name(other) and _name(other) == _name(original)]
    if same or alike:
        return (same or alike)[0]
    added = replace(original, id=ids.new(original.kind, plan.journey))
    plan.place(row, None, [added])
    return added.id


def _name(record: Any) -> str:
    return folded(record.name)
