"""The one colour a card has when it is too small to be more than a block."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from editor.picture.frame import Box, Frame, Item, Shape, Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

Rgb = tuple[int, int, int]
PLAIN = "#dfe4eb"
"""The block of a card without a colour of its own."""
STRENGTH = 0.36
"""How much of its most vivid colour a block shows; the rest is paper."""


def tint(card: Frame) -> str:
    """Return the block colour of a card: its most vivid colour, lightened; a stage keeps its own."""
    if card.role in ("stage", "step"):
        return next(_colors(card.items), PLAIN)
    return _blend(frozenset(_colors(card.items)))


def _colors(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        match item:
            case Box() | Shape():
                yield from _inks(item)
            case Symbol():
                yield from _inks(item.art.shapes[0])
            case Frame():
                yield from _colors(item.items)
            case _:
                pass


def _inks(item: Box | Shape) -> Iterator[str]:
    if item.fill is not None:
        yield item.fill
    if item.stroke is not None:
        yield item.stroke.color


@lru_cache(maxsize=1024)
def _blend(colors: frozenset[str]) -> str:
    vivid = max(colors, key=lambda color: (_chroma(color), color), default=PLAIN)
    return mixed(vivid, "#ffffff", STRENGTH) if _chroma(vivid) >= 60 else PLAIN


def _chroma(color: str) -> int:
    channels = rgb(color)
    return max(channels) - min(channels)


def rgb(color: str) -> Rgb:
    """Return the channels of "#rrggbb", 0 to 255 each."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


@lru_cache(maxsize=1024)
def mixed(color: str, ground: str, strength: float) -> str:
    """Return `strength` (0 to 1) of `color` on `ground`."""
    pairs = zip(rgb(color), rgb(ground), strict=True)
    return "#" + "".join(f"{round(c * strength + g * (1 - strength)):02x}" for c, g in pairs)
