"""Alt and an arrow move what is chosen, one step each, in both directions of time."""

from __future__ import annotations

import pytest

from editor.canvas.tools.nudging import nudge
from editor.canvas.walking import Way
from editor.session.session import Session
from tests.build import EMOTIONS, TOUCHPOINTS
from tests.canvas.desk import ACTIONS, BOTH, LOCKED, at_work, cards
from tests.canvas.hand import Hand

Work = tuple[Session, Hand]


@pytest.fixture(params=BOTH)
def work(request: pytest.FixtureRequest) -> Work:
    return at_work(request.param)


def onward(session: Session) -> Way:
    """Return the way in which time runs on the screen."""
    return Way.LEFT if session.picture.rtl else Way.RIGHT


def back(session: Session) -> Way:
    return Way.RIGHT if session.picture.rtl else Way.LEFT


def test_cards_move_within_the_cell_and_on_into_the_next_lane(work: Work) -> None:
    session, hand = work
    hand.click("card-ad")
    assert nudge(hand.board, Way.DOWN)
    assert cards(session, "step-learn-1") == ["banner", "ad"]
    assert nudge(hand.board, Way.DOWN)
    assert cards(session, "step-learn-1", ACTIONS) == ["ad"]
    assert not nudge(hand.board, Way.DOWN)
    assert nudge(hand.board, Way.UP)
    assert cards(session, "step-learn-1") == ["banner", "ad"]
    assert session.history.done == ("Move card",) * 3
    assert hand.chosen == ("card-ad",)


def test_arrows_are_those_of_the_screen(work: Work) -> None:
    session, hand = work
    hand.click("card-search")
    assert nudge(hand.board, onward(session))
    assert cards(session, "step-buy-1") == ["search", "shop"]
    assert nudge(hand.board, back(session))
    assert nudge(hand.board, back(session))
    assert cards(session, "step-learn-1") == ["search", "ad", "banner"]
    assert not nudge(hand.board, back(session))


def test_several_cards_move_together(work: Work) -> None:
    session, hand = work
    hand.click("card-ad").hold(control=True).click("card-search")
    assert nudge(hand.board, onward(session))
    assert cards(session, "step-learn-2") == ["ad"]
    assert cards(session, "step-buy-1") == ["shop", "search"]
    assert nudge(hand.board, Way.DOWN)
    assert cards(session, "step-learn-2", ACTIONS) == ["ad"]
    assert session.history.done == ("Move cards",) * 2


def test_headers_move_along_their_row(work: Work) -> None:
    session, hand = work
    bench = hand.board.bench
    assert bench is not None
    hand.click("stage-learn")
    assert nudge(hand.board, onward(session))
    assert bench.facts.stages() == ("stage-buy", "stage-learn", "stage-use")
    assert not nudge(hand.board, Way.DOWN)
    hand.click(ACTIONS)
    assert nudge(hand.board, Way.UP)
    assert bench.facts.lanes() == (TOUCHPOINTS, ACTIONS, EMOTIONS, LOCKED)
    hand.click("step-buy-2")
    assert nudge(hand.board, back(session))
    assert bench.facts.steps_of("stage-buy") == ("step-buy-2", "step-buy-1")
    assert not nudge(hand.board, back(session))
    assert session.history.done == ("Move stage", "Move lane", "Move step")


def test_what_is_locked_or_mixed_stays(work: Work) -> None:
    session, hand = work
    bench = hand.board.bench
    assert bench is not None
    assert not nudge(hand.board, Way.UP)
    (card,) = session.do("Add", bench.plans.add_card(LOCKED, "step-buy-1")(session.journey)).added
    hand.click(card)
    assert not nudge(hand.board, Way.UP)
    hand.click("card-ad").hold(control=True).click("stage-buy")
    assert not nudge(hand.board, onward(session))
    hand.board.bench = None
    assert not nudge(hand.board, Way.UP)
    assert session.history.done == ("Add",)
