"""Real places where a file cannot be written: protected, full, only to be read. Nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.files.writing import check_writable, replace
from editor.model.trouble import Trouble
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
        "os.setgroups([]); os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)\n"
        "try:\n    replace(Path(sys.argv[1]), b'new', backup=True)\n"
        "except Exception as error:\n    print(error); sys.exit(1)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert not done.stderr
    return done.returncode, done.stdout
