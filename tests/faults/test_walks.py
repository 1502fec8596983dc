"""Kill walk and error walk: whatever call it hits, the file is the old or the new one, and it is told."""

from __future__ import annotations

import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editor.files.format import dumps
from editor.files.lock import lock_of
from editor.files.reading import loads
from editor.files.recovery import SUFFIX, replay
from tests.build import journey
from tests.faults import samples, strace
from tests.faults.strace import WHOLE, Call
from tests.faults.victim import MAP, NEW, OLD, SAVED, TOLD

pytestmark = pytest.mark.skipif(bool(strace.missing()), reason=strace.missing() or "strace is there")

ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EACCES", "EROFS", "EMFILE")
FAILED = ("open", "write", "fsync", "close", "rename", "link", "unlink", "mkdir", "ftruncate")
SHOP = dumps(journey("Buy: pay", title="Old").records())
SHOP_SAVED = dumps(journey("Buy: pay", title="New").records())
BEFORE = {"create": None, "save": OLD, "check": OLD, "work": SHOP, "lock": OLD}
AFTER = {"work": SHOP_SAVED, "lock": OLD}
HARMLESS = ("lock", "work")
"""Acts in which a file other than the map may fail to be made: locks that cannot be taken are only told."""


def prepared(folder: Path, act: str) -> Path:
    """A folder as the act finds it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    content = BEFORE.get(act)
    if content is not None:
        (folder / MAP).write_bytes(content)
    if act == "lock":
        lock_of(folder / MAP).write_bytes(b"left by the dead")
    return folder


def check_map(folder: Path, act: str, *, saved: bool) -> None:
    """The map is the old or the new one, whole; the new one once it is said to be saved."""
    map_ = folder / MAP
    now = map_.read_bytes() if map_.exists() else None
    old, new = BEFORE.get(act), AFTER.get(act, NEW)
    assert now == new if saved else now in (old, new)
    backup = folder / f"{MAP}~"
    assert not backup.exists() or backup.read_bytes() == old


def check_journals(folder: Path, act: str, *, written: bool) -> None:
    """What was acknowledged is in the journal or in the saved map, and nothing else is."""
    journals = [replay(file.read_bytes()) for file in (folder / "recovery").glob(f"*{SUFFIX}")]
    first, second = samples.deeds()
    whole = [found for start, found, _ in journals if start is not None]
    if act == "journal":
        assert whole in ([(first, second)],) if written else whole in ([(first,)], [(first, second)])
    if act == "rotate":
        assert whole == [(second,)] if written else all(one in ((), (first,), (second,)) for one in whole)
        assert (folder / MAP).read_bytes() == NEW


def check(folder: Path, act: str, code: int) -> None:
    if act in ("journal", "rotate"):
        check_journals(folder, act, written=code == SAVED)
    else:
        check_map(folder, act, saved=code == SAVED)
    if act == "work":
        loads((folder / MAP).read_bytes(), "x")


def left_over(folder: Path) -> list[str]:
    return [file.name for file in folder.rglob("*") if file.name.startswith(".safar-")]


@pytest.mark.parametrize("act", ["create", "save", "check", "lock", "journal", "rotate", "work"])
def test_killed_before_any_call_the_file_is_old_or_new(tmp_path: Path, act: str) -> None:
    calls = strace.calls(act, prepared(tmp_path / "look" / "maps", act))
    chosen = calls if WHOLE else sampled(calls)

    def killed(task: tuple[int, Call]) -> bool:
        number, call = task
        folder = prepared(tmp_path / str(number) / "maps", act)
        code = strace.kill(act, folder, call)
        check(folder, act, code)
        return code != SAVED

    with ThreadPoolExecutor(2) as pool:
        kills = sum(pool.map(killed, enumerate(chosen)))
    assert kills >= 0.9 * len(chosen)
    print(f"{act}: killed {kills} times")


def sampled(calls: list[Call]) -> list[Call]:
    """Some of the calls, most of them such that change something."""
    asking = ("newfstatat", "read", "lseek", "ioctl", "getrandom", "mmap", "brk", "rt_sigprocmask", "socket")
    chosen = [call for number, call in enumerate(calls) if call.name not in asking or number % 12 == 0]
    return chosen[:: max(len(chosen) // 8, 1)]


@pytest.mark.parametrize("act", ["create", "save", "check", "lock", "journal", "rotate", "work"])
def test_whatever_call_fails_it_is_told_and_nothing_is_left_over(tmp_path: Path, act: str) -> None:
    calls = strace.calls(act, prepared(tmp_path / "look" / "maps", act))
    faults = [
        (call, error, for_ever)
        for call in calls
        if call.name.startswith(FAILED)
        for error in ERRORS
        for for_ever in (False, True)
    ]
    if not WHOLE:
        faults = faults[:: max(len(faults) // 6, 1) | 1]

    def failed(task: tuple[int, tuple[Call, str, bool]]) -> tuple[int, str]:
        number, (call, error, for_ever) = task
        folder = prepared(tmp_path / str(number) / "maps", act)
        code = strace.fail(act, folder, call, error, for_ever=for_ever)
        what = f"{call.name} {call.number} {error} {'for ever' if for_ever else 'once'}: {code}"
        assert code in (SAVED, TOLD), what
        check(folder, act, code)
        if call.name != "unlink":
            assert left_over(folder) == [], what
        return code, what

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(failed, enumerate(faults)))
    # Where the folder of the journals is there already, nobody needs to make it.
    silent = [what for code, what in outcomes if code == SAVED and not what.startswith("mkdir")]
    print(f"{act}: {len(outcomes)} faults, {Counter(code for code, _ in outcomes)}", *silent, sep="\n  ")
    if act not in HARMLESS:
        assert silent == []
