"""A stage, a step or a lane is being dragged by its header: the others make room for it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.carried import Carried, Grasp
from editor.canvas.tools.slots import Ground, Order, lane_slot, stage_slot, step_slot

if TYPE_CHECKING:
    from editor.canvas.places import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.canvas.tools.slots import Slot
    from editor.picture.geometry import Rect
    from editor.session.bench import Bench

LABELS = {
    "stage": QT_TRANSLATE_NOOP("Steps", "Move stage"),
    "step": QT_TRANSLATE_NOOP("Steps", "Move step"),
    "rail": QT_TRANSLATE_NOOP("Steps", "Move lane"),
}
"""Names of the steps by the role of the header that is dragged."""


def ordering(rest: Tool, start: Pointer, spot: Spot, board: Board, bench: Bench) -> Tool:
    """Begin to drag a header."""
    if spot.ref not in board.choice.chosen:
        board.choice.click(spot)
    board.hover(None)
    board.freight.lift(spot.rect)
    return Ordering(rest, start, spot, board, bench)


class Ordering:
    """The header as the pointer holds it, the ground it came from, the gesture that shows where it goes."""

    def __init__(self, rest: Tool, start: Pointer, spot: Spot, board: Board, bench: Bench) -> None:
        self._rest, self._bench, self._key, self._role = rest, bench, spot.ref, spot.role
        x, y = board.located(start)
        self._held = spot.rect.moved(-x, -y)
        self._ground, self._order = Ground(board.places), Order.now(bench.facts)
        self._movable = bench.facts.kind(spot.ref) in ("stage", "step", "lane")
        self._slot: Slot | None = None
        self._gesture = bench.gesture(LABELS[spot.role])

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button call it off."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Show the map as it would be if the header were let go here."""
        if self._gesture.over:
            return self._rested(board)
        slot = self._wanted(board, pointer)
        if slot != self._slot:
            self._slot = slot
            plan = slot.plan(self._bench, self._key) if slot else self._bench.plans.lay_cards({})
            self._gesture.preview(plan)
        board.freight.carry(self._carried(board, pointer))
        board.freight.show_grasp(Grasp.MOVE)
        board.freight.drift(pointer)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Let it go where it is shown."""
        self.move(board, pointer)
        if not self._gesture.over:
            self._gesture.commit()  # nothing, where it stands as before
        return self._rested(board)

    def cancel(self, board: Board) -> Tool:
        """Put everything back."""
        if not self._gesture.over:
            self._gesture.cancel()
        return self._rested(board)

    def _wanted(self, board: Board, pointer: Pointer) -> Slot | None:
        if not self._movable:
            return None
        if self._role == "rail":
            return lane_slot(self._ground, self._order, self._key, pointer.y)
        # A map from right to left grows to the left, so that points of the start have moved to the right.
        grown = board.places.width - self._ground.width if self._ground.rtl else 0.0
        find = stage_slot if self._role == "stage" else step_slot
        return find(self._ground, self._order, self._key, pointer.x - grown)

    def _carried(self, board: Board, pointer: Pointer) -> Carried:
        ghost = self._held.moved(pointer.x, pointer.y)
        spot = board.places.find(self._key, self._role)
        if spot is None:
            return Carried(ghost)
        area = board.places.span(spot) or spot.rect
        whole = area if self._role == "rail" else area.united(spot.rect)
        return Carried(ghost, bar=self._edge(whole) if self._slot else None, faded=(whole,))

    def _edge(self, area: Rect) -> Rect:
        """Return the line at which what is dragged comes in."""
        if self._role == "rail":
            return area._replace(h=0.0)
        return area._replace(x=area.right if self._ground.rtl else area.x, w=0.0)

    def _rested(self, board: Board) -> Tool:
        board.freight.carry(None)
        board.freight.show_grasp(None)
        board.freight.drift(None)
        return self._rest
