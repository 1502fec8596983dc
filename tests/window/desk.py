"""Windows for tests: the real desktop, its folders in a temporary place, its dialogs answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from editor.app import desktop
from editor.app.desktop import Desktop
from editor.model.journey import Journey
from editor.model.trouble import Trouble
from editor.session.session import Session

SAMPLES = Path(__file__).parents[2] / "samples"


class Answers:
    """What somebody would have answered to the window's dialogs; keeps what it was told."""

    def __init__(self) -> None:
        self.names: list[Path] = []
        self.name: Path | None = None
        self.keep = "discard"
        self.clash = "cancel"
        self.asked: list[str] = []
        self.told: list[Trouble] = []
        self.written: str | None = None
        self.is_sure = True

    def open_names(self, folder: Path) -> list[Path]:
        return self.names

    def save_name(self, suggested: Path) -> Path | None:
        self.asked.append(suggested.name)
        return self.name

    export_name = save_name

    def unsaved(self, name: str) -> str:
        self.asked.append(name)
        return self.keep

    def line(self, title: str, words: str, text: str) -> str | None:
        return self.written

    def sure(self, title: str, text: str, deed: str) -> bool:
        self.asked.append(text)
        return self.is_sure

    def changed(self, name: str) -> str:
        self.asked.append(name)
        return self.clash

    def give_up(self, name: str) -> bool:
        self.asked.append(name)
        return self.is_sure

    def tell(self, trouble: Trouble) -> None:
        self.told.append(trouble)


def furnished(application: QApplication, folder: Path, monkeypatch) -> Desktop:
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    font = application.font()
    desktop.furnish(application)
    made = Desktop(application)
    made.font_before = font
    return made


def put_away(application: QApplication, desk: Desktop) -> None:
    """Close all windows and let the application look as it did before, for the tests that follow."""
    for window in desk.windows():
        answer(window)
        window.close()
    desk.thumbnails.forget()
    desk.theme.deleteLater()
    application.setStyleSheet("")
    application.setPalette(QPalette())
    application.setFont(desk.font_before)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def answer(window) -> Answers:
    """Give the window answers in place of its dialogs."""
    if not isinstance(window.asking, Answers):
        window.asking = Answers()
    return window.asking


def show_map(window, journey: Journey, path: Path | None = None, state="ok") -> Session:
    """Open a journey in the window and return its session."""
    from editor.session.drawing import map_layout

    session = Session(journey, map_layout().lay_out, path=path, state=state)
    answer(window)
    window.show_session(session)
    return session
