"""A window that hostile files are opened in, dropped on and started with; it keeps the map it had."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from editor.app.desktop import Desktop, made_application
from editor.app.places import config_folder, state_folder
from editor.window.main_window import MainWindow
from tests.faults.hostile import Read
from tests.files.broken import GOOD
from tests.window.desk import Answers

CARD, CELL = "card-ad", "lane-touchpoints|step-learn-1"


class Program:
    """The whole program in this process, its folders in `folder`, and the errors that nobody foresaw."""

    def __init__(self, folder: Path) -> None:
        for name in ("CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(folder / "own")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        self.errors: list[BaseException] = []
        sys.excepthook = lambda kind, error, where: self.errors.append(error)
        self.application = made_application()

    def window(self) -> MainWindow:
        """Return the first window of a new start."""
        desk = Desktop(self.application)
        window = desk.new_window()
        window.asking = Answers()  # type: ignore[assignment]
        self.settle()
        return window

    def settle(self) -> None:
        """Do all that waits, and raise what went wrong."""
        for _ in range(3):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.errors:
            raise self.errors.pop()

    def close(self, window: MainWindow) -> None:
        """Close a window, whatever is unsaved in it."""
        if not isinstance(window.asking, Answers):
            window.asking = Answers()  # type: ignore[assignment]
        window.close()
        self.settle()


def beside_a_map(folder: Path) -> Read:
    """Return what opens a file, or drops a table or picture, while a map is open."""
    program = Program(folder)
    window = program.window()
    own = folder / "own" / "good.journey"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(GOOD)
    window.open_path(own)
    program.settle()
    session, asking = window.session, window.asking
    assert session is not None

    def read(path: Path) -> Iterator[str]:
        asking.told.clear()  # type: ignore[attr-defined]
        before = session.journey.by_id().copy()
        if path.suffix == ".journey":
            window.open_path(path)
        else:
            window.opened.view.file_dropped.emit(str(path), CELL if path.suffix == ".csv" else CARD)
        program.settle()
        said = " ".join(map(str, asking.told))  # type: ignore[attr-defined]
        yield said
        for other in window.desk.windows():  # type: ignore[attr-defined]
            if other is not window:
                program.close(other)
        assert window.session is session
        assert window.isVisible()
        if session.history.done:
            session.undo()
        assert session.journey.by_id() == before
        program.settle()

    return read


def at_the_start(folder: Path) -> Read:
    """Return what starts the program with hostile settings, opens a map, remembers it and ends."""
    program = Program(folder)

    def read(path: Path) -> Iterator[str]:
        own = path.parent
        shutil.rmtree(folder / "own", ignore_errors=True)
        config_folder().mkdir(parents=True)
        (config_folder() / "safar.ini").write_bytes(path.read_bytes().replace(b"FOLDER", str(own).encode()))
        os.mkfifo(own / "fifo.journey")
        (own / "deep.journey").write_bytes(b"[" * 100_000)
        (own / "list.journey").write_bytes(
            b'{"format":"safar-journey",\n{"title":[[]],"language":5,"kind":"map"},\n'
        )
        (own / "latin.journey").write_bytes(b"\xe9\n\xe9\n" * 100)
        (own / "good.journey").write_bytes(GOOD)
        yield from _lived(program, own / "good.journey")

    return read


def after_a_crash(folder: Path) -> Read:
    """Return what starts the program where a hostile journal was left."""
    program = Program(folder)

    def read(path: Path) -> Iterator[str]:
        shutil.rmtree(folder / "own", ignore_errors=True)
        place = state_folder() / "recovery" / path.name
        place.parent.mkdir(parents=True)
        place.write_bytes(path.read_bytes())
        (path.parent / "good.journey").write_bytes(GOOD)
        yield from _lived(program, path.parent / "good.journey")
        assert list(place.parent.rglob(f"*{path.suffix}")), "a journal is gone"

    return read


def _lived(program: Program, good: Path) -> Iterator[str]:
    """Start the program, open a map in it, and end."""
    window = program.window()
    while window.desk.thumbnails.waiting():
        QApplication.processEvents()
    window.grab()
    yield ""
    window.open_path(good)
    program.settle()
    assert window.session is not None
    assert window.desk.settings.recent()[0] == good
    program.close(window)
    yield ""


WINDOWS: dict[str, Callable[[Path], Read]] = {
    "window": beside_a_map,
    "settings": at_the_start,
    "crash": after_a_crash,
}
