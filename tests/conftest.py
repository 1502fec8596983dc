"""One application object for all tests, made before anything else could make a lesser one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.app.sweeper import Sweeper, sweep

if TYPE_CHECKING:
    from editor.app.desktop import Desktop

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The same examples in every run, so that a landing never fails for what it did not touch; to look for new
# ones: pytest --hypothesis-profile=search
settings.register_profile("house", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("house")


ROOMS_WITH_WINDOWS = frozenset(("app", "walks", "window"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the screenless platform complain of what it cannot do to windows: there is no screen."""
    here = Path(__file__).parent
    for item in items:
        if ROOMS_WITH_WINDOWS & set(item.path.relative_to(here).parts):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """A desk for windows: the real one, in folders of its own, with answers instead of dialogs."""
    from tests.window.desk import furnished, put_away

    made = furnished(qapp, tmp_path, monkeypatch)
    yield made
    put_away(qapp, made)


@pytest.fixture(scope="session", autouse=True)
def application(qapp: object) -> object:
    """A QApplication after a QGuiApplication would raise; so it comes first, once for the session."""
    return qapp


@pytest.fixture(scope="session", autouse=True)
def sweeper(qapp: QApplication) -> None:
    """No thread of a test takes down the widgets that another has left, as none does in the program."""
    Sweeper(qapp).begin()


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Most tests never let the sweeper's clock strike."""
    yield
    sweep()


@pytest.fixture(autouse=True)
def buttons_up() -> None:
    """Lift the buttons that a test before this one has left down: the whole application thinks them held."""
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
        if QApplication.mouseButtons() & button:
            QTest.mouseRelease(QWidget(), button)


@pytest.fixture(autouse=True)
def pointer_elsewhere(request: pytest.FixtureRequest) -> None:
    """Qt tells of no move to where the pointer is already: no test finds it where another left it."""
    if {"canvas", "window", "walks"} & set(request.path.parts):
        QCursor.setPos(5000, 5000)
        QApplication.processEvents()
