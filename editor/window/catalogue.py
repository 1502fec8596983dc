"""What the start page offers: recent maps, templates and samples, each known from a glance at its file."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.files.templates import entries
from editor.model.trouble import Trouble
from editor.window.counting import counted
from editor.window.plain import isolated
from editor.window.tile import Tile
from editor.window.words import language_name

if TYPE_CHECKING:
    from editor.window.settings import Settings

_GLANCE = 128 * 1024
"""How many bytes of a file are read for its tile; the map's own record comes first."""

_LONGEST_TITLE = 300

_FOLDED = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ł": "l"}
)
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_TATWEEL = "\u0640"
_REMEMBERED = 32_768
"""Names whose letters are remembered: while somebody types, the same ones are compared with every key."""


class Shelf(NamedTuple):
    """Tiles that stand together under one heading."""

    name: str
    tiles: tuple[Tile, ...]


class Catalogue:
    """Looks up what can be opened; reads a few lines of each file and nothing of the model."""

    def __init__(self, settings: Settings, templates: Path, samples: Path) -> None:
        self._settings = settings
        self._templates = templates
        self._samples = samples

    def shelves(self) -> tuple[Shelf, ...]:
        """Return recent maps, templates and samples, each possibly empty."""
        return (*self.upper_shelves(), self.samples())

    def upper_shelves(self) -> tuple[Shelf, ...]:
        """Return recent maps and templates, which are known without opening a file of our own."""
        return (
            Shelf("recent", tuple(recent_tile(path) for path in self._settings.recent())),
            Shelf("templates", tuple(self._template_tiles())),
        )

    def samples(self) -> Shelf:
        """Return the samples."""
        return Shelf("samples", tuple(sample_tile(path) for path in sorted(self._samples.glob("*.journey"))))

    def blank(self) -> Path:
        """Return the template of an empty map."""
        return self._templates / "blank.journey"

    def _template_tiles(self) -> list[Tile]:
        try:
            return [template_tile(self._templates, entry) for entry in entries(self._templates)]
        except Trouble as trouble:
            import logging

            logging.getLogger(__name__).warning("No templates: %s", trouble)
            return []


def template_tile(folder: Path, entry: dict[str, str]) -> Tile:
    """Return the tile of one entry of the templates' index."""
    translated = entry["title_en"] != entry["title"]
    return Tile(
        folder / entry["file"],
        entry["title"],
        entry["title_en"] if translated else entry["description"],
        rtl=entry["language"] == "fa",
        more=entry["description"],
        language=entry["language"],
    )


def recent_tile(path: Path) -> Tile:
    """Return the tile of a map that was opened before; it may be gone by now."""
    fields, _ = glance(path)
    title = _title(fields) or path.stem
    line = f"{isolated(path.name)} · {_folder(path)}"
    return Tile(path, title, line, path.is_file(), fields.get("direction") == "rtl")


def sample_tile(path: Path) -> Tile:
    """Return the tile of a sample: its title, its language and how many stages it has."""
    fields, stages = glance(path)
    title = _title(fields) or path.stem
    line = f"{language_name(str(fields.get('language', 'en')))} · {stage_count(stages)}"
    return Tile(path, title, line, True, fields.get("direction") == "rtl")


def stage_count(stages: int) -> str:
    """Return a number of stages in words."""
    return counted(QCoreApplication.translate("Catalogue", "{n} stage|{n} stages"), stages)


def glance(path: Path) -> tuple[dict[str, Any], int]:
    """Return the fields of a file's map record and its number of stages, as far as the first lines tell."""
    try:
        # Somebody might sit for ever at the other end of a pipe.
        if not path.is_file():
            return {}, 0
        with path.open("rb") as file:
            beginning = file.read(_GLANCE)
    except (OSError, ValueError):
        return {}, 0
    lines = beginning.split(b"\n", 2)
    return _fields(lines[1] if len(lines) > 1 else b""), beginning.count(b'"kind":"stage"')


def _fields(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.strip().rstrip(b","))
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _title(fields: dict[str, Any]) -> str:
    return str(fields.get("title", ""))[:_LONGEST_TITLE]


def matches(tile: Tile, words: str) -> bool:
    """Tell whether all `words` occur in the tile's texts or file name, whatever their spelling."""
    text = folded(" ".join((tile.title, tile.line, tile.more, tile.path.stem)))
    # Where one writes a half-space another writes a space or nothing.
    squeezed = "".join(text.split())
    return all(word in text or word in squeezed for word in folded(words).split())


@lru_cache(_REMEMBERED)
def folded(text: str) -> str:
    """Return `text` for searching: without case, accents, half-spaces, Arabic letter and digit forms."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED)).translate(_FOLDED)
    seen = (c for c in plain if c != _TATWEEL and unicodedata.category(c) not in _UNSEEN)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in seen)


def _folder(path: Path) -> str:
    folder = path.parent
    home = Path.home()
    shown = Path("~") / folder.relative_to(home) if folder.is_relative_to(home) else folder
    # Isolated, because in a window that runs from right to left the slashes would change places.
    return f"\N{LEFT-TO-RIGHT ISOLATE}{shown}\N{POP DIRECTIONAL ISOLATE}"
