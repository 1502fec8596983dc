"""Text in the picture: style, glyph runs and the block that keeps both beside its source."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from editor.picture.geometry import Path, Rect

FIRST_BASELINE = 0.36
"""Distance from the middle of a line's pitch to its baseline, in em: letters look centred in their line."""

REGULAR = "Vazirmatn-Regular"
BOLD = "Vazirmatn-Bold"


class TextStyle(NamedTuple):
    """How a text looks: face name, size in points, "#rrggbb", align start|center|end, pitch in em."""

    face: str = REGULAR
    size: float = 9.0
    color: str = "#1f2a37"
    align: str = "start"
    leading: float = 1.4


class GlyphRun(NamedTuple):
    """Glyphs of one face and one direction in visual order; positions in em from the line's left end.

    `gids[i]` stands at (`xs[i]`, `ys[i]`) (y down from the baseline) and `clusters[i]` is the index in
    `text` (this run's own source text, logical order) of the first character that glyph i shows.
    `outlines` is empty for bundled faces; a face that is not bundled gives one outline per glyph, in em.
    `start` is the index in the block's text of the first character of `text`.
    """

    face: str
    gids: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    text: str
    clusters: tuple[int, ...]
    rtl: bool
    width: float = 0.0
    outlines: tuple[Path, ...] = ()
    start: int = 0


class TextLine(NamedTuple):
    """One line of a laid-out text: source characters [start, end), width in em, its base direction."""

    start: int
    end: int
    width: float
    rtl: bool


class ShapedText(Protocol):
    """What a laid-out text offers: lines now, glyph runs when somebody draws them."""

    @property
    def line_count(self) -> int:
        """The number of lines, known before they are measured."""
        ...

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """The lines from top to bottom."""
        ...

    @property
    def missing(self) -> str:
        """The characters that no face covers, each once, in order of appearance."""
        ...

    def runs(self) -> tuple[tuple[GlyphRun, ...], ...]:
        """The glyph runs of each line, from left to right; built once, then kept."""
        ...


class TextBlock(NamedTuple):
    """A text in its box: source, style, direction of its alignment, and the shaped lines.

    `start` aligns left unless `rtl`. `language` is a BCP 47 tag or empty for the picture's own.
    """

    rect: Rect
    text: str
    style: TextStyle
    rtl: bool
    shaped: ShapedText
    language: str = ""

    def places(self) -> list[tuple[float, float]]:
        """Return (left x, baseline y) of each line in the coordinates of the block's frame."""
        size, x, pitch = self.style.size, self.rect.x, self.style.leading * self.style.size
        y, factor = self.rect.y + pitch / 2 + FIRST_BASELINE * size, self._slack_before()
        return [
            (x + (self.rect.w - line.width * size) * factor, y + i * pitch)
            for i, line in enumerate(self.shaped.lines)
        ]

    def _slack_before(self) -> float:
        """Return the share of a line's free room that stands left of it."""
        if self.style.align == "center":
            return 0.5
        return 1.0 if (self.style.align == "start") == self.rtl else 0.0
