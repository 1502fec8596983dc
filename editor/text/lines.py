"""Breaking a paragraph into lines, and measuring them without the white space they were broken at."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtGui import QTextLayout, QTextLine

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


def broken(layout: QTextLayout, length: int, room: float) -> list[QTextLine]:
    """Let `layout` break its `length` UTF-16 units into lines of at most `room` pixels."""
    found, stop = list[QTextLine](), -1
    layout.beginLayout()
    while stop < length:  # asking for lines until one is invalid costs two more calls of Qt
        line = layout.createLine()
        line.setLineWidth(room)
        found.append(line)
        stop = max(stop, 0) + max(line.textLength(), 1)
    layout.endLayout()
    return found


def measured(lines: list[QTextLine], units: str, rtl: bool, offset: int) -> list[TextLine]:
    """Return the lines of a paragraph of UTF-16 `units` that begins at `offset` in its text."""
    edged, found, start = _edged[rtl], list[TextLine](), 0
    for line in lines:
        stop = start + line.textLength()
        end = start + len(units[start:stop].rstrip())
        if edged(units, start, end):
            width = line.cursorToX(end)[0] - line.cursorToX(start)[0]
        else:
            width = _width_of_glyphs(line, start, end)
        found.append(TextLine(offset + start, offset + stop, abs(width) / REFERENCE, rtl))
        start = stop
    return found


def in_characters(lines: list[TextLine], units: str, offset: int) -> list[TextLine]:
    """Return the lines of a paragraph with characters beyond U+FFFF, which Qt counts as two."""
    return [
        replace(
            line,
            start=offset + characters_before(units, line.start - offset),
            end=offset + characters_before(units, line.end - offset),
        )
        for line in lines
    ]


def _width_of_glyphs(line: QTextLine, start: int, end: int) -> float:
    # Ten times as slow as the cursor, but right whatever the directions within the line.
    if start == end:
        return 0.0
    left, right = run_edges(line, start, end)
    return right - left
