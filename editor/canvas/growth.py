"""Rows of cards of which one is taller: all but their ends and the cards that differ looks the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.picture.frame import Box, Shape
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from editor.canvas.row import Part, Row
    from editor.picture.frame import Item

END = 16.0
"""Points at the end of a row in which bars and lines end that are as long as the row."""


def end_of(row: Row, other: Row) -> Rect | None:
    """Return the end of `row` in which it differs from `other`, a taller or lower one; None if all may."""
    pairs = list(zip(row.under, other.under, strict=False))
    if row.over or other.over or len(row.under) != len(other.under):
        return None
    if not all(_alike(one, two) for one, two in pairs):
        return None
    top = min(row.height, other.height) - END
    whole = row.bounds.united(other.bounds)
    return Rect(whole.x, top, whole.w, whole.bottom - top)


def _alike(one: Part, two: Part) -> bool:
    """Tell whether parts under the cards look the same but for how far down they reach."""
    if (one.role, one.x, one.y) != (two.role, two.x, two.y) or one.role not in ("", "rail"):
        return False
    mine, theirs = one.ink.items, two.ink.items
    if one.role == "rail":
        return mine == theirs
    return len(mine) == len(theirs) and all(map(_same_top, mine, theirs))


def _same_top(one: Item, two: Item) -> bool:
    """Tell whether two items begin alike and differ at most in where they end below."""
    if one == two:
        return True
    match one, two:
        case Box(), Box():
            return one._replace(rect=two.rect) == two and one.rect[:3] == two.rect[:3]
        case Shape(), Shape():
            return one._replace(path=two.path) == two and _uprights(one) == _uprights(two)
        case _:
            return False


def _uprights(shape: Shape) -> list[tuple[object, ...]] | None:
    """Return where lines drawn downwards begin, without where they end."""
    return [command if command[0] == "M" else command[:2] for command in shape.path.commands]
