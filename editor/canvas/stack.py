"""The cards of one cell, ready to be painted far or near, in the coordinates of their row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from editor.canvas.blocks import Blocks
from editor.canvas.extents import extent
from editor.canvas.tints import tint
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.canvas.inks import Ink, Inks
    from editor.canvas.passing import Passing
    from editor.canvas.script import Script
    from editor.canvas.stamps import Stamp
    from editor.picture.frame import Frame

Placed = tuple["Script", QPointF]


class Stack:
    """A cell with its cards, or a single card, stage or step: blocks and bars afar, stamps and scripts near.

    Everything is made when it is first seen.
    """

    __slots__ = ("__weakref__", "_blocks", "_inks", "_scripts", "_stamps", "bounds", "frame", "left", "ready")

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.bounds = _around(frame)
        self.left = self.bounds.x
        self.ready = False
        self._inks: list[Ink] = []
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

    def prepare(self, inks: Inks) -> None:
        """Find the stamps and scripts of the cards."""
        for card, x, y in _cards(self.frame):
            ink = inks.ink(card)
            self._inks.append(ink)
            self._stamps += [(stamp, x + sx, y + sy) for stamp, sx, sy in ink.stamps]
            self._scripts += [(script, QPointF(x + sx, y + sy)) for script, sx, sy in ink.scripts]
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
