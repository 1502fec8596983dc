"""Journeys written as tables and documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.model.trouble import Trouble
from editor.session.exporting import writer_for
from editor.session.tables import is_table, write_table
from tests.build import journey


def test_a_journey_becomes_a_table_and_a_document(tmp_path: Path) -> None:
    book = journey("Learn: ad > Buy: shop", title="Bread")
    write_table(book, tmp_path / "map.csv")
    write_table(book, tmp_path / "map.MD")
    assert "shop" in (tmp_path / "map.csv").read_text("utf-8-sig")
    assert (tmp_path / "map.MD").read_text("utf-8").startswith("# Bread")


def test_only_text_suffixes_are_tables() -> None:
    assert is_table(Path("a.csv"))
    assert not is_table(Path("a.pdf"))
    with pytest.raises(Trouble, match=r"\.csv"):
        writer_for(Path("map.doc"))
