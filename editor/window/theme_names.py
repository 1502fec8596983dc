"""The themes a map can wear: what they are called here, and what they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

if TYPE_CHECKING:
    from editor.layout.theme import Theme

noop = QT_TRANSLATE_NOOP

NAMES = {
    "paper": noop("Themes", "Paper"),
    "warm": noop("Themes", "Sand"),
    "sea": noop("Themes", "Sea"),
    "contrast": noop("Themes", "High contrast"),
    "grey": noop("Themes", "Print grey"),
}
"""The themes that come with the program, by the name that files give them."""

PREVIEW = (72, 30)
"""Width and height of a small picture of a theme, in pixels."""


def theme_name(name: str) -> str:
    """Return what a theme is called; the name in the file where it is not known here."""
    return QCoreApplication.translate("Themes", NAMES[name]) if name in NAMES else name


def theme_icon(theme: Theme) -> QIcon:
    """Return a small picture of a theme, as sharp on fine screens."""
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = _preview(theme, ratio)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(pixmap, mode)
    return icon


def _preview(theme: Theme, ratio: int) -> QPixmap:
    wide, high = PREVIEW
    pixmap = QPixmap(wide * ratio, high * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.card_edge), 1.0))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(QRectF(0.5, 0.5, wide - 1, high - 1), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, color in enumerate((theme.stage, theme.strong, theme.stage)):
        painter.setBrush(QColor(color))
        painter.drawPolygon(_chevron(5.0 + place * 21.0, 5.0, 20.0, 9.0))
    for place, color in enumerate(theme.accents[:5]):
        painter.setBrush(QColor(color))
        painter.drawEllipse(QPointF(11.0 + place * 12.5, 21.5), 4.0, 4.0)
    painter.end()
    return pixmap


def _chevron(x: float, y: float, w: float, h: float) -> QPolygonF:
    corners = [(x, y), (x + w - 3, y), (x + w, y + h / 2), (x + w - 3, y + h), (x, y + h), (x + 3, y + h / 2)]
    return QPolygonF([QPointF(*corner) for corner in corners])
