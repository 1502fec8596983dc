"""A map layout on the fixed metric, with words that need no file."""

from __future__ import annotations

import json

from editor import RESOURCES
from editor.layout.engine import MapLayout
from editor.layout.icons import parse
from editor.layout.setting import Setting, Styles
from editor.layout.theme import Theme
from editor.layout.words import MapWords
from tests.text.fixed import FixedShaper

ICONS = {
    name: parse(s) for name, s in json.loads((RESOURCES / "icons" / "icons.json").read_text("utf-8")).items()
}


def words(language: str = "en") -> MapWords:
    return MapWords(json.loads((RESOURCES / "words" / f"{language}.json").read_text("utf-8")))


def fixed_layout() -> MapLayout:
    return MapLayout(FixedShaper(), Theme(), words, ICONS)


def setting(*, rtl: bool = False, language: str = "en") -> Setting:
    return Setting(FixedShaper(), Theme(), words(language), ICONS, rtl, Styles.of(Theme()))
