"""How much memory the editor takes with a map of 10,000 cards open and painted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = 250.0

OPEN_AND_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from editor.app.desktop import Desktop, made_application
application = made_application()
desktop = Desktop(application)
desktop.open_all([Path(sys.argv[1])])
window = desktop.windows()[0]
window.resize(1600, 1000)
loop = QEventLoop()
QTimer.singleShot(1500, loop.quit)
loop.exec()
window.grab()
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) / 1024, flush=True)
import os
os._exit(0)
"""


def measure() -> list[tuple[str, float, float]]:
    """Return the largest resident size in MB of the process, for the large sample and for 10,000 cards."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            ("large sample open and painted, MB", taken(ROOT / "samples" / "large.journey"), MOST),
            ("10,000 cards open and painted, MB", taken(written_big_map(Path(folder))), MOST),
        ]


def written_big_map(folder: Path) -> Path:
    """Write the map of 10,000 cards into `folder`."""
    from editor.files.format import dumps
    from tests.big_map import big_journey

    path = folder / "big.journey"
    path.write_bytes(dumps(big_journey().records()))
    return path


def taken(path: Path) -> float:
    """Return the MB that a process takes which opens `path` in a window and paints it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(path.parent)}
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_PAINT, str(path)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return float(done.stdout.split()[-1])
