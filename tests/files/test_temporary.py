"""What the dead have left goes, what anybody else has stays."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editor.files import processes
from editor.files.lock import Lock, take
from editor.files.processes import Process, ended, mark, this_process
from editor.files.temporary import temporary, tidy
from editor.files.writing import replace

GONE = 2**22 + 1


def left(folder: Path, who: Process) -> Path:
    file = folder / f".safar-{mark(who)}-0123456789ab.tmp"
    file.write_bytes(b"half")
    return file


def me(**other: Any) -> Process:
    own = this_process()
    fields = {"pid": own.pid, "host": own.host, "user": own.user, "started": own.started, **other}
    return Process(**fields)


def test_names_are_hidden_and_short(tmp_path: Path) -> None:
    path = temporary(tmp_path)
    assert path.name.startswith(".safar-")
    assert len(path.name) < 60
    assert path != temporary(tmp_path)


@pytest.mark.parametrize("act", [tidy, lambda f: replace(f / "map", b"x"), lambda f: take(f / "map")])
def test_what_the_dead_have_left_goes(tmp_path: Path, act: Any) -> None:
    dead = [left(tmp_path, me(pid=GONE)), left(tmp_path, me(started="before the last start"))]
    others = [left(tmp_path, me()), left(tmp_path, me(pid=GONE, host="elsewhere")), tmp_path / ".safar-1.tmp"]
    rubbish = (mark(me()).replace(str(me().pid), "x"), mark(me(pid=GONE)) + "-1", "", "²")
    others += [tmp_path / f".safar-{name}-0123456789ab.tmp" for name in rubbish]
    for other in others[2:]:
        other.touch()
    act(tmp_path)
    assert [one.exists() for one in dead] == [False, False]
    assert all(one.exists() for one in others)


def test_a_process_of_which_no_start_is_known_counts_as_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not ended(mark(me(started="")))
    monkeypatch.setattr(processes, "PROC", tmp_path)
    assert not ended(mark(me(started="another")))


def test_on_systems_that_tell_nothing_all_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "lives", lambda process: None)
    assert not ended(mark(me(pid=GONE)))


def test_a_folder_that_cannot_be_listed_keeps_nobody_from_saving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> list[str]:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(os, "listdir", fail)
    replace(tmp_path / "map", b"new")
    taken = take(tmp_path / "map")
    assert isinstance(taken, Lock)
    assert taken.problem is None


def test_what_a_killed_save_has_left_goes_with_the_next(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from editor.files import writing\n"
        "writing.os.fsync = lambda descriptor: os.kill(os.getpid(), 9)\n"
        "writing.replace(Path(sys.argv[1]), b'new')"
    )
    path = tmp_path / "map.journey"
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == -9
    assert [one.name.startswith(".safar-") for one in tmp_path.iterdir()] == [True]
    replace(path, b"newer")
    assert list(tmp_path.iterdir()) == [path]
