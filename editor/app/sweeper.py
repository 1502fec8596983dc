"""Collects garbage, and only on the thread of the windows."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

EVERY = 1000
"""Milliseconds between two looks at what has been made."""


class Sweeper(QObject):
    """Does the work of the collector, which it puts off for good.

    The collector runs on whatever thread makes one object too many. Where that is an export or the journal,
    and the garbage holds a widget, Qt takes the widget down on the wrong thread and the program with it.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self._look)

    def begin(self) -> None:
        """Sweep from now on, without looking through what there is already."""
        gc.freeze()
        self._clock.start()

    def _look(self) -> None:
        # Nobody wants to wait for it in the middle of a gesture.
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            sweep()


def sweep() -> None:
    """Collect the oldest generation that is due, by the collector's own thresholds."""
    due = [
        generation
        for generation, (made, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if made > limit
    ]
    if due:
        gc.collect(due[-1])
