"""Recovery: every step of a session is journalled, and what a crash has left is offered and opened again.

The window asks `Recovery.found` at start, shows title, path, time and picture of each, and calls `open`,
`discard`, or neither: then it is offered again. Each session that may be edited gets `record`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from editor.files import reading, recovery
from editor.files.format import dumps
from editor.files.journal import Journal, Told
from editor.files.processes import this_process
from editor.files.recovery import Found, Start
from editor.history.history import History
from editor.history.steps import Deed
from editor.model.change import Change
from editor.model.fault import Misfit
from editor.model.journey import Journey
from editor.model.records import Record
from editor.model.trouble import Trouble
from editor.session.hold import Base, Hold
from editor.session.session import Layout, Session

UNREADABLE = "What was left by a crash cannot be read."
UNREADABLE_REMEDY = "The file is kept; nothing in it was removed."


@dataclass(frozen=True, slots=True)
class Recoverable:
    """What a session that ended by a crash has left.

    `path` is None for a map that was never saved, `changed` the time of the last deed, `steps` how many
    deeds can be repeated, `lost` how many lines cannot be read. Without `readable` there is nothing to open.
    """

    file: Path
    title: str
    path: Path | None
    changed: datetime
    steps: int
    lost: int
    readable: bool


class Recorder:
    """Journals what is done in one session from now on, until `close`."""

    def __init__(self, session: Session, folder: Path, told: Told, after: Found | None = None) -> None:
        self._session = session
        self._base = session.base
        self.trouble: Trouble | None = None
        self._told = told
        self._journal = Journal(folder, self._start(after), self._note_trouble)
        for deed in after.deeds if after else ():
            self._journal.append(deed)
        self._ends = session.history.follow(self._journal.append), session.subscribe(self._look)

    @property
    def file(self) -> Path | None:
        """The journal that is written to now, None before anything was done."""
        return self._journal.file

    def tell(self, told: Told) -> None:
        """Tell `told` instead from now on, and at once what keeps the journal from being written already."""
        self._told = told
        if self.trouble is not None:
            told(self.trouble)

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all that was done is on the disk; return whether it is."""
        return self._journal.flush(timeout)

    def close(self) -> None:
        """End with the session: the journal goes; if there is unsaved work in it, to the kept ones."""
        self._follow_no_more()
        self._journal.close(keep=self._session.dirty)

    def leave(self) -> None:
        """End, and let what is unsaved be offered at the next start, as when the system shuts down."""
        self._follow_no_more()
        if self._session.dirty:
            self._journal.leave()
        else:
            self._journal.close(keep=False)

    def _follow_no_more(self) -> None:
        for end in self._ends:
            end()
        self._ends = ()

    def _look(self, change: Change) -> None:
        """Begin a new journal once the session rests on another file."""
        del change
        base = self._session.base
        if base is not self._base:
            self._base = base
            self._journal.rebase(self._start(None), keep=base is not None and base.reloaded)
            if (draft := self._session.history.drafted) is not None:
                self._journal.append(draft)  # what is still being written is in no file

    def _start(self, after: Found | None) -> Callable[[], Start]:
        if after is not None and after.start is not None:
            start = after.start
            return lambda: Start(start.path, start.digest, start.content, this_process(), datetime.now(UTC))
        # Records never change: making the file of them can wait for the journal's own thread.
        return partial(_start, self._base, tuple(self._session.journey.records()))

    def _note_trouble(self, trouble: Trouble | None) -> None:
        self.trouble = trouble
        self._told(trouble)


