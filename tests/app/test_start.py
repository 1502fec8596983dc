"""The start of the editor: what must not be loaded before the window is painted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.app.command_line import BEFORE_QT
from editor.app.places import ROOT

LATE = ("networkx", "reportlab", "openpyxl", "pypdfium2", "uharfbuzz", "PIL", "logging.handlers")
LATE_ROOMS = ("editor.session.", "editor.layout.", "editor.export.", "editor.exchange.", "editor.canvas.")
LATE_MODULES = (
    "editor.model.records",
    "editor.files.writing",
    "editor.window.recovery",
    "editor.window.news",
    "editor.window.tiles",
)

PAINTED = """
import sys
from PySide6 import QtCore

class Watch(QtCore.QObject):
    painted = False
    def eventFilter(self, watched, event):
        self.painted = self.painted or event.type() == QtCore.QEvent.Type.Paint
        return False

from editor.app import desktop
application = desktop.made_application()
desk = desktop.Desktop(application)
desk.mishaps.watch()
desk.open_all([])
watch, page = Watch(), desk.windows()[0].start_page
page.viewport().installEventFilter(watch)
while not watch.painted:
    application.processEvents()
print(*vars(QtCore))
page.complete()
application.processEvents()
print(*vars(QtCore))
sys.stdout.flush()
import os
os._exit(0)
"""

SCRIPT = """
import gc, sys
from editor.app.command_line import loaded_desktop
desktop = loaded_desktop([])
assert not gc.isenabled()
application = desktop.made_application()
desk = desktop.Desktop(application)
desk.mishaps.watch()
desk.open_all([])
window = desk.windows()[0]
while not window.start_page.isVisible():
    application.processEvents()
print(*sys.modules)
sys.stdout.flush()
import os
os._exit(0)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return the modules that are loaded when the start page is shown."""
    return set(told(SCRIPT, tmp_path_factory.mktemp("home")).split())


def told(script: str, home: Path) -> str:
    """Return what a start of our own with an empty `home` writes."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, timeout=60, env=surroundings
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_no_library_is_loaded_that_the_start_page_does_without(loaded):
    assert "editor.window.start_page" in loaded
    assert not {name for name in loaded if name.split(".")[0] in LATE or name in LATE}


def test_no_room_is_loaded_that_the_start_page_does_without(loaded):
    assert not {name for name in loaded if name.startswith(LATE_ROOMS) or name in LATE_MODULES}


def test_what_opens_a_map_is_loaded_before_qt(tmp_path):
    script = f"import sys; {'; '.join(f'import {name}' for name in BEFORE_QT)}; print(*sys.modules)"
    assert not [name for name in told(script, tmp_path).split() if name.startswith(("PySide6", "shiboken6"))]


def test_the_first_frame_is_painted_without_the_names_of_qt(tmp_path):
    first, whole = (set(line.split()) for line in told(PAINTED, tmp_path).splitlines())
    assert "QTimer" in first
    assert "Qt" not in first
    assert "Qt" in whole
