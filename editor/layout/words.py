"""The fixed words that stand on a map, in the map's own language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapWords:
    """Words of one language by key, its number writing and its way of writing dates.

    `number` turns digits inside a text into the language's, `date` an ISO date into words.
    """

    table: Mapping[str, str]
    number: Callable[[str], str] = str
    date: Callable[[str], str] = str

    def __call__(self, key: str, **details: str) -> str:
        """Return the sentence for `key` with its {names} filled; KeyError names a missing key."""
        return self.table[key].format(**details)

    def levels(self, own: tuple[str, ...]) -> tuple[str, ...]:
        """Return the labels of the emotion scale from top to bottom: the map's own or the five usual."""
        return own or tuple(self.table[f"level_{i}"] for i in range(1, 6))
