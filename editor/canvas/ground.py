"""What the picture lies on: the desk, and the paper with its soft shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRadialGradient, QRegion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.colors import CanvasColors

BLUR = 14
"""Pixels over which the shadow fades."""
DROP = 3
"""Pixels by which the shadow falls below the paper."""


class Ground:
    """Paints desk, shadow and paper; the shadow is nine pieces of one small pixmap."""

    def __init__(self, colors: CanvasColors) -> None:
        self._desk = QColor(colors.desk)
        self._shadow = _shadow(colors)
        self._deepest = QColor(colors.shadow)
        self._deepest.setAlpha(colors.shadow_alpha)

    def paint(
        self, painter: QPainter, exposed: QRectF, sheet: QRectF, paper: str, bands: Iterable[QRect] = ()
    ) -> None:
        """Paint in pixels: the desk over `exposed`, the paper where the sheet is, but not under `bands`."""
        covered = sheet.toRect() if not sheet.isEmpty() else QRect()
        for rect in QRegion(exposed.toAlignedRect()).subtracted(covered):
            painter.fillRect(rect, self._desk)
        if sheet.isEmpty():
            return
        if not QRectF(covered).contains(exposed):
            self._paint_shadow(painter, sheet.translated(0, DROP))
            painter.fillRect(QRectF(sheet.left(), sheet.bottom(), sheet.width(), DROP), self._deepest)
        bare = QRegion(covered & exposed.toAlignedRect())
        for band in bands:
            bare -= band
        for rect in bare:
            painter.fillRect(rect, QColor(paper))

    def _paint_shadow(self, painter: QPainter, sheet: QRectF) -> None:
        b = float(BLUR)
        xs = (sheet.left() - b, sheet.left(), sheet.right(), sheet.right() + b)
        ys = (sheet.top() - b, sheet.top(), sheet.bottom(), sheet.bottom() + b)
        cuts = (0.0, b, b + 1, 2 * b + 1)
        for i in range(3):
            for j in range(3):
                if (i, j) != (1, 1):
                    target = QRectF(xs[i], ys[j], xs[i + 1] - xs[i], ys[j + 1] - ys[j])
                    source = QRectF(cuts[i], cuts[j], cuts[i + 1] - cuts[i], cuts[j + 1] - cuts[j])
                    painter.drawPixmap(target, self._shadow, source)


def _shadow(colors: CanvasColors) -> QPixmap:
    """Return the shadow of one pixel: a disc that fades to nothing."""
    size = 2 * BLUR + 1
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    gradient = QRadialGradient(size / 2, size / 2, BLUR + 0.5)
    for at, share in ((0.0, 1.0), (0.25, 0.6), (0.5, 0.28), (0.75, 0.08), (1.0, 0.0)):
        color = QColor(colors.shadow)
        color.setAlpha(round(colors.shadow_alpha * share))
        gradient.setColorAt(at, color)
    painter = QPainter(pixmap)
    painter.fillRect(pixmap.rect(), gradient)
    painter.end()
    return pixmap
