"""Versions on the disk: written whole, listed even when damaged, thinned by a rule that spares the named."""

from __future__ import annotations

import errno
import os
import stat
import zlib
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from editor.files import limits, versions, writing
from editor.files.format import dumps
from editor.files.versions import DAYS_KEPT, NEWEST_KEPT, Version
from editor.model.trouble import Trouble
from tests.build import journey

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MAP = dumps(journey("Learn: ad > Buy: shop, pay", title="خرید کفش").records())


def at(when: datetime = NOON, name: str = "", reason: str = "Delete") -> Version:
    return Version(Path(versions.new_file(when)), when, name, reason, 2, 3)


def kept(folder: Path, **facts: object) -> Version:
    return versions.keep(folder, at(**facts), MAP)  # type: ignore[arg-type]


def test_a_version_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    folder = versions.folder_of(tmp_path / "shop.journey")
    version = kept(folder, name="نسخهٔ اول")
    assert folder == tmp_path / "shop.journey.versions"
    assert versions.listed(folder) == (version,)
    assert versions.content_of(version) == MAP
    assert (version.name, version.stages, version.cards) == ("نسخهٔ اول", 2, 3)
    assert [file.name for file in folder.iterdir()] == [version.file.name]


def test_the_newest_comes_first_and_without_a_folder_there_are_none(tmp_path: Path) -> None:
    days = [kept(tmp_path / "v", when=NOON + timedelta(days=day)) for day in (1, 3, 2)]
    assert [one.when for one in versions.listed(tmp_path / "v")] == [days[i].when for i in (1, 2, 0)]
    assert versions.listed(tmp_path / "none") == ()


def test_a_folder_beside_a_map_may_be_read_by_whoever_may_read_the_map(tmp_path: Path) -> None:
    modes = {}
    for name, of_map in {"shared": 0o664, "own": 0o600, "public": 0o644}.items():
        path = tmp_path / f"{name}.journey"
        path.touch()
        path.chmod(of_map)
        kept(versions.folder_of(path))
        modes[name] = stat.S_IMODE(versions.folder_of(path).stat().st_mode)
    kept(tmp_path / "state" / "unsaved")
    modes["unsaved"] = stat.S_IMODE((tmp_path / "state" / "unsaved").stat().st_mode)
    kept(versions.folder_of(tmp_path / "not-yet.journey"))
    modes["not yet"] = stat.S_IMODE((tmp_path / "not-yet.journey.versions").stat().st_mode)
    shared, public, own = 0o775, 0o755, 0o700
    assert modes == {"shared": shared, "own": own, "public": public, "unsaved": own, "not yet": own}


def test_a_name_is_one_short_line_and_keeps_a_version_for_good(tmp_path: Path) -> None:
    version = kept(tmp_path)
    named = versions.renamed(version, "  for\nthe  board " + "x" * 500)
    assert versions.listed(tmp_path) == (named,)
    assert named.name.startswith("for the board xxx")
    assert len(named.name) == versions.LONGEST_NAME
    assert versions.content_of(named) == MAP


def test_a_version_is_removed_once_and_moved_whole(tmp_path: Path) -> None:
    version = kept(tmp_path / "here", name="first")
    moved = versions.move(version, tmp_path / "there")
    assert (versions.listed(tmp_path / "here"), versions.listed(tmp_path / "there")) == ((), (moved,))
    versions.remove(moved)
    versions.remove(moved)
    assert versions.listed(tmp_path / "there") == ()


def test_each_flipped_or_missing_byte_makes_a_damaged_version(tmp_path: Path) -> None:
    version = kept(tmp_path)
    whole = version.file.read_bytes()
    for place in range(0, len(whole), 7):
        version.file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not versions.listed(tmp_path)[0].readable, place
        version.file.write_bytes(whole[:place])
        (damaged,) = versions.listed(tmp_path)
        assert not damaged.readable, place
    with pytest.raises(Trouble, match=r"This version is damaged\."):
        versions.content_of(damaged)
    version.file.unlink()
    with pytest.raises(Trouble, match="There is no such file"):
        versions.content_of(version)


def sealed(line: bytes, packed: bytes) -> bytes:
    rest = line + b"\n" + packed
    return sha256(rest).hexdigest().encode() + b" " + rest


LINE = (
    b'{"format":"safar-version","format_version":1,"name":"","reason":"","when":"2026-11-21T12:00:00Z",'
    b'"stages":1,"cards":1,"sha256":"%s"}' % sha256(MAP).hexdigest().encode()
)


def test_a_well_sealed_line_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.version").write_bytes(sealed(LINE, zlib.compress(MAP)))
    (version,) = versions.listed(tmp_path)
    assert versions.content_of(version) == MAP


