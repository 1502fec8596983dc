"""A point of an emotion curve is being dragged: up and down the scale, and along the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.following import Following
from editor.canvas.tools.guides import Bubble
from editor.canvas.tools.refusing import Refusing, reason
from editor.picture.geometry import Point

if TYPE_CHECKING:
    from editor.canvas.scale import EmotionScale
    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.session.bench import Bench
    from editor.session.plans import Plan

MOVE = QT_TRANSLATE_NOOP("Steps", "Move emotion")
MIDDLE = 0.04
"""Share of a step on both sides of its middle within which a point comes to stand in the middle."""

Place = tuple[str, float, float]
"""A step, the place in it (0 to 1) and an emotion (-1 to 1)."""


def curving(rest: Tool, start: Pointer, spot: Spot, board: Board, bench: Bench) -> Tool:
    """Begin to drag a point, and to raise with it all chosen points if it is one of them.

    Where the lane is locked nothing moves.
    """
    if spot.ref not in board.choice.chosen:
        board.choice.click(spot)
    lane = bench.facts.point(spot.ref)[0]
    scale = board.places.scale(lane)
    if scale is None or not bench.facts.takes_points(lane):
        return Refusing(rest, reason(bench.facts, lane))
    board.hover(None)
    return Following(rest, bench.gesture(MOVE), Curve(start, spot.ref, board, bench, scale))


def tidy(at: float) -> float:
    """Return a place in a step, in its middle when it is near."""
    return 0.5 if abs(at - 0.5) <= MIDDLE else at


class Curve:
    """Where the points were, the scale as it was, and where the seized one goes."""

    def __init__(self, start: Pointer, key: str, board: Board, bench: Bench, scale: EmotionScale) -> None:
        self._start, self._key, self._scale, self._plans = start, key, scale, bench.plans
        chosen = [ref for ref in board.choice.chosen if bench.facts.kind(ref) == "point"]
        self._places: dict[str, Place] = {ref: bench.facts.point(ref)[2:] for ref in {key, *chosen}}
        self._value = self._places[key][2]

    def plan(self, board: Board, pointer: Pointer) -> Plan:
        """Put the point under the pointer, and raise the others as much."""
        place = self._target(board, pointer)
        self._value = place[2]
        rise = place[2] - self._places[self._key][2]
        others = {k: (s, at, v + rise) for k, (s, at, v) in self._places.items() if k != self._key}
        return self._plans.move_points({self._key: place, **others})

    def mark(self, board: Board, pointer: Pointer) -> None:
        """Show the emotion beside the pointer, and go on at the edge of the window."""
        board.show_guides((bubble(self._scale, Point(pointer.x, pointer.y), self._value),))
        board.freight.drift(pointer)

    def rest(self, board: Board) -> None:
        """Show no emotion any more."""
        board.show_guides(())
        board.freight.drift(None)

    def _target(self, board: Board, pointer: Pointer) -> Place:
        """Return where the point goes; a tremble along or across the way of the hand moves nothing."""
        step, at, value = self._places[self._key]
        dx, dy = pointer.x - self._start.x, pointer.y - self._start.y
        if abs(dx) * board.scale >= THRESHOLD:
            step, at = self._scale.time(self._scale.x(step, at) + dx)
            at = at if pointer.alt else tidy(at)
        if abs(dy) * board.scale >= THRESHOLD:
            value = self._scale.value(self._scale.y(value) + dy)
            value = value if pointer.alt else self._scale.snapped(value)
        return step, at, value


def bubble(scale: EmotionScale, at: Point, value: float) -> Bubble:
    """Return what is said about an emotion beside `at`, and the line of the level it stands on."""
    left, right = scale.columns[0][1], scale.columns[-1][1] + scale.columns[-1][2]
    on_level = abs(scale.snapped(value) - value) < 0.001
    return Bubble(
        at, value, scale.name(value), (left, right, scale.y(value)) if on_level else None, scale.rtl
    )
