"""One application object for all tests, made before anything else could make a lesser one."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The same examples in every run, so that a landing never fails for what it did not touch; to look for new
# ones: pytest --hypothesis-profile=search
settings.register_profile("house", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def application(qapp: object) -> object:
    """A QApplication after a QGuiApplication would raise; so it comes first, once for the session."""
    return qapp


@pytest.fixture(autouse=True)
def pointer_elsewhere(request: pytest.FixtureRequest) -> None:
    """Qt tells of no move to where the pointer is already: no test finds it where another left it."""
    if {"canvas", "window", "walks"} & set(request.path.parts):
        QCursor.setPos(5000, 5000)
        QApplication.processEvents()
