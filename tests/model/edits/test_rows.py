"""What comes into another row by its fields comes last there; a lane keeps a kind that suits it."""

from __future__ import annotations

import pytest

from editor.model.edits import linking, stages, wording
from editor.model.edits.curves import move_point, move_points
from editor.model.edits.fragment import cut_out, paste_fragment
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Note, Persona, Point
from editor.model.trouble import Trouble
from editor.model.validity import check
from tests.build import EMOTIONS, TOUCHPOINTS, connection, journey, with_curve, with_records


def codes(book: Journey) -> set[str]:
    return {problem.code for problem in check(book)}


def test_cards_set_into_another_lane_come_last_in_their_cells() -> None:
    book = journey(
        "Learn: ad + banner > Buy: shop",
        Lane("lane-b", "b"),
        Card("card-x", "a0", "lane-b", "step-learn-1", "x"),
    )
    book.apply(wording.set_fields(book, ["card-banner", "card-ad", "card-shop"], lane="lane-b"))
    first, last = (book.cell("lane-b", step.id) for step in book.columns())
    assert [card.text for card in first] == ["x", "banner", "ad"]
    assert [card.text for card in last] == ["shop"]
    assert len({card.order for card in first}) == 3


def test_a_step_set_into_another_stage_comes_last_there() -> None:
    book = journey("Learn: ad, search > Buy: shop, pay")
    book.apply(wording.set_fields(book, ["step-learn-1"], stage="stage-buy"))
    assert [s.id for s in book.columns()] == ["step-learn-2", "step-buy-1", "step-buy-2", "step-learn-1"]


def test_a_lane_that_holds_something_keeps_what_it_is_for() -> None:
    book = with_curve(journey("Learn: ad"), [0.5])
    with pytest.raises(Trouble, match="holds cards"):
        wording.set_fields(book, [TOUCHPOINTS], lane_kind="emotions")
    with pytest.raises(Trouble, match="holds emotions"):
        wording.set_fields(book, [EMOTIONS], lane_kind="text")
    book.apply(wording.set_fields(book, [TOUCHPOINTS], lane_kind="actions"))
    bare = journey("Learn", Lane("lane-b", "b"))
    bare.apply(wording.set_fields(bare, ["lane-b"], lane_kind="emotions"))
    bare.apply(wording.set_fields(bare, ["lane-b"], lane_kind="notes"))
    assert bare.one(Lane, "lane-b").lane_kind == "notes"


def test_merged_stages_are_not_joined_twice() -> None:
    book = journey(
        "Learn > Wait > Buy > Use",
        connection("stage-learn", "stage-use"),
        connection("stage-wait", "stage-use"),
        Connection("connection-x", "stage-wait", "stage-use", "triggers"),
        Note("note-1", "a", "connection-stage-wait-stage-use", "why?"),
    )
    book.apply(stages.merge(book, "stage-learn", "stage-wait"))
    ways = [(link.source, link.target, link.connection_kind) for link in book.all(Connection)]
    assert sorted(ways) == [("stage-learn", "stage-use", kind) for kind in ("next", "triggers")]
    assert book.one(Note, "note-1").about == "connection-stage-learn-stage-use"
    assert "same-way" not in codes(book)


def test_a_loose_end_does_not_land_where_one_is() -> None:
    book = journey("Learn: ad, search, shop", connection("card-ad", "card-shop"))
    book = with_records(book, connection("card-ad", "card-search"))
    assert not linking.reconnect(book, "connection-card-ad-card-search", target="card-shop")
    assert linking.reconnect(book, "connection-card-ad-card-search", source="card-shop")


def test_emotions_never_come_to_stand_on_one_another() -> None:
    book = with_curve(journey("Learn: ad, search, shop"), [0.5, 0.0, -0.5])
    one, two, three = (point.id for point in book.points(EMOTIONS))
    book.apply(move_points(book, dict.fromkeys((one, two), ("step-learn-3", 0.5, 1.0))))
    book.apply(move_point(book, one, at=0.5))
    places = [book.one(Point, key).at for key in (one, two, three)]
    assert len(set(places)) == 3
    assert all(abs(at - 0.5) < 0.03 for at in places)
    assert codes(book) == set()


def test_points_may_change_their_places() -> None:
    book = with_curve(journey("Learn: ad, search"), [0.5, 0.0])
    one, two = (point.id for point in book.points(EMOTIONS))
    book.apply(move_points(book, {one: ("step-learn-2", 0.5, 0.0), two: ("step-learn-1", 0.5, 0.0)}))
    assert [book.one(Point, key).at for key in (one, two)] == [0.5, 0.5]


def test_a_full_step_takes_one_more_all_the_same() -> None:
    book = with_curve(journey("Learn: ad"), [0.5])
    full = [Point(f"point-{n}", EMOTIONS, "persona-ava", "step-learn-1", n / 100) for n in range(101)]
    book = with_records(book, *full)
    assert not move_point(book, "point-0", at=0.0).updated.get("point-1")


def test_pasted_emotions_stand_beside_those_that_are_there() -> None:
    book = with_curve(journey("Learn: ad, search"), [0.5, 0.0])
    parts = cut_out(book, [point.id for point in book.points(EMOTIONS)])
    for _ in range(2):
        book.apply(paste_fragment(book, parts, lane=EMOTIONS, step="step-learn-1", ids=Ids(7)))
    assert len(book.points(EMOTIONS)) == 6
    assert codes(book) == set()


def test_two_personas_who_become_one_keep_their_emotions_apart() -> None:
    book = with_curve(with_curve(journey("Learn: ad"), [0.5]), [-0.5], "Ben")
    parts = cut_out(book, [EMOTIONS])
    target = journey("Learn: ad", Persona("persona-z", "a", "Ava"))
    renamed = [Persona(part.id, part.order, "Ava") if isinstance(part, Persona) else part for part in parts]
    target.apply(paste_fragment(target, renamed, ids=Ids(3)))
    points = target.all(Point)
    assert len({(point.persona, point.at) for point in points}) == 2
