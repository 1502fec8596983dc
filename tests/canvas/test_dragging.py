"""Field, section 4, "Dragging": cards follow the hand within and between cells, in both directions."""

from __future__ import annotations

import pytest

from editor.canvas.tools.board import Button
from editor.canvas.tools.carried import Grasp
from editor.canvas.tools.guides import Say
from editor.canvas.tools.idle import Idle
from editor.model.records import Lane
from editor.session.session import Session
from tests.build import EMOTIONS, TOUCHPOINTS
from tests.canvas.desk import ACTIONS, BOTH, LOCKED, at_work, cards
from tests.canvas.hand import Hand

Work = tuple[Session, Hand]


@pytest.fixture(params=BOTH)
def work(request: pytest.FixtureRequest) -> Work:
    return at_work(request.param)


def cell(step: str, lane: str = TOUCHPOINTS) -> str:
    return f"{lane}|{step}"


def test_four_pixel_threshold(work: Work) -> None:
    session, hand = work
    hand.seize("card-ad")
    x, y = hand.at.x, hand.at.y
    hand.move(x + 3, y + 2)
    assert hand.board.carried is None
    assert not session.history.gesture_open
    hand.move(x + 4, y)
    assert hand.board.carried is not None
    assert session.history.gesture_open


def test_the_ghost_follows(work: Work) -> None:
    _, hand = work
    start = hand.seize("card-search").board.places.find("card-search")
    assert start is not None
    x, y = hand.at.x, hand.at.y
    hand.move(x + 40, y + 25)
    assert hand.board.lifted == start.rect
    assert hand.board.carried is not None
    assert hand.board.carried.ghost == start.rect.moved(40, 25)


def test_the_target_cell_lights_up(work: Work) -> None:
    _, hand = work
    hand.seize("card-search").drag_to(cell("step-buy-1", ACTIONS))
    target = hand.board.places.find(cell("step-buy-1", ACTIONS), "cell")
    assert target is not None
    assert hand.board.carried is not None
    assert hand.board.carried.lit == (target.rect,)
    assert target.rect.contains(hand.at.x, hand.at.y)


def test_an_insertion_bar_shows_and_other_cards_make_room_live(work: Work) -> None:
    session, hand = work
    before = hand.board.places.find("card-banner")
    hand.seize("card-search").drag_to("card-ad", at=(0.5, 0.2))
    carried, moved = hand.board.carried, hand.board.places.find("card-banner")
    assert cards(session, "step-learn-1") == ["search", "ad", "banner"]
    assert carried is not None
    assert carried.bar is not None
    here = hand.board.places.find("card-search")
    assert here is not None
    assert carried.faded == (here.rect,)
    assert carried.bar.y < here.rect.y
    assert before is not None
    assert moved is not None
    assert moved.rect.y > before.rect.y
    assert session.history.done == ()


def test_a_drop_is_one_named_step(work: Work) -> None:
    session, hand = work
    hand.seize("card-ad").drag_to(cell("step-buy-2")).drag_to(cell("step-buy-1", ACTIONS)).release()
    assert cards(session, "step-buy-1", ACTIONS) == ["ad"]
    assert session.history.done == ("Move card",)
    assert hand.chosen == ("card-ad",)
    assert hand.board.carried is None
    assert hand.board.grasp is None
    assert isinstance(hand.tool, Idle)
    before = session.undo()
    assert before
    assert cards(session, "step-learn-1") == ["ad", "banner"]


@pytest.mark.parametrize(("height", "expected"), [(0.3, ["ad", "shop"]), (0.7, ["shop", "ad"])])
def test_an_occupied_cell_stacks_and_never_overwrites(work: Work, height: float, expected: list[str]) -> None:
    session, hand = work
    hand.seize("card-ad").drag_to("card-shop", at=(0.5, height)).release()
    assert cards(session, "step-buy-1") == expected


def test_a_card_moves_within_its_cell(work: Work) -> None:
    session, hand = work
    hand.seize("card-ad").drag_to("card-banner", at=(0.5, 0.8)).release()
    assert cards(session, "step-learn-1") == ["banner", "ad"]


def test_a_drop_where_it_came_from_is_no_step(work: Work) -> None:
    session, hand = work
    x, y = hand.point("card-ad")
    hand.seize("card-ad").drag_to("card-shop").move(x + 6, y + 2).release()
    assert session.history.done == ()
    assert session.history.gesture_open is False


