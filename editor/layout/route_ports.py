"""Ports: the four edges of a card where a connection may leave or arrive."""

from __future__ import annotations

from typing import NamedTuple

from editor.layout.route_grid import Cell, Ground, Interval
from editor.layout.route_sketch import Corridor, Way
from editor.picture.geometry import Rect

NARROWEST = 6.0
"""Width of the narrowest gutter or gap that a connection uses."""


class Port(NamedTuple):
    """An edge of a card: the run that touches it, the tracks that run may take, where it leads.

    `edge` is the edge's own coordinate, `facing` the sign of the way out, `leads` the number of the
    gutter (left, right) or the gap (top, bottom) that lies before it, `middle` that of its room.
    """

    side: str
    edge: float
    facing: int
    upright: bool
    room: Interval
    middle: float
    corridor: Corridor
    leads: int


def ports(ground: Ground, card: Rect, cell: Cell) -> list[Port]:
    """Return the usable edges of `card`: sides with a gutter, top and bottom unless cards are there."""
    return [*_sides(ground, card, cell), *_ends(ground, card, cell)]


def _sides(ground: Ground, card: Rect, cell: Cell) -> list[Port]:
    pad = min(6.0, card.h / 3)
    room = Interval(card.y + pad, card.bottom - pad)
    lane = Corridor(Way.LANE, cell[1])
    right, left = ground.gutter_right_of(card.right), ground.gutter_left_of(card.x)
    found: list[Port] = []
    if right < len(ground.gutters) and ground.gutters[right].size >= NARROWEST:
        found.append(Port("right", card.right, 1, False, room, room.middle, lane, right))
    if left >= 0 and ground.gutters[left].size >= NARROWEST:
        found.append(Port("left", card.x, -1, False, room, room.middle, lane, left))
    return found


def _ends(ground: Ground, card: Rect, cell: Cell) -> list[Port]:
    pad = min(12.0, card.w / 4)
    room = Interval(card.x + pad, card.right - pad)
    column = Corridor(Way.COLUMN, cell[0])
    others = [other for other in ground.cards(cell) if other.x < card.right and card.x < other.right]
    lane = cell[1]
    found: list[Port] = []
    if ground.gaps[lane].size >= NARROWEST and not any(other.y < card.y for other in others):
        found.append(Port("top", card.y, -1, True, room, room.middle, column, lane))
    if ground.gaps[lane + 1].size >= NARROWEST and not any(other.y > card.y for other in others):
        found.append(Port("bottom", card.bottom, 1, True, room, room.middle, column, lane + 1))
    return found
