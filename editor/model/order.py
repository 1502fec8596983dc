"""Fractional order keys: between any two there is room for more, so no sibling is renumbered.

A key is a base-62 text compared code point by code point. Its first letter says how long its whole part
is ("a" two characters … "z" twenty-seven, "Z" … "A" the same below zero), so that ten thousand
appends cost five characters; what follows is a fraction. Keys of any other shape still work.
After David Greenspan, "Implementing Fractional Indexing" (Observable, 2020).
"""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST = "a0"
LONGEST = 100
"""No key is longer than this; siblings are numbered anew before one would be."""


def between(before: str | None, after: str | None) -> str:
    """Return a key that sorts after `before` and before `after`; None leaves that end open.

    Raises ValueError where no key fits: the two are equal, in the wrong order, or differ by zeros only.
    """
    for key in _candidates(before, after):
        if (before or "") < key and (after is None or key < after):
            return key
    raise ValueError(f"no order key fits between {before!r} and {after!r}")


def n_between(before: str | None, after: str | None, count: int) -> list[str]:
    """Return `count` rising keys between the two, spread evenly where both ends are given."""
    if count <= 0:
        return []
    if after is None:
        return _rising(before, count)
    if before is None:
        return _falling(after, count)
    half = count // 2
    middle = between(before, after)
    return [*n_between(before, middle, half), middle, *n_between(middle, after, count - half - 1)]


def _rising(before: str | None, count: int) -> list[str]:
    keys: list[str] = []
    for _ in range(count):
        before = between(before, None)
        keys.append(before)
    return keys


def _falling(after: str, count: int) -> list[str]:
    keys: list[str] = []
    for _ in range(count):
        after = between(None, after)
        keys.append(after)
    return keys[::-1]


def _candidates(before: str | None, after: str | None) -> Iterator[str]:
    """Yield keys from the shortest to the most general; the first that lies between is the answer."""
    if before is None and after is None:
        yield FIRST
    elif before is not None:
        yield _neighbour(_whole(before), up=True)
    else:
        whole = _whole(after or "")
        yield whole
        yield _neighbour(whole, up=False)
    # A key that ends in zeros has no room right before it: aim below the key without them.
    yield _midpoint(before or "", after if after is None else after.rstrip(DIGITS[0]))


def _whole(key: str) -> str:
    """Return the whole part of `key`, or nothing where it does not begin with one."""
    head = key[:1]
    if "a" <= head <= "z":
        length = ord(head) - ord("a") + 2
    elif "A" <= head <= "Z":
        length = ord("Z") - ord(head) + 2
    else:
        return ""
    return key[:length] if len(key) >= length else ""


def _neighbour(whole: str, *, up: bool) -> str:
    """Return the next (or previous) whole part, or nothing where there is none."""
    if not whole:
        return ""
    edge, restart, step = (DIGITS[-1], DIGITS[0], 1) if up else (DIGITS[0], DIGITS[-1], -1)
    stem = whole[1:].rstrip(edge)
    if not stem:
        return _next_head(whole[0], restart, step)
    turned = DIGITS[DIGITS.index(stem[-1]) + step]
    return whole[0] + stem[:-1] + turned + restart * (len(whole) - 1 - len(stem))


def _next_head(head: str, restart: str, step: int) -> str:
    heads = DIGITS[10:]
    place = heads.index(head) + step
    if not 0 <= place < len(heads):
        return ""
    letter = heads[place]
    length = ord(letter) - ord("a") + 1 if letter >= "a" else ord("Z") - ord(letter) + 1
    return letter + restart * length


def _midpoint(low: str, high: str | None) -> str:
    """Return a short fraction between the two; the result of impossible pairs does not lie between."""
    if high is not None:
        shared = _shared(low, high)
        if shared:
            return high[:shared] + _midpoint(low[shared:], high[shared:])
    below = DIGITS.index(low[0]) if low else 0
    above = DIGITS.index(high[0]) if high else len(DIGITS)
    if above - below > 1:
        return DIGITS[(below + above + 1) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return DIGITS[below] + _midpoint(low[1:], None)


def _shared(low: str, high: str) -> int:
    """Return how many leading digits agree when `low` is filled up with zeros."""
    padded = low.ljust(len(high), DIGITS[0])
    return next((i for i, digit in enumerate(high) if padded[i] != digit), len(high))
