from __future__ import annotations

import pytest

from editor.canvas.tools.emotions import add_at, add_at_focus, bring, nudge, remove_chosen
from editor.canvas.tools.guides import Bubble, Say
from editor.canvas.walking import Way
from editor.model.ids import Ids
from editor.model.records import Lane, Map, Persona, Point
from editor.session.bench import Bench
from editor.session.drawing import map_layout
from editor.session.session import Session
from tests.build import EMOTIONS, journey, with_curve, with_records
from tests.canvas.hand import Hand

SKETCH = "Learn: ad, search > Buy: shop, pay"
AVA = "point-persona-ava-"
BEN = "point-persona-ben-"
FIVE = ("top", "good", "so so", "poor", "bottom")
DIRECTIONS = ("ltr", "rtl")


def worked(direction: str = "ltr", levels: tuple[str, ...] = FIVE, **lane: object) -> Hand:
    """A hand at a map with two curves: Ava's in front at 0, 0.5, -0.5, 1, Ben's at -1, -1, 0.5, 0.5."""
    made = journey(SKETCH, direction=direction, levels=levels)
    made = with_curve(with_curve(made, (0.0, 0.5, -0.5, 1.0)), (-1.0, -1.0, 0.5, 0.5), "Ben")
    if lane:
        made = with_records(made, Lane(EMOTIONS, "a1", "emotions", **lane))  # type: ignore[arg-type]
    session = Session(made, map_layout().lay_out)
    return Hand.at_work(session, Bench(session, Ids(5)))


def point(hand: Hand, key: str) -> tuple[str, float, float]:
    assert hand.board.bench is not None
    return hand.board.bench.facts.point(key)[2:]


def points(hand: Hand) -> set[str]:
    return {spot.ref for row in hand.board.places.rows() for spot in row if spot.role == "point"}


def center(hand: Hand, key: str) -> tuple[float, float]:
    spot = hand.board.places.find(key)
    assert spot is not None
    return spot.rect.center


def gap(hand: Hand) -> float:
    """Points between two levels."""
    scale = hand.board.places.scale(EMOTIONS)
    assert scale is not None
    return scale.levels[1][1] - scale.levels[0][1]


def labels(hand: Hand) -> tuple[str, ...]:
    assert hand.session is not None
    return hand.session.history.done


def drag(hand: Hand, key: str, dx: float, dy: float) -> Hand:
    x, y = center(hand, key)
    return hand.press(x, y).move(x + dx, y + dy)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_curve_drag_a_point_snaps_to_levels(direction: str) -> None:
    hand = worked(direction)
    drag(hand, AVA + "1", 1, -0.8 * gap(hand))
    assert point(hand, AVA + "1") == ("step-learn-1", 0.5, 0.5)
    hand.release()
    assert point(hand, AVA + "1") == ("step-learn-1", 0.5, 0.5)
    assert labels(hand) == ("Move emotion",)
    assert hand.chosen == (AVA + "1",)


def test_curve_drag_is_free_with_alt() -> None:
    hand = worked()
    drag(hand.hold(alt=True), AVA + "1", 0, -0.8 * gap(hand)).release()
    assert point(hand, AVA + "1")[2] == pytest.approx(0.4)


def test_curve_shows_the_value_while_dragging_and_no_longer() -> None:
    hand = worked()
    drag(hand, AVA + "1", 0, -0.8 * gap(hand))
    (shown,) = hand.board.guides
    assert isinstance(shown, Bubble)
    assert (shown.value, shown.level) == (0.5, "good")
    assert shown.line is not None
    assert shown.line[2] == pytest.approx(center(hand, AVA + "2")[1])
    hand.hold(alt=True).move(hand.at.x, hand.at.y + 1)
    (shown,) = hand.board.guides
    assert isinstance(shown, Bubble)
    assert shown.line is None
    hand.release()
    assert hand.board.guides == ()


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_curve_drag_goes_along_the_step_and_into_its_neighbours(direction: str) -> None:
    hand = worked(direction)
    x, _ = center(hand, AVA + "1")
    later = center(hand, AVA + "2")[0] - x
    drag(hand, AVA + "1", 0.2 * later, 0)
    step, at, value = point(hand, AVA + "1")
    assert (step, value) == ("step-learn-1", 0.0)
    assert 0.6 < at < 0.8
    hand.move(x + 1.3 * later, hand.at.y)
    step, at, _ = point(hand, AVA + "1")
    assert step == "step-learn-2"
    assert 0.7 < at < 0.9
    hand.move(x - 3 * later, hand.at.y).release()
    assert point(hand, AVA + "1")[:2] == ("step-learn-1", 0.0)
    assert labels(hand) == ("Move emotion",)


