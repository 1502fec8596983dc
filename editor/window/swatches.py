"""The popup in which a colour is chosen: the theme's choice, the theme's colours, those in use, any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QColorDialog, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from editor.window.palette_of import Offer

SIDE = 26
"""Pixels a swatch takes."""
ACROSS = 8
"""Swatches in a row."""
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -ACROSS, Qt.Key.Key_Down: ACROSS,
}  # fmt: skip


class Swatch(QPushButton):
    """One colour to press; a ring marks the one that is chosen."""

    def __init__(self, color: str, chosen: bool) -> None:
        super().__init__()
        self.color = color
        self._chosen = chosen
        self.setProperty("role", "swatch")
        self.setFixedSize(SIDE, SIDE)
        self.setAutoDefault(False)
        self.setAccessibleName(color)
        self.setToolTip(color)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the colour, and the ring of what is chosen or has the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(self.foregroundRole())
        faint = QColor(ink)
        faint.setAlpha(60)
        painter.setPen(QPen(faint, 1.0))
        painter.setBrush(QColor(self.color))
        painter.drawRoundedRect(4.5, 4.5, SIDE - 9.0, SIDE - 9.0, 4.0, 4.0)
        if self._chosen or self.hasFocus() or self.underMouse():
            painter.setPen(QPen(ink if self._chosen or self.hasFocus() else faint, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(2.0, 2.0, SIDE - 4.0, SIDE - 4.0, 6.0, 6.0)


class Swatches(QFrame):
    """Chooses one colour, or "" for the theme's choice; closes when one is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, offer: Offer, current: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("floating")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._current = current
        self.swatches: list[Swatch] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(GRID, GRID, GRID, GRID)
        self._rows.setSpacing(GRID // 2)
        self.automatic = self._line(self.tr("Theme's choice"))
        self.automatic.clicked.connect(lambda: self._choose(""))
        self._add(self.tr("Colours of the theme"), offer.theme)
        self._add(self.tr("Colours on this map"), offer.used)
        self.other = self._line(self.tr("Other colour…"))
        self.other.clicked.connect(self._ask)

    def show_under(self, anchor: QWidget) -> None:
        """Show below `anchor`, wholly on its screen."""
        self.adjustSize()
        area = anchor.screen().availableGeometry()
        place = anchor.mapToGlobal(anchor.rect().bottomLeft())
        x = min(max(place.x(), area.left()), area.right() - self.width())
        y = place.y() if place.y() + self.height() <= area.bottom() else place.y() - self.height() - 30
        self.move(x, y)
        self.show()
        first = next((one for one in self.swatches if one.color == self._current), self.automatic)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _line(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setAutoDefault(False)
        self._rows.addWidget(button)
        return button

    def _add(self, title: str, colors: Sequence[str]) -> None:
        """Add a titled grid of colours, nothing where there are none."""
        if not colors:
            return
        self._rows.addWidget(label(title, "field"))
        grid = QGridLayout()
        grid.setSpacing(0)
        for place, color in enumerate(colors):
            swatch = Swatch(color, color == self._current)
            swatch.clicked.connect(lambda _=False, color=color: self._choose(color))
            swatch.installEventFilter(self)
            grid.addWidget(swatch, place // ACROSS, place % ACROSS)
            self.swatches.append(swatch)
        grid.setColumnStretch(ACROSS, 1)
        self._rows.addLayout(grid)

    def _choose(self, color: str) -> None:
        self.chosen.emit(color)
        self.close()

    def _ask(self) -> None:
        """Let any colour be chosen in the system's way; the popup would close with the first click there."""
        window = self.parentWidget().window()
        dialog = QColorDialog(QColor(self._current or "#0072b2"), window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda color: self.chosen.emit(color.name()))
        self.hide()
        dialog.finished.connect(self.close)
        dialog.open()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        """Walk from swatch to swatch with the arrow keys."""
        if event.type() == QEvent.Type.KeyPress and self._walks(watched, event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _walks(self, swatch: QWidget, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if self.isRightToLeft() and abs(step) == 1:
            step = -step
        place = self.swatches.index(swatch) + step if swatch in self.swatches else -1  # type: ignore[arg-type]
        if not step or not 0 <= place < len(self.swatches):
            return False
        self.swatches[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True
