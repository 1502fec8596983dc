"""Makes the layout that sessions draw with: theme, words and icons read from resources."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from editor import RESOURCES
from editor.layout.engine import MapLayout
from editor.layout.icons import parse
from editor.layout.theme import Theme
from editor.layout.words import MapWords
from editor.picture.geometry import Path as Outline
from editor.text.dates import date_words
from editor.text.digits import localized
from editor.text.engine import TextEngine

LANGUAGES = ("en", "fa", "pl")


@lru_cache(maxsize=8)
def map_words(language: str, resources: Path = RESOURCES) -> MapWords:
    """Return the fixed words of a map in `language`; English where there are none of its own."""
    short = language.split("-")[0]
    tag = short if short in LANGUAGES else "en"
    table = json.loads((resources / "words" / f"{tag}.json").read_text("utf-8"))
    return MapWords(table, lambda text: localized(text, tag), lambda iso: date_words(iso, tag))


@lru_cache(maxsize=2)
def icon_outlines(resources: Path = RESOURCES) -> dict[str, tuple[Outline, ...]]:
    """Return the outlines of all built-in icons by name, on a 24 × 24 grid."""
    table = json.loads((resources / "icons" / "icons.json").read_text("utf-8"))
    return {name: parse(strings) for name, strings in table.items()}


def map_layout(resources: Path = RESOURCES) -> MapLayout:
    """Return a layout with the default theme; makes an application without a screen if there is none."""
    return MapLayout(TextEngine(resources / "fonts"), Theme(), map_words, icon_outlines(resources))
