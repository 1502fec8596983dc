"""The list of hits beside the map: each text with what was found in bold, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from editor.text.direction import runs_right_to_left
from editor.window.find_words import excerpt, place_of
from editor.window.plain import tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from editor.model.journey import Journey
    from editor.session.finding import Hit
    from editor.window.find_words import Spans
    from editor.window.tokens import Tokens

    AnyIndex = QModelIndex | QPersistentModelIndex

WIDTH, ROW = 300, 48
_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class HitModel(QAbstractListModel):
    """The hits of one search; their words are made when a line is painted."""

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits."""
        if hits != self.hits:
            self.beginResetModel()
            self.hits = hits
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return the number of hits."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a hit, its text, its place, or both for those who listen."""
        hit = self.hits[index.row()]
        if role == _ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(hit.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.text}, {self.place(hit)}"
        return None

    def place(self, hit: Hit) -> str:
        """Return where a hit stands; nothing once it is gone from the map."""
        return place_of(self._journey, hit) if hit.key in self._journey and hit.shown in self._journey else ""


class FindList(QListView):
    """Hits one below the other; a click or Enter goes to one."""

    wanted = Signal(int)

    def __init__(self, journey: Journey, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self.setObjectName("hits")
        self.setAccessibleName(self.tr("What was found"))
        self._model = HitModel(journey)
        self.setModel(self._model)
        self.setItemDelegate(HitPainter(self._model, tokens, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._want)
        self.activated.connect(self._want)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits, none of them current."""
        self._model.show(hits)

    def mark(self, place: int) -> None:
        """Make the hit at that place current and show it."""
        index = self._model.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(index.row())


class HitPainter(QStyledItemDelegate):
    """Paints a hit as plain text: its words with what was found in bold, under them its place."""

    def __init__(self, model: HitModel, tokens: Callable[[], Tokens], parent: FindList) -> None:
        super().__init__(parent)
        self._model = model
        self._list = parent
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height that every hit has."""
        del option, index
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the hit of `index` into `option.rect`."""
        hit: Hit = index.data(_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        room = option.rect.adjusted(12, 4, -10, -4)
        half = room.height() // 2
        text, spans = excerpt(hit)
        upper = QRect(room.x(), room.y(), room.width(), half)
        line = made_line(text, spans, Look(option.font, upper.width(), self._side(), self._tokens()))
        painter.setPen(QColor(self._tokens().ink))
        line.draw(painter, QPointF(upper.topLeft()))
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.85)
        self._place(painter, QRect(room.x(), room.y() + half, room.width(), half), small, hit)
        painter.restore()

    def _side(self) -> Qt.AlignmentFlag:
        """Return the side on which all lines begin, whatever direction a text has: that of the window."""
        rtl = self._list.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens, flags = self._tokens(), QStyle.StateFlag
        painter.setPen(Qt.PenStyle.NoPen)
        for flag, color in ((flags.State_MouseOver, tokens.hover), (flags.State_Selected, tokens.soft)):
            if option.state & flag:
                painter.setBrush(QColor(color))
                painter.drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -4, -1), 6, 6)

    def _place(self, painter: QPainter, room: QRect, font: QFont, hit: Hit) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._tokens().muted))
        place = self._model.place(hit)
        shown = painter.fontMetrics().elidedText(place, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self._side() | Qt.AlignmentFlag.AlignVCenter, shown)


class Look(NamedTuple):
    """How a line looks: its letters, its width in pixels, the side it begins on, the colours."""

    font: QFont
    width: int
    side: Qt.AlignmentFlag
    tokens: Tokens


def made_line(text: str, spans: Spans, look: Look) -> QTextLayout:
    """Return one line of plain text with bold spans, as much of it as fits, in the text's own direction."""
    layout = _laid_out(text, spans, look)
    end = layout.lineAt(0).textLength()
    if end >= len(text):
        return layout
    return _laid_out(text[: max(end - 1, 1)].rstrip() + "…", spans, look)


def _laid_out(text: str, spans: Spans, look: Look) -> QTextLayout:
    layout = QTextLayout(text, look.font)
    option = QTextOption(look.side)
    rtl = runs_right_to_left(text, "auto")
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    shown = [(start, min(end, len(text))) for start, end in spans if start < len(text)]
    layout.setFormats([_bold(start, end, look.tokens) for start, end in shown])
    layout.beginLayout()
    layout.createLine().setLineWidth(look.width)
    layout.endLayout()
    return layout


def _bold(start: int, end: int, tokens: Tokens) -> QTextLayout.FormatRange:
    letters = QTextCharFormat()
    letters.setFontWeight(QFont.Weight.Bold)
    letters.setForeground(QColor(tokens.link))
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, end - start, letters
    return span
