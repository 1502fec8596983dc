"""A stage, a step or a lane is being dragged by its header: the others make room for it at once."""

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
    return Following(rest, bench.gesture(LABELS[spot.role]), order)


class Reorder:
    """The header as the pointer holds it, and the ground it came from."""

    def __init__(self, start: Pointer, spot: Spot, board: Board, bench: Bench) -> None:
        self._bench, self._key, self._role = bench, spot.ref, spot.role
        x, y = board.located(start)
        self._held = spot.rect.moved(-x, -y)
        self._ground, self._order = Ground(board.places), Order.now(bench.facts)
        self._movable = bench.facts.kind(spot.ref) in ("stage", "step", "lane")
        self._slot: Slot | None = None

    def plan(self, board: Board, pointer: Pointer) -> Plan | None:
        """Return the move to where the header would come in if it were let go here."""
        before, self._slot = self._slot, self._wanted(board, pointer)
        if self._slot == before:
            return None
        plans = self._bench.plans
        return self._slot.plan(self._bench, self._key) if self._slot else plans.lay_cards({})

    def mark(self, board: Board, pointer: Pointer) -> None:
        """Show the header in the hand, and go on at the edge of the window."""
        board.freight.carry(self._carried(board, pointer))
        board.freight.show_grasp(Grasp.MOVE)
        board.freight.drift(pointer)

    def rest(self, board: Board) -> None:
        """Show the arrow again, and nothing in the hand."""
        board.freight.carry(None)
        board.freight.show_grasp(None)
        board.freight.drift(None)

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
