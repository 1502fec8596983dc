"""Parts of maps cut out and brought into another place or map."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.change import Change
from editor.model.edits.fragment import CHOSEN, cut_out, paste_fragment
from editor.model.fault import Misfit
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.pictures import image_id
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Map,
    Note,
    Owner,
    Persona,
    Point,
    Record,
    Stage,
    Step,
    Unknown,
)
from editor.model.values import Evidence, Opportunity, Pain
from tests.build import EMOTIONS, PNG, TOUCHPOINTS, connection, journey, with_curve
from tests.random_journeys import random_map

IDS = Ids(7)
PICTURE = Image(image_id(PNG), data=PNG)
EMPTY = (Map(),)

THOUGHTS = Lane("lane-thoughts", "b0", "thoughts", "Thoughts")
PAINS = Lane("lane-pains", "c0", "pain_points", "Pains")


def grid(book: Journey) -> list[list[str]]:
    """The texts of all cells, lane by lane, those of one cell joined by "+"."""
    return [
        ["+".join(card.text for card in book.cell(lane.id, step.id)) for step in book.columns()]
        for lane in book.all(Lane)
    ]


def titles(book: Journey, kind: type[Stage] | type[Lane]) -> list[str]:
    return [record.title for record in book.all(kind)]


def moved(source: Journey, keys: list[str], target: Journey, lane: str = "", step: str = "") -> Change:
    """Cut out of one map, paste into another."""
    change = paste_fragment(target, cut_out(source, keys), lane=lane, step=step, ids=IDS)
    target.apply(change)
    return change


def of_kind(records: tuple[Record, ...] | list[Record], kind: type[Record]) -> list[str]:
    return sorted(record.id for record in records if isinstance(record, kind))


def added(change: Change, kind: type[Record]) -> list[Record]:
    return [record for record in change.added.values() if isinstance(record, kind)]


# What is cut out


def test_nothing_chosen_cuts_nothing_out() -> None:
    book = journey("Buy: shop", Persona("persona-nina", "a0", "Nina"), Note("note-1", "a0", "card-shop"))
    assert cut_out(book, []) == ()
    assert cut_out(book, ["persona-nina", "note-1", "map"]) == ()
    assert paste_fragment(book, (), ids=IDS) == Change()


def test_a_card_comes_with_what_it_names_and_what_is_said_about_it() -> None:
    card = Card(
        "card-ad", "a0", TOUCHPOINTS, "step-learn-1", "ad", owner="owner-shop", channel="channel-web",
        personas=("persona-nina",), image=PICTURE.id,
    )  # fmt: skip
    book = journey(
        "Learn > Buy: shop", card, PICTURE,
        Persona("persona-nina", "a0", "Nina", image=PICTURE.id), Persona("persona-ola", "a1", "Ola"),
        Owner("owner-shop", "a0", "Shop"), Owner("owner-mail", "a1", "Mail"), Channel("channel-web", "a0"),
        Note("note-ad", "a0", "card-ad", "why?"), Note("note-buy", "a1", "card-shop", "no"),
        connection("card-ad", "card-shop"),
    )  # fmt: skip
    found = cut_out(book, ["card-ad"])
    assert of_kind(found, Card) == ["card-ad"]
    assert of_kind(found, Persona) == ["persona-nina"]
    assert of_kind(found, Owner) == ["owner-shop"]
    assert of_kind(found, Channel) == ["channel-web"]
    assert of_kind(found, Image) == [PICTURE.id]
    assert of_kind(found, Note) == ["note-ad"]
    assert of_kind(found, Connection) == []
    assert Journey((*EMPTY, *found)).get("card-ad") == card


def test_the_picture_of_a_persona_comes_along() -> None:
    card = Card("card-ad", "a0", TOUCHPOINTS, "step-learn-1", personas=("persona-nina",))
    book = journey("Learn", card, PICTURE, Persona("persona-nina", image=PICTURE.id))
    assert of_kind(cut_out(book, ["card-ad"]), Image) == [PICTURE.id]


def test_connections_come_where_both_ends_do_with_the_notes_about_them() -> None:
    inner, outer = connection("card-ad", "card-shop"), connection("card-shop", "card-pay")
    notes = [Note("note-1", "a0", inner.id), Note("note-2", "a1", outer.id), Note("note-3", "a2", "note-2")]
    book = journey("Learn: ad > Buy: shop, pay", inner, outer, *notes)
    found = cut_out(book, ["card-ad", "card-shop"])
    assert of_kind(found, Connection) == [inner.id]
    assert of_kind(found, Note) == ["note-1"]


def test_what_stands_around_is_bare() -> None:
    lane = Lane("lane-b", "b0", "text", "Title", "secret", height=80, extra=(("x", '"secret"'),))
    stage = Stage("stage-a", "a0", "secret", ("secret",), "secret")
    step = Step("step-a", "a0", "stage-a", "secret", 90)
    book = Journey([Map(), lane, stage, step, Card("card-a", "a0", "lane-b", "step-a", "text")])
    assert "secret" not in repr(cut_out(book, ["card-a"]))


def test_the_mark_takes_an_id_that_is_free() -> None:
    book = journey("Buy: shop", Card("fragment-1", "a0", TOUCHPOINTS, "step-buy-1"))
    assert of_kind(cut_out(book, ["card-shop"]), Unknown) == ["fragment-2"]


def test_a_lost_id_is_refused() -> None:
    with pytest.raises(KeyError):
        cut_out(journey("Buy: shop"), ["card-lost"])


# Cards


def test_a_card_pasted_beside_itself_is_its_twin() -> None:
    book = journey("Learn: ad > Buy: shop")
    old = replace(
        book.one(Card, "card-ad"), evidence=Evidence("observed"), pain=Pain("driver", 2),
        opportunity=Opportunity("high", "low"), moment_of_truth=True, initiator="firm",
        extra=(("mood", "1"),),
    )  # fmt: skip
    book.apply(Change(updated={old.id: (book.get(old.id), old)}))
    moved(book, ["card-ad"], book, TOUCHPOINTS, "step-buy-1")
    twin = book.cell(TOUCHPOINTS, "step-buy-1")[1]
    assert twin.id != "card-ad"
    assert replace(twin, id="card-ad", step="step-learn-1", order=old.order) == old


def test_cards_keep_their_cells_to_one_another() -> None:
    book = journey("Learn: ad + banner > Buy: shop, pay", THOUGHTS, PAINS)
    book.apply(moved_card(book, "card-pay", PAINS.id))
    target = journey(
        "One: a, b > Two: c, d", Lane("lane-x", "x0"), Lane("lane-y", "y0"), Lane("lane-z", "z0")
    )
    moved(book, ["card-ad", "card-banner", "card-pay"], target, "lane-x", "step-one-2")
    assert grid(target) == [["a", "b", "c", "d"], ["", "ad+banner", "", ""], [""] * 4, ["", "", "", "pay"]]


def test_cards_without_an_anchor_go_to_the_lanes_most_like_their_own() -> None:
    book = journey("Learn: ad, shop", THOUGHTS, PAINS)
    book.apply(moved_card(book, "card-ad", PAINS.id))
    book.apply(moved_card(book, "card-shop", THOUGHTS.id))
    target = journey(
        "One: a, b",
        Lane("lane-1", "b0", "pain_points", "Where it hurts"),
        Lane("lane-2", "c0", "notes", "Notes"),
    )
    moved(book, ["card-ad", "card-shop"], target)
    assert titles(target, Lane) == ["", "Where it hurts", "Notes", "Thoughts"]
    assert grid(target) == [["a", "b"], ["ad", ""], ["", ""], ["", "shop"]]


@pytest.mark.parametrize("shut", [{"locked": True}, {"hidden": True}])
def test_a_lane_that_takes_no_cards_is_not_like_the_one_of_loose_cards(shut: dict[str, bool]) -> None:
    target = journey("One: a", replace(THOUGHTS, id="lane-1", order="a1", **shut))
    book = journey("Learn: ad", THOUGHTS)
    book.apply(moved_card(book, "card-ad", THOUGHTS.id))
    moved(book, ["card-ad"], target)
    assert titles(target, Lane) == ["", "Thoughts", "Thoughts"]
    assert grid(target) == [["a"], [""], ["ad"]]


def moved_card(book: Journey, key: str, lane: str) -> Change:
    card = book.one(Card, key)
    return Change(updated={key: (card, replace(card, lane=lane))})


def test_lanes_that_take_no_cards_count_on_neither_side() -> None:
    book = journey("Learn: ad, shop", Lane("lane-feel", "a5", "emotions"), THOUGHTS)
    book.apply(moved_card(book, "card-shop", THOUGHTS.id))
    target = journey(
        "Learn: a, b",
        Lane("lane-hidden", "a1", hidden=True),
        Lane("lane-below", "a2"),
        Lane("lane-end", "a3"),
    )
    moved(book, ["card-ad", "card-shop"], target, TOUCHPOINTS, "step-learn-1")
    assert grid(target) == [["a+ad", "b"], ["", ""], ["", "shop"], ["", ""]]


def test_a_card_of_a_locked_lane_can_be_copied() -> None:
    book = journey("Learn: ad", Lane("lane-b", "b0", locked=True))
    book.apply(moved_card(book, "card-ad", "lane-b"))
    moved(book, ["card-ad"], book, TOUCHPOINTS, "step-learn-1")
    assert grid(book) == [["ad"], ["ad"]]


def test_cards_beyond_the_end_add_steps_and_text_lanes() -> None:
    book = journey("Learn: ad, shop", THOUGHTS)
    book.apply(moved_card(book, "card-shop", THOUGHTS.id))
    target = journey("One: a > Two: b")
    moved(book, ["card-ad", "card-shop"], target, TOUCHPOINTS, "step-two-1")
    assert grid(target) == [["a", "b+ad", ""], ["", "", "shop"]]
    assert len(target.steps("stage-two")) == 2
    assert target.all(Lane)[1].lane_kind == "text"


def test_an_empty_map_takes_cards() -> None:
    target = Journey(EMPTY)
    moved(journey("Learn: ad > Buy: shop"), ["card-shop"], target)
    assert grid(target) == [["shop"]]


def test_a_wide_card_is_cut_to_the_columns_that_are_there() -> None:
    wide = Card("card-wide", "a0", TOUCHPOINTS, "step-learn-1", "wide", span=3)
    book = journey("Learn: ad, shop, pay", wide)
    target = journey("One: a, b, c")
    moved(book, ["card-wide"], target, TOUCHPOINTS, "step-one-2")
    assert target.cell(TOUCHPOINTS, "step-one-2")[1].span == 2
    moved(book, ["card-wide"], target, TOUCHPOINTS, "step-one-1")
    assert target.cell(TOUCHPOINTS, "step-one-1")[1].span == 3


def test_inner_connections_and_notes_come_along() -> None:
    link = connection("card-ad", "card-shop", "triggers", "soon")
    book = journey(
        "Learn: ad > Buy: shop", link, Note("n-1", "a0", link.id, "b"), Note("n-2", "a1", "card-ad")
    )
    change = moved(book, ["card-ad", "card-shop"], book, TOUCHPOINTS, "step-learn-1")
    (copy,) = added(change, Connection)
    assert isinstance(copy, Connection)
    assert {copy.source, copy.target} == set(of_kind(added(change, Card), Card))
    assert (copy.connection_kind, copy.text) == ("triggers", "soon")
    abouts = {note.about for note in added(change, Note) if isinstance(note, Note)}
    assert copy.id in abouts
    assert abouts - {copy.id} <= set(of_kind(added(change, Card), Card))


# Personas, owners, channels, pictures


def named_card(**fields: object) -> Card:
    return replace(Card("card-new", "a0", TOUCHPOINTS, "step-learn-1", "new"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "here"),
    [("Web Shop", "web shop"), ("ZAŻÓŁĆ", "zaz\u0307o\u0301łc\u0301"), ("سفر", "سفر"), ("STRASSE", "Straße")],
)
def test_owners_are_found_by_name_in_any_case_and_composition(name: str, here: str) -> None:
    book = journey("Learn", named_card(owner="owner-1"), Owner("owner-1", "a0", name))
    target = journey("Learn", Owner("owner-x", "a0", "Other"), Owner("owner-here", "a1", here, "#112233"))
    change = moved(book, ["card-new"], target, TOUCHPOINTS, "step-learn-1")
    assert target.cell(TOUCHPOINTS, "step-learn-1")[0].owner == "owner-here"
    assert not added(change, Owner)


def test_what_has_no_namesake_is_made_anew_at_the_end() -> None:
    persona = Persona("persona-1", "a0", "Nina", "runs", image=PICTURE.id)
    card = named_card(owner="o", channel="c", personas=("persona-1",), image=PICTURE.id)
    book = journey(
        "Learn", card, persona, Owner("o", "a0", "Shop"), Channel("c", "a0", "Web", "web"), PICTURE
    )
    target = journey("Learn", Persona("persona-1", "z0", "Ola"), Owner("owner-x", "z0", "Mail"))
    moved(book, ["card-new"], target, TOUCHPOINTS, "step-learn-1")
    copy = target.cell(TOUCHPOINTS, "step-learn-1")[0]
    assert [p.name for p in target.all(Persona)] == ["Ola", "Nina"]
    assert target.one(Persona, copy.personas[0]).image == PICTURE.id
    assert target.one(Owner, copy.owner).name == "Shop"
    assert target.one(Channel, copy.channel).icon == "web"
    assert target.get(PICTURE.id) == PICTURE


def test_within_a_map_everything_named_stays_the_same() -> None:
    card = named_card(owner="owner-2", personas=("p-1", "p-2"), image=PICTURE.id)
    book = journey(
        "Learn", card, Owner("owner-1", "a0", "Shop"), Owner("owner-2", "a1", "shop"), PICTURE,
        Persona("p-1"), Persona("p-2"),
    )  # fmt: skip
    change = moved(book, ["card-new"], book, TOUCHPOINTS, "step-learn-1")
    assert [type(record) for record in change.added.values()] == [Card]
    copy = book.cell(TOUCHPOINTS, "step-learn-1")[1]
    assert (copy.owner, copy.personas, copy.image) == ("owner-2", ("p-1", "p-2"), PICTURE.id)


def test_those_without_a_name_are_not_each_other() -> None:
    book = journey("Learn", named_card(owner="owner-1"), Owner("owner-1"))
    target = journey("Learn", Owner("owner-2"))
    moved(book, ["card-new"], target, TOUCHPOINTS, "step-learn-1")
    assert len(target.all(Owner)) == 2


def test_two_personas_that_find_one_name_it_once() -> None:
    card = named_card(personas=("p-1", "p-2"))
    book = journey("Learn", card, Persona("p-1", "a0", "Nina"), Persona("p-2", "a1", "nina"))
    target = journey("Learn", Persona("p-3", "a0", "NINA"))
    moved(book, ["card-new"], target, TOUCHPOINTS, "step-learn-1")
    assert target.cell(TOUCHPOINTS, "step-learn-1")[0].personas == ("p-3",)


# Stages and steps


def test_stages_come_after_the_anchors_with_all_they_hold() -> None:
    book = with_curve(
        journey("Learn: ad > Buy: shop, pay > Use: wear", connection("card-shop", "card-pay")), (1, 0, -1)
    )
    moved(book, ["stage-buy"], book, TOUCHPOINTS, "step-learn-1")
    assert titles(book, Stage) == ["Learn", "Buy", "Buy", "Use"]
    assert grid(book)[0] == ["ad", "shop", "pay", "shop", "pay", "wear"]
    assert [p.value for p in book.points(EMOTIONS)] == [1, 0, -1, 0, -1]
    assert len(book.all(Connection)) == 2


def test_stages_come_last_without_an_anchor_and_in_their_order() -> None:
    target = journey("One: a > Two: b")
    moved(journey("Learn: ad > Buy: shop > Use: wear"), ["stage-use", "stage-learn"], target)
    assert titles(target, Stage) == ["One", "Two", "Learn", "Use"]
    assert grid(target) == [["a", "b", "ad", "wear"]]


def test_what_stands_in_a_stage_goes_to_the_most_alike_lanes() -> None:
    book = journey("Learn: ad", THOUGHTS, PAINS, Lane("lane-more", "d0", "thoughts", "More"))
    for lane in (THOUGHTS.id, PAINS.id, "lane-more"):
        book.apply(Change(added={f"card-{lane}": Card(f"card-{lane}", "a0", lane, "step-learn-1", lane[5:])}))
    target = journey(
        "One: a", Lane("lane-1", "b0", "thoughts", "more"), Lane("lane-2", "c0", "thoughts", "Ideas")
    )
    moved(book, ["stage-learn"], target)
    assert titles(target, Lane) == ["", "more", "Ideas", "Pains"]
    assert grid(target) == [["a", "ad"], ["", "more"], ["", "thoughts"], ["", "pains"]]
    assert target.all(Lane)[-1].lane_kind == "pain_points"


def test_a_lane_that_is_the_same_goes_before_one_of_the_same_name() -> None:
    book = journey("Learn: ad", Lane("lane-1", "Z9", "touchpoints"), Lane("lane-2", "b0", "touchpoints"))
    moved(book, ["stage-learn"], book)
    assert grid(book) == [["", ""], ["ad", "ad"], ["", ""]]


def test_the_curve_of_a_stage_goes_to_a_lane_of_emotions() -> None:
    book = with_curve(journey("Learn: ad"), (0.5,))
    target = with_curve(journey("One: a > Two: b"), (0, 1), "AVA")
    moved(book, ["stage-learn"], target, TOUCHPOINTS, "step-one-1")
    assert [p.value for p in target.points(EMOTIONS)] == [0, 0.5, 1]
    bare = journey("One: a")
    moved(book, ["stage-learn"], bare)
    assert [lane.lane_kind for lane in bare.all(Lane)] == ["touchpoints", "emotions"]
    assert [p.name for p in bare.all(Persona)] == ["Ava"]


def test_connections_between_stages_come_where_both_do() -> None:
    links = [connection("stage-learn", "stage-buy"), connection("stage-buy", "stage-use")]
    book = journey("Learn > Buy > Use", *links)
    change = moved(book, ["stage-learn", "stage-buy"], book)
    assert len(added(change, Connection)) == 1


def test_a_wide_card_of_a_stage_ends_with_the_columns_that_come() -> None:
    wide = Card("card-wide", "b0", TOUCHPOINTS, "step-learn-2", "wide", span=3)
    book = journey("Learn: ad, news > Buy: shop > Use: wear", wide)
    for keys, span in (
        (("stage-learn",), 1),
        (("stage-learn", "stage-buy"), 2),
        (("stage-learn", "stage-use"), 1),
    ):
        target = Journey(EMPTY)
        moved(book, list(keys), target)
        assert [card.span for card in target.all(Card) if card.text == "wide"] == [span]


def test_steps_come_after_the_anchor_in_its_stage() -> None:
    book = journey("Learn: ad > Buy: shop, pay")
    moved(book, ["step-buy-1", "step-buy-2"], book, TOUCHPOINTS, "step-buy-1")
    assert grid(book) == [["ad", "shop", "shop", "pay", "pay"]]
    assert len(book.steps("stage-buy")) == 4


def test_steps_without_an_anchor_come_last() -> None:
    target = journey("One: a > Two: b")
    moved(journey("Buy: shop, pay"), ["step-buy-2"], target)
    assert grid(target) == [["a", "b", "pay"]]
    assert len(target.steps("stage-two")) == 2
    empty = Journey(EMPTY)
    moved(journey("Buy: shop, pay"), ["step-buy-2"], empty)
    assert grid(empty) == [["pay"]]


# Lanes and emotions


def test_lanes_come_after_the_anchors_and_keep_their_columns() -> None:
    lane = Lane("lane-b", "b0", "thoughts", "Thoughts", "aloud", "persona-nina", height=90, locked=True)
    card = Card("card-b", "a0", "lane-b", "step-buy-1", "hm")
    book = journey("Learn: ad > Buy: shop", lane, card, Persona("persona-nina", "a0", "Nina"))
    moved(book, ["lane-b"], book, TOUCHPOINTS, "step-buy-1")
    assert grid(book) == [["ad", "shop"], ["", "hm"], ["", "hm"]]
    copy = book.all(Lane)[1]
    assert replace(copy, id=lane.id, order=lane.order) == lane
    target = journey("One: a", Lane("lane-z", "z0"))
    moved(book, ["lane-b"], target, TOUCHPOINTS, "step-one-1")
    assert titles(target, Lane) == ["", "Thoughts", ""]
    assert grid(target) == [["a", ""], ["", "hm"], ["", ""]]
    assert target.all(Lane)[1].persona == target.all(Persona)[0].id


def test_an_empty_lane_needs_no_columns() -> None:
    target = Journey(EMPTY)
    moved(journey("Learn: ad", THOUGHTS), [THOUGHTS.id], target)
    assert titles(target, Lane) == ["Thoughts"]
    assert not target.all(Step)


def test_a_lane_brings_its_curve() -> None:
    book = with_curve(journey("Learn: ad > Buy: shop"), (0.25, 0.75))
    target = journey("One: a, b")
    moved(book, [EMOTIONS], target)
    lane = target.all(Lane)[1]
    assert [(p.step, p.value) for p in target.points(lane.id)] == [("step-one-1", 0.25), ("step-one-2", 0.75)]


def test_emotions_alone_go_to_the_anchored_curve() -> None:
    book = with_curve(journey("Learn: ad > Buy: shop"), (0.25, 0.75))
    other = Lane("lane-other", "z0", "emotions")
    target = Journey([*with_curve(journey("One: a, b"), ()).records(), other])
    moved(book, ["point-persona-ava-2"], target, other.id, "step-one-2")
    assert [(p.step, p.value) for p in target.points(other.id)] == [("step-one-2", 0.75)]
    moved(book, ["point-persona-ava-1"], target, TOUCHPOINTS, "step-one-1")
    assert [(p.step, p.value) for p in target.points(EMOTIONS)] == [("step-one-1", 0.25)]


def test_a_stage_with_a_lane_and_a_loose_card_all_find_their_places() -> None:
    card = Card("card-b", "a0", THOUGHTS.id, "step-use-1", "hm")
    book = journey("Learn: ad > Buy: shop > Use: wear", THOUGHTS, card)
    target = journey("One: a > Two: b > Three: c")
    moved(book, ["stage-learn", THOUGHTS.id, "card-shop"], target, TOUCHPOINTS, "step-two-1")
    assert titles(target, Stage) == ["One", "Two", "Learn", "Three"]
    assert grid(target) == [["a", "b+shop", "ad", "c"], ["", "", "", "hm"]]


# Any records


def test_a_whole_map_is_a_fragment() -> None:
    source = with_curve(journey("Learn: ad > Buy: shop", Note("note-1", "a0", "m", "why?"), id="m"), (0, 1))
    target = Journey([Map("x")])
    target.apply(paste_fragment(target, source.records(), ids=IDS))
    assert grid(target)[0] == ["ad", "shop"]
    assert target.all(Note)[0].about == "x"


@pytest.mark.parametrize("fields", ["{}", '{"around":5}', '{"around":[["a"],"card-ad","stage-learn"]}'])
def test_a_strange_mark_does_no_harm(fields: str) -> None:
    parts = cut_out(journey("Learn: ad > Buy: shop"), ["stage-learn"])
    strange = [replace(r, fields=fields) if isinstance(r, Unknown) else r for r in parts]
    target = journey("One: a")
    target.apply(paste_fragment(target, strange, ids=IDS))
    assert "ad" in [card.text for card in target.all(Card)]


def test_what_leads_to_the_surroundings_stays_behind() -> None:
    parts = cut_out(journey("Learn: ad > Buy: shop"), ["card-ad", "card-shop"])
    link, note = connection("stage-learn", "stage-buy"), Note("note-1", "a0", "stage-buy", "why?")
    target = journey("One: a, b")
    target.apply(paste_fragment(target, [*parts, link, note], ids=IDS))
    assert not target.all(Connection)
    assert target.all(Note)[0].about == ""


def test_records_that_are_no_fragment_are_refused() -> None:
    with pytest.raises(Misfit):
        paste_fragment(journey("One: a"), [named_card()], ids=IDS)


def test_lost_anchors_are_refused() -> None:
    parts = cut_out(journey("Learn: ad"), ["card-ad"])
    with pytest.raises(KeyError):
        paste_fragment(journey("One: a"), parts, lane="lane-lost", ids=IDS)
    with pytest.raises(KeyError):
        paste_fragment(journey("One: a"), parts, step="step-lost", ids=IDS)


@given(st.randoms(use_true_random=False))
def test_any_part_of_any_map_lands_in_any_map(random: Random) -> None:
    source = random_map(random)
    keys = [record.id for record in source.records() if random.random() < 0.3]
    parts = cut_out(source, keys)
    for target in (source, random_map(random), Journey(EMPTY)):
        before = Journey(target.records())
        lane = random.choice(["", *(record.id for record in target.all(Lane))])
        step = random.choice(["", *(record.id for record in target.all(Step))])
        change = paste_fragment(target, parts, lane=lane, step=step, ids=IDS)
        back = target.apply(change)
        assert Journey(target.records()) == target
        assert sorted(card.text for card in added(change, Card)) == sorted(
            r.text for r in parts if isinstance(r, Card)
        )
        for kind in (Point, Connection, Note):
            assert len(added(change, kind)) == len(of_kind(list(parts), kind))
        for point in added(change, Point):
            assert target.one(Lane, point.lane).lane_kind in (source_kind(parts, point), "emotions")
        target.apply(back)
        assert target == before


def source_kind(parts: tuple[Record, ...], point: Record) -> str:
    """The kind of the lane that a point comes from, found by its place, from which it steps little aside."""
    assert isinstance(point, Point)
    lanes = {record.id: record for record in parts if isinstance(record, Lane)}
    kinds = {lanes[p.lane].lane_kind for p in parts if isinstance(p, Point) and abs(p.at - point.at) < 0.05}
    assert len(kinds) == 1
    return kinds.pop()


@given(st.randoms(use_true_random=False))
def test_a_cut_is_a_journey_of_its_own(random: Random) -> None:
    source = random_map(random)
    keys = [record.id for record in source.records() if random.random() < 0.3]
    found = {record.id: record for record in cut_out(source, keys)}
    Journey((Map("none"), *found.values()))
    assert {key for key in keys if isinstance(source.get(key), CHOSEN)} <= found.keys()
    links = [record for record in source.all(Connection) if {record.source, record.target} <= found.keys()]
    assert {link.id for link in links if isinstance(source.get(link.source), Card)} <= found.keys()
