"""How far items reach: their ink, strokes included, in the coordinates of the frame that holds them."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from editor.picture.frame import Bitmap, Box, Frame, Item, Shape, Symbol
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.picture.words import TextBlock


def extent(item: Item) -> Rect:
    """Return the box round all that `item` inks; a frame's own rectangle counts, too."""
    match item:
        case Box():
            return _inked(item.rect, item)
        case Shape():
            return _inked(item.path.bounds(), item)
        case Symbol():
            return Rect(item.x, item.y, item.size, item.size)
        case Bitmap():
            return item.rect
        case Frame():
            return _frame(item)
        case _:
            return _words(item)


def _inked(rect: Rect, item: Box | Shape) -> Rect:
    return rect.grown(item.stroke.width / 2) if item.stroke else rect


def _words(block: TextBlock) -> Rect:
    """Return the block's box with room for marks that reach above and swashes beside it."""
    return block.rect.grown(block.style.size * 0.3)


def _frame(frame: Frame) -> Rect:
    own = Rect(0.0, 0.0, frame.w, frame.h)
    return around([own, *map(extent, frame.items)]).moved(frame.x, frame.y)


def around(boxes: Sequence[Rect]) -> Rect:
    """Return the smallest rectangle that holds all `boxes`, of which there must be one."""
    lefts, tops, widths, heights = zip(*boxes, strict=True)
    left, top = min(lefts), min(tops)
    right, bottom = max(map(add, lefts, widths)), max(map(add, tops, heights))
    return Rect(left, top, right - left, bottom - top)
