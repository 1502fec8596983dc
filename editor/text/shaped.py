"""A text laid out by Qt: lines measured at once, glyph runs built when somebody draws them."""

from __future__ import annotations

from threading import Lock
from typing import NamedTuple

from PySide6.QtGui import QTextLayout, QTextLine

from editor.picture.words import GlyphRun, TextLine
from editor.text.fonts import Faces
from editor.text.glyphs import line_runs


class Setting(NamedTuple):
    """What all texts of one face share: its name, the faces, and the lock round Qt's font engines."""

    face: str
    faces: Faces
    lock: Lock


class LaidLine(NamedTuple):
    """A line of Qt's: its UTF-16 units are [start, stop), those up to `end` are seen."""

    line: QTextLine
    start: int
    end: int
    stop: int


class Paragraph(NamedTuple):
    """A paragraph's UTF-16 units and lines, and the layout, without which Qt's lines are garbage."""

    units: str
    layout: QTextLayout
    lines: list[LaidLine]


class QtShapedText:
    """A ShapedText (picture.words) that lets Qt's layouts go as soon as its runs are built."""

    __slots__ = ("_paragraphs", "_runs", "_setting", "lines", "missing")

    def __init__(
        self, lines: tuple[TextLine, ...], missing: str, paragraphs: list[Paragraph], setting: Setting
    ) -> None:
        self.lines = lines
        self.missing = missing
        self._paragraphs = paragraphs
        self._setting = setting
        self._runs: tuple[tuple[GlyphRun, ...], ...] | None = None

    def runs(self) -> tuple[tuple[GlyphRun, ...], ...]:
        """Return the glyph runs of each line, from left to right; any thread may ask."""
        if self._runs is None:
            with self._setting.lock:
                if self._runs is None:
                    self._runs = self._built()
                    self._paragraphs = []
        return self._runs

    def _built(self) -> tuple[tuple[GlyphRun, ...], ...]:
        face, faces, _ = self._setting
        return tuple(
            line_runs(laid.line, paragraph.units, laid.start, laid.end, face, faces)
            for paragraph in self._paragraphs
            for laid in paragraph.lines
        )
