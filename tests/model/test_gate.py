"""What every journey keeps to: whole journeys and single changes that are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from editor.model import gate, rules
from editor.model.change import Change
from editor.model.fault import Misfit
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Map, Note, Owner, Persona, Record, Stage, Step
from tests.build import TOUCHPOINTS, connection, journey, records

SKETCH = "Learn: ad, search > Buy: pay"


@pytest.mark.parametrize(
    ("more", "place", "problem"),
    [
        ([Owner("card-ad")], "card-ad", gate.TWICE),
        ([Stage("stage-buy")], "stage-buy", gate.TWICE),
        ([Map("map-2")], "map-2", gate.TWO_MAPS),
        ([Card("card-x", lane="lane-none", step="step-buy-1")], "card-x.lane", gate.NOT_THERE),
        ([Card("card-x", lane=TOUCHPOINTS)], "card-x.step", gate.NAMELESS),
        ([Card("card-x", lane="stage-buy", step="step-buy-1")], "card-x.lane", gate.WRONG_KIND),
        ([Card("card-x", lane=TOUCHPOINTS, step="step-buy-1", owner="o")], "card-x.owner", gate.NOT_THERE),
        ([Card("c", lane=TOUCHPOINTS, step="step-buy-1", personas=("p",))], "c.personas", gate.NOT_THERE),
        ([Persona("p", image="card-ad")], "p.image", gate.WRONG_KIND),
        ([Note("n", about="nothing")], "n.about", gate.NOT_THERE),
        ([connection("card-ad", "card-x")], "connection-card-ad-card-x.target", gate.NOT_THERE),
        ([Connection("c", "card-ad", "card-ad")], "c.target", gate.SAME_ENDS),
        ([Connection("c", "card-ad", "stage-buy")], "c.target", gate.MIXED_ENDS),
        ([Connection("c", "stage-learn", "card-ad")], "c.target", gate.MIXED_ENDS),
        ([Stage("stage-bare")], "stage-bare", gate.NO_STEP),
    ],
)  # fmt: skip
def test_records_that_are_no_journey_together(more: list[Record], place: str, problem: str) -> None:
    with pytest.raises(Misfit) as caught:
        Journey([*records(SKETCH), *more])
    assert (caught.value.fault.place, caught.value.fault.problem) == (place, problem)


def test_a_journey_needs_a_map() -> None:
    with pytest.raises(Misfit, match="describes the map itself is missing"):
        Journey(record for record in records(SKETCH) if record.kind != "map")


def test_notes_may_be_about_anything_or_nothing() -> None:
    notes = [Note("n1", about="map"), Note("n2"), Note("n3", about="connection-card-ad-card-pay")]
    assert len(journey(SKETCH, connection("card-ad", "card-pay"), *notes).all(Note)) == 3


Plan = Callable[[Journey], Change]


def added(*new: Record) -> Plan:
    return lambda shop: Change(added={record.id: record for record in new})


def removed(*keys: str) -> Plan:
    return lambda shop: Change(removed={key: shop.get(key) for key in keys})


def updated(key: str, **fields: object) -> Plan:
    return lambda shop: Change(updated={key: (shop.get(key), replace(shop.get(key), **fields))})  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("plan", "place", "problem"),
    [
        (added(Owner("card-ad")), "card-ad", gate.TWICE),
        (lambda shop: Change(added={"x": Owner("y")}), "y", gate.TWICE),
        (added(Map("map-2")), "map-2", gate.TWO_MAPS),
        (removed("map"), "map", gate.NO_MAP),
        (added(Card("c", lane=TOUCHPOINTS, step="step-none")), "c.step", gate.NOT_THERE),
        (added(Card("c", lane=TOUCHPOINTS, step="stage-buy")), "c.step", gate.WRONG_KIND),
        (added(Connection("c", "card-ad", "card-ad")), "c.target", gate.SAME_ENDS),
        (added(Connection("c", "card-ad", "stage-buy")), "c.target", gate.MIXED_ENDS),
        (added(Stage("stage-new")), "stage-new", gate.NO_STEP),
        (added(Owner("owner-1", color="red")), "owner-1.color", "{value} is not a colour such as #0072b2."),
        (added(Owner("my owner")), "my owner.id", rules.NO_ID),
        (updated("card-ad", lane="lane-none"), "card-ad.lane", gate.NOT_THERE),
        (updated("card-ad", span=0), "card-ad.span", "{value} lies outside the numbers that may stand here."),
        (updated("step-buy-1", stage="stage-learn"), "stage-buy", gate.NO_STEP),
        (removed("step-buy-1", "card-pay"), "stage-buy", gate.NO_STEP),
        (removed("step-learn-1"), "step-learn-1", gate.STILL_NAMED),
        (removed("card-ad"), "card-ad", gate.STILL_NAMED),
        (lambda shop: Change(removed={"card-pay": Card("card-pay")}), "card-pay", gate.OUTDATED),
        (lambda shop: Change(removed={"card-x": Card("card-x")}), "card-x", gate.OUTDATED),
        (lambda shop: Change(updated={"card-x": (Card("card-x"), Card("card-x"))}), "card-x", gate.OUTDATED),
        (lambda shop: Change(updated={"card-ad": (Card("x"), Card("card-ad"))}), "x", gate.OUTDATED),
        (lambda shop: Change(updated={"map": (shop.map, Owner("map"))}), "map", gate.OTHER_KIND),
    ],
)  # fmt: skip
def test_changes_that_do_not_fit(plan: Plan, place: str, problem: str) -> None:
    shop = journey(SKETCH, connection("card-ad", "card-search"))
    before = shop.by_id()
    with pytest.raises(Misfit) as caught:
        shop.apply(plan(shop))
    assert (caught.value.fault.place, caught.value.fault.problem) == (place, problem)
    assert shop.by_id() == before


def test_a_removed_target_may_be_let_go_in_the_same_change() -> None:
    shop = journey(SKETCH, Owner("owner-1"), Note("note-1", about="card-ad"))
    shop.apply(updated("card-ad", owner="owner-1")(shop))
    ad, note = shop.get("card-ad"), shop.get("note-1")
    shop.apply(
        Change(
            updated={"card-ad": (ad, replace(ad, owner=""))},  # type: ignore[type-var]
            removed={"owner-1": shop.get("owner-1"), "note-1": note},
        )
    )
    assert "owner-1" not in shop


def test_a_stage_arrives_with_its_step_and_leaves_with_it() -> None:
    shop = journey(SKETCH)
    shop.apply(added(Stage("stage-new", "z"), Step("step-new", stage="stage-new"))(shop))
    assert shop.columns()[-1].id == "step-new"
    shop.apply(removed("stage-new", "step-new")(shop))
    assert shop == journey(SKETCH)


def test_a_misfit_says_where_and_why() -> None:
    with pytest.raises(Misfit, match=r"card-x\.lane: It refers to 'lane-none', which is not on the map\."):
        journey(SKETCH, Card("card-x", lane="lane-none", step="step-buy-1"))
