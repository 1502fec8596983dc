"""The list of what was done and undone, the latest on top: choosing a line goes to right after that step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from editor.session.session import Session

WIDTH, MOST_ROWS, ROW, EDGE = 300, 16, 30, 6
"""Pixels of the list's width, rows that are shown at once, pixels of a row and of the list's edge."""
_COUNT = Qt.ItemDataRole.UserRole


class StepList(QListWidget):
    """Pops up over the map; what is still ahead is slanted, the step after which the map stands is marked."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("steps")
        self.setAccessibleName(self.tr("Steps done"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self._session = session
        self._fill()
        self.setFixedSize(WIDTH, ROW * min(self.count(), MOST_ROWS) + EDGE)
        self.itemClicked.connect(self._choose)

    def pop_up(self, place: QPoint) -> None:
        """Show the list with its upper left corner at a place of the screen."""
        self.move(place)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.scrollToItem(self.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def _fill(self) -> None:
        done, undone = self._session.history.done, self._session.history.undone
        for place, step in enumerate(undone):
            self._add(QCoreApplication.translate("Steps", step), len(undone) - place)
        for back, step in enumerate(reversed(done)):
            self._add(QCoreApplication.translate("Steps", step), -back)
        self._add(QCoreApplication.translate("Steps", "As it was before"), -len(done))
        self.setCurrentRow(len(undone))

    def _add(self, name: str, count: int) -> None:
        item = QListWidgetItem(name)
        item.setData(_COUNT, count)
        if count > 0:
            slanted = self.font()
            slanted.setItalic(True)
            item.setFont(slanted)
        self.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        """Undo or redo as many steps as lead there."""
        count = int(item.data(_COUNT))
        self.close()
        for _ in range(0 if self._session.read_only else abs(count)):
            self._session.redo() if count > 0 else self._session.undo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter, leave with Esc; everything else walks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._choose(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
