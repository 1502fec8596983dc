"""Remembers beside which file versions lie, so that they are found again when only the file was moved.

For each folder of versions there is one small file that holds its path and the sha256 of the map's file as
it was last. A file with that content elsewhere, while none is left in the old place, is the map that moved.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from editor.files import limits, writing
from editor.files.causes import told
from editor.files.loose import canonical
from editor.files.refusal import Refusal

FOLDER = "places"
SUFFIX = ".place"
_LARGEST = 65_536


def note(state: Path, versions: Path, digest: str) -> None:
    """Remember in the folder `state` that the file whose versions lie in `versions` has that sha256 now.

    Raises Trouble.
    """
    name = sha256(str(versions).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    file = state / FOLDER / f"{name}{SUFFIX}"
    with told(file):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        content = canonical({"folder": str(versions), "sha256": digest}).encode("utf-8")
    writing.replace(file, content)


def left_behind(state: Path, digest: str) -> Path | None:
    """Return the folder with the versions of a map that has that sha256, where the map itself is no more."""
    for file in sorted((state / FOLDER).glob(f"*{SUFFIX}")):
        with suppress(OSError, ValueError, KeyError, TypeError, Refusal):
            place: dict[str, Any] = limits.parse(file.read_bytes()[:_LARGEST])
            versions = Path(place["folder"])
            if place["sha256"] == digest and versions.is_dir() and not versions.with_suffix("").exists():
                return versions
    return None
