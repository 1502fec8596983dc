"""The start of the editor: what must not be loaded before the window is painted."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from editor.app.places import ROOT

LATE = ("networkx", "reportlab", "openpyxl", "pypdfium2", "uharfbuzz", "PIL", "logging.handlers")
LATE_ROOMS = ("editor.session.", "editor.layout.", "editor.export.", "editor.exchange.", "editor.canvas.")
LATE_MODULES = (
    "editor.model.records",
    "editor.files.writing",
    "editor.window.recovery",
    "editor.window.news",
)

SCRIPT = """
import sys
from editor.app import desktop
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
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path_factory.mktemp("home")),
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, cwd=ROOT, timeout=60, env=surroundings
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_no_library_is_loaded_that_the_start_page_does_without(loaded):
    assert "editor.window.start_page" in loaded
    assert not {name for name in loaded if name.split(".")[0] in LATE or name in LATE}


def test_no_room_is_loaded_that_the_start_page_does_without(loaded):
    assert not {name for name in loaded if name.startswith(LATE_ROOMS) or name in LATE_MODULES}
