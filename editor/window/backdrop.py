"""The desk on which a dialog lays a sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.window.tokens import Tokens


def on_desk(widget: QWidget, tokens: Tokens) -> QPainter:
    """Return a painter for the whole of `widget`, on which it has painted the desk; it draws smoothly."""
    painter = QPainter(widget)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.desk))
    painter.drawRoundedRect(widget.rect(), 8, 8)
    return painter
