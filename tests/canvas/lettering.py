"""Latin words as glyph runs, without the text engine: one glyph a letter, no kerning, greedy lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from editor.canvas.faces import Faces
from editor.picture.words import GlyphRun, TextLine

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QRawFont


@lru_cache(maxsize=1)
def _faces() -> Faces:
    return Faces()


@lru_cache(maxsize=4096)
def _advance(face: str, letter: str) -> tuple[int, float]:
    font: QRawFont = _faces().font(face, 2048.0)
    gid = font.glyphIndexesForString(letter)[0]
    step: QPointF = font.advancesForGlyphIndexes([gid])[0]
    return gid, step.x() / 2048.0


class Lettering:
    """A text broken into lines no wider than `width` em; its runs are made when somebody asks."""

    def __init__(self, text: str, face: str, width: float | None = None) -> None:
        self.text, self.face, self.missing = text, face, ""
        self.lines = tuple(_lines(text, face, width))
        self._runs: tuple[tuple[GlyphRun, ...], ...] | None = None

    def runs(self) -> tuple[tuple[GlyphRun, ...], ...]:
        """Return one run a line."""
        if self._runs is None:
            self._runs = tuple((_run(self.text[line.start : line.end], self.face),) for line in self.lines)
        return self._runs


def _lines(text: str, face: str, width: float | None) -> list[TextLine]:
    lines: list[TextLine] = []
    start = end = 0
    for word in text.split(" "):
        stop = end + len(word) + (1 if end > start else 0)
        if width is not None and end > start and measure(text[start:stop], face) > width:
            lines.append(TextLine(start, end, measure(text[start:end], face), False))
            start, stop = end + 1, end + 1 + len(word)
        end = stop
    lines.append(TextLine(start, end, measure(text[start:end], face), False))
    return lines


def measure(text: str, face: str) -> float:
    """Return the width of `text` in em."""
    return sum(_advance(face, letter)[1] for letter in text)


def _run(text: str, face: str) -> GlyphRun:
    gids, xs, x = [], [], 0.0
    for letter in text:
        gid, step = _advance(face, letter)
        gids.append(gid)
        xs.append(x)
        x += step
    return GlyphRun(face, tuple(gids), tuple(xs), (0.0,) * len(gids), text, tuple(range(len(text))), False, x)
