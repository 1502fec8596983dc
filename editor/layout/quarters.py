"""Quarters: parts of the map whose connections have nothing to do with one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple


class Quarter(NamedTuple):
    """The columns `left` to `right` and lanes `top` to `bottom`, with the gutters and gaps round them.

    Columns count from the left, lanes from the top, both from 0 and to the last one.
    """

    left: int
    top: int
    right: int
    bottom: int

    def united(self, other: Quarter) -> Quarter:
        """Return the smallest quarter that holds both."""
        return Quarter(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def grown(self, within: Quarter) -> Quarter:
        """Return a quarter with as much again on every side, as far as `within` goes."""
        across, down = self.right - self.left + 1, self.bottom - self.top + 1
        return Quarter(
            max(within.left, self.left - across),
            max(within.top, self.top - down),
            min(within.right, self.right + across),
            min(within.bottom, self.bottom + down),
        )

    def meets(self, other: Quarter) -> bool:
        """Tell whether the two share a crossing of their gutters and gaps, as neighbours do."""
        return (
            self.left <= other.right + 1
            and other.left <= self.right + 1
            and self.top <= other.bottom + 1
            and other.top <= self.bottom + 1
        )


Group = tuple[Quarter, tuple[int, ...]]
"""A quarter and the numbers of what keeps to it."""


def quarters(areas: Sequence[Quarter]) -> tuple[Group, ...]:
    """Return quarters that share no crossing and hold all `areas`, each with the numbers of its areas."""
    groups: tuple[Group, ...] = tuple((area, (i,)) for i, area in enumerate(areas))
    while True:
        fewer = _joined(groups)
        if len(fewer) == len(groups):
            return fewer
        groups = fewer


def _joined(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups with those in one that share a crossing; what they hold may then share more."""
    heads = list(range(len(groups)))
    row = sorted(range(len(groups)), key=lambda number: groups[number][0].left)
    for place, number in enumerate(row):
        quarter = groups[number][0]
        for other in islice(row, place + 1, None):
            if groups[other][0].left > quarter.right + 1:
                break
            if quarter.meets(groups[other][0]):
                pair = _head(heads, number), _head(heads, other)
                heads[max(pair)] = min(pair)
    found: dict[int, Group] = {}
    for number, group in enumerate(groups):
        head = _head(heads, number)
        quarter, members = found.get(head, (group[0], ()))
        found[head] = quarter.united(group[0]), (*members, *group[1])
    return tuple((quarter, tuple(sorted(members))) for quarter, members in found.values())


def _head(heads: list[int], number: int) -> int:
    """Return the first group that the one with that number belongs to."""
    while heads[number] != number:
        number = heads[number]
    return number
