"""The far edge of a card is being dragged: the card takes as many steps as it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.terrain import Terrain
from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.carried import Grasp
from editor.canvas.tools.following import Following
from editor.canvas.tools.grips import BORDER, Grip

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.session.bench import Bench
    from editor.session.plans import Plan

SPAN = QT_TRANSLATE_NOOP("Steps", "Span steps")


def edge_at(board: Board, bench: Bench, x: float, y: float) -> Grip | None:
    """Return the far edge of the one chosen card at the sheet's point (x, y), in the direction of time."""
    if len(board.choice.chosen) != 1:
        return None
    spot = board.places.find(board.choice.chosen[0], "card")
    if spot is None or not spot.rect.y <= y < spot.rect.bottom:
        return None
    edge = spot.rect.x if board.places.rtl else spot.rect.right
    near = abs(x - edge) <= BORDER / board.scale
    if not near or not bench.facts.takes_cards(bench.facts.cell(spot.ref)[0]):
        return None
    return Grip(Grasp.SPAN, spot.ref, spot.rect.w)


def spanning(rest: Tool, start: Pointer, grip: Grip, board: Board, bench: Bench) -> Tool:
    """Begin to make a card wider or narrower."""
    return Following(rest, bench.gesture(SPAN), Span(start, grip.ref, board, bench))


class Span:
    """The card, and the columns ahead of it as they stood."""

    def __init__(self, start: Pointer, card: str, board: Board, bench: Bench) -> None:
        self._start, self._card, self._plans = start, card, bench.plans
        terrain = Terrain(board.places)
        self._rtl, self._width = terrain.rtl, terrain.width
        columns, steps = terrain.columns(), bench.facts.steps()
        ahead = steps[steps.index(bench.facts.cell(card)[1]) :]
        self._ahead = [columns[step] for step in ahead if step in columns]
        self._span = 0

    def plan(self, board: Board, pointer: Pointer) -> Plan | None:
        """Let the card reach to the column under the pointer."""
        if not self._span and pointer.travelled(self._start) < THRESHOLD:
            return None
        before, self._span = self._span, self._reached(board, pointer)
        return None if self._span == before else self._plans.set_fields([self._card], span=self._span)

    def mark(self, board: Board, pointer: Pointer) -> None:
        """Show the edge in the hand, and go on at the edge of the window."""
        if self._span:
            board.freight.show_grasp(Grasp.SPAN)
            board.freight.drift(pointer)

    def rest(self, board: Board) -> None:
        """Show the arrow again."""
        board.freight.show_grasp(None)
        board.freight.drift(None)

    def _reached(self, board: Board, pointer: Pointer) -> int:
        # A map from right to left grows to the left, so that points of the start have moved to the right.
        x = pointer.x - (board.places.width - self._width if self._rtl else 0.0)
        passed = (place.center.x > x if self._rtl else place.center.x < x for place in self._ahead)
        return max(1, sum(passed))
