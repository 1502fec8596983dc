"""Where a connection can be taken hold of: dots at the edges of cards and stages, ends of a chosen line."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from editor.canvas.tools.guides import Dots
from editor.picture.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer
    from editor.picture.geometry import Rect

GRASP = 8.0
"""Pixels within which a dot or an end can be taken hold of."""
NARROWEST, LOWEST = 56.0, 20.0
"""Pixels of width and height below which a card is too small for dots."""
JOINED = frozenset({"card", "stage"})


def edges(rect: Rect, role: str) -> tuple[Point, ...]:
    """Return where the dots of a card or stage are; a stage's sides belong to its borders."""
    middle = rect.center
    ends = (Point(middle.x, rect.y), Point(middle.x, rect.bottom))
    if role == "stage":
        return ends
    return *ends, Point(rect.x, middle.y), Point(rect.right, middle.y)


def nearest(places: Iterable[Point], x: float, y: float) -> Point:
    """Return the place nearest to (x, y)."""
    return min(places, key=lambda place: hypot(place.x - x, place.y - y))


def offered(board: Board, pointer: Pointer) -> tuple[Spot, Dots] | None:
    """Return what under or beside the pointer a connection can begin at, and its dots."""
    if board.bench is None:
        return None
    for spot in _around(board, pointer):
        if spot.role in JOINED and _large(spot.rect, board.scale):
            dots = edges(spot.rect, spot.role)
            near = nearest(dots, pointer.x, pointer.y)
            hot = near if _within(near, pointer, board.scale) else None
            if hot or spot.rect.contains(pointer.x, pointer.y):
                return spot, Dots(dots, hot)
    return None


def _around(board: Board, pointer: Pointer) -> Iterable[Spot]:
    """Yield what is under the pointer, then what is so near that one of its dots may be."""
    here, (x, y) = board.places.at(pointer.x, pointer.y), board.located(pointer)
    if (x, y) != (pointer.x, pointer.y):  # a pinned header or rail covers what stands here
        seen = board.places.at(x, y)
        if seen is not None and seen.role == "stage":
            yield seen.moved(pointer.x - x, pointer.y - y)
        return
    if here is not None:
        yield here
    reach = GRASP / board.scale
    for dx, dy in ((reach, 0.0), (-reach, 0.0), (0.0, reach), (0.0, -reach)):
        beside = board.places.at(pointer.x + dx, pointer.y + dy)
        if beside is not None:
            yield beside


def end_at(board: Board, pointer: Pointer) -> tuple[str, str] | None:
    """Return the chosen connection and which of its ends ("source" or "target") is under the pointer."""
    if board.bench is None or len(board.choice.chosen) != 1:
        return None
    key = board.choice.chosen[0]
    ends = board.places.ends(key)
    for name, place in zip(("target", "source"), reversed(ends), strict=False):
        if _within(place, pointer, board.scale):
            return key, name
    return None


def _within(place: Point, pointer: Pointer, scale: float) -> bool:
    return hypot(place.x - pointer.x, place.y - pointer.y) * scale <= GRASP


def _large(rect: Rect, scale: float) -> bool:
    return rect.w * scale >= NARROWEST and rect.h * scale >= LOWEST
