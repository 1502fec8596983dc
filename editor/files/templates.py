"""The index of templates: which there are, in which language, and what each is for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from editor.model.trouble import Trouble

INDEX = "index.json"

Entry = dict[str, str]
_FIELDS = ("name", "file", "language", "title", "title_en", "description", "description_en")


def entries(folder: Path) -> tuple[Entry, ...]:
    """Return the entries of the index in `folder`; raises Trouble for anything else."""
    try:
        found: Any = json.loads((folder / INDEX).read_text("utf-8"))["templates"]
        good = type(found) is list and all(map(_is_entry, found))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        good, found = False, []
    if not good:
        problem = "The list of templates cannot be read."
        raise Trouble(problem, "Install Safar again.", place=str(folder / INDEX))
    return tuple(found)


def _is_entry(found: Any) -> bool:
    """Tell whether this is an entry, of a file in the folder of templates."""
    if type(found) is not dict or any(type(found.get(name)) is not str for name in _FIELDS):
        return False
    return Path(found["file"]).name == found["file"] != ""
