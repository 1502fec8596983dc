"""The style of one element given to others: its looks, never its words or its place."""

from __future__ import annotations

from dataclasses import replace

from editor.model.edits.styling import paste_style
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Channel, Note, Owner, Stage
from editor.model.values import Pain
from tests.build import TOUCHPOINTS, journey

IDS = Ids(1)


def shop(*more: Owner | Channel, owner: str = "", channel: str = "") -> Journey:
    styled = Card(
        "card-x", "a5", TOUCHPOINTS, "step-buy-1", "styled", owner=owner, channel=channel,
        pain=Pain("driver", 2), moment_of_truth=True,
    )  # fmt: skip
    return journey("Learn: ad > Buy: pay, wrap", *more, styled, Note("note-1", "a0", "card-pay", "why"))


def pasted(target: Journey, source: Journey, *keys: str) -> Journey:
    target.apply(paste_style(target, source, "card-x", keys, IDS))
    return target


def test_cards_take_over_the_style_and_keep_their_words() -> None:
    map_ = shop(Owner("owner-1", "a0", "Shop"), owner="owner-1")
    before = map_.one(Card, "card-pay")
    pasted(map_, map_, "card-pay", "card-wrap", "stage-buy")
    after = map_.one(Card, "card-pay")
    assert after == replace(before, owner="owner-1", pain=Pain("driver", 2), moment_of_truth=True)
    assert map_.one(Card, "card-wrap").owner == "owner-1"
    assert len(map_.all(Owner)) == 1


def test_owners_and_channels_of_the_same_name_are_the_same() -> None:
    source = shop(Owner("o", "a0", "Shop"), Channel("c", "a0", "Web", "website"), owner="o", channel="c")
    target = shop(Owner("owner-9", "a3", "SHOP"), Channel("channel-9", "a3", "web"))
    card = pasted(target, source, "card-pay").one(Card, "card-pay")
    assert (card.owner, card.channel) == ("owner-9", "channel-9")


def test_owners_that_are_not_there_are_added() -> None:
    source, target = shop(Owner("o", "a0", "Shop"), owner="o"), shop(Owner("owner-9", "a3", "Bank"))
    card = pasted(target, source, "card-pay").one(Card, "card-pay")
    assert target.one(Owner, card.owner).name == "Shop"
    assert [owner.name for owner in target.all(Owner)] == ["Bank", "Shop"]


def test_an_owner_without_a_name_is_the_same_only_in_the_same_map() -> None:
    source = shop(Owner("owner-1", "a0"), owner="owner-1")
    assert pasted(source, source, "card-pay").one(Card, "card-pay").owner == "owner-1"
    target = shop(Owner("owner-2", "a0"))
    assert pasted(target, source, "card-pay").one(Card, "card-pay").owner != "owner-2"


def test_elements_of_other_kinds_and_without_a_style_stay() -> None:
    map_ = shop()
    assert not paste_style(map_, map_, "card-x", ["stage-buy", "lane-touchpoints"], IDS)
    assert not paste_style(map_, map_, "note-1", ["note-1"], IDS)


def test_stages_take_over_their_colour() -> None:
    map_ = shop()
    red = replace(map_.one(Stage, "stage-learn"), color="#aa0000")
    source = Journey({**map_.by_id(), red.id: red}.values())
    map_.apply(paste_style(map_, source, "stage-learn", ["stage-buy"], IDS))
    assert map_.one(Stage, "stage-buy").color == "#aa0000"
    assert map_.one(Stage, "stage-buy").title == "Buy"
