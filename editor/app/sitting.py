"""What is open in which window, and how it comes back at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.model.trouble import Trouble
from editor.window.settings import OpenMap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QByteArray

    from editor.session.session import Session
    from editor.window.main_window import MainWindow
    from editor.window.news import News
    from editor.window.settings import Settings

translate = QCoreApplication.translate


class Sitting:
    """Remembers the open maps with the shapes of their windows; no more once the end has begun."""

    def __init__(self, settings: Settings, windows: Callable[[], list[MainWindow]]) -> None:
        self._settings = settings
        self._windows = windows
        self.ending = False

    def note(self) -> None:
        """Remember what is open now."""
        if not self.ending:
            found = [_open_map(window) for window in self._windows()]
            self._settings.set_open_maps(tuple(one for one in found if one is not None))

    def resume(
        self, opened: Callable[[Path], Session], made_window: Callable[[QByteArray], MainWindow]
    ) -> list[News]:
        """Open what was open at the end, each in its window; return what is to be said of the others."""
        missed: list[News] = []
        for path, shape in self._settings.open_maps():
            try:
                session = opened(path)
            except Trouble as trouble:
                missed.append(_missed(path, trouble))
                continue
            window = made_window(shape)
            window.show_session(session)
            window.show()
        return missed


def _open_map(window: MainWindow) -> OpenMap | None:
    path = window.session.path if window.session is not None else None
    return OpenMap(path.absolute(), window.saveGeometry()) if path is not None else None


def _missed(path: Path, trouble: Trouble) -> News:
    from editor.window.asking import trouble_words
    from editor.window.news import News

    problem, _ = trouble_words(trouble)
    text = translate("Sitting", "“{name}” was open at the end and is not any more. {problem}")
    return News(f"missed {path}", text.format(name=path.name, problem=problem))
