"""The border of a column or a lane is being dragged: the map follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.carried import Grasp

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.canvas.tools.grips import Grip
    from editor.session.bench import Bench
    from editor.session.plans import Plan

LABELS = {
    Grasp.WIDTH: QT_TRANSLATE_NOOP("Steps", "Resize column"),
    Grasp.HEIGHT: QT_TRANSLATE_NOOP("Steps", "Resize lane"),
}
FITS = {
    Grasp.WIDTH: QT_TRANSLATE_NOOP("Steps", "Fit column"),
    Grasp.HEIGHT: QT_TRANSLATE_NOOP("Steps", "Fit lane"),
    Grasp.SPAN: QT_TRANSLATE_NOOP("Steps", "Fit card"),
}
NARROWEST, LOWEST = 72.0, 40.0
"""Points below which columns and lanes are not dragged."""
RASTER = 4.0
"""Points to which sizes are rounded, as the layout's own are."""


def sized(bench: Bench, grip: Grip, size: float | None) -> Plan:
    """Return the plan that gives a column its width or a lane its height; None lets it fit.

    A card then takes the one step in which it stands.
    """
    if grip.grasp is Grasp.SPAN:
        return bench.plans.set_fields([grip.ref], span=1)
    if grip.grasp is Grasp.WIDTH:
        return bench.plans.set_fields([grip.ref], width=size)
    return bench.plans.set_fields([grip.ref], height=size)


def fit(bench: Bench, grip: Grip) -> None:
    """Let a column or a lane be as large as what stands in it asks for."""
    bench.do(FITS[grip.grasp], sized(bench, grip, None))


class Resizing:
    """The border in the hand and the gesture that moves it."""

    def __init__(self, rest: Tool, start: Pointer, grip: Grip, bench: Bench) -> None:
        self._rest, self._start, self._grip, self._bench = rest, start, grip, bench
        self._gesture = bench.gesture(LABELS[grip.grasp])
        self._size: float | None = None

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button put the border back."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Put the border where the pointer is."""
        if self._gesture.over:
            return self._rested(board)
        if self._size is None and pointer.travelled(self._start) < THRESHOLD:
            return self
        size = self._wanted(board, pointer)
        if size != self._size:
            self._size = size
            self._gesture.preview(sized(self._bench, self._grip, size))
        board.freight.show_grasp(self._grip.grasp)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Keep the border where it is."""
        self.move(board, pointer)
        if not self._gesture.over:
            self._gesture.commit()  # nothing, where the pointer never travelled
        return self._rested(board)

    def cancel(self, board: Board) -> Tool:
        """Put the border back."""
        if not self._gesture.over:
            self._gesture.cancel()
        return self._rested(board)

    def _wanted(self, board: Board, pointer: Pointer) -> float:
        if self._grip.grasp is Grasp.HEIGHT:
            moved, least = pointer.screen_y - self._start.screen_y, LOWEST
        else:
            moved, least = pointer.screen_x - self._start.screen_x, NARROWEST
            moved = -moved if board.places.rtl else moved
        return max(least, round((self._grip.size + moved / board.scale) / RASTER) * RASTER)

    def _rested(self, board: Board) -> Tool:
        board.freight.show_grasp(None)
        return self._rest
