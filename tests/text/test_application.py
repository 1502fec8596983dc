"""One place makes the application: none, one or somebody else's."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from editor.text.application import gui_application
from tests.text.conftest import FONTS

ALONE = """
import sys
from pathlib import Path
from editor.text.engine import TextEngine
engine = TextEngine(Path({fonts!r}))
print(engine.layout("سلام world", width=4.0).line_count)
assert not [name for name in sys.modules if name.startswith("PySide6.QtWidgets")]
assert not [name for name in sys.modules if name.split(".")[0] in ("networkx", "reportlab")]
"""


@pytest.mark.usefixtures("qapp")
def test_the_running_application_is_used() -> None:
    assert gui_application() is gui_application()
    assert gui_application() is QGuiApplication.instance()


@pytest.mark.usefixtures("qapp")
def test_the_locale_is_pinned() -> None:
    QLocale.setDefault(QLocale("fa_IR"))
    gui_application()
    assert QLocale().language() == QLocale.Language.C


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "xcb"}])
def test_words_are_laid_out_without_screen_or_widgets(display: dict[str, str]) -> None:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in named}
    done = subprocess.run(
        [sys.executable, "-c", ALONE.format(fonts=str(FONTS))],
        env={**bare, **display},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "2"), done.stderr
