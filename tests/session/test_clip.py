"""The clipboard: what is copied, and what is made of what is found there."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.change import Change
from editor.model.edits.fragment import cut_out
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Map
from editor.model.trouble import Trouble
from editor.session import clip
from editor.session.clip import Clip, copied, dumps, loads, pasted
from tests.build import TOUCHPOINTS, journey
from tests.random_journeys import random_map

SHOP = "Learn: ad > Buy: shop + pay, wear"


def by_id(records: object) -> dict[str, object]:
    return {record.id: record for record in records}  # type: ignore[attr-defined]


def test_what_is_copied_comes_as_a_fragment_and_as_a_table() -> None:
    found = copied(journey(SHOP), ["card-shop", "card-pay", "card-wear"])
    assert found.text == '"shop\npay"\twear\r\n'
    assert {"card-shop", "card-pay", "card-wear"} <= by_id(loads(found.fragment)).keys()


def test_nothing_copied_is_an_empty_clip() -> None:
    assert copied(journey(SHOP), []) == Clip()
    assert pasted(journey(SHOP), Clip(), ids=Ids(1)) == Change()


def test_the_bytes_are_one_record_a_line_in_the_words_of_files() -> None:
    content = copied(journey(SHOP), ["card-ad"]).fragment.decode()
    assert content.startswith('{"format":"safar-journey","format_version":1,"records":[\n')
    assert '\n{"id":"card-ad","kind":"card",' in content
    assert '"kind":"fragment"' in content


def test_a_fragment_goes_before_text() -> None:
    target = journey("One: a")
    found = replace(copied(journey(SHOP), ["card-ad"]), text="other")
    target.apply(pasted(target, found, lane=TOUCHPOINTS, step="step-one-1", ids=Ids(1)))
    assert [card.text for card in target.all(Card)] == ["a", "ad"]


def test_text_from_elsewhere_fills_cells_and_prose_is_not_torn_apart() -> None:
    target = journey("One: a, b", Lane("lane-b", "b0"))
    text = 'waits, pays; leaves\t\'=later\r\n"two\nlines"\t'
    target.apply(pasted(target, Clip(text=text), lane=TOUCHPOINTS, step="step-one-1", ids=Ids(1)))
    assert [card.text for card in target.cell(TOUCHPOINTS, "step-one-1")] == ["a", "waits, pays; leaves"]
    assert [card.text for card in target.cell(TOUCHPOINTS, "step-one-2")] == ["b", "=later"]
    assert [card.text for card in target.cell("lane-b", "step-one-1")] == ["two", "lines"]


@given(st.randoms(use_true_random=False))
def test_any_part_of_any_map_survives_the_clipboard(random: Random) -> None:
    source, target = random_map(random), random_map(random)
    keys = [record.id for record in source.records() if random.random() < 0.4]
    parts = cut_out(source, keys)
    assert by_id(loads(dumps(parts))) == by_id(parts)
    assert dumps(reversed(parts)) == dumps(parts)
    before = Journey(target.records())
    back = target.apply(pasted(target, Clip(dumps(parts)), ids=Ids(1)))
    target.apply(back)
    assert target == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "clipboard: It cannot be read as a journey"),
        (b"[]", "It is not a Safar journey."),
        (dumps([Card("card-a", "a0", "lane-a", "step-a")]), "clipboard:3: card-a.lane: It refers to 'l"),
        (dumps([Map("second")]), "There is more than one map."),
    ],
)
def test_what_no_file_could_be_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(Trouble) as refused:
        loads(content)
    assert message in str(refused.value)
    assert str(refused.value).endswith("Copy it again.")


def test_a_fragment_of_a_newer_version_is_refused() -> None:
    newer = dumps(()).replace(b'"format_version":1', b'"format_version":2')
    with pytest.raises(Trouble, match=r"newer version of Safar\. Update this one"):
        loads(newer)


def test_too_large_a_fragment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clip, "LARGEST_FILE", 10)
    with pytest.raises(Trouble, match="larger than 40 MB"):
        loads(b"x" * 11)