def test_curve_drag_ends_in_the_middle_of_a_step_when_near_it() -> None:
    hand = worked()
    step = center(hand, AVA + "2")[0] - center(hand, AVA + "1")[0]
    drag(hand, AVA + "1", step + 3, 0).release()
    assert point(hand, AVA + "1") == ("step-learn-2", 0.51, 0.0)  # 0.5 is taken


def test_curve_drag_stays_on_the_scale() -> None:
    hand = worked()
    drag(hand, AVA + "1", 0, -900).release()
    assert point(hand, AVA + "1")[2] == 1.0
    drag(hand, AVA + "1", 0, 900).release()
    assert point(hand, AVA + "1")[2] == -1.0


def test_curve_drag_raises_all_chosen_points_together() -> None:
    hand = worked()
    hand.click(AVA + "1").hold(control=True).click(AVA + "3").hold(control=False)
    drag(hand, AVA + "1", 0, -gap(hand)).release()
    assert [point(hand, AVA + n)[2] for n in "123"] == [0.5, 0.5, 0.0]
    assert labels(hand) == ("Move emotion",)


def test_curve_drag_is_put_back_by_escape_and_by_a_second_button() -> None:
    hand = worked()
    drag(hand, AVA + "1", 0, -gap(hand)).escape()
    assert point(hand, AVA + "1") == ("step-learn-1", 0.5, 0.0)
    x, y = center(hand, AVA + "1")
    hand.press(x, y).move(x, y - 50).press(x, y - 50)
    assert point(hand, AVA + "1") == ("step-learn-1", 0.5, 0.0)
    assert labels(hand) == ()
    assert hand.board.guides == ()


def test_curve_drag_that_comes_back_makes_no_step() -> None:
    hand = worked()
    x, y = center(hand, AVA + "1")
    hand.press(x, y).move(x, y - 50).move(x, y).release()
    assert labels(hand) == ()


def test_curve_of_a_locked_lane_cannot_be_moved() -> None:
    hand = worked(locked=True)
    drag(hand, AVA + "1", 0, -gap(hand)).release()
    assert point(hand, AVA + "1")[2] == 0.0
    hand.click(AVA + "1")
    assert nudge(hand.board, Way.UP, fine=False)
    assert point(hand, AVA + "1")[2] == 0.0
    assert remove_chosen(hand.board)
    assert point(hand, AVA + "1")[2] == 0.0
    assert isinstance(hand.board.guides[0], Say)


@pytest.mark.parametrize("count", [2, 3, 5, 7, 10])
def test_curve_snaps_to_a_scale_of_two_to_ten_levels_with_own_labels(count: int) -> None:
    names = tuple(f"level {n}" for n in range(count))
    hand = worked(levels=names)
    scale = hand.board.places.scale(EMOTIONS)
    assert scale is not None
    assert tuple(name for name, _ in scale.levels) == names
    for number, (name, y) in enumerate(scale.levels):
        _, at = center(hand, AVA + "4")
        drag(hand, AVA + "4", 0, y + 0.3 * gap(hand) * (1 if number == 0 else -1) - at)
        value = 1 - 2 * number / (count - 1)
        if abs(y - at) >= 4 + 0.3 * gap(hand):
            assert point(hand, AVA + "4")[2] == pytest.approx(value)
            (shown,) = hand.board.guides
            assert isinstance(shown, Bubble)
            assert shown.level == name
        hand.release()


