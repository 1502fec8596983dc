"""Paints guides: dots, lines that are being drawn, their target, and the value of an emotion."""

from __future__ import annotations

from math import atan2, cos, hypot, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from editor.canvas.tools.guides import Bubble, Dots, Guide, Rubber, Say, Target
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from editor.canvas.camera import Camera
    from editor.canvas.colors import CanvasColors

DOT, HOT = 3.5, 5.5
"""Pixels of radius of a dot, and of the one under the pointer."""
HEAD = 9.0
"""Pixels of an arrow head's length."""
BUBBLE_WIDTH, BUBBLE_HEIGHT, BUBBLE_GAP, PAD = 220, 26, 18, 10
LETTERS = 12
SAYING = 460
"""Pixels round a place within which words about it stay."""
PLUS = "+"
MINUS = "\N{MINUS SIGN}"


def guide_area(guide: Guide, camera: Camera) -> QRect:
    """Return the pixels a guide covers, with some room to spare."""
    match guide:
        case Dots():
            places = guide.places
        case Rubber():
            places = (guide.start, guide.end)
        case Target():
            return camera.touched(guide.rect, 8)
        case Bubble():
            return _bubble_area(guide, camera)
        case Say():
            return camera.touched(Rect(*guide.at, 0.0, 0.0), SAYING)
    xs, ys = [place[0] for place in places], [place[1] for place in places]
    return camera.touched(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)), 14)


def _bubble_area(bubble: Bubble, camera: Camera) -> QRect:
    reach = BUBBLE_WIDTH + BUBBLE_GAP + 4
    area = camera.touched(Rect(*bubble.at, 0.0, 0.0), reach)
    area.adjust(0, reach - 2 * BUBBLE_HEIGHT, 0, 2 * BUBBLE_HEIGHT - reach)
    if bubble.line is not None:
        left, right, y = bubble.line
        area = area.united(camera.touched(Rect(left, y, right - left, 0.0)))
    return area


def spoken(value: float) -> str:
    """Return an emotion as a signed number with one or two digits, in the numerals of the user's language."""
    number = round(value, 2)
    digits = 1 if round(number, 1) == number else 2
    sign = PLUS if number > 0 else MINUS if number < 0 else ""
    return sign + QLocale().toString(abs(number), "f", digits)


