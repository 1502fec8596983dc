"""The ruler: tells from the widths of words how many lines a simple text takes, or that Qt has to tell."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontMetricsF

from editor.text.glue import glued
from editor.text.outlines import REFERENCE

_DOUBT = 0.15 * REFERENCE
"""Pixels at the reference size between sum and truth: letters before and after a space may be kerned."""

_WIDEST = 12.0 * REFERENCE
"""No character is wider, not even the ligatures of whole phrases."""

_ENOUGH_WORDS = 50_000

# Words of Latin and Arabic letters and of digits, a mark or two behind them, one space between: such
# texts break at their spaces and nowhere else (UAX #14). Marks over letters are
# left out: they may hang over a line's end. "\u200c" joins nothing and breaks nothing.
_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f'’\u0620-\u064a\u0671-\u06d3\u200c"
_WORD = f"(?:[{_LETTERS}0-9\u06f0-\u06f9]+|[0-9]+(?:-[0-9]+)+)[.,;:!?…،؛؟]{{0,2}}"
_is_simple = re.compile(f"{_WORD}(?: {_WORD})*").fullmatch
_has_break = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]").search


class Ruler:
    """The widths of words in one font at the reference size, each measured once."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._words: dict[str, float] = {}

    def lines(self, paragraph: str, room: float) -> int:
        """Return how many lines of `room` pixels the paragraph surely takes, 0 if that is not sure."""
        if len(paragraph) * _WIDEST <= room:
            return 0 if _has_break(paragraph) else 1
        if not _is_simple(paragraph) or glued(paragraph) != paragraph:
            return 0
        return self._counted(paragraph.split(" "), room)

    def _counted(self, words: list[str], room: float) -> int:
        known, space, lines, x = self._words, self._space, 1, 0.0
        least, most = room - _DOUBT, room + _DOUBT
        for word in words:
            width = known.get(word) or self._measured(word)
            if x + width > least:
                if x + width < most or width > least:
                    return 0
                lines, x = lines + 1, 0.0
            x += width + space
        return lines

    def _measured(self, word: str) -> float:
        if len(self._words) >= _ENOUGH_WORDS:
            self._words.clear()
        width = self._words[word] = self._metrics.horizontalAdvance(word)
        return width
