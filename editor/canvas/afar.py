"""The map as it is seen from afar, kept as pixels while nothing but the marks over it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap, QTransform

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize

    Look = tuple[QTransform, QSize, float]


class Afar:
    """The window without its marks; made when it is painted a second time with nothing changed between."""

    def __init__(self) -> None:
        self._look: Look | None = None
        self._pixmap: QPixmap | None = None

    def forget(self) -> None:
        """Forget the pixels, because the map or the place that is looked at has changed."""
        self._look = self._pixmap = None

    def paint(self, painter: QPainter, look: Look, draw: Callable[[QPainter], bool]) -> bool:
        """Paint the window from memory, if it is there; tell whether it was.

        `look` is the painter's transform, the window's size and pixels a pixel. `draw` paints all of the
        window and tells whether nothing is missing.
        """
        if look != self._look:
            self._look, self._pixmap = look, None
            return False
        if self._pixmap is None:
            self._pixmap = _drawn(look, draw)
        if self._pixmap is None:
            self._look = None
            return False
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(0, 0, self._pixmap)
        painter.setWorldTransform(look[0])
        return True


def _drawn(look: Look, draw: Callable[[QPainter], bool]) -> QPixmap | None:
    """Return all pixels of the window, or None where not all could be painted."""
    world, size, ratio = look
    pixmap = QPixmap((size.toSizeF() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setWorldTransform(world)
    whole = draw(painter)
    painter.end()
    return pixmap if whole else None
