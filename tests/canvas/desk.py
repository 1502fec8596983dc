"""A small map that can be worked on, in both directions of time, for tests of the hand."""

from __future__ import annotations

from editor.model.ids import Ids
from editor.model.records import Lane, Record, Step
from editor.session.bench import Bench
from editor.session.drawing import map_layout
from editor.session.session import Session
from tests.build import EMOTIONS, TOUCHPOINTS, journey, with_records
from tests.canvas.hand import Hand

ACTIONS, LOCKED = "lane-actions", "lane-locked"
SKETCH = "Learn: ad + banner, search > Buy: shop, pay > Use: run"
BOTH = ("ltr", "rtl")


def at_work(direction: str = "ltr", *more: Record) -> tuple[Session, Hand]:
    """Return a session and the hand that works on it.

    From top to bottom: touchpoints (ad over banner, search, shop, pay, run), emotions, actions (empty), and
    a locked lane. The steps of the first two stages have titles.
    """
    lanes = (
        Lane(EMOTIONS, "b", "emotions", "Emotions"),
        Lane(ACTIONS, "c", "actions", "Actions"),
        Lane(LOCKED, "d", "text", "Locked", locked=True),
    )
    made = journey(SKETCH, *lanes, direction=direction)
    titled = [Step(s.id, s.order, s.stage, title=s.id) for s in made.columns()]
    session = Session(with_records(made, *titled, *more), map_layout().lay_out)
    return session, Hand.at_work(session, Bench(session, Ids(1)))


def cards(session: Session, step: str, lane: str = TOUCHPOINTS) -> list[str]:
    """Return the texts of a cell's cards."""
    return [card.text for card in session.journey.cell(lane, step)]