@pytest.mark.parametrize("key", ["control", "alt"])
def test_control_or_alt_copies(work: Work, key: str) -> None:
    session, hand = work
    hand.seize("card-ad").hold(**{key: True}).drag_to(cell("step-use-1"))
    assert hand.board.grasp is Grasp.COPY
    assert cards(session, "step-use-1") == ["run", "ad"]
    hand.drag_to("card-run", at=(0.5, 0.1)).release()
    assert cards(session, "step-use-1") == ["ad", "run"]
    assert cards(session, "step-learn-1") == ["ad", "banner"]
    assert session.history.done == ("Copy card",)
    assert [session.journey.get(key).text for key in hand.chosen] == ["ad"]  # type: ignore[union-attr]
    assert hand.chosen != ("card-ad",)


def test_a_copy_may_stay_beside_its_original(work: Work) -> None:
    session, hand = work
    hand.seize("card-ad").hold(control=True).drag_to("card-banner", at=(0.5, 0.9)).release()
    assert cards(session, "step-learn-1") == ["ad", "banner", "ad"]


def test_escape_puts_everything_back(work: Work) -> None:
    session, hand = work
    before, laid = session.journey.by_id(), session.picture
    hand.seize("card-ad").drag_to(cell("step-buy-1", ACTIONS)).escape()
    assert session.journey.by_id() == before
    assert session.picture == laid
    assert session.history.done == ()
    assert hand.board.carried is None
    assert not hand.board.drifting
    hand.release()
    assert session.history.done == ()


def test_a_second_button_puts_everything_back(work: Work) -> None:
    session, hand = work
    before = session.journey.by_id()
    hand.seize("card-ad").drag_to(cell("step-buy-1"))
    hand.press(hand.at.x, hand.at.y, Button.RIGHT)
    assert session.journey.by_id() == before
    assert isinstance(hand.tool, Idle)


def test_undo_during_a_drag_ends_it(work: Work) -> None:
    session, hand = work
    before = session.journey.by_id()
    hand.seize("card-ad").drag_to(cell("step-buy-1"))
    session.undo()
    hand.drag_to(cell("step-buy-2")).release()
    assert session.journey.by_id() == before
    assert session.history.done == ()


def test_several_cards_keep_their_relative_cells(work: Work) -> None:
    session, hand = work
    hand.click("card-ad").hold(control=True).click("card-search").hold(control=False)
    hand.seize("card-ad").drag_to(cell("step-buy-1", ACTIONS))
    assert hand.board.carried is not None
    assert hand.board.carried.count == 2
    assert len(hand.board.carried.lit) == 2
    hand.release()
    assert cards(session, "step-buy-1", ACTIONS) == ["ad"]
    assert cards(session, "step-buy-2", ACTIONS) == ["search"]
    assert session.history.done == ("Move cards",)


def test_several_cards_stay_inside_the_map(work: Work) -> None:
    session, hand = work
    hand.click("card-ad").hold(control=True).click("card-pay").hold(control=False)
    hand.seize("card-ad").drag_to(cell("step-use-1", ACTIONS)).release()
    assert cards(session, "step-learn-2", ACTIONS) == ["ad"]
    assert cards(session, "step-use-1", ACTIONS) == ["pay"]


def test_cards_of_one_cell_stack_into_another(work: Work) -> None:
    session, hand = work
    hand.click("card-banner").hold(control=True).click("card-ad").hold(control=False)
    hand.seize("card-banner").drag_to("card-shop", at=(0.5, 0.1)).release()
    assert cards(session, "step-buy-1") == ["ad", "banner", "shop"]


def test_shift_stacks_cards_of_several_cells(work: Work) -> None:
    session, hand = work
    hand.click("card-ad").hold(control=True).click("card-search").hold(control=False)
    hand.seize("card-ad").hold(shift=True).drag_to(cell("step-buy-1", ACTIONS)).release()
    assert cards(session, "step-buy-1", ACTIONS) == ["ad", "search"]


