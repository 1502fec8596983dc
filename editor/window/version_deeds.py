"""What the commands for versions do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.model.trouble import Trouble
from editor.window.modal import stay

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.model.journey import Journey
    from editor.window.main_window import MainWindow


class VersionDeeds:
    """Keeps versions of the open map and shows them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action does."""
        return {"file.versions": self.browse, "file.save_version": self.save}

    def browse(self) -> None:
        """Show the versions of the open map."""
        from editor.window.version_browser import VersionBrowser

        window, workspace = self._window, self._window.settled()
        tokens = window.desk.theme.tokens
        browser = VersionBrowser(window, workspace.session, workspace.watch.versions, window.asking, tokens)
        browser.copy_wanted.connect(self.open_copy)
        stay(browser)

    def save(self) -> None:
        """Ask for a name and keep the map as it is now under it."""
        window, versions = self._window, self._window.settled().watch.versions
        name = window.asking.line(window.tr("Save version"), window.tr("Name of the version"), "")
        if not name:
            return
        try:
            versions.keep(name)
        except Trouble as trouble:
            window.asking.tell(trouble)

    def open_copy(self, journey: Journey) -> None:
        """Open a version as a map of its own, without a file, in a new window."""
        from editor.session.drawing import map_layout
        from editor.session.hold import Hold
        from editor.session.session import Session

        session = Session(journey, map_layout().lay_out, hold=Hold(guarded=True))
        self._window.desk.new_window().show_session(session)
