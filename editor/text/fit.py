"""Making a text fit its place: wrap, then shrink, then end in an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.picture.geometry import Rect
from editor.picture.words import ShapedText, TextBlock, TextStyle
from editor.text.shaper import Shaper

ELLIPSIS = "…"
STEP = 0.5
"""Points by which a text shrinks at a time."""

# What an ellipsis does not stand after.
_LOOSE = " \n.,:;،؛([«„“-–—\u200c"

# No letter is wider; a text whose longest word fits at this width needs no measuring.
_WIDEST_LETTER = 1.1
# A word shorter than this share of the longest one does not come out wider.
_WORTH_MEASURING = 0.6

# Lines may break at spaces and after hyphens, not at no-break spaces.
_unbreakable = re.compile("[^ \n\u1680\u2000-\u2006\u2008-\u200b\u2028\u205f\u3000‐–—-]+[‐–—-]*").findall
_last_word = re.compile(r"\s*\S+\s*\Z")


def fitted(
    shaper: Shaper,
    text: str,
    style: TextStyle,
    base: str,
    width: float,
    max_lines: int | None = None,
    min_size: float = 6.0,
) -> tuple[TextStyle, ShapedText]:
    """Return the style and lines in which `text` fits `width` points and `max_lines` lines.

    The size shrinks in steps down to `min_size` points until the lines are few enough and no word is
    broken; a word that is too long even then is broken. Text that still has too many lines ends in an
    ellipsis after a whole word. `base` as in Shaper.layout.
    """
    few_enough: tuple[TextStyle, ShapedText] | None = None
    for size in _sizes(style.size, min_size):
        shaped = shaper.layout(text, style.face, base, width / size)
        if max_lines is not None and shaped.line_count > max_lines:
            continue
        result = (_sized(style, size), shaped)
        if _words_fit(shaper, text, style.face, width / size):
            return result
        few_enough = few_enough or result
    least = _sized(style, min(style.size, min_size))
    return few_enough or _cut_short(shaper, text, least, base, width, max_lines or 1)


def word_width(shaper: Shaper, text: str, face: str) -> float:
    """Return the width in em of the widest word of `text`, which a narrower line would have to break."""
    words = dict.fromkeys(_unbreakable(text))
    if not words:
        return 0.0
    least = max(map(len, words)) * _WORTH_MEASURING
    longest = "\n".join(word for word in words if len(word) >= least)
    return max(line.width for line in shaper.layout(longest, face).lines)


def block(
    shaper: Shaper,
    text: str,
    style: TextStyle,
    place: Rect,
    *,
    rtl: bool = False,
    max_lines: int | None = None,
    min_size: float = 6.0,
) -> TextBlock:
    """Return `text` fitted to the width of `place`, as high as its lines; `rtl` is the map's direction.

    Each paragraph takes its direction from its first strong letter, else from the map.
    """
    base = "auto-rtl" if rtl else "auto"
    style, shaped = fitted(shaper, text, style, base, place.w, max_lines, min_size)
    height = shaped.line_count * style.leading * style.size
    return TextBlock(Rect(place.x, place.y, place.w, height), text, style, rtl, shaped)


def _sizes(size: float, least: float) -> Iterator[float]:
    least = min(size, least)
    while size > least:
        yield size
        size -= STEP
    yield least


def _sized(style: TextStyle, size: float) -> TextStyle:
    return style if style.size == size else style._replace(size=size)


def _words_fit(shaper: Shaper, text: str, face: str, room: float) -> bool:
    if max(map(len, text.split()), default=0) * _WIDEST_LETTER <= room:
        return True
    return word_width(shaper, text, face) <= room


def _cut_short(
    shaper: Shaper, text: str, style: TextStyle, base: str, width: float, max_lines: int
) -> tuple[TextStyle, ShapedText]:
    room = width / style.size
    kept = text[: shaper.layout(text, style.face, base, room).lines[max_lines - 1].end].rstrip(_LOOSE)
    while True:
        shaped = shaper.layout(kept + ELLIPSIS, style.face, base, room)
        if shaped.line_count <= max_lines or not kept:
            return style, shaped
        kept = _shortened(kept, shaped, max_lines)


def _shortened(kept: str, shaped: ShapedText, max_lines: int) -> str:
    """Return `kept` without its last word; a word that fills a whole line loses letters instead."""
    without = _last_word.sub("", kept)
    start = shaped.lines[max_lines - 1].start
    return (without if len(without) > start else kept[:-1]).rstrip(_LOOSE)