class Recovery:
    """The folder of journals (XDG_STATE_HOME/safar/recovery): what is left in it, and new ones."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def found(self) -> tuple[Recoverable, ...]:
        """Return what can be recovered, the latest first; raises Trouble.

        A journal whose steps are all in its file (a crash right after a save), or that has none but drafts
        that were given up, goes to the kept ones.
        """
        left: list[Recoverable] = []
        for one in recovery.abandoned(self._folder):
            if _is_saved(one):
                recovery.put_away(one.file, spare=True)
            else:
                left.append(_recoverable(one))
        return tuple(left)

    def record(self, session: Session, told: Told = lambda _: None) -> Recorder:
        """Journal what is done in a session that has just been opened.

        `told` hears on another thread of what keeps the journal from being written, and None once it is.
        """
        return Recorder(session, self._folder, told)

    def open(
        self,
        recoverable: Recoverable,
        layout: Layout,
        told: Told = lambda _: None,
        *,
        guarded: bool = False,
    ) -> tuple[Session, Recorder]:
        """Return the session as it was, unsaved, and its recorder; raises Trouble. `guarded` takes the lock.

        The old journal goes to the kept ones as soon as the new one holds everything.
        """
        found, journey = self._base(recoverable)
        assert found.start is not None  # noqa: S101  (_base has looked)
        session = Session(journey, layout, hold=_hold(found.start, guarded))
        done = tuple(_repeated(session.history, found.deeds))
        recorder = Recorder(session, self._folder, told, _cut(found, done))
        if recorder.flush():
            # What no longer fits, or could not be read, is in the old one alone.
            recovery.put_away(found.file, spare=not found.lost and len(done) == len(found.deeds))
        return session, recorder

    def preview(self, recoverable: Recoverable) -> Journey:
        """Return the journey as it would be opened, to be shown; raises Trouble."""
        found, journey = self._base(recoverable)
        tuple(_repeated(History(journey), found.deeds))
        return journey

    def discard(self, recoverable: Recoverable) -> Path:
        """Move what was left to the kept ones, where it is offered no more; return its place there."""
        return recovery.put_away(recoverable.file)

    def _base(self, recoverable: Recoverable) -> tuple[Found, Journey]:
        found = recovery.read(recoverable.file)
        if found.start is None:
            raise Trouble(UNREADABLE, UNREADABLE_REMEDY, place=str(found.file))
        return found, reading.loads(found.start.content, str(found.file)).journey


def _hold(start: Start, guarded: bool) -> Hold:
    if start.path is None:
        return Hold(guarded=guarded)
    hold = Hold.on(start.path, None) if guarded else Hold()
    hold.base = Base(start.path, start.digest)
    return hold


def _start(base: Base | None, records: tuple[Record, ...]) -> Start:
    digest = base.digest if base else ""
    content = dumps(records)
    return Start(base.path.absolute() if base else None, digest, content, this_process(), datetime.now(UTC))


def _repeated(history: History, deeds: tuple[Deed, ...]) -> list[Deed]:
    """Repeat the deeds as far as they fit and return them."""
    done: list[Deed] = []
    with suppress(Misfit):  # What does not fit any more ends the longest valid prefix.
        for deed in deeds:
            history.repeat(deed)
            done.append(deed)
    return done


def _cut(found: Found, done: tuple[Deed, ...]) -> Found:
    return Found(found.file, found.start, done, found.changed, found.lost)


def _journey(found: Found) -> Journey | None:
    """Return the journey that a journal leads to, None if not even its beginning can be read."""
    if found.start is None:
        return None
    try:
        journey = reading.loads(found.start.content, str(found.file)).journey
    except Trouble:
        return None
    _repeated(History(journey), found.deeds)
    return journey


def _is_saved(found: Found) -> bool:
    """Tell whether the file already has all that the journal holds, or nothing came of what it holds."""
    journey = _journey(found)
    if journey is None or found.lost or found.start is None:
        return False
    if not found.deeds or found.start.path is None:
        return not found.deeds
    try:
        return reading.content_of(found.start.path) == dumps(journey.records())
    except Trouble:
        return False


def _recoverable(found: Found) -> Recoverable:
    journey, path = _journey(found), found.start.path if found.start else None
    title = journey.map.title if journey else ""
    return Recoverable(
        file=found.file,
        title=title or (path.stem if path else ""),
        path=path,
        changed=found.changed,
        steps=len(found.deeds),
        lost=found.lost,
        readable=journey is not None,
    )
