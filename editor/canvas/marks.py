"""The marks over the picture: hover, choice, focus and the rubber band. They are never part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRegion

from editor.canvas.fills import fill
from editor.canvas.outlines import painter_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPointF

    from editor.canvas.colors import CanvasColors
    from editor.canvas.spot import Spot
    from editor.picture.geometry import Path

REACH = 8
"""Pixels by which marks reach beyond what they mark."""


class Marks:
    """Paints marks, in pixels."""

    def __init__(self, colors: CanvasColors) -> None:
        self._accent = QColor(colors.accent)
        self._halo = QColor(colors.accent)
        self._halo.setAlpha(colors.halo_alpha)
        self._focus = QColor(colors.focus)

    def hover(self, painter: QPainter, spot: Spot, place: QRectF) -> None:
        """Outline lightly what the pointer is on; an open cell only gets a breath of colour."""
        if spot.role == "cell":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._faint(16))
        else:
            painter.setPen(QPen(self._faint(150), 1.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        _rounded(painter, place.adjusted(-1, -1, 1, 1), spot, place)

    def chosen(self, painter: QPainter, spot: Spot, place: QRectF, focused: bool) -> None:
        """Outline what is chosen, with a halo while the keyboard works here."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if focused:
            painter.setPen(QPen(self._halo, 5.0))
            _rounded(painter, place.adjusted(-2.5, -2.5, 2.5, 2.5), spot, place)
        painter.setPen(QPen(self._accent, 1.75))
        _rounded(painter, place.adjusted(-1.5, -1.5, 1.5, 1.5), spot, place)

    def many(self, painter: QPainter, places: list[QRectF], origin: QPointF, scale: float) -> None:
        """Tint and outline very many chosen things at once: `places` are points from pixel `origin` on."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.translate(origin)
        painter.scale(scale, scale)
        edge = QPen(self._accent, 1.0)
        edge.setCosmetic(True)
        painter.setPen(edge)
        painter.setBrush(self._faint(48))
        painter.drawRects(places)
        painter.restore()

    def span(self, painter: QPainter, place: QRectF) -> None:
        """Tint the column or row of a chosen header, which goes where the header goes."""
        painter.fillRect(place, self._faint(14))

    def chosen_line(self, painter: QPainter, paths: Iterable[Path], scale: float, x: float, y: float) -> None:
        """Draw over a chosen connection: its strokes from pixel (x, y) on."""
        outline = QPainterPath()
        for path in paths:
            outline.addPath(painter_path(path, scale, x, y))
        for color, width in ((self._halo, 7.0), (self._accent, 2.25)):
            painter.strokePath(outline, QPen(color, width))

    def handle(self, painter: QPainter, at: QPointF) -> None:
        """Draw the handle at an end of a chosen connection."""
        painter.setPen(QPen(self._accent, 1.5))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawEllipse(at, 4.0, 4.0)

    def focus(self, painter: QPainter, spot: Spot, place: QRectF) -> None:
        """Draw the ring of the keyboard focus on what is not, or not alone, chosen."""
        painter.setBrush(self._faint(14) if spot.role == "cell" else Qt.BrushStyle.NoBrush)
        ring = QPen(self._focus, 1.5)
        ring.setDashPattern([3.0, 2.0])
        painter.setPen(ring)
        _rounded(painter, place.adjusted(-5, -5, 5, 5), spot, place)

    def band(self, painter: QPainter, place: QRectF) -> None:
        """Draw the rubber band."""
        area = place.toAlignedRect()
        fill(painter, area, self._faint(28))
        for edge in QRegion(area) - QRegion(area.adjusted(1, 1, -1, -1)):
            painter.fillRect(edge, self._accent)

    def _faint(self, alpha: int) -> QColor:
        color = QColor(self._accent)
        color.setAlpha(alpha)
        return color


def _rounded(painter: QPainter, rect: QRectF, spot: Spot, place: QRectF) -> None:
    """Draw a rectangle whose corners follow those of what it surrounds."""
    if spot.role == "point":
        painter.drawEllipse(rect)
        return
    scale = place.width() / max(spot.rect.w, 1.0)
    grown = (rect.width() - place.width()) / 2
    radius = min(8.0 * scale, 12.0) + grown
    painter.drawRoundedRect(rect, radius, radius)