@pytest.mark.parametrize("count", [2, 5, 7, 10])
def test_curve_keys_go_level_by_level_on_any_scale(count: int) -> None:
    hand = worked(levels=tuple(f"level {n}" for n in range(count)))
    hand.click(AVA + "4")
    seen = [point(hand, AVA + "4")[2]]
    for _ in range(count):
        nudge(hand.board, Way.DOWN, fine=False)
        seen.append(point(hand, AVA + "4")[2])
    assert seen == pytest.approx([*(1 - 2 * n / (count - 1) for n in range(count)), -1.0])


def test_curve_keys_up_and_down_by_a_level_or_a_tenth_of_one() -> None:
    hand = worked()
    hand.click(AVA + "1")
    nudge(hand.board, Way.UP, fine=True)
    assert point(hand, AVA + "1")[2] == pytest.approx(0.05)
    nudge(hand.board, Way.UP, fine=False)
    assert point(hand, AVA + "1")[2] == pytest.approx(0.5)
    nudge(hand.board, Way.DOWN, fine=False)
    assert point(hand, AVA + "1")[2] == pytest.approx(0.0)
    assert labels(hand) == ("Move emotion",) * 3


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_curve_keys_left_and_right_go_that_way_on_the_screen(direction: str) -> None:
    hand = worked(direction)
    hand.click(AVA + "2")
    x, _ = center(hand, AVA + "2")
    nudge(hand.board, Way.RIGHT, fine=False)
    assert center(hand, AVA + "2")[0] > x
    assert point(hand, AVA + "2")[1] == pytest.approx(0.6 if direction == "ltr" else 0.4)
    for _ in range(6):
        nudge(hand.board, Way.RIGHT, fine=False)
    step, at, _ = point(hand, AVA + "2")
    assert (step, at) == (("step-buy-1", 0.1) if direction == "ltr" else ("step-learn-1", 0.9))


def test_curve_keys_stop_at_the_ends_of_time() -> None:
    hand = worked()
    hand.click(AVA + "1")
    for _ in range(12):
        nudge(hand.board, Way.LEFT, fine=False)
    assert point(hand, AVA + "1")[:2] == ("step-learn-1", 0.0)


def test_arrows_walk_where_no_emotion_is_chosen() -> None:
    hand = worked()
    hand.click("card-ad")
    assert not nudge(hand.board, Way.UP, fine=False)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_curve_double_click_adds_a_point_for_the_front_persona(direction: str) -> None:
    hand = worked(direction)
    scale = hand.board.places.scale(EMOTIONS)
    assert scale is not None
    before = points(hand)
    hand.move(scale.x("step-buy-1", 0.9), scale.levels[0][1] + 3)
    assert add_at(hand.board, hand.at)
    (new,) = points(hand) - before
    assert hand.board.bench is not None
    lane, persona, step, at, value = hand.board.bench.facts.point(new)
    assert (lane, persona, step, value) == (EMOTIONS, "persona-ava", "step-buy-1", 1.0)
    assert at == pytest.approx(0.9)
    assert hand.chosen == (new,)
    assert labels(hand) == ("Add emotion",)


def test_curve_double_click_adds_for_whom_a_number_key_brought_to_the_front() -> None:
    hand = worked()
    scale = hand.board.places.scale(EMOTIONS)
    assert scale is not None
    assert bring(hand.board, 2)
    before = points(hand)
    hand.move(scale.x("step-buy-1", 0.9), scale.levels[1][1] + 3).hold(alt=True)
    add_at(hand.board, hand.at)
    (new,) = points(hand) - before
    assert hand.board.bench is not None
    _, persona, _, _, value = hand.board.bench.facts.point(new)
    assert persona == "persona-ben"
    assert 0.4 < value < 0.5  # free with Alt


