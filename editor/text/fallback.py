"""Characters the bundled faces lack: which installed face shows them, and which nobody has."""

from __future__ import annotations

from itertools import groupby
from unicodedata import category

from PySide6.QtGui import QTextCharFormat, QTextLayout

from editor.text.fonts import Faces, is_ignorable


def formats(text: str, face: str, faces: Faces) -> list[QTextLayout.FormatRange]:
    """Return the ranges (in UTF-16 units) of `text` that another face than `face` has to show."""
    start, ranges = 0, list[QTextLayout.FormatRange]()
    for family, group in groupby(zip(_families(text, face, faces), text, strict=True), lambda pair: pair[0]):
        length = sum(1 + (char > "\uffff") for _, char in group)
        if family:
            ranges.append(_range(start, length, family, faces))
        start += length
    return ranges


def missing_in(text: str, face: str, faces: Faces) -> str:
    """Return the characters of `text` that no face has, each once, in order of appearance."""
    if faces.covers(text, face):
        return ""
    uncovered = faces.uncovered(text, face)
    return "".join(dict.fromkeys(c for c in text if c in uncovered and faces.substitute(c) is None))


def _families(text: str, face: str, faces: Faces) -> list[str | None]:
    """Return the substitute for each character; marks and joiners stay with the letter they follow."""
    uncovered, found = faces.uncovered(text, face), list[str | None]()
    for char in text:
        before = found[-1] if found else None
        if before and _follows(char) and (is_ignorable(char) or faces.draws(before, char)):
            found.append(before)
        else:
            found.append(faces.substitute(char) if char in uncovered else None)
    return found


def _follows(char: str) -> bool:
    return is_ignorable(char) or category(char).startswith("M")


def _range(start: int, length: int, family: str, faces: Faces) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setFont(faces.font(family))
    # PySide's FormatRange is built empty and filled field by field.
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, style
    return found
