"""The list of versions: each with a small picture, its name, when it was kept and how much is on it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from editor.window.plain import isolated, tip
from editor.window.version_words import called, counts, when

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from editor.session.versions import Version
    from editor.window.tokens import Tokens

    AnyIndex = QModelIndex | QPersistentModelIndex

ROW = 80
THUMB = QSize(96, 64)
_ROLE = Qt.ItemDataRole.UserRole
_LINE = 19


class VersionList(QListView):
    """Versions from the newest on; `chosen` tells of the one that is current."""

    chosen = Signal()

    def __init__(self, thumb: Callable[[Version], QPixmap | None], tokens: Tokens) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Versions"))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(VersionPainter(thumb, tokens, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit())

    def show_versions(self, versions: Sequence[Version], now: datetime) -> None:
        """Show these versions; the one that was current stays so, or else the newest is."""
        known = self.current()
        self._model.clear()
        for version in versions:
            self._model.appendRow(_item(version, now))
        files = [version.file for version in versions]
        place = files.index(known.file) if known and known.file in files else 0
        self.setCurrentIndex(self._model.index(place, 0))

    def versions(self) -> list[Version]:
        """Return the versions that are listed."""
        return [self._model.item(row).data(_ROLE)[0] for row in range(self._model.rowCount())]

    def current(self) -> Version | None:
        """Return the version that is current."""
        found = self.currentIndex().data(_ROLE)
        return found[0] if found else None


def _item(version: Version, now: datetime) -> QStandardItem:
    moment = when(version.when, now)
    item = QStandardItem(called(version))
    item.setData((version, moment), _ROLE)
    item.setData(f"{called(version)}, {moment}, {counts(version)}", Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(tip(called(version)))
    item.setEditable(False)
    return item


class VersionPainter(QStyledItemDelegate):
    """Paints one version as plain text beside its picture, mirrored where the window is."""

    def __init__(
        self, thumb: Callable[[Version], QPixmap | None], tokens: Tokens, parent: VersionList
    ) -> None:
        super().__init__(parent)
        self._list = parent
        self._thumb = thumb
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height that every version has."""
        del option, index
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the version of `index` into `option.rect`."""
        version, moment = index.data(_ROLE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if option.state & QStyle.StateFlag.State_Selected:
            self._mark(painter, option.rect)
        place = option.rect.adjusted(10, 8, -10, -8)
        thumb = QRect(place.topLeft(), THUMB)
        words = place.adjusted(THUMB.width() + 12, 1, 0, 0)
        mirrored = self._list.layoutDirection()
        self._picture(painter, QStyle.visualRect(mirrored, place, thumb), version)
        self._words(painter, QStyle.visualRect(mirrored, place, words), option.font, (version, moment))
        painter.restore()

    def _mark(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.soft))
        painter.drawRoundedRect(QRectF(place).adjusted(2, 2, -2, -2), 6, 6)

    def _picture(self, painter: QPainter, place: QRect, version: Version) -> None:
        painter.setPen(QPen(QColor(self._tokens.edge), 1))
        painter.setBrush(QColor(self._tokens.desk))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        thumb = self._thumb(version) if version.readable else None
        if thumb is not None:
            size = thumb.deviceIndependentSize().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width() - 6, size.height() - 6)
            target.moveCenter(QRectF(place).center())
            painter.drawPixmap(target, thumb, QRectF(thumb.rect()))

    def _words(self, painter: QPainter, place: QRect, font: QFont, said: tuple[Version, str]) -> None:
        version, moment = said
        tokens, small = self._tokens, QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        own = QFont(font)
        own.setBold(bool(version.name))
        ink = tokens.ink if version.readable else tokens.danger
        lines = (
            (called(version), own, ink),
            (moment, small, tokens.muted),
            (counts(version), small, tokens.muted),
        )
        for row, (text, letters, color) in enumerate(lines):
            line = QRect(place.x(), place.y() + row * (_LINE + 1), place.width(), _LINE + 2)
            painter.setFont(letters)
            painter.setPen(QColor(color))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            # Isolated: a name runs in its own direction, whatever that of the window is.
            painter.drawText(line, self._side() | Qt.AlignmentFlag.AlignVCenter, isolated(shown))

    def _side(self) -> Qt.AlignmentFlag:
        """Return the side on which the window's words begin, whatever direction a name has."""
        rtl = self._list.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute
