"""The map follows the pointer while something is in the hand: letting it go keeps it, Esc puts it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.session.plans import Plan
    from editor.session.session import SessionGesture


class Motion(Protocol):
    """What the pointer makes of the map, from how both were when the button went down."""

    def plan(self, board: Board, pointer: Pointer) -> Plan | None:
        """Return what becomes of the map with the pointer here, None where it shows that already."""
        ...

    def mark(self, board: Board, pointer: Pointer) -> None:
        """Show beside the map what is in the hand."""
        ...

    def rest(self, board: Board) -> None:
        """Take away what `mark` showed."""
        ...


class Following:
    """The state to go back to, the gesture that shows the map as it would be, and what moves it."""

    def __init__(self, rest: Tool, gesture: SessionGesture, motion: Motion) -> None:
        self._rest, self._gesture, self._motion = rest, gesture, motion

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button put everything back."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Show the map as it would be if the button went up here."""
        if self._gesture.over:
            return self._rested(board)
        plan = self._motion.plan(board, pointer)
        if plan is not None:
            self._gesture.preview(plan)
        self._motion.mark(board, pointer)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Keep the map as it is shown."""
        self.move(board, pointer)
        if not self._gesture.over:
            self._gesture.commit()  # nothing, where all stands as before
        return self._rested(board)

    def cancel(self, board: Board) -> Tool:
        """Put everything back."""
        if not self._gesture.over:
            self._gesture.cancel()
        return self._rested(board)

    def _rested(self, board: Board) -> Tool:
        self._motion.rest(board)
        return self._rest
