"""Lines that PDF readers would read wrongly, and how they read them right.

poppler takes a page for right-to-left when most of its letters are, and reads every line of it in that
direction. A left-to-right line with right-to-left words is then read in the wrong order, however many signs
of direction it holds; so its text is laid down once more, unseen, in the page's own order. (The other way
round, a right-to-left line on a left-to-right page, pdfium would be misled by what helps poppler.)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import bidirectional

from editor.picture.words import GlyphRun

NUMERIC = frozenset(".,،:-/%٪+")
"""Characters that readers take for parts of numbers."""

_SPACED_LETTERS = re.compile(r"\S( \S)+")


def reads_right_to_left(texts: Iterable[str]) -> bool:
    """Tell whether most letters of a page are right-to-left."""
    balance = 0
    for char, count in Counter("".join(texts)).items():
        match bidirectional(char):
            case "L":
                balance -= count
            case "R" | "AL":
                balance += count
            case _:
                pass
    return balance > 0


def loses_characters(text: str) -> bool:
    """Tell whether poppler would drop a character of a line unless a sign follows its text.

    It joins letters that stand alone into a word, and takes a hyphen at the end for a syllable break.
    """
    bare = text.strip()
    return bare.endswith("-") or bool(_SPACED_LETTERS.fullmatch(bare))


def is_misread(runs: Iterable[GlyphRun], line_rtl: bool, page_rtl: bool) -> bool:
    """Tell whether a reader of the page would put the line's words in the wrong order."""
    return page_rtl and not line_rtl and len({run.rtl for run in runs}) > 1


def from_right_to_left(runs: Iterable[GlyphRun]) -> list[GlyphRun]:
    """Return the runs of a line moved to where they would stand if the line ran from right to left."""
    ordered = sorted(runs, key=lambda run: run.start, reverse=True)
    pen = min((x for run in ordered for x in run.xs), default=0.0)
    moved: list[GlyphRun] = []
    for run in ordered:
        shift = pen - min(run.xs, default=pen)
        moved.append(run._replace(xs=tuple(x + shift for x in run.xs)))
        pen += run.width
    return moved
