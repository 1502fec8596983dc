"""Maps as tiles: a picture of the map with its title and one line more, in rows that wrap."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QPainter,
    QPainterPath,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
)

from editor.window import plain_numbers as qt
from editor.window.plain import tip
from editor.window.tile import PICTURE, TILE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import (
        QBrush,
        QFocusEvent,
        QKeyEvent,
        QPixmap,
        QResizeEvent,
    )
    from PySide6.QtWidgets import (
        QStyleOptionViewItem,
        QWidget,
    )

    from editor.window.tile import Tile
    from editor.window.tokens import Tokens

_ROLE = qt.USER_ROLE
_MARGIN = 8


Pictures = Callable[[Path], "QPixmap | None"]


class TileList(QListView):
    """Tiles in rows as wide as the page allows; arrows walk them, Enter opens one."""

    def __init__(self, name: str, pictures: Pictures, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self._painter = TilePainter(pictures, tokens, self)
        self.setItemDelegate(self._painter)
        self._arrange()

    def show_tiles(self, tiles: list[Tile]) -> None:
        """Show these tiles, in this order."""
        self._model.clear()
        for tile in tiles:
            self._model.appendRow(_item(tile))
        self.setVisible(bool(tiles))
        self._fit_height()

    def tiles(self) -> list[Tile]:
        """Return the tiles that are shown."""
        return [self._model.item(row).data(_ROLE) for row in range(self._model.rowCount())]

    def tile(self, index: QModelIndex) -> Tile:
        """Return the tile at `index`."""
        return index.data(_ROLE)

    def finish(self) -> None:
        """Show pictures and words, which the first frame does without."""
        if self._painter.rough:
            self._painter.rough = False
            self.viewport().update()

    def stands_out(self, index: QModelIndex | QPersistentModelIndex) -> tuple[bool, bool]:
        """Tell whether a tile has the focus, and whether the pointer is over it.

        An option's state would tell as well, but reading it loads QStyle with its 200 names at the start.
        """
        hovered = self.underMouse() and self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())) == index
        return self.hasFocus() and self.currentIndex() == index, hovered

    def _arrange(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(TILE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        qt.hide_scroll_bars(self)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def _fit_height(self) -> None:
        """Be as high as the rows need, so that only the page scrolls."""
        columns = max(1, (self.width() - 1) // TILE.width())
        rows = -(-self._model.rowCount() // columns)
        self.setFixedHeight(rows * TILE.height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows for the new width."""
        super().resizeEvent(event)
        self._fit_height()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first tile, so that the focus shows."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current tile with Enter; everything else walks."""
        opens = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if opens and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def _item(tile: Tile) -> QStandardItem:
    item = QStandardItem(tile.title)
    item.setData(tile, _ROLE)
    item.setToolTip(tip(tile.more or str(tile.path)))
    item.setData(f"{tile.title}, {tile.line}", qt.ACCESSIBLE_TEXT_ROLE)
    item.setEditable(False)
    return item


class TilePainter(QStyledItemDelegate):
    """Paints a tile: the map's picture on the desk, its title, its line; a frame for hover and focus.

    While it is `rough` it paints sketches without words, and all that goes without `QtCore.Qt`: a painter's
    pen and brush ask for it, whatever they are given; paths do not (see `plain_numbers`).
    """

    def __init__(self, pictures: Pictures, tokens: Callable[[], Tokens], parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._tokens = tokens
        self.rough = True

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the tile of `index` into `option.rect`."""
        tile: Tile = index.data(_ROLE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place(option.rect)
        picture = QRect(place.topLeft(), PICTURE)
        self._ground(painter, picture, self.parent().stands_out(index))
        if self.rough:
            _sketch(painter, picture)
        else:
            _picture(painter, picture, self._pictures(tile.path), self._tokens())
            self._words(painter, place.adjusted(2, PICTURE.height() + 8, -2, 0), tile, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size all tiles have."""
        del option, index
        return TILE

    def _place(self, cell: QRect) -> QRect:
        """Return where a tile stands in its cell: flush with the headings, the gap behind it."""
        before, behind = (2 * _MARGIN, 0) if self.parent().isRightToLeft() else (0, 2 * _MARGIN)
        return QRect(cell.topLeft(), TILE).adjusted(before, _MARGIN, -behind, -_MARGIN)

    def _ground(self, painter: QPainter, place: QRect, focused_hovered: tuple[bool, bool]) -> None:
        focused, hovered = focused_hovered
        tokens = self._tokens()
        edge = tokens.ring if focused else tokens.faint if hovered else tokens.line
        ground = _rounded(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 8)
        painter.fillPath(ground, _brush(tokens.desk))
        painter.strokePath(ground, _pen(edge, 2 if focused else 1))

    def _words(self, painter: QPainter, place: QRect, tile: Tile, font: QFont) -> None:
        tokens = self._tokens()
        bold = QFont(font)
        bold.setBold(True)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        ink = tokens.ink if tile.found else tokens.faint
        _line(painter, QRect(place.x(), place.y(), place.width(), 22), tile.title, bold, ink, tile.rtl)
        line = QRect(place.x(), place.y() + 22, place.width(), 20)
        _line(painter, line, tile.line, small, tokens.muted, self.parent().isRightToLeft())


def _line(painter: QPainter, place: QRect, text: str, font: QFont, ink: str, rtl: bool) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    from PySide6.QtCore import Qt

    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    shown = painter.fontMetrics().elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, place.width()
    )
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)


def _picture(painter: QPainter, place: QRect, picture: QPixmap | None, tokens: Tokens) -> None:
    if picture is None:
        _sketch(painter, place)
        return
    size = picture.deviceIndependentSize().scaled(
        PICTURE.width() - 16, PICTURE.height() - 16, QtCore.Qt.AspectRatioMode.KeepAspectRatio
    )
    target = QRectF(0, 0, size.width(), size.height())
    target.moveCenter(QRectF(place).center())
    _fill(painter, target.adjusted(-0.5, -0.5, 0.5, 1.5), tokens.edge)
    painter.drawPixmap(target, picture, QRectF(picture.rect()))


def _fill(painter: QPainter, place: QRectF, color: str) -> None:
    """Fill a rectangle; `fillRect` would first load the names of all gradients that Qt knows."""
    painter.setBackground(_brush(color))
    painter.eraseRect(place)


def _sketch(painter: QPainter, place: QRect) -> None:
    """Paint the idea of a map while its picture is still to come."""
    paper = QRectF(place).adjusted(12, 18, -12, -18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # smooth edges of this size wake threads
    _fill(painter, paper, "#ffffff")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for column in range(5):
        left = paper.x() + 12 + column * (paper.width() - 20) / 5
        for row, ink in enumerate(("#d9e2ee", "#eceff3", "#eceff3")):
            card = QRectF(left, paper.y() + 14 + row * 26, paper.width() / 5 - 10, 16)
            painter.fillPath(_rounded(card, 3), _brush(ink))


def _rounded(place: QRectF, radius: float) -> QPainterPath:
    shape = QPainterPath()
    shape.addRoundedRect(place, radius, radius)
    return shape


def _pen(color: str, width: int = 1) -> QPen:
    pen = QPen()
    pen.setColor(QColor(color))
    pen.setWidth(width)
    return pen


def _brush(color: str) -> QBrush:
    return _pen(color).brush()
