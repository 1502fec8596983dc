"""What the commands for finding, replacing and the list of steps do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from editor.window.plain import menu_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.session.session import Session
    from editor.window.main_window import MainWindow

MOST_STEPS = 20
"""So many steps back and so many ahead are listed; the rest is reached from there."""


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
        workspace = self._window.settled()
        menu = steps_menu(workspace.session, self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(workspace.view.mapToGlobal(workspace.view.rect().topLeft()))


def steps_menu(session: Session, window: MainWindow) -> QMenu:
    """Return a menu of the steps to either side of now, each of which goes to right after itself."""
    menu = QMenu(window)
    undone, done = session.history.undone[-MOST_STEPS:], session.history.done[-MOST_STEPS:]
    for ahead, step in zip(range(len(undone), 0, -1), undone, strict=True):
        entry = menu.addAction(_name(step))
        entry.setEnabled(not session.read_only)
        entry.triggered.connect(lambda _=False, count=ahead: _go(session, count))
    for back, step in enumerate(reversed(done)):
        entry = menu.addAction(_name(step))
        entry.setCheckable(True)
        entry.setChecked(back == 0)
        entry.triggered.connect(lambda _=False, count=-back: _go(session, count))
    start = menu.addAction(QCoreApplication.translate("Steps", "As it was before"))
    start.setEnabled(bool(done))
    start.triggered.connect(lambda: _go(session, -len(done)))
    return menu


def _go(session: Session, count: int) -> None:
    """Undo (`count` below nothing) or redo so many steps."""
    for _ in range(abs(count)):
        session.redo() if count > 0 else session.undo()


def _name(step: str) -> str:
    return menu_text(QCoreApplication.translate("Steps", step))
