"""What happens when something happens that nobody foresaw: log it, say so once, offer to save a copy."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from types import TracebackType

    from editor.window.main_window import MainWindow

Windows = Callable[[], "list[MainWindow]"]
LOG_AFTER = 400
"""Milliseconds after which the log starts, so that the first paint does not wait for it."""


class Mishaps(QObject):
    """Catches unexpected errors of all threads; each kind is shown once, all are logged."""

    happened = Signal(object)

    def __init__(self, windows: Windows) -> None:
        super().__init__()
        self._windows = windows
        self._told: set[str] = set()
        self._showing = False
        # A signal, because a worker thread must not open a dialog itself.
        self.happened.connect(self.tell)

    def watch(self) -> None:
        """Catch what nobody else catches, from now on."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(args.exc_type, args.exc_value, args.exc_traceback)
        # Counted from the first turn of the events, not from here: a large map takes longer to be opened.
        QTimer.singleShot(0, lambda: QTimer.singleShot(LOG_AFTER, self._start_log))

    def _start_log(self) -> None:
        import logging

        from editor.app.log import start_log
        from editor.app.qt_messages import log_qt

        start_log()
        logging.getLogger("editor.app").info("Started")
        log_qt()

    def caught(
        self, kind: type[BaseException], error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Log an error and have it shown, whatever thread it comes from."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        import logging

        from editor.app.log import start_log

        start_log()
        logging.getLogger("editor").error("Unexpected error", exc_info=(kind, error or kind(), where))
        self.happened.emit(error or kind())

    def tell(self, error: BaseException) -> None:
        """Show an error, unless it was shown before or one is being shown."""
        name = _name(error)
        if self._showing or name in self._told:
            return
        self._told.add(name)
        self._showing = True
        try:
            self._show(error)
        finally:
            self._showing = False

    def _show(self, error: BaseException) -> None:
        from editor.app.log import log_file
        from editor.window.mishap_dialog import MishapDialog

        windows = self._windows()
        window = next((one for one in windows if one.isActiveWindow()), windows[-1] if windows else None)
        if isinstance(error, Trouble) and window is not None:
            window.asking.tell(error)
        else:
            MishapDialog(window, error, log_file()).exec()


def _name(error: BaseException) -> str:
    """Return what makes two errors the same one: kind and place."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__} {place}"
