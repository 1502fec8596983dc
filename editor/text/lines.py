"""Measuring lines without the white space they were broken at."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextLine

from editor.picture.words import TextLine
from editor.text.glyphs import run_edges
from editor.text.outlines import REFERENCE
from editor.text.units import characters_before

# What stands at the end of a line, or between two words, without a direction of its own.
_NEUTRAL = " .,:;!?\"'/|*&…«»“”‘’–—\u200c\u060c\u064b-\u0655\\-"
_LTR = "A-Za-zÀ-ÖØ-öø-\u02b8"
_RTL = "\u05d0-\u05ea\u061b\u061f-\u064a\u0671-\u06d3\u06d5\u06fa-\u06ff"
_INNER = "[^\u202a-\u202e\u2066-\u2069]*"

# By right-to-left or not: matches text whose first and last character have the paragraph's own level
# wherever in the paragraph it stands, so that the cursor stands at the edges there. A closing bracket
# may take the direction of a word on the line before, so it must not come first.
_edged = (
    re.compile(f"[{_NEUTRAL}(]*[{_LTR}](?:{_INNER}[{_LTR}])?[{_NEUTRAL}()0-9]*").fullmatch,
    re.compile(f"[{_NEUTRAL}(]*[{_RTL}](?:{_INNER}[{_RTL}])?[{_NEUTRAL}()]*").fullmatch,
)


def measured(lines: list[QTextLine], units: str, rtl: bool, offset: int) -> list[TextLine]:
    """Return the lines of a paragraph of UTF-16 `units` that begins at `offset` in its text.

    QTextLine.naturalTextWidth() would count bearings, and the spaces that end a paragraph.
    """
    found, start = list[TextLine](), 0
    for line in lines:
        stop = start + line.textLength()
        end = start + len(units[start:stop].rstrip())
        width = _width(line, units, start, end, rtl)
        found.append(TextLine(offset + start, offset + stop, width / REFERENCE, rtl))
        start = stop
    return found


def in_characters(lines: list[TextLine], units: str, offset: int) -> list[TextLine]:
    """Return the lines of a paragraph with characters beyond U+FFFF, which Qt counts as two."""
    return [
        line._replace(
            start=offset + characters_before(units, line.start - offset),
            end=offset + characters_before(units, line.end - offset),
        )
        for line in lines
    ]


def with_breaks(lines: list[TextLine], text: str) -> list[TextLine]:
    """Return the lines with each line break of `text` as the last character of its line."""
    return [line._replace(end=line.end + (text[line.end : line.end + 1] == "\n")) for line in lines]


def _width(line: QTextLine, units: str, start: int, end: int, rtl: bool) -> float:
    """Return the width in pixels of the characters [start, end), which end with the last one seen."""
    if _edged[rtl](units, start, end):
        # Left-to-right lines and wrapped right-to-left ones begin at 0; the last may end in a space.
        left = line.cursorToX(end)[0] if rtl and end < len(units) else 0.0
        right = line.cursorToX(start if rtl else end)[0]
        if right < line.width():  # the cursor never leaves the line, even if its only letter does
            return right - left
    if start == end:
        return 0.0
    left, right = run_edges(line, start, end)  # ten times slower, but right for any directions
    return right - left
