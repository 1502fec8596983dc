"""What a window needs from the program around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from editor.files.lock import Holder
    from editor.session.recovering import Recovery
    from editor.session.session import Session
    from editor.window.catalogue import Catalogue
    from editor.window.icons import Icons
    from editor.window.main_window import MainWindow
    from editor.window.settings import Settings
    from editor.window.theme import WindowTheme
    from editor.window.thumbnails import Thumbnails


class Desk(Protocol):
    """Opens maps and windows, and keeps what all windows share."""

    settings: Settings
    theme: WindowTheme
    icons: Icons
    catalogue: Catalogue
    thumbnails: Thumbnails
    resources: Path
    log_folder: Path

    @property
    def recovery(self) -> Recovery:
        """The journals of all maps that are open, and of those that a crash has left."""
        ...

    def windows(self) -> list[MainWindow]:
        """Return the windows that are open, the newest last."""
        ...

    def note_open(self) -> None:
        """Remember what is open, for the next start."""
        ...

    def offer_left(self) -> None:
        """Offer what a session that did not end properly has left, if there is anything."""
        ...

    def open_session(self, path: Path, over: Holder | None = None) -> Session:
        """Return a session with the map in that file, or what is whole of it; raises Trouble.

        The file is locked; `over` is somebody from whom it is to be taken.
        """
        ...

    def new_session(self, template: Path) -> Session:
        """Return a session with an unsaved map made from a template; raises Trouble."""
        ...

    def new_window(self) -> MainWindow:
        """Return one more window, shown, with the start page."""
        ...

    def window_with(self, path: Path) -> MainWindow | None:
        """Return the window in which that file is open, if any is."""
        ...

    def let_go(self, window: MainWindow) -> None:
        """Forget a window that was closed."""
        ...

    def quit(self) -> None:
        """Close all windows; stops where somebody wants to keep one."""
        ...
