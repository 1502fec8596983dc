"""What was seized cannot be moved: the pointer says so until the button goes up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.canvas.tools.carried import Grasp

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool


@dataclass(frozen=True, slots=True)
class Refusing:
    """The state to go back to."""

    rest: Tool

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button end it."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Say no."""
        board.freight.show_grasp(Grasp.REFUSED)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Show the arrow again."""
        return self.cancel(board)

    def cancel(self, board: Board) -> Tool:
        """Show the arrow again."""
        board.freight.show_grasp(None)
        return self.rest
