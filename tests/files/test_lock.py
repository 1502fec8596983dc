"""Locks: one of two gets the file, the other hears of whom, the dead hold nothing."""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from editor.files import lock, processes
from editor.files.lock import Holder, Lock, lock_of, take
from editor.files.processes import Process, lives, process_of, this_process

GHOST = {"pid": 2**22 + 1, "host": platform.node(), "user": "ghost", "started": ""}


def left(path: Path, **process: object) -> Path:
    """A lock as another process would have left it."""
    document = {"process": {**GHOST, **process}, "since": "2026-01-02T03:04:05+00:00", "token": "t"}
    lock_of(path).write_text(json.dumps(document), "utf-8")
    return lock_of(path)


def held(taken: Lock | Holder) -> Lock:
    assert isinstance(taken, Lock)
    return taken


def test_the_second_hears_who_was_first(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    first = held(take(path))
    second = take(path)
    assert isinstance(second, Holder)
    assert second.process == this_process()
    assert f"{this_process().user} has had the map open on {platform.node()} since 20" in str(second.trouble)
    assert list(tmp_path.iterdir()) == [tmp_path / ".map.journey.lock"]
    first.release()
    first.release()
    assert list(tmp_path.iterdir()) == []
    held(take(path)).release()


def test_the_lock_of_a_link_is_that_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "link.journey").symlink_to(tmp_path / "maps" / "map.journey")
    held(take(tmp_path / "link.journey"))
    assert isinstance(take(tmp_path / "maps" / "map.journey"), Holder)


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    left(path)
    held(take(path)).release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"process":{"pid":0}}', b"[" * 4000, b"\xff"])
def test_a_lock_that_says_nothing_holds_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "map.journey"
    lock_of(path).write_bytes(content)
    held(take(path))


@pytest.mark.parametrize("pid", [0, -1, "x", 2**80])
def test_a_lock_of_an_impossible_process_holds_nothing(tmp_path: Path, pid: object) -> None:
    left(tmp_path / "map.journey", pid=pid)
    held(take(tmp_path / "map.journey"))


def test_another_host_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    left(path, host="elsewhere", user="Ava <b>")
    holder = take(path)
    assert isinstance(holder, Holder)
    assert not holder.certain
    assert str(holder.trouble).endswith(
        "Ava <b> has had the map open on elsewhere since 2026-01-02T03:04:05+00:00. "
        "Ask whether it is still open there; if not, take it over."
    )
    mine = held(take(path, over=holder))
    assert isinstance(take(path, over=holder), Holder)
    mine.release()


def test_a_lock_that_was_taken_away_is_not_released(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    first = held(take(path))
    second = take(path)
    assert isinstance(second, Holder)
    held(take(path, over=second))
    first.release()
    assert lock_of(path).exists()


def test_one_of_many_who_come_at_once_gets_it(tmp_path: Path) -> None:
    path, got = tmp_path / "map.journey", list[Lock | Holder]()
    left(path)
    many = [Thread(target=lambda: got.append(take(path))) for _ in range(12)]
    for one in many:
        one.start()
    for one in many:
        one.join()
    assert sum(isinstance(one, Lock) and one.problem is None for one in got) == 1
    assert len(list(tmp_path.iterdir())) == 1


def failing(number: int) -> Any:
    def fail(*args: object, **kwargs: object) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


def test_where_no_lock_can_be_made_it_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", failing(errno.EROFS))
        taken = held(take(path))
    assert taken.problem is not None
    assert taken.problem.problem == "The disk can only be read."
    taken.release()
    monkeypatch.setattr(os, "link", failing(errno.EIO))
    assert held(take(path)).problem is not None
    assert list(tmp_path.iterdir()) == []


def test_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    mine = held(take(tmp_path / "map.journey"))
    assert mine.problem is None
    assert isinstance(take(tmp_path / "map.journey"), Holder)


def test_locks_that_come_and_go_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_made", lambda place, content: False)
    taken = held(take(tmp_path / "map.journey"))
    assert taken.problem is not None
    assert taken.problem.problem == "The lock of the file cannot be taken."


def test_a_lock_made_while_a_stale_one_is_cleared_stays(tmp_path: Path) -> None:
    place = left(tmp_path / "map.journey")
    lock._clear(place, b"another")
    assert place.exists()
    lock._clear(place, place.read_bytes())
    assert not place.exists()
    lock._clear(place, b"")
    assert list(tmp_path.iterdir()) == []


def test_a_process_lives_until_it_ends() -> None:
    assert lives(this_process()) is True
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    there = Process(child.pid, platform.node(), "me", processes._started(child.pid))
    assert lives(there) is True
    assert lives(Process(child.pid, platform.node(), "me", "another start")) is False
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert lives(there) is False
    child.communicate()
    assert lives(there) is False


def test_what_cannot_be_known_of_a_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert lives(Process(1, "elsewhere", "me")) is None
    monkeypatch.setattr(processes, "PROC", tmp_path)
    assert lives(Process(os.getpid(), platform.node(), "me", "x")) is True
    monkeypatch.setattr(os, "kill", failing(errno.EPERM))
    assert lives(Process(os.getpid(), platform.node(), "me")) is True
    monkeypatch.setattr(getpass, "getuser", failing(errno.ENOENT))
    assert processes._user() == "?"


@pytest.mark.parametrize(
    "document",
    [
        None, [], {"pid": "1", "host": "h", "user": "u"}, {"pid": 0, "host": "h", "user": "u"},
        {"pid": True, "host": "h", "user": "u"}, {"pid": 1, "host": "h"},
        {"pid": 1, "host": "h", "user": "u", "x": 1},
        {"pid": 1, "host": "h", "user": "u", "started": 5},
    ],
)  # fmt: skip
def test_what_describes_no_process(document: object) -> None:
    with pytest.raises(ValueError, match="it is no process"):
        process_of(document)


def test_a_process_may_not_say_when_it_started() -> None:
    assert process_of({"pid": 1, "host": "h", "user": "u"}) == Process(1, "h", "u", "")


def test_the_host_has_its_name_on_other_systems_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "os", SimpleNamespace(name="nt"))
    assert processes._host() == platform.node()
