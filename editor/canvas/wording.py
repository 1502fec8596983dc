"""Where the words of a thing stand on the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.picture.words import TextBlock

if TYPE_CHECKING:
    from editor.canvas.spot import Spot
    from editor.picture.frame import Frame, Picture

FIRST = frozenset({"rail", "persona", "title"})
"""Roles whose own words come before others; in all others they come last."""


class Words(NamedTuple):
    """A block with the place of its frame on the sheet."""

    block: TextBlock
    x: float
    y: float


def words_of(picture: Picture, spot: Spot) -> Words | None:
    """Return the words that can be written on `spot`; None where it shows none."""
    found = _frame(picture.root, spot, picture.root.x, picture.root.y)
    if found is None:
        return None
    frame, x, y = found
    blocks = [item for item in frame.items if isinstance(item, TextBlock)]
    if spot.role == "persona":  # the initials in its picture are no words of their own
        blocks = [block for block in blocks if block.style.align != "center"]
    if not blocks:
        return None
    return Words(blocks[0 if spot.role in FIRST else -1], x, y)


def _frame(frame: Frame, spot: Spot, x: float, y: float) -> tuple[Frame, float, float] | None:
    """Return the frame of a spot with its place, looking only where the spot is."""
    for child in frame.frames():
        left, top = x + child.x, y + child.y
        if child.ref == spot.ref and child.role == spot.role:
            return child, left, top
        rect = spot.rect
        beside = left > rect.right or top > rect.bottom
        if not beside and left + child.w >= rect.x and top + child.h >= rect.y:
            found = _frame(child, spot, left, top)
            if found is not None:
                return found
    return None
