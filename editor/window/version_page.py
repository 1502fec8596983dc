"""One version at large: its picture, and under it what differs from the map as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from editor.window.backdrop import on_desk
from editor.window.differences import SIGNS
from editor.window.plain import label
from editor.window.tokens import GRID
from editor.window.version_words import summed_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QPaintEvent

    from editor.window.differences import Difference
    from editor.window.tokens import Tokens

MOST = 300
"""So many differences are listed; more would not be read."""
_LIST_HEIGHT = 148


class VersionPage(QWidget):
    """Shows a picture and differences, or a sentence in their place."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.sheet = Sheet(tokens)
        self.summary = label("", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What differs from now"))
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addWidget(self.sheet, 1)
        rows.addWidget(self.summary)
        rows.addWidget(self.list)

    def show_words(self, words: str) -> None:
        """Show a sentence where a picture would be."""
        self.sheet.show_words(words)
        self.summary.setText("")
        self.list.clear()
        self.list.hide()

    def show_version(self, image: QImage, found: Sequence[Difference]) -> None:
        """Show the picture of a version and what restoring it would do."""
        self.sheet.show_image(image)
        self.summary.setText(summed_up(found))
        self.list.clear()
        for one in found[:MOST]:
            self.list.addItem(QListWidgetItem(f"{SIGNS[one.act]}  {one.words}"))
        self.list.setVisible(bool(found))


class Sheet(QWidget):
    """A picture of a map on the desk, as large as there is room."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._image: QImage | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture of the version"))

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self._image, self._words = image, ""
        self.update()

    def show_words(self, words: str) -> None:
        """Show a sentence."""
        self._image, self._words = None, words
        self.update()

    def words(self) -> str:
        """Return the sentence that is shown."""
        return self._words

    def has_image(self) -> bool:
        """Tell whether a picture is shown."""
        return self._image is not None

    def sizeHint(self) -> QSize:
        """Return a size in which a map can be recognised."""
        return QSize(600, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk, and the picture or the sentence on it."""
        del event
        painter = on_desk(self, self._tokens)
        room = QRectF(self.rect()).adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID)
        painter.setPen(QPen(QColor(self._tokens.muted)))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        if self._image is not None:
            self._paint_image(painter, room, self._image)

    def _paint_image(self, painter: QPainter, room: QRectF, image: QImage) -> None:
        size = image.deviceIndependentSize().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        painter.setPen(QPen(QColor(self._tokens.edge), 1))
        painter.drawRect(target)
        # Halving first: shrinking a picture to less than half its size at once leaves out letters.
        painter.drawImage(target, _halved(image, size.toSize() * self.devicePixelRatioF()))


def _halved(image: QImage, size: QSize) -> QImage:
    if image.width() < 1.5 * size.width() or size.isEmpty():
        return image
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
