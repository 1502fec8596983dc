"""Qt counts UTF-16 units, Python counts characters: strings with one character per unit, and back."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

_half_a_pair = re.compile("[\ud800-\udfff]").search
_second_halves = re.compile("[\udc00-\udfff]").finditer


def to_units(text: str) -> str:
    """Return `text` with a pair of surrogates for each character beyond U+FFFF."""
    return "".join(c if c <= "\uffff" else _pair(ord(c) - 0x10000) for c in text)


def from_units(units: str) -> str:
    """Return the text that `to_units` gave `units` for; half a pair counts as one character."""
    if not _half_a_pair(units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def characters_before(units: str, index: int) -> int:
    """Return how many characters of the text begin in the first `index` units."""
    return index - bisect_left(_seconds(units), index)


@lru_cache(maxsize=16)
def _seconds(units: str) -> tuple[int, ...]:
    """Return where second halves of pairs stand: a line of emoji asks for each of its thousands of runs."""
    return tuple([half.start() for half in _second_halves(units)]) if _half_a_pair(units) else ()


def _pair(offset: int) -> str:
    return chr(0xD800 + (offset >> 10)) + chr(0xDC00 + (offset & 0x3FF))
