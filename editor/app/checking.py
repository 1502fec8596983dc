"""What can be told of a map without drawing it: its facts, and what was found when it was read."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from editor.analysis.findings import findings
from editor.analysis.summary import summary
from editor.files.reading import read
from editor.model.records import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from editor.files.reading import Opened

_STATES = {
    "migrated": "It was written in version {version} of the format; saving it brings it up to date.",
    "newer": "It was written by a newer version of Safar (format {version}); here it can only be read.",
}


def found_in(path: Path) -> list[dict[str, object]]:
    """Return what is to be said about a readable map; raises Trouble for one that cannot be read."""
    opened = read(path)
    found: list[dict[str, object]] = []
    if opened.state in _STATES:
        text = _STATES[opened.state].format(version=opened.version)
        found.append({"code": opened.state, "about": [], "text": text})
    for one in findings(opened.journey):
        found.append({"code": one.code, "about": list(one.refs), "text": str(one)})
    return found


def facts(path: Path) -> dict[str, object]:
    """Return title, language and numbers of the map at `path`."""
    opened = read(path)
    return {"file": str(path), "size": path.stat().st_size, "format": opened.version, **_facts(opened)}


def _facts(opened: Opened) -> dict[str, object]:
    journey = opened.journey
    about = journey.map
    numbers = asdict(summary(journey))
    names = [stage.title for stage in journey.all(Stage)]
    ownerless = [journey.one(Stage, key).title for key in numbers.pop("ownerless")]
    return {
        "title": about.title,
        "language": about.language,
        "direction": about.direction,
        **numbers,
        "stage_names": names,
        "stages_without_owner": ownerless,
    }
