"""The cards of one cell, ready to be painted far or near, in the coordinates of their row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF

from editor.canvas.blocks import Blocks
from editor.canvas.extents import around, extent
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

REACH = 1.5
"""Points by which the edges of a card may reach out of it."""


class Inked(NamedTuple):
    """A card of a stack: its reach, its stamps and its scripts, all in the row's coordinates."""

    bounds: Rect
    stamps: list[tuple[Stamp, float, float]]
    scripts: list[Placed]


class Stack:
    """A cell with its cards, or a single card, stage or step: blocks and bars afar, stamps and scripts near.

    Everything is made when it is first seen.
    """

    __slots__ = ("__weakref__", "_blocks", "_cards", "_inks", "bounds", "frame", "left", "ready")

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.bounds = _around(frame)
        self.left = self.bounds.x
        self.ready = False
        self._inks: list[Ink] = []
        self._cards: list[Inked] = []
        self._blocks: Blocks | None = None

    @property
    def place(self) -> tuple[str | int, float]:
        """What tells it from others of its row, and stays when its cards change."""
        return self.frame.ref or id(self.frame), self.left

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
        for card in self._cards:
            _add_bars(card.scripts, bars)

    def apart(self, other: Stack) -> list[Rect]:
        """Return where this stack looks other than `other`, which has its place: round its cards."""
        if self.frame.role != "cell":
            return [other.bounds, self.bounds]
        places = [Rect(*look[1:]) for look in _looks(self.frame) ^ _looks(other.frame)]
        return [around(places).grown(REACH)] if places else []

    def prepare(self, inks: Inks) -> None:
        """Find the stamps and scripts of the cards."""
        for card, x, y in _cards(self.frame):
            ink = inks.ink(card)
            self._inks.append(ink)
            stamps = [(stamp, x + sx, y + sy) for stamp, sx, sy in ink.stamps]
            scripts = [(script, QPointF(x + sx, y + sy)) for script, sx, sy in ink.scripts]
            self._cards.append(Inked(_reach(card, x, y), stamps, scripts))
        self.ready = True

    def paint_stamps(self, passing: Passing, x: float, y: float) -> None:
        """Paint all but the words, the lane standing at (x, y), with the painter in pixels."""
        painter, scale, ratio, pixel = passing.painter, passing.scale, passing.ratio, passing.pixel
        for card in self._exposed(passing, x, y):
            for stamp, sx, sy in card.stamps:
                left, top = pixel(x + sx, y + sy)
                stamp.paint(painter, left, top, scale, ratio)

    def paint_words(self, passing: Passing, x: float, y: float, unbuilt: Blocks) -> None:
        """Paint the words with the painter standing at the lane; add bars for those not built yet."""
        painter, faces, budget = passing.painter, passing.faces, passing.budget
        late: list[Placed] = []
        for card in self._exposed(passing, x, y):
            for script, origin in card.scripts:
                if script.built or script.ready(faces, budget):
                    script.paint(painter, origin)
                else:
                    late.append((script, origin))
        _add_bars(late, unbuilt)

    def _exposed(self, passing: Passing, x: float, y: float) -> list[Inked]:
        """Return the cards to be painted, the lane standing at (x, y)."""
        if not passing.areas:
            return self._cards
        return [card for card in self._cards if passing.shows(card.bounds, x, y)]


def _around(frame: Frame) -> Rect:
    """Return the box round a cell and its cards; cards keep their ink inside, but for half an edge.

    A stage's chevron points into its neighbour.
    """
    if frame.role != "cell":
        return _reach(frame, frame.x, frame.y)
    x, y = frame.x, frame.y
    left, top, right, bottom = x, y, x + frame.w, y + frame.h
    for card in frame.frames():  # compared one by one: maps have thousands of cells
        at_x, at_y = x + card.x, y + card.y
        end_x, end_y = at_x + card.w, at_y + card.h
        left, right = at_x if at_x < left else left, end_x if end_x > right else right
        top, bottom = at_y if at_y < top else top, end_y if end_y > bottom else bottom
    return Rect(left, top, right - left, bottom - top).grown(REACH)


def _looks(cell: Frame) -> set[tuple[int, float, float, float, float]]:
    """Return what the cards of a cell show, and where."""
    return {(id(card.items), x, y, card.w, card.h) for card, x, y in _cards(cell)}


def _reach(card: Frame, x: float, y: float) -> Rect:
    """Return the box round a card, stage or step that stands at (x, y) of its row."""
    if card.role in ("stage", "step"):
        return extent(card).grown(REACH)
    return Rect(x, y, card.w, card.h).grown(REACH)


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
