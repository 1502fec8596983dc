"""The display list of a whole picture: parts and rows that are kept as long as their frames stay the same.

Painting is exact enough for the screen and fast enough for ten thousand cards; what has not been
seen before is built within a budget a frame, and stands there as bars or blocks until then.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING, NamedTuple, TypeGuard
from weakref import WeakValueDictionary

from PySide6.QtGui import QPainter

from editor.canvas.budget import Budget
from editor.canvas.damage import damage
from editor.canvas.faces import Faces
from editor.canvas.inks import Inks
from editor.canvas.passing import Level, Passing
from editor.canvas.pinned_rails import Rail
from editor.canvas.row import Layers, Part, Row, ground_of, paint_part
from editor.canvas.script import Script, Scripts
from editor.canvas.sketch import Sketch
from editor.canvas.stack import Stack
from editor.canvas.stack_row import StackRow
from editor.canvas.stamps import Stamps
from editor.canvas.strips import Strips
from editor.picture.frame import Frame, Item, Picture
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from PySide6.QtCore import QRect

    from editor.picture.words import TextBlock

CONTAINERS = frozenset({"masthead", "loops", "connections"})
"""Roles of frames whose frames are painted, kept and repainted one by one."""
ROWS = frozenset({"lane", "header"})
FILLED = frozenset({"area", "segment"})
"""Roles of frames that are as large as the shapes in them."""
STACKED = frozenset({"cell", "card", "stage", "step"})


Run = Frame | tuple[Item, ...]
"""A frame, or items that stand loosely between frames."""


class PlacedRow(NamedTuple):
    """A row with its place and its reach on the sheet; `rails` are those of the lane, placed there."""

    x: float
    y: float
    ink: Row
    bounds: Rect
    rails: tuple[Rail, ...]


class Piece(NamedTuple):
    """What a run of the sheet's items is painted as; it is kept while the next picture has the same run."""

    run: Run
    parts: list[Part | PlacedRow]


