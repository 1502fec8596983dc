"""Opening files: the states, and what goes wrong before the content is looked at."""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from pathlib import Path

import pytest

from editor.files import limits, reading
from editor.files.format import dumps
from editor.files.migrations import Document, migrate
from editor.files.reading import loads, read
from editor.model.records import Card, Stage
from editor.model.trouble import Trouble
from tests.build import journey, records, with_records
from tests.files.broken import GOOD


def newer(content: bytes = GOOD) -> bytes:
    return content.replace(b'"format_version":1', b'"format_version":7')


def test_a_good_file(tmp_path: Path) -> None:
    path = tmp_path / "نقشه.journey"
    path.write_bytes(GOOD)
    opened = read(path)
    assert (opened.state, opened.version) == ("ok", 1)
    assert opened.journey.map.title == "Shoes"


def test_a_newer_file_is_read_as_far_as_it_is_understood() -> None:
    content = newer(GOOD).replace(b'"text":"ad"', b'"text":"ad","weather":"rain"')
    opened = loads(content, "a.journey")
    assert (opened.state, opened.version) == ("newer", 7)
    assert opened.journey.one(Card, "card-ad").extra == (("weather", '"rain"'),)


def test_a_newer_file_that_is_not_understood_needs_a_newer_program() -> None:
    with pytest.raises(Trouble, match="Open it with a newer version of Safar") as caught:
        loads(newer(GOOD.replace(b'"emotions"', b'"moods"')), "a.journey")
    assert caught.value.place == "a.journey:9: lane-emotions.lane_kind"


def test_an_older_file_is_migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    def shout(document: Document) -> Document:
        for record in document["records"]:
            if record["kind"] == "stage":
                record["title"] = record["title"].upper()
        return {**document, "format_version": 2}

    monkeypatch.setattr(reading, "VERSION", 2)
    monkeypatch.setattr(reading, "migrate", lambda *given: migrate(*given, {1: shout}))
    opened = loads(GOOD, "a.journey")
    assert (opened.state, opened.version) == ("migrated", 1)
    assert [stage.title for stage in opened.journey.all(Stage)] == ["LEARN", "BUY"]


def test_migrations_go_step_by_step() -> None:
    steps = {n: lambda document, n=n: {**document, "way": [*document.get("way", []), n]} for n in (1, 2, 3)}
    assert migrate({}, 1, 4, steps)["way"] == [1, 2, 3]
    assert migrate({}, 3, 3, steps) == {}
    with pytest.raises(KeyError):
        migrate({}, 1, 5, steps)


@pytest.mark.parametrize("name", ["missing.journey", "no/such/folder.journey", "nul\0.journey"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(Trouble, match="There is no such file") as caught:
        read(tmp_path / name)
    assert caught.value.place == str(tmp_path / name)


def test_a_folder_and_a_device(tmp_path: Path) -> None:
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(Trouble, match="It is not a file"):
            read(path)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.journey"
    path.write_bytes(GOOD)
    monkeypatch.setattr(limits, "LARGEST_FILE", 100)
    with pytest.raises(Trouble, match="larger than 40 MB"):
        read(path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.journey"
    path.write_bytes(GOOD)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Trouble, match=r"cannot be read \(Permission denied\)"):
        read(path)


@pytest.mark.parametrize("on", [True, False])
def test_the_garbage_collector_is_as_it_was(on: bool) -> None:
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        loads(GOOD, "a.journey")
        assert gc.isenabled() is on
        with pytest.raises(Trouble):
            loads(b"", "a.journey")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_records_with_and_without_a_field_keep_their_own_values() -> None:
    shop = journey("Learn: " + ", ".join(f"c{n}" for n in range(60)))
    cards = [
        replace(card, moment_of_truth=n % 2 == 0, span=1 + n % 3) for n, card in enumerate(shop.all(Card))
    ]
    made = with_records(shop, *cards)
    assert loads(dumps(made.records()), "a.journey").journey == made


def test_the_place_of_a_record_that_is_not_found_in_the_text() -> None:
    content = dumps(records("Buy: pay")).replace(b'"id":"card-pay"', b'"id":"card\\u002dpay"')
    with pytest.raises(Trouble) as caught:
        loads(content.replace(b'"text":"pay"', b'"text":1'), "a.journey")
    assert caught.value.place == "a.journey: card-pay.text"
