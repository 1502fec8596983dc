"""Plans named by ids: each does what it says, and the same in every preview."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Channel, Connection, Lane, Owner, Persona, Point, Record, Stage
from editor.model.values import Evidence
from editor.picture.frame import Frame, Picture
from editor.session.bench import Bench
from editor.session.clip import copied
from editor.session.facts import Facts
from editor.session.plans import Plan, Plans, snapped
from editor.session.session import Session
from tests.build import EMOTIONS, TOUCHPOINTS, journey

SKETCH = "Learn: ad + banner, search > Buy: shop, pay"


@pytest.fixture
def session() -> Session:
    more = (
        Lane(EMOTIONS, "b", "emotions"),
        Lane("lane-two", "c", "actions"),
        Persona("persona-ann", "a", "Ann"),
    )
    return Session(journey(SKETCH, *more), lambda _: Picture(Frame(0, 0, 1, 1)))


@pytest.fixture
def plans() -> Plans:
    return Plans(Ids(1))


def texts(session: Session, lane: str, step: str) -> list[str]:
    return [card.text for card in session.journey.cell(lane, step)]


def test_cards_move_and_copy(session: Session, plans: Plans) -> None:
    session.do("move", plans.move_cards(["card-ad"], TOUCHPOINTS, "step-buy-1", 0)(session.journey))
    assert texts(session, TOUCHPOINTS, "step-buy-1") == ["ad", "shop"]
    session.do("copy", plans.copy_cards(["card-ad", "card-shop"], "lane-two", "step-buy-2")(session.journey))
    assert texts(session, "lane-two", "step-buy-2") == ["ad", "shop"]
    session.do("shift", plans.shift_cards(["card-search"], 0, 1)(session.journey))
    assert texts(session, TOUCHPOINTS, "step-buy-1") == ["ad", "shop", "search"]
    session.do("reorder", plans.reorder("card-search", 0)(session.journey))
    assert texts(session, TOUCHPOINTS, "step-buy-1") == ["search", "ad", "shop"]


def test_cards_are_laid_into_cells_and_copied_there(session: Session, plans: Plans) -> None:
    cells = {"card-search": (TOUCHPOINTS, "step-learn-1"), "card-pay": (TOUCHPOINTS, "step-buy-1")}
    session.do("lay", plans.lay_cards(cells, 0)(session.journey))
    assert texts(session, TOUCHPOINTS, "step-learn-1") == ["search", "ad", "banner"]
    assert texts(session, TOUCHPOINTS, "step-buy-1") == ["pay", "shop"]
    session.do("copy", plans.lay_copies({"card-ad": (TOUCHPOINTS, "step-learn-1")}, 1)(session.journey))
    assert texts(session, TOUCHPOINTS, "step-learn-1") == ["search", "ad", "ad", "banner"]
    assert Facts(session.journey).cards(TOUCHPOINTS, "step-buy-1") == ("card-pay", "card-shop")


def test_a_steadied_plan_keeps_sizes(session: Session, plans: Plans) -> None:
    bench = Bench(session, Ids(2))
    sizes = {TOUCHPOINTS: 90.0, "step-buy-1": 200.0}
    plan = plans.steady(sizes)(plans.write("card-ad", "poster"))
    gesture = bench.gesture("try")
    gesture.preview(plan)
    assert bench.facts.size(TOUCHPOINTS) == 90.0
    assert bench.facts.size("step-buy-1") == 200.0
    assert bench.facts.text("card-ad") == "poster"
    gesture.cancel()
    assert bench.facts.size(TOUCHPOINTS) is None
    assert not bench.facts.is_locked(TOUCHPOINTS)


PREVIEWED: list[Callable[[Plans], Plan]] = [
    lambda plans: plans.copy_cards(["card-ad"], "lane-two", "step-buy-1"),
    lambda plans: plans.lay_copies({"card-ad": ("lane-two", "step-buy-1")}),
    lambda plans: plans.duplicate(["stage-learn"]),
    lambda plans: plans.add_card("lane-two", "step-buy-1", text="new"),
    lambda plans: plans.add_stage(0, "First"),
    lambda plans: plans.add_step("stage-buy", 0),
    lambda plans: plans.add_note("card-ad", "check"),
    lambda plans: plans.add_lane("notes", 0, "Notes"),
    lambda plans: plans.split("step-buy-2", "Pay"),
    lambda plans: plans.add_point(EMOTIONS, "persona-ann", "step-buy-1", 0.5, 1.0),
    lambda plans: plans.connect("card-ad", "card-pay", "triggers", "soon"),
    lambda plans: plans.connect_new("card-ad", "lane-two", "step-buy-1"),
]


@pytest.mark.parametrize("make", PREVIEWED)
def test_every_preview_of_a_plan_is_the_same(
    session: Session, plans: Plans, make: Callable[[Plans], Plan]
) -> None:
    plan, before = make(plans), session.journey.by_id()
    gesture = session.gesture("try")
    gesture.preview(plan)
    first = session.journey.by_id()
    gesture.preview(plan)
    assert session.journey.by_id() == first != before
    gesture.cancel()
    assert session.journey.by_id() == before


def test_words_and_fields(session: Session, plans: Plans) -> None:
    session.do("write", plans.write("stage-buy", "Order")(session.journey))
    session.do("mark", plans.set_fields(["card-ad", "card-pay"], moment_of_truth=True)(session.journey))
    facts = Facts(session.journey)
    assert facts.text("stage-buy") == "Order"
    assert [c.id for c in session.journey.all(Card) if c.moment_of_truth] == ["card-ad", "card-pay"]


def test_points_connections_and_stages(session: Session, plans: Plans) -> None:
    def do(plan: Plan) -> dict[str, Record]:
        return dict(session.do("x", plan(session.journey)).added)

    do(plans.add_point(EMOTIONS, "persona-ann", "step-buy-1", 0.5, 0.2))
    (point,) = session.journey.all(Point)
    do(plans.move_point(point.id, step="step-learn-1", at=2.0, value=-3.0))
    assert Facts(session.journey).point(point.id) == (EMOTIONS, "persona-ann", "step-learn-1", 1.0, -1.0)
    do(plans.connect("card-ad", "card-pay"))
    (link,) = session.journey.all(Connection)
    do(plans.reconnect(link.id, target="card-shop"))
    assert session.journey.one(Connection, link.id).target == "card-shop"
    do(plans.merge("stage-learn", "stage-buy"))
    assert [stage.id for stage in session.journey.all(Stage)] == ["stage-learn"]
    do(plans.remove([link.id, "card-ad"]))
    assert link.id not in session.journey


def test_points_move_together_and_never_onto_one_another(session: Session, plans: Plans) -> None:
    def do(plan: Plan) -> list[str]:
        return list(session.do("x", plan(session.journey)).added)

    (one,) = do(plans.add_point(EMOTIONS, "persona-ann", "step-buy-1", 0.5, 0.0))
    (two,) = do(plans.add_point(EMOTIONS, "persona-ann", "step-buy-2", 0.5, 0.0))
    do(plans.move_points({one: ("step-buy-2", 0.5, 2.0), two: ("step-buy-2", 0.7, 0.5)}))
    facts = Facts(session.journey)
    assert facts.point(one)[2:] == ("step-buy-2", 0.5, 1.0)
    assert facts.point(two)[2:] == ("step-buy-2", 0.7, 0.5)
    do(plans.move_points({two: ("step-buy-2", 0.5, 0.5)}))
    assert facts.point(two)[3] == 0.51
    (three,) = do(plans.add_point(EMOTIONS, "persona-ann", "step-buy-2", 0.5, 0.0))
    assert facts.point(three)[3] == 0.49
    assert do(plans.move_points({two: facts.point(two)[2:]})) == []


def test_a_point_for_nobody_brings_its_persona(session: Session, plans: Plans) -> None:
    session.do("x", plans.remove(["persona-ann"])(session.journey))
    session.do("x", plans.add_point(EMOTIONS, "", "step-buy-1", 0.5, 1.0)(session.journey))
    (point,) = session.journey.all(Point)
    assert (point.persona,) == Facts(session.journey).personas() == Facts(session.journey).curves(EMOTIONS)


def test_facts_of_curves_and_connections(session: Session, plans: Plans) -> None:
    facts = Facts(session.journey)
    assert facts.takes_points(EMOTIONS)
    assert not facts.takes_points(TOUCHPOINTS)
    assert facts.curves(EMOTIONS) == ("persona-ann",)
    change = session.do("x", plans.connect("card-ad", "card-pay", "needs", "soon")(session.journey))
    assert facts.connection(next(iter(change.added))) == ("card-ad", "card-pay", "needs", "soon")


def test_steps_move_between_stages(session: Session, plans: Plans) -> None:
    session.do("move", plans.move_step("step-buy-1", "stage-learn", 0)(session.journey))
    assert Facts(session.journey).steps() == ("step-buy-1", "step-learn-1", "step-learn-2", "step-buy-2")


def test_facts(session: Session) -> None:
    facts = Facts(session.journey)
    assert facts.kind("card-ad") == "card"
    assert facts.kind("nobody") == ""
    assert facts.text("nobody") == ""
    assert facts.cell("card-banner") == (TOUCHPOINTS, "step-learn-1", 1)
    assert facts.lane_kind(EMOTIONS) == "emotions"
    assert facts.takes_cards("lane-two")
    assert not facts.takes_cards(EMOTIONS)
    assert facts.lanes() == facts.all_lanes() == (TOUCHPOINTS, EMOTIONS, "lane-two")
    assert facts.stages() == ("stage-learn", "stage-buy")
    assert facts.steps_of("stage-buy") == ("step-buy-1", "step-buy-2")
    assert facts.stage_of("step-buy-2") == "stage-buy"
    assert facts.personas() == ("persona-ann",)
    assert facts.levels() == 5
    assert not facts.rtl()
    assert snapped(0.3, 5) == pytest.approx(0.5)
    assert Facts(Journey(session.journey.records())).rtl() is False


def test_facts_of_lanes_that_are_shut(session: Session, plans: Plans) -> None:
    facts = Facts(session.journey)
    assert facts.shut_lanes() == {}
    session.do("lock", plans.set_fields([TOUCHPOINTS, "lane-two"], locked=True)(session.journey))
    session.do("fold", plans.set_fields([TOUCHPOINTS], collapsed=True)(session.journey))
    session.do("hide", plans.set_fields(["lane-two"], hidden=True)(session.journey))
    assert facts.shut_lanes() == {TOUCHPOINTS: {"locked", "collapsed"}}


def test_a_bench_does_plans_as_steps_and_makes_none_without_effect(session: Session) -> None:
    bench = Bench(session, Ids(2))
    (new,) = bench.do("Add card", bench.plans.add_card("lane-two", "step-buy-1", text="new"))
    assert bench.facts.text(new) == "new"
    assert bench.do("Move", bench.plans.reorder("card-ad", 0)) == ()
    assert session.history.done == ("Add card",)
    gesture = bench.gesture("Drag")
    gesture.preview(bench.plans.move_cards([new], "lane-two", "step-buy-2"))
    gesture.commit()
    assert bench.facts.cell(new) == ("lane-two", "step-buy-2", 0)
    assert not bench.read_only


def test_a_new_card_keeps_its_id_while_it_is_written(session: Session, plans: Plans) -> None:
    bench = Bench(session, Ids(3))
    key, plan = bench.plans.write_new("lane-two", "step-buy-1")
    gesture = bench.gesture("Add card")
    for text in ("a", "ab", "abc"):
        gesture.preview(plan(text))
    gesture.commit()
    assert bench.facts.text(key) == "abc"
    assert bench.facts.cards("lane-two", "step-buy-1") == (key,)


def test_a_copied_card_is_pasted_the_same_in_every_preview(session: Session, plans: Plans) -> None:
    clip = copied(session.journey, ["card-ad"])
    plan = plans.paste(clip, "lane-two", "step-buy-1")
    assert plan(session.journey) == plan(session.journey)
    session.do("Paste", plan(session.journey))
    assert texts(session, "lane-two", "step-buy-1") == ["ad"]


def test_a_part_of_a_small_value_is_set_and_its_main_part_takes_it_away(
    session: Session, plans: Plans
) -> None:
    keys = ("card-ad", "card-shop")
    session.do("how", plans.set_part(keys, "evidence", "level", "measured")(session.journey))
    session.do("who", plans.set_part(("card-ad",), "evidence", "source", "web\tlog")(session.journey))
    assert session.journey.one(Card, "card-ad").evidence == Evidence("measured", "web log")
    assert session.journey.one(Card, "card-shop").evidence == Evidence("measured")
    session.do("none", plans.set_part(keys, "evidence", "level", "")(session.journey))
    assert session.journey.one(Card, "card-ad").evidence is None
    session.do("sore", plans.set_part(keys, "pain", "severity", 3)(session.journey))
    assert [session.journey.one(Card, key).pain.severity for key in keys] == [3, 3]


def test_a_new_owner_comes_and_is_named_in_one_step(session: Session, plans: Plans) -> None:
    keys = ("card-ad", "card-shop")
    session.do("own", plans.set_new(keys, "owner", "owner", "Support")(session.journey))
    owner = session.journey.all(Owner)[-1]
    assert owner.name == "Support"
    assert {session.journey.one(Card, key).owner for key in keys} == {owner.id}
    session.do("for", plans.set_new(keys, "personas", "persona", "Bo")(session.journey))
    assert session.journey.one(Card, "card-ad").personas == (session.journey.all(Persona)[-1].id,)
    session.undo()
    session.undo()
    assert session.journey.all(Owner) == ()


def test_several_records_get_texts_of_their_own_at_once(session: Session, plans: Plans) -> None:
    texts = {"card-ad": {"text": "poster"}, "stage-buy": {"title": "Pay", "aliases": ("Purchase",)}}
    session.do("replace", plans.rewrite(texts)(session.journey))
    assert session.journey.one(Card, "card-ad").text == "poster"
    assert session.journey.one(Stage, "stage-buy").aliases == ("Purchase",)
    session.do("add", plans.add_named("channel", "Shop")(session.journey))
    assert [channel.name for channel in session.journey.all(Channel)] == ["Shop"]
