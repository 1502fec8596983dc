"""The process to which things happen: python -m tests.faults.victim ACT, then the name of a folder a line.

First the act is rehearsed, then for each folder a child is forked that does it there. It tells by its
exit code how it went, since even writing to a pipe may be made to fail. Strace is attached when all is
loaded and `begins` has said so.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from editor.files.journal import Journal
    from editor.history.steps import Deed
    from editor.picture.frame import Picture

SAVED, TOLD, BROKEN = 0, 3, 1
ENDS = "/safar-ends"
OLD, NEW = b"old " * 3000, b"new " * 5000
MAP = "map.journey"
INK = "settings.json"


def begins() -> None:
    """Say that faults may begin, and wait until somebody looks on."""
    os.write(1, f"{os.getpid()}\n".encode())
    os.read(0, 1)


def create(folder: Path) -> None:
    """Save a map for the first time."""
    from editor.files.writing import replace

    begins()
    replace(folder / MAP, NEW, backup=True)


def save(folder: Path) -> None:
    """Save a map over an older version; with a backup."""
    create(folder)


def copy(folder: Path) -> None:
    """Save a map where the file system knows no hard links, so that the backup is a copy."""
    import errno

    def no_links(*names: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    os.link = no_links  # type: ignore[assignment]
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
    assert taken.path.stat().st_size == len(taken.content)
    taken.release()


def journal(folder: Path) -> None:
    """Append a deed to a journal that has one."""
    from tests.faults.samples import deeds

    _append_second(folder, *deeds())


def draft(folder: Path) -> None:
    """Journal a draft after one that has been acknowledged."""
    from tests.faults.samples import drafts

    _append_second(folder, *drafts())


def keep(folder: Path) -> None:
    """Journal the first deed of all, where not even the folder of journals is there."""
    from tests.faults.samples import deeds

    writer, told = _journal(folder)
    begins()
    writer.append(deeds()[0])
    _written(writer, told)


def rotate(folder: Path) -> None:
    """Begin a new journal after a save."""
    from tests.faults.samples import deeds, start

    first, second = deeds()
    writer, told = _journal(folder)
    writer.append(first)
    assert writer.flush()
    (folder / MAP).write_bytes(NEW)
    begins()
    writer.rebase(start)
    writer.append(second)
    _written(writer, told)


def _journal(folder: Path) -> tuple[Journal, list[Trouble | None]]:
    from editor.files.journal import Journal
    from tests.faults.samples import start

    told: list[Trouble | None] = []
    return Journal(folder / "safar" / "recovery", start, told.append), told


def _append_second(folder: Path, first: Deed, second: Deed) -> None:
    """Append a deed to a journal in which another stands safely."""
    writer, told = _journal(folder)
    writer.append(first)
    assert writer.flush()
    begins()
    writer.append(second)
    _written(writer, told)


def _written(writer: Journal, told: list[Trouble | None]) -> None:
    written = writer.flush()
    if told and told[0]:
        raise told[0]
    assert written


def work(folder: Path) -> None:
    """Open a map under its lock, change it, journal that, save it, give the lock back."""
    begins()
    _work(folder, folder / MAP)


def save_as(folder: Path) -> None:
    """Open a map under its lock, change it, journal that, save it under another name."""
    begins()
    _work(folder, folder / f"other-{MAP}")


def offer(folder: Path) -> None:
    """Look for what a crash has left."""
    from editor.session.recovering import Recovery

    begins()
    (left,) = Recovery(folder / "recovery").found()
    assert left.readable


def recover(folder: Path) -> None:
    """Open what a crash has left, save it, close it."""
    from editor.session.recovering import Recovery

    recovery, told = Recovery(folder / "recovery"), list[Trouble | None]()
    (left,) = recovery.found()
    begins()
    session, recorder = recovery.open(left, _undrawn, told.append, guarded=True)
    told.append(session.lock_problem)
    session.save()
    recorder.close()
    session.close()
    _raise(*told)


def _work(folder: Path, target: Path) -> None:
    from editor.model.edits.wording import retitle
    from editor.session.recovering import Recovery
    from editor.session.session import Session

    told: list[Trouble | None] = []
    session = Session.open(folder / MAP, _undrawn, guarded=True)
    before = session.lock_problem
    recorder = Recovery(folder / "recovery").record(session, told.append)
    session.do("Name the map", retitle(session.journey, "map", "New"))
    recorder.flush()
    session.save(target)
    recorder.close()
    problem = session.lock_problem
    session.close()
    _raise(before, problem, *told)


def _undrawn(journey: object) -> Picture:
    raise AssertionError("nothing is drawn here")


def _raise(*troubles: Trouble | None) -> None:
    for trouble in troubles:
        if trouble:
            raise trouble


def pdf(folder: Path) -> None:
    """Export a map to PDF over an older one."""
    _export(folder, ".pdf")


def svg(folder: Path) -> None:
    """Export a map to SVG over an older one."""
    _export(folder, ".svg")


def png(folder: Path) -> None:
    """Export a map to PNG over an older one."""
    _export(folder, ".png")


def _export(folder: Path, suffix: str) -> None:
    from editor.session.exporting import export
    from tests.faults.samples import picture

    drawn = picture()
    begins()
    export(drawn, folder / f"map{suffix}")


def settings(folder: Path) -> None:
    """Change a setting of the window beside older ones."""
    from editor.window.settings import Settings

    chosen, failed = Settings(folder / INK), list[Trouble]()
    chosen.failed.connect(failed.append)
    begins()
    chosen.set_theme("dark")
    chosen.flush()
    if failed:
        raise failed[0]


def version(folder: Path) -> None:
    """Keep a version of a map that has none yet, then another one, and give that a name."""
    from editor.files import versions
    from tests.faults.samples import version

    beside = versions.folder_of(folder / MAP)
    begins()
    versions.keep(beside, version(1), OLD)
    versions.renamed(versions.keep(beside, version(2), NEW), "second")


def careless(folder: Path) -> None:
    """Save a map as one should not: without any sync."""
    begins()
    (folder / "spare").write_bytes(NEW)
    (folder / "spare").replace(folder / MAP)


ACTS: dict[str, Callable[[Path], None]] = {
    act.__name__: act
    for act in (
        *(create, save, copy, check, lock, journal, draft, keep, rotate),
        *(work, save_as, offer, recover, pdf, svg, png, settings, version),
    )
}


def _act(name: str) -> Callable[[Path], None]:
    return careless if name == "careless" else ACTS[name]


def rehearse(act: str) -> None:
    """Do the act once, so that everything it needs is loaded."""
    from tests.faults.samples import prepare

    with tempfile.TemporaryDirectory() as name:
        _act(act)(prepare(Path(name), act))


def main(act: str, folder: Path) -> int:
    """Do it and return how it went."""
    try:
        _act(act)(folder)
    except Trouble:
        return TOLD
    except BaseException:
        traceback.print_exc()
        return BROKEN
    os.access(ENDS, os.F_OK)
    return SAVED


def nurse(act: str) -> None:
    """Fork a victim for each folder whose name comes in, and say how it ended."""
    rehearse(act)
    while folder := _line():
        pid = os.fork()
        if not pid:
            os._exit(main(act, Path(folder)))
        _, status = os.waitpid(pid, 0)
        os.write(1, f"{os.waitstatus_to_exitcode(status)}\n".encode())


def _line() -> str:
    """Return what comes in up to the end of the line; what follows is for the child."""
    line = b""
    while letter := os.read(0, 1):
        # What a child that was killed too early has not read ends no line.
        if letter == b"\n" and line:
            break
        line += letter.strip()
    return line.decode()


if __name__ == "__main__":
    nurse(sys.argv[1])
