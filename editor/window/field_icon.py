"""The field of the inspector for a channel's icon: a grid of all built-in icons that can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from editor import RESOURCES
from editor.window.catalogue import folded
from editor.window.field_text import MIXED
from editor.window.icon_names import icon_name, icon_words, in_order
from editor.window.icons import Icons
from editor.window.tokens import GRID, LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

CELL = 36
_SIZE = QSize(8 * CELL + 32, 300)
_NAME = Qt.ItemDataRole.UserRole


class IconField(QPushButton):
    """A button with the icon and its name; `given` tells the name of another."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._value = ""
        self.popup: IconGrid | None = None
        self.setProperty("role", "pick")
        self.setAutoDefault(False)
        self.clicked.connect(self.open)

    def show_value(self, value: object, mixed: bool = False) -> None:
        """Show the icon of that name."""
        self._value = "" if mixed else str(value)
        icons = self._icons()
        known = self._value in icons.names()
        ink = self.palette().color(self.foregroundRole()).name()
        self.setIcon(icons.icon(self._value if known else "chat", ink))
        self.setText(MIXED if mixed else icon_name(self._value) if known else self.tr("Plain"))

    def open(self) -> None:
        """Show all icons below the button."""
        ink = self.palette().color(self.foregroundRole()).name()
        self.popup = IconGrid(self, self._icons(), self._value, ink)
        self.popup.chosen.connect(self._give)
        self.popup.show_under(self)

    def _give(self, name: str) -> None:
        if name != self._value:
            self.given.emit(name)

    def _icons(self) -> Icons:
        return Icons(RESOURCES / "icons" / "icons.json", LIGHT)


class IconGrid(QFrame):
    """All icons, those that match what is searched for; Enter or a click chooses."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, icons: Icons, current: str, ink: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("floating")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search icons"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.grid = QListWidget()
        self.grid.setAccessibleName(self.tr("Icons"))
        self.grid.setViewMode(QListView.ViewMode.IconMode)
        self.grid.setMovement(QListView.Movement.Static)
        self.grid.setResizeMode(QListView.ResizeMode.Adjust)
        self.grid.setGridSize(QSize(CELL, CELL))
        self.grid.setIconSize(QSize(20, 20))
        self.grid.setUniformItemSizes(True)
        self._fill(icons, current, ink)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GRID, GRID, GRID, GRID)
        rows.setSpacing(GRID)
        rows.addWidget(self.search)
        rows.addWidget(self.grid)
        self.resize(_SIZE)
        self.search.textChanged.connect(self._sift)
        self.search.returnPressed.connect(self._take_first)
        self.grid.itemClicked.connect(self._take)
        self.grid.itemActivated.connect(self._take)

    def show_under(self, anchor: QWidget) -> None:
        """Show below `anchor`, wholly on its screen."""
        area = anchor.screen().availableGeometry()
        place = anchor.mapToGlobal(anchor.rect().bottomLeft())
        x = min(max(place.x(), area.left()), area.right() - self.width())
        y = place.y() if place.y() + self.height() <= area.bottom() else place.y() - self.height() - 30
        self.move(x, max(y, area.top()))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[str]:
        """Return the names of the icons that match."""
        items = [self.grid.item(row) for row in range(self.grid.count())]
        return [item.data(_NAME) for item in items if not item.isHidden()]

    def _fill(self, icons: Icons, current: str, ink: str) -> None:
        for name in in_order(icons.names()):
            item = QListWidgetItem(icons.icon(name, ink), "")
            item.setData(_NAME, name)
            item.setToolTip(icon_words(name))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, icon_words(name))
            item.setSizeHint(QSize(CELL, CELL))
            self.grid.addItem(item)
            if name == current:
                self.grid.setCurrentItem(item)

    def _sift(self, text: str) -> None:
        wanted = folded(text).split()
        for row in range(self.grid.count()):
            item = self.grid.item(row)
            name = item.data(_NAME)
            words = folded(f"{icon_words(name)} {name.replace('_', ' ')}")
            item.setHidden(not all(word in words for word in wanted))

    def _take_first(self) -> None:
        names = self.shown()
        if names:
            self._choose(names[0])

    def _take(self, item: QListWidgetItem) -> None:
        self._choose(item.data(_NAME))

    def _choose(self, name: str) -> None:
        self.close()
        self.chosen.emit(name)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search into the grid with the Down key."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.grid.setFocus()
            return
        super().keyPressEvent(event)
