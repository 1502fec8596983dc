"""Field, section 4: "a card may span stages" – made so by dragging its far edge."""

from __future__ import annotations

import pytest

from editor.canvas.tools.carried import Grasp
from editor.canvas.tools.offering import fits
from editor.model.records import Card
from editor.session.session import Session
from tests.build import TOUCHPOINTS
from tests.canvas.desk import BOTH, at_work
from tests.canvas.hand import Hand

Work = tuple[Session, Hand]
CARD = "card-search"


@pytest.fixture(params=BOTH)
def work(request: pytest.FixtureRequest) -> Work:
    return at_work(request.param)


def span(session: Session) -> int:
    return session.journey.one(Card, CARD).span


def edge(session: Session, hand: Hand, share: float = 0.15) -> tuple[float, float]:
    """A point on the far edge of the card, clear of the dot in its middle."""
    return hand.point(CARD, at=(0.0 if session.picture.rtl else 1.0, share))


def test_a_card_may_span_stages_by_its_edge(work: Work) -> None:
    session, hand = work
    hand.click(CARD)
    hand.move(*edge(session, hand))
    assert hand.board.grasp is Grasp.SPAN
    hand.press(*edge(session, hand)).drag_to(f"{TOUCHPOINTS}|step-buy-2", "cell", (0.5, 0.5))
    far = 0.2 if session.picture.rtl else 0.8
    hand.drag_to(f"{TOUCHPOINTS}|step-buy-2", "cell", (far, 0.5))
    assert span(session) == 3
    assert session.history.done == ()
    hand.release()
    assert session.history.done == ("Span steps",)
    wide, cell = hand.board.places.find(CARD), hand.board.places.find(f"{TOUCHPOINTS}|step-buy-2", "cell")
    assert wide is not None
    assert cell is not None
    assert wide.rect.overlaps(cell.rect)
    session.undo()
    assert span(session) == 1


def test_a_card_never_spans_less_than_one_step_nor_more_than_there_are(work: Work) -> None:
    session, hand = work
    hand.click(CARD)
    x, y = edge(session, hand)
    forth = -9000.0 if session.picture.rtl else 9000.0
    hand.press(x, y).move(x + forth, y)
    assert span(session) == 4
    hand.move(x - forth, y).release()
    assert span(session) == 1
    assert session.history.done == ()


def test_escape_puts_the_edge_back(work: Work) -> None:
    session, hand = work
    hand.click(CARD)
    hand.press(*edge(session, hand)).drag_to("card-pay").escape().release()
    assert span(session) == 1
    assert not hand.board.drifting


def test_a_double_click_on_the_edge_takes_one_step(work: Work) -> None:
    session, hand = work
    bench = hand.board.bench
    assert bench is not None
    bench.do("x", bench.plans.set_fields([CARD], span=2))
    hand.click(CARD)
    hand.move(*edge(session, hand))
    assert fits(hand.board, hand.at)
    assert span(session) == 1
    assert session.history.done[-1] == "Fit card"


def test_only_a_chosen_card_that_may_be_moved_has_an_edge(work: Work) -> None:
    session, hand = work
    bench = hand.board.bench
    assert bench is not None
    hand.move(*edge(session, hand))
    assert hand.board.grasp is not Grasp.SPAN
    hand.click(CARD)
    bench.do("x", bench.plans.set_fields([TOUCHPOINTS], locked=True))
    hand.move(*edge(session, hand))
    assert hand.board.grasp is not Grasp.SPAN
