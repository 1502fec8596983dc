"""A real ext4 disk, copied without a sync right after "saved": what was saved is on the copy."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from editor.files.journal import Journal
from editor.files.recovery import SUFFIX, read
from editor.files.writing import backup_of, replace
from editor.model.edits.wording import retitle
from editor.session.recovering import Recovery
from editor.session.session import Session
from tests.faults import samples
from tests.faults.test_places import AS_ROOT, mount
from tests.faults.victim import MAP, NEW, OLD

MEGABYTES = 16

Act = Callable[[Path], Callable[[], object]]
"""What is done on the disk; returns what ends it."""


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    """Mount an image, or skip the test where that is not allowed."""
    place.mkdir()
    if not mount("-o", "loop", str(image), str(place)):
        pytest.skip("no image may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """An empty ext4 disk."""
    if not AS_ROOT or shutil.which("mkfs.ext4") is None:
        pytest.skip("only root may mount a disk, and mkfs.ext4 must be there")
    file = tmp_path / "disk.img"
    file.write_bytes(bytes(MEGABYTES * 2**20))
    subprocess.run(["mkfs.ext4", "-q", "-F", str(file)], check=True)
    return file


def after_a_power_cut(
    image: Path, act: Callable[[Path], Callable[[], object]], look: Callable[[Path], None]
) -> None:
    """Act on the disk, copy it as it is at once, end the act, and look at the copy."""
    copied = image.with_name("copy.img")
    with mounted(image, image.with_name("disk")) as folder:
        end = act(folder)
        shutil.copyfile(image, copied)
        end()
    with mounted(copied, image.with_name("after")) as folder:
        look(folder)


@pytest.mark.parametrize("rounds", [1, 2, 5])
def test_what_is_saved_is_there(image: Path, rounds: int) -> None:
    def act(folder: Path) -> Callable[[], object]:
        replace(folder / MAP, OLD, backup=True)
        for number in range(rounds):
            replace(folder / MAP, NEW * (number + 1), backup=True)
        return lambda: None

    def look(folder: Path) -> None:
        assert (folder / MAP).read_bytes() == NEW * rounds
        assert backup_of(folder / MAP).read_bytes() == (OLD if rounds == 1 else NEW * (rounds - 1))

    after_a_power_cut(image, act, look)


def test_what_is_acknowledged_is_in_the_journal(image: Path) -> None:
    def act(folder: Path) -> Callable[[], object]:
        writer = Journal(folder / "state" / "safar" / "recovery", samples.start, lambda trouble: None)
        for deed in samples.deeds():
            writer.append(deed)
        assert writer.flush()
        return writer.leave

    def look(folder: Path) -> None:
        (file,) = (folder / "state" / "safar" / "recovery").glob(f"*{SUFFIX}")
        assert read(file).deeds == samples.deeds()

    after_a_power_cut(image, act, look)


def test_a_whole_session(image: Path) -> None:
    def act(folder: Path) -> Callable[[], object]:
        (folder / MAP).write_bytes(samples.SHOP)
        session = Session.open(folder / MAP, guarded=True)
        recorder = Recovery(folder / "recovery").record(session)
        session.do("Name the map", retitle(session.journey, "map", "New"))
        assert recorder.flush()
        session.save()
        session.do("Name the map", retitle(session.journey, "map", "Newer"))
        assert recorder.flush()
        return recorder.leave

    def look(folder: Path) -> None:
        assert (folder / MAP).read_bytes() == samples.SHOP_SAVED
        latest = max(
            (read(file) for file in (folder / "recovery").glob(f"*{SUFFIX}")), key=lambda f: f.changed
        )
        assert [deed.label for deed in latest.deeds] == ["Name the map"]

    after_a_power_cut(image, act, look)
