"""Every basic edit, done to a small shop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from editor.model.change import Change
from editor.model.edits import arranging, copying, curves, linking, removing, stages, wording
from editor.model.edits.plan import Plan
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.pictures import image_id
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Note,
    Owner,
    Persona,
    Point,
    Stage,
    Step,
    Unknown,
)
from editor.model.trouble import Trouble
from tests.build import EMOTIONS, PNG, TOUCHPOINTS, connection, journey, with_curve, with_records

IDS = Ids("edits")


def shop(*more: object) -> Journey:
    made = journey("Learn: ad + banner, search > Wait > Buy: shop, pay", title="Shoes")
    return with_records(
        with_curve(made, [0.5, 0, -1, 0.5, 1]), Lane("lane-thoughts", "a2", "thoughts"), *more
    )  # type: ignore[arg-type]


def done(shop: Journey, change: Change) -> Journey:
    shop.apply(change)
    return shop


def titles(shop: Journey) -> list[str]:
    return [stage.title for stage in shop.all(Stage)]


def texts(shop: Journey, step: str, lane: str = TOUCHPOINTS) -> list[str]:
    return [card.text for card in shop.cell(lane, step)]


def columns(shop: Journey) -> list[str]:
    return [step.id for step in shop.columns()]


class TestAdding:
    @pytest.mark.parametrize(
        ("index", "expected"), [(0, "xab"), (1, "axb"), (None, "abx"), (9, "abx"), (-1, "xab")]
    )
    def test_a_card_in_a_cell(self, index: int | None, expected: str) -> None:
        card = Card("card-x", "", TOUCHPOINTS, "step-learn-1", "x")
        after = done(shop(), arranging.add(shop(), card, index))
        assert "".join(text[0] for text in texts(after, "step-learn-1")) == expected

    def test_several_cards_side_by_side(self) -> None:
        cards = [Card(f"card-{text}", "", TOUCHPOINTS, "step-learn-1", text) for text in ("x", "y")]
        after = done(shop(), arranging.add_all(shop(), cards, 1))
        assert texts(after, "step-learn-1") == ["ad", "x", "y", "banner"]
        assert not arranging.add_all(after, [])

    def test_records_of_every_ordered_kind(self) -> None:
        after = shop()
        for record in (
            Step("step-x", stage="stage-buy"), Lane("lane-x"), Persona("persona-x"), Owner("owner-x"),
            Channel("channel-x"), Note("note-x"),
        ):  # fmt: skip
            after.apply(arranging.add(after, record, 0))
            assert after.get(record.id).order  # type: ignore[union-attr]
        assert after.all(Lane)[0].id == "lane-x"
        assert after.steps("stage-buy")[0].id == "step-x"

    def test_records_without_an_order(self) -> None:
        after = shop()
        after.apply(arranging.add(after, Image(image_id(PNG), data=PNG)))
        after.apply(arranging.add(after, Unknown("metric-1", "metric")))
        after.apply(arranging.add(after, Point("point-x", EMOTIONS, "persona-ava", "step-wait-1", 0.9)))
        assert "metric-1" in after
        assert len(after.points(EMOTIONS)) == 6

    def test_a_stage_comes_with_a_step(self) -> None:
        stage, step = Stage("stage-x", title="Compare"), Step("step-x")
        after = done(shop(), arranging.add_stage(shop(), stage, step, 1))
        assert titles(after) == ["Learn", "Compare", "Wait", "Buy"]
        assert columns(after)[2] == "step-x"


class TestOrder:
    @pytest.mark.parametrize(
        ("index", "expected"),
        [(0, "Buy Learn Wait"), (1, "Learn Buy Wait"), (2, "Learn Wait Buy"), (7, "Learn Wait Buy")],
    )
    def test_a_stage_is_moved(self, index: int, expected: str) -> None:
        assert titles(done(shop(), arranging.reorder(shop(), "stage-buy", index))) == expected.split()

    def test_staying_in_place_changes_nothing(self) -> None:
        assert not arranging.reorder(shop(), "stage-wait", 1)
        assert not arranging.reorder(shop(), "card-banner", 1)

    def test_only_the_moved_record_changes(self) -> None:
        change = arranging.reorder(shop(), "stage-buy", 0)
        assert list(change.updated) == ["stage-buy"]

    def test_equal_keys_are_numbered_anew(self) -> None:
        twins = [Card(f"card-{n}", "a0", TOUCHPOINTS, "step-wait-1", str(n)) for n in range(3)]
        after = shop(*twins)
        after.apply(arranging.reorder(after, "card-2", 1))
        assert texts(after, "step-wait-1") == ["0", "2", "1"]

    def test_long_keys_are_numbered_anew(self) -> None:
        near = [Owner("owner-1", "a" * 99 + "1"), Owner("owner-2", "a" * 99 + "11")]
        after = shop(*near)
        after.apply(arranging.add(after, Owner("owner-x"), 1))
        assert [owner.id for owner in after.all(Owner)] == ["owner-1", "owner-x", "owner-2"]
        assert max(len(owner.order) for owner in after.all(Owner)) < 4


class TestSteps:
    def test_a_step_moves_into_another_stage_with_its_cards(self) -> None:
        after = done(shop(), arranging.move_step(shop(), "step-buy-2", "stage-learn", 1))
        assert columns(after) == ["step-learn-1", "step-buy-2", "step-learn-2", "step-wait-1", "step-buy-1"]
        assert texts(after, "step-buy-2") == ["pay"]

    def test_a_step_moves_within_its_stage(self) -> None:
        after = done(shop(), arranging.move_step(shop(), "step-buy-2", "stage-buy", 0))
        assert columns(after)[-2:] == ["step-buy-2", "step-buy-1"]
        assert not arranging.move_step(shop(), "step-buy-2", "stage-buy")

    def test_the_last_step_stays(self) -> None:
        with pytest.raises(Trouble, match="at least one step"):
            arranging.move_step(shop(), "step-wait-1", "stage-buy")


class TestCards:
    @pytest.mark.parametrize(
        ("index", "expected"), [(0, "pay ad banner"), (1, "ad pay banner"), (None, "ad banner pay")]
    )
    def test_into_an_occupied_cell(self, index: int | None, expected: str) -> None:
        change = arranging.move_cards(shop(), ["card-pay"], TOUCHPOINTS, "step-learn-1", index)
        assert texts(done(shop(), change), "step-learn-1") == expected.split()

    def test_several_keep_the_order_in_which_they_are_named(self) -> None:
        change = arranging.move_cards(shop(), ["card-pay", "card-ad"], "lane-thoughts", "step-wait-1", 0)
        assert texts(done(shop(), change), "step-wait-1", "lane-thoughts") == ["pay", "ad"]

    def test_within_the_cell(self) -> None:
        change = arranging.move_cards(shop(), ["card-banner"], TOUCHPOINTS, "step-learn-1", 0)
        assert texts(done(shop(), change), "step-learn-1") == ["banner", "ad"]

    def test_shifted_together_they_keep_their_cells_apart(self) -> None:
        change = arranging.shift_cards(shop(), ["card-ad", "card-banner", "card-search"], 2, 2)
        after = done(shop(), change)
        assert texts(after, "step-wait-1", "lane-thoughts") == ["ad", "banner"]
        assert texts(after, "step-buy-1", "lane-thoughts") == ["search"]

    @pytest.mark.parametrize("by", [(0, 9), (0, -9)])
    def test_no_further_than_the_map_reaches(self, by: tuple[int, int]) -> None:
        after = done(shop(), arranging.shift_cards(shop(), ["card-ad", "card-search"], *by))
        places = [columns(after).index(after.one(Card, key).step) for key in ("card-ad", "card-search")]
        assert places in ([3, 4], [0, 1])

    def test_no_shift_is_no_change(self) -> None:
        assert not arranging.shift_cards(shop(), ["card-ad"], -1, -1)
        assert not arranging.shift_cards(shop(), [], 1, 1)


class TestRemoving:
    def test_a_stage_takes_what_stands_in_it(self) -> None:
        before = shop(
            connection("card-ad", "card-pay"),
            connection("stage-learn", "stage-buy"),
            Note("note-1", about="card-pay"),
            Note("note-2", about="connection-card-ad-card-pay"),
            Note("note-3", about="stage-wait"),
        )
        change = removing.remove(before, ["stage-buy"])
        assert set(change.removed) == {
            "stage-buy", "step-buy-1", "step-buy-2", "card-shop", "card-pay", "point-persona-ava-4",
            "point-persona-ava-5", "connection-card-ad-card-pay",
            "connection-stage-learn-stage-buy", "note-1", "note-2",
        }  # fmt: skip
        assert not change.updated
        assert done(before, change).map.title == "Shoes"

    def test_a_lane_takes_its_cards_and_points(self) -> None:
        assert len(removing.remove(shop(), [TOUCHPOINTS]).removed) == 6
        assert len(removing.remove(shop(), [EMOTIONS]).removed) == 6

    def test_fields_that_name_an_owner_are_cleared(self) -> None:
        before = shop(Owner("owner-1"), Channel("channel-1"), Persona("persona-bo"))
        fields = {"owner": "owner-1", "channel": "channel-1", "personas": ("persona-ava", "persona-bo")}
        before.apply(wording.set_fields(before, ["card-ad", "card-pay"], **fields))
        after = done(before, removing.remove(before, ["owner-1", "persona-bo"]))
        ad = after.one(Card, "card-ad")
        assert (ad.owner, ad.channel, ad.personas) == ("", "channel-1", ("persona-ava",))

    def test_a_persona_takes_its_curve_and_leaves_its_lane(self) -> None:
        before = shop(Lane("lane-ava", persona="persona-ava"))
        change = removing.remove(before, ["persona-ava"])
        assert len(change.removed) == 6
        assert done(before, change).one(Lane, "lane-ava").persona == ""

    def test_two_at_once_and_one_inside_the_other(self) -> None:
        assert "card-pay" in removing.remove(shop(), ["card-pay", "stage-buy"]).removed

    def test_a_stage_keeps_a_step(self) -> None:
        with pytest.raises(Trouble, match="Remove the stage instead"):
            removing.remove(shop(), ["step-buy-1", "step-buy-2"])
        assert len(removing.remove(shop(), ["step-buy-1"]).removed) == 3
        assert len(removing.remove(shop(), ["step-wait-1", "stage-wait"]).removed) == 3

    def test_the_map_stays(self) -> None:
        with pytest.raises(Trouble, match="map itself"):
            removing.remove(shop(), ["map"])


class TestCopying:
    def test_a_stage_is_doubled_right_after_itself(self) -> None:
        inside, outside = connection("card-shop", "card-pay"), connection("card-ad", "card-pay")
        before = shop(inside, outside, Note("note-1", about="card-pay", text="Why?"))
        after = done(before, copying.duplicate(before, ["stage-learn"], IDS))
        assert titles(after) == ["Learn", "Learn", "Wait", "Buy"]
        copy = after.all(Stage)[1]
        assert [texts(after, step.id) for step in after.steps(copy.id)] == [["ad", "banner"], ["search"]]
        assert len(after.points(EMOTIONS)) == 7
        assert len(after.all(Connection)) == 2

    def test_inner_connections_and_notes_are_copied(self) -> None:
        before = shop(connection("card-shop", "card-pay"), Note("note-1", about="card-pay", text="Why?"))
        after = done(before, copying.duplicate(before, ["stage-buy"], IDS))
        copied = [link for link in after.all(Connection) if link.source != "card-shop"]
        assert [
            (after.one(Card, link.source).text, after.one(Card, link.target).text) for link in copied
        ] == [("shop", "pay")]
        assert [note.text for note in after.all(Note)] == ["Why?", "Why?"]

    def test_cards_of_one_cell_keep_their_places(self) -> None:
        before = shop()
        after = done(before, copying.duplicate(before, ["card-ad", "card-banner"], IDS))
        assert texts(after, "step-learn-1") == ["ad", "ad", "banner", "banner"]

    def test_steps_lanes_and_images(self) -> None:
        before = shop(Image(image_id(PNG), data=PNG))
        after = done(before, copying.duplicate(before, ["step-learn-1", TOUCHPOINTS], IDS))
        assert [lane.lane_kind for lane in after.all(Lane)] == [
            "touchpoints",
            "touchpoints",
            "emotions",
            "thoughts",
        ]
        assert len(after.columns()) == 6

    def test_twins_without_room_between_them(self) -> None:
        twins = [Card(f"card-{n}", "a0", TOUCHPOINTS, "step-wait-1", str(n)) for n in range(2)]
        before = shop(*twins)
        after = done(before, copying.duplicate(before, ["card-0", "card-1"], IDS))
        assert texts(after, "step-wait-1") == ["0", "0", "1", "1"]

    def test_the_map_is_not_doubled(self) -> None:
        before = shop(Note("note-1", about="map"))
        assert not copying.duplicate(shop(), ["map"], IDS)
        assert [record.kind for record in copying.duplicate(before, ["map"], IDS).added.values()] == ["note"]


class TestStages:
    def test_split(self) -> None:
        before = shop()
        after = done(before, stages.split(before, "step-buy-2", Stage("stage-pay", title="Pay")))
        assert titles(after) == ["Learn", "Wait", "Buy", "Pay"]
        assert [step.id for step in after.steps("stage-pay")] == ["step-buy-2"]

    def test_split_keeps_the_colour_unless_another_is_given(self) -> None:
        before = shop(Stage("stage-buy", "a2", "Buy", color="#0072b2"))
        for color, expected in (("", "#0072b2"), ("#111111", "#111111")):
            change = stages.split(before, "step-buy-2", Stage("stage-pay", color=color))
            assert change.added["stage-pay"].color == expected  # type: ignore[union-attr]

    def test_nothing_stands_before_the_first_step(self) -> None:
        with pytest.raises(Trouble, match="first step"):
            stages.split(shop(), "step-buy-1", Stage("stage-pay"))

    def test_merge(self) -> None:
        links = [
            connection("stage-learn", "stage-buy"), connection("stage-buy", "stage-learn", "returns"),
            connection("stage-wait", "stage-buy"), connection("stage-buy", "stage-wait"),
        ]  # fmt: skip
        notes = [Note("note-1", about="stage-buy"), Note("note-2", about=links[0].id)]
        before = shop(*links, *notes, Stage("stage-buy", "a2", "Buy", ("Purchase", "Learn")))
        after = done(before, stages.merge(before, "stage-learn", "stage-buy"))
        assert titles(after) == ["Learn", "Wait"]
        assert after.one(Stage, "stage-learn").aliases == ("Buy", "Purchase")
        assert columns(after) == ["step-learn-1", "step-learn-2", "step-buy-1", "step-buy-2", "step-wait-1"]
        assert {(link.source, link.target) for link in after.all(Connection)} == {
            ("stage-wait", "stage-learn"), ("stage-learn", "stage-wait"),
        }  # fmt: skip
        assert [note.about for note in after.all(Note)] == ["stage-learn"]

    def test_not_with_itself(self) -> None:
        with pytest.raises(Trouble, match="itself"):
            stages.merge(shop(), "stage-buy", "stage-buy")


class TestWords:
    @pytest.mark.parametrize(
        "key",
        ["map", "stage-buy", "step-buy-1", TOUCHPOINTS, "card-ad", "persona-ava", "point-persona-ava-1"],
    )
    def test_titles_are_cleaned(self, key: str) -> None:
        before = shop()
        after = done(before, wording.retitle(before, key, "a\tb\r\nc\xad"))
        assert wording.title(after.get(key)) == "a b\nc"

    def test_the_title_of_what_has_none_is_its_id(self) -> None:
        assert wording.title(Unknown("metric-1")) == "metric-1"

    def test_many_records_at_once(self) -> None:
        change = wording.set_fields(shop(), ["card-ad", "card-pay"], moment_of_truth=True, text="x\ty")
        assert {new.text for _, new in change.updated.values()} == {"x y"}  # type: ignore[union-attr]

    def test_the_same_words_are_no_change(self) -> None:
        assert not wording.retitle(shop(), "card-ad", "ad")


class TestConnections:
    def test_connect_and_disconnect(self) -> None:
        before = shop()
        link = connection("card-ad", "card-pay")
        after = done(before, linking.connect(before, link))
        assert not linking.connect(after, replace(link, id="connection-2"))
        assert linking.connect(after, replace(link, id="connection-2", connection_kind="needs"))
        assert not done(after, linking.disconnect(after, link.id)).all(Connection)

    def test_reconnect(self) -> None:
        before = shop(connection("card-ad", "card-pay"))
        key = before.all(Connection)[0].id
        assert not linking.reconnect(before, key)
        before.apply(linking.reconnect(before, key, source="card-shop"))
        before.apply(linking.reconnect(before, key, target="card-ad"))
        assert [(link.source, link.target) for link in before.all(Connection)] == [("card-shop", "card-ad")]

    @pytest.mark.parametrize(
        ("source", "target"), [("card-ad", "card-ad"), ("card-ad", "stage-buy"), ("map", "card-ad")]
    )
    def test_ends_that_cannot_be_joined(self, source: str, target: str) -> None:
        with pytest.raises(Trouble, match="A connection joins"):
            linking.connect(shop(), connection(source, target))
        before = shop(connection("card-search", "card-pay"))
        key = before.all(Connection)[0].id
        with pytest.raises(Trouble, match="A connection joins"):
            linking.reconnect(before, key, source=source, target=target)

    def test_two_lanes_cannot_be_joined(self) -> None:
        with pytest.raises(Trouble, match="two cards or two stages"):
            linking.connect(shop(), connection(TOUCHPOINTS, EMOTIONS))


class TestCurves:
    def test_a_point_is_dragged_within_its_range(self) -> None:
        before = shop()
        key = "point-persona-ava-1"
        after = done(before, curves.move_point(before, key, step="step-buy-1", at=1.5, value=-3))
        assert after.one(Point, key) == Point(key, EMOTIONS, "persona-ava", "step-buy-1", 1.0, -1.0)
        assert not curves.move_point(after, key)
        assert curves.move_point(after, key, at=-1).updated[key][1].at == 0  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("value", "levels", "expected"), [(0.4, 5, 0.5), (0.2, 5, 0.0), (-0.9, 3, -1.0), (0.1, 2, 1.0)]
    )
    def test_snapping(self, value: float, levels: int, expected: float) -> None:
        assert curves.snapped(value, levels) == expected


class TestPlan:
    def test_a_plan_lies_on_top_of_the_journey(self) -> None:
        before = shop()
        plan = Plan(before)
        plan.drop("card-ad")
        plan.put(Owner("owner-1"))
        assert "card-ad" not in plan
        assert "card-pay" in plan
        assert "owner-1" in plan
        assert plan.get("card-pay").text == "pay"
        with pytest.raises(KeyError):
            plan.get("card-ad")
        assert "card-ad" in before
        assert plan.change() == Change(
            added={"owner-1": Owner("owner-1")}, removed={"card-ad": before.get("card-ad")}
        )

    def test_what_was_put_and_dropped_again_is_no_change(self) -> None:
        plan = Plan(shop())
        plan.put(Owner("owner-1"))
        plan.drop("owner-1")
        plan.put(plan.get("card-ad"))
        assert not plan.change()


def test_edits_touch_nothing() -> None:
    before = shop()
    state = before.by_id()
    removing.remove(before, ["stage-buy"])
    copying.duplicate(before, ["stage-buy"], IDS)
    stages.merge(before, "stage-learn", "stage-buy")
    assert before.by_id() == state


def test_names_of_rows() -> None:
    rows: Sequence[str] = [record.id for record in arranging.siblings(shop(), shop().get("card-ad"))]
    assert rows == ["card-banner"]
