"""The left button is down and has not travelled yet: a click, or the beginning of a drag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.brushing import Brushing
from editor.canvas.tools.curving import curving
from editor.canvas.tools.dragging import dragging
from editor.canvas.tools.emotions import clicked
from editor.canvas.tools.ordering import LABELS as HEADERS
from editor.canvas.tools.ordering import ordering

if TYPE_CHECKING:
    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool


@dataclass(frozen=True, slots=True)
class Pressed:
    """Where the button went down, on what, and the state to go back to."""

    rest: Tool
    start: Pointer
    spot: Spot | None

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button call the first one off."""
        return self.rest

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Begin the drag that suits what the button went down on, once the pointer has travelled."""
        if pointer.travelled(self.start) < THRESHOLD:
            return self
        board.show_guides(())
        tool = self._begun(board)
        return self if tool is None else tool.move(board, pointer)

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Choose what was clicked."""
        board.choice.click(self.spot, toggle=pointer.control, extend=pointer.shift)
        clicked(board, self.spot)
        return self.rest

    def cancel(self, board: Board) -> Tool:  # noqa: ARG002
        """Forget the press."""
        return self.rest

    def _begun(self, board: Board) -> Tool | None:
        """Return the tool that drags the spot: a rubber band on open ground, None where nothing moves."""
        if self.spot is None or self.spot.role == "cell":
            return Brushing(self.rest, self.start, board.choice.chosen)
        if self.spot.role == "card" and board.bench is not None:
            return dragging(self.rest, self.start, self.spot, board, board.bench)
        if self.spot.role == "point" and board.bench is not None:
            return curving(self.rest, self.start, self.spot, board, board.bench)
        if self.spot.role in HEADERS and board.bench is not None:
            return ordering(self.rest, self.start, self.spot, board, board.bench)
        return None
