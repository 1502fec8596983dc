"""Every line and branch of the rooms that keep people's work runs in their tests.

python -m tests.coverage_by_name names each line and branch that does not, and fails. Options go on to
pytest.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ROOMS = ("files", "history", "model")
TESTS = ("tests/files", "tests/history", "tests/model", "tests/session/test_plans.py")


def main(options: list[str]) -> int:
    """Run the tests, print what they leave out, and return 0 if that is nothing."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        code = _run(report, folder, options)
        if code:
            return code
        measured = json.loads(report.read_text("utf-8"))["files"]
    missing = list(left_out(measured))
    print(*missing, sep="\n")
    print(f"{len(modules())} modules of {', '.join(ROOMS)}: {len(missing)} do not run wholly in their tests")
    return int(bool(missing))


def _run(report: Path, folder: str, options: list[str]) -> int:
    rooms = [*(f"--cov=editor.{room}" for room in ROOMS), "--cov-branch", f"--cov-report=json:{report}"]
    # What is measured here says nothing about other runs, so its figures do not stay.
    environment = {**os.environ, "COVERAGE_FILE": f"{folder}/coverage"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *TESTS, *rooms, *options],
        cwd=ROOT, env=environment, check=False,
    )  # fmt: skip
    return done.returncode


def modules() -> list[str]:
    """Return the names of all modules of the rooms."""
    found = [path for room in ROOMS for path in (ROOT / "editor" / room).rglob("*.py")]
    return sorted(str(path.relative_to(ROOT)) for path in found)


def left_out(measured: dict[str, Any]) -> Iterator[str]:
    """Yield for each module of which something never ran its name and what."""
    for name in modules():
        if name not in measured:
            yield f"{name}: never loaded"
            continue
        lines, branches = measured[name]["missing_lines"], measured[name]["missing_branches"]
        # A branch to a line that never ran is told by the line.
        steps = [f"{start} to {end if end > 0 else 'the end'}" for start, end in branches if end not in lines]
        if lines or steps:
            yield f"{name}: never runs line {', '.join([*map(str, lines), *steps])}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
