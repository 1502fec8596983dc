"""From JSON objects to records, a batch of like objects at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import repeat
from typing import Any, NamedTuple

from editor.files import loose
from editor.files.columns import Columns, Row, alike, columns_of_alike, cut, string_count
from editor.files.limits import MOST_RECORDS, Tidy
from editor.files.refusal import Refusal
from editor.files.shapes import SHAPES, Shape
from editor.model.records import Record, Unknown
from editor.model.references import Kind
from editor.model.rules import identifier

HEADER = "header"
"""Id of the Unknown record that keeps unknown fields of the document's header (its kind is empty)."""


class Decoded(NamedTuple):
    """Records by kind, and how many strings the objects held that they were made of, keys included."""

    groups: dict[Kind, list[Record]]
    strings: int


def records(raw: Any, tidy: Tidy, *, located: bool = True) -> Decoded:
    """Return the records that JSON objects describe; raises Refusal, which names the record if `located`."""
    if type(raw) is not list:
        raise Refusal("The list of all that is on the map (“records”) is missing.")
    if len(raw) > MOST_RECORDS:
        raise Refusal("There are more than {most} things on the map.", most=MOST_RECORDS)
    groups: dict[Kind, list[Record]] = {}
    strings = 0
    for kind, columns, rows in _batches(raw):
        strings += string_count(columns)
        shape = SHAPES.get(kind)
        if shape is None:
            groups.setdefault(Unknown, []).extend(map(_unknown, repeat(kind), rows))
        else:
            groups.setdefault(shape.made, []).extend(_built(shape, columns, tidy, located))
    return Decoded(groups, strings)


def header(fields: Mapping[str, Any]) -> list[Record]:
    """Return the record that keeps what is unknown in the header, if anything is."""
    return [Unknown(HEADER, "", loose.canonical(loose.checked(fields)))] if fields else []


def _batches(raw: list[Any]) -> Iterator[tuple[str, Columns, list[Row]]]:
    """Yield the objects in batches of one kind, with the same keys in the same order."""
    if set(map(type, raw)) - {dict}:
        number = next(n for n, row in enumerate(raw, 1) if type(row) is not dict)
        raise Refusal("Entry {number} of the list is nothing that can be on a map.", number=number)
    for rows in alike(raw):
        columns = columns_of_alike(rows)
        _check_text(raw, rows, columns, "id")
        _check_text(raw, rows, columns, "kind")
        kinds = columns["kind"].values
        if len(set(kinds)) == 1:
            yield kinds[0], columns, rows
        else:
            for kind, part in sorted(_by_kind(rows).items()):
                yield kind, columns_of_alike(part), part


def _by_kind(rows: list[Row]) -> dict[str, list[Row]]:
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(row["kind"], []).append(row)
    return parts


def _check_text(raw: list[Row], rows: list[Row], columns: Columns, name: str) -> None:
    values, types = columns.get(name, ((None,), {None}))
    if types != {str} or "" in values:
        place = next(place for place, value in enumerate(values) if type(value) is not str or not value)
        raise Refusal(
            "Entry {number} of the list has no “{name}”.", number=raw.index(rows[place]) + 1, name=name
        )


def _built(shape: Shape, columns: Columns, tidy: Tidy, located: bool) -> list[Any]:
    columns = {name: column for name, column in columns.items() if name != "kind"}
    count = len(columns["id"].values)
    try:
        return shape.build(columns, count, tidy)
    except Refusal as refusal:
        raise (_located(shape, columns, refusal, tidy) if located else refusal) from None


def _located(shape: Shape, columns: Columns, refusal: Refusal, tidy: Tidy) -> Refusal:
    """Return the refusal of the first object that is refused by itself, with its id."""
    *earlier, last = columns["id"].values
    for place, key in enumerate(earlier):
        try:
            shape.build(cut(columns, place), 1, tidy)
        except Refusal as found:
            return found.of(key)
    return refusal.of(last)


def _unknown(kind: str, row: Row) -> Unknown:
    fields = {name: value for name, value in row.items() if name not in ("id", "kind")}
    try:
        if problem := identifier(row["id"]):
            raise Refusal(problem, field="id", value=row["id"])
        return Unknown(row["id"], kind, loose.canonical(loose.checked(fields)))
    except Refusal as refusal:
        raise refusal.of(row["id"]) from None
