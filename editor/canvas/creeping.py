"""The sheet creeps on by itself while something is dragged near an edge of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from editor.canvas.camera import Camera

FRAME = 16
"""Milliseconds between two steps."""
ZONE = 36.0
"""Pixels from the edge within which the sheet creeps; beyond the edge it is as fast as it gets."""
FASTEST = 22.0
"""Pixels a step."""


class Creeping:
    """Scrolls as fast as the pointer is close to an edge, and calls `crept` after every step."""

    def __init__(self, window: QWidget, camera: Camera, crept: Callable[[], None]) -> None:
        self._camera, self._crept = camera, crept
        self._speed = (0.0, 0.0)
        self._timer = QTimer(window, interval=FRAME)
        self._timer.timeout.connect(self.step)

    @property
    def active(self) -> bool:
        """Whether the sheet is creeping."""
        return self._timer.isActive()

    def steer(self, x: float, y: float, margins: tuple[float, float, float, float]) -> None:
        """Creep for a pointer at pixel (x, y); `margins` are the pixels that pinned things take."""
        left, top, right, bottom = margins
        window = self._camera.window()
        self._speed = (
            _speed(x, left, window.width() - right),
            _speed(y, top, window.height() - bottom),
        )
        if self._speed == (0.0, 0.0):
            self.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Rest."""
        self._timer.stop()

    def step(self) -> None:
        """Scroll one step; rest at the end of the sheet."""
        x, y = self._camera.scroll
        self._camera.fitted = False
        self._camera.scroll_to(round(x + self._speed[0]), round(y + self._speed[1]))
        if self._camera.scroll == (x, y):
            self.stop()
        else:
            self._crept()


def _speed(at: float, low: float, high: float) -> float:
    """Return pixels a step: negative near the low edge, positive near the high one, 0 in between."""
    if high - low < 3 * ZONE:
        return 0.0
    if at < low + ZONE:
        return -FASTEST * min(1.0, (low + ZONE - at) / ZONE) ** 2
    if at > high - ZONE:
        return FASTEST * min(1.0, (at - high + ZONE) / ZONE) ** 2
    return 0.0
