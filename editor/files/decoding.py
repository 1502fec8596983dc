"""From JSON objects to records, a kind at a time."""

from __future__ import annotations

from itertools import repeat
from typing import Any

from editor.files import loose
from editor.files.limits import MOST_RECORDS
from editor.files.refusal import Refusal
from editor.files.shapes import SHAPES, Row, Shape
from editor.model.records import Record, Unknown
from editor.model.references import Kind

HEADER = "header"
"""Id of the Unknown record that keeps unknown fields of the document's header (its kind is empty)."""

Groups = dict[Kind, list[Record]]


def records(raw: Any, *, tidy: bool) -> Groups:
    """Return the records that the JSON objects describe, by kind; raises Refusal.

    `tidy` says that no text in them needs cleaning (see `editor.files.limits.is_tidy`).
    """
    if type(raw) is not list:
        raise Refusal("It has no list of records.")
    if len(raw) > MOST_RECORDS:
        raise Refusal("It has more than {most} records.", most=MOST_RECORDS)
    groups: Groups = {}
    for kind, rows in _by_kind(raw).items():
        shape = SHAPES.get(kind)
        if shape is None:
            groups.setdefault(Unknown, []).extend(_unknown(kind, row) for row in rows)
        else:
            groups[shape.made] = _built(shape, rows, tidy=tidy)
    return groups


def header(fields: Row) -> list[Record]:
    """Return the record that keeps what is unknown in the header, if anything is."""
    return [Unknown(HEADER, "", loose.canonical(loose.checked(fields)))] if fields else []


def _by_kind(raw: list[Any]) -> dict[str, list[Row]]:
    if set(map(type, raw)) - {dict}:
        number = next(number for number, row in enumerate(raw, 1) if type(row) is not dict)
        raise Refusal("Record {number} is not an object in braces.", number=number)
    _texts_of(raw, "id")
    groups: dict[str, list[Row]] = {}
    for kind, row in zip(_texts_of(raw, "kind"), raw, strict=True):
        groups.setdefault(kind, []).append(row)
    return groups


def _texts_of(rows: list[Row], name: str) -> list[str]:
    """Return what every row has under `name`; raises Refusal unless that is text everywhere."""
    values: list[Any] = list(map(dict.get, rows, repeat(name)))
    if set(map(type, values)) - {str} or "" in values:
        number = next(n for n, value in enumerate(values, 1) if type(value) is not str or not value)
        raise Refusal("Record {number} has no {name}.", number=number, name=name)
    return values


def _built(shape: Shape, rows: list[Row], *, tidy: bool) -> list[Any]:
    try:
        return shape.build(rows, tidy=tidy)
    except Refusal as refusal:
        raise _located(shape, rows, refusal) from None


def _located(shape: Shape, rows: list[Row], refusal: Refusal) -> Refusal:
    """Return the refusal of the first row that is refused by itself, with that row's id."""
    for row in rows:
        try:
            shape.build([row], tidy=False)
        except Refusal as found:
            return found.of(row["id"])
    return refusal


def _unknown(kind: str, row: Row) -> Unknown:
    fields = {name: value for name, value in row.items() if name not in ("id", "kind")}
    try:
        return Unknown(row["id"], kind, loose.canonical(loose.checked(fields)))
    except Refusal as refusal:
        raise refusal.of(row["id"]) from None
