"""Endings from outside: a signal ends the program in order, and asks nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

ENDING = ("SIGTERM", "SIGINT", "SIGHUP")


class Endings(QObject):
    """Hears the signals that end a program while Qt waits for events, in which Python hears none."""

    def __init__(self, leave: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = leave

    def watch(self) -> None:
        """Leave in order from now on when a signal asks for it."""
        if os.name != "posix":
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return
        self._pipe, written = os.pipe()
        for end in (self._pipe, written):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(written, warn_on_full_buffer=False)
        for name in ENDING:
            signal.signal(getattr(signal, name), _wake)
        self._notifier = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        numbers = set(os.read(self._pipe, 64)) & {getattr(signal, name).value for name in ENDING}
        if numbers:
            # The number by which a shell tells that a program was ended by a signal.
            self._leave(128 + min(numbers))


def _wake(*_: object) -> None:
    """Do nothing: that a signal came is written to the pipe, which wakes Qt."""
