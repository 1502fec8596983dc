"""Safe replacing: the old file or the new one, nothing between, and nothing left lying about."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from editor.files import writing
from editor.files.writing import backup_of, check_writable, replace
from editor.model.trouble import Trouble

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    old = os.umask(0o027)
    try:
        replace(path, b"new")
    finally:
        os.umask(old)
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old and longer")
    path.chmod(0o604)
    replace(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", 0o604)


@pytest.mark.skipif(not AS_ROOT, reason="only root may give files away")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    os.chown(path, 65534, 65534)
    replace(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65534)


def test_a_file_that_is_not_ours_to_give_away_becomes_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fchown", failing(errno.EPERM))
    replace(path, b"new")
    assert path.read_bytes() == b"new"


def test_links_stay_links(tmp_path: Path) -> None:
    folder, path, link = tmp_path / "maps", tmp_path / "maps" / "map.journey", tmp_path / "link.journey"
    folder.mkdir()
    link.symlink_to(path)
    replace(link, b"first")
    replace(link, b"second")
    assert link.is_symlink()
    assert path.read_bytes() == b"second"
    assert sorted(tmp_path.iterdir()) == [link, folder]


@pytest.mark.parametrize("act", [lambda path: replace(path, b"new"), check_writable])
@pytest.mark.parametrize(
    ("place", "problem"),
    [
        (".", "It is a folder. Choose the name of a file."),
        ("missing/map.journey", "There is no such folder. Choose a folder that is there."),
        ("file/map.journey", "There is no such folder. Choose a folder that is there."),
        ("x" * 300, "The name is too long. Choose a shorter name."),
        ("circle", "The links that lead to the file go in a circle. Choose another name."),
        ("pipe", "It is not an ordinary file. Choose another name."),
        ("nul\0", "This cannot be the name of a file. Choose another name."),
    ],
)
def test_places_where_no_file_can_be(
    tmp_path: Path, place: str, problem: str, act: Callable[[Path], None]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Trouble) as caught:
        act(tmp_path / place)
    assert str(caught.value) == f"{tmp_path / place}: {problem}"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("act", [lambda path: replace(path, b"new"), check_writable])
def test_a_read_only_file_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], None]
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    # Root may write everywhere; so the question itself is answered here.
    monkeypatch.setattr(os, "access", lambda target, wish: not (Path(target) == path and wish == os.W_OK))
    with pytest.raises(Trouble, match="The file may only be read"):
        act(path)
    assert path.read_bytes() == b"old"


def test_a_file_on_a_disk_that_can_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda target, wish: False)
    monkeypatch.setattr(os, "statvfs", lambda target: SimpleNamespace(f_flag=os.ST_RDONLY))
    with pytest.raises(Trouble, match="The disk can only be read"):
        replace(path, b"new")
    assert path.read_bytes() == b"old"


def test_checking_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    check_writable(path)
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"old")
    check_writable(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def failing(number: int) -> Callable[..., Any]:
    def fail(*args: object, **kwargs: object) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, "The disk is full. Make room or save in another place."),
        (errno.EDQUOT, "Your share of the disk is used up."),
        (errno.EROFS, "The disk can only be read."),
        (errno.EACCES, "You may not write here."),
        (errno.EPERM, "The file is protected."),
        (errno.ENXIO, "The file cannot be written (No such device or address). Save in another place."),
        (errno.EMFILE, "Too many files are open."),
        (errno.EFBIG, "The disk takes no file of this size."),
        (errno.EIO, "The disk has failed. Save on another disk, and look after this one."),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "fchmod", "replace"])
def test_when_the_system_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, problem: str
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    owner = Path if call == "replace" else os
    monkeypatch.setattr(owner, call, failing(number))
    with pytest.raises(Trouble) as caught:
        replace(path, b"new")
    monkeypatch.undo()
    assert str(caught.value).startswith(f"{path}: {problem}")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"

    def interrupt(*args: object) -> None:
        raise KeyboardInterrupt

    for owner, call in ((os, "fsync"), (Path, "replace")):
        with monkeypatch.context() as patch:
            patch.setattr(owner, call, interrupt)
            with pytest.raises(KeyboardInterrupt):
                replace(path, b"new")
        assert list(tmp_path.iterdir()) == []


def test_a_folder_whose_sync_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    monkeypatch.setattr(os, "fsync", syncing(errno.EIO))
    with pytest.raises(Trouble, match="The disk has failed"):
        replace(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_that_knows_no_sync_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    monkeypatch.setattr(os, "fsync", syncing(errno.EINVAL))
    replace(path, b"new")
    assert path.read_bytes() == b"new"


def syncing(number: int) -> Callable[[int], None]:
    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))

    return sync


def test_file_and_folder_are_synced_and_the_name_comes_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "map.journey", []

    def sync(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        seen.append((kind, path.exists()))

    monkeypatch.setattr(os, "fsync", sync)
    replace(path, b"new")
    assert seen == [("file", False), ("folder", True)]


def test_the_version_before_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    for content in (b"1", b"2", b"3"):
        replace(path, content, backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"3", b"2")
    assert sorted(tmp_path.iterdir()) == [path, tmp_path / "map.journey~"]


def test_the_backup_of_a_link_lies_beside_the_file(tmp_path: Path) -> None:
    folder, link = tmp_path / "maps", tmp_path / "link.journey"
    folder.mkdir()
    (folder / "map.journey").write_bytes(b"old")
    link.symlink_to(folder / "map.journey")
    replace(link, b"new", backup=True)
    assert backup_of(link) == folder / "map.journey~"
    assert backup_of(link).read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [link, folder]


@pytest.mark.parametrize("number", writing.NO_LINKS)
def test_where_there_are_no_links_the_backup_is_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    path.chmod(0o640)
    monkeypatch.setattr(os, "link", failing(number))
    replace(path, b"new", backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"new", b"old")
    assert mode(backup_of(path)) == 0o640
    assert len(list(tmp_path.iterdir())) == 2


def test_a_backup_that_cannot_be_made_is_told_before_anything_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "link", failing(errno.ENOSPC))
    with pytest.raises(Trouble, match=r"map\.journey~: The disk is full"):
        replace(path, b"new", backup=True)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_crash_after_the_backup_leaves_the_next_save_whole(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    os.link(path, backup_of(path))
    replace(path, b"new", backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"new", b"old")
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("number", [0, errno.EOPNOTSUPP, errno.EINVAL, errno.EISDIR])
def test_checking_where_files_need_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    really = os.open

    def opened(path: Any, flags: int, *rest: int) -> int:
        if number and flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(number, os.strerror(number))
        return really(path, flags, *rest)

    if not number:
        monkeypatch.delattr(os, "O_TMPFILE")
    monkeypatch.setattr(os, "open", opened)
    check_writable(tmp_path / "map.journey")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(os, "open", failing(errno.EROFS))
    with pytest.raises(Trouble, match="can only be read"):
        check_writable(tmp_path / "map.journey")
