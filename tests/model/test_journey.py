"""The journey: what it answers, and how it changes."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest

from editor.model.change import Change
from editor.model.fault import Misfit
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Map, Note, Owner, Persona, Point, Stage, Step
from tests.build import EMOTIONS, TOUCHPOINTS, big, connection, journey, with_curve, with_records


def buying() -> Journey:
    return journey("Learn: ad + banner, search > Wait > Buy: shop, pay", connection("card-ad", "card-pay"))


def texts(cards: tuple[Card, ...]) -> list[str]:
    return [card.text for card in cards]


def test_everything_is_in_one_graph() -> None:
    shop = buying()
    assert isinstance(shop.graph, nx.MultiDiGraph)
    assert shop.graph.nodes["card-ad"]["record"] is shop.get("card-ad")
    assert nx.has_path(shop.graph, "card-ad", "card-pay")
    assert (
        shop.graph.edges["card-ad", "card-pay", "connection-card-ad-card-pay"]["record"].target == "card-pay"
    )


def test_the_graph_is_as_networkx_would_have_made_it() -> None:
    shop, usual = buying(), nx.MultiDiGraph()
    usual.add_nodes_from((r.id, {"record": r}) for r in shop.records() if r.kind != "connection")
    link = shop.all(Connection)[0]
    usual.add_edge(link.source, link.target, link.id, record=link)
    assert nx.utils.graphs_equal(shop.graph, usual)
    assert dict(shop.graph.pred["card-pay"]) == dict(usual.pred["card-pay"])
    assert nx.is_isomorphic(nx.reverse(shop.graph), nx.reverse(usual))


def test_questions_in_reading_order() -> None:
    shop = buying()
    assert [stage.title for stage in shop.all(Stage)] == ["Learn", "Wait", "Buy"]
    assert [step.id for step in shop.columns()] == [
        "step-learn-1", "step-learn-2", "step-wait-1", "step-buy-1", "step-buy-2",
    ]  # fmt: skip
    assert [shop.column(step.id) for step in shop.columns()] == [0, 1, 2, 3, 4]
    assert texts(shop.cell(TOUCHPOINTS, "step-learn-1")) == ["ad", "banner"]
    assert shop.cell(TOUCHPOINTS, "step-wait-1") == ()
    assert [step.id for step in shop.steps("stage-buy")] == ["step-buy-1", "step-buy-2"]
    assert shop.steps("nowhere") == ()
    assert texts(shop.cards(TOUCHPOINTS)) == ["ad", "pay", "search", "shop", "banner"]


def test_records_are_found_by_id() -> None:
    shop = buying()
    assert shop.get("connection-card-ad-card-pay").kind == "connection"
    assert "connection-card-ad-card-pay" in shop
    assert "card-ad" in shop
    assert "card-none" not in shop
    assert shop.one(Card, "card-ad").text == "ad"
    assert shop.map == Map()
    assert len(shop) == len(shop.by_id()) == 16
    for wrong in ("card-none", "stage-buy"):
        with pytest.raises(KeyError):
            shop.one(Card, wrong)


def test_points_stand_by_persona_column_and_place() -> None:
    shop = with_curve(with_curve(buying(), [0.5, -1], "Ava"), [1.0], "Bo")
    late = Point("point-late", EMOTIONS, "persona-ava", "step-learn-1", at=0.9)
    shop = with_records(shop, late)
    assert [point.id for point in shop.points(EMOTIONS)] == [
        "point-persona-ava-1", "point-late", "point-persona-ava-2", "point-persona-bo-1",
    ]  # fmt: skip
    ava, bo = shop.all(Persona)
    shop.apply(Change(updated={ava.id: (ava, replace(ava, order="a9"))}))
    assert shop.points(EMOTIONS)[0].persona == bo.id


def test_who_names_a_record() -> None:
    shop = with_records(buying(), Note("note-1", about="card-ad"), Owner("owner-1"))
    assert {record.id for record in shop.naming("card-ad")} == {"note-1", "connection-card-ad-card-pay"}
    assert {record.id for record in shop.naming("stage-wait")} == {"step-wait-1"}
    assert shop.naming("owner-1") == ()
    ad = shop.one(Card, "card-ad")
    shop.apply(Change(updated={ad.id: (ad, replace(ad, owner="owner-1"))}))
    assert [record.id for record in shop.naming("owner-1")] == ["card-ad"]


def test_applying_gives_the_inverse() -> None:
    shop, before = buying(), buying()
    ad, pay = shop.one(Card, "card-ad"), shop.one(Card, "card-pay")
    link = shop.get("connection-card-ad-card-pay")
    change = Change(
        {"card-new": Card("card-new", "a5", TOUCHPOINTS, "step-wait-1", "wait")},
        {"card-ad": (ad, replace(ad, step="step-buy-1", order="Zz"))},
        {"card-pay": pay, link.id: link},
    )
    inverse = shop.apply(change)
    assert texts(shop.cell(TOUCHPOINTS, "step-buy-1")) == ["ad", "shop"]
    assert "card-pay" not in shop
    assert shop.graph.number_of_edges() == 0
    shop.apply(inverse)
    assert shop == before
    assert shop != object()


def test_the_way_back_is_checked_once_the_journey_has_gone_on() -> None:
    shop = buying()
    pay = shop.one(Card, "card-pay")
    back = shop.apply(Change(updated={pay.id: (pay, replace(pay, text="Pays"))}))
    shop.apply(back)
    assert shop == buying()
    with pytest.raises(Misfit):
        shop.apply(back)
    assert shop == buying()


def test_a_connection_can_change_its_ends_and_its_words() -> None:
    shop = buying()
    link = connection("card-ad", "card-pay")
    moved = replace(link, source="card-shop", text="then")
    shop.apply(Change(updated={link.id: (link, moved)}))
    assert list(shop.graph.edges(keys=True)) == [("card-shop", "card-pay", link.id)]
    assert shop.get(link.id) == moved


def test_tuples_are_kept_until_touched() -> None:
    shop = buying()
    stages, columns, cards = shop.all(Stage), shop.columns(), shop.all(Card)
    other, cell = shop.cell(TOUCHPOINTS, "step-buy-2"), shop.cell(TOUCHPOINTS, "step-learn-1")
    ad = shop.one(Card, "card-ad")
    shop.apply(Change(updated={ad.id: (ad, replace(ad, text="poster"))}))
    assert shop.all(Stage) is stages
    assert shop.columns() is columns
    assert shop.cell(TOUCHPOINTS, "step-buy-2") is other
    assert shop.cell(TOUCHPOINTS, "step-learn-1") is not cell
    assert shop.all(Card) is not cards


def test_a_row_is_kept_until_one_of_its_cards_changes_and_its_other_cells_even_then() -> None:
    shop = buying()
    row, pay = shop.row(TOUCHPOINTS), shop.one(Card, "card-pay")
    assert [texts(cell) for cell in row] == [["ad", "banner"], ["search"], [], ["shop"], ["pay"]]
    assert shop.row(TOUCHPOINTS) is row
    back = shop.apply(Change(updated={pay.id: (pay, replace(pay, step="step-wait-1"))}))
    moved = shop.row(TOUCHPOINTS)
    assert [texts(cell) for cell in moved] == [["ad", "banner"], ["search"], ["pay"], ["shop"], []]
    assert all(moved[place] is row[place] for place in (0, 1, 3))
    shop.apply(back)
    again = shop.apply(back.inverse())
    assert shop.row(TOUCHPOINTS) is moved
    shop.apply(again)
    assert shop.row(TOUCHPOINTS) == row


def test_a_row_follows_the_columns() -> None:
    shop = buying()
    assert len(shop.row(TOUCHPOINTS)) == 5
    buy = shop.one(Stage, "stage-buy")
    shop.apply(Change(updated={buy.id: (buy, replace(buy, order="Zz"))}))
    assert [texts(cell) for cell in shop.row(TOUCHPOINTS)] == [
        ["shop"], ["pay"], ["ad", "banner"], ["search"], [],
    ]  # fmt: skip
    assert shop.row("lane-none") == ((),) * 5


def test_ends_are_kept_until_one_of_them_or_a_connection_changes() -> None:
    shop = buying()
    ends, link = shop.ends(), shop.all(Connection)[0]
    assert [end.id for end in ends] == ["card-ad", "card-pay"]
    shop.apply(Change({"card-new": Card("card-new", "a5", TOUCHPOINTS, "step-wait-1")}))
    assert shop.ends() is ends
    ad = shop.one(Card, "card-ad")
    shop.apply(Change(updated={ad.id: (ad, replace(ad, text="poster"))}))
    assert shop.ends() == (replace(ad, text="poster"), shop.get("card-pay"))
    shop.apply(Change(removed={link.id: link}))
    assert shop.ends() == ()
    shop.apply(Change({link.id: link}))
    assert [end.id for end in shop.ends()] == ["card-ad", "card-pay"]


def test_columns_and_curves_follow_stages() -> None:
    shop = with_curve(buying(), [0.1, 0.2, 0.3, 0.4, 0.5])
    buy = shop.one(Stage, "stage-buy")
    shop.apply(Change(updated={buy.id: (buy, replace(buy, order="Zz"))}))
    assert shop.columns()[0].stage == "stage-buy"
    assert [point.value for point in shop.points(EMOTIONS)] == [0.4, 0.5, 0.1, 0.2, 0.3]


def test_curves_are_kept_until_touched() -> None:
    shop = with_curve(buying(), [0.1, 0.2])
    curve, stage = shop.points(EMOTIONS), shop.one(Stage, "stage-buy")
    assert shop.points(EMOTIONS) is curve
    shop.apply(Change(updated={stage.id: (stage, replace(stage, title="Pay"))}))
    assert shop.points(EMOTIONS) is curve
    shop.apply(Change(updated={curve[0].id: (curve[0], replace(curve[0], value=1.0))}))
    assert shop.points(EMOTIONS)[0].value == 1


def test_a_changed_title_keeps_the_columns() -> None:
    shop = buying()
    columns, buy = shop.columns(), shop.one(Stage, "stage-buy")
    shop.apply(Change(updated={buy.id: (buy, replace(buy, title="Pay"))}))
    assert shop.columns() is columns


def test_a_refused_change_leaves_everything_as_it_was() -> None:
    shop, before = buying(), buying()
    cell = shop.cell(TOUCHPOINTS, "step-learn-1")
    good = Card("card-new", "a5", TOUCHPOINTS, "step-wait-1")
    with pytest.raises(Misfit):
        shop.apply(Change({"card-new": good, "card-bad": replace(good, id="card-bad", lane="lane-none")}))
    assert shop == before
    assert shop.cell(TOUCHPOINTS, "step-learn-1") is cell


def test_an_empty_change_changes_nothing() -> None:
    shop = buying()
    columns = shop.columns()
    assert shop.apply(Change()) == Change()
    assert shop.columns() is columns


def test_the_map_itself_can_change() -> None:
    shop = buying()
    shop.apply(Change(updated={"map": (shop.map, replace(shop.map, title="Shoes"))}))
    assert shop.map.title == "Shoes"


def test_journeys_are_not_hashable() -> None:
    with pytest.raises(TypeError):
        hash(buying())


def test_a_large_journey_is_asked_and_changed_at_once() -> None:
    large = big()
    assert len(large.all(Card)) == 10_000
    assert len(large.columns()) == 100
    assert len(large.cell("lane-0", "step-0-0")) == 5
    assert len(large.all(Lane)) == 20
    assert len(large.all(Step)) == 100
