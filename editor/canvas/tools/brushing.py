"""A rubber band is being drawn: what it touches is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool

CAUGHT = frozenset({"card", "point"})
"""Roles a rubber band catches; it runs across lanes and headers without choosing them."""


@dataclass(frozen=True, slots=True)
class Brushing:
    """Where the band began and what was chosen before."""

    rest: Tool
    start: Pointer
    before: tuple[str, ...]

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button call the band off."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Choose what the band touches, besides what was chosen before when Ctrl or Shift is held."""
        band = _band(self.start, pointer)
        board.show_band(band)
        caught = board.places.caught(band, CAUGHT)
        adding = pointer.control or pointer.shift
        board.choice.set((*self.before, *caught) if adding else caught)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Keep the choice and take the band away."""
        board.show_band(None)
        return self.rest

    def cancel(self, board: Board) -> Tool:
        """Choose again what was chosen before."""
        board.show_band(None)
        board.choice.set(self.before)
        return self.rest


def _band(start: Pointer, end: Pointer) -> Rect:
    x, y = min(start.x, end.x), min(start.y, end.y)
    return Rect(x, y, abs(end.x - start.x), abs(end.y - start.y))
