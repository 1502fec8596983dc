"""The application object that Qt's text engine cannot live without, made in one place only."""

from __future__ import annotations

import sys
from functools import cache
from typing import cast

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication


def gui_application() -> QGuiApplication:
    """Return the running application, or make one that needs no screen; both outlive every painter.

    The default locale is pinned, because Qt lets it choose glyphs (pitfalls 7).
    """
    QLocale.setDefault(QLocale(QLocale.Language.C))
    running = QGuiApplication.instance()
    return cast(QGuiApplication, running) if running is not None else _screenless_application()


@cache
def _screenless_application() -> QGuiApplication:
    # The cache keeps Python's reference: fonts crash once the application is collected.
    return QGuiApplication(["safar", *_platform()])


def _platform() -> list[str]:
    # On Linux a display that is named but cannot be reached would end the process. Elsewhere there
    # always is one, and only the native platform knows the system's fonts.
    return ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
