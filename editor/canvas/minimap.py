"""The minimap: the whole map as small blocks with the window's part framed; press or drag to go there.

It is there only while the window shows less than the map, which it would only cover.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from editor.canvas.panel import PAD, paint_panel
from editor.picture.geometry import Point

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from editor.canvas.view import MapView

WIDEST, TALLEST = 168, 104
"""Pixels the drawing takes at most."""
PATIENCE = 120
"""Milliseconds after the last change of the picture before it is drawn anew."""


class Minimap(QWidget):
    """Shows where on its map a view is."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._drawing = QPixmap()
        self._wanted = True
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._redraw)
        view.moved.connect(self._follow)
        view.picture_changed.connect(self._follow)
        view.picture_changed.connect(self._late.start)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the map"))
        self.setFixedSize(WIDEST, TALLEST)

    @property
    def needless(self) -> bool:
        """Whether the window shows the whole map."""
        shown, sheet = self._view.camera.shown(), self._view.camera.sheet
        return (
            shown.x <= sheet.x
            and shown.y <= sheet.y
            and shown.right >= sheet.right
            and shown.bottom >= sheet.bottom
        )

    def _follow(self) -> None:
        """Come or go with what the window shows."""
        if self.isHidden() is (self._wanted and not self.needless):
            self.setVisible(self._wanted)
            self._view.place_panels()
        self.update()

    def _redraw(self) -> None:
        """Draw the map anew, as large as fits."""
        sheet = self._view.camera.sheet
        scale = min(WIDEST / sheet.w, TALLEST / sheet.h)
        size = QSize(max(round(sheet.w * scale), 8), max(round(sheet.h * scale), 8))
        ratio = self.devicePixelRatioF()
        self._drawing = QPixmap(size * ratio)
        self._drawing.setDevicePixelRatio(ratio)
        self._view.draw_small(self._drawing, scale)
        self.setFixedSize(size + QSize(2 * PAD, 2 * PAD))
        self._view.place_panels()
        self.update()

    def _frame(self) -> QRectF:
        """Return the window's part of the map, in the widget's pixels."""
        shown, sheet = self._view.camera.shown(), self._view.camera.sheet
        scale = (self.width() - 2 * PAD) / sheet.w
        frame = QRectF(PAD + shown.x * scale, PAD + shown.y * scale, shown.w * scale, shown.h * scale)
        return frame & QRectF(self.rect()).adjusted(PAD - 1, PAD - 1, 1 - PAD, 1 - PAD)

    def _go(self, place: QPointF) -> None:
        """Bring the map's point at `place` to the middle of the window."""
        sheet, window = self._view.camera.sheet, self._view.camera.window()
        scale = sheet.w / (self.width() - 2 * PAD)
        point = Point((place.x() - PAD) * scale, (place.y() - PAD) * scale)
        self._view.camera.fitted = False
        self._view.camera.put(point, window.width() / 2, window.height() / 2)

    # Qt

    def setVisible(self, visible: bool) -> None:
        """Be there from now on, when there is something to tell, or not at all."""
        self._wanted = visible
        super().setVisible(visible and not self.needless)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the panel, the map and the frame."""
        painter = QPainter(self)
        colors = self._view.colors
        paint_panel(painter, QRectF(self.rect()), colors)
        painter.drawPixmap(PAD, PAD, self._drawing)
        tint = QColor(colors.accent)
        painter.setPen(QPen(tint, 1.5))
        tint.setAlpha(20)
        painter.setBrush(tint)
        painter.drawRoundedRect(self._frame(), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the button goes down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the event from the canvas below."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())
