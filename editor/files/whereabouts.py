"""Remembers beside which file versions lie, so that they are found again when only the file was moved.

For each folder of versions there is one small file that holds its path, and the sha256 of the map's file and
the number that the disk gives it as they were last. A file with that content elsewhere, while none is left
in the old place, is the map that moved if it has that number, too; else it may be a copy of it.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from editor.files import limits, writing
from editor.files.causes import told
from editor.files.loose import canonical
from editor.files.refusal import Refusal

FOLDER = "places"
SUFFIX = ".place"
_LARGEST = 65_536


class Left(NamedTuple):
    """A folder of versions without its map; `moved` says that the map is the file that was asked about."""

    folder: Path
    moved: bool


def note(state: Path, versions: Path, digest: str, number: str) -> None:
    """Remember in the folder `state` what the file whose versions lie in `versions` holds, and its number.

    Raises Trouble.
    """
    name = sha256(str(versions).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    file = state / FOLDER / f"{name}{SUFFIX}"
    with told(file):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = {"folder": str(versions), "sha256": digest, "file": number}
        content = canonical(place).encode("utf-8")
    writing.replace(file, content)


def left_behind(state: Path, digest: str, path: Path) -> Left | None:
    """Return where the versions of the map in `path`, which has that sha256, may have been left behind."""
    own, found = number(path), list[Left]()
    for file in sorted((state / FOLDER).glob(f"*{SUFFIX}")):
        with suppress(OSError, ValueError, KeyError, TypeError, Refusal):
            place: dict[str, Any] = limits.parse(file.read_bytes()[:_LARGEST])
            versions = Path(place["folder"])
            if place["sha256"] == digest and versions.is_dir() and not versions.with_suffix("").exists():
                found.append(Left(versions, own != "" and place.get("file") == own))
    return max(found, key=lambda left: left.moved, default=None)


def number(path: Path) -> str:
    """Return the number by which the disk knows a file under whatever name; "" where there is none."""
    try:
        return str(path.stat().st_ino or "")
    except OSError:
        return ""
