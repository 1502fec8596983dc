"""What records say: one field or several, of one record or many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from editor.model import records as r
from editor.model import rules
from editor.model.change import Change
from editor.model.edits.plan import Plan
from editor.model.journey import Journey
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
    """Set the same fields of several records; texts are cleaned (see `editor.model.words`)."""
    plan = Plan(journey)
    for key in keys:
        plan.put(written(journey.get(key), fields))
    return plan.change()


def written(record: Any, fields: Mapping[str, object]) -> Any:
    """Return `record` with other fields, their texts cleaned."""
    texts = rules.RULES[type(record)]
    cleaned = {
        name: clean(value) if isinstance(value, str) and texts.get(name) is rules.words else value
        for name, value in fields.items()
    }
    return replace(record, **cleaned)
