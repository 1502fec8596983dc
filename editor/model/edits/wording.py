"""What records say: one field or several, of one record or many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from editor.model import records as r
from editor.model import rules
from editor.model.change import Change
from editor.model.edits.plan import Plan, is_beside, is_ordered
from editor.model.journey import Journey
from editor.model.shelf import rank
from editor.model.trouble import Trouble
from editor.model.values import Evidence, Opportunity, Pain
from editor.model.words import clean

TITLE_FIELDS: Mapping[type[r.Record], str] = {
    r.Map: "title", r.Persona: "name", r.Owner: "name", r.Channel: "name", r.Stage: "title", r.Step: "title",
    r.Lane: "title", r.Card: "text", r.Point: "text", r.Connection: "text", r.Note: "text", r.Image: "alt",
}  # fmt: skip
"""The field in which a record of each kind carries its title or text."""


def title(record: r.Record) -> str:
    """Return the title or text of a record; the id of one that has neither."""
    field = TITLE_FIELDS.get(type(record))
    return getattr(record, field) if field else record.id


def retitle(journey: Journey, key: str, text: str) -> Change:
    """Give a record another title or text."""
    return set_fields(journey, (key,), **{TITLE_FIELDS[type(journey.get(key))]: text})


def set_fields(journey: Journey, keys: Iterable[str], **fields: object) -> Change:
    """Set the same fields of several records; texts are cleaned (see `editor.model.words`).

    What thus comes into another row (a card into another lane, a step into another stage) comes last there.
    Raises Trouble for a lane whose new kind does not suit what stands in it.
    """
    return rewrite(journey, dict.fromkeys(keys, fields))


def set_part(journey: Journey, keys: Iterable[str], field: str, part: str, value: object) -> Change:
    """Set one part of a small value (evidence, pain, opportunity) of several records.

    A record without the small value gets one. What first says that there is one (see `MAIN_PARTS`) takes
    it away again when it is set to nothing.
    """
    plan = Plan(journey)
    for key in keys:
        record: Any = journey.get(key)
        plan.put(replace(record, **{field: _with_part(getattr(record, field), field, part, value)}))
    return plan.change()


def rewrite(journey: Journey, texts: Mapping[str, Mapping[str, object]]) -> Change:
    """Set other fields of each record: by its id, the fields with their new values; see `set_fields`."""
    plan, movers = Plan(journey), list[r.Record]()
    for key, fields in texts.items():
        old: r.Record = journey.get(key)
        new: r.Record = written(old, fields)
        if isinstance(old, r.Lane) and isinstance(new, r.Lane):
            _check_kind(journey, old, new.lane_kind)
        if is_ordered(old) and "order" not in fields and not is_beside(old, new):
            movers.append(new)
        else:
            plan.put(new)
    for new in movers:
        row = (other for other in plan.row(new) if other.id != new.id)
        plan.place(sorted(row, key=rank), None, [new])
    return plan.change()


def _check_kind(journey: Journey, lane: r.Lane, kind: str) -> None:
    """Raise Trouble if a lane that holds something were to hold something else."""
    if kind == "emotions" and journey.cards(lane.id):
        problem = "The lane holds cards; a lane of emotions shows curves instead."
        raise Trouble(problem, "Move or delete its cards first.", place=lane.id)
    if lane.lane_kind == "emotions" and kind != "emotions" and journey.points(lane.id):
        problem = "The lane holds emotions; other lanes hold cards instead."
        raise Trouble(problem, "Add a lane of that kind instead.", place=lane.id)


SMALL_VALUES: Mapping[str, type[Evidence | Pain | Opportunity]] = {
    "evidence": Evidence, "pain": Pain, "opportunity": Opportunity,
}  # fmt: skip
MAIN_PARTS = {"evidence": "level", "pain": "nature", "opportunity": "impact"}
"""The part of each small value without which there is none."""


def _with_part(known: Any, field: str, part: str, value: object) -> Any:
    if part == MAIN_PARTS[field] and not value:
        return None
    text = clean(value) if isinstance(value, str) else value
    return replace(SMALL_VALUES[field]() if known is None else known, **{part: text})


def written(record: Any, fields: Mapping[str, object]) -> Any:
    """Return `record` with other fields, their texts cleaned."""
    texts = rules.RULES[type(record)]
    cleaned = {
        name: clean(value) if isinstance(value, str) and texts.get(name) is rules.words else value
        for name, value in fields.items()
    }
    return replace(record, **cleaned)
