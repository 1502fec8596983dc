"""Collects garbage, and only on the thread of the windows."""

from __future__ import annotations

import gc

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

EVERY = 1000
"""Milliseconds between two looks at what has been made."""
REST = 3
"""So many looks in a row that find next to nothing new mean that nobody is at work."""
FEW = 100
"""Objects more or less between two looks that mean nothing."""


class Sweeper(QObject):
    """Does the work of the collector, which it puts off for good.

    The collector runs on whatever thread makes one object too many. Where that is an export or the journal,
    and the garbage holds a widget, Qt takes the widget down on the wrong thread and the program with it.
    While nobody is at work everything is swept once, so that a map that was closed does not stay for hours.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self._look)
        self._made, self._resting, self._stirred = 0, 0, True

    def begin(self) -> None:
        """Sweep from now on, without looking through what there is already."""
        gc.freeze()
        self._clock.start()

    def _look(self) -> None:
        if QGuiApplication.mouseButtons() != QtCore.Qt.MouseButton.NoButton:
            return  # nobody wants to wait for it in the middle of a gesture
        made, before = gc.get_count()[0], self._made
        sweep()
        self._made = gc.get_count()[0]
        if abs(made - before) > FEW:
            self._resting, self._stirred = 0, True
            return
        self._resting += 1
        if self._stirred and self._resting >= REST:
            gc.collect()
            self._made, self._stirred = gc.get_count()[0], False


def sweep() -> None:
    """Collect the oldest generation that is due, by the collector's own thresholds."""
    due = [
        generation
        for generation, (made, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if made > limit
    ]
    if due:
        gc.collect(due[-1])
