"""A text laid out by Qt: lines measured at once, glyph runs built when somebody draws them."""

from __future__ import annotations

from threading import Lock
from typing import NamedTuple

from PySide6.QtGui import QTextLayout

from editor.picture.words import GlyphRun, TextLine
from editor.text.fonts import Faces
from editor.text.glyphs import paragraph_runs


class Setting(NamedTuple):
    """What all texts of one face share: its name, the faces, and the lock round Qt's font engines."""

    face: str
    faces: Faces
    lock: Lock


class Paragraph(NamedTuple):
    """A paragraph's UTF-16 units, and the layout that keeps its lines."""

    units: str
    layout: QTextLayout


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
        return tuple(
            runs
            for units, layout in self._paragraphs
            for runs in paragraph_runs(layout, units, self._setting.face, self._setting.faces)
        )
