"""What is being dragged, as the canvas shows it: ghost and marks, the pointer, the sheet that creeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.canvas.creeping import Creeping
from editor.canvas.tools.carried import Grasp

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.canvas.camera import Camera
    from editor.canvas.surface import Surface
    from editor.canvas.tools.board import Pointer
    from editor.canvas.tools.carried import Carried
    from editor.picture.geometry import Rect

PAUSE = 60
"""Milliseconds after which a pointer that does not move counts as resting."""
FRAME = 16
"""Milliseconds after which a pointer that waits for a painting is taken without."""
GRASPS = {
    Grasp.MOVE: Qt.CursorShape.ClosedHandCursor,
    Grasp.COPY: Qt.CursorShape.DragCopyCursor,
    Grasp.REFUSED: Qt.CursorShape.ForbiddenCursor,
    Grasp.WIDTH: Qt.CursorShape.SplitHCursor,
    Grasp.HEIGHT: Qt.CursorShape.SplitVCursor,
    Grasp.SPAN: Qt.CursorShape.SplitHCursor,
    Grasp.INSERT: Qt.CursorShape.PointingHandCursor,
}


class Freight(QObject):
    """Shows what tools carry, and lets them be told of the pointer at most once a frame.

    `due` carries the pointer that a tool is to be told of again: it has waited for a painting, or rested, or
    the sheet has crept under it.
    """

    due = Signal(object)

    def __init__(self, window: QWidget, camera: Camera, surface: Surface) -> None:
        super().__init__(window)
        self._window, self._surface = window, surface
        self._creeping = Creeping(window, camera, self._crept)
        self._drifting: Pointer | None = None
        self._waiting: Pointer | None = None
        self._painted = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._take_waiting)
        self._pausing: Pointer | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._rested)

    def lift(self, area: Rect) -> None:
        """Take a picture of this part of the sheet as the ghost of what is dragged from now on."""
        self._surface.overlay.take_ghost(self._surface.taken(area))

    def carry(self, carried: Carried | None) -> None:
        """Show what is being dragged and where it would go, or that nothing is."""
        self._surface.carry(carried)

    def show_grasp(self, grasp: Grasp | None) -> None:
        """Let the pointer say what is in the hand; None is the arrow."""
        shape = GRASPS[grasp] if grasp else Qt.CursorShape.ArrowCursor
        if self._window.cursor().shape() != shape:  # to set one takes longer than to lay out a card
            self._window.setCursor(shape)

    def drift(self, pointer: Pointer | None) -> None:
        """Scroll on by itself while the pointer is near an edge of the window, until told None."""
        self._drifting = pointer
        if pointer is None:
            self._creeping.stop()
        else:
            self._creeping.steer(pointer.screen_x, pointer.screen_y, self._surface.pinned.taken())

    def pause(self, pointer: Pointer | None) -> None:
        """Tell the tool of this pointer once more if it rests here for a moment; None calls that off."""
        self._pausing = pointer
        if pointer is None:
            self._pause.stop()
        else:
            self._pause.start()

    @property
    def held(self) -> Pointer | None:
        """The pointer as the tool that drags something was told of it last."""
        return self._drifting

    def waits(self, pointer: Pointer) -> bool:
        """Tell whether the pointer has to wait, because what the last one did is not painted yet."""
        if self._painted:
            self._painted = False
            return False
        self._waiting = pointer
        if not self._timer.isActive():
            self._timer.start(FRAME)
        return True

    def forget(self) -> bool:
        """Let nothing wait any longer; tell whether a pointer did."""
        waited = self._waiting is not None
        self._timer.stop()
        self._painted, self._waiting = True, None
        return waited

    def painted(self) -> None:
        """Go on with the pointer that waits, now that the map is painted."""
        self._painted = True
        if self._waiting is not None:
            self._timer.start(0)

    def _take_waiting(self) -> None:
        pointer, self._waiting = self._waiting, None
        if pointer is not None:
            self._painted = False
            self.due.emit(pointer)

    def _rested(self) -> None:
        if self._pausing is not None:
            self.due.emit(self._pausing)

    def _crept(self) -> None:
        if self._drifting is not None:
            self.due.emit(self._drifting)
