"""Temporary files beside the real ones, named after the process that writes them: .safar-WHO-RANDOM.tmp.

Whoever is killed while writing leaves one behind. The next who writes or locks a file in that folder removes
those of processes that have ended; what others write, on this computer or elsewhere, stays.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from editor.files.processes import ended, mark, this_process

_BEGIN, _END = ".safar-", ".tmp"
_BEHIND = len("-0123456789ab.tmp")


def temporary(folder: Path) -> Path:
    """Return a new name in the folder for something that will be renamed or removed at once."""
    return folder / f"{_BEGIN}{mark(this_process())}-{os.urandom(6).hex()}{_END}"


def tidy(folder: Path) -> None:
    """Remove the temporary files that ended processes have left there; says nothing if it cannot."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208  (a fifth of the time where there are many)
            ours = name.startswith(_BEGIN) and name.endswith(_END)
            if ours and ended(name[len(_BEGIN) : -_BEHIND]):
                (folder / name).unlink(missing_ok=True)
