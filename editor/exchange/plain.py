"""Plain text inside Markdown: written so that every reader shows the characters and nothing comes of them.

CommonMark, GitHub's tables, strikethrough, formulas and self-made links, and what note programs add
(highlights, braces) are thought of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~$^]|&(?=[#A-Za-z])|=(?==)|:(?=//)|\.(?=[^\W\d_])")
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])")
_WORD = re.compile(r"[A-Za-z0-9.+_@-]+")


def plain(text: str) -> str:
    """Return one line of Markdown that shows `text` as it is; its line breaks become spaces."""
    return _at_start(_within(" ".join(filter(None, map(str.strip, text.split("\n"))))))


def plain_lines(text: str) -> list[str]:
    """Return the lines of `text` that say something, each as `plain` does."""
    return [line for line in map(plain, text.split("\n")) if line]


def _within(line: str) -> str:
    """Return `line` with all marks escaped; e-mail addresses stand in code spans.

    GitHub makes links of addresses however they are escaped.
    """
    written, done = "", 0
    for start, end in _addresses(line) if "@" in line else ():
        written += _MARKS.sub(r"\\\g<0>", line[done:start]) + f"`{line[start:end]}`"
        done = end
    return written + _MARKS.sub(r"\\\g<0>", line[done:])


def _addresses(line: str) -> Iterator[tuple[int, int]]:
    for word in _WORD.finditer(line):
        address = word[0].rstrip("@.+_-")
        if "@" in address.lstrip("@"):
            yield word.start(), word.start() + len(address)


def _at_start(line: str) -> str:
    """Return `line` with what would begin a list, a heading or a table escaped."""
    if line.startswith(("-", "+", ":", "=")):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line
