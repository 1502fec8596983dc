"""Stage names that stay readable when the map is too small for its own letters."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from editor.picture.frame import Frame, Shape
from editor.picture.walk import texts
from editor.picture.words import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.canvas.camera import Camera
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
TIP = 12.0
"""Points at the end of a stage in which its tip lies."""
LEAST_ROOM = 40.0
"""Pixels of a stage in sight below which its name does not stick there."""
NARROWEST = 18.0
"""Pixels below which there is no room for a name."""


class StageName(NamedTuple):
    """A stage's title with its colours, where its header stands on the sheet, and its size in points.

    `left` and `right` are the points between the header's sides and the nearest of its own texts, `base`
    those between its top and the line on which its title stands, or the middle of several lines.
    """

    text: str
    rect: Rect
    ground: str
    ink: str
    size: float
    left: float
    right: float
    base: float


def stage_name(stage: Frame, rect: Rect) -> StageName | None:
    """Return the name of a stage frame that stands at `rect`, or None for a stage without words."""
    grounds = [item.fill for item in stage.items if isinstance(item, Shape) and item.fill]
    words = max(_texts(stage), key=lambda block: block.style.size, default=None)
    if words is None:
        return None
    ground, style = (grounds or ["#ffffff"])[0], words.style
    base = fmean(y for _, y in words.places())
    return StageName(stage.label, rect, ground, style.color, style.size, *_insets(stage), base)


def sticking(
    names: Iterable[StageName], camera: Camera, edge: float, down: float, rtl: bool
) -> tuple[StageName, QRectF] | None:
    """Return the name of the stage whose words are out of sight, and the pixels where it sticks instead.

    Stages are in sight from pixel `edge` on, in the direction of time; they stand `down` pixels lower.
    """
    at, scale = camera.point(edge, 0.0).x, camera.scale
    name = next((name for name in names if name.rect.x < at < name.rect.right), None)
    if name is None:
        return None
    room = camera.pixels(name.rect).translated(0.0, down)
    left, right = name.left * scale, name.right * scale
    if rtl:
        hidden = room.right() - right > edge
        room.setLeft(room.left() + min(left, TIP * scale))
        room.setRight(edge)
    else:
        hidden = room.left() + left < edge
        room.setRight(room.right() - min(right, TIP * scale))
        room.setLeft(edge)
    return (name, room) if hidden and room.width() >= LEAST_ROOM else None


def _insets(stage: Frame) -> tuple[float, float]:
    """Return the points that are free left and right of all words, those of a note's mark included."""
    boxes = [place for _, place in texts(stage)]
    left = min(box.x for box in boxes) - stage.x
    return left, stage.x + stage.w - max(box.right for box in boxes)


def _texts(frame: Frame) -> Iterator[TextBlock]:
    return (item for item in frame.items if isinstance(item, TextBlock))


class NamePainter:
    """Writes names in the letters of the window; keeps their fonts."""

    def __init__(self, rtl: bool) -> None:
        self._direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self._sizes: list[tuple[QFont, QFontMetricsF]] = []
        self._widths: dict[str, list[float]] = {}

    def paint(self, painter: QPainter, name: StageName, place: QRectF) -> None:
        """Write a name over its header, which is at `place` in pixels; too long a name ends in dots."""
        ground = _ground(name, place)
        room = ground.adjusted(PAD, 0, -PAD, 0)
        if room.width() < NARROWEST:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(name.ground))
        painter.drawRoundedRect(ground, 3, 3)
        font, text = self._fitted(painter.font(), name.text, room.width())
        painter.setFont(font)
        painter.setPen(QColor(name.ink))
        painter.setLayoutDirection(self._direction)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    def stick(self, painter: QPainter, name: StageName, room: QRectF, size: float) -> None:
        """Write a name, in letters of `size` pixels, where its header's own are out of sight.

        It stands on their line, as the names of the other stages do beside it.
        """
        font, metrics = _bold(painter.font(), max(round(size), SMALLEST))
        usual = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
        base = room.top() + name.base * size / name.size
        rtl = self._direction == Qt.LayoutDirection.RightToLeft
        words = room.adjusted(PAD if rtl else 2 * PAD, 0, -2 * PAD if rtl else -PAD, 0)
        words.translate(0, base - usual)
        painter.fillRect(room.toRect(), QColor(name.ground))
        painter.setFont(font)
        painter.setPen(QColor(name.ink))
        painter.setLayoutDirection(self._direction)
        text = metrics.elidedText(name.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    def _fitted(self, base: QFont, text: str, room: float) -> tuple[QFont, str]:
        """Return the letters and the text that fit: bold, then a little smaller, then cut."""
        if not self._sizes:
            self._sizes = [_bold(base, size) for size in (SIZE, SMALLEST)]
        widths = self._widths.get(text)
        if widths is None:
            widths = self._widths[text] = [metrics.horizontalAdvance(text) for _, metrics in self._sizes]
        for (font, _), width in zip(self._sizes, widths, strict=True):
            if width <= room:
                return font, text
        font, metrics = self._sizes[-1]
        return font, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _ground(name: StageName, place: QRectF) -> QRectF:
    """Return what the name is written on: inside the chevron while that is tall enough, else in its stead.

    It covers all of the header's own words, of which nothing may stand beside the name.
    """
    if place.height() >= HEIGHT - 3:
        tip, scale = place.height() / 3, place.width() / name.rect.w
        return place.adjusted(min(tip, name.left * scale), 0, -min(tip, name.right * scale), 0)
    return QRectF(place.left(), place.center().y() - HEIGHT / 2, place.width() - 1, HEIGHT)


def _bold(base: QFont, size: int) -> tuple[QFont, QFontMetricsF]:
    font = QFont(base)
    font.setBold(True)
    font.setPixelSize(size)
    return font, QFontMetricsF(font)
