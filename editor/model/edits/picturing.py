"""Pictures that come to a record and go with it: kept once by their content, never kept for nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from editor.model.change import Change
from editor.model.edits.plan import Plan
from editor.model.journey import Journey
from editor.model.records import Card, Channel, Image, Map, Persona, Record

PICTURED: Mapping[type[Record], str] = {Map: "logo", Persona: "image", Channel: "image", Card: "image"}
"""The field in which a record of each kind names its picture."""


def set_picture(journey: Journey, keys: Iterable[str], image: Image | None) -> Change:
    """Give several records the same picture, or none; pictures that nothing shows any more go.

    A picture whose content the map has already is not added again. Raises KeyError for a record of a kind
    that has no picture.
    """
    plan = Plan(journey)
    records: dict[str, Any] = {key: journey.get(key) for key in keys}
    if image is not None and image.id not in journey:
        plan.put(image)
    for record in records.values():
        plan.put(replace(record, **{PICTURED[type(record)]: image.id if image else ""}))
    kept = image.id if image else ""
    for lost in shown_by_none(journey, records):
        if lost != kept:
            plan.drop(lost)
    return plan.change()


def picture_of(record: Record) -> str:
    """Return the id of the picture that a record names, "" for none."""
    field = PICTURED.get(type(record))
    return getattr(record, field) if field else ""


def shown_by_none(journey: Journey, without: Collection[str]) -> Iterator[str]:
    """Yield the pictures that would be shown by nothing if the records with those ids showed none."""
    named = dict.fromkeys(picture_of(journey.get(key)) for key in without)
    for key in filter(None, named):
        if all(record.id in without for record in journey.naming(key)):
            yield key