class Guiding:
    """Paints guides in pixels, in the colours of a window theme."""

    def __init__(self, colors: CanvasColors) -> None:
        self._accent = QColor(colors.accent)
        self._paper = QColor("#ffffff")
        self._panel, self._edge, self._ink = (
            QColor(color) for color in (colors.panel, colors.panel_edge, colors.panel_ink)
        )
        self._shadow = QColor(colors.shadow)
        self._shadow.setAlpha(28)

    def paint(self, painter: QPainter, guide: Guide, camera: Camera) -> None:
        """Paint one guide, the painter standing in pixels."""
        match guide:
            case Dots():
                self._dots(painter, guide, camera)
            case Rubber():
                self._rubber(painter, guide, camera)
            case Target():
                self._target(painter, guide, camera)
            case Bubble():
                self._bubble(painter, guide, camera)
            case Say():
                self._say(painter, guide, camera)

    def paint_under(self, painter: QPainter, guide: Guide, camera: Camera) -> None:
        """Paint what of a guide lies on the paper, below pinned headers and rails."""
        if isinstance(guide, Bubble):
            self._level(painter, guide, camera)

    def _dots(self, painter: QPainter, dots: Dots, camera: Camera) -> None:
        for place in dots.places:
            hot = place == dots.hot
            self._dot(painter, _pixel(camera, place), HOT if hot else DOT, filled=hot)

    def _dot(self, painter: QPainter, at: QPointF, radius: float, filled: bool) -> None:
        painter.setPen(QPen(self._paper if filled else self._accent, 1.5))
        painter.setBrush(self._accent if filled else self._paper)
        painter.drawEllipse(at, radius, radius)

    def _rubber(self, painter: QPainter, rubber: Rubber, camera: Camera) -> None:
        start, end = _pixel(camera, rubber.start), _pixel(camera, rubber.end)
        tail, tip = (end, start) if rubber.backward else (start, end)
        length = hypot(tip.x() - tail.x(), tip.y() - tail.y())
        if length < 1.0:
            return
        angle = atan2(tip.y() - tail.y(), tip.x() - tail.x())
        neck = tip - QPointF(cos(angle), sin(angle)) * min(HEAD - 1.0, length)
        painter.setPen(QPen(self._accent, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(tail, neck)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        painter.drawPolygon(_head(tip, angle))
        self._dot(painter, start, DOT, filled=True)

    def _target(self, painter: QPainter, target: Target, camera: Camera) -> None:
        place = camera.pixels(target.rect)
        fill = QColor(self._accent)
        fill.setAlpha(22)
        edge = QPen(self._accent, 1.5 if target.fresh else 2.0)
        if target.fresh:
            edge.setDashPattern([3.0, 2.5])
        painter.setPen(edge)
        painter.setBrush(fill)
        radius = min(8.0 * camera.scale, 12.0)
        painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), radius, radius)

    def _level(self, painter: QPainter, bubble: Bubble, camera: Camera) -> None:
        if bubble.line is None:
            return
        left, right, y = bubble.line
        color = QColor(self._accent)
        color.setAlpha(110)
        painter.setPen(QPen(color, 1.0))
        line = camera.pixels(Rect(left, y, right - left, 0.0))
        height = round(line.top()) + 0.5
        painter.drawLine(QPointF(line.left(), height), QPointF(line.right(), height))

    def _bubble(self, painter: QPainter, bubble: Bubble, camera: Camera) -> None:
        value, level = spoken(bubble.value), bubble.level
        bold, plain = _letters(painter.font(), bold=True), _letters(painter.font(), bold=False)
        number = QFontMetricsF(bold).horizontalAdvance(value)
        room = BUBBLE_WIDTH - number - 3 * PAD
        level = QFontMetricsF(plain).elidedText(level, Qt.TextElideMode.ElideRight, room)
        words = QFontMetricsF(plain).horizontalAdvance(level)
        width = round(number + 2 * PAD + (words + 8 if level else 0))
        place = _beside(_pixel(camera, bubble.at), width, camera, bubble.rtl)
        self._plate(painter, place)
        centred = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setPen(self._accent)
        painter.setFont(bold)
        painter.drawText(place.adjusted(PAD, 0, 0, 0), centred | Qt.AlignmentFlag.AlignLeft, value)
        painter.setPen(self._ink)
        painter.setFont(plain)
        painter.drawText(place.adjusted(0, 0, -PAD, 0), centred | Qt.AlignmentFlag.AlignRight, level)

    def _say(self, painter: QPainter, say: Say, camera: Camera) -> None:
        text, letters = QCoreApplication.translate("Refusals", say.text), _letters(painter.font(), bold=False)
        width = round(QFontMetricsF(letters).horizontalAdvance(text)) + 2 * PAD
        at, window = _pixel(camera, say.at), camera.window()
        left = max(2, min(round(at.x()) - width // 2, window.width() - width - 2))
        below = round(at.y()) + BUBBLE_GAP
        top = below if below + BUBBLE_HEIGHT < window.height() else round(at.y()) - BUBBLE_GAP - BUBBLE_HEIGHT
        place = QRectF(left + 0.5, top + 0.5, width, BUBBLE_HEIGHT)
        self._plate(painter, place)
        painter.setPen(self._ink)
        painter.setFont(letters)
        # In the direction of the words, whatever that of the map is.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)

    def _plate(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._shadow)
        painter.drawRoundedRect(place.translated(0, 1.5), 7, 7)
        painter.setPen(QPen(self._edge, 1.0))
        painter.setBrush(self._panel)
        painter.drawRoundedRect(place, 6, 6)


def _letters(base: QFont, bold: bool) -> QFont:
    font = QFont(base)
    font.setPixelSize(LETTERS)
    font.setBold(bold)
    return font


def _beside(at: QPointF, width: int, camera: Camera, rtl: bool) -> QRectF:
    """Return where a bubble stands: right of the pointer (left when `rtl`) unless the window ends there."""
    left, top = round(at.x()) + BUBBLE_GAP, round(at.y()) - BUBBLE_HEIGHT // 2
    other = round(at.x()) - BUBBLE_GAP - width
    if (rtl and other >= 0) or left + width > camera.window().width():
        left = other
    return QRectF(left + 0.5, top + 0.5, width, BUBBLE_HEIGHT)


def _head(tip: QPointF, angle: float) -> QPolygonF:
    half = 0.42
    back = [tip - QPointF(cos(angle + turn), sin(angle + turn)) * HEAD for turn in (half, -half)]
    return QPolygonF([tip, *back])


def _pixel(camera: Camera, place: tuple[float, float]) -> QPointF:
    return camera.pixels(Rect(*place, 0.0, 0.0)).topLeft()
