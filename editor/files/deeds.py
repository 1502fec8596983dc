"""A deed as one line of canonical JSON, and back: what was changed stands in it as records of the file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, get_args

from editor.files import decoding, limits
from editor.files.format import plain
from editor.files.loose import canonical
from editor.files.refusal import Refusal
from editor.history.steps import Act, Deed
from editor.model.change import Change
from editor.model.records import Record

NO_DEED = "It is no step of a journal."

_ACTS = get_args(Act)


def packed(deed: Deed) -> str:
    """Return the line of a deed, without a line break."""
    change = deed.change
    return canonical(
        {
            "act": deed.act,
            "label": deed.label,
            "added": _rows(change.added.values()),
            "old": _rows(old for old, _ in change.updated.values()),
            "new": _rows(new for _, new in change.updated.values()),
            "removed": _rows(change.removed.values()),
        }
    )


def unpacked(line: bytes) -> Deed:
    """Return the deed of a line; raises Refusal for anything else."""
    document = limits.parse(line)
    if type(document) is not dict or document.get("act") not in _ACTS:
        raise Refusal(NO_DEED)
    added, old, new, removed = (_records(document.get(name)) for name in ("added", "old", "new", "removed"))
    if type(document.get("label")) is not str or old.keys() != new.keys():
        raise Refusal(NO_DEED)
    updated = {key: (old[key], new[key]) for key in old}
    return Deed(document["act"], document["label"], Change(added, updated, removed))


def _rows(records: Iterable[Record]) -> list[dict[str, Any]]:
    return [plain(record) for record in records]


def _records(rows: Any) -> dict[str, Record]:
    """Return the records of JSON objects by id; what is unknown in the file's header has no kind."""
    if type(rows) is not list or set(map(type, rows)) - {dict}:
        raise Refusal(NO_DEED)
    headers = [row for row in rows if row.get("kind") == ""]
    groups = decoding.records([row for row in rows if row.get("kind") != ""], _untidy).groups
    found: list[Record] = list(chain.from_iterable(groups.values()))
    for row in headers:
        found += decoding.header({name: value for name, value in row.items() if name not in ("id", "kind")})
    return {record.id: record for record in found}


def _untidy(texts: Any) -> bool:
    del texts
    return False
