"""A stage, a step or a lane is being dragged by its header: the others make room for it.

On a large map they do so when the hand rests, because there it takes longer than a hand that moves waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.carried import Carried, Grasp
from editor.canvas.tools.following import Following
from editor.canvas.tools.slots import Ground, Order, lane_slot, stage_slot, step_slot

if TYPE_CHECKING:
    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.canvas.tools.slots import Slot
    from editor.picture.geometry import Rect
    from editor.session.bench import Bench
    from editor.session.plans import Plan
    from editor.session.session import SessionGesture

PROMPT = 150
"""With more cards than this, room is made only when the hand rests."""
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
    order = Reorder(start, spot, board, bench)
    return Ordering(rest, bench.gesture(LABELS[spot.role]), order)


class Ordering(Following):
    """Follows the pointer with a header in the hand."""

    def __init__(self, rest: Tool, gesture: SessionGesture, order: Reorder) -> None:
        super().__init__(rest, gesture, order)
        self._order = order

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Let the header come in where it is held, whether room was made or not."""
        self._order.hurry()
        return super().release(board, pointer)


class Reorder:
    """The header as the pointer holds it, and the ground it came from."""

    def __init__(self, start: Pointer, spot: Spot, board: Board, bench: Bench) -> None:
        self._bench, self._key, self._role = bench, spot.ref, spot.role
        x, y = board.located(start)
        self._held = spot.rect.moved(-x, -y)
        self._ground, self._order = Ground(board.places), Order.now(bench.facts)
        self._movable = bench.facts.kind(spot.ref) in ("stage", "step", "lane")
        self._prompt = bench.facts.card_count() <= PROMPT
        self._pointer = start
        self._slot: Slot | None = None
        self._aim: Slot | None = None

    def hurry(self) -> None:
        """Make room without waiting from now on."""
        self._prompt = True

    def plan(self, board: Board, pointer: Pointer) -> Plan | None:
        """Return the move to where the header would come in if it were let go here."""
        self._aim = self._wanted(board, pointer)
        rests, self._pointer = pointer == self._pointer, pointer
        if self._aim == self._slot or not (rests or self._prompt):
            return None
        self._slot = self._aim
        plans = self._bench.plans
        return self._slot.plan(self._bench, self._key) if self._slot else plans.lay_cards({})

    def mark(self, board: Board, pointer: Pointer) -> None:
        """Show the header in the hand, and go on at the edge of the window."""
        board.freight.carry(self._carried(board, pointer))
        board.freight.show_grasp(Grasp.MOVE)
        board.freight.drift(pointer)
        board.freight.pause(pointer if self._aim != self._slot else None)

    def rest(self, board: Board) -> None:
        """Show the arrow again, and nothing in the hand."""
        board.freight.carry(None)
        board.freight.show_grasp(None)
        board.freight.drift(None)
        board.freight.pause(None)

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
        return Carried(ghost, bar=self._bar(board, whole), faded=(whole,))

    def _bar(self, board: Board, whole: Rect) -> Rect | None:
        """Return the line at which the header would come in: room is made there, or will be."""
        if self._aim is None:
            return None
        if self._aim != self._slot:
            return self._aim.bar_on(board.places, self._ground, self._role)
        return self._edge(whole)

    def _edge(self, area: Rect) -> Rect:
        """Return the line at which what is dragged comes in."""
        if self._role == "rail":
            return area._replace(h=0.0)
        return area._replace(x=area.right if self._ground.rtl else area.x, w=0.0)
