"""The cards of one cell, ready to be painted far or near, in the coordinates of their row."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from editor.canvas.blocks import Blocks
from editor.canvas.extents import extent
from editor.canvas.stamps import item_rect
from editor.canvas.tints import tint
from editor.picture.frame import Box, Frame
from editor.picture.geometry import Rect
from editor.picture.words import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.canvas.passing import Passing
    from editor.canvas.script import Script, Scripts
    from editor.canvas.stamps import Stamp, Stampable, Stamps
    from editor.picture.frame import Item

Placed = tuple["Script", QPointF]


class Stack:
    """A cell with its cards, or a single card, stage or step: blocks and bars afar, stamps and scripts near.

    Everything is made when it is first seen.
    """

    __slots__ = ("__weakref__", "_blocks", "_scripts", "_stamps", "bounds", "frame", "left", "ready")

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.bounds = _around(frame)
        self.left = self.bounds.x
        self.ready = False
        self._stamps: list[tuple[Stamp, float, float]] = []
        self._scripts: list[Placed] = []
        self._blocks: Blocks | None = None

    @property
    def blocks(self) -> Blocks:
        """One rectangle a card."""
        if self._blocks is None:
            self._blocks = Blocks()
            for card, x, y in _cards(self.frame):
                self._blocks.add(tint(card), [(x, y, card.w, card.h)])
        return self._blocks

    def add_bars(self, bars: Blocks) -> None:
        """Add one rectangle a line of text; call only when `ready`."""
        _add_bars(self._scripts, bars)

    def prepare(self, stamps: Stamps, scripts: Scripts) -> None:
        """Find the stamps and scripts of the cards."""
        self._collect(self.frame, 0.0, 0.0, stamps, scripts)
        self.ready = True

    def paint_stamps(self, passing: Passing, x: float, y: float) -> None:
        """Paint all but the words, the lane standing at (x, y), with the painter in pixels."""
        painter, scale, ratio, pixel = passing.painter, passing.scale, passing.ratio, passing.pixel
        for stamp, sx, sy in self._stamps:
            left, top = pixel(x + sx, y + sy)
            stamp.paint(painter, left, top, scale, ratio)

    def paint_words(self, passing: Passing, unbuilt: Blocks) -> None:
        """Paint the words with the painter standing at the lane; add bars for those not built yet."""
        painter, faces, budget = passing.painter, passing.faces, passing.budget
        late: list[Placed] = []
        for script, origin in self._scripts:
            if script.built or script.ready(faces, budget):
                script.paint(painter, origin)
            else:
                late.append((script, origin))
        _add_bars(late, unbuilt)

    def _collect(self, frame: Frame, x: float, y: float, stamps: Stamps, scripts: Scripts) -> None:
        x, y = x + frame.x, y + frame.y
        for item in _grouped(frame.items):
            if isinstance(item, TextBlock):
                self._scripts.append((scripts.script(item), QPointF(x, y)))
            elif isinstance(item, Frame) and item.clip is None:
                self._collect(item, x, y, stamps, scripts)
            else:
                place = item_rect(item)
                self._stamps.append((stamps.stamp(item), x + place.x, y + place.y))


def _grouped(items: tuple[Item, ...]) -> Iterator[Stampable | TextBlock]:
    """Yield items in order, boxes that follow one another as one tuple."""
    for boxes, group in groupby(items, key=lambda item: isinstance(item, Box)):
        if boxes:
            yield tuple(item for item in group if isinstance(item, Box))
        else:
            yield from (item for item in group if not isinstance(item, Box))


def _around(frame: Frame) -> Rect:
    """Return the box round a cell and its cards; cards keep their ink inside, but for half an edge.

    A stage's chevron points into its neighbour.
    """
    if frame.role in ("stage", "step"):
        return extent(frame).grown(1.5)
    left, top, right, bottom = frame.x, frame.y, frame.x + frame.w, frame.y + frame.h
    for card in frame.frames():
        left, top = min(left, frame.x + card.x), min(top, frame.y + card.y)
        right, bottom = max(right, frame.x + card.x + card.w), max(bottom, frame.y + card.y + card.h)
    return Rect(left, top, right - left, bottom - top).grown(1.5)


def _add_bars(placed: list[Placed], bars: Blocks) -> None:
    for script, at in placed:
        dx, dy = at.x(), at.y()
        bars.add(script.bar_color, [(x + dx, y + dy, w, h) for x, y, w, h in script.bars()])


def _cards(frame: Frame) -> Iterator[tuple[Frame, float, float]]:
    """Yield the cards of a cell, or a card, stage or step itself, with their places in the row."""
    if frame.role != "cell":
        yield frame, frame.x, frame.y
        return
    for card in frame.frames():
        yield card, frame.x + card.x, frame.y + card.y
