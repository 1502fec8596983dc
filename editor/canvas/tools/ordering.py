"""A stage, a step or a lane is being dragged by its header; a line shows where it would come in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.carried import Carried, Grasp
from editor.canvas.tools.slots import lane_slot, stage_slot, step_slot

if TYPE_CHECKING:
    from editor.canvas.places import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.canvas.tools.slots import Slot
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
    x, y = board.located(start)
    return Ordering(rest, spot.moved(-x, -y), bench)


@dataclass(frozen=True, slots=True)
class Ordering:
    """The header, placed as the pointer holds it, and the state to go back to."""

    rest: Tool
    held: Spot
    bench: Bench

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button call it off."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Show the line between the others where the header would come in."""
        slot = self._slot(board, pointer)
        ghost = self.held.rect.moved(pointer.x, pointer.y)
        board.freight.carry(Carried(ghost, bar=slot.bar if slot else None))
        board.freight.show_grasp(Grasp.MOVE)
        board.freight.drift(pointer)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Move what the header stands for."""
        slot = self._slot(board, pointer)
        rest = self.cancel(board)
        if slot is not None:
            self.bench.do(LABELS[self.held.role], slot.plan(self.bench, self.held.ref))
        return rest

    def cancel(self, board: Board) -> Tool:
        """Leave everything as it was."""
        board.freight.carry(None)
        board.freight.show_grasp(None)
        board.freight.drift(None)
        return self.rest

    def _slot(self, board: Board, pointer: Pointer) -> Slot | None:
        places, facts, key = board.places, self.bench.facts, self.held.ref
        if facts.kind(key) not in ("stage", "step", "lane"):
            return None
        if self.held.role == "rail":
            return lane_slot(places, facts, key, pointer.y)
        return (stage_slot if self.held.role == "stage" else step_slot)(places, facts, key, pointer.x)
