"""A connection is being drawn, or one of its ends dragged elsewhere: a line follows the pointer."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.dots import edges, end_at, offered
from editor.canvas.tools.guides import Rubber, Target
from editor.picture.geometry import Point, Rect

if TYPE_CHECKING:
    from editor.canvas.places import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.session.bench import Bench

CONNECT = QT_TRANSLATE_NOOP("Steps", "Connect")
RECONNECT = QT_TRANSLATE_NOOP("Steps", "Reconnect")
FRESH, AIR = 34.0, 8.0
"""Height of the outline of a card that does not exist yet, and the gap above it, in points."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What stays tied while a line is dragged: the element, its kind, and where on it.

    `connection` is the one whose `end` ("source" or "target") is loose, "" for a new one.
    """

    fixed: str
    kind: str
    anchor: Point
    connection: str = ""
    end: str = "target"


def connecting(rest: Tool, pointer: Pointer, board: Board) -> Tool | None:
    """Take hold of a dot or of an end of the chosen connection; None where there is none."""
    bench = board.bench
    if bench is None:
        return None
    loose = end_at(board, pointer)
    if loose is not None:
        return Connecting(rest, pointer, _loosened(board, bench, *loose), bench)
    found = offered(board, pointer)
    if found is None or found[1].hot is None:
        return None
    spot, dots = found
    return Connecting(rest, pointer, Tie(spot.ref, spot.role, dots.hot or spot.rect.center), bench)


def _loosened(board: Board, bench: Bench, key: str, end: str) -> Tie:
    source, target, *_ = bench.facts.connection(key)
    ends = board.places.ends(key)
    fixed, anchor = (target, ends[1]) if end == "source" else (source, ends[0])
    return Tie(fixed, bench.facts.kind(fixed), anchor, key, end)


@dataclass(frozen=True, slots=True)
class Connecting:
    """Where the drag began, what stays tied, and the state to go back to."""

    rest: Tool
    start: Pointer
    tie: Tie
    bench: Bench

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button call the line off."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Draw the line to the pointer, and light up what it would be tied to."""
        if pointer.travelled(self.start) < THRESHOLD:
            return self
        board.hover(None)
        board.freight.drift(pointer)
        tie, target, end = self.tie, self._target(board, pointer), Point(pointer.x, pointer.y)
        lit: tuple[Target, ...] = ()
        if target is not None and target.role == "cell":
            lit = (Target(_fresh(board, target), fresh=True),)
        elif target is not None:
            lit = (Target(target.rect),)
            end = _way(tie.anchor, edges(target), end)
        board.show_guides((*lit, Rubber(tie.anchor, end, backward=tie.end == "source")))
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Tie the line to what is under the pointer; a press that did not travel is a click."""
        if pointer.travelled(self.start) < THRESHOLD:
            board.choice.click(board.places.find(self.tie.connection or self.tie.fixed))
            return self.cancel(board)
        target = self._target(board, pointer)
        self.cancel(board)
        if target is not None:
            self._tie(board, target)
        return self.rest

    def cancel(self, board: Board) -> Tool:
        """Take the line away."""
        board.show_guides(())
        board.freight.drift(None)
        return self.rest

    def _target(self, board: Board, pointer: Pointer) -> Spot | None:
        """Return the element under the pointer that the line can be tied to, or the cell for a new card."""
        spot, tie = board.spot(pointer), self.tie
        if spot is None or spot.ref == tie.fixed:
            return None
        if spot.role == tie.kind:
            return spot
        cell = spot.role == "cell" and tie.kind == "card" and not tie.connection
        return spot if cell and self.bench.facts.takes_cards(spot.ref.partition("|")[0]) else None

    def _tie(self, board: Board, target: Spot) -> None:
        plans, tie = self.bench.plans, self.tie
        if tie.connection:
            self.bench.do(RECONNECT, plans.reconnect(tie.connection, **{tie.end: target.ref}))
        elif target.role == "cell":
            lane, _, step = target.ref.partition("|")
            self._write(board, self.bench.do(CONNECT, plans.connect_new(tie.fixed, lane, step)))
        else:
            board.choice.set(self.bench.do(CONNECT, plans.connect(tie.fixed, target.ref)))

    def _write(self, board: Board, added: tuple[str, ...]) -> None:
        """Choose the card that was added and open it, so that one can go on writing."""
        (card,) = (key for key in added if self.bench.facts.kind(key) == "card")
        board.choice.set((card,))
        spot = board.places.find(card)
        if spot is not None:
            board.activate(spot)


def _way(start: Point, edges: tuple[Point, ...], end: Point) -> Point:
    """Return the edge by which the way from `start` to `end` is shortest."""
    return min(edges, key=lambda p: hypot(p.x - start.x, p.y - start.y) + hypot(p.x - end.x, p.y - end.y))


def _fresh(board: Board, cell: Spot) -> Rect:
    """Return where a new card would stand in a cell: below its cards."""
    inner = cell.rect.grown(-1.0)
    cards = [spot.rect.bottom for spot in board.places.within(inner) if spot.role == "card"]
    return Rect(cell.rect.x, max(cards, default=cell.rect.y - AIR / 2) + AIR, cell.rect.w, FRESH)