class Display:
    """What the canvas paints of a picture."""

    def __init__(self, faces: Faces | None = None) -> None:
        self._faces = faces or Faces()
        self._stamps, self._scripts = Stamps(), Scripts()
        self._inks = Inks(self._stamps, self._scripts)
        self._sketches: WeakValueDictionary[Hashable, Sketch] = WeakValueDictionary()
        self._stacks: WeakValueDictionary[Hashable, Stack] = WeakValueDictionary()
        self._rows: WeakValueDictionary[Hashable, Row] = WeakValueDictionary()
        self._latest: WeakValueDictionary[str, Row] = WeakValueDictionary()
        self.strips = Strips(self._draw)
        self._origin = (0.0, 0.0)
        self._pieces: dict[int, Piece] = {}  # by the ids of their runs
        self.parts: list[Part | PlacedRow] = []
        self._placed: list[PlacedRow] = []
        self.header: PlacedRow | None = None
        self.rails: list[Rail] = []

    def show(self, picture: Picture | None) -> list[Rect]:
        """Take `picture` in place of the last one; return the rectangles of the sheet that changed."""
        self.strips.take_paper(picture.paper if picture else "")
        origin = (picture.root.x, picture.root.y) if picture else (0.0, 0.0)
        before, known = self._pieces, self._pieces if origin == self._origin else {}
        self._origin, self._pieces = origin, {}
        for run in _runs(picture.root.items) if picture else ():
            self._pieces[id(run)] = known.get(id(run)) or Piece(run, list(self._parts(run, *origin)))
        self.parts = [part for piece in self._pieces.values() for part in piece.parts]
        self._placed = [part for part in self.parts if isinstance(part, PlacedRow)]
        self.header = next((row for row in self._placed if row.ink.role == "header"), None)
        self.rails = [rail for row in self._placed for rail in row.rails]
        return damage(_apart(before, self._pieces), _apart(self._pieces, before))

    def paint(self, painter: QPainter, exposed: Rect, budget: Budget | None = None) -> Budget:
        """Paint what lies in `exposed` (sheet points) where the painter's scaling puts it.

        Returns the budget: when it is spent, something was put off and another painting is due.
        """
        passing = self.passing(painter, exposed, budget)
        self.paint_through(passing)
        return passing.budget

    def paint_through(self, passing: Passing) -> None:
        """Paint what a passing exposes."""
        painter = passing.painter
        painter.save()
        passing.set_hints()
        left, top, right, bottom = *passing.exposed[:2], passing.exposed.right, passing.exposed.bottom
        for part in self.parts:
            x, y, w, h = part.bounds
            if x < right and left < x + w and y < bottom and top < y + h:
                self.paint_part(part, passing)
        painter.restore()

    def bands(self, passing: Passing) -> list[QRect]:
        """Return the pixels of rows that need no paper: shown from memory, or on a ground of their own."""
        if passing.level is not Level.FULL:
            return self.strips.bands([], passing)
        top, bottom = passing.exposed.y, passing.exposed.bottom
        rows = [(row.ink, row.x, row.y) for row in self._placed if top < row.y + row.ink.height]
        return self.strips.bands([row for row in rows if row[2] < bottom], passing)

    def row_top(self, y: float) -> float | None:
        """Return where the row at y begins; None where there is no row."""
        return next((row.y for row in self._placed if row.y <= y < row.y + row.ink.height), None)

    def script(self, block: TextBlock) -> Script:
        """Return what draws a block of text."""
        return self._scripts.script(block)

    def passing(
        self,
        painter: QPainter,
        exposed: Rect,
        budget: Budget | None = None,
        areas: tuple[Rect, ...] = (),
        window: QRect | None = None,
    ) -> Passing:
        """Return a passing for the painter as it is scaled and shifted now."""
        world, ratio = painter.worldTransform(), painter.device().devicePixelRatio()
        place = (world.m11(), world.dx(), world.dy(), exposed)
        return Passing(painter, *place, self._faces, budget or Budget(), ratio, areas, window)

    def paint_part(self, part: Part | PlacedRow, passing: Passing) -> None:
        """Paint one part of the sheet, if it is exposed."""
        if isinstance(part, Part):
            paint_part(part, passing, 0.0, 0.0)
        elif passing.shows(part.bounds, 0.0, 0.0):
            if passing.level is Level.FULL:
                self.strips.paint(part.ink, part.x, part.y, passing)
            else:
                self._draw(part.ink, passing, part.x, part.y)

    def _draw(self, row: Row, passing: Passing, x: float, y: float) -> None:
        row.paint(passing, x, y, self._inks)

    def _parts(self, run: Run, x: float, y: float) -> Iterator[Part | PlacedRow]:
        """Yield what a run at (x, y) is painted as, in painting order and placed on the sheet."""
        if not isinstance(run, Frame):
            yield Part.at(x, y, self._loose_sketch(run))
        elif run.role in CONTAINERS:
            for inner in _runs(run.items):
                yield from self._parts(inner, x + run.x, y + run.y)
        elif run.role in ROWS:
            yield self._placed_row(run, x + run.x, y + run.y)
        else:
            yield self.part(run, x, y)

    def _placed_row(self, frame: Frame, x: float, y: float) -> PlacedRow:
        row = self._row(frame)
        rails = tuple(Rail(part.moved(x, y), row.height) for part in row.rails)
        return PlacedRow(x, y, row, row.bounds.moved(x, y), rails)

    def part(self, frame: Frame, x: float = 0.0, y: float = 0.0) -> Part:
        """Return a frame that stands at (x, y) as a part; what it inks is kept while somebody shows it."""
        size = Rect(0, 0, frame.w, frame.h)
        sketch = self._sketch(frame.items, size, frame.role in FILLED)
        return Part.at(x + frame.x, y + frame.y, sketch, frame.role)

    def _sketch(self, items: tuple[Item, ...], size: Rect, filled: bool) -> Sketch:
        """Return what inks these items of a frame, which fill it or may reach out of it."""
        known = self._sketches.get((id(items), size))
        if known is not None and known.items is items:
            return known
        made = self._sketches[(id(items), size)] = Sketch(items, size, self._stamps, self._scripts, filled)
        return made

    def _loose_sketch(self, items: tuple[Item, ...]) -> Sketch:
        """Return what inks items between frames, of which there are others that look the same."""
        found = self._sketches.get(items)
        if found is None:
            size = Rect(0, 0, 0, 0)
            found = self._sketches[items] = Sketch(items, size, self._stamps, self._scripts)
        return found

    def _row(self, lane: Frame) -> Row:
        key = (id(lane.items), lane.w, lane.h)
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = self._made_row(lane)
        return found

    def _made_row(self, lane: Frame) -> Row:
        """Return a row; what the row in its place has in common with it is taken from there."""
        before = self._latest.get(lane.ref)
        made = (self._mended(lane, before) if before is not None else None) or self._new_row(lane, before)
        self._latest[lane.ref] = made
        return made

    def _new_row(self, lane: Frame, before: Row | None) -> Row:
        known, parts = before.stacks.of if before is not None else {}, dict[int, Part]()
        items, ground = lane.items, 1 if ground_of(lane) else 0
        cells = [item for item in items if _stacked(item)]
        first = items.index(cells[0]) if cells else len(items)
        under = self._loose(items[ground:first], before, parts)
        over = self._loose(tuple(item for item in items[first:] if not _stacked(item)), before, parts)
        stacks = StackRow([known.get(id(cell)) or self._stack(cell) for cell in cells])
        return Row(lane, Layers(under, stacks, over), parts, first)

    def _mended(self, lane: Frame, before: Row) -> Row | None:
        """Return a row that differs from `before` in cells or under them; None where it differs more."""
        items, old, ground = lane.items, before.items, 1 if ground_of(lane) else 0
        if len(items) != len(old) or ground != (1 if before.ground else 0):
            return None
        places = list(compress(range(len(items)), map(is_not, items, old)))
        cells = places[bisect_left(places, before.first) :]
        stacks = self._with_cells([(old[i], items[i]) for i in cells], before.stacks)
        if stacks is None or (before.over and len(cells) < len(places)):
            return None
        under, parts = before.under, before.part_of
        if len(cells) < len(places):
            under = self._loose(items[ground : before.first], before, parts := {})
        return Row(lane, Layers(under, stacks, before.over), parts, before.first)

    def _with_cells(self, pairs: list[tuple[Item, Item]], stacks: StackRow) -> StackRow | None:
        """Return the stacks of a row with cells in place of others; None where there are no cells."""
        if not pairs:
            return stacks
        found: list[tuple[Stack, Stack]] = []
        for old, new in pairs:
            if not (_stacked(old) and _stacked(new)) or old.x != new.x:
                return None
            found.append((stacks.of.get(id(old)) or self._stack(old), self._stack(new)))
        return stacks.patched(found)

    def _loose(self, items: tuple[Item, ...], before: Row | None, parts: dict[int, Part]) -> list[Part]:
        """Return what a row shows besides its cells; add those of its frames to `parts`."""
        found: list[Part] = []
        for item in _runs(items):
            if isinstance(item, Frame):
                own = self._parts_of(item, before)
                parts.update(own)
                found.extend(own.values())
            else:
                found.append(Part.at(0.0, 0.0, self._loose_sketch(item)))
        return found

    def _parts_of(self, frame: Frame, before: Row | None) -> dict[int, Part]:
        """Return what a frame in a row shows, by the ids of frames, as far as it can as before."""
        known = before.part_of if before is not None else {}
        if frame.role != "curve":
            return {id(frame): known.get(id(frame)) or self.part(frame)}
        x, y = frame.x, frame.y
        found: dict[int, Part] = {}
        for part in frame.frames():  # one by one, so that a point that moves does not touch the others
            old = known.get(id(part))
            same = old is not None and (old.x, old.y) == (x + part.x, y + part.y)
            found[id(part)] = old if old is not None and same else self.part(part, x, y)
        return found

    def _stack(self, cell: Frame) -> Stack:
        key = (id(cell.items), cell.x, cell.y, cell.w, cell.h)
        found = self._stacks.get(key)
        if found is None:
            found = self._stacks[key] = Stack(cell)
        return found


def _apart(pieces: dict[int, Piece], others: dict[int, Piece]) -> list[Part | PlacedRow]:
    """Return the parts of the pieces that are not among the others."""
    return [part for key, piece in pieces.items() if others.get(key) is not piece for part in piece.parts]


def _stacked(item: Item) -> TypeGuard[Frame]:
    """Tell whether an item of a row is a cell, or a thing that stands for itself like one."""
    return isinstance(item, Frame) and item.role in STACKED


def _runs(items: tuple[Item, ...]) -> Iterator[Run]:
    """Yield frames one by one and what stands loosely between them together, in painting order."""
    loose: list[Item] = []
    for item in items:
        if not isinstance(item, Frame):
            loose.append(item)
            continue
        if loose:
            yield tuple(loose)
            loose = []
        yield item
    if loose:
        yield tuple(loose)
