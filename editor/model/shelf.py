"""An index of records: a cache of what the graph says, filled when first asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable
from operator import attrgetter
from typing import Any, Generic, TypeVar

from editor.model.records import Record

R = TypeVar("R", bound=Record)


def rank(record: Record) -> tuple[str, str]:
    """Return what siblings are sorted by: the order key, then the id."""
    return getattr(record, "order", ""), record.id


_by_order_and_id, _by_id = attrgetter("order", "id"), attrgetter("id")


def ranking(record: Record) -> Callable[[Record], Any]:
    """Return what ranks records of the kind of `record` as `rank` does, without entering Python's code."""
    return _by_order_and_id if hasattr(record, "order") else _by_id


class Shelf(Generic[R]):
    """Records in compartments, each sorted by (order, id) and given out as the same tuple until touched.

    `keys` names the compartments a record belongs to, where all are of one kind; `source` gives all
    records when first asked.
    """

    def __init__(self, source: Callable[[], Iterable[R]], keys: Callable[[R], Iterable[Hashable]]) -> None:
        self._source = source
        self._keys = keys
        self._rows: dict[Hashable, list[R]] | None = None
        self._given: dict[Hashable, tuple[R, ...]] = {}

    def at(self, key: Hashable) -> tuple[R, ...]:
        """Return the records of one compartment; the same object as before while none of them changed."""
        given = self._given.get(key)
        if given is None:
            given = self._given[key] = tuple(self._filled().get(key, ()))
        return given

    def put(self, record: R) -> None:
        """Take `record` in; nothing to do for a shelf that nobody has asked yet."""
        if self._rows is None:
            return
        ranked = ranking(record)
        own = ranked(record)
        for key in self._keys(record):
            row = self._rows.setdefault(key, [])
            row.insert(bisect_left(row, own, key=ranked), record)
            self._given.pop(key, None)

    def take(self, record: R) -> None:
        """Take `record` out."""
        if self._rows is None:
            return
        ranked = ranking(record)
        own = ranked(record)
        for key in self._keys(record):
            row = self._rows[key]
            del row[bisect_left(row, own, key=ranked)]
            self._given.pop(key, None)

    def _filled(self) -> dict[Hashable, list[R]]:
        if self._rows is None:
            self._rows = {}
            for record in self._source():
                for key in self._keys(record):
                    self._rows.setdefault(key, []).append(record)
            for row in self._rows.values():
                row.sort(key=ranking(row[0]))
        return self._rows
