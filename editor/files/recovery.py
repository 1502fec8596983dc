"""The recovery journal: what was done since a map was last saved, one line a deed, for after a crash.

Line 1 says to which file it belongs (path and sha256, both empty for a map that was never saved), which
process wrote it, since when, and holds the map as it was then. So it needs no file beside itself.
Each line begins with a checksum of its content and of the checksum before it: what is cut off, changed,
swapped or put together from two journals ends the reading there, and what stands before is whole.

A text that is being written stands in drafts until it is kept: the last line, where it is one, counts as the
step that keeping the text would have been, so that a crash takes no words. Every other draft is void.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from editor.files import deeds, limits
from editor.files.causes import told
from editor.files.loose import canonical
from editor.files.processes import Process, lives, process_of
from editor.files.refusal import Refusal
from editor.history.steps import Deed

FORMAT = "safar-recovery"
VERSION = 1
SUFFIX = ".recovery"
SPARE = ".spare"
"""Stands before the suffix of a kept journal whose steps are all in the map's file or in a later journal."""
KEPT = "kept"
"""The folder inside the journals' folder to which those go that are offered no more."""
MOST_SPARES = 20
"""How many spare ones are kept, the latest."""
MOST_KEPT, DAYS_KEPT = 50, 90
"""A kept journal that may be the only copy of something goes once it has been there for more than so many
days, and so many others have come after it."""

_CHECK = 16


@dataclass(frozen=True, slots=True)
class Start:
    """The first line: where the map is saved, the sha256 of that file, and the map as it was then."""

    path: Path | None
    digest: str
    content: bytes
    process: Process
    began: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """A journal that a process has left: its first line, its deeds and when the last was written.

    `start` is None if not even the first line is whole; `lost` counts the lines that could not be read.
    """

    file: Path
    start: Start | None
    deeds: tuple[Deed, ...]
    changed: datetime
    lost: int


def begin(start: Start) -> tuple[bytes, str]:
    """Return the first line of a journal and its checksum."""
    document = {
        "format": FORMAT,
        "format_version": VERSION,
        "path": str(start.path or ""),
        "sha256": start.digest,
        "map": start.content.decode("utf-8"),
        "process": asdict(start.process),
        "began": start.began.isoformat(),
    }
    return chained("", canonical(document))


def chained(before: str, text: str) -> tuple[bytes, str]:
    """Return a line of a journal that follows one with the checksum `before`, and its own checksum."""
    check = sha256(f"{before} {text}".encode()).hexdigest()[:_CHECK]
    return f"{check} {text}\n".encode(), check


def new_file(folder: Path) -> Path:
    """Return the name of a new journal."""
    return folder / f"{os.urandom(8).hex()}{SUFFIX}"


def replay(content: bytes) -> tuple[Start | None, tuple[Deed, ...], int]:
    """Return the first line, the longest valid row of deeds after it, and how many lines are left over.

    Of drafts only one that is the last word is among the deeds, as the step that it would have become.
    """
    *rows, rest = content.split(b"\n")
    whole = list(_whole(rows))
    start = _start(whole[0]) if whole else None
    found = list(_deeds(whole[1:] if start else ()))
    return start, _standing(found), len(rows) + bool(rest) - len(found) - bool(start)


def read(file: Path) -> Found:
    """Return what a journal holds; raises Trouble if it cannot be read at all."""
    with told(file):
        content = file.read_bytes()
        changed = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    start, done, lost = replay(content)
    return Found(file, start, done, changed, lost)


def abandoned(folder: Path) -> Iterator[Found]:
    """Yield the journals in `folder` whose processes have ended, the latest first.

    A journal whose process may still live on another host is not yielded. Raises Trouble.
    """
    files = list[Path]()
    with told(folder), suppress(FileNotFoundError):
        # Where a folder may not be read, a glob would find nothing and say nothing.
        names = os.listdir(folder)  # noqa: PTH208
        files = [folder / name for name in names if name.endswith(SUFFIX)]
    found = sorted(map(read, files), key=lambda one: (one.changed, one.file), reverse=True)
    yield from (one for one in found if one.start is None or lives(one.start.process) is False)


def put_away(file: Path, *, spare: bool = False) -> Path:
    """Move a journal to the kept ones, where it is no longer offered; return its new place.

    `spare` says that everything in it is elsewhere too. What has been among the kept ones for long goes.
    """
    with told(file):
        folder = file.parent / KEPT
        folder.mkdir(mode=0o700, exist_ok=True)
        kept = file.replace(folder / (file.stem.removesuffix(SPARE) + SPARE * spare + SUFFIX))
    thin(folder, time.time())
    return kept


def thin(folder: Path, now: float) -> None:
    """Remove the journals that are kept no longer; what cannot be removed stays. `now` is in seconds."""
    with suppress(OSError):
        spares = set(folder.glob(f"*{SPARE}{SUFFIX}"))
        spare = sorted(spares, key=lambda one: one.stat().st_mtime, reverse=True)
        others = sorted(set(folder.glob(f"*{SUFFIX}")) - spares, key=_since, reverse=True)
        old = [one for one in others[MOST_KEPT:] if _since(one) < now - DAYS_KEPT * 24 * 3600]
        for gone in (*spare[MOST_SPARES:], *old):
            gone.unlink(missing_ok=True)


def _since(file: Path) -> float:
    """Return when a journal was put away, in seconds: its steps may be much older than that."""
    of_file = file.stat()
    return max(of_file.st_mtime, of_file.st_ctime)


def _whole(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the texts of the lines as long as their checksums are right."""
    before = ""
    for row in rows:
        try:
            text = row[_CHECK + 1 :].decode("utf-8")
        except UnicodeDecodeError:
            return
        line, before = chained(before, text)
        if line != row + b"\n":
            return
        yield text.encode("utf-8")


def _deeds(texts: Iterable[bytes]) -> Iterator[Deed]:
    """Yield the deeds of lines as long as they are some."""
    with suppress(Refusal):
        yield from map(deeds.unpacked, texts)


def _standing(found: Sequence[Deed]) -> tuple[Deed, ...]:
    """Return the deeds without drafts; one that nothing has followed is a step."""
    last = [replace(deed, act="do") for deed in found[-1:] if deed.act == "draft" and deed.change]
    return (*(deed for deed in found if deed.act != "draft"), *last)


def _start(text: bytes) -> Start | None:
    """Return the first line; None if it is none of this version."""
    try:
        document: dict[str, Any] = limits.parse(text)
        if document["format"] != FORMAT or document["format_version"] != VERSION:
            return None
        path = Path(document["path"]) if document["path"] else None
        process = process_of(document["process"])
        content = document["map"].encode("utf-8")
        return Start(path, document["sha256"], content, process, datetime.fromisoformat(document["began"]))
    except (Refusal, KeyError, TypeError, ValueError, AttributeError):
        return None
