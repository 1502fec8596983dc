"""The application object that Qt's text engine cannot live without, made in one place only."""

from __future__ import annotations

import os
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
    if _has_no_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["safar"])


def _has_no_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
