"""The small panels that float over the desk: round corners, a hairline, a breath of shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from editor.canvas.colors import CanvasColors
    from editor.canvas.hints import HintBar

PAD = 9
"""Pixels between a panel's edge and what it holds, the shadow included."""
RADIUS = 7.0
SHADOW = 3
MARGIN = 16
"""Pixels between a panel and the window's edge."""


def paint_panel(painter: QPainter, area: QRectF, colors: CanvasColors) -> None:
    """Paint an empty panel that fills `area` with its shadow."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = area.adjusted(SHADOW, SHADOW - 1, -SHADOW, -SHADOW - 1)
    shade = QColor(colors.shadow)
    shade.setAlpha(max(colors.shadow_alpha // 6, 4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for grown in range(1, SHADOW + 1):
        painter.drawRoundedRect(body.adjusted(-grown, 1 - grown, grown, 1 + grown), RADIUS, RADIUS)
    painter.setBrush(QColor(colors.panel))
    painter.setPen(QPen(QColor(colors.panel_edge), 1.0))
    painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def place_panels(window: QRect, minimap: QWidget, hints: HintBar, *, rtl: bool) -> None:
    """Put the minimap where the map ends, clear of the lanes' names, and the hints into the middle."""
    taken = 0 if minimap.isHidden() else minimap.width() + MARGIN
    hints.fit(window.width() - taken - 2 * MARGIN)
    left = MARGIN if rtl else window.width() - minimap.width() - MARGIN
    minimap.move(left, window.height() - minimap.height() - MARGIN)
    middle = (window.width() - hints.width()) // 2
    free = window.width() - taken - MARGIN - hints.width()
    at = max(middle, taken + MARGIN) if rtl else min(middle, free)
    hints.move(max(at, MARGIN), window.height() - hints.height() - MARGIN)
    minimap.raise_()
