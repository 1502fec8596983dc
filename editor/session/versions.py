"""The versions of one open map: kept before risky steps and on request, listed, compared, brought back.

They lie beside the map's file; where that cannot be, or the map has no file yet, in the user's state folder.
When only the file was moved or renamed, they come after it; if it may be a copy instead, copies of them come.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock, Thread

from editor.files import reading, versions, whereabouts
from editor.files.format import dumps
from editor.files.versions import Version
from editor.history.steps import Deed
from editor.model.change import Change, difference
from editor.model.edits.wording import title
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Record, Stage
from editor.model.trouble import Trouble
from editor.session.hold import Base
from editor.session.session import Session

Told = Callable[[Trouble], None]
Clock = Callable[[], datetime]

RESTORE = "Restore version"
KEEP_MINE = "Keep mine"
ALWAYS_RISKY = frozenset({RESTORE, KEEP_MINE, "Take over the file", "Reload the file", "Replace all"})
"""Steps before which a version is kept however little they change."""
MANY_LOST = 5
"""A step that takes away more cards than these, with a stage, a lane or otherwise, is risky."""
MANY_REWRITTEN = 20
"""So is a step that gives more elements than these another text."""
UNSAVED = "unsaved"


def _now() -> datetime:
    return datetime.now(UTC)


class Versions:
    """Keeps the versions of one session until `close`; what nobody waits for is done on a thread.

    It is to be told of every deed by `look`, so that it need not be there before the first one. `told`
    hears, on that thread, why an automatic version could not be kept: the map is as it was.
    """

    def __init__(self, session: Session, state: Path, told: Told, clock: Clock = _now) -> None:
        self._session = session
        self._state = state
        self._told = told
        self._clock = clock
        self._path = session.path
        self._base = self._strayed = session.base
        self._number = _number(session.base)
        self._fetching = Lock()
        self._homeless: list[Path] = []
        self._latest = ""
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._end = session.subscribe(self._settle)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders in which the map's versions may be, the best one first."""
        return _folders(self._state, self._session.path)

    def look(self, deed: Deed) -> None:
        """Have the state before a risky step kept: records never change, so that can wait for the thread."""
        if deed.act == "do" and is_risky(deed):
            after = tuple(self._session.journey.records())
            self._later(partial(self._keep_before, deed, after, self._session.path))

    def listed(self) -> tuple[Version, ...]:
        """Return all versions, the newest first; raises Trouble."""
        self.flush()
        self._fetch()
        found = [version for folder in self.folders for version in versions.listed(folder)]
        return tuple(sorted(found, key=lambda one: one.when, reverse=True))

    def keep(self, name: str) -> Version:
        """Keep the map as it is now under a name, for good; raises Trouble."""
        records = tuple(self._session.journey.records())
        version = self._begun(records, versions.tidy_name(name), "")
        return self._kept(version, dumps(records), self._session.path)

    def keep_file(self, reason: str = KEEP_MINE) -> None:
        """Keep the map that is in the file before it is overwritten; tells why if there is none."""
        path = self._session.path
        if path is None:
            return
        try:
            opened = reading.read(path)
        except Trouble as trouble:
            self._told(trouble)
        else:
            self._later(partial(self._keep_soon, tuple(opened.journey.records()), reason, path))

    def journey(self, version: Version) -> Journey:
        """Return the map of a version; raises Trouble."""
        opened = reading.loads(versions.content_of(version), str(version.file))
        if opened.state == "newer":
            problem = "A newer version of Safar has kept this version."
            raise Trouble(problem, "Open it with a newer version of Safar.", place=str(version.file))
        return opened.journey

    def difference(self, version: Version) -> Change:
        """Return the change that would lead from the map as it is now to a version; raises Trouble."""
        return difference(self._session.journey.by_id(), self.journey(version).by_id())

    def restore(self, version: Version) -> Change:
        """Make the map what it was in a version, as one step that can be undone; raises Trouble."""
        return self._session.do(RESTORE, self.difference(version))

    def rename(self, version: Version, name: str) -> Version:
        """Give a version a name, by which it is kept for good; raises Trouble."""
        return versions.renamed(version, name)

    def remove(self, version: Version) -> None:
        """Remove a version for good; raises Trouble."""
        versions.remove(version)

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until what was to be kept is on the disk, or was told; return whether it is that far."""
        if self._thread is None:
            return True
        done = Event()
        self._later(done.set)
        return done.wait(timeout)

    def close(self) -> None:
        """End with the session; waits for what is still to be written."""
        self._end()
        if self._thread is not None:
            self._tasks.put(None)
            self._thread.join()
            self._thread = None
        self._note_place(self._session.base, self._number)

    def _settle(self, change: Change) -> None:
        """Take along what was kept while the map had no file, once it has one."""
        del change
        base, path, before = self._session.base, self._session.path, self._path
        if base is not self._base:
            self._base, self._number = base, _number(base)
            self._later(partial(self._note_place, base, self._number))
        if path is not before:
            self._path = path
            if before is None and path is not None:
                self._later(partial(self._move, path))

    def _note_place(self, base: Base | None, number: str) -> None:
        """Remember where the versions are, for the day on which only the file is moved."""
        if base is not None and base.digest and (folder := versions.folder_of(base.path)).is_dir():
            with suppress(Trouble):
                whereabouts.note(self._state, folder, base.digest, number)

    def _fetch(self) -> None:
        """Fetch the versions from where the map's file was before; what cannot be fetched stays there.

        All stay there, too, when this may be a copy of the map: then the map itself can still come for them.
        """
        with self._fetching, suppress(Trouble):
            base, self._strayed = self._strayed, None
            if base is None or not base.digest or (folder := versions.folder_of(base.path)).is_dir():
                return
            if (left := whereabouts.left_behind(self._state, base.digest, base.path)) is not None:
                bring = versions.move if left.moved else versions.copy
                for version in versions.listed(left.folder):
                    with suppress(Trouble):
                        bring(version, folder)
                with suppress(OSError):
                    left.folder.rmdir()

    def _keep_before(self, deed: Deed, after: Iterable[Record], path: Path | None) -> None:
        self._keep_soon(_before(deed.change, after), deed.label, path)

    def _keep_soon(self, records: Iterable[Record], reason: str, path: Path | None) -> None:
        """Keep a state unless it was kept just now, then let go of what is superfluous beside it."""
        records = tuple(records)
        content = dumps(records)
        if sha256(content).hexdigest() != self._latest:
            kept = self._kept(self._begun(records, "", reason), content, path)
            for one in versions.superfluous(versions.listed(kept.file.parent), self._clock()):
                versions.remove(one)

    def _begun(self, records: Iterable[Record], name: str, reason: str) -> Version:
        when = self._clock()
        kinds = [type(record) for record in records]
        file = Path(versions.new_file(when))
        return Version(file, when, name, reason, kinds.count(Stage), kinds.count(Card))

    def _kept(self, version: Version, content: bytes, path: Path | None) -> Version:
        """Write a version to the first folder that takes it; raises the Trouble of the first."""
        self._fetch()
        first: Trouble | None = None
        for folder in _folders(self._state, path):
            try:
                kept = versions.keep(folder, version, content)
            except Trouble as trouble:
                first = first or trouble
                continue
            if path is None:
                self._homeless.append(kept.file)
            self._latest = kept.digest
            return kept
        assert first is not None  # noqa: S101  (there is always a folder)
        raise first

    def _move(self, path: Path) -> None:
        """Move what was kept before the map had a file to its place beside the file."""
        for version in versions.listed(self._state / UNSAVED):
            if version.readable and version.file in self._homeless:
                versions.move(version, versions.folder_of(path))
                self._homeless.remove(version.file)

    def _later(self, task: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="versions", daemon=True)
            self._thread.start()
        self._tasks.put(task)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except Trouble as trouble:
                self._told(trouble)
            except Exception:  # told as any other; but the thread goes on, for `flush` may wait for it
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))


def is_risky(deed: Deed) -> bool:
    """Tell whether so much goes with a step that the state before it should be kept."""
    if deed.label in ALWAYS_RISKY:
        return True
    cards = sum(isinstance(record, Card) for record in deed.change.removed.values())
    gone = any(isinstance(record, Stage | Lane) for record in deed.change.removed.values())
    texts = sum(title(old) != title(new) for old, new in deed.change.updated.values())
    return cards > MANY_LOST * (1 if gone else 2) or texts > MANY_REWRITTEN


def _before(change: Change, after: Iterable[Record]) -> Iterable[Record]:
    """Return the records as they were before `change`, given those after it."""
    known = {record.id: record for record in after if record.id not in change.added}
    known.update(change.removed)
    known.update({key: old for key, (old, _) in change.updated.items()})
    return known.values()


def _number(base: Base | None) -> str:
    """Return the number of the map's file as it is now: later it may be elsewhere."""
    return whereabouts.number(base.path) if base is not None else ""


def _folders(state: Path, path: Path | None) -> tuple[Path, ...]:
    """Return where versions of the map in `path` go, the best place first."""
    if path is None:
        return (state / UNSAVED,)
    beside = versions.folder_of(path)
    return beside, state / sha256(str(beside).encode("utf-8", "surrogateescape")).hexdigest()[:16]
