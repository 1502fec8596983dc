"""The field of the inspector for a picture: shown small, taken from a file or a drop, taken away again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from editor.canvas.parcels import file
from editor.model.records import Image
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from editor.model.journey import Journey

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".svg"})
"""What may be dropped; that SVG is not taken is then said."""


def picture_icon(journey: Journey, key: str, side: int) -> QIcon:
    """Return the picture with that id as an icon `side` pixels wide and high."""
    record = journey.get(key)
    icon = QIcon()
    for ratio in (1, 2):
        icon.addPixmap(shrunk(record.data if isinstance(record, Image) else b"", side, ratio))
    return icon


def shrunk(content: bytes, side: int, ratio: float) -> QPixmap:
    """Return a PNG or JPEG that fits a square of `side` pixels on screens of that pixel ratio."""
    picture = QImage.fromData(QByteArray(content)) if content else QImage()
    if not picture.isNull():
        fit, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(QSize(round(side * ratio), round(side * ratio)), fit, smooth)
    pixmap = QPixmap.fromImage(picture)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class Thumbnail(QWidget):
    """A picture in a square, a dashed square where there is none."""

    SIDE = 48

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setFixedSize(self.SIDE, self.SIDE)

    def show_picture(self, content: bytes) -> None:
        """Show a PNG or JPEG, or nothing."""
        self._pixmap = shrunk(content, self.SIDE, self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        del event
        painter = QPainter(self)
        if self._pixmap.isNull():
            ink = self.palette().color(self.foregroundRole())
            ink.setAlpha(90)
            painter.setPen(QPen(ink, 1.0, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
            return
        size = self._pixmap.deviceIndependentSize()
        place = (round((self.SIDE - size.width()) / 2), round((self.SIDE - size.height()) / 2))
        painter.drawPixmap(*place, self._pixmap)


class PictureField(QWidget):
    """A thumbnail with two buttons; `chosen` tells the file of a picture, `removed` that none is wanted."""

    chosen = Signal(Path)
    removed = Signal()
    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._journey: Journey | None = None
        self.thumbnail = Thumbnail()
        self.choose = QPushButton(self.tr("Picture…"))
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setProperty("role", "link")
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.thumbnail)
        for button in (self.choose, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.choose)

    def look_in(self, journey: Journey) -> None:
        """Find pictures in this journey."""
        self._journey = journey

    def show_value(self, value: object, mixed: bool = False) -> None:
        """Show the picture with that id, nothing where there are several or none."""
        known = self._journey.get(str(value)) if self._journey and value and not mixed else None
        self.thumbnail.show_picture(known.data if isinstance(known, Image) else b"")
        self.remove.setVisible(bool(value) or mixed)

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Choose a picture"), "", self.tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            self.chosen.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let one picture be dropped."""
        if _file(event) is not None:
            _take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture that was dropped."""
        path = _file(event)
        if path is not None:
            _take_copy(event)
            self.chosen.emit(path)


def _file(event: QDropEvent) -> Path | None:
    """Return the one picture file that is dragged, if it is one."""
    path = file(event.mimeData())
    return path if path.suffix.lower() in SUFFIXES else None


def _take_copy(event: QDropEvent) -> None:
    """Leave the file where it is: who is told that it was moved would remove it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
