"""Field, section 4, "Stages and lanes are objects": ordered, resized and inserted by their headers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.canvas.tools.carried import Grasp
from editor.canvas.tools.grips import Button
from editor.canvas.tools.offering import fits, offered
from editor.canvas.tools.ordering import PROMPT
from editor.model.order import n_between
from editor.model.records import Card
from editor.session.session import Session
from tests import pointer
from tests.build import EMOTIONS, TOUCHPOINTS, connection, with_records
from tests.canvas.desk import ACTIONS, BOTH, LOCKED, at_work, cards
from tests.canvas.hand import Hand
from tests.canvas.shown import Desk

Work = tuple[Session, Hand]
LEARN, BUY, USE = "stage-learn", "stage-buy", "stage-use"


@pytest.fixture(params=BOTH)
def work(request: pytest.FixtureRequest) -> Work:
    return at_work(request.param)


def later(session: Session, share: float) -> float:
    """Return a share of a width counted in the direction of time."""
    return 1 - share if session.picture.rtl else share


def stages(hand: Hand) -> tuple[str, ...]:
    assert hand.board.bench is not None
    return hand.board.bench.facts.stages()


def assert_nothing_comes_of_it(session: Session, hand: Hand) -> None:
    """A header is in the hand, but no bar shows where it would come in; letting it go is no step."""
    assert hand.board.carried is not None
    assert hand.board.carried.bar is None
    hand.release()
    assert session.history.done == ()


def test_drag_a_stage_header_to_reorder(work: Work) -> None:
    session, hand = work
    hand.seize(LEARN, "stage").drag_to(BUY, "stage", (later(session, 0.8), 0.5))
    assert hand.board.carried is not None
    assert hand.board.carried.bar is not None
    bar, learn = hand.board.carried.bar, hand.board.places.find(LEARN, "stage")
    assert learn is not None
    assert bar.x == pytest.approx(learn.rect.right if session.picture.rtl else learn.rect.x)
    assert bar.h > 200
    assert hand.board.carried.ghost is not None
    assert session.history.done == ()
    hand.release()
    assert stages(hand) == (BUY, LEARN, USE)
    assert session.history.done == ("Move stage",)


@pytest.mark.parametrize(
    ("key", "role", "over", "share"),
    [
        (LEARN, "stage", USE, 0.9),
        ("step-buy-2", "step", "step-learn-1", 0.2),
        (TOUCHPOINTS, "rail", LOCKED, 0.9),
    ],
)
def test_the_others_make_room_at_once_while_a_header_is_dragged(
    work: Work, key: str, role: str, over: str, share: float
) -> None:
    session, hand = work
    before = session.journey.by_id()
    hand.seize(key, role)
    at = (0.5, share) if role == "rail" else (later(session, share), 0.5)
    hand.drag_to(over, "rail" if role == "rail" else role, at)
    shown = session.journey.by_id()
    assert shown != before
    assert session.history.done == ()
    carried = hand.board.carried
    assert carried is not None
    (faded,) = carried.faded
    spot = hand.board.places.find(key, role)
    assert spot is not None
    assert faded.united(spot.rect) == faded
    hand.move(hand.at.x + 1, hand.at.y + 1).release()
    assert session.journey.by_id() == shown
    session.undo()
    assert session.journey.by_id() == before


@pytest.fixture(params=BOTH)
def crowded(request: pytest.FixtureRequest) -> Work:
    """Work on a map with more cards than make room at once."""
    return at_work(request.param, *crowd())


def crowd() -> list[Card]:
    orders = n_between(None, None, PROMPT + 1)
    return [Card(f"one-{i}", order, ACTIONS, "step-use-1") for i, order in enumerate(orders)]


def start(hand: Hand, session: Session, ref: str, role: str) -> float:
    """Return the x at which a stage or step begins in the direction of time."""
    spot = hand.board.places.find(ref, role)
    assert spot is not None
    return spot.rect.right if session.picture.rtl else spot.rect.x


@pytest.mark.parametrize(
    ("role", "key", "over"), [("stage", USE, LEARN), ("step", "step-buy-2", "step-buy-1")]
)
def test_on_a_large_map_room_is_made_when_the_hand_rests(
    crowded: Work, role: str, key: str, over: str
) -> None:
    session, hand = crowded
    before = session.journey.by_id()
    hand.seize(key, role).drag_to(over, role, (later(session, 0.2), 0.5))
    assert session.journey.by_id() == before
    assert hand.board.carried is not None
    assert hand.board.carried.bar is not None
    assert hand.board.carried.bar.x == pytest.approx(start(hand, session, over, role), abs=12.0)
    hand.rest()
    shown = session.journey.by_id()
    assert shown != before
    assert not hand.board.pausing
    hand.release()
    assert session.journey.by_id() == shown
    assert session.history.done == (f"Move {role}",)


def test_on_a_large_map_a_header_may_be_let_go_without_a_rest(crowded: Work) -> None:
    session, hand = crowded
    hand.seize(LEARN, "stage").drag_to(USE, "stage", (later(session, 0.2), 0.5)).release()
    assert stages(hand) == (BUY, LEARN, USE)
    assert not hand.board.pausing
    session.undo()
    assert stages(hand) == (LEARN, BUY, USE)


def test_the_line_stands_where_its_neighbour_is_now(crowded: Work) -> None:
    session, hand = crowded
    hand.seize(USE, "stage").drag_to(LEARN, "stage", (later(session, 0.2), 0.5)).rest()
    moved = start(hand, session, BUY, "stage")
    hand.drag_to(BUY, "stage", (later(session, -0.1), 0.5))
    assert hand.board.carried is not None
    bar = hand.board.carried.bar
    assert stages(hand) == (USE, LEARN, BUY)
    assert bar is not None
    assert bar.x == pytest.approx(moved)


def test_a_real_pointer_that_rests_makes_room(qtbot: QtBot) -> None:
    desk = Desk(with_records(at_work()[0].journey, *crowd()))
    before, canvas = desk.session.journey.by_id(), desk.view.viewport()
    desk.view.set_zoom(1.0)
    at, end = desk.middle(LEARN), desk.middle(USE)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    for share in (0.3, 0.6, 1.0):
        pointer.move(canvas, at + (end - at) * share, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session.journey.by_id() != before)
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    assert desk.session.journey.by_id() == before
    desk.view.close()


def test_a_header_brought_back_leaves_no_trace(work: Work) -> None:
    session, hand = work
    before, (x, y) = session.journey.by_id(), hand.point(BUY, "stage")
    hand.seize(BUY, "stage").drag_to(LEARN, "stage", (later(session, 0.1), 0.5))
    assert session.journey.by_id() != before
    hand.move(x, y)
    assert session.journey.by_id() == before
    hand.release()
    assert session.history.done == ()


def test_an_undo_ends_the_drag_of_a_header(work: Work) -> None:
    session, hand = work
    hand.seize(LEARN, "stage").drag_to(USE, "stage")
    session.undo()
    hand.move(5.0, 5.0).release()
    assert stages(hand) == (LEARN, BUY, USE)
    assert hand.board.carried is None


def test_a_stage_dropped_where_it_stands_is_no_step(work: Work) -> None:
    session, hand = work
    hand.seize(BUY, "stage").drag_to(LEARN, "stage", (later(session, 0.8), 0.5))
    assert_nothing_comes_of_it(session, hand)


def test_cards_and_connections_follow_a_stage_by_id(work: Work) -> None:
    session, hand = work
    link = connection("card-ad", "card-run")
    bench = hand.board.bench
    assert bench is not None
    bench.do("Connect", bench.plans.connect(link.source, link.target))
    hand.seize(USE, "stage").drag_to(LEARN, "stage", (later(session, 0.1), 0.5)).release()
    assert stages(hand) == (USE, LEARN, BUY)
    assert cards(session, "step-use-1") == ["run"]
    assert session.journey.columns()[0].id == "step-use-1"


def test_escape_leaves_the_order(work: Work) -> None:
    session, hand = work
    hand.seize(LEARN, "stage").drag_to(USE, "stage").escape().release()
    assert stages(hand) == (LEARN, BUY, USE)
    assert session.history.done == ()
    assert hand.board.carried is None


def test_drag_a_step_title_to_reorder_steps(work: Work) -> None:
    session, hand = work
    hand.seize("step-buy-1", "step").drag_to("step-buy-2", "step", (later(session, 0.8), 0.5)).release()
    assert [step.id for step in session.journey.steps(BUY)] == ["step-buy-2", "step-buy-1"]
    assert session.history.done == ("Move step",)


@pytest.mark.parametrize(("share", "index"), [(0.2, 1), (0.8, 2)])
def test_drag_a_step_into_another_stage(work: Work, share: float, index: int) -> None:
    session, hand = work
    hand.seize("step-buy-2", "step").drag_to("step-learn-2", "step", (later(session, share), 0.5)).release()
    assert [step.id for step in session.journey.steps(LEARN)].index("step-buy-2") == index
    assert cards(session, "step-buy-2") == ["pay"]


def test_the_last_step_of_a_stage_stays(work: Work) -> None:
    session, hand = work
    hand.seize("step-use-1", "step").drag_to("step-buy-1", "step")
    assert_nothing_comes_of_it(session, hand)


def test_drag_a_lane_rail_to_reorder_lanes(work: Work) -> None:
    session, hand = work
    hand.seize(TOUCHPOINTS, "rail").drag_to(ACTIONS, "rail", (0.5, 0.8))
    assert hand.board.carried is not None
    assert hand.board.carried.bar is not None
    hand.release()
    assert hand.board.bench is not None
    assert hand.board.bench.facts.lanes() == (EMOTIONS, ACTIONS, TOUCHPOINTS, LOCKED)
    assert session.history.done == ("Move lane",)


def test_a_hidden_lane_keeps_its_place_when_others_move_by_it(work: Work) -> None:
    _, hand = work
    bench = hand.board.bench
    assert bench is not None
    bench.do("Hide", bench.plans.set_fields([EMOTIONS], hidden=True))
    hand.seize(LOCKED, "rail").drag_to(TOUCHPOINTS, "rail", (0.5, 0.1)).release()
    assert bench.facts.all_lanes() == (LOCKED, TOUCHPOINTS, EMOTIONS, ACTIONS)


def column_border(session: Session, hand: Hand, step: str) -> tuple[float, float]:
    x, _ = hand.point(f"{TOUCHPOINTS}|{step}", "cell", (later(session, 1.0), 0.5))
    return x, hand.point(LEARN, "stage", (0.5, 1.0))[1] + 4


def test_a_column_resizes_at_its_border(work: Work) -> None:
    session, hand = work
    x, y = column_border(session, hand, "step-buy-1")
    assert hand.move(x, y).board.grasp is Grasp.WIDTH
    by = -40 if session.picture.rtl else 40
    hand.press(x, y).move(x + by / 2, y).move(x + by, y)
    wide = hand.board.places.find(f"{TOUCHPOINTS}|step-buy-1", "cell")
    assert wide is not None
    assert wide.rect.w == pytest.approx(188)
    hand.release()
    assert session.history.done == ("Resize column",)
    assert session.journey.get("step-buy-1").width == pytest.approx(188)  # type: ignore[union-attr]


def test_a_click_on_a_border_resizes_nothing(work: Work) -> None:
    session, hand = work
    hand.press(*column_border(session, hand, "step-buy-1")).release()
    assert session.history.done == ()
    assert not session.history.gesture_open


def test_escape_puts_a_border_back(work: Work) -> None:
    session, hand = work
    x, y = column_border(session, hand, "step-buy-1")
    hand.press(x, y).move(x + 30, y).escape()
    assert session.journey.get("step-buy-1").width is None  # type: ignore[union-attr]


def test_double_click_on_a_border_fits_the_column(work: Work) -> None:
    session, hand = work
    bench = hand.board.bench
    assert bench is not None
    bench.do("Widen", bench.plans.set_fields(["step-buy-1"], width=260.0))
    hand.move(*column_border(session, hand, "step-buy-1"))
    assert fits(hand.board, hand.at)
    assert session.journey.get("step-buy-1").width is None  # type: ignore[union-attr]
    assert session.history.done[-1] == "Fit column"


def lane_border(hand: Hand, lane: str) -> tuple[float, float]:
    return hand.point(lane, "rail", (0.5, 1.0))


def test_a_lane_resizes_and_fits_at_its_border(work: Work) -> None:
    session, hand = work
    x, y = lane_border(hand, ACTIONS)
    assert hand.move(x, y).board.grasp is Grasp.HEIGHT
    hand.press(x, y).move(x, y + 20).move(x, y + 80).release()
    high = hand.board.places.find(ACTIONS, "rail")
    assert high is not None
    assert high.rect.h == pytest.approx(session.journey.get(ACTIONS).height)  # type: ignore[union-attr]
    hand.move(*lane_border(hand, ACTIONS))
    assert fits(hand.board, hand.at)
    assert session.history.done == ("Resize lane", "Fit lane")
    assert session.journey.get(ACTIONS).height is None  # type: ignore[union-attr]


def test_hover_plus_between_stages_inserts_there(work: Work) -> None:
    session, hand = work
    x, y = hand.point(LEARN, "stage", (later(session, 1.0), 0.0))
    hand.move(x, y - 20)
    assert hand.board.carried is not None
    assert not hand.board.carried.hot
    hand.move(x, y)
    assert hand.board.carried.plus == (x, y)
    assert hand.board.carried.hot
    assert hand.board.grasp is Grasp.INSERT
    hand.press(x, y).release()
    assert stages(hand)[0::2] == (LEARN, BUY)
    assert hand.chosen == (stages(hand)[1],)
    assert session.history.done == ("Insert stage",)
    hand.move(x, y + 300)
    assert hand.board.carried is None


def between_steps(hand: Hand) -> tuple[float, float]:
    """Where the plus between the two steps of the stage Buy is, over the lane of touchpoints."""
    one, two = (hand.board.places.find(f"{TOUCHPOINTS}|step-buy-{n}", "cell") for n in (1, 2))
    assert one is not None
    assert two is not None
    return (one.rect.center.x + two.rect.center.x) / 2, hand.point(TOUCHPOINTS, "rail", (0.5, 0.0))[1]


def test_hover_plus_between_steps_inserts_there(work: Work) -> None:
    session, hand = work
    x, y = between_steps(hand)
    hand.move(x, y).press(x, y).release()
    row = [step.id for step in session.journey.steps(BUY)]
    assert row[0::2] == ["step-buy-1", "step-buy-2"]
    assert session.history.done == ("Insert step",)


def test_what_the_plus_inserts_is_named_at_once(work: Work) -> None:
    session, hand = work
    x, y = between_steps(hand)
    hand.move(x, y).press(x, y).release()
    draft = hand.board.draft
    assert draft is not None
    draft.write("Pay")
    hand.press(x, y + 300).release()
    added = session.journey.steps(BUY)[1]
    assert added.title == "Pay"
    assert session.history.done == ("Insert step", "Edit text")


def test_a_step_without_title_can_be_chosen_and_stands_over_its_column(work: Work) -> None:
    session, hand = work
    x, y = hand.point(LEARN, "stage", (later(session, 1.0), 0.0))
    hand.press(x, y).release().escape()
    bare = session.journey.steps(stages(hand)[1])[0].id
    hand.board.choice.set([bare])
    hand.board.choice.keep_existing()
    assert hand.chosen == (bare,)
    spot, cell = hand.board.places.find(bare), hand.board.places.find(f"{TOUCHPOINTS}|{bare}", "cell")
    assert spot is not None
    assert cell is not None
    assert (spot.role, spot.rect.x, spot.rect.w) == ("step", cell.rect.x, cell.rect.w)
    assert hand.board.places.span(spot) is not None


def test_hover_plus_between_lanes_inserts_there(work: Work) -> None:
    session, hand = work
    rail = hand.board.places.find(EMOTIONS, "rail")
    assert rail is not None
    x = rail.rect.right - 12 if session.picture.rtl else rail.rect.x + 12
    hand.move(x, rail.rect.bottom)
    assert isinstance(offered(hand.board, hand.at), Button)
    hand.press(x, rail.rect.bottom).release()
    assert hand.board.bench is not None
    lanes = hand.board.bench.facts.lanes()
    assert lanes[:2] == (TOUCHPOINTS, EMOTIONS)
    assert lanes[3] == ACTIONS
    assert hand.board.bench.facts.lane_kind(lanes[2]) == "text"
    assert hand.chosen == (lanes[2],)


def test_leaving_the_plus_before_letting_go_inserts_nothing(work: Work) -> None:
    session, hand = work
    x, y = hand.point(LEARN, "stage", (later(session, 1.0), 0.0))
    hand.press(x, y).move(x, y - 40).release()
    assert session.history.done == ()


def test_nothing_is_offered_where_the_map_may_only_be_looked_at(work: Work) -> None:
    session, hand = work
    hand.board.bench = None
    hand.move(*column_border(session, hand, "step-buy-1"))
    assert offered(hand.board, hand.at) is None
    assert not fits(hand.board, hand.at)