@pytest.mark.parametrize(
    "line",
    [
        LINE.replace(b"safar-version", b"safar-journey"),
        LINE.replace(b"version\":1", b"version\":2"),
        LINE.replace(b"2026-11-21", b"2026-13-41"),
        LINE.replace(b'"stages":1', b'"stages":[]'),
        LINE.replace(b'"stages":1', b'"stages":"x"'),
        LINE.replace(b'"cards":1,', b""),
        LINE.replace(b'"reason":""', b'"reason":"' + b"x" * 70_000 + b'"'),
        LINE.replace(b"2026-11-21T12:00:00Z", b"0001-01-01T00:00:00+14:00"),
        b"[" * 100_000,
        b"[]",
        b"null",
        b"",
        b"\xff",
    ],
)  # fmt: skip
def test_a_line_that_says_something_else_is_damage(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "x.version").write_bytes(sealed(line, zlib.compress(MAP)))
    (version,) = versions.listed(tmp_path)
    assert not version.readable


@pytest.mark.parametrize(
    "packed", [zlib.compress(MAP)[:-9], zlib.compress(MAP + b" "), b"", b"no zlib", zlib.compress(b"")]
)
def test_another_map_than_was_kept_is_damage(tmp_path: Path, packed: bytes) -> None:
    (tmp_path / "x.version").write_bytes(sealed(LINE, packed))
    (version,) = versions.listed(tmp_path)
    with pytest.raises(Trouble, match=r"This version is damaged\."):
        versions.content_of(version)


def test_a_map_that_grows_beyond_measure_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = kept(tmp_path)
    monkeypatch.setattr(limits, "LARGEST_FILE", len(MAP) - 1)
    with pytest.raises(Trouble):
        versions.content_of(version)


def test_what_is_no_file_is_listed_as_damaged(tmp_path: Path) -> None:
    (tmp_path / "folder.version").mkdir()
    (tmp_path / "gone.version").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.version")
    (tmp_path / "note.txt").write_text("mine")
    found = versions.listed(tmp_path)
    assert sorted((one.file.name, one.readable) for one in found) == [
        ("folder.version", False), ("gone.version", False), ("pipe.version", False),
    ]  # fmt: skip
    with pytest.raises(Trouble, match="It is a folder"):
        versions.remove(next(one for one in found if one.file.name == "folder.version"))


def test_a_file_that_goes_while_it_is_looked_at_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path)
    monkeypatch.setattr(Path, "lstat", lambda self: self.joinpath("no").stat())
    monkeypatch.setattr(versions, "_parted", lambda whole: (b"", b""))
    assert versions.listed(tmp_path)[0].when.year == 1970


def test_the_folder_may_be_a_link_to_another_place(tmp_path: Path) -> None:
    elsewhere, path = tmp_path / "elsewhere", tmp_path / "shop.journey"
    elsewhere.mkdir()
    versions.folder_of(path).symlink_to(elsewhere)
    version = kept(versions.folder_of(path))
    assert [file.name for file in elsewhere.iterdir()] == [version.file.name]
    assert versions.listed(versions.folder_of(path))[0].digest == version.digest


def test_versions_lie_beside_the_map_itself_not_beside_a_link_to_it(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "link.journey").symlink_to(tmp_path / "maps" / "shop.journey")
    folder = versions.folder_of(tmp_path / "link.journey")
    assert folder == tmp_path / "maps" / "shop.journey.versions"


@pytest.mark.parametrize("blocked", ["a file", "a dangling link"])
def test_a_folder_that_cannot_be_made_is_trouble(tmp_path: Path, blocked: str) -> None:
    folder = tmp_path / "shop.journey.versions"
    if blocked == "a file":
        folder.write_text("mine")
    else:
        folder.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Trouble):
        kept(folder)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_is_trouble(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Trouble, match="You may not write here"):
        kept(tmp_path / "v")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
def test_a_full_disk_leaves_no_half_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    first = kept(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = {"write": (writing, "_fill"), "fsync": (os, "fsync"), "rename": (Path, "replace")}[call]
    monkeypatch.setattr(*target, full)
    with pytest.raises(Trouble, match="The disk is full"):
        kept(tmp_path, when=NOON + timedelta(hours=1))
    with pytest.raises(Trouble, match="The disk is full"):
        versions.renamed(first, "first")
    assert versions.listed(tmp_path) == (first,)
    assert len(list(tmp_path.iterdir())) == 1


def test_named_recent_and_the_last_of_each_recent_day_stay() -> None:
    hours = [at(NOON - timedelta(hours=hour)) for hour in range(24 * 40)]
    named = at(NOON - timedelta(days=300), "for the board")
    damaged = Version(Path("d"), NOON - timedelta(days=300), readable=False)
    gone = versions.superfluous([*reversed(hours), named, damaged], NOON)
    stay = [one for one in hours if one not in gone]
    assert stay[:NEWEST_KEPT] == hours[:NEWEST_KEPT]
    assert named not in gone
    assert damaged not in gone
    days = [one.when.date() for one in stay[NEWEST_KEPT:]]
    assert len(set(days)) == len(days) == DAYS_KEPT - 1
    assert all(one.when.hour == 23 for one in stay[NEWEST_KEPT:])
    assert versions.superfluous(stay, NOON) == ()
