"""The one text engine: paragraphs laid out by Qt at the reference size, results in em."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from editor.picture.words import BOLD, REGULAR, ShapedText, TextLine
from editor.text.application import gui_application
from editor.text.direction import runs_right_to_left
from editor.text.fallback import formats, missing_in
from editor.text.fonts import Faces
from editor.text.lines import broken, in_characters, measured
from editor.text.outlines import REFERENCE
from editor.text.shaped import Paragraph, QtShapedText, Setting
from editor.text.units import to_units

UNWRAPPED = 4000.0
"""The line width in em that stands for "no wrapping"; Qt's fixed-point numbers end at 4,096 em."""

BEARING = 0.012
"""Em by which a line may exceed its width: Qt also keeps a negative right bearing clear.

Without it a text laid out at exactly the width it measured could break.
"""

_REMEMBERED = 4096


class TextEngine:
    """Lays out texts in the bundled faces and remembers the latest layouts; any thread may ask."""

    def __init__(self, fonts_folder: Path) -> None:
        """Read the faces from `fonts_folder`; makes an application without a screen if there is none."""
        self._application = gui_application()
        self._faces = Faces(fonts_folder)
        self._options = (_option(rtl=False), _option(rtl=True))
        self._lock = Lock()
        self._settings = {face: Setting(face, self._faces, self._lock) for face in (REGULAR, BOLD)}
        self._remembered = lru_cache(_REMEMBERED)(self._laid_out)

    def layout(
        self, text: str, face: str = REGULAR, base: str = "auto", width: float | None = None
    ) -> ShapedText:
        """Return `text` in lines of at most `width` em (see Shaper.layout).

        The lines share out all characters: white space and the line break at a line's end belong to it,
        but do not count for its width. A word is broken only where it is wider than a line.
        """
        return self._remembered(text, face, base, width)

    def font(self, face: str) -> QFont:
        """Return `face` at the reference size, for editing in place."""
        return QFont(self._faces.font(face))

    def option(self, *, rtl: bool) -> QTextOption:
        """Return the option that paragraphs of one direction are laid out with, for editing in place."""
        return QTextOption(self._options[rtl])

    def _laid_out(self, text: str, face: str, base: str, width: float | None) -> ShapedText:
        room = room_in_pixels(width)
        paragraphs, lines, offset = list[Paragraph](), list[TextLine](), 0
        with self._lock:
            usual = self._faces.covers(text, face)
            for part in text.split("\n"):
                rtl = runs_right_to_left(part, base)
                units = part if usual else to_units(part)
                layout = self._prepared(part, face, rtl, usual)
                found = measured(broken(layout, len(units), room), units, rtl, offset)
                lines += found if len(units) == len(part) else in_characters(found, units, offset)
                paragraphs.append(Paragraph(units, layout))
                offset += len(part) + 1
        missing = "" if usual else missing_in(text, face, self._faces)
        return QtShapedText(_with_breaks(lines, text), missing, paragraphs, self._settings[face])

    def _prepared(self, text: str, face: str, rtl: bool, usual: bool) -> QTextLayout:
        layout = QTextLayout(text, self._faces.font(face))
        layout.setTextOption(self._options[rtl])
        layout.setCacheEnabled(True)  # or Qt shapes again to tell where the cursor stands
        if not usual:
            layout.setFormats(formats(text, face, self._faces))
        return layout


def _with_breaks(lines: list[TextLine], text: str) -> tuple[TextLine, ...]:
    """Return the lines with each line break of `text` as the last character of its line."""
    if "\n" not in text:
        return tuple(lines)
    return tuple(replace(line, end=line.end + (text[line.end : line.end + 1] == "\n")) for line in lines)


def room_in_pixels(width: float | None) -> float:
    """Return the line width, at the reference size, that Qt gets for `width` em."""
    return (min(UNWRAPPED, UNWRAPPED if width is None else width) + BEARING) * REFERENCE


def _option(*, rtl: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
