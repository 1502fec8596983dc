"""A lane or the header, ready to be painted: what lies under its cards, the cards, what lies over them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from editor.canvas.blocks import Blocks
from editor.canvas.extents import around
from editor.canvas.growth import end_of
from editor.canvas.passing import Level
from editor.canvas.tints import PLAIN
from editor.picture.frame import Box
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from editor.canvas.inks import Inks
    from editor.canvas.passing import Passing
    from editor.canvas.sketch import Sketch
    from editor.canvas.stack import Stack
    from editor.canvas.stack_row import StackRow
    from editor.picture.frame import Frame


class Part(NamedTuple):
    """A sketch with its place and its reach in its owner's coordinates, and the role of what it shows."""

    x: float
    y: float
    ink: Sketch
    bounds: Rect
    role: str = ""

    @staticmethod
    def at(x: float, y: float, ink: Sketch, role: str = "") -> Part:
        """Return the part that shows `ink` at (x, y)."""
        return Part(x, y, ink, ink.bounds.moved(x, y), role)

    def moved(self, dx: float, dy: float) -> Part:
        """Return the part shifted by (dx, dy)."""
        return Part(self.x + dx, self.y + dy, self.ink, self.bounds.moved(dx, dy), self.role)


class Layers(NamedTuple):
    """What a row shows: the parts under its cells, the cells, the parts over them."""

    under: list[Part]
    stacks: StackRow
    over: list[Part]


class Row:
    """The parts and stacks of one row of the map, in its coordinates; blocks and bars are batched.

    `part_of` are the parts by the ids of their frames, which the row keeps alive with all its `items`; the
    first cell is at number `first` of them.
    """

    def __init__(self, lane: Frame, layers: Layers, part_of: dict[int, Part], first: int) -> None:
        self.items, self.part_of, self.first = lane.items, part_of, first
        self.under, self.stacks, self.over = under, stacks, over = layers
        self.rails = [part for part in under if part.role == "rail"]
        self.ref, self.role, self.width, self.height = lane.ref, lane.role, lane.w, lane.h
        self.ground = ground_of(lane)
        own = Rect(0.0, 0.0, lane.w, lane.h)
        inner = [stacks.bounds] if stacks.bounds else []
        self.bounds = around([own, *inner, *(part.bounds for part in (*under, *over))])
        self._bars = Blocks()
        self._barred: set[int] = set()

    def changes(self, other: Row) -> list[Rect] | None:
        """Return where this row looks other than `other`, in its own coordinates; None for everywhere."""
        if self.width != other.width or self.ground_color != other.ground_color:
            return None
        if self.height == other.height:
            return self._parts_apart(other) + self.stacks.apart(other.stacks)
        end = end_of(self, other)
        return None if end is None else [end, *self.stacks.apart(other.stacks)]

    def _parts_apart(self, other: Row) -> list[Rect]:
        """Return the places of what only one of two rows shows under or over its cards."""
        mine, theirs = self._inked, other._inked
        gone = [part.bounds for key, part in theirs.items() if key not in mine]
        return gone + [part.bounds for key, part in mine.items() if key not in theirs]

    @cached_property
    def _inked(self) -> dict[tuple[int, float, float], Part]:
        """All that the row shows under and over its cards, by what inks it and where."""
        return {(id(part.ink), part.x, part.y): part for part in (*self.under, *self.over)}

    @property
    def ground_color(self) -> str:
        """The colour of the ground, "" without one."""
        return (self.ground.fill or "") if self.ground else ""

    def paint(self, passing: Passing, x: float, y: float, inks: Inks) -> None:
        """Paint what is exposed, the lane standing at the sheet's point (x, y)."""
        if self.ground is not None:
            self._paint_ground(passing, x, y, self.ground)
        y = passing.row_top(y)
        for part in self.under:
            paint_part(part, passing, x, y)
        if self.stacks.stacks:
            self._paint_cards(passing, x, y, inks)
        for part in self.over:
            paint_part(part, passing, x, y)

    def _paint_ground(self, passing: Passing, x: float, y: float, box: Box) -> None:
        """Fill the ground down to where the next row begins."""
        area = self.ground_area(passing, x, y, box)
        passing.stand_on_pixels()
        passing.painter.fillRect(area.adjusted(0, 0, 0, passing.spare), QColor(box.fill or ""))

    def ground_area(self, passing: Passing, x: float, y: float, box: Box) -> QRect:
        """Return the pixels of the ground of the row at (x, y)."""
        top, bottom = passing.band(y, self.height)
        left, _ = passing.pixel(x + box.rect.x, y)
        right, _ = passing.pixel(x + box.rect.right, y)
        return QRect(left, top, right - left, bottom - top)

    def _paint_cards(self, passing: Passing, x: float, y: float, inks: Inks) -> None:
        level = passing.level
        if level is Level.FULL:
            self._paint_near(passing, x, y, inks)
            return
        passing.stand_at(x, y)
        self._blocks.paint(passing.painter)
        if level is Level.BARS:
            self._add_bars(passing, x, y, inks)
            self._bars.paint(passing.painter)

    def _paint_near(self, passing: Passing, x: float, y: float, inks: Inks) -> None:
        ready, late = self._sorted_out(passing, x, y, inks)
        passing.stand_on_pixels()
        for stack in ready:
            stack.paint_stamps(passing, x, y)
        passing.stand_at(x, y)
        unbuilt = Blocks()
        for stack in late:
            unbuilt.join(stack.blocks, PLAIN)
        for stack in ready:
            stack.paint_words(passing, x, y, unbuilt)
        if unbuilt:
            unbuilt.paint(passing.painter)
            passing.budget.owe(self.bounds.moved(x, y))

    def _sorted_out(
        self, passing: Passing, x: float, y: float, inks: Inks
    ) -> tuple[list[Stack], list[Stack]]:
        """Return the exposed stacks: those that are ready, and those the budget leaves for later."""
        ready, late = [], []
        for stack in self.exposed(passing, x):
            if passing.areas and not passing.shows(stack.bounds, x, y):
                continue
            if not stack.ready and passing.budget.left():
                stack.prepare(inks)
            (ready if stack.ready else late).append(stack)
        return ready, late

    def exposed(self, passing: Passing, x: float) -> list[Stack]:
        """Return the stacks in the exposed columns."""
        left = passing.exposed.x - x
        return self.stacks.between(left, left + passing.exposed.w)

    @cached_property
    def _blocks(self) -> Blocks:
        blocks = Blocks()
        for stack in self.stacks.stacks:
            blocks.join(stack.blocks)
        return blocks

    def _add_bars(self, passing: Passing, x: float, y: float, inks: Inks) -> None:
        """Batch the bars of stacks that are exposed for the first time, while the budget lasts."""
        for stack in self.exposed(passing, x):
            if id(stack) in self._barred:
                continue
            if not passing.budget.left():
                passing.budget.owe(self.bounds.moved(x, y))
                break
            if not stack.ready:
                stack.prepare(inks)
            stack.add_bars(self._bars)
            self._barred.add(id(stack))


def ground_of(lane: Frame) -> Box | None:
    """Return the box that fills a row from edge to edge under all else, if there is one."""
    first = lane.items[0] if lane.items else None
    if isinstance(first, Box) and first.fill and first.stroke is None and first.radius == 0.0:
        return first if (first.rect.y, first.rect.h) == (0.0, lane.h) else None
    return None


def paint_part(part: Part, passing: Passing, x: float, y: float) -> None:
    """Paint a part whose owner stands at (x, y), if it is exposed."""
    if passing.shows(part.bounds, x, y):
        part.ink.paint(passing, x + part.x, y + part.y)
