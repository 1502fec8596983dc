"""The sheet is being dragged under the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool


@dataclass(frozen=True, slots=True)
class Panning:
    """Where the drag began, how far the sheet was scrolled then, and the state to go back to."""

    rest: Tool
    start: Pointer
    scroll: tuple[int, int]

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Go on."""
        return self

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Keep the point of the sheet that was seized under the pointer."""
        x, y = self.scroll
        dx, dy = pointer.screen_x - self.start.screen_x, pointer.screen_y - self.start.screen_y
        board.scroll_to(round(x - dx), round(y - dy))
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Leave the sheet where it is."""
        board.show_grip(False if pointer.space else None)
        return self.rest

    def cancel(self, board: Board) -> Tool:
        """Put the sheet back."""
        board.scroll_to(*self.scroll)
        board.show_grip(None)
        return self.rest
