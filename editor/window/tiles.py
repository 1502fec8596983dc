"""Maps as tiles: a picture of the map with its title and one line more, in rows that wrap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
)

from editor.window.plain import tip
from editor.window.sketches import fill, height_of_rows, paint_ground, paint_sketch, place_in
from editor.window.tile import PICTURE, TILE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import (
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

_ROLE = Qt.ItemDataRole.UserRole


Pictures = Callable[[Path], "QPixmap | None"]


class TileList(QListView):
    """Tiles in rows as wide as the page allows; arrows walk them, Enter opens one."""

    def __init__(self, name: str, pictures: Pictures, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(TilePainter(pictures, tokens, self))
        self._arrange()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def _fit_height(self) -> None:
        """Be as high as the rows need, so that only the page scrolls."""
        self.setFixedHeight(height_of_rows(self._model.rowCount(), self.width()))

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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def _item(tile: Tile) -> QStandardItem:
    item = QStandardItem(tile.title)
    item.setData(tile, _ROLE)
    item.setToolTip(tip(tile.more or str(tile.path)))
    item.setData(f"{tile.title}, {tile.line}", Qt.ItemDataRole.AccessibleTextRole)
    item.setEditable(False)
    return item


class TilePainter(QStyledItemDelegate):
    """Paints a tile: the map's picture on the desk, its title, its line; a frame for hover and focus."""

    def __init__(self, pictures: Pictures, tokens: Callable[[], Tokens], parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._tokens = tokens

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the tile of `index` into `option.rect`."""
        tile: Tile = index.data(_ROLE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = place_in(option.rect.topLeft(), self.parent().isRightToLeft())
        picture = QRect(place.topLeft(), PICTURE)
        self._ground(painter, picture, self.parent().stands_out(index))
        _picture(painter, picture, self._pictures(tile.path), self._tokens())
        self._words(painter, place.adjusted(2, PICTURE.height() + 8, -2, 0), tile, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size all tiles have."""
        del option, index
        return TILE

    def _ground(self, painter: QPainter, place: QRect, focused_hovered: tuple[bool, bool]) -> None:
        focused, hovered = focused_hovered
        tokens = self._tokens()
        edge = tokens.ring if focused else tokens.faint if hovered else tokens.line
        paint_ground(painter, place, tokens.desk, edge, 2 if focused else 1)

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
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    shown = painter.fontMetrics().elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, place.width()
    )
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)


def _picture(painter: QPainter, place: QRect, picture: QPixmap | None, tokens: Tokens) -> None:
    if picture is None:
        paint_sketch(painter, place)
        return
    size = picture.deviceIndependentSize().scaled(
        PICTURE.width() - 16, PICTURE.height() - 16, Qt.AspectRatioMode.KeepAspectRatio
    )
    target = QRectF(0, 0, size.width(), size.height())
    target.moveCenter(QRectF(place).center())
    fill(painter, target.adjusted(-0.5, -0.5, 0.5, 1.5), tokens.edge)
    painter.drawPixmap(target, picture, QRectF(picture.rect()))
