"""Paints what is being dragged and where it would go, over the picture and in pixels."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPixmap

from editor.canvas.fills import fill
from editor.canvas.tints import mixed
from editor.canvas.tools.carried import Grasp
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.camera import Camera
    from editor.canvas.colors import CanvasColors
    from editor.canvas.tools.carried import Carried, Mark

REACH = 16
"""Pixels by which marks of a drag reach beyond their places: shadow, badge, ends of the bar."""
CORNER = 8.0
"""Points of a card's rounded corners."""
GHOST, GHOST_REFUSED = 0.8, 0.5
BADGE = 10.0
"""Pixels of the radius of the badge that counts what is dragged."""
PLUS = 9.0
"""Pixels of the radius of a button that inserts."""
SHADOWS = ((1.5, 26), (4.0, 16), (7.0, 8))
"""Pixels by which the shadow of the ghost reaches out, and its alphas."""
EDGE = 0.82
"""How strong the edge of what a drag is over has the accent; what lets nothing through is filled faster."""
KNOB = 6
"""Pixels by which the line at which something comes in reaches beyond its ends."""
VEIL = 165
"""Alpha of the paper over what is shown in its place but still in the hand."""


class Carrying:
    """Paints a `Carried` with the ghost that was lifted for it."""

    def __init__(self, colors: CanvasColors, camera: Camera) -> None:
        self._accent, self._shadow = QColor(colors.accent), QColor(colors.shadow)
        self._edge = QColor(mixed(colors.accent, "#ffffff", EDGE))
        self._camera = camera
        self._lifted = camera.scale

    def area(self, marks: Iterable[Mark]) -> list[QRect]:
        """Return the pixels that are touched."""
        return [self._camera.touched(mark.area, REACH) for mark in marks]

    def paint_under(self, painter: QPainter, carried: Carried, paper: QColor) -> None:
        """Paint the marks in the picture, which lie under pinned headers and rails."""
        for area in carried.lit:
            self._light(painter, self._camera.pixels(area))
        for area in carried.faded:
            self._fade(painter, self._camera.pixels(area), paper)

    def paint_over(self, painter: QPainter, carried: Carried, ghost: QPixmap | None) -> None:
        """Paint the ghost and the line at which it would come in over everything."""
        if carried.ghost is not None and ghost is not None:
            self._hang(painter, carried, carried.ghost, ghost)
        if carried.bar is not None:
            self._bar(painter, self._camera.pixels(carried.bar))
        if carried.plus is not None:
            at = self._camera.pixels(Rect(*carried.plus, 0.0, 0.0)).topLeft()
            self._plus(painter, at, carried.hot)

    def _light(self, painter: QPainter, place: QRectF) -> None:
        # Filled upright rectangles: a rounded outline of this size takes half a millisecond.
        area = place.adjusted(-4, 0, 4, 0).toRect()
        inner = area.adjusted(1, 1, -1, -1)
        fill(painter, inner, self._faint(26))
        x, y, w, h = area.adjusted(-1, -1, 1, 1).getRect()
        for edge in ((x, y, w, 2), (x, y + h - 2, w, 2), (x, y + 2, 2, h - 4), (x + w - 2, y + 2, 2, h - 4)):
            painter.fillRect(*edge, self._edge)

    def _fade(self, painter: QPainter, place: QRectF, paper: QColor) -> None:
        area, ratio = place.toRect(), painter.device().devicePixelRatioF()
        size, colors = (area.width(), area.height()), (paper.rgb(), self._faint(120).rgba())
        veil = _veil(size, CORNER * self._camera.scale, ratio, colors)
        painter.drawImage(area.topLeft() - QPoint(1, 1), veil)

    def _bar(self, painter: QPainter, place: QRectF) -> None:
        seen, ratio = self._camera.window(), painter.device().devicePixelRatioF()
        ends = place.left(), place.top(), place.right(), place.bottom()
        # A line may be much longer than the window: its ends stand just out of sight then.
        lows, highs = (seen.left() - REACH, seen.top() - REACH), (seen.right() + REACH, seen.bottom() + REACH)
        x, y, right, bottom = (round(min(max(at, lows[i % 2]), highs[i % 2])) for i, at in enumerate(ends))
        line = _line((right - x, bottom - y), ratio, self._accent.rgba())
        painter.drawImage(QPoint(x - KNOB, y - KNOB), line)

    def ghost(self, picture: QPixmap) -> QPixmap:
        """Return the picture of a card as it hangs on the pointer: cut, edged and with its shadow."""
        ratio, size = picture.devicePixelRatio(), picture.deviceIndependentSize()
        self._lifted = self._camera.scale
        place = QRectF(REACH, REACH, size.width(), size.height())
        ghost = QPixmap((place.size() + QSizeF(2 * REACH, 2 * REACH)).toSize() * ratio)
        ghost.setDevicePixelRatio(ratio)
        ghost.fill(Qt.GlobalColor.transparent)
        radius = CORNER * self._camera.scale
        painter = QPainter(ghost)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cast_shadow(painter, place, radius)
        painter.save()
        painter.setClipPath(_rounded(place, radius))
        painter.drawPixmap(place.topLeft(), picture)
        painter.restore()
        painter.strokePath(_rounded(place, radius), QPen(self._accent, 1.5))
        painter.end()
        return ghost

    def _hang(self, painter: QPainter, carried: Carried, area: Rect, ghost: QPixmap) -> None:
        place = self._camera.pixels(area)
        place.moveTo(round(place.x()), round(place.y()))
        painter.setOpacity(GHOST_REFUSED if carried.grasp is Grasp.REFUSED else GHOST)
        if carried.count > 1:
            self._sheet_behind(painter, place.translated(5, 5), CORNER * self._camera.scale)
        self._draw_ghost(painter, place, ghost)
        painter.setOpacity(1.0)
        sign = "+" if carried.grasp is Grasp.COPY else ""
        number = str(carried.count) if carried.count > 1 else ""
        if sign or number:
            self._badge(painter, place.topRight(), sign + number)

    def _draw_ghost(self, painter: QPainter, place: QRectF, ghost: QPixmap) -> None:
        """Draw the ghost as large as its place is now: after a zoom, what sticks out would be left behind."""
        grown, ratio = self._camera.scale / self._lifted, ghost.devicePixelRatio()
        if grown == 1.0:
            painter.drawPixmap(place.topLeft() - QPointF(REACH, REACH), ghost)
            return
        cut, out = max(REACH - REACH / grown, 0.0) * ratio, min(REACH * grown, REACH)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        part = QRectF(ghost.rect()).adjusted(cut, cut, -cut, -cut)
        painter.drawPixmap(place.adjusted(-out, -out, out, out), ghost, part)

    def _plus(self, painter: QPainter, at: QPointF, hot: bool) -> None:
        """Draw a round button: filled under the pointer, quiet beside it."""
        at = QPointF(round(at.x()), round(at.y()))
        radius = PLUS + (1.0 if hot else 0.0)
        painter.setPen(QPen(QColor("#ffffff") if hot else self._accent, 1.5))
        painter.setBrush(self._accent if hot else QColor("#ffffff"))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(QPen(QColor("#ffffff") if hot else self._accent, 2.0))
        painter.drawLine(QPointF(at.x() - 4, at.y()), QPointF(at.x() + 4, at.y()))
        painter.drawLine(QPointF(at.x(), at.y() - 4), QPointF(at.x(), at.y() + 4))

    def _cast_shadow(self, painter: QPainter, place: QRectF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for reach, alpha in SHADOWS:
            color = QColor(self._shadow)
            color.setAlpha(alpha)
            painter.setBrush(color)
            grown = place.adjusted(-reach, -reach + 2, reach, reach + 3)
            painter.drawRoundedRect(grown, radius + reach, radius + reach)

    def _sheet_behind(self, painter: QPainter, place: QRectF, radius: float) -> None:
        painter.setPen(QPen(self._faint(200), 1.0))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRoundedRect(place, radius, radius)

    def _badge(self, painter: QPainter, at: QPointF, text: str) -> None:
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        width = max(2 * BADGE, painter.fontMetrics().horizontalAdvance(text) + 12.0)
        place = QRectF(at.x() - width / 2, at.y() - BADGE, width, 2 * BADGE)
        painter.setPen(QPen(QColor("#ffffff"), 1.5))
        painter.setBrush(self._accent)
        painter.drawRoundedRect(place, BADGE, BADGE)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _faint(self, alpha: int) -> QColor:
        color = QColor(self._accent)
        color.setAlpha(alpha)
        return color


@lru_cache(maxsize=8)
def _line(size: tuple[int, int], ratio: float, accent: int) -> QImage:
    """Return the line, so many pixels long and high, at which something comes in: knobs at both ends."""
    width, height = size
    line = QImage(
        (QSizeF(width + 2 * KNOB, height + 2 * KNOB) * ratio).toSize(),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    line.setDevicePixelRatio(ratio)
    line.fill(Qt.GlobalColor.transparent)
    white, color = QColor("#ffffff"), QColor.fromRgba(accent)
    solid, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
    start, end = QPointF(KNOB, KNOB), QPointF(KNOB + width, KNOB + height)
    painter = QPainter(line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ink, thick in ((white, 6.0), (color, 3.0)):
        painter.setPen(QPen(ink, thick, solid, cap))
        painter.drawLine(start, end)
    painter.setBrush(white)
    painter.setPen(QPen(color, 2.0))
    for knob in (start, end):
        painter.drawEllipse(knob, 3.5, 3.5)
    painter.end()
    return line


@lru_cache(maxsize=8)
def _veil(size: tuple[int, int], radius: float, ratio: float, colors: tuple[int, int]) -> QImage:
    """Return what fades a card of so many pixels, with a pixel round it, in the colours of paper and edge.

    To draw it anew takes ten times as long.
    """
    (width, height), (paper, edge) = size, colors
    pixels = (QSizeF(width + 2, height + 2) * ratio).toSize()
    veil = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    veil.setDevicePixelRatio(ratio)
    veil.fill(Qt.GlobalColor.transparent)
    painter = QPainter(veil)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor(paper)
    color.setAlpha(VEIL)
    painter.setPen(QPen(QColor.fromRgba(edge), 1.25))
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(1, 1, width, height), radius, radius)
    painter.end()
    return veil


def _rounded(place: QRectF, radius: float) -> QPainterPath:
    outline = QPainterPath()
    outline.addRoundedRect(place, radius, radius)
    return outline
