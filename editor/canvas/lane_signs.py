"""Signs on the rails of lanes that are locked or collapsed: on the screen only, never in the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from editor.canvas.tools.refusing import COLLAPSED, LOCKED
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.canvas.camera import Camera
    from editor.canvas.pinned import Pinned
    from editor.canvas.places import Places

ORDER = ("locked", "collapsed")
"""What a sign can say, from top to bottom."""
SIZE, SMALLEST, LARGEST = 8.5, 9.0, 20.0
"""Points of a sign's side, and the pixels between which it stays."""
GAP = 2.0
"""Points between a sign and the rail's inner edge, and between two signs."""
MIDDLE = 16.0
"""Points from the upper edge of a lane to the middle of its name's first line, where its signs stand."""
INK = QColor("#4b5563")
"""Dark in both themes of the window: rails are paper, and paper stays light."""


class LaneSign(NamedTuple):
    """What holds of a lane ("locked", "collapsed"), and where its rail is on the sheet."""

    flags: tuple[str, ...]
    rail: Rect


def lane_signs(shut: Mapping[str, frozenset[str]], places: Places) -> tuple[LaneSign, ...]:
    """Return the signs of the lanes that are `shut`: lane ids with what holds of them."""
    found = (
        (shut[plan.ref], rail.rect.moved(place.x, place.y))
        for place, plan in places.lanes
        if plan.ref in shut and (rail := plan.spot(plan.ref))
    )
    return tuple(LaneSign(tuple(name for name in ORDER if name in flags), rail) for flags, rail in found)


def said(flags: frozenset[str]) -> str:
    """Return what a tip says about a lane, line by line."""
    sentences = {"locked": LOCKED, "collapsed": COLLAPSED}
    return "\n".join(
        QCoreApplication.translate("Refusals", str(sentences[name])) for name in ORDER if name in flags
    )


def named(label: str, flags: frozenset[str]) -> str:
    """Return how a screen reader calls a lane."""
    templates = {
        ("locked",): QCoreApplication.translate("MapReader", "{lane}, locked"),
        ("collapsed",): QCoreApplication.translate("MapReader", "{lane}, collapsed"),
        ("locked", "collapsed"): QCoreApplication.translate("MapReader", "{lane}, locked and collapsed"),
    }
    holds = tuple(name for name in ORDER if name in flags)
    return templates[holds].format(lane=label) if holds else label


class SignPainter:
    """Paints signs at the inner upper corner of their rails, which may be pinned."""

    def __init__(self, signs: tuple[LaneSign, ...], camera: Camera, pinned: Pinned, rtl: bool) -> None:
        self.signs, self._camera, self._pinned, self._rtl = signs, camera, pinned, rtl

    def areas(self) -> list[QRectF]:
        """Return the pixels that signs cover now."""
        shift = self._pinned.rails_shift()
        return [place for sign in self.signs for _, place in self.places(sign, shift)]

    def places(self, sign: LaneSign, shift: float) -> Iterator[tuple[str, QRectF]]:
        """Yield each word of a sign and its square in pixels; rails are moved by `shift` pixels."""
        scale = self._camera.scale
        side, gap = min(max(SIZE * scale, SMALLEST), LARGEST), GAP * scale
        rail = self._camera.pixels(sign.rail).translated(shift, 0)
        tall = len(sign.flags) * (side + gap) - gap
        row = tall > rail.height()  # side by side where one above the other would reach out of the lane
        x = rail.left() + gap if self._rtl else rail.right() - gap - side
        y = rail.top() + MIDDLE * scale - (side if row else tall) / 2
        dx, dy = ((side if self._rtl else -side), 0.0) if row else (0.0, side + gap)
        for number, name in enumerate(sign.flags):
            yield name, QRectF(x + number * dx, y + number * dy, side, side)

    def paint(self, painter: QPainter) -> None:
        """Paint the signs where the rails are seen now, clear of the pinned header."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window = QRectF(self._camera.window())
        painter.setClipRect(
            window.adjusted(0, self._pinned.header_area().bottom(), 0, 0), Qt.ClipOperation.IntersectClip
        )
        shift = self._pinned.rails_shift()
        for sign in self.signs:
            for name, place in self.places(sign, shift):
                if place.intersects(window):
                    (_lock if name == "locked" else self._fold)(painter, place)
        painter.restore()

    def _fold(self, painter: QPainter, place: QRectF) -> None:
        """Draw the triangle of something closed: it points where time goes."""
        room = place.adjusted(place.width() * 0.26, place.height() * 0.16, 0, -place.height() * 0.16)
        tip, base = room.right() - place.width() * 0.2, room.left()
        if self._rtl:
            tip, base = (2 * place.center().x() - x for x in (tip, base))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(INK)
        painter.drawPolygon(
            QPolygonF(
                [QPointF(base, room.top()), QPointF(tip, room.center().y()), QPointF(base, room.bottom())]
            )
        )


def _lock(painter: QPainter, place: QRectF) -> None:
    """Draw a padlock."""
    w, h = place.width(), place.height()
    body = QRectF(place.x() + w * 0.14, place.y() + h * 0.45, w * 0.72, h * 0.5)
    ring = QRectF(place.x() + w * 0.28, place.y() + h * 0.06, w * 0.44, h * 0.56)
    bow = QPainterPath(QPointF(ring.left(), body.top()))
    bow.arcTo(ring.left(), ring.top(), ring.width(), ring.width(), 180.0, -180.0)
    bow.lineTo(ring.right(), body.top())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(bow, QPen(INK, max(w * 0.13, 1.2)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    painter.drawRoundedRect(body, w * 0.1, w * 0.1)
