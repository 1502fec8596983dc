"""Kill walk and error walk: whatever call it hits, the file is the old or the new one, and it is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.faults import strace
from tests.faults.checks import check, left_over
from tests.faults.samples import prepare
from tests.faults.strace import WHOLE, Call, Nursery, each
from tests.faults.victim import ACTS, SAVED, TOLD

pytestmark = pytest.mark.skipif(bool(strace.missing()), reason=strace.missing() or "strace is there")

ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EACCES", "EROFS", "EMFILE")
FAILED = ("open", "write", "fsync", "close", "rename", "link", "unlink", "mkdir", "ftruncate")
LONG = ("check", "copy", "keep", "svg", "png", "save_as")
"""Acts that are like others and wait for the whole lane."""
CHOSEN = [act for act in ACTS if WHOLE or act not in LONG]

HARMLESS = ("offer",)
"""What is left is offered even where the map it belongs to cannot be read."""
ASKING = ("newfstatat", "read", "lseek", "ioctl", "getrandom", "mmap", "munmap", "brk", "rt_sigprocmask")
"""Calls that change nothing: killed before one of them is as good as killed before another."""


def calls_of(act: str, folder: Path) -> list[Call]:
    with Nursery(act) as nursery:
        return nursery.calls(prepare(folder / "look" / "maps", act))


@pytest.mark.parametrize("act", CHOSEN)
def test_killed_before_any_call_the_file_is_old_or_new(tmp_path: Path, act: str) -> None:
    calls = calls_of(act, tmp_path)
    chosen = calls if WHOLE else sampled(calls)

    def killed(nursery: Nursery, number: int, call: Call) -> bool:
        folder = prepare(tmp_path / str(number) / "maps", act)
        code = nursery.kill(folder, call)
        check(folder, act, saved=code == SAVED)
        return code != SAVED

    kills = sum(each(act, chosen, killed))
    # Threads share the calls out anew in every run: now and then one of the last is never reached.
    assert kills >= min(0.9 * len(chosen), len(chosen) - 2)
    print(f"{act}: killed {kills} times")


def sampled(calls: list[Call]) -> list[Call]:
    """Some of the calls, most of them such that change something."""
    chosen = [call for number, call in enumerate(calls) if call.name not in ASKING or number % 12 == 0]
    return chosen[:: max(len(chosen) // 8, 1)]


@pytest.mark.parametrize("act", CHOSEN)
def test_whatever_call_fails_it_is_told_and_nothing_is_left_over(tmp_path: Path, act: str) -> None:
    faults = [
        (call, error, for_ever)
        for call in calls_of(act, tmp_path)
        if call.name.startswith(FAILED)
        for error in ERRORS
        for for_ever in (False, True)
    ]
    if not WHOLE:
        faults = faults[:: max(len(faults) // 6, 1) | 1]

    def failed(nursery: Nursery, number: int, fault: tuple[Call, str, bool]) -> tuple[int, str]:
        call, error, for_ever = fault
        folder = prepare(tmp_path / str(number) / "maps", act)
        code = nursery.fail(folder, call, error, for_ever=for_ever)
        what = f"{call.name} {call.number} {error} {'for ever' if for_ever else 'once'}: {code}"
        assert code in (SAVED, TOLD), what
        if call.name != "unlink":
            assert left_over(folder) == [], what
        check(folder, act, saved=code == SAVED)
        return code, "" if call.look else what

    outcomes = each(act, faults, failed)
    silent = [what for code, what in outcomes if code == SAVED and what and act not in HARMLESS]
    print(f"{act}: {len(outcomes)} faults, {Counter(code for code, _ in outcomes)}", *silent, sep="\n  ")
    assert silent == []
