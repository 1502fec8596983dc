"""Versions of a map: whole earlier states, each in a file of its own in a folder beside it (`folder_of`).

Such a file begins with the sha256 of all that follows it and one JSON line: name, reason, when, counts and
the sha256 of the map. Behind that line stand the map's canonical bytes, packed with zlib. A version that
somebody named stays for ever; of the others `superfluous` says which may go.
"""

from __future__ import annotations

import os
import secrets
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from editor.files import limits, reading, writing
from editor.files.causes import told
from editor.files.loose import canonical
from editor.files.refusal import Refusal
from editor.model.trouble import Trouble

FORMAT = "safar-version"
VERSION = 1
SUFFIX = ".version"
FOLDER_SUFFIX = ".versions"
LONGEST_NAME = 120
NEWEST_KEPT = 20
DAYS_KEPT = 30
"""Of the automatic versions the newest are kept, and for so many days the last one of each day."""

PRIVATE = 0o700
"""The mode of a folder that only its owner may look into."""

_CHECK = 64
_LONGEST_LINE = 65_536


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier state of a map: when it was kept, under which name or before which step.

    Without a `name` it was kept automatically, before the step `reason`. `digest` is the sha256 of the map.
    A damaged file is a version that is not `readable`, with the time of its file.
    """

    file: Path
    when: datetime
    name: str = ""
    reason: str = ""
    stages: int = 0
    cards: int = 0
    digest: str = ""
    readable: bool = True


def folder_of(path: Path) -> Path:
    """Return the folder for the versions of the map in `path`; links are followed to the map itself."""
    target = Path(os.path.realpath(path))
    return target.with_name(target.name + FOLDER_SUFFIX)


def new_file(when: datetime) -> str:
    """Return the name of a new version's file; names sort by time."""
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}{SUFFIX}"


def keep(folder: Path, version: Version, content: bytes) -> Version:
    """Write a version of the map `content` into `folder`, which is made if need be; raises Trouble."""
    kept = replace(version, file=folder / version.file.name, digest=sha256(content).hexdigest())
    _make(folder)
    writing.replace(kept.file, _packed(kept, zlib.compress(content)))
    return kept


def listed(folder: Path) -> tuple[Version, ...]:
    """Return the versions in `folder`, the newest first; none if there is no such folder. Raises Trouble."""
    if not folder.is_dir():
        return ()
    with told(folder):
        files = [file for file in folder.iterdir() if file.name.endswith(SUFFIX)]
    found = map(_looked_at, files)
    return tuple(sorted(found, key=lambda one: (one.when, one.file.name), reverse=True))


def content_of(version: Version) -> bytes:
    """Return the map of a version; raises Trouble if it is damaged."""
    try:
        content = _unpacked(reading.content_of(version.file))
    except ValueError:
        content = b""
    if sha256(content).hexdigest() != version.digest:
        raise Trouble("This version is damaged.", "Choose another version.", place=str(version.file))
    return content


def renamed(version: Version, name: str) -> Version:
    """Give a version a name, by which it is kept for good; raises Trouble."""
    content = content_of(version)
    named = replace(version, name=tidy_name(name))
    writing.replace(version.file, _packed(named, zlib.compress(content)))
    return named


def remove(version: Version) -> None:
    """Remove a version's file; raises Trouble."""
    with told(version.file):
        version.file.unlink(missing_ok=True)


def copy(version: Version, folder: Path) -> Version:
    """Copy a version to another folder; raises Trouble."""
    return keep(folder, version, content_of(version))


def move(version: Version, folder: Path) -> Version:
    """Move a version to another folder, even on another disk; raises Trouble."""
    moved = copy(version, folder)
    remove(version)
    return moved


def superfluous(versions: Iterable[Version], now: datetime) -> tuple[Version, ...]:
    """Return the automatic versions that may go: neither among the newest nor the last of a recent day."""
    automatic = [one for one in versions if one.readable and not one.name]
    automatic.sort(key=lambda one: one.when, reverse=True)
    days = {one.when.astimezone(UTC).date() for one in automatic[:NEWEST_KEPT]}
    oldest = (now.astimezone(UTC) - timedelta(days=DAYS_KEPT)).date()
    gone: list[Version] = []
    for one in automatic[NEWEST_KEPT:]:
        day = one.when.astimezone(UTC).date()
        if day in days or day < oldest:
            gone.append(one)
        days.add(day)
    return tuple(gone)


def tidy_name(name: str) -> str:
    """Return a name on one line, shortened."""
    return " ".join(name.split())[:LONGEST_NAME]


def _make(folder: Path) -> None:
    """Make a folder for versions and have its name synced."""
    if folder.is_dir():
        return
    with told(folder):
        folder.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        folder.mkdir()
        folder.chmod(_mode(folder))
        writing.sync_folder(folder.parent)


def _mode(folder: Path) -> int:
    """Return a mode by which those may look into a folder who may read the map beside it."""
    path = folder.with_suffix("")
    if path == folder or not path.exists():
        return PRIVATE
    of_map = path.stat().st_mode
    return PRIVATE | (of_map & 0o066) | (of_map & 0o044) >> 2


def _packed(version: Version, packed: bytes) -> bytes:
    line = canonical(
        {
            "format": FORMAT,
            "format_version": VERSION,
            "name": version.name,
            "reason": version.reason,
            "when": version.when.astimezone(UTC).isoformat(timespec="microseconds"),
            "stages": version.stages,
            "cards": version.cards,
            "sha256": version.digest,
        }
    )
    rest = line.encode("utf-8") + b"\n" + packed
    return sha256(rest).hexdigest().encode("ascii") + b" " + rest


def _looked_at(file: Path) -> Version:
    """Return what a file says of itself, without unpacking its map."""
    try:
        line, _ = _parted(reading.content_of(file))
        return _version(file, limits.parse(line))
    except (Trouble, Refusal, KeyError, TypeError, ValueError, OverflowError):
        return _damaged(file)


def _version(file: Path, line: Any) -> Version:
    """Return the version that a line tells of; raises KeyError, TypeError or ValueError if it is none."""
    if line["format"] != FORMAT or line["format_version"] != VERSION:
        raise ValueError("of another format")
    name, reason, digest = (str(line[key]) for key in ("name", "reason", "sha256"))
    stages, cards = (int(line[key]) for key in ("stages", "cards"))
    when = datetime.fromisoformat(line["when"]).astimezone(UTC)
    return Version(file, when, tidy_name(name), tidy_name(reason), stages, cards, digest)


def _damaged(file: Path) -> Version:
    when = datetime.fromtimestamp(0, UTC)
    with suppress(OSError):
        when = datetime.fromtimestamp(file.lstat().st_mtime, UTC)
    return Version(file, when, readable=False)


def _parted(whole: bytes) -> tuple[bytes, bytes]:
    """Return a version's line and its packed map; raises ValueError if the checksum is wrong."""
    rest = whole[_CHECK + 1 :]
    if sha256(rest).hexdigest().encode("ascii") != whole[:_CHECK]:
        raise ValueError("the checksum is wrong")
    line, _, packed = rest.partition(b"\n")
    return line[:_LONGEST_LINE], packed


def _unpacked(whole: bytes) -> bytes:
    """Return the map in a version's file; raises ValueError where it is not whole or too large for one."""
    _, packed = _parted(whole)
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, limits.LARGEST_FILE)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("it is cut off or too large")
    return content
