"""Rows of JSON objects turned into columns, because a column is checked and taken over at one stroke."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Row = dict[str, Any]

MISSING: Any = object()
"""Stands in a column where a row has no such key."""


class Column(NamedTuple):
    """All values under one key, and the types that occur among them."""

    values: Sequence[Any]
    types: set[type]

    @staticmethod
    def of(values: Sequence[Any]) -> Column:
        """Return the column of these values."""
        return Column(values, {str} if _are_texts(values) else set(map(type, values)))


Columns = Mapping[str, Column]


def alike(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield the rows in batches that have the same keys in the same order."""
    batches: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        batches[tuple(row)].append(row)
    yield from batches.values()


def columns_of_alike(rows: Sequence[Row]) -> dict[str, Column]:
    """Return the columns of one such batch."""
    return dict(zip(rows[0], map(Column.of, zip(*map(dict.values, rows), strict=True)), strict=True))


def columns_of(rows: Sequence[Row]) -> dict[str, Column]:
    """Return the columns of any rows, in their order, with MISSING where a row lacks a key."""
    names = sorted(set[str]().union(*rows))
    return {name: Column.of([row.get(name, MISSING) for row in rows]) for name in names}


def _are_texts(values: Sequence[Any]) -> bool:
    """Tell whether all values are texts; joining them finds out in half the time of asking each."""
    try:
        "".join(values)
    except TypeError:
        return False
    return True


def cut(columns: Columns, place: int) -> Columns:
    """Return the columns of one row alone."""
    return {name: Column.of(column.values[place : place + 1]) for name, column in columns.items()}


def string_count(columns: Columns) -> int:
    """Return how many strings the rows of these columns hold, keys and nested ones included."""
    count = 0
    for values, types in columns.values():
        count += len(values)
        count += len(values) if types == {str} else sum(map(strings_in, values))
    return count


def strings_in(value: Any) -> int:
    """Return how many strings a JSON value holds, keys included."""
    if isinstance(value, dict):
        return len(value) + sum(map(strings_in, value.values()))
    if isinstance(value, list):
        return sum(map(strings_in, value))
    return int(isinstance(value, str))
