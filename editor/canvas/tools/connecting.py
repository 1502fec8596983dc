"""A connection is being drawn, or one of its ends dragged elsewhere: a line follows the pointer."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.dots import edges, end_at, offered
from editor.canvas.tools.guides import Rubber, Target
from editor.canvas.tools.knots import Tie, knot_at
from editor.canvas.tools.writing import begun
from editor.picture.geometry import Point

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.canvas.tools.knots import Knot
    from editor.session.bench import Bench

CONNECT = QT_TRANSLATE_NOOP("Steps", "Connect")
RECONNECT = QT_TRANSLATE_NOOP("Steps", "Reconnect")


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
        tie, knot, end = self.tie, knot_at(board, self.bench, self.tie, pointer), Point(pointer.x, pointer.y)
        lit = (Target(knot.rect, fresh=knot.kind != "known"),) if knot is not None else ()
        if knot is not None and knot.kind == "known":
            end = _way(tie.anchor, edges(knot.rect, tie.kind), end)
        board.show_guides((*lit, Rubber(tie.anchor, end, backward=tie.end == "source")))
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Tie the line to what is under the pointer; a press that did not travel is a click."""
        if pointer.travelled(self.start) < THRESHOLD:
            board.choice.click(board.places.find(self.tie.connection or self.tie.fixed))
            return self.cancel(board)
        knot = knot_at(board, self.bench, self.tie, pointer)
        self.cancel(board)
        return self.rest if knot is None else self._tied(board, knot)

    def cancel(self, board: Board) -> Tool:
        """Take the line away."""
        board.show_guides(())
        board.freight.drift(None)
        return self.rest

    def _tied(self, board: Board, knot: Knot) -> Tool:
        """Tie the line; choose it, or what was made for it, on which one then goes on writing."""
        label = RECONNECT if self.tie.connection else CONNECT
        added = self.bench.do(label, knot.plan(self.bench, self.tie))
        new = next((key for key in added if self.bench.facts.kind(key) == self.tie.kind), "")
        spot = board.places.find(new) if new else None
        if spot is not None:
            board.choice.set((new,))
            return begun(board, self.rest, spot) or self.rest
        if added:
            board.choice.set(added)
        return self.rest


def _way(start: Point, edges: tuple[Point, ...], end: Point) -> Point:
    """Return the edge by which the way from `start` to `end` is shortest."""
    return min(edges, key=lambda p: hypot(p.x - start.x, p.y - start.y) + hypot(p.x - end.x, p.y - end.y))