def test_a_card_that_was_not_chosen_is_dragged_alone(work: Work) -> None:
    session, hand = work
    hand.click("card-pay").seize("card-ad").drag_to(cell("step-buy-1", ACTIONS)).release()
    assert cards(session, "step-buy-1", ACTIONS) == ["ad"]
    assert cards(session, "step-buy-2") == ["pay"]


@pytest.mark.parametrize("lane", [EMOTIONS, LOCKED])
def test_locked_and_emotion_lanes_refuse(work: Work, lane: str) -> None:
    session, hand = work
    x, _ = hand.seize("card-ad").point("card-shop")
    _, y = hand.point(lane, "rail")
    hand.move(x, y - 10).move(x, y)
    assert hand.board.grasp is Grasp.REFUSED
    assert hand.board.carried is not None
    assert hand.board.carried.lit == ()
    (said,) = hand.board.guides
    assert isinstance(said, Say)
    assert said.text.split()[0 if lane == EMOTIONS else 3].strip(".") in ("Emotions", "locked")
    hand.release()
    assert hand.board.guides == ()
    assert session.history.done == ()
    assert cards(session, "step-learn-1") == ["ad", "banner"]


def test_cards_of_a_locked_lane_stay(work: Work) -> None:
    session, hand = work
    bench = hand.board.bench
    assert bench is not None
    (card,) = session.do(
        "Add", bench.plans.add_card(LOCKED, "step-buy-1", text="kept")(session.journey)
    ).added
    hand.seize(card).drag_to(cell("step-buy-2"))
    assert hand.board.grasp is Grasp.REFUSED
    (said,) = hand.board.guides
    assert isinstance(said, Say)
    assert "locked" in said.text
    hand.release()
    assert hand.board.guides == ()
    assert cards(session, "step-buy-1", LOCKED) == ["kept"]
    assert hand.board.grasp is None


def test_nothing_moves_where_the_map_may_only_be_looked_at(work: Work) -> None:
    session, hand = work
    hand.board.bench = None
    hand.seize("card-ad").drag_to(cell("step-buy-1", ACTIONS)).release()
    assert cards(session, "step-learn-1") == ["ad", "banner"]


def test_the_map_does_not_shrink_under_the_hand(work: Work) -> None:
    _, hand = work
    before = hand.board.places.find(ACTIONS, "rail")
    hand.seize("card-banner").drag_to(cell("step-use-1"))
    during = hand.board.places.find(ACTIONS, "rail")
    hand.release()
    after = hand.board.places.find(ACTIONS, "rail")
    assert before is not None
    assert during is not None
    assert after is not None
    assert during.rect.y >= before.rect.y
    assert after.rect.y <= during.rect.y


def test_a_lane_that_grew_stays_so_while_the_hand_is_over_it(work: Work) -> None:
    session, hand = work

    def height(lane: str) -> float:
        return next(place.h for place, plan in hand.board.places.lanes if plan.ref == lane)

    start, below = height(TOUCHPOINTS), height(ACTIONS)
    hand.seize("card-search").drag_to("card-banner", at=(0.5, 0.8))
    grown = height(TOUCHPOINTS)
    assert grown > start
    hand.drag_to("card-shop", at=(0.5, 0.2))
    assert cards(session, "step-buy-1") == ["search", "shop"]
    assert height(TOUCHPOINTS) == grown
    hand.drag_to(cell("step-use-1", ACTIONS))
    assert (height(TOUCHPOINTS), height(ACTIONS)) == (start, below)
    hand.release()
    assert height(TOUCHPOINTS) == start
    assert session.journey.one(Lane, TOUCHPOINTS).height is None


def test_the_target_follows_from_the_start_and_the_pointer_alone(work: Work) -> None:
    session, hand = work
    hand.seize("card-ad").drag_to(cell("step-use-1", ACTIONS)).drag_to("card-run").drag_to(cell("step-buy-1"))
    wandering = session.journey.by_id()
    hand.escape().seize("card-ad").drag_to(cell("step-buy-1"))
    assert {key: r for key, r in session.journey.by_id().items() if key.startswith("card")} == {
        key: r for key, r in wandering.items() if key.startswith("card")
    }


def test_the_sheet_drifts_only_while_dragging(work: Work) -> None:
    _, hand = work
    hand.seize("card-ad").drag_to(cell("step-buy-1"))
    assert hand.board.drifting
    hand.release()
    assert not hand.board.drifting
