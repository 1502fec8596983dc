"""The border of a column or a lane is being dragged: the map follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.board import THRESHOLD
from editor.canvas.tools.carried import Grasp
from editor.canvas.tools.following import Following

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


def resizing(rest: Tool, start: Pointer, grip: Grip, bench: Bench) -> Tool:
    """Begin to move a border."""
    return Following(rest, bench.gesture(LABELS[grip.grasp]), Border(start, grip, bench))


class Border:
    """The border in the hand and where it was seized."""

    def __init__(self, start: Pointer, grip: Grip, bench: Bench) -> None:
        self._start, self._grip, self._bench = start, grip, bench
        self._size: float | None = None

    def plan(self, board: Board, pointer: Pointer) -> Plan | None:
        """Put the border where the pointer is."""
        if self._size is None and pointer.travelled(self._start) < THRESHOLD:
            return None
        before, self._size = self._size, self._wanted(board, pointer)
        return None if self._size == before else sized(self._bench, self._grip, self._size)

    def mark(self, board: Board, pointer: Pointer) -> None:  # noqa: ARG002
        """Show the border in the hand."""
        if self._size is not None:
            board.freight.show_grasp(self._grip.grasp)

    def rest(self, board: Board) -> None:
        """Show the arrow again."""
        board.freight.show_grasp(None)

    def _wanted(self, board: Board, pointer: Pointer) -> float:
        if self._grip.grasp is Grasp.HEIGHT:
            moved, least = pointer.screen_y - self._start.screen_y, LOWEST
        else:
            moved, least = pointer.screen_x - self._start.screen_x, NARROWEST
            moved = -moved if board.places.rtl else moved
        return max(least, round((self._grip.size + moved / board.scale) / RASTER) * RASTER)
