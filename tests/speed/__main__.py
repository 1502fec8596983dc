"""Measures the speed goals and prints one table: python -m tests.speed [NAME ...].

Every module here offers `measure()`, which returns rows of (what, measured, limit); most figures are
ratios against a baseline of the same run, because ratios hold when the machine's speed drifts.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

Row = tuple[str, float, float]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def modules(names: list[str]) -> list[str]:
    found = sorted(p.stem for p in Path(__file__).parent.glob("*.py") if not p.stem.startswith("_"))
    unknown = set(names) - set(found)
    if unknown:
        raise SystemExit(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(found)}")
    return names or found


def main(names: list[str]) -> int:
    from PySide6.QtWidgets import QApplication

    # Made before any benchmark makes a lesser one, in which no window could be shown.
    application = QApplication.instance() or QApplication([])
    slow = 0
    print(f"{'what':<78} {'measured':>9} {'limit':>8}")
    for name in modules(names):
        for what, measured, limit in importlib.import_module(f"tests.speed.{name}").measure():
            verdict = "" if measured <= limit else "  over"
            slow += measured > limit
            print(f"{name + ': ' + what:<78} {measured:>9.3f} {limit:>8.2f}{verdict}", flush=True)
    del application
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
