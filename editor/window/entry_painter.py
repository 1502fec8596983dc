"""Paints one line of the command palette: name, then group, then keys at the far end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from editor.window.palette import Entry
    from editor.window.tokens import Tokens

HEIGHT = 34
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class EntryPainter(QStyledItemDelegate):
    """Paints entries of the palette as plain text, mirrored where the window is."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that every entry has."""
        del option, index
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the entry of `index` into `option.rect`."""
        entry = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            self._mark(painter, option.rect)
        self._words(painter, _Line(option.rect, self.parent().layoutDirection()), entry)
        painter.restore()

    def _words(self, painter: QPainter, line: _Line, entry: Entry) -> None:
        tokens = self._tokens
        keys = line.write(painter, 0, 0, entry.keys, tokens.muted, at_end=True)
        name = line.write(painter, 0, keys + 16, entry.name, tokens.ink if entry.enabled else tokens.faint)
        line.write(painter, name + 12, keys + 16, entry.group, tokens.muted)

    def _mark(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(self._tokens.soft))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 6, 6)


class _Line:
    """The room of one entry; distances count from its reading start and its end."""

    def __init__(self, place: QRect, direction: Qt.LayoutDirection) -> None:
        self._place = place.adjusted(12, 0, -12, 0)
        self._direction = direction

    def write(
        self, painter: QPainter, start: int, end: int, text: str, ink: str, at_end: bool = False
    ) -> int:
        """Write `text` between the two distances, shortened to fit; return the width it takes."""
        room = self._place.adjusted(start, 0, -end, 0)
        line = " ".join(text.split())
        shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        where = QStyle.visualRect(self._direction, self._place, room)
        painter.setPen(QColor(ink))
        painter.drawText(where, QStyle.visualAlignment(self._direction, side) | _MIDDLE, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
