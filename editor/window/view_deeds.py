"""What the View and Present menus do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from editor.window.main_window import MainWindow
    from editor.window.presenting import Presentation
    from editor.window.workspace import Workspace

PANELS = ("outline", "inspector", "minimap", "hints")
ZOOM_STEP = 1.25
PRESENTERS = (
    "view.zoom_in", "view.zoom_out", "view.zoom_all", "view.zoom_100", "view.full_screen", "present.start",
    "file.quit", "window.next",
)  # fmt: skip
"""The actions whose keys work while the map is presented."""


class ViewDeeds:
    """Zooms, shows and hides panels, changes the theme, fills the screen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._presentation: Presentation | None = None

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the two menus does."""
        themes = {f"theme.{name}": self._theme_deed(name) for name in ("system", "light", "dark")}
        panels = {f"view.{name}": self._panel_deed(name) for name in PANELS}
        return {
            "view.zoom_in": lambda: self._zoom(ZOOM_STEP),
            "view.zoom_out": lambda: self._zoom(1 / ZOOM_STEP),
            "view.zoom_all": lambda: self._workspace.view.fit_map(),
            "view.zoom_selection": lambda: self._workspace.view.fit_selection(),
            "view.zoom_100": lambda: self._workspace.view.set_zoom(1.0),
            "view.next_pane": lambda: self._workspace.walk_panes(1),
            "view.previous_pane": lambda: self._workspace.walk_panes(-1),
            "view.full_screen": self.toggle_full_screen,
            "present.start": self.toggle_presentation,
            **panels,
            **themes,
        }

    def suit(self) -> None:
        """Mark what is on: theme, panels, full screen."""
        actions, settings = self._window.actions_by_id, self._window.desk.settings
        for name in ("system", "light", "dark"):
            actions[f"theme.{name}"].setChecked(settings.theme() == name)
        for name in PANELS:
            actions[f"view.{name}"].setChecked(settings.shown(name))
        actions["view.full_screen"].setChecked(self._window.isFullScreen())

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it again."""
        self._window.fill_screen(not self._window.isFullScreen())
        self.suit()

    def toggle_presentation(self) -> None:
        """Show the map alone on the full screen, stage by stage, or everything again."""
        from editor.window.presenting import Presentation

        actions, workspace = self._window.actions_by_id, self._window.settled()
        start = actions["present.start"]
        self._window.present(start.isChecked())
        if self._presentation is not None:
            self._presentation.close()
            self._presentation = None
        if start.isChecked():
            kept = [actions[name] for name in PRESENTERS]
            self._presentation = Presentation(workspace, kept, start.trigger)

    def explains(self, event: QKeyEvent) -> bool:
        """Say what must be chosen first where keys that add something do nothing; tell whether they did."""
        why, session = self._window.actions_by_id.why_not(event), self._window.session
        if not why or session is None or session.read_only:
            return False
        self._workspace.view.hints.refuse(why)
        return True

    def _zoom(self, factor: float) -> None:
        view = self._workspace.view
        view.set_zoom(view.zoom * factor)

    def _theme_deed(self, name: str) -> Callable[[], None]:
        def wear() -> None:
            self._window.desk.theme.choose(name)
            self.suit()

        return wear

    def _panel_deed(self, name: str) -> Callable[[], None]:
        def toggle() -> None:
            shown = self._window.actions_by_id[f"view.{name}"].isChecked()
            self._window.desk.settings.set_shown(name, shown)
            self._workspace.show_panel(name, shown)
            if name == "minimap" and shown and self._workspace.view.minimap.needless:
                reason = QCoreApplication.translate("ViewDeeds", "The minimap comes when you look closer.")
                self._workspace.view.hints.refuse(reason)

        return toggle

    @property
    def _workspace(self) -> Workspace:
        return self._window.opened


def show_inspector(window: MainWindow) -> None:
    """Show the inspector where it is hidden."""
    shown = window.actions_by_id["view.inspector"]
    if not shown.isChecked():
        shown.trigger()
