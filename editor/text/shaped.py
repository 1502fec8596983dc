"""A text laid out by Qt: counted at once, measured when asked, drawn when somebody draws it."""

from __future__ import annotations

from threading import Lock

from editor.picture.words import GlyphRun, TextLine
from editor.text.glyphs import line_runs
from editor.text.lines import in_characters, measured, with_breaks
from editor.text.press import Press


class QtShapedText:
    """A ShapedText (picture.words) that keeps its paragraphs and has them set again when needed.

    It holds nothing of Qt's, so ten thousand of them are small. Whoever asks for the lines right after
    the layout, or for the runs right after the lines, finds the paragraph still in the press.
    """

    __slots__ = (
        "_face",
        "_lines",
        "_lock",
        "_paragraphs",
        "_press",
        "_room",
        "_runs",
        "line_count",
        "missing",
    )

    def __init__(
        self,
        paragraphs: list[tuple[str, bool]],
        setting: tuple[str, float, Press, Lock],
        line_count: int,
        missing: str,
    ) -> None:
        """Take (text, right to left) of each paragraph and (face, line width in pixels, press, lock)."""
        self._paragraphs = paragraphs
        self._face, self._room, self._press, self._lock = setting
        self._lines: tuple[TextLine, ...] | None = None
        self._runs: tuple[tuple[GlyphRun, ...], ...] | None = None
        self.line_count = line_count
        self.missing = missing

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """The lines from top to bottom; where only their number matters, `line_count` is cheaper."""
        if self._lines is None:
            with self._lock:
                self._lines = tuple(self._measured())
        return self._lines

    def runs(self) -> tuple[tuple[GlyphRun, ...], ...]:
        """Return the glyph runs of each line, from left to right; any thread may ask."""
        if self._runs is None:
            with self._lock:
                self._runs = tuple(self._drawn())
        return self._runs

    def _measured(self) -> list[TextLine]:
        lines, offset = list[TextLine](), 0
        for text, rtl in self._paragraphs:
            bed = self._press.paragraph(text, self._face, rtl, self._room)
            found = measured(bed.lines, bed.units, rtl, offset)
            lines += found if len(bed.units) == len(text) else in_characters(found, bed.units, offset)
            offset += len(text) + 1
        if len(self._paragraphs) == 1:
            return lines
        return with_breaks(lines, "\n".join(text for text, _ in self._paragraphs))

    def _drawn(self) -> list[tuple[GlyphRun, ...]]:
        runs, offset = list[tuple[GlyphRun, ...]](), 0
        for text, rtl in self._paragraphs:
            bed = self._press.paragraph(text, self._face, rtl, self._room)
            for line in bed.lines:
                runs.append(line_runs(line, bed.units, offset, self._face, self._press.faces))
            offset += len(text) + 1
        return runs
