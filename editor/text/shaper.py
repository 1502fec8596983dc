"""The seam between words and glyphs: whoever implements it can lay out a journey's texts."""

from __future__ import annotations

from typing import Protocol

from editor.picture.words import REGULAR, ShapedText


class Shaper(Protocol):
    """Turns text into lines; TextEngine does it with Qt, tests do it with a fixed metric."""

    def layout(
        self, text: str, face: str = REGULAR, base: str = "auto", width: float | None = None
    ) -> ShapedText:
        """Return `text` laid out in `face`, wrapped at `width` em (None: only at line breaks).

        `base` is "ltr", "rtl", "auto" (each paragraph's first strong letter, left to right without
        one) or "auto-rtl" (the same, right to left without one).
        """
        ...
