"""What every part of the layout needs to know: shaper, theme, words and the side where time begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from editor.layout.theme import Theme
from editor.layout.words import MapWords
from editor.picture.geometry import Path, Rect
from editor.picture.words import BOLD, TextBlock, TextStyle
from editor.text.fit import fitted
from editor.text.shaper import Shaper


class Styles(NamedTuple):
    """The text styles of a theme, made once."""

    text: TextStyle
    quiet: TextStyle
    small: TextStyle
    label: TextStyle
    strong: TextStyle
    tiny: TextStyle
    stage: TextStyle
    title: TextStyle

    @classmethod
    def of(cls, theme: Theme) -> Styles:
        """Return the styles that `theme` asks for."""
        text = TextStyle(size=theme.text, color=theme.ink)
        small = TextStyle(size=theme.small, color=theme.muted, leading=1.35)
        return cls(
            text=text,
            quiet=text._replace(color=theme.muted),
            small=small,
            label=small._replace(color=theme.ink, align="center"),
            strong=text._replace(face=BOLD),
            tiny=TextStyle(face=BOLD, size=6.8, color=theme.ink, align="center", leading=1.3),
            stage=TextStyle(face=BOLD, size=theme.heading, color=theme.stage_ink, leading=1.3),
            title=TextStyle(face=BOLD, size=theme.title, color=theme.ink, leading=1.25),
        )

    def enlarged(self, factor: float) -> Styles:
        """Return the styles with every size multiplied by `factor`."""
        return Styles(*[_larger(style, factor) for style in self])


def _larger(style: TextStyle, factor: float) -> TextStyle:
    return style._replace(size=style.size * factor)


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of one layout; `rtl` maps run their time from right to left."""

    shaper: Shaper
    theme: Theme
    words: MapWords
    icons: Mapping[str, tuple[Path, ...]]
    rtl: bool = False
    styles: Styles = field(default_factory=lambda: Styles.of(Theme()))

    def enlarged(self, factor: float) -> Setting:
        """Return the setting with all texts `factor` times as large."""
        return replace(self, styles=self.styles.enlarged(factor))

    def x(self, start: float, w: float, width: float) -> float:
        """Return the x of a thing of width `w` that stands `start` after the leading edge of `width`."""
        return width - start - w if self.rtl else start

    def rect(self, start: float, y: float, w: float, h: float, width: float) -> Rect:
        """Return the rectangle of a thing placed as `x` does."""
        return Rect(self.x(start, w, width), y, w, h)

    @property
    def base(self) -> str:
        """Return how paragraphs find their direction: their first strong letter, else the map's own."""
        return "auto-rtl" if self.rtl else "auto"

    def wrapped(self, text: str, style: TextStyle, rect: Rect) -> TextBlock:
        """Return `text` wrapped to the width of `rect`; the block's height follows from its lines."""
        shaped = self.shaper.layout(text, style.face, self.base, rect.w / style.size)
        height = height_of(style, shaped.line_count)
        return TextBlock(Rect(rect.x, rect.y, rect.w, height), text, style, self.rtl, shaped)

    def fitted(self, text: str, style: TextStyle, rect: Rect, lines: int, smallest: float = 6.0) -> TextBlock:
        """Return `text` in at most `lines` lines, shrunk to `smallest` points before it is cut short."""
        style, shaped = fitted(self.shaper, text, style, self.base, rect.w, lines, smallest)
        height = height_of(style, shaped.line_count)
        return TextBlock(Rect(rect.x, rect.y, rect.w, height), text, style, self.rtl, shaped)

    def natural_width(self, text: str, style: TextStyle) -> float:
        """Return the width in points of `text` on one line."""
        lines = self.shaper.layout(text, style.face, self.base, None).lines
        return max((line.width for line in lines), default=0.0) * style.size


def height_of(style: TextStyle, lines: int) -> float:
    """Return the height in points of `lines` lines in `style`; no lines take no room."""
    return lines * style.leading * style.size
