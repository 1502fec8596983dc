"""A plan: what a journey would be, as it grows towards one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from editor.model.change import Change, of
from editor.model.edits.spans import clipped
from editor.model.journey import Journey
from editor.model.order import LONGEST, n_between
from editor.model.records import Card, Channel, Lane, Note, Owner, Persona, Record, Stage, Step


class Plan:
    """Records to put and to drop, seen on top of a journey that stays as it is."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._after: dict[str, Record | None] = {}

    def __contains__(self, key: object) -> bool:
        if key in self._after:
            return self._after[str(key)] is not None
        return key in self.journey

    def get(self, key: str) -> Any:
        """Return the record as planned; raises KeyError where there is none."""
        record = self._after[key] if key in self._after else self.journey.get(key)
        if record is None:
            raise KeyError(key)
        return record

    def put(self, record: Record) -> None:
        """Plan `record` to be there, in the place of the one with its id if there is one."""
        self._after[record.id] = record

    def drop(self, key: str) -> None:
        """Plan the record with that id to be gone."""
        self._after[key] = None

    def row(self, record: Record) -> list[Record]:
        """Return the records that stand in one row with `record`, itself included, as planned; unsorted."""
        row = {other.id: other for other in row_of(self.journey, record)} | self._after
        planned = (self._after.get(key, other) for key, other in row.items())
        return [other for other in planned if other is not None and is_beside(other, record)]

    def place(self, siblings: Sequence[Record], index: int | None, news: Sequence[Record]) -> None:
        """Put `news` among `siblings` (in their order, `news` not among them) at `index`; None is the end.

        Siblings keep their order keys; they get new ones only where no room is left between two.
        """
        index = len(siblings) if index is None else max(0, min(index, len(siblings)))
        try:
            keys = _keys_at([_order(sibling) for sibling in siblings], index, len(news))
        except ValueError:
            news = [*siblings[:index], *news, *siblings[index:]]
            keys = n_between(None, None, len(news))
        for record, key in zip(news, keys, strict=True):
            self.put(_with_order(record, key))

    def change(self) -> Change:
        """Return the change from the journey to the plan, in which no card reaches past the last column."""
        now = self.journey
        pairs = {key: (now.get(key) if key in now else None, new) for key, new in self._after.items()}
        return clipped(now, of(pairs))


def is_ordered(record: Record) -> bool:
    """Tell whether records of that kind stand in an order of their own."""
    return isinstance(record, Persona | Owner | Channel | Stage | Lane | Note | Step | Card)


def is_beside(record: Record, other: Record) -> bool:
    """Tell whether two records stand in one row: steps of a stage, cards of a cell, all of other kinds."""
    if isinstance(record, Step) and isinstance(other, Step):
        return record.stage == other.stage
    if isinstance(record, Card) and isinstance(other, Card):
        return (record.lane, record.step) == (other.lane, other.step)
    return type(record) is type(other) and is_ordered(record)


def row_of(journey: Journey, record: Record) -> tuple[Record, ...]:
    """Return the records among which `record` stands or would stand, in their order."""
    if isinstance(record, Step):
        return journey.steps(record.stage)
    if isinstance(record, Card):
        return journey.cell(record.lane, record.step)
    return journey.all(type(record))


def _keys_at(orders: Sequence[str], index: int, count: int) -> list[str]:
    before = orders[index - 1] if index else None
    after = orders[index] if index < len(orders) else None
    keys = n_between(before, after, count)
    if any(len(key) > LONGEST for key in keys):
        raise ValueError("the order keys have grown too long")
    return keys


def _order(record: Any) -> str:
    return record.order


def _with_order(record: Any, key: str) -> Record:
    return replace(record, order=key)
