"""Hostile files: each gives a message quickly and in little memory, no traceback, and the program goes on.

A part of those for windows is read with all tests; `python -m tests.faults` reads every one in every way.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.corpus import REFUSED, all_cases
from tests.faults.strace import ROOT, WHOLE

SECONDS, MEGABYTES = 2.0, 512
CASES = all_cases()
SOME = 1 if WHOLE else 6
"""Of the files that a window reads, one in so many."""


def test_there_are_enough_of_them() -> None:
    assert len(REFUSED) >= 150
    assert sum(map(len, CASES.values())) >= 400


@pytest.mark.parametrize("reader", CASES)
def test_each_is_refused_or_borne(reader: str, tmp_path: Path) -> None:
    if reader == "settings":
        pytest.skip("settings are read by a window only")
    for name, seen in read(reader, tmp_path, CASES[reader].items()):
        assert seen["end"] != "broken", f"{name}: {seen['said']}"
        assert seen["end"] == "refused" or reader not in ("journey", "index", "fragment"), name
        assert_quick_and_small(name, seen, slow=reader == "bearable")
        assert len(seen["said"]) < 1000
        assert "Traceback" not in seen["said"]


@pytest.mark.parametrize(
    ("how", "readers"),
    [("window", ("journey", "table", "picture")), ("settings", ("settings",)), ("crash", ("journal",))],
)
def test_a_window_goes_on(how: str, readers: tuple[str, ...], tmp_path: Path) -> None:
    cases = [case for reader in readers for case in CASES[reader].items()]
    for name, seen in read(how, tmp_path, cases[::SOME]):
        assert seen["end"] != "broken", f"{name}: {seen['said']}"
        assert_quick_and_small(name, seen, slow=WHOLE)


def assert_quick_and_small(name: str, seen: dict[str, Any], *, slow: bool) -> None:
    """Maps that are drawn take as long as they are large; windows pile up when many are opened."""
    if not slow:
        assert seen["seconds"] < SECONDS, name
        assert seen["megabytes"] < MEGABYTES, name


def read(how: str, folder: Path, cases: Iterable[tuple[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """Write files and have a process of their own read them; return what became of each, by name."""
    names: list[str] = []
    for name, (make, suffix) in cases:
        (folder / f"{len(names):03d}{suffix}").write_bytes(make())
        names.append(name)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.hostile", how, str(folder)],
            cwd=ROOT, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
        seen = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(seen) == len(names), (
            f"the program ended ({done.returncode}) after {names[len(seen) - 1]}: {done.stderr}"
        )
    finally:
        shutil.rmtree(folder)
    return list(zip(names, seen, strict=True))
