"""What cards show, read once: a card that moves takes its stamps and scripts along."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from editor.canvas.stamps import item_rect
from editor.picture.frame import Box, Frame
from editor.picture.words import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.canvas.script import Script, Scripts
    from editor.canvas.stamps import Stamp, Stampable, Stamps
    from editor.picture.frame import Item


class Ink:
    """The stamps and the scripts of one frame with their places in it; it keeps the frame's items alive."""

    __slots__ = ("__weakref__", "items", "scripts", "stamps")

    def __init__(self, items: tuple[Item, ...], stamps: Stamps, scripts: Scripts) -> None:
        self.items = items
        self.stamps: list[tuple[Stamp, float, float]] = []
        self.scripts: list[tuple[Script, float, float]] = []
        self._collect(items, 0.0, 0.0, stamps, scripts)

    def _collect(self, items: tuple[Item, ...], x: float, y: float, stamps: Stamps, scripts: Scripts) -> None:
        for item in _grouped(items):
            if isinstance(item, TextBlock):
                self.scripts.append((scripts.script(item), x, y))
            elif isinstance(item, Frame) and item.clip is None:
                self._collect(item.items, x + item.x, y + item.y, stamps, scripts)
            else:
                place = item_rect(item)
                self.stamps.append((stamps.stamp(item), x + place.x, y + place.y))


class Inks:
    """The inks in use, by the items of their frames."""

    def __init__(self, stamps: Stamps, scripts: Scripts) -> None:
        self._stamps, self._scripts = stamps, scripts
        self._inks: WeakValueDictionary[int, Ink] = WeakValueDictionary()

    def ink(self, frame: Frame) -> Ink:
        """Return what `frame` shows."""
        found = self._inks.get(id(frame.items))
        if found is None:
            found = self._inks[id(frame.items)] = Ink(frame.items, self._stamps, self._scripts)
        return found


def _grouped(items: tuple[Item, ...]) -> Iterator[Stampable | TextBlock]:
    """Yield items in order, boxes that follow one another as one tuple."""
    for boxes, group in groupby(items, key=lambda item: isinstance(item, Box)):
        if boxes:
            yield tuple(item for item in group if isinstance(item, Box))
        else:
            yield from (item for item in group if not isinstance(item, Box))
