"""The press: breaks a paragraph into lines and keeps it, so that it can be measured and drawn at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from editor.text.fallback import formats
from editor.text.fonts import BUNDLED, Faces
from editor.text.glue import glued
from editor.text.units import to_units


class Bed:
    """One QTextLayout for one face and direction, set again and again, with the paragraph it holds.

    Making a layout per text costs a tenth more time and six kilobytes each; and a QTextLine whose
    layout was collected returns garbage, so lines never leave the room without their bed.
    """

    __slots__ = ("_layout", "_room", "_text", "_with_formats", "lines", "units")

    def __init__(self, layout: QTextLayout) -> None:
        self._layout = layout
        self._text: str | None = None
        self._room = 0.0
        self._with_formats = False
        self.units = ""
        self.lines: list[QTextLine] = []

    def holds(self, text: str, room: float) -> bool:
        """Tell whether the last paragraph set was this one, in lines of this room."""
        return self._text == text and self._room == room

    def set(self, text: str, units: str, room: float, ranges: list[QTextLayout.FormatRange]) -> None:
        """Break the paragraph `text` into lines of at most `room` pixels."""
        layout = self._layout
        layout.setText(glued(text))
        if ranges or self._with_formats:
            layout.setFormats(ranges)
            self._with_formats = bool(ranges)
        self._text, self._room, self.units = text, room, units
        self.lines = _broken(layout, len(units), room)


class Press:
    """The beds for all faces and directions. One thread at a time: the engine holds the lock."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._beds = {
            (face, rtl): Bed(_layout(faces, face, rtl)) for face in BUNDLED for rtl in (False, True)
        }

    def paragraph(self, text: str, face: str, rtl: bool, room: float) -> Bed:
        """Return the bed with the paragraph `text` broken into lines of at most `room` pixels.

        It is good until the next paragraph of that face and direction.
        """
        bed = self._beds[face, rtl]
        if not bed.holds(text, room):
            if self.faces.covers(text, face):
                bed.set(text, text, room, [])
            else:
                bed.set(text, to_units(text), room, formats(text, face, self.faces))
        return bed


def paragraph_option(*, rtl: bool) -> QTextOption:
    """Return how paragraphs of one direction are broken; editors in place must use the same."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _layout(faces: Faces, face: str, rtl: bool) -> QTextLayout:
    layout = QTextLayout("", faces.font(face))
    layout.setTextOption(paragraph_option(rtl=rtl))
    layout.setCacheEnabled(True)  # or Qt shapes again to tell where the cursor stands
    return layout


def _broken(layout: QTextLayout, length: int, room: float) -> list[QTextLine]:
    found, stop = list[QTextLine](), -1
    layout.beginLayout()
    while stop < length:  # asking for lines until one is invalid would cost two more calls of Qt
        line = layout.createLine()
        line.setLineWidth(room)
        found.append(line)
        stop = max(stop, 0) + max(line.textLength(), 1)
    layout.endLayout()
    return found
