"""Pictures of records: once by content, gone with the last that shows them, back with an undo."""

from __future__ import annotations

import pytest

from editor.model.edits.fragment import cut_out, paste_fragment
from editor.model.edits.picturing import set_picture
from editor.model.edits.removing import remove
from editor.model.edits.wording import set_fields
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.pictures import image_id
from editor.model.records import Card, Channel, Image, Map, Owner, Persona
from editor.model.rules import fault
from tests.build import PNG, records

OTHER = PNG[:-4] + b"else"


def picture(content: bytes = PNG) -> Image:
    return Image(image_id(content), data=content)


def made() -> Journey:
    people = [Persona("p1"), Channel("c1"), Owner("o1")]
    return Journey([*records("Buy: pay, leave"), *people])


@pytest.mark.parametrize(("key", "field"), [("map", "logo"), ("p1", "image"), ("c1", "image")])
def test_a_picture_comes_with_its_record_and_goes_with_it(key: str, field: str) -> None:
    journey = made()
    before = journey.by_id()
    back = journey.apply(set_picture(journey, [key], picture()))
    assert getattr(journey.get(key), field) == picture().id
    assert journey.get(picture().id) == picture()
    journey.apply(set_picture(journey, [key], None))
    assert journey.by_id() == before
    assert back


def test_two_that_show_the_same_picture_share_it() -> None:
    journey = made()
    journey.apply(set_picture(journey, ["p1"], picture()))
    change = set_picture(journey, ["c1"], picture())
    assert not change.added
    journey.apply(change)
    journey.apply(set_picture(journey, ["p1"], None))
    assert picture().id in journey
    journey.apply(set_picture(journey, ["c1"], picture(OTHER)))
    assert picture().id not in journey
    assert picture(OTHER).id in journey


def test_the_same_picture_again_changes_nothing() -> None:
    journey = made()
    journey.apply(set_picture(journey, ["map"], picture()))
    assert not set_picture(journey, ["map"], picture())


def test_a_picture_goes_with_the_last_that_shows_it_and_comes_back_with_undo() -> None:
    journey = made()
    card = journey.all(Card)[0].id
    journey.apply(set_picture(journey, [card, "p1"], picture()))
    journey.apply(remove(journey, ["p1"]))
    assert picture().id in journey
    before = journey.by_id()
    back = journey.apply(remove(journey, [card]))
    assert picture().id not in journey
    journey.apply(back)
    assert journey.by_id() == before


def test_what_has_no_picture_gets_none() -> None:
    with pytest.raises(KeyError):
        set_picture(made(), ["o1"], picture())


@pytest.mark.parametrize(
    "bad",
    [
        Map(brand=("#fff",)), Map(brand=("#ffffff",) * 3), Map(level_colors=("red",)),
        Map(level_colors=("",) * 11),
    ],
)  # fmt: skip
def test_colours_of_the_map_keep_their_rule(bad: Map) -> None:
    assert fault(bad) is not None


def test_colours_of_the_map_may_be_left_open() -> None:
    assert fault(Map(brand=("#112233", ""), level_colors=("", "#112233"))) is None


def test_the_picture_of_a_channel_comes_along_to_another_map() -> None:
    journey = made()
    journey.apply(set_picture(journey, ["c1"], picture()))
    card = journey.all(Card)[0]
    journey.apply(set_fields(journey, [card.id], channel="c1"))
    target = Journey(records("Learn: ad"))
    target.apply(paste_fragment(target, cut_out(journey, [card.id]), ids=Ids(1)))
    assert target.all(Channel)[0].image == picture().id
    assert picture().id in target
