"""The process to which things happen: python -m tests.faults.victim ACT FOLDER.

It tells by its exit code how it went, since even writing to a pipe may be made to fail. Strace is attached
when all is loaded, so that the system calls it counts are those of the act.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from editor.model.trouble import Trouble

SAVED, TOLD = 0, 3
ENDS = "/safar-ends"
OLD, NEW = b"old " * 3000, b"new " * 5000
MAP = "map.journey"


def begins() -> None:
    """Say that faults may begin, and wait until somebody looks on."""
    os.write(1, b"ready")
    os.read(0, 1)


def create(folder: Path) -> None:
    """Save a map for the first time."""
    from editor.files.writing import replace

    begins()
    replace(folder / MAP, NEW, backup=True)


def save(folder: Path) -> None:
    """Save a map over an older version; with a backup."""
    create(folder)


def check(folder: Path) -> None:
    """Look whether an export can be written, then write it."""
    from editor.files.writing import check_writable, replace

    begins()
    check_writable(folder / MAP)
    replace(folder / MAP, NEW)


def lock(folder: Path) -> None:
    """Take the lock of a dead process over and give it back."""
    from editor.files.lock import Lock, take

    begins()
    taken = take(folder / MAP)
    assert isinstance(taken, Lock)
    if taken.problem:
        raise taken.problem
    taken.release()


def journal(folder: Path) -> None:
    """Append a deed to a journal that has one."""
    from editor.files.journal import Journal
    from tests.faults.samples import deeds, start

    told: list[Trouble | None] = []
    writer = Journal(folder / "recovery", start, told.append)
    first, second = deeds()
    writer.append(first)
    assert writer.flush()
    begins()
    writer.append(second)
    written = writer.flush()
    if told and told[0]:
        raise told[0]
    assert written


def rotate(folder: Path) -> None:
    """Begin a new journal after a save."""
    from editor.files.journal import Journal
    from tests.faults.samples import deeds, start

    told: list[Trouble | None] = []
    writer = Journal(folder / "recovery", start, told.append)
    first, second = deeds()
    writer.append(first)
    assert writer.flush()
    (folder / MAP).write_bytes(NEW)
    begins()
    writer.rebase(start)
    writer.append(second)
    written = writer.flush()
    if told and told[0]:
        raise told[0]
    assert written


def work(folder: Path) -> None:
    """Open a map under its lock, change it, journal that, save it, give the lock back."""
    rehearsal = folder.parent / "rehearsal"
    rehearsal.mkdir(exist_ok=True)
    (rehearsal / MAP).write_bytes((folder / MAP).read_bytes())
    # Loads all that is needed, so that only the work itself is seen.
    _work(rehearsal)
    begins()
    _work(folder)


def _work(folder: Path) -> None:
    from editor.model.edits.wording import retitle
    from editor.session.recovering import Recovery
    from editor.session.session import Session

    told: list[Trouble | None] = []
    session = Session.open(folder / MAP, lambda journey: None, guarded=True)  # type: ignore[arg-type, return-value]
    recorder = Recovery(folder / "recovery").record(session, told.append)
    session.do("Name the map", retitle(session.journey, "map", "New"))
    recorder.flush()
    session.save()
    recorder.close()
    problem = session.lock_problem
    session.close()
    for trouble in (problem, *told):
        if trouble:
            raise trouble


ACTS: dict[str, Callable[[Path], None]] = {
    act.__name__: act for act in (create, save, check, lock, journal, rotate, work)
}


def main(act: str, folder: str) -> int:
    """Do it and return how it went."""
    try:
        ACTS[act](Path(folder))
    except Trouble:
        return TOLD
    os.access(ENDS, os.F_OK)
    return SAVED


if __name__ == "__main__":
    os._exit(main(*sys.argv[1:]))
