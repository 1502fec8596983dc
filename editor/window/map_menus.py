"""The menus that list maps: those opened lately, and those that are open now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from editor.window.plain import menu_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.window.main_window import MainWindow

translate = QCoreApplication.translate


class MapMenus:
    """Fills the two menus whenever they open, and walks from window to window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.recent = QMenu(translate("Menus", "Open &recent"), window)
        self.recent.aboutToShow.connect(self.list_recent)
        self.open = QMenu(translate("Menus", "&Open maps"), window)
        self.open.aboutToShow.connect(self.list_open)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the Window menu does."""
        return {
            "window.new": self._window.desk.new_window,
            "window.next": lambda: self.walk(1),
            "window.reopen": self._choose_reopening,
        }

    def menus(self) -> dict[str, QMenu]:
        """Return the menus by the names that the table of actions has for them."""
        return {"recent": self.recent, "open": self.open}

    def suit(self) -> None:
        """Mark whether maps are opened again."""
        action = self._window.actions_by_id["window.reopen"]
        action.setChecked(self._window.desk.settings.reopens())

    def list_recent(self) -> None:
        """Show the maps opened lately; those that have gone cannot be chosen."""
        self.recent.clear()
        for path in self._window.desk.settings.recent():
            entry = self.recent.addAction(menu_text(str(path)))
            entry.setEnabled(path.is_file())
            entry.triggered.connect(lambda _=False, path=path: self._window.open_path(path))
        if self.recent.isEmpty():
            self.recent.addAction(translate("Menus", "No maps yet")).setEnabled(False)

    def list_open(self) -> None:
        """Show all windows, the own one marked; choosing one brings it to the front."""
        self.open.clear()
        for number, window in enumerate(self._window.desk.windows(), 1):
            name = menu_text(window.document_name()) or translate("Menus", "Start page")
            key = f"&{number}  " if number < 10 else ""
            entry = self.open.addAction(f"{key}{name}")
            entry.setCheckable(True)
            entry.setChecked(window is self._window)
            entry.triggered.connect(lambda _=False, window=window: bring(window))

    def walk(self, by: int) -> None:
        """Bring the next window to the front; after the last comes the first."""
        windows = self._window.desk.windows()
        bring(windows[(windows.index(self._window) + by) % len(windows)])

    def _choose_reopening(self) -> None:
        chosen = self._window.actions_by_id["window.reopen"].isChecked()
        for window in self._window.desk.windows():
            window.desk.settings.set_reopens(chosen)
            window.maps.suit()


def bring(window: MainWindow) -> None:
    """Bring a window to the front, also one that was made small."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
