"""What is doubled: records with all that stands in them, beside the originals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from editor.model.change import Change
from editor.model.edits.plan import Plan, is_beside
from editor.model.edits.removing import bound_to
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Connection, Record
from editor.model.references import references
from editor.model.shelf import rank


def duplicate(journey: Journey, keys: Iterable[str], ids: Ids) -> Change:
    """Copy records with what stands in them, each right after its original.

    Connections are copied where both their ends are, so a copied stage keeps its inner ones only.
    """
    keys = tuple(keys)
    originals = {key: record for key, record in bound_to(journey, keys).items() if record.kind != "map"}
    names = {
        key: ids.new(record.kind, journey)
        for key, record in originals.items()
        if _is_copied(record, originals)
    }
    plan = Plan(journey)
    for key in names:
        copy = renamed(originals[key], names)
        if is_beside(copy, originals[key]):
            _place_after(plan, originals[key], copy)
        else:
            plan.put(copy)
    return plan.change()


def renamed(record: Any, names: Mapping[str, str]) -> Any:
    """Return `record` with its own id and the ids that it names replaced as `names` says."""
    fields: dict[str, object] = {"id": names[record.id]}
    for reference in references(type(record)):
        value = tuple(names.get(key, key) for key in reference.named_by(record))
        if value:
            fields[reference.field] = value if reference.many else value[0]
    return replace(record, **fields)


def _is_copied(record: Record, originals: Mapping[str, Record]) -> bool:
    if isinstance(record, Connection):
        return record.source in originals and record.target in originals
    return True


def _place_after(plan: Plan, original: Record, copy: Record) -> None:
    row = sorted(plan.row(original), key=rank)
    plan.place(row, [record.id for record in row].index(original.id) + 1, [copy])