def test_curve_double_click_on_a_lane_without_curve_or_persona_begins_one() -> None:
    session = Session(journey(SKETCH, Lane(EMOTIONS, "b", "emotions")), map_layout().lay_out)
    hand = Hand.at_work(session, Bench(session, Ids(5)))
    cell = hand.board.places.find(f"{EMOTIONS}|step-buy-1")
    assert cell is not None
    hand.move(*cell.rect.center)
    assert add_at(hand.board, hand.at)
    assert len(session.journey.all(Point)) == len(session.journey.all(Persona)) == 1
    assert session.history.done == ("Add emotion",)


@pytest.mark.parametrize("exact", [False, True])
def test_a_double_click_beside_a_face_hides_no_second_one_under_it(exact: bool) -> None:
    hand = worked()
    before = points(hand)
    box = hand.board.places.find(AVA + "1").rect
    hand.move(box.center[0], box.bottom + 4).hold(alt=exact)
    assert add_at(hand.board, hand.at)
    assert len(points(hand) - before) == int(exact)
    assert exact or hand.chosen == (AVA + "1",)


def test_a_double_click_elsewhere_adds_no_emotion() -> None:
    hand = worked()
    hand.move(*center(hand, "card-ad"))
    assert not add_at(hand.board, hand.at)
    hand.move(*center(hand, AVA + "1"))
    assert not add_at(hand.board, hand.at)
    hand.board.bench = None
    assert not add_at(hand.board, hand.at)


def test_enter_in_an_open_cell_of_the_curve_adds_a_neutral_point() -> None:
    hand = worked()
    hand.click(AVA + "3")
    remove_chosen(hand.board)
    hand.board.choice.set((), f"{EMOTIONS}|step-buy-1")
    assert add_at_focus(hand.board)
    assert point(hand, hand.chosen[0]) == ("step-buy-1", 0.5, 0.0)


def test_curve_delete_removes_the_chosen_points() -> None:
    hand = worked()
    hand.click(AVA + "1").hold(control=True).click(BEN + "1").hold(control=False)
    assert remove_chosen(hand.board)
    assert points(hand) == {AVA + n for n in "234"} | {BEN + n for n in "234"}
    assert labels(hand) == ("Remove emotion",)
    hand.click("card-ad")
    assert not remove_chosen(hand.board)


def test_number_keys_choose_whose_curve_is_in_front_and_touch_no_picture() -> None:
    hand = worked()
    assert hand.session is not None
    picture = hand.session.picture
    assert bring(hand.board, 2)
    assert hand.board.choice.front == "persona-ben"
    assert hand.session.picture is picture
    assert not bring(hand.board, 3)
    bring(hand.board, 2)
    assert hand.board.choice.front == ""
    hand.click("card-ad")
    assert not bring(hand.board, 2)  # a digit typed over a card is text


def test_clicking_a_face_of_another_persona_brings_that_curve_to_the_front() -> None:
    hand = worked()
    hand.click(BEN + "1")
    assert hand.board.choice.front == "persona-ben"
    hand.click(AVA + "1")
    assert hand.board.choice.front == "persona-ava"
    hand.escape().escape()
    assert (hand.chosen, hand.board.choice.front) == ((), "")


def test_a_named_face_is_picked_by_its_level() -> None:
    hand = worked(levels=("great", "middling", "awful"))
    bench, scale = hand.board.bench, hand.board.places.scale(EMOTIONS)
    assert bench is not None
    assert scale is not None
    bench.do("Move emotion", bench.plans.move_point(AVA + "1", value=scale.at_level(2)))
    assert point(hand, AVA + "1")[2] == -1.0
    assert scale.name(-1.0) == "awful"


def test_the_words_of_a_map_name_the_levels_of_a_scale_without_own_labels() -> None:
    hand = worked(levels=())
    assert hand.session is not None
    assert hand.session.journey.one(Map, "map").levels == ()
    scale = hand.board.places.scale(EMOTIONS)
    assert scale is not None
    assert len(scale.levels) == 5
    assert all(name for name, _ in scale.levels)
