"""Where a laid-out line ends for the eye: its edges without the white space it was broken at."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtGui import QTextLayout, QTextLine

from editor.picture.words import TextLine
from editor.text.glyphs import run_edges
from editor.text.outlines import REFERENCE
from editor.text.shaped import LaidLine, Paragraph
from editor.text.units import characters_before

# By right-to-left or not: matches a text in which every character has the paragraph's own level.
# Letters and neutrals for which the short cuts below are proved; anything else takes the long way.
_RTL = "\u05d0-\u05ea\u061b\u061f-\u064a\u0671-\u06d3\u06d5\u06fa-\u06ff"
_NEUTRAL = " .,:;!?\"'/|*&…«»“”‘’–—\u200c\u060c\u064b-\u0655\\-"
_LTR = "A-Za-zÀ-ÖØ-öø-\u02b8"

_one_way = (
    re.compile("[\x20-\x7e\xa0-\u02b8‐-—‘-”•…\u200c]*").fullmatch,
    re.compile(f"[{_NEUTRAL}()]*[{_RTL}][{_RTL}{_NEUTRAL}()]*").fullmatch,
)

# A closing bracket may belong to a word on the line before, so none stands at the front here; digits
# may belong to a letter there, so nothing neutral stands before them.
_line_one_way = (
    re.compile(f"(?:[0-9]+|[{_NEUTRAL}(]*)[{_LTR}][{_LTR}0-9{_NEUTRAL}()]*").fullmatch,
    re.compile(f"[{_NEUTRAL}(]*[{_RTL}][{_RTL}{_NEUTRAL}()]*").fullmatch,
)


def laid_lines(layout: QTextLayout, units: str, room: float) -> list[LaidLine]:
    """Return the lines that `layout` makes of its paragraph `units` at most `room` pixels wide."""
    found, start = list[LaidLine](), 0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(room)
        stop = start + line.textLength()
        end = start + len(units[start:stop].rstrip())
        found.append(LaidLine(line, start, end, stop))
        start, line = stop, layout.createLine()
    layout.endLayout()
    return found


def text_lines(paragraph: Paragraph, text: str, rtl: bool, offset: int) -> list[TextLine]:
    """Return the lines of the paragraph `text` that begins `offset` characters into the whole."""
    units, _, lines = paragraph
    measure = one_way_edges if _one_way[rtl](units) else edges
    found = list[TextLine]()
    for line, start, end, stop in lines:
        left, right = measure(line, units, start, end, rtl) if start < end else (0.0, 0.0)
        found.append(TextLine(offset + start, offset + stop, (right - left) / REFERENCE, rtl))
    return found if len(units) == len(text) else _in_characters(found, units, offset)


def _in_characters(lines: list[TextLine], units: str, offset: int) -> list[TextLine]:
    """Return the lines of a paragraph with characters beyond U+FFFF, which Qt counts as two."""
    return [
        replace(
            line,
            start=offset + characters_before(units, line.start - offset),
            end=offset + characters_before(units, line.end - offset),
        )
        for line in lines
    ]


def edges(line: QTextLine, text: str, start: int, end: int, rtl: bool) -> tuple[float, float]:
    """Return the left and right edge in pixels of the characters [start, end) of the paragraph `text`.

    The end leaves out trailing white space. Where every character has the paragraph's own level the
    cursor stands at the edges; only lines of both directions ask their glyphs, which takes ten times
    as long. (QTextLine.naturalTextWidth counts bearings and some trailing spaces: pitfalls 2.)
    """
    if _line_one_way[rtl](text, start, end):
        return one_way_edges(line, text, start, end, rtl)
    return run_edges(line, start, end)


def one_way_edges(line: QTextLine, _: str, start: int, end: int, rtl: bool) -> tuple[float, float]:
    """Return the same for a line all of whose characters have the paragraph's own level."""
    first, last = line.cursorToX(start)[0], line.cursorToX(end)[0]
    return (last, first) if rtl else (first, last)
