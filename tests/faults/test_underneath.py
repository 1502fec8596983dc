"""Ways in which a file changes under an open map: it is told, and nobody's content is gone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from editor.files.format import dumps
from editor.files.writing import backup_of
from editor.model.edits.wording import retitle
from editor.model.trouble import Trouble
from editor.session.hold import OnDisk
from editor.session.session import Session
from tests.build import journey

OURS = dumps(journey("Buy: pay", title="Ours").records())
THEIRS = dumps(journey("Buy: pay, wrap", title="Theirs").records())
ALIKE = OURS.replace(b"Ours", b"Owrs")


class Way(NamedTuple):
    """What happens to the file, how that looks, and whether a save then goes through or is refused."""

    happens: Callable[[Path], object]
    looks: OnDisk
    then: Literal["saved", "told"] = "told"


def rewritten_with_its_time(path: Path) -> None:
    before = path.stat()
    path.write_bytes(ALIKE)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_ino) == (before.st_size, before.st_ino)


def renamed_over_with_its_time(path: Path) -> None:
    before, new = path.stat(), path.with_name("new")
    new.write_bytes(ALIKE)
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.replace(path)


def moved_away_and_linked(path: Path) -> None:
    elsewhere = path.with_name("elsewhere")
    elsewhere.write_bytes(THEIRS)
    path.unlink()
    path.symlink_to(elsewhere)


def moved_away_and_linked_to_itself(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def linked_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("not there yet"))


def linked_in_a_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def written_through_another_name(path: Path) -> None:
    os.link(path, path.with_name("other name"))
    path.with_name("other name").write_bytes(THEIRS)


def folder_swapped(path: Path) -> None:
    folder = path.parent
    folder.rename(folder.with_name("old folder"))
    folder.mkdir()
    path.write_bytes(THEIRS)


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def made_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def restored_from_the_backup(path: Path) -> None:
    backup_of(path).write_bytes(ALIKE)
    backup_of(path).replace(path)


def changed_and_changed_back(path: Path) -> None:
    path.write_bytes(THEIRS)
    path.write_bytes(OURS)


WAYS = {
    "rewritten": Way(lambda path: path.write_bytes(THEIRS), "changed"),
    "rewritten with the same size and time": Way(rewritten_with_its_time, "changed"),
    "renamed over": Way(lambda path: path.with_name("new").rename(path), "changed"),
    "renamed over with the same size and time": Way(renamed_over_with_its_time, "changed"),
    "emptied": Way(lambda path: path.write_bytes(b""), "changed"),
    "cut": Way(lambda path: os.truncate(path, 100), "changed"),
    "appended to": Way(lambda path: path.write_bytes(OURS + b"\n"), "changed"),
    "lost to zeros": Way(lambda path: path.write_bytes(bytes(len(OURS))), "changed"),
    "a conflict left by a merge": Way(lambda path: path.write_bytes(b"<<<<<<< HEAD\n" + OURS), "changed"),
    "restored from the backup": Way(restored_from_the_backup, "changed"),
    "moved and linked to another file": Way(moved_away_and_linked, "changed"),
    "written through another name": Way(written_through_another_name, "changed"),
    "its folder swapped": Way(folder_swapped, "changed"),
    "made a folder": Way(made_a_folder, "unreadable"),
    "made a pipe": Way(made_a_pipe, "unreadable"),
    "linked in a circle": Way(linked_in_a_circle, "gone"),
    "linked to nothing": Way(linked_to_nothing, "gone", "saved"),
    "deleted": Way(lambda path: path.unlink(), "gone", "saved"),
    "its folder deleted": Way(lambda path: shutil.rmtree(path.parent), "gone"),
    "moved and linked to itself": Way(moved_away_and_linked_to_itself, "same", "saved"),
    "given another mode": Way(lambda path: path.chmod(0o600), "same", "saved"),
    "given another time": Way(lambda path: os.utime(path, (1, 1)), "same", "saved"),
    "given another name too": Way(lambda path: os.link(path, path.with_name("other")), "same", "saved"),
    "changed and changed back": Way(changed_and_changed_back, "same", "saved"),
}


def opened(folder: Path) -> tuple[Path, Session]:
    """A map with an unsaved step; the new one that is renamed over it lies beside it."""
    folder.mkdir()
    path = folder / "map.journey"
    path.write_bytes(OURS)
    path.with_name("new").write_bytes(THEIRS)
    session = Session.open(path, guarded=True)
    session.do("Name the map", retitle(session.journey, "map", "Mine"))
    return path, session


def contents(folder: Path) -> set[bytes]:
    """Every content that is anywhere below a folder."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.read_bytes() for file in files if not file.name.endswith(".lock")}


@pytest.mark.parametrize("name", WAYS)
def test_a_change_underneath_is_told_and_nothing_is_lost(tmp_path: Path, name: str) -> None:
    path, session = opened(tmp_path / "maps")
    way = WAYS[name]
    way.happens(path)
    before = contents(tmp_path)
    assert session.on_disk() == way.looks
    if way.then == "saved":
        session.save()
        assert Session.open(path).title == "Mine"
        assert before <= contents(tmp_path)
    else:
        with pytest.raises(Trouble) as caught:
            session.save()
        assert caught.value.remedy
        assert contents(tmp_path) == before
        assert session.dirty
    session.do("Name the map", retitle(session.journey, "map", "Mine still"))
    session.save(tmp_path / "other.journey")
    assert Session.open(tmp_path / "other.journey").title == "Mine still"
    session.close()
    assert not list(tmp_path.rglob(".safar-*"))


@pytest.mark.parametrize("name", [name for name, way in WAYS.items() if way.looks == "changed"])
def test_keeping_mine_keeps_theirs_as_the_backup(tmp_path: Path, name: str) -> None:
    path, session = opened(tmp_path / "maps")
    WAYS[name].happens(path)
    theirs = path.read_bytes()
    session.keep_mine()
    session.save()
    assert Session.open(path).title == "Mine"
    assert backup_of(path).read_bytes() == theirs
    session.close()


def test_a_link_that_leads_elsewhere_now_is_told(tmp_path: Path) -> None:
    path, session = opened(tmp_path / "maps")
    session.close()
    link = tmp_path / "link.journey"
    link.symlink_to(path)
    session = Session.open(link, guarded=True)
    session.do("Name the map", retitle(session.journey, "map", "Mine"))
    link.unlink()
    link.symlink_to(path.with_name("new"))
    assert session.on_disk() == "changed"
    with pytest.raises(Trouble, match="Another program has changed the file"):
        session.save()
    assert (path.read_bytes(), path.with_name("new").read_bytes()) == (OURS, THEIRS)
    session.close()
