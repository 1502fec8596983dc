"""One finding: a mark of its kind and its words over as many lines as they need, to be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy

from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPaintEvent, QResizeEvent

URGENT = frozenset({"no-owner", "stops-at-purchase", "name-clash", "no-touchpoint"})
_MARK = 10


class FindingButton(QAbstractButton):
    """A triangle for what should be mended, a dot for what is merely open."""

    def __init__(self, words: str, code: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._urgent = code in URGENT
        self._words = label(words, wrap=True, parent=self)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARK + GRID, GRID // 2, GRID // 2, GRID // 2)
        row.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size the words need."""
        return self.layout().sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Tell that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return self.layout().heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark, and a ground while hovered or in focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(self.palette().color(self.palette().ColorRole.Base))
            painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setBrush(QColor("#d55e00" if self._urgent else "#c48a00"))
        painter.drawPath(self._mark())

    def _mark(self) -> QPainterPath:
        line = self.fontMetrics().height()
        left = self.width() - _MARK - 2 if self.isRightToLeft() else 2
        top = GRID // 2 + (line - _MARK) / 2
        path = QPainterPath()
        if self._urgent:
            path.moveTo(left + _MARK / 2, top)
            path.lineTo(left + _MARK, top + _MARK - 1)
            path.lineTo(left, top + _MARK - 1)
            path.closeSubpath()
        else:
            path.addEllipse(QPointF(left + _MARK / 2, top + _MARK / 2), 4, 4)
        return path
