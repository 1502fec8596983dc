"""The button went down on a round "+": letting go there inserts a stage, a step or a lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.writing import begun

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.canvas.tools.grips import Button
    from editor.session.bench import Bench

LABELS = {
    "stage": QT_TRANSLATE_NOOP("Steps", "Insert stage"),
    "step": QT_TRANSLATE_NOOP("Steps", "Insert step"),
    "lane": QT_TRANSLATE_NOOP("Steps", "Insert lane"),
}


def insert(bench: Bench, kind: str, after: str) -> str:
    """Insert a stage, a step or a lane behind `after`; return its id."""
    facts, plans = bench.facts, bench.plans
    if kind == "stage":
        plan = plans.add_stage(facts.stages().index(after) + 1)
    elif kind == "step":
        stage = facts.stage_of(after)
        plan = plans.add_step(stage, facts.steps_of(stage).index(after) + 1)
    else:
        same = facts.lane_kind(after)
        lane_kind = "text" if same == "emotions" else same
        plan = plans.add_lane(lane_kind, facts.all_lanes().index(after) + 1)
    added = bench.do(LABELS[kind], plan)
    return next(key for key in added if facts.kind(key) == kind)


@dataclass(frozen=True, slots=True)
class Inserting:
    """The button that was pressed, where, and the state to go back to."""

    rest: Tool
    start: Pointer
    button: Button
    bench: Bench

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button call the first one off."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Wait for the button to go up."""
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Insert, unless the pointer has gone elsewhere; the name of what is new is written at once."""
        rest = self.cancel(board)
        if pointer.travelled(self.start) >= 2 * THRESHOLD:
            return rest
        added = insert(self.bench, self.button.kind, self.button.after)
        board.choice.set([added])
        spot = board.places.find(added)
        return begun(board, rest, spot) or rest if spot else rest

    def cancel(self, board: Board) -> Tool:
        """Insert nothing."""
        board.freight.carry(None)
        board.freight.show_grasp(None)
        return self.rest
