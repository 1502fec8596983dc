"""The far edge of a card is being dragged: the card takes as many steps as it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.terrain import Terrain
from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.carried import Grasp
from editor.canvas.tools.grips import BORDER, Grip

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.session.bench import Bench

SPAN = QT_TRANSLATE_NOOP("Steps", "Span steps")


def edge_at(board: Board, bench: Bench, x: float, y: float) -> Grip | None:
    """Return the far edge of the one chosen card at the sheet's point (x, y), in the direction of time."""
    if len(board.choice.chosen) != 1:
        return None
    spot = board.places.find(board.choice.chosen[0], "card")
    if spot is None or not spot.rect.y <= y < spot.rect.bottom:
        return None
    edge = spot.rect.x if board.places.rtl else spot.rect.right
    near = abs(x - edge) <= BORDER / board.scale
    if not near or not bench.facts.takes_cards(bench.facts.cell(spot.ref)[0]):
        return None
    return Grip(Grasp.SPAN, spot.ref, spot.rect.w)


class Spanning:
    """The card, the columns as they stood, and the gesture that makes it wider or narrower."""

    def __init__(self, rest: Tool, start: Pointer, grip: Grip, board: Board, bench: Bench) -> None:
        self._rest, self._start, self._card, self._bench = rest, start, grip.ref, bench
        terrain = Terrain(board.places)
        self._rtl, self._width = terrain.rtl, terrain.width
        columns, steps = terrain.columns(), bench.facts.steps()
        ahead = steps[steps.index(bench.facts.cell(grip.ref)[1]) :]
        self._ahead = [columns[step] for step in ahead if step in columns]
        self._gesture = bench.gesture(SPAN)
        self._span = 0

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button put the edge back."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Let the card reach to the column under the pointer."""
        if self._gesture.over:
            return self._rested(board)
        if not self._span and pointer.travelled(self._start) < THRESHOLD:
            return self
        span = self._reached(board, pointer)
        if span != self._span:
            self._span = span
            self._gesture.preview(self._bench.plans.set_fields([self._card], span=span))
        board.freight.show_grasp(Grasp.SPAN)
        board.freight.drift(pointer)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Keep the edge where it is."""
        self.move(board, pointer)
        if not self._gesture.over:
            self._gesture.commit()  # nothing, where the pointer never travelled
        return self._rested(board)

    def cancel(self, board: Board) -> Tool:
        """Put the edge back."""
        if not self._gesture.over:
            self._gesture.cancel()
        return self._rested(board)

    def _reached(self, board: Board, pointer: Pointer) -> int:
        # A map from right to left grows to the left, so that points of the start have moved to the right.
        x = pointer.x - (board.places.width - self._width if self._rtl else 0.0)
        passed = (place.center.x > x if self._rtl else place.center.x < x for place in self._ahead)
        return max(1, sum(passed))

    def _rested(self, board: Board) -> Tool:
        board.freight.show_grasp(None)
        board.freight.drift(None)
        return self._rest
