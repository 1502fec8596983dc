"""Stage names that stay readable when the map is too small for its own letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from editor.picture.frame import Frame, Shape
from editor.picture.words import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.picture.geometry import Rect

READABLE = 7.0
"""Pixels an em of a stage's title must have; below it the name is written here."""
SIZE = 11
"""Pixels of the letters written here."""
SMALLEST = 9
"""Pixels of the letters of names that would not fit otherwise."""
HEIGHT = 19.0
"""Pixels of a name's ground where the header is lower."""
PAD = 3.0


@dataclass(frozen=True, slots=True)
class StageName:
    """A stage's title with its colours, where its header stands on the sheet, and its size in points."""

    text: str
    rect: Rect
    ground: str
    ink: str
    size: float


def stage_name(stage: Frame, rect: Rect) -> StageName | None:
    """Return the name of a stage frame that stands at `rect`, or None for a stage without words."""
    grounds = [item.fill for item in stage.items if isinstance(item, Shape) and item.fill]
    words = max(_texts(stage), key=lambda block: block.style.size, default=None)
    if words is None:
        return None
    return StageName(stage.label, rect, (grounds or ["#ffffff"])[0], words.style.color, words.style.size)


def _texts(frame: Frame) -> Iterator[TextBlock]:
    return (item for item in frame.items if isinstance(item, TextBlock))


def paint_name(painter: QPainter, name: StageName, place: QRectF, rtl: bool) -> None:
    """Write a stage's name over its header, which is at `place` in pixels; too long a name ends in dots."""
    ground = _ground(place)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(name.ground))
    painter.drawRoundedRect(ground, 3, 3)
    room = ground.adjusted(PAD, 0, -PAD, 0)
    font = _font(painter.font(), name.text, room.width())
    text = QFontMetricsF(font).elidedText(name.text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(QColor(name.ink))
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)


def _ground(place: QRectF) -> QRectF:
    """Return what the name is written on: inside the chevron while that is tall enough, else in its stead."""
    if place.height() >= HEIGHT - 3:
        tip = place.height() / 3
        return place.adjusted(tip, 0, -tip, 0)
    return QRectF(place.left(), place.center().y() - HEIGHT / 2, place.width() - 1, HEIGHT)


def _font(base: QFont, text: str, room: float) -> QFont:
    """Return the letters for `text`: bold, a little smaller where it would not fit."""
    font = QFont(base)
    font.setBold(True)
    font.setPixelSize(SIZE)
    if QFontMetricsF(font).horizontalAdvance(text) > room:
        font.setPixelSize(SMALLEST)
    return font
