"""Real places where a file cannot be written: protected, full, only to be read. Nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from editor.files.writing import check_writable, replace
from editor.model.edits.wording import retitle
from editor.model.trouble import Trouble
from editor.session.exporting import export
from editor.session.recovering import Recovery
from editor.session.session import Session
from tests.faults import samples
from tests.faults.strace import ROOT

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOBODY = 65534


def mount(*arguments: str) -> bool:
    """Mount something; False where that is not allowed."""
    if not AS_ROOT or shutil.which("mount") is None:
        return False
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)):
        pytest.skip("nothing may be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_keeps_the_old_file(small_disk: Path) -> None:
    path = small_disk / "map.journey"
    replace(path, b"old")
    for backup in (False, True):
        with pytest.raises(Trouble, match="The disk is full"):
            replace(path, b"x" * 200_000, backup=backup)
        assert path.read_bytes() == b"old"
    replace(path, b"new", backup=True)
    assert path.read_bytes() == b"new"
    assert names_in(small_disk) == ["map.journey", "map.journey~"]


def test_a_disk_that_can_only_be_read(small_disk: Path) -> None:
    path = small_disk / "map.journey"
    replace(path, b"old")
    assert mount("-o", "remount,ro", str(small_disk))
    for act in (lambda: check_writable(path), lambda: replace(path, b"new", backup=True)):
        with pytest.raises(Trouble, match=r"may only be read|can only be read"):
            act()
    assert path.read_bytes() == b"old"
    assert names_in(small_disk) == ["map.journey"]


def test_a_disk_that_fills_up_at_any_place(small_disk: Path) -> None:
    path, outcomes = small_disk / "map.journey", set[bool]()
    for free in range(13):
        for file in small_disk.iterdir():
            file.unlink()
        replace(path, b"old" * 2000)
        filler = small_disk / "filler"
        with suppress(OSError):
            filler.write_bytes(b"x" * 2**17)
        os.truncate(filler, max(filler.stat().st_size - free * 4096, 0))
        saved = False
        with suppress(Trouble):
            replace(path, b"new" * 3000, backup=True)
            saved = True
        outcomes.add(saved)
        assert path.read_bytes() == (b"new" * 3000 if saved else b"old" * 2000)
        assert not list(small_disk.glob(".safar-*"))
    assert outcomes == {True, False}


def test_a_session_goes_on_where_nothing_can_be_saved(small_disk: Path, tmp_path: Path) -> None:
    path, told = small_disk / "map.journey", list[Trouble | None]()
    path.write_bytes(samples.SHOP)
    session = Session.open(path, guarded=True)
    recorder = Recovery(small_disk / "recovery").record(session, told.append)
    with suppress(OSError):
        (small_disk / "filler").write_bytes(b"x" * 2**17)
    for number in range(3):
        session.do("Name the map", retitle(session.journey, "map", f"Mine {number}" + "!" * 900))
        with pytest.raises(Trouble, match="The disk is full"):
            session.save()
        assert session.dirty
    assert not recorder.flush()
    assert told[-1] is not None
    assert path.read_bytes() == samples.SHOP
    (small_disk / "filler").unlink()
    assert recorder.flush()
    assert told[-1] is None
    session.save()
    assert Session.open(path).title.startswith("Mine 2")
    assert mount("-o", "remount,ro", str(small_disk))
    session.undo()
    with pytest.raises(Trouble, match="can only be read"):
        session.save()
    assert mount("-o", "remount,rw", str(small_disk))
    session.save(tmp_path / "elsewhere.journey")
    recorder.close()
    session.close()
    assert names_in(small_disk) == ["map.journey", "map.journey~", "recovery"]


@pytest.mark.parametrize("suffix", samples.EXPORTS)
def test_an_export_to_a_full_disk(small_disk: Path, suffix: str) -> None:
    path = small_disk / f"map.{suffix}"
    path.write_bytes(b"old")
    (small_disk / "filler").write_bytes(b"x" * 15 * 4096)
    with pytest.raises(Trouble, match="The disk is full"):
        export(samples.picture(), path)
    assert path.read_bytes() == b"old"
    assert names_in(small_disk) == ["filler", path.name]


@pytest.mark.skipif(not AS_ROOT, reason="only root may protect a file against everybody")
def test_a_protected_file(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"old")
    if subprocess.run(["chattr", "+i", str(path)], capture_output=True, check=False).returncode:
        pytest.skip("this file system protects no files")
    try:
        with pytest.raises(Trouble):
            replace(path, b"new", backup=True)
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]
    finally:
        subprocess.run(["chattr", "-i", str(path)], check=True)


@pytest.mark.skipif(not AS_ROOT, reason="only root may become nobody")
@pytest.mark.parametrize(
    ("mode", "owner", "folder_mode", "said"),
    [
        (0o444, NOBODY, 0o777, "The file may only be read"),
        (0o644, 0, 0o777, "The file may only be read"),
        (0o644, NOBODY, 0o555, "You may not write here"),
        (0o644, NOBODY, 0o777, ""),
        (0o666, 0, 0o777, ""),
    ],
)
@pytest.mark.parametrize("through_link", [False, True])
def test_files_of_others_as_a_normal_user(
    mode: int, owner: int, folder_mode: int, said: str, through_link: bool
) -> None:
    # Nobody may not enter the folders of the tests.
    folder = Path(tempfile.mkdtemp(prefix="safar-nobody-"))
    try:
        path, link = folder / "map.journey", folder / "link.journey"
        path.write_bytes(b"old")
        path.chmod(mode)
        os.chown(path, owner, owner)
        link.symlink_to(path)
        folder.chmod(folder_mode)
        code, told = as_nobody(link if through_link else path)
        assert said in told
        assert path.read_bytes() == (b"old" if said else b"new")
        assert link.is_symlink()
        assert path.stat().st_mode & 0o777 == mode
        names = ["link.journey", "map.journey"] if said else ["link.journey", "map.journey", "map.journey~"]
        assert (code, names_in(folder)) == (int(bool(said)), names)
    finally:
        shutil.rmtree(folder)


def as_nobody(path: Path) -> tuple[int, str]:
    """Save a file as the user nobody, without the rights of root."""
    # Nobody may not enter every folder that leads here: what is needed is loaded first, then root is left.
    code = (
        "import os, sys; from pathlib import Path; from editor.files.writing import replace\n"
        "from editor.files.processes import this_process; this_process()\n"
        "os.setgroups([]); os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)\n"
        "try:\n    replace(Path(sys.argv[1]), b'new', backup=True)\n"
        "except Exception as error:\n    print(error); sys.exit(1)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert not done.stderr
    return done.returncode, done.stdout
