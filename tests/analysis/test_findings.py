"""What a map leaves open."""

from __future__ import annotations

import pytest

from editor.analysis.findings import Finding, findings, plain
from editor.analysis.summary import ownerless_stages, summary
from editor.model.edits.wording import set_fields
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Owner, Stage, Step
from editor.model.values import Evidence
from tests.build import TOUCHPOINTS, journey, with_curve, with_records


def shop(sketch: str = "Learn: ad > Buy: pay > Use: wear") -> Journey:
    """A shop in which nothing is left open."""
    made = with_curve(with_records(journey(sketch), Owner("owner-1")), [1.0])
    made.apply(set_fields(made, [card.id for card in made.all(Card)], owner="owner-1"))
    return made


def codes(map_: Journey) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.code, found.refs) for found in findings(map_)]


def test_a_complete_map_leaves_nothing_open() -> None:
    assert findings(shop()) == []


@pytest.mark.parametrize(
    "title",
    ["Buy", "Purchase.", "PURCHASE DECISION", "خرید یا اقدام (Action)", "Akcja kupna", "تصمیمگیری خريد"],
)
def test_a_map_that_stops_at_the_purchase(title: str) -> None:
    last = Stage("stage-buy", "a1", title)
    found = findings(with_records(shop("Learn: ad > Buy: pay"), last))
    assert [(one.code, one.refs) for one in found] == [("stops-at-purchase", ("stage-buy",))]
    assert (
        str(found[0]) == f"The map stops at “{title}”: nothing is said about what comes after the purchase."
    )


@pytest.mark.parametrize(
    "title", ["After the purchase", "Post-purchase", "پس از خرید", "Loyalty", "Po zakupie", ""]
)
def test_a_map_that_goes_on(title: str) -> None:
    assert findings(with_records(shop("Learn: ad > Buy: pay"), Stage("stage-buy", "a1", title))) == []


def test_a_stage_for_which_nobody_is_responsible() -> None:
    map_ = shop()
    map_.apply(set_fields(map_, ["card-pay"], owner=""))
    assert codes(map_) == [("no-owner", ("stage-buy",))]
    assert ownerless_stages(map_) == ("stage-buy",)


def test_stages_that_go_by_one_name() -> None:
    map_ = with_records(shop(), Stage("stage-buy", "a1", "Buy", ("Use", "LEARN.", "Pay")))
    found = findings(map_)
    assert [(one.code, one.refs) for one in found] == [
        ("name-clash", ("stage-learn", "stage-buy")), ("name-clash", ("stage-buy", "stage-use")),
    ]  # fmt: skip
    assert str(found[0]) == "“Learn” and “Buy” both go by the name “learn”."


def test_an_alias_of_its_own_is_no_clash() -> None:
    assert findings(with_records(shop(), Stage("stage-use", "a2", "Use", ("use", "USE.")))) == []


def test_a_stage_without_a_touchpoint() -> None:
    map_ = shop()
    thoughts = Lane("lane-thoughts", "a5", "thoughts")
    moved = Card("card-pay", "a0", "lane-thoughts", "step-buy-1", "pay", owner="owner-1")
    assert codes(with_records(map_, thoughts, moved)) == [("no-touchpoint", ("stage-buy",))]
    lane = Lane(TOUCHPOINTS, "a0", "actions")
    assert codes(with_records(map_, lane)) == []


def test_assumed_cards_without_a_source() -> None:
    map_ = shop()
    map_.apply(set_fields(map_, ["card-wear", "card-ad"], evidence=Evidence("assumed"), text="long " * 20))
    map_.apply(set_fields(map_, ["card-pay"], evidence=Evidence("assumed", source="Sales team")))
    found = findings(map_)
    assert [(one.code, one.refs) for one in found] == [("assumed", ("card-ad",)), ("assumed", ("card-wear",))]
    assert str(found[0]).endswith("…” is assumed, and no source is named.")
    assert "\n" not in str(found[0])


def test_an_emotion_lane_without_points() -> None:
    map_ = with_records(shop(), Lane("lane-x", "a7", "emotions", "Moods"), Lane("lane-y", "a8", "emotions"))
    assert [str(one) for one in findings(map_)] == [
        "The lane “Moods” shows no emotion yet.", "The lane “lane-y” shows no emotion yet.",
    ]  # fmt: skip


def test_what_is_odd_comes_first() -> None:
    map_ = with_records(shop(), Stage("stage-use", "a2", "Learn"))
    map_.apply(set_fields(map_, ["map"], language="fa"))
    assert [one.code for one in findings(map_)] == ["direction", "name-clash"]


def test_findings_are_values() -> None:
    assert Finding("a", ("b",), "{c}", {"c": "d"}) == Finding("a", ("b",), "{c}", {"c": "d"})


@pytest.mark.parametrize(
    ("one", "other"),
    [("تصمیم‌گیری", "تصمیمگیری"), ("LOJALNOŚĆ.", "lojalność"), ("يك", "یک"), ("a  b\n(c)", "A b C")],
)
def test_names_are_compared_as_people_read_them(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def test_the_numbers_of_a_map() -> None:
    numbers = summary(shop())
    assert (numbers.stages, numbers.steps, numbers.cards, numbers.personas, numbers.points) == (3, 3, 3, 1, 1)
    assert numbers.ownerless == ()
    empty = with_records(shop(), Stage("stage-x", "b"), Step("step-x", stage="stage-x"))
    assert summary(empty).ownerless == ("stage-x",)
