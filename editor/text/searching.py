"""Finding words however they are spelt: letters are compared by what readers take them for.

Capitals, accents and harakat, half-spaces and other invisible characters, Arabic and Persian forms of a
letter or digit, and the kinds of spaces make no difference.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = str.maketrans(
    {"ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ؤ": "و", "أ": "ا", "إ": "ا", "ٱ": "ا"}
)
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_TATWEEL = "\u0640"
_REMEMBERED = 32_768
"""Texts whose letters are remembered: while somebody types, the same map is searched with every key."""


def found(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return the places (first character, one past the last) of `words` in `text`, from the start on."""
    wanted, _ = _folded(words)
    if not wanted.strip():
        return ()
    letters, places = _folded(text)
    hits: list[tuple[int, int]] = []
    start = letters.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        hits.append((places[start], _past(text, places[end - 1])))
        start = letters.find(wanted, end)
    return tuple(hits)


def replaced(text: str, words: str, by: str) -> str:
    """Return `text` with `by` at every place of `words`."""
    for start, end in reversed(found(text, words)):
        text = text[:start] + by + text[end:]
    return text


def _past(text: str, place: int) -> int:
    """Return the place behind a character and the marks that it carries; a half-space belongs to the text."""
    place += 1
    while place < len(text) and unicodedata.category(text[place]) in ("Mn", "Me"):
        place += 1
    return place


@lru_cache(_REMEMBERED)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the letters of `text` to be compared, and the place in it of each."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in _letters(char):
            letters.append(letter)
            places.append(place)
    return "".join(letters), tuple(places)


@lru_cache(4096)
def _letters(char: str) -> str:
    if char.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", char.translate(_SAME)).translate(_SAME).casefold()
    return "".join(_plain(part) for part in parts)


def _plain(part: str) -> str:
    if part == _TATWEEL or unicodedata.category(part) in _UNSEEN:
        return ""
    return str(unicodedata.decimal(part)) if part.isdecimal() else part
