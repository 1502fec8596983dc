"""Writes recovery journals off the user's way: deeds are queued, a thread appends and syncs them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from editor.files import deeds, recovery
from editor.files.causes import trouble_of
from editor.files.recovery import Start
from editor.files.writing import sync_folder
from editor.history.steps import Deed
from editor.model.trouble import Trouble

Told = Callable[[Trouble | None], None]
"""Told, on the journal's own thread, what keeps deeds from being written, and None once they are."""


@dataclass(slots=True)
class _Open:
    """The journal that is being written: its end is what was synced, anything behind it is rubbish."""

    file: Path
    descriptor: int
    end: int
    check: str


class Journal:
    """The journal of one open map in `folder`; its file is there from the first deed on.

    `rebase` begins a new file after a save and removes the old one. What cannot be written (a full disk)
    is told, kept, and tried again with the next deed and by `flush`.
    """

    def __init__(self, folder: Path, start: Callable[[], Start], told: Told) -> None:
        self._folder = folder
        self._start = start
        self._told = told
        self._open: _Open | None = None
        self._pending: list[Deed] = []
        self._written: list[Deed] = []
        self._failed = False
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None

    @property
    def file(self) -> Path | None:
        """The file that is written to now, None before the first deed."""
        opened = self._open
        return opened.file if opened is not None else None

    def append(self, deed: Deed) -> None:
        """Have a deed written and synced, soon."""
        self._later(partial(_add, self._pending, deed), self._write)

    def rebase(self, start: Callable[[], Start], *, keep: bool = False) -> None:
        """Begin again from a map that was saved: its file now has all that was done.

        With `keep` the journal goes to the kept ones, because the file has something else.
        """
        self._later(partial(self._rebase, start, keep))

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until everything is written and synced; return whether it is."""
        if self._thread is None:
            return True
        done = Event()
        self._later(self._write, done.set)
        return done.wait(timeout) and not self._pending

    def close(self, *, keep: bool) -> None:
        """Write what is left and end; the file goes, or with `keep` to the kept ones. Waits for it."""
        if self._thread is None:
            return
        self._later(partial(self._end, keep))
        self._tasks.put(None)
        self._thread.join()
        self._thread = None

    def leave(self) -> None:
        """Write what is left and end; the file stays to be offered at the next start. Waits for it."""
        if self._thread is not None:
            self._later(self._leave)
            self._tasks.put(None)
            self._thread.join()
            self._thread = None

    def _later(self, *tasks: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="recovery journal", daemon=True)
            self._thread.start()
        for task in tasks:
            self._tasks.put(task)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except Exception as error:  # whatever it is: who edits on must hear of it
                self._failed = True
                self._told(_trouble(self._open.file if self._open else self._folder, error))

    def _write(self) -> None:
        """Append what is pending in one go; after a failure that goes where the last good line ended."""
        if not self._pending:
            return
        opened = self._opened()
        lines, check = _lines(self._pending, opened.check)
        _put(opened.descriptor, opened.end, lines)
        opened.end += len(lines)
        opened.check = check
        for deed in self._pending:
            _add(self._written, deed)
        self._pending.clear()
        if self._failed:
            self._failed = False
            self._told(None)

    def _opened(self) -> _Open:
        """Return the journal to write to: a new one at the start, and where somebody has removed it."""
        if self._open is not None and os.fstat(self._open.descriptor).st_nlink == 0:
            self._shut()
            self._pending[:0] = self._written
            self._written.clear()
        if self._open is None:
            self._open = _begun(self._folder, self._start())
        return self._open

    def _rebase(self, start: Callable[[], Start], keep: bool) -> None:
        try:
            self._end(keep)
        finally:
            self._start = start
            self._pending.clear()
            self._written.clear()

    def _leave(self) -> None:
        self._write()
        self._shut()

    def _end(self, keep: bool) -> None:
        if keep:
            self._write()
        file = self._shut()
        if file is not None and keep:
            recovery.put_away(file)
        elif file is not None:
            file.unlink(missing_ok=True)

    def _shut(self) -> Path | None:
        opened, self._open = self._open, None
        if opened is None:
            return None
        os.close(opened.descriptor)
        return opened.file


def _add(row: list[Deed], deed: Deed) -> None:
    """Add a deed to those before it; a draft that it makes void need not be written any more."""
    if row and row[-1].act == "draft":
        row.pop()
    row.append(deed)


def _lines(done: Iterable[Deed], check: str) -> tuple[bytes, str]:
    lines: list[bytes] = []
    for deed in done:
        line, check = recovery.chained(check, deeds.packed(deed))
        lines.append(line)
    return b"".join(lines), check


def _begun(folder: Path, start: Start) -> _Open:
    """Return a new journal with its first line synced, and its name as well."""
    _make(folder)
    file = recovery.new_file(folder)
    line, check = recovery.begin(start)
    # Only the person whose map it is may read it.
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _put(descriptor, 0, line)
        sync_folder(folder)
    except BaseException:
        with suppress(OSError):
            file.unlink()
        with suppress(OSError):
            os.close(descriptor)
        raise
    return _Open(file, descriptor, len(line), check)


def _put(descriptor: int, at: int, content: bytes) -> None:
    """Write `content` from `at` on and sync it; what stood behind is gone."""
    os.ftruncate(descriptor, at)
    os.lseek(descriptor, at, os.SEEK_SET)
    while content:
        content = content[os.write(descriptor, content) :]
    os.fsync(descriptor)


def _make(folder: Path) -> None:
    """Make a folder and those above it; a name that is not synced is gone after a power cut."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for one in reversed(missing):
        sync_folder(one.parent)


def _trouble(place: Path, error: Exception) -> Trouble:
    if isinstance(error, Trouble):
        return error
    return trouble_of(place, error if isinstance(error, OSError) else OSError(None, repr(error)))
