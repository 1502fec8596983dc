"""Where versions lie is remembered by what the map's file held."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.files import whereabouts
from editor.files.whereabouts import left_behind, note
from editor.model.trouble import Trouble


def versions_of(folder: Path, name: str) -> Path:
    made = folder / f"{name}.journey.versions"
    made.mkdir()
    return made


def test_what_was_left_behind_is_found_by_content(tmp_path: Path) -> None:
    state = tmp_path / "state"
    shop, clinic = versions_of(tmp_path, "shop"), versions_of(tmp_path, "درمانگاه")
    note(state, shop, "aa")
    note(state, clinic, "bb")
    note(state, shop, "cc")
    assert left_behind(state, "cc") == shop
    assert left_behind(state, "bb") == clinic
    assert left_behind(state, "aa") is None, "it holds something else now"
    assert left_behind(tmp_path / "nothing", "cc") is None


def test_a_map_that_is_still_there_has_left_nothing(tmp_path: Path) -> None:
    shop = versions_of(tmp_path, "shop")
    note(tmp_path, shop, "aa")
    map_ = tmp_path / "shop.journey"
    map_.write_text("still here")
    assert left_behind(tmp_path, "aa") is None
    map_.unlink()
    assert left_behind(tmp_path, "aa") == shop
    shop.rmdir()
    assert left_behind(tmp_path, "aa") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b"{}", b'{"folder":7,"sha256":"aa"}', b"\xff"])
def test_what_is_broken_is_passed_over(tmp_path: Path, content: bytes) -> None:
    shop = versions_of(tmp_path, "shop")
    note(tmp_path, shop, "aa")
    (tmp_path / whereabouts.FOLDER / f"0{whereabouts.SUFFIX}").write_bytes(content)
    assert left_behind(tmp_path, "aa") == shop


def test_what_cannot_be_remembered_is_told(tmp_path: Path) -> None:
    (tmp_path / whereabouts.FOLDER).write_text("in the way")
    with pytest.raises(Trouble):
        note(tmp_path, versions_of(tmp_path, "shop"), "aa")
