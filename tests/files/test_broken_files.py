"""Broken files: each gives one line that names the file, the place and the remedy, and quickly."""

from __future__ import annotations

import time

import pytest

from editor.files.format import dumps
from editor.files.reading import NOT_OURS, loads
from editor.files.refusal import short
from editor.model.trouble import Trouble
from tests.files.broken import BROKEN, GOOD, edited

RESTORE = "Restore the file from a backup, or mend the place in a text editor."
CHOOSE = "Choose a journey file."
CHOOSE_ONE = "Delete one of the two in a text editor, or restore the file from a backup."


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
    twice = "is given twice" in expected
    assert line.endswith(CHOOSE if expected == NOT_OURS else CHOOSE_ONE if twice else RESTORE)
    assert line == " ".join(line.split()), "one line"
    assert len(line) < 400
    assert took < 2


def test_the_place_is_the_line_of_the_record() -> None:
    content = edited('"text":"search"', '"text":7')
    number = GOOD[: GOOD.index(b'"id":"card-search"')].count(b"\n") + 1
    with pytest.raises(Trouble) as caught:
        loads(content, "shop.journey")
    assert caught.value.place == f"shop.journey:{number}: card-search.text"


@pytest.mark.parametrize(
    ("name", "second"),
    [("a key twice", b'"Bye"'), ("a key twice, inside", b'"a":2'), ("records twice", b'],"records"')],
)
def test_a_key_twice_is_told_by_the_line_of_the_second(name: str, second: bytes) -> None:
    content = b"{\n" + BROKEN[name][0]()[1:]
    number = content[: content.index(second)].count(b"\n") + 1
    with pytest.raises(Trouble) as caught:
        loads(content, "shop.journey")
    assert caught.value.place.startswith(f"shop.journey:{number}")


def test_the_words_are_those_of_people_who_draw_maps() -> None:
    jargon = ("key", "identifier", "base64", "object", "record ", "nested", "media type", "None", "True")
    told: dict[str, str] = {}
    for name, (make, _) in BROKEN.items():
        with pytest.raises(Trouble) as caught:
            loads(make(), "shop.journey")
        problem = caught.value.problem.format(**caught.value.details)
        told |= {name: problem} if any(word in problem for word in jargon) else {}
    assert told == {}


def test_what_is_nested_beyond_all_reason_is_told_in_short() -> None:
    value: list[object] = []
    for _ in range(100_000):
        value = [value]
    assert short(value) == "…"


def test_the_good_file_is_good() -> None:
    assert dumps(loads(GOOD, "shop.journey").journey.records()) == GOOD
