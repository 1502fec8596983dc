"""What the start costs: process start to the window painted, against a bare window of Qt.

Each figure is the ratio of medians of several processes, taken in turn with the bare one in the same
run, on a compiled copy of the program (pitfall 25).
"""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from operator import truediv
from pathlib import Path

from editor.files.format import dumps
from tests.big_map import big_journey

ROOT = Path(__file__).parents[2]
PROCESSES = 9

PAINTED = """
import sys, time
from PySide6.QtCore import QEvent, QObject

class Watch(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False

def until_painted(application, widget):
    watch = Watch()
    widget.installEventFilter(watch)
    while not watch.painted:
        application.processEvents()
    print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)
    import os
    os._exit(0)
"""

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QMainWindow
from watch import until_painted
application = QApplication(sys.argv)
window = QMainWindow()
view = QGraphicsView(QGraphicsScene())
window.setCentralWidget(view)
window.resize(1440, 900)
window.show()
until_painted(application, view.viewport())
"""

SAFAR = """
import sys
from pathlib import Path
from editor.app.command_line import loaded_desktop
desktop = loaded_desktop(sys.argv[1:])
from watch import until_painted
application = desktop.made_application()
desk = desktop.Desktop(application)
desk.mishaps.watch()
desk.open_all([Path(word) for word in sys.argv[1:]])
window = desk.windows()[0]
shown = window.workspace.view if window.workspace else window.start_page
until_painted(application, shown.viewport())
"""


def measure() -> list[tuple[str, float, float]]:
    """Return (what, ratio to a bare window, limit) for an empty start, a large sample, 10,000 cards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _install(folder)
        (folder / "big.journey").write_bytes(dumps(big_journey().records()))
        large = folder / "samples" / "large.journey"
        starts = {
            "bare window": ["bare.py"],
            "empty start to first paint": ["start.py"],
            "large sample to first paint": ["start.py", str(large)],
            "10,000 cards to first paint": ["start.py", str(folder / "big.journey")],
        }
        times = _taken(folder, starts)
    bare = times.pop("bare window")
    limits = (1.6, 3.5, 6.0)
    return [
        (what, statistics.median(map(truediv, seconds, bare)), limit)
        for (what, seconds), limit in zip(times.items(), limits, strict=True)
    ]


def _install(folder: Path) -> None:
    """Put a compiled copy of the program and the measuring scripts into `folder`."""
    for part in ("editor", "resources", "samples"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name, script in (("watch.py", PAINTED), ("bare.py", BARE), ("start.py", SAFAR)):
        (folder / name).write_text(script, "utf-8")
    compileall.compile_dir(folder, quiet=2)


def _taken(folder: Path, starts: dict[str, list[str]]) -> dict[str, list[float]]:
    """Return the seconds of each start in every turn; in a turn all see the same machine."""
    taken: dict[str, list[float]] = {what: [] for what in starts}
    for turn in range(PROCESSES + 1):
        for what, words in starts.items():
            seconds = _seconds(folder, words)
            if turn:  # the first turn only warms the disk
                taken[what].append(seconds)
    return taken


def _seconds(folder: Path, words: list[str]) -> float:
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(folder),
        "HOME": str(folder / "home"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        surroundings.pop(name, None)
    before = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return float(done.stdout) - before
