"""Where versions lie is remembered by what the map's file held."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.files import whereabouts
from editor.files.whereabouts import Left, left_behind, note, number
from editor.model.trouble import Trouble


def versions_of(folder: Path, name: str) -> Path:
    made = folder / f"{name}.journey.versions"
    made.mkdir()
    return made


def test_what_was_left_behind_is_found_by_content(tmp_path: Path) -> None:
    state, elsewhere = tmp_path / "state", tmp_path / "elsewhere.journey"
    shop, clinic = versions_of(tmp_path, "shop"), versions_of(tmp_path, "درمانگاه")
    note(state, shop, "aa", "1")
    note(state, clinic, "bb", "1")
    note(state, shop, "cc", "1")
    assert left_behind(state, "cc", elsewhere) == Left(shop, moved=False)
    assert left_behind(state, "bb", elsewhere) == Left(clinic, moved=False)
    assert left_behind(state, "aa", elsewhere) is None, "it holds something else now"
    assert left_behind(tmp_path / "nothing", "cc", elsewhere) is None


def test_a_map_that_is_still_there_has_left_nothing(tmp_path: Path) -> None:
    shop, map_ = versions_of(tmp_path, "shop"), tmp_path / "shop.journey"
    map_.write_text("still here")
    note(tmp_path, shop, "aa", number(map_))
    copy = tmp_path / "copy.journey"
    copy.write_text("still here")
    assert left_behind(tmp_path, "aa", copy) is None
    moved = map_.rename(tmp_path / "moved.journey")
    assert left_behind(tmp_path, "aa", copy) == Left(shop, moved=False)
    assert left_behind(tmp_path, "aa", moved) == Left(shop, moved=True)
    shop.rmdir()
    assert left_behind(tmp_path, "aa", moved) is None


def test_of_two_places_that_of_the_file_itself_is_found(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.journey").write_text("the same")
        note(tmp_path, versions_of(tmp_path, name), "aa", number(tmp_path / f"{name}.journey"))
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.journey").rename(tmp_path / f"now {name}.journey")
    for name in ("one", "two", "three"):
        found = left_behind(tmp_path, "aa", tmp_path / f"now {name}.journey")
        assert found == Left(tmp_path / f"{name}.journey.versions", moved=True)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b"{}", b'{"folder":7,"sha256":"aa"}', b"\xff"])
def test_what_is_broken_is_passed_over(tmp_path: Path, content: bytes) -> None:
    shop = versions_of(tmp_path, "shop")
    note(tmp_path, shop, "aa", "1")
    (tmp_path / whereabouts.FOLDER / f"0{whereabouts.SUFFIX}").write_bytes(content)
    assert left_behind(tmp_path, "aa", tmp_path / "new.journey") == Left(shop, moved=False)


def test_what_cannot_be_remembered_is_told(tmp_path: Path) -> None:
    (tmp_path / whereabouts.FOLDER).write_text("in the way")
    with pytest.raises(Trouble):
        note(tmp_path, versions_of(tmp_path, "shop"), "aa", "1")
