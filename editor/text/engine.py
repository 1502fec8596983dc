"""The one text engine: paragraphs laid out by Qt at the reference size, results in em."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import Lock

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from editor.picture.words import REGULAR
from editor.text.application import gui_application
from editor.text.direction import runs_right_to_left
from editor.text.fallback import formats, missing_in
from editor.text.fonts import Faces
from editor.text.outlines import REFERENCE
from editor.text.press import Press, paragraph_option
from editor.text.ruler import Ruler
from editor.text.shaped import QtShapedText

UNWRAPPED = 4000.0
"""The line width in em that stands for "no wrapping"; Qt's fixed-point numbers end at 4,096 em."""

BEARING = 0.02
"""Em by which a line may exceed its width: Qt also keeps a last letter's negative bearing clear.

With it a text laid out at exactly the width it measured does not break (unless it ends in a mark such
as kasra, which may hang over by a quarter of an em).
"""

_REMEMBERED = 8192


class TextEngine:
    """Lays out texts in the bundled faces and remembers the latest layouts; any thread may ask."""

    def __init__(self, fonts_folder: Path) -> None:
        """Read the faces from `fonts_folder`; makes an application without a screen if there is none."""
        self._application = gui_application()
        self._faces = Faces(fonts_folder)
        self._press = Press(self._faces)
        self._rulers: dict[str, Ruler] = {}
        self._lock = Lock()
        self._remembered = lru_cache(_REMEMBERED)(self._laid_out)

    def layout(
        self, text: str, face: str = REGULAR, base: str = "auto", width: float | None = None
    ) -> QtShapedText:
        """Return `text` in lines of at most `width` em (see Shaper.layout).

        The lines share out all characters: white space and the line break at a line's end belong to it,
        but do not count for its width. A word is broken only where it is wider than a line.
        """
        return self._remembered(text, face, base, width)

    def font(self, face: str) -> QFont:
        """Return `face` at the reference size, for editing in place."""
        return QFont(self._faces.font(face))

    def option(self, *, rtl: bool) -> QTextOption:
        """Return how paragraphs of one direction are broken, for editing in place."""
        return paragraph_option(rtl=rtl)

    def substitutes(self, text: str, face: str) -> list[QTextLayout.FormatRange]:
        """Return the ranges (in UTF-16 units) of `text` that another face than `face` has to show."""
        with self._lock:
            return [] if self._faces.covers(text, face) else formats(text, face, self._faces)

    def _laid_out(self, text: str, face: str, base: str, width: float | None) -> QtShapedText:
        room, press = room_in_pixels(width), self._press
        paragraphs = [(part, runs_right_to_left(part, base)) for part in text.split("\n")]
        count, ruler = 0, self._ruler(face)
        with self._lock:
            for part, rtl in paragraphs:
                count += ruler.lines(part, room) or len(press.paragraph(part, face, rtl, room).lines)
            missing = missing_in(text, face, self._faces)
        return QtShapedText(paragraphs, (face, room, press, self._lock), count, missing)

    def _ruler(self, face: str) -> Ruler:
        ruler = self._rulers.get(face)
        if ruler is None:
            ruler = self._rulers[face] = Ruler(self._faces.font(face))
        return ruler


def room_in_pixels(width: float | None) -> float:
    """Return the line width, at the reference size, that Qt gets for `width` em."""
    return (min(UNWRAPPED, UNWRAPPED if width is None else width) + BEARING) * REFERENCE
