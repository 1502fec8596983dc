"""A journey written as text for other programs: a table of its cards, or a document to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from editor.files import writing
from editor.model.journey import Journey


def is_table(path: Path) -> bool:
    """Tell whether the suffix asks for text rather than for a picture."""
    return path.suffix.lower() in TABLES


def write_table(journey: Journey, path: Path) -> None:
    """Write `journey` to `path` as its suffix says (a key of TABLES), wholly or not at all."""
    writing.check_writable(path)
    writing.replace(path, TABLES[path.suffix.lower()](journey))


def _csv(journey: Journey) -> bytes:
    from editor.exchange.sheet import csv_bytes

    return csv_bytes(journey)


def _markdown(journey: Journey) -> bytes:
    from editor.exchange.markdown import markdown_bytes

    return markdown_bytes(journey)


TABLES: Mapping[str, Callable[[Journey], bytes]] = {".csv": _csv, ".md": _markdown}
"""What writes the text for each suffix."""
