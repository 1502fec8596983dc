"""The hint bar: one line under the map that says which keys help just now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QWidget

from editor.canvas.panel import paint_panel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from editor.canvas.view import MapView

GAP, ROOM, CAP = 7, 18, 7
"""Pixels between parts, at the ends of the bar, and beside the letters on a key."""
HEIGHT = 44
BETWEEN = " · "
"""Stands between the pieces of a hint that can do without each other."""


class Part(NamedTuple):
    """A piece of a hint: plain words, or the name of a key."""

    text: str
    key: bool = False


def parts(hint: str) -> tuple[Part, ...]:
    """Return the pieces of a hint whose keys stand in square brackets: "[Enter] writes · [Tab] goes on"."""
    found: list[Part] = []
    for number, piece in enumerate(hint.replace("]", "[").split("[")):
        if piece.strip():
            found.append(Part(piece.strip(), key=number % 2 == 1))
    return tuple(found)


class HintBar(QWidget):
    """Shows a hint in the middle below the map; without a hint it is not there. It takes no clicks."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._hint = ""
        self._parts: tuple[Part, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, hint: str) -> None:
        """Show `hint`, keys in square brackets; an empty hint hides the bar."""
        self._hint = hint
        self.setAccessibleName(" ".join(part.text for part in parts(hint)))
        self.setVisible(bool(hint))
        self._view.place_panels()

    def fit(self, room: int) -> None:
        """Be as wide as the hint needs; in `room` pixels that are too few the last pieces are left out."""
        pieces = self._hint.split(BETWEEN)
        self._parts = parts(self._hint)
        while len(pieces) > 1 and self.sizeHint().width() > room:
            pieces.pop()
            self._parts = parts(BETWEEN.join(pieces))
        self.resize(self.sizeHint())
        self.update()

    def _width(self, part: Part) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(part.text) + (2 * CAP if part.key else 0)

    # Qt

    def sizeHint(self) -> QSize:
        """Return the size that the hint needs."""
        width = sum(map(self._width, self._parts)) + GAP * max(len(self._parts) - 1, 0) + 2 * ROOM
        return QSize(width, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words and the keys in the direction of the window's language."""
        painter, colors = QPainter(self), self._view.colors
        paint_panel(painter, QRectF(self.rect()), colors)
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = ROOM
        for part in self._parts:
            width = self._width(part)
            left = self.width() - at - width if rtl else at
            place = QRectF(left, 0, width, self.height() - 2)
            if part.key:
                painter.setPen(QPen(QColor(colors.panel_edge), 1.0))
                painter.setBrush(QColor(colors.key))
                painter.drawRoundedRect(place.adjusted(0.5, 10.5, -0.5, -10.5), 4, 4)
            painter.setPen(QColor(colors.panel_ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, part.text)
            at += width + GAP
