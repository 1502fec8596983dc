"""The lock of a file: a small hidden file beside it, .NAME.lock, that says who works on it and since when.

A lock is made whole and at one stroke (written apart, then linked to its name), so that of two who come
at once one gets it. Locks of processes that have ended on this host are taken over.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from editor.files.causes import told
from editor.files.loose import canonical
from editor.files.processes import Process, lives, process_of, this_process
from editor.files.temporary import temporary, tidy
from editor.files.writing import NO_LINKS
from editor.model.trouble import Trouble

ATTEMPTS = 8
"""How often a lock is tried for while others take and release it."""

_LARGEST = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works on a file and since when; `certain` is false for one on another host, who may be gone."""

    path: Path
    process: Process
    since: str
    certain: bool = True

    @property
    def trouble(self) -> Trouble:
        """What there is to say to a second person."""
        problem = "{user} has had the map open on {host} since {since}."
        remedy = "Look at it read-only, or save a copy."
        if not self.certain:
            remedy = "Ask whether it is still open there; if not, take it over."
        who = {"user": self.process.user, "host": self.process.host, "since": self.since}
        return Trouble(problem, remedy, place=str(self.path), **who)


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held until `release`; `problem` says why there is none where none can be made."""

    path: Path
    content: bytes
    problem: Trouble | None = None

    def release(self) -> None:
        """Give the file free; a lock that others have taken over meanwhile stays."""
        with suppress(OSError):
            if self.problem is None and _content(self.path) == self.content:
                self.path.unlink()


def lock_of(path: Path) -> Path:
    """Return where the lock of the file at `path` lies: beside the file, not beside a link to it."""
    target = Path(os.path.realpath(path, strict=False))
    return target.with_name(f".{target.name}.lock")


def take(path: Path, over: Holder | None = None) -> Lock | Holder:
    """Return the lock of the file at `path`, or who holds it.

    `over` is a holder from whom the lock is to be taken away. Where no lock can be made, as in a folder
    that can only be read, the lock says so as its `problem` and keeps nobody out.
    """
    place = lock_of(path)
    content = _mine()
    tidy(place.parent)
    try:
        with told(place):
            for _ in range(ATTEMPTS):
                if _made(place, content):
                    return Lock(place, content)
                found = _content(place)
                if found is None:
                    continue
                holder = _holder(path, found)
                if holder is not None and holder != over:
                    return holder
                _clear(place, found)
    except Trouble as trouble:
        return Lock(place, content, trouble)
    return Lock(
        place, content, Trouble("The lock of the file cannot be taken.", "Try again.", place=str(path))
    )


def _mine() -> bytes:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    # The token tells two windows of one process apart.
    document = {"process": asdict(this_process()), "since": since, "token": os.urandom(8).hex()}
    return canonical(document).encode("utf-8")


def _made(place: Path, content: bytes) -> bool:
    """Tell whether the lock was made; False if there is one."""
    spare = temporary(place.parent)
    try:
        spare.write_bytes(content)
        return _linked(spare, place) or _made_without_links(place, content)
    except FileExistsError:
        return False
    finally:
        spare.unlink(missing_ok=True)


def _linked(spare: Path, place: Path) -> bool:
    """Tell whether the spare file has the lock's name now; False where there are no hard links."""
    try:
        os.link(spare, place)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        return False
    return True


def _made_without_links(place: Path, content: bytes) -> bool:
    with place.open("xb") as file:
        file.write(content)
    return True


def _content(place: Path) -> bytes | None:
    """Return what the lock says, None if there is none."""
    try:
        with place.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None


def _holder(path: Path, content: bytes) -> Holder | None:
    """Return who holds a lock with that content, None if nobody does any more."""
    try:
        document: dict[str, Any] = json.loads(content)
        process = process_of(document["process"])
        alive = lives(process)
        since = datetime.fromisoformat(document["since"]).isoformat(timespec="seconds")
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return None if alive is False else Holder(path, process, since, certain=alive is True)


def _clear(place: Path, content: bytes) -> None:
    """Take away a lock with that content; one that another has made meanwhile is put back."""
    aside = temporary(place.parent)
    try:
        place.rename(aside)
    except FileNotFoundError:
        return
    try:
        if _content(aside) != content:
            with suppress(FileExistsError):
                os.link(aside, place)
    finally:
        aside.unlink()
