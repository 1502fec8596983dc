"""What the layout remembers while something is dragged is what it would lay out afresh."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from editor.layout.engine import MapLayout
from editor.layout.routed import Routed
from editor.layout.site import Plot
from editor.model.change import Change
from editor.model.edits.arranging import move_cards
from editor.model.edits.curves import move_point
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Point
from editor.picture.frame import Frame, Picture
from editor.picture.geometry import Rect
from editor.picture.walk import frames
from editor.picture.words import TextBlock
from editor.session.drawing import map_layout
from editor.session.session import Session

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def routes(root: Frame) -> Frame | None:
    return next((frame for frame in root.frames() if frame.role == "connections"), None)


def plain(picture: Picture) -> list[object]:
    """Everything that is drawn and where, without the objects that keep letters."""
    return [
        (frame.role, frame.ref, place, [_plain(item) for item in frame.items if not isinstance(item, Frame)])
        for frame, place in frames(picture.root)
    ]


def _plain(item: object) -> object:
    return (item.rect, item.text, item.style) if isinstance(item, TextBlock) else item


@pytest.mark.parametrize("name", ["shoe-shop", "b2b-software", "large"])
def test_a_dragged_emotion_lays_out_as_a_fresh_map_does(name: str) -> None:
    journey = Session.open(SAMPLES / f"{name}.journey").journey
    layout, random = map_layout(), Random(7)
    kept = 0
    before = routes(layout.lay_out(journey).root)
    for _ in range(12):
        point = random.choice(journey.all(Point))
        step = random.choice(journey.columns()).id
        journey.apply(
            move_point(journey, point.id, step=step, at=random.random(), value=random.uniform(-1, 1))
        )
        picture = layout.lay_out(journey)
        assert plain(picture) == plain(map_layout().lay_out(journey))
        kept += routes(picture.root) is before
        before = routes(picture.root)
    assert kept > 0


@pytest.mark.parametrize("name", ["shoe-shop", "retail-chain", "large"])
def test_a_dragged_card_lays_out_as_a_fresh_map_does(name: str) -> None:
    journey = Session.open(SAMPLES / f"{name}.journey").journey
    layout, random = map_layout(), Random(5)
    lanes = [lane.id for lane in journey.all(Lane) if lane.lane_kind != "emotions"]
    linked = [ref for link in journey.all(Connection) for ref in (link.source, link.target)]
    ends = [ref for ref in linked if isinstance(journey.get(ref), Card)]
    for number in range(12):
        card = random.choice(journey.all(Card)).id if number % 2 else random.choice(ends)
        change = move_cards(journey, [card], random.choice(lanes), random.choice(journey.columns()).id, 0)
        back = journey.apply(change)
        assert plain(layout.lay_out(journey)) == plain(map_layout().lay_out(journey))
        if number % 3:
            journey.apply(back)


def test_routes_below_a_lane_that_grows_only_move() -> None:
    session = Session.open(SAMPLES / "large.journey")
    journey, layout = session.journey, map_layout()
    before = drawn_links(layout.lay_out(journey))
    first, last = journey.all(Lane)[0], journey.all(Lane)[7:]
    grown = replace(first, height=lane_height(layout, journey) + 33.0)
    journey.apply(Change({}, {first.id: (first, grown)}, {}))
    after = drawn_links(layout.lay_out(journey))
    below = [link.id for link in journey.all(Connection) if lane_of(journey, link) in last]
    assert len(below) == 4
    assert all(after[ref].items is before[ref].items for ref in below)
    assert [after[ref].y - before[ref].y for ref in below] == pytest.approx([33.0] * 4)


def lane_of(journey: Journey, link: Connection) -> Lane | None:
    card = journey.get(link.source)
    return journey.one(Lane, card.lane) if isinstance(card, Card) else None


def drawn_links(picture: Picture) -> dict[str, Frame]:
    found = routes(picture.root)
    return {frame.ref: frame for frame in found.frames()} if found else {}


def lane_height(layout: MapLayout, journey: Journey) -> float:
    return next(frame.h for frame in layout.lay_out(journey).root.frames() if frame.role == "lane")


def test_routes_are_found_anew_when_a_text_comes_where_one_was_looked_for() -> None:
    near, far, looked_for = Rect(10, 10, 5, 5), Rect(900, 10, 5, 5), Rect(0, 0, 20, 20)
    question = Plot((), 0.0, (), 0.0, 10.0, (), (), False), (), ()
    assert Routed(question, (), [looked_for], ()).answers(question, (far,))
    assert not Routed(question, (), [looked_for], ()).answers(question, (near,))
    assert not Routed(question, (near, far), [looked_for], ()).answers(question, (far,))
    assert Routed(question, (near, far), [], ()).answers(question, (far, near))


def test_a_lane_that_a_drag_has_left_is_drawn_as_the_object_that_it_was() -> None:
    journey = Session.open(SAMPLES / "shoe-shop.journey").journey
    layout = map_layout()
    held = next(card for card in journey.all(Card) if journey.get(card.lane).lane_kind == "touchpoints")
    passed, last = [
        lane.id for lane in journey.all(Lane) if lane.id != held.lane and lane.lane_kind != "emotions"
    ][:2]

    def drawn(lane: str) -> Frame:
        return next(frame for frame in layout.lay_out(journey).root.frames() if frame.ref == lane)

    before = drawn(passed)
    journey.apply(move_cards(journey, [held.id], passed, held.step))
    assert drawn(passed).items != before.items
    journey.apply(move_cards(journey, [held.id], last, held.step))
    assert drawn(passed).items is before.items


@pytest.mark.parametrize("kind", ["pain_points", "opportunities", "touchpoints", "actions"])
def test_cards_take_a_new_colour_of_their_lane(kind: str) -> None:
    journey = Session.open(SAMPLES / "shoe-shop.journey").journey
    layout = map_layout()
    layout.lay_out(journey)
    lane = next(lane for lane in journey.all(Lane) if lane.lane_kind == kind)
    journey.apply(Change(updated={lane.id: (lane, replace(lane, color="#7a3cc8"))}))
    assert plain(layout.lay_out(journey)) == plain(map_layout().lay_out(journey))


def test_a_card_that_moves_to_a_like_lane_stays_as_it_was_drawn() -> None:
    journey = Session.open(SAMPLES / "large.journey").journey
    layout, card = map_layout(), next(card for card in journey.all(Card) if card.lane == "lane-actions")
    before = card_items(layout.lay_out(journey), card.id)
    other = next(step.id for step in journey.columns() if step.id != card.step and step.width is None)
    journey.apply(move_cards(journey, [card.id], "lane-backstage", other, 0))
    assert card_items(layout.lay_out(journey), card.id) is before


def card_items(picture: Picture, key: str) -> object:
    return next(frame.items for frame, _ in frames(picture.root) if frame.ref == key)


@pytest.mark.parametrize("name", ["shoe-shop", "clinic-visit"])
def test_the_cells_of_a_lane_that_is_resized_are_not_laid_out_again(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = Session.open(SAMPLES / f"{name}.journey").journey
    layout = map_layout()
    before = layout.lay_out(journey)
    lane = next(lane for lane in journey.all(Lane) if lane.lane_kind == "actions")
    journey.apply(Change(updated={lane.id: (lane, replace(lane, height=400.0))}))
    with monkeypatch.context() as patch:
        patch.delattr("editor.layout.lanes.LaneLayout._cell_frame")
        after = layout.lay_out(journey)
    assert after.height > before.height
    assert plain(after) == plain(map_layout().lay_out(journey))
