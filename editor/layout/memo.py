"""A memory of pure results: the values of the last two times while what they were made of is the same.

Two, because what a drag passes over becomes what it was before.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import compress
from operator import is_not
from typing import Generic, TypeVar

A = TypeVar("A")
T = TypeVar("T")


class Memo(Generic[T]):
    """Keeps two values per key together with their witnesses: the records and numbers they were made of."""

    def __init__(self, most: int = 100_000) -> None:
        self._latest: dict[Hashable, tuple[tuple[object, ...], T]] = {}
        self._before: dict[Hashable, tuple[tuple[object, ...], T]] = {}
        self._most = most

    def get(self, key: Hashable, witnesses: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return the value for `key`, made anew when a witness differs (identity first, then equality).

        A new value that equals the latest one gives the old object, so that what hangs on it stays too.
        """
        latest = self._latest.get(key)
        if latest is None:
            return self._first(key, witnesses, make())
        if latest[0] == witnesses:
            return latest[1]
        before = self._before.get(key)
        self._before[key] = latest
        if before is not None and before[0] == witnesses:
            self._latest[key] = before
            return before[1]
        value = make()
        if latest[1] == value:
            value = latest[1]
        self._latest[key] = (witnesses, value)
        return value

    def _first(self, key: Hashable, witnesses: tuple[object, ...], value: T) -> T:
        if len(self._latest) >= self._most:
            self._latest.clear()
            self._before.clear()
        self._latest[key] = (witnesses, value)
        return value


class RowMemo(Generic[A, T]):
    """Keeps a row of values per key, one for each thing of a row; makes anew only where a thing differs."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], Sequence[A], tuple[T, ...]]] = {}

    def get(
        self, key: Hashable, witnesses: tuple[object, ...], things: Sequence[A], make: Callable[[int], T]
    ) -> tuple[T, ...]:
        """Return a value for each of `things`, made from its place in the row: all when a witness differs.

        The same tuple as last time while all values are equal to what they were.
        """
        kept = self._kept.get(key)
        if kept is None or kept[0] != witnesses or len(kept[1]) != len(things):
            values = tuple(map(make, range(len(things))))
        else:
            values = _patched(kept[2], kept[1], things, make)
        self._kept[key] = (witnesses, things, values)
        return values


def _patched(
    values: tuple[T, ...], before: Sequence[A], things: Sequence[A], make: Callable[[int], T]
) -> tuple[T, ...]:
    if things is before:
        return values
    others = compress(range(len(things)), map(is_not, things, before))
    places = [place for place in others if things[place] != before[place]]
    made = {place: value for place in places if (value := make(place)) != values[place]}
    if not made:
        return values
    row = list(values)
    for place, value in made.items():
        row[place] = value
    return tuple(row)
