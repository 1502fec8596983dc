"""Names of files that every system takes, made from titles that people give."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Longest name in UTF-8 bytes, suffix apart: systems allow 255, and some add to it."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def file_name(title: str, suffix: str, otherwise: str = "journey") -> str:
    """Return a name for a file about `title`; `otherwise` where the title leaves nothing to name it by."""
    text = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    text = "".join(letter for letter in text if letter.isprintable() or letter == "\u200c")
    stem = _cut(" ".join(text.split())).strip(" .")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"{otherwise} {stem}".strip()
    return stem + suffix


def _cut(text: str) -> str:
    """Return the beginning of `text` that fits in LONGEST bytes, without half a character."""
    return text.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore")
