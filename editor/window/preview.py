"""A sheet of paper as it will come out: the page on the desk, the map within its margins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.canvas.painter import image
from editor.window.backdrop import on_desk
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent

    from editor.export.papers import Page
    from editor.picture.frame import Picture
    from editor.window.tokens import Tokens


class Preview(QWidget):
    """Shows one page, drawn by the exact painter at the size it has on the screen."""

    def __init__(self, picture: Picture, tokens: Tokens) -> None:
        super().__init__()
        self._picture = picture
        self._tokens = tokens
        self._page: Page | None = None
        self._image: QImage | None = None
        self.setAccessibleName(self.tr("Preview of the page"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture on the page."""
        self._picture, self._image = picture, None
        self.update()

    def show_page(self, page: Page) -> None:
        """Show the picture on `page`."""
        self._page = page
        self.update()

    def sheet(self) -> QRectF:
        """Return where the paper is, in pixels."""
        page = self._page
        if page is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(3 * GRID, 3 * GRID, -3 * GRID, -3 * GRID)
        scale = min(room.width() / page.width, room.height() / page.height)
        sheet = QRectF(0, 0, page.width * scale, page.height * scale)
        sheet.moveCenter(room.center())
        return sheet

    def sizeHint(self) -> QSize:
        """Return a size in which a map can be recognised."""
        return QSize(600, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint desk, paper and map."""
        del event
        painter = on_desk(self, self._tokens)
        if self._page is not None:
            self._paint_page(painter, self.sheet(), self._page)

    def _paint_page(self, painter: QPainter, sheet: QRectF, page: Page) -> None:
        painter.setPen(QPen(QColor(self._tokens.edge), 1))
        painter.setBrush(QColor(self._picture.paper))
        painter.drawRect(sheet)
        scale = sheet.width() / page.width
        place = page.placement(self._picture.width, self._picture.height)
        target = QRectF(
            sheet.x() + place.x * scale,
            sheet.y() + place.y * scale,
            self._picture.width * place.scale * scale,
            self._picture.height * place.scale * scale,
        )
        painter.drawImage(target, self._drawn(target.size().toSize() * self.devicePixelRatioF()))

    def _drawn(self, size: QSize) -> QImage:
        """Return the picture in the size wanted; drawn anew only when that is another."""
        if self._image is None or self._image.size() != size:
            self._image = image(self._picture, max(1, size.width()), max(1, size.height()))
        return self._image
