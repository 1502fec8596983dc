"""A memory of pure results: the value of last time while what it was made of is the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Memo(Generic[T]):
    """Keeps one value per key together with its witnesses: the records and numbers it was made of."""

    def __init__(self, most: int = 100_000) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], T]] = {}
        self._most = most

    def get(self, key: Hashable, witnesses: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return the value for `key`, made anew when a witness differs (identity first, then equality).

        A new value that equals the old one gives the old object, so that what hangs on it stays too.
        """
        kept = self._kept.get(key)
        if kept is not None and kept[0] == witnesses:
            return kept[1]
        if len(self._kept) >= self._most:
            self._kept.clear()
        value = make()
        if kept is not None and kept[1] == value:
            value = kept[1]
        self._kept[key] = (witnesses, value)
        return value
