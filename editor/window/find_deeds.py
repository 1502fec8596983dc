"""What the commands for finding, replacing and the list of steps do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.window.main_window import MainWindow


class FindDeeds:
    """Opens the bar over the map, and the list of what was done."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action does."""
        return {
            "edit.find": lambda: self._window.settled().find_bar.open(),
            "edit.replace": lambda: self._window.settled().find_bar.open(replace=True),
            "edit.history": self.list_steps,
        }

    def list_steps(self) -> None:
        """Show what was done and undone, the latest on top; a click goes there."""
        from editor.window.step_list import StepList

        workspace = self._window.settled()
        corner = workspace.view.mapToGlobal(workspace.view.rect().topLeft())
        StepList(workspace.session, self._window).pop_up(corner)
