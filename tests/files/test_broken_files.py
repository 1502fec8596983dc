"""Broken files: each gives one line that names the file, the place and the remedy, and quickly."""

from __future__ import annotations

import time

import pytest

from editor.files.format import dumps
from editor.files.reading import NOT_OURS, loads
from editor.model.trouble import Trouble
from tests.files.broken import BROKEN, GOOD, edited

RESTORE = "Restore the file from a backup, or mend the place in a text editor."
CHOOSE = "Choose a journey file."


def test_there_are_enough_of_them() -> None:
    assert len(BROKEN) >= 60


@pytest.mark.parametrize("name", BROKEN)
def test_each_gives_one_line_with_place_and_remedy(name: str) -> None:
    make, expected = BROKEN[name]
    content = make()
    start = time.process_time()
    with pytest.raises(Trouble) as caught:
        loads(content, "shop.journey")
    took = time.process_time() - start
    line = str(caught.value)
    assert expected in line
    assert line.startswith("shop.journey")
    assert line.endswith(CHOOSE if expected == NOT_OURS else RESTORE)
    assert line == " ".join(line.split()), "one line"
    assert len(line) < 400
    assert took < 2


def test_the_place_is_the_line_of_the_record() -> None:
    content = edited('"text":"search"', '"text":7')
    number = GOOD[: GOOD.index(b'"id":"card-search"')].count(b"\n") + 1
    with pytest.raises(Trouble) as caught:
        loads(content, "shop.journey")
    assert caught.value.place == f"shop.journey:{number}: card-search.text"


def test_the_good_file_is_good() -> None:
    assert dumps(loads(GOOD, "shop.journey").journey.records()) == GOOD
