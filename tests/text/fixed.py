"""A shaper with a fixed metric: layout is tested with it exactly, and without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.picture.words import REGULAR, GlyphRun, TextLine
from editor.text.direction import runs_right_to_left

ADVANCE = 0.5
"""The width of every character, in em."""


@dataclass(frozen=True, slots=True)
class FixedText:
    """A ShapedText in which every character is ADVANCE em wide."""

    text: str
    face: str
    lines: tuple[TextLine, ...]
    missing: str = ""

    @property
    def line_count(self) -> int:
        return len(self.lines)

    def runs(self) -> tuple[tuple[GlyphRun, ...], ...]:
        return tuple(self._line_runs(line) for line in self.lines)

    def _line_runs(self, line: TextLine) -> tuple[GlyphRun, ...]:
        seen = self.text[line.start : line.end].rstrip()
        order = range(len(seen))[:: -1 if line.rtl else 1]
        run = GlyphRun(
            face=self.face,
            gids=tuple(ord(seen[i]) for i in order),
            xs=tuple(ADVANCE * place for place in range(len(seen))),
            ys=(0.0,) * len(seen),
            text=seen,
            clusters=tuple(order),
            rtl=line.rtl,
            width=line.width,
            start=line.start,
        )
        return (run,) if seen else ()


class FixedShaper:
    """A Shaper: ADVANCE em per character, greedy wraps at spaces, long words broken anywhere.

    Characters in `lacking` count as covered by no face.
    """

    def __init__(self, lacking: str = "") -> None:
        self.lacking = lacking
        self.asked: list[str] = []

    def layout(
        self, text: str, face: str = REGULAR, base: str = "auto", width: float | None = None
    ) -> FixedText:
        self.asked.append(text)
        room = len(text) + 1 if width is None else max(1, int(width / ADVANCE + 1e-9))
        lines, start = list[TextLine](), 0
        for paragraph in re.split(r"(?<=\n)", text):
            lines += _wrapped(paragraph, start, room, runs_right_to_left(paragraph, base))
            start += len(paragraph)
        missing = "".join(dict.fromkeys(c for c in text if c in self.lacking))
        return FixedText(text, face, tuple(lines), missing)


def _wrapped(paragraph: str, start: int, room: int, rtl: bool) -> list[TextLine]:
    """Return the lines of a paragraph of which `room` characters fit into one."""
    rows = [""]
    for piece in re.findall(r"\S+\s*|\s+", paragraph):
        if len(rows[-1]) + len(piece.rstrip()) > room and rows[-1]:
            rows.append("")
        while len(piece.rstrip()) > room:
            rows[-1:] = [piece[:room], ""]
            piece = piece[room:]
        rows[-1] += piece
    lines = list[TextLine]()
    for row in rows:
        lines.append(TextLine(start, start + len(row), ADVANCE * len(row.rstrip()), rtl))
        start += len(row)
    return lines
