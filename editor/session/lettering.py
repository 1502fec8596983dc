"""How words are set, for those who let them be written in place: the layout's own fonts and rules.

Lengths are pixels at the reference size (see `editor.text.outlines`); the editor is scaled down to the map.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from editor import RESOURCES
from editor.model.rules import LONGEST_TEXT
from editor.model.words import clean
from editor.text.direction import runs_right_to_left
from editor.text.engine import BEARING, TextEngine, room_in_pixels
from editor.text.glue import glued
from editor.text.outlines import REFERENCE

LRM, RLM = "\u200e", "\u200f"
"""Marks without a shape that are strong letters of the left-to-right and the right-to-left direction."""


class Lettering:
    """What an editor in place takes over from the text engine, so that it breaks lines as the map does."""

    em = float(REFERENCE)
    """Pixels an em takes."""
    slack = BEARING
    """Em by which the editor's lines are wider than the block on the map."""
    longest = LONGEST_TEXT
    """Characters a text may have."""

    def __init__(self, engine: TextEngine) -> None:
        self.font = engine.font
        """Gives a bundled face at the reference size."""
        self.option = engine.option
        """Tells how lines of one direction (`rtl=`) are broken."""
        self.substitutes = engine.substitutes
        """Gives the ranges of a text (in UTF-16 units) that another face than the wanted one has to show."""

    def room(self, width: float) -> float:
        """Return the width of a line in pixels where the block is `width` em wide."""
        return room_in_pixels(width)

    def shown(self, text: str) -> str:
        """Return `text` as it is set: equally long, with spaces at which lines do not break."""
        return glued(text)

    def cleaned(self, text: str) -> str:
        """Return `text` in the form in which maps hold it."""
        return clean(text)

    def runs_right_to_left(self, paragraph: str, otherwise: bool) -> bool:
        """Tell which way a paragraph runs; one without letters runs right to left if `otherwise`."""
        return runs_right_to_left(paragraph, "auto-rtl" if otherwise else "auto")

    def turned(self, paragraph: str, rtl: bool, otherwise: bool) -> str:
        """Return `paragraph` made to run right to left or not, by a mark at its start if it must be."""
        bare = paragraph.lstrip(LRM + RLM)
        if self.runs_right_to_left(bare, otherwise) == rtl:
            return bare
        return (RLM if rtl else LRM) + bare


@lru_cache(maxsize=2)
def lettering(resources: Path = RESOURCES) -> Lettering:
    """Return the lettering with the bundled fonts; makes an application without a screen if there is none."""
    return Lettering(TextEngine(resources / "fonts"))
