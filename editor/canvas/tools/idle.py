"""Nothing is held: the pointer hovers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.canvas.tools.board import Button
from editor.canvas.tools.connecting import connecting
from editor.canvas.tools.dots import offered
from editor.canvas.tools.offering import seized, show_offer
from editor.canvas.tools.panning import Panning
from editor.canvas.tools.pressed import Pressed

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool


@dataclass(frozen=True, slots=True)
class Idle:
    """No button is down; `offering` tells whether a border or a button that inserts is shown."""

    offering: bool = False

    def press(self, board: Board, pointer: Pointer) -> Tool:
        """Begin to pan with the middle button or Space, to choose or drag with the left one."""
        if pointer.button is Button.MIDDLE or (pointer.button is Button.LEFT and pointer.space):
            board.show_grip(True)
            return Panning(self, pointer, board.scroll)
        if pointer.button is Button.LEFT:
            seizing = connecting(self, pointer, board) or seized(self, board, pointer)
            return seizing or Pressed(self, pointer, board.spot(pointer))
        return self

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Mark what is under the pointer, and show the dots from which it can be connected."""
        found = offered(board, pointer)
        board.hover(found[0] if found and found[1].hot else board.spot(pointer))
        board.show_guides((found[1],) if found else ())
        return Idle(show_offer(board, pointer, self.offering))

    def release(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Stay as it is."""
        return self

    def cancel(self, board: Board) -> Tool:
        """Climb from card to cell to nothing."""
        board.choice.climb()
        return self
