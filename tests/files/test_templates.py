"""The index of templates is read or refused as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from editor import RESOURCES
from editor.files.templates import INDEX, entries
from editor.model.trouble import Trouble

ENTRY = dict.fromkeys(("name", "language", "title", "title_en", "description", "description_en"), "x")


def test_ours_is_good() -> None:
    assert len(entries(RESOURCES / "templates")) > 5


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "{}", '{"templates":5}', '{"templates":[5]}', '{"templates":[{}]}', "[" * 100_000,
        json.dumps({"templates": [{**ENTRY, "file": "../x"}]}),
        json.dumps({"templates": [{**ENTRY, "file": ""}]}),
        json.dumps({"templates": [{**ENTRY, "file": 5}]}),
    ],
)  # fmt: skip
def test_others_are_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / INDEX).write_text(content, "utf-8")
    with pytest.raises(Trouble, match="The list of templates cannot be read"):
        entries(tmp_path)


def test_none_is_refused_too(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot be read"):
        entries(tmp_path)
    (tmp_path / INDEX).write_text(json.dumps({"templates": [{**ENTRY, "file": "a.journey"}]}), "utf-8")
    assert [entry["file"] for entry in entries(tmp_path)] == ["a.journey"]
