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
from editor.model.records import Map
from editor.picture.geometry import Path as Outline
from editor.text.dates import date_words
from editor.text.digits import localized
from editor.text.engine import TextEngine

LANGUAGES = ("en", "fa", "pl")
THEMES = ("paper", "warm", "sea", "contrast", "grey")
"""The themes that come with the program, the usual one first."""
PAPER = Theme()
"""The usual theme, which needs no file."""


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
    """Return a layout in each map's own theme; makes an application without a screen if there is none."""
    engine, icons = TextEngine(resources / "fonts"), icon_outlines(resources)
    return MapLayout(engine, PAPER, map_words, icons, map_theme)


def map_theme(sheet: Map) -> Theme:
    """Return the theme in which a map is drawn: the one it names, in its brand's colours if it has any."""
    if sheet.theme == "paper" and not sheet.brand:
        return PAPER
    return _dressed(sheet.theme, sheet.brand)


@lru_cache(maxsize=64)
def _dressed(name: str, brand: tuple[str, ...]) -> Theme:
    from editor.layout.branding import branded

    return branded(shipped_theme(name), brand)


@lru_cache(maxsize=16)
def shipped_theme(name: str, resources: Path = RESOURCES) -> Theme:
    """Return the theme of that name; the paper one where there is none."""
    if name not in THEMES or name == "paper":
        return PAPER
    from editor.layout.branding import checked

    return checked(Theme.of(json.loads((resources / "themes" / f"{name}.json").read_text("utf-8"))))
