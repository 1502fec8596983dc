"""What the Help menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from editor.window.actions import GROUPS
from editor.window.modal import stay

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.window.main_window import MainWindow
    from editor.window.palette import Entry


class HelpDeeds:
    """Shows the command palette, the keys, the log and who made all this."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the menu does."""
        return {
            "help.commands": self.show_commands,
            "help.keys": self.show_keys,
            "help.log": self.show_log,
            "help.about": self.show_about,
        }

    def show_commands(self) -> None:
        """Open the command palette with all actions and everything on the map."""
        from editor.window.lane_menus import lane_entries
        from editor.window.map_entries import map_entries
        from editor.window.palette import CommandPalette

        hint = self._window.tr("Search for a command, or for anything on the map")
        workspace = self._window.workspace
        entries = self.command_entries()
        if workspace is not None:
            entries += map_entries(self._window)
            entries += lane_entries(workspace, self._window.shape)
        CommandPalette(self._window, entries, hint, self._window.desk.theme.tokens).show()

    def command_entries(self) -> list[Entry]:
        """Return an entry for every action, those that can work now first."""
        from editor.window.palette import Entry

        entries = []
        for row, action in self._window.actions_by_id.rows():
            name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
            group = QCoreApplication.translate("Menus", GROUPS[row.id.partition(".")[0]])
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            entries.append(Entry(name, group, keys, action.trigger, action.isEnabled()))
        return sorted(entries, key=lambda entry: not entry.enabled)

    def show_keys(self) -> None:
        """Open the sheet with all keys."""
        from editor.window.cheat_sheet import CheatSheet

        stay(CheatSheet(self._window))

    def show_log(self) -> None:
        """Open the folder of the log in the file manager."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        folder = self._window.desk.log_folder
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_about(self) -> None:
        """Open the sheet with version and licences."""
        from editor.window.about import About

        stay(About(self._window, self._window.desk.resources))
