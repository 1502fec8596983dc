"""The marks of owners: a few letters in a small tag, so that colour alone never says who is responsible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.layout.color import CONTRAST, contrast, ink_on, under_white
from editor.layout.setting import Setting
from editor.model.records import Owner
from editor.picture.frame import Box, Frame
from editor.picture.geometry import Rect
from editor.picture.words import BOLD, TextBlock, TextStyle

TAG = 10.4
"""Height of a tag in points where its letters are LETTERS points high."""
LETTERS = 6.2
DARK = 2.4
"""Colours with so much contrast to white are darkened for white letters; lighter ones get dark letters."""
_JOINT = "\u200c"
"""The non-joiner keeps two letters of Arabic script from reading as one word."""


def owner_marks(owners: Sequence[Owner]) -> dict[str, str]:
    """Return the letters that mark each owner, by id: their own, else such as no other owner has."""
    marks = {owner.id: owner.initials for owner in owners if owner.initials}
    taken = {mark.casefold() for mark in marks.values()}
    for number, owner in enumerate(owners, 1):
        if owner.id not in marks:
            free = (mark for mark in _candidates(owner.name, number) if mark.casefold() not in taken)
            marks[owner.id] = next(free)
            taken.add(marks[owner.id].casefold())
    return {owner.id: marks[owner.id] for owner in owners}


def _candidates(name: str, number: int) -> Iterator[str]:
    """Yield marks for a name, the most telling first: initials, two letters of its word, then numbers."""
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    words = [word for word in words if word]
    if len(words) > 1:
        yield _JOINT.join((words[0][0].upper(), words[-1][0].upper()))
    if words:
        yield words[0][0].upper()
        yield from (_JOINT.join((words[0][0].upper(), letter)) for letter in words[0][1:])
    yield from (str(n) for n in range(number, number + 1_000_000))


def owner_tag(setting: Setting, mark: str, name: str, color: str, factor: float = 1.0) -> Frame:
    """Return the tag of an owner at (0, 0), `factor` times as large as on cards."""
    if contrast("#ffffff", color) >= DARK:
        color = under_white(color, CONTRAST)
    style = TextStyle(BOLD, LETTERS * factor, ink_on(color, setting.theme.ink), "center", 1.3)
    high = TAG * factor
    w = max(high * 1.15, setting.natural_width(mark, style) + 6.0 * factor)
    block = setting.wrapped(mark, style, Rect(0, (high - style.size * style.leading) / 2, w, 0))
    ground = Box(Rect(0, 0, w, high), 2.6 * factor, color)
    return Frame(0, 0, w, high, (ground, block), "badge", "", name)


def has_room_behind(setting: Setting, block: TextBlock, wanted: float) -> bool:
    """Tell whether the last line of a text leaves so many points free at its end."""
    size, room = block.style.size, block.rect.w - wanted
    if block.shaped.line_count == 1:
        # Counting the lines in less room is much cheaper than measuring them.
        narrow = room > 0 and setting.shaper.layout(block.text, block.style.face, setting.base, room / size)
        return bool(narrow) and narrow.line_count == 1
    lines = block.shaped.lines
    return not lines or lines[-1].width * size <= room
