"""What keeps one open map safe: its journal, its lock, and a look at its file when somebody comes back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from editor.model.trouble import Trouble
    from editor.session.recovering import Recorder
    from editor.window.file_news import FileNews
    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace

SOON = 50
"""Milliseconds after which the journal is made ready: the first paint does not wait for it, an edit does."""


class Safety(QObject):
    """Journals what is done to the map of a workspace, and says in its bar what is to be known."""

    told = Signal(object)

    def __init__(self, window: MainWindow, workspace: Workspace, recorder: Recorder | None = None) -> None:
        super().__init__(workspace)
        self._window, self._workspace = window, workspace
        self._session = workspace.session
        self._recorder = recorder
        self._journal_told = False
        self._over = False
        self.ready = False
        # A signal, because the journal tells on a thread of its own.
        self.told.connect(self._journal_news)
        self._session.before_edit(self.begin)
        if recorder is not None:
            recorder.tell(self.told.emit)
        session = self._session
        if session.state != "ok" or session.holder is not None or session.lock_problem is not None:
            self.file.greet()
        # Counted from the first turn of the events: a large map takes longer than that to be shown.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(SOON, self, self._settle))

    @cached_property
    def file(self) -> FileNews:
        """What is said about the file; loaded when somebody comes back to the window."""
        from editor.window.file_news import FileNews

        return FileNews(self._window, self._workspace)

    def begin(self) -> None:
        """Have everything that is done from now on journalled."""
        self._session.before_edit(None)
        if self._recorder is None and not self._over:
            self._recorder = self._window.desk.recovery.record(self._session, self.told.emit)

    @property
    def journal(self) -> Path | None:
        """The file to which is journalled what is done, None before anything was."""
        return self._recorder.file if self._recorder is not None else None

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all that was done is on the disk; return whether it is."""
        return self._recorder is None or self._recorder.flush(timeout)

    def look(self) -> None:
        """Compare the file with what is known of it, and say what is to be said."""
        if not self._over:
            self.file.look()

    def end(self) -> None:
        """Stop with the map: it was saved, or its changes were given up."""
        self._end(leave=False)

    def leave(self) -> None:
        """Stop at once: what is unsaved is offered at the next start."""
        self._end(leave=True)

    def _end(self, *, leave: bool) -> None:
        if self._over:
            return
        self._over = True
        if self._recorder is not None:
            self._recorder.leave() if leave else self._recorder.close()
        self._session.close()

    def _settle(self) -> None:
        """Begin what the first paint did not wait for."""
        if self._over:
            return
        self.begin()
        if (handle := self._window.windowHandle()) is not None:
            handle.activeChanged.connect(self._activated)
        self.ready = True
        self._window.desk.note_open()
        self._window.desk.offer_left()

    def _activated(self) -> None:
        if self._window.isActiveWindow():
            self.look()

    def _journal_news(self, trouble: Trouble | None) -> None:
        if trouble is None:
            self._journal_told = False
            self._workspace.news.take_back("journal")
        elif not self._journal_told and not self._over:
            self._journal_told = True
            self.file.tell_of_journal(trouble)
