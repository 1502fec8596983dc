from __future__ import annotations

import pytest

from editor.canvas.tools.dots import offered
from editor.canvas.tools.emotions import remove_chosen
from editor.canvas.tools.guides import Dots, Rubber, Target
from editor.model.ids import Ids
from editor.model.records import Card, Connection, Lane, Record, Stage
from editor.session.bench import Bench
from editor.session.drawing import map_layout
from editor.session.session import Session
from tests.build import TOUCHPOINTS, connection, journey
from tests.canvas.hand import Hand

SKETCH = "Learn: ad, search > Buy: shop, pay"
DIRECTIONS = ("ltr", "rtl")
RIGHT, LEFT, TOP, BOTTOM = (1.0, 0.5), (0.0, 0.5), (0.5, 0.0), (0.5, 1.0)


def worked(direction: str = "ltr", *more: Record) -> Hand:
    """A hand at four cards in a row above an empty lane."""
    actions = Lane("lane-actions", "b", "actions", "Actions")
    session = Session(journey(SKETCH, actions, *more, direction=direction), map_layout().lay_out)
    return Hand.at_work(session, Bench(session, Ids(5)))


def links(hand: Hand) -> list[tuple[str, str, str]]:
    assert hand.session is not None
    return [(c.source, c.target, c.connection_kind) for c in hand.session.journey.all(Connection)]


def labels(hand: Hand) -> tuple[str, ...]:
    assert hand.session is not None
    return hand.session.history.done


def test_connections_hover_shows_four_dots_at_the_edges_of_a_card() -> None:
    hand = worked()
    hand.move(*hand.point("card-ad"))
    (dots,) = hand.board.guides
    assert isinstance(dots, Dots)
    assert set(dots.places) == {hand.point("card-ad", at=at) for at in (RIGHT, LEFT, TOP, BOTTOM)}
    assert dots.hot is None
    x, y = hand.point("card-ad", at=RIGHT)
    hand.move(x + 6, y)
    (dots,) = hand.board.guides
    assert isinstance(dots, Dots)
    assert dots.hot == (x, y)
    hand.move(x + 30, y + 60)
    assert hand.board.guides == ()


def test_connections_of_stages_begin_at_dots_above_and_below() -> None:
    hand = worked()
    hand.move(*hand.point("stage-buy"))
    (dots,) = hand.board.guides
    assert isinstance(dots, Dots)
    assert set(dots.places) == {hand.point("stage-buy", at=at) for at in (TOP, BOTTOM)}


def test_a_map_to_look_at_or_from_afar_shows_no_dots() -> None:
    hand = worked()
    hand.board.scale = 0.3
    hand.move(*hand.point("card-ad"))
    assert hand.board.guides == ()
    hand.board.scale, hand.board.bench = 1.0, None
    assert offered(hand.board, hand.at) is None


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_connections_drag_from_a_dot_to_a_card_connects(direction: str) -> None:
    hand = worked(direction)
    start = hand.point("card-ad", at=BOTTOM)
    hand.press(*start).drag_to("card-pay")
    lit, line = hand.board.guides
    assert isinstance(lit, Target)
    assert isinstance(line, Rubber)
    assert line.start == start
    assert line.end in {hand.point("card-pay", at=at) for at in (RIGHT, LEFT, TOP, BOTTOM)}
    assert not lit.fresh
    assert links(hand) == []
    hand.release()
    assert links(hand) == [("card-ad", "card-pay", "next")]
    assert labels(hand) == ("Connect",)
    (chosen,) = hand.chosen
    assert chosen.startswith("connection")
    assert hand.board.guides == ()


def test_connections_drop_on_an_empty_cell_creates_a_card_and_goes_on_writing() -> None:
    hand = worked()
    hand.press(*hand.point("card-ad", at=BOTTOM)).drag_to("lane-actions|step-buy-1", "cell")
    lit, line = hand.board.guides
    assert isinstance(lit, Target)
    assert lit.fresh
    assert isinstance(line, Rubber)
    assert line.end == (hand.at.x, hand.at.y)
    hand.release()
    draft = hand.board.draft
    hand.escape()
    assert hand.session is not None
    (new,) = hand.session.journey.cell("lane-actions", "step-buy-1")
    assert new == Card(new.id, new.order, "lane-actions", "step-buy-1")
    assert links(hand) == [("card-ad", new.id, "next")]
    assert labels(hand) == ("Connect",)
    assert hand.chosen == (new.id,)
    assert draft is not None
    assert draft.key == new.id


def test_connections_drop_under_a_card_stacks_the_new_one_there() -> None:
    hand = worked()
    x, y = hand.point("card-pay", at=BOTTOM)
    hand.press(*hand.point("card-ad", at=RIGHT)).move(x, y + 6).release()
    assert hand.session is not None
    assert len(hand.session.journey.cell(TOUCHPOINTS, "step-buy-2")) == 2


def test_connections_drop_on_itself_or_where_no_card_may_be_cancels() -> None:
    hand = worked("ltr", Lane("lane-locked", "c", "text", "Locked", locked=True))
    for place in (
        hand.point("card-ad"),
        hand.point("lane-locked|step-buy-1", "cell"),
        hand.point("stage-buy"),
    ):
        hand.press(*hand.point("card-ad", at=BOTTOM)).drag_to("card-pay").move(*place).release()
        assert links(hand) == []
        assert labels(hand) == ()
        assert hand.board.guides == ()


def columns(hand: Hand) -> list[str]:
    assert hand.session is not None
    return [step.id for step in hand.session.journey.columns()]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_connections_drop_on_nothing_creates_a_step(direction: str) -> None:
    hand = worked(direction)
    assert hand.session is not None
    hand.press(*hand.point("card-ad", at=BOTTOM)).drag_to("card-pay").move(4.0, 4.0)
    lit = hand.board.guides[0]
    assert isinstance(lit, Target)
    assert lit.fresh
    ad = hand.board.places.find("step-learn-1|x") or hand.board.places.find("card-ad")
    assert ad is not None
    assert abs(lit.rect.center.x - (ad.rect.x if direction == "rtl" else ad.rect.right)) < 20
    hand.release()
    first, new, *rest = columns(hand)
    assert [first, *rest] == ["step-learn-1", "step-learn-2", "step-buy-1", "step-buy-2"]
    (card,) = hand.session.journey.cell(TOUCHPOINTS, new)
    assert links(hand) == [("card-ad", card.id, "next")]
    assert labels(hand) == ("Connect",)
    assert hand.board.draft is not None
    assert hand.board.draft.key == card.id
    hand.escape()
    hand.session.undo()
    assert len(columns(hand)) == 4


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_connections_drop_beyond_the_last_step_goes_on_there(direction: str) -> None:
    hand = worked(direction)
    assert hand.session is not None
    x, y = hand.point("lane-actions|step-buy-2", "cell", LEFT if direction == "rtl" else RIGHT)
    beyond = -30.0 if direction == "rtl" else hand.board.places.width + 30.0
    hand.press(*hand.point("card-ad", at=BOTTOM)).drag_to("card-pay").move(beyond, y).release()
    (card,) = hand.session.journey.cell("lane-actions", columns(hand)[-1])
    assert links(hand) == [("card-ad", card.id, "next")]
    assert len(columns(hand)) == 5
    assert x == pytest.approx(x)


def test_connections_of_stages_drop_on_nothing_creates_a_stage() -> None:
    hand = worked()
    assert hand.session is not None
    hand.press(*hand.point("stage-learn", at=TOP)).drag_to("stage-buy").move(4.0, 4.0).release()
    learn, new, buy = (stage.id for stage in hand.session.journey.all(Stage))
    assert (learn, buy) == ("stage-learn", "stage-buy")
    assert links(hand) == [("stage-learn", new, "next")]
    assert labels(hand) == ("Connect",)
    assert hand.board.draft is not None
    assert hand.board.draft.key == new


def test_connections_drag_is_called_off_by_escape_and_by_a_second_button() -> None:
    hand = worked()
    hand.press(*hand.point("card-ad", at=BOTTOM)).drag_to("card-pay").escape().release()
    hand.press(*hand.point("card-ad", at=BOTTOM)).drag_to("card-pay").press(1, 1).release()
    assert links(hand) == []
    assert hand.board.guides == ()
    assert not hand.board.drifting


def test_connections_join_stages_with_stages_only() -> None:
    hand = worked()
    hand.press(*hand.point("stage-buy", at=TOP)).drag_to("card-ad").release()
    assert links(hand) == []
    hand.press(*hand.point("stage-buy", at=TOP)).drag_to("stage-learn").release()
    assert links(hand) == [("stage-buy", "stage-learn", "next")]


def test_a_click_on_a_dot_chooses_its_card() -> None:
    hand = worked()
    hand.press(*hand.point("card-ad", at=RIGHT)).release()
    assert hand.chosen == ("card-ad",)


def test_connections_are_not_drawn_twice() -> None:
    hand = worked("ltr", connection("card-ad", "card-pay"))
    hand.press(*hand.point("card-ad", at=BOTTOM)).drag_to("card-pay").release()
    assert links(hand) == [("card-ad", "card-pay", "next")]
    assert labels(hand) == ()


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(
    ("end", "wanted"), [("target", ("card-ad", "card-shop")), ("source", ("card-shop", "card-pay"))]
)
def test_connections_reconnect_by_dragging_the_end(direction: str, end: str, wanted: tuple[str, str]) -> None:
    hand = worked(direction, connection("card-ad", "card-pay", "needs"))
    key = "connection-card-ad-card-pay"
    hand.board.choice.set((key,))
    source, target = hand.board.places.ends(key)
    assert hand.board.places.find("card-ad").rect.grown(2).contains(*source)  # type: ignore[union-attr]
    assert hand.board.places.find("card-pay").rect.grown(2).contains(*target)  # type: ignore[union-attr]
    hand.press(*(source if end == "source" else target)).drag_to("card-shop")
    line = hand.board.guides[-1]
    assert isinstance(line, Rubber)
    assert line.backward == (end == "source")
    assert line.start == (target if end == "source" else source)
    hand.release()
    assert links(hand) == [(*wanted, "needs")]
    assert labels(hand) == ("Reconnect",)
    assert hand.chosen == (key,)


def test_connections_let_go_where_they_cannot_end_stay_as_they_are() -> None:
    hand = worked("ltr", connection("card-ad", "card-pay"))
    key = "connection-card-ad-card-pay"
    hand.board.choice.set((key,))
    hand.press(*hand.board.places.ends(key)[1]).drag_to("card-ad").release()
    assert links(hand) == [("card-ad", "card-pay", "next")]
    assert labels(hand) == ()


@pytest.mark.parametrize("end", ["source", "target"])
def test_connections_with_a_loose_end_create_what_they_lead_to(end: str) -> None:
    hand = worked("ltr", connection("card-ad", "card-pay", "needs"))
    assert hand.session is not None
    key = "connection-card-ad-card-pay"
    for place, step in (("lane-actions|step-buy-1", "step-buy-1"), ((4.0, 4.0), "")):
        hand.board.choice.set((key,))
        source, target = hand.board.places.ends(key)
        hand.press(*(source if end == "source" else target)).drag_to("card-shop")
        to = place if isinstance(place, tuple) else hand.point(place, "cell")
        hand.move(*to).release().escape()
        (link,) = hand.session.journey.all(Connection)
        fixed, loose = (link.target, link.source) if end == "source" else (link.source, link.target)
        assert fixed == ("card-pay" if end == "source" else "card-ad")
        card = hand.session.journey.one(Card, loose)
        assert card.text == ""
        assert not step or card.step == step
        assert labels(hand)[-1] == "Reconnect"
    beside = 2 if end == "source" else 1
    assert columns(hand).index(card.step) == beside + (end == "source")


def test_connections_are_chosen_within_four_pixels_of_their_line_and_removed() -> None:
    hand = worked("ltr", connection("card-ad", "card-pay"))
    key = "connection-card-ad-card-pay"
    (line, *_) = hand.board.places.strokes(key)
    spot = hand.board.places.find(key)
    assert spot is not None
    levels = [(a, b) for a, b in zip(line.commands, line.commands[1:], strict=False) if a[-1] == b[-1]]
    a, b = max(levels, key=lambda pair: abs(pair[1][-2] - pair[0][-2]))
    x, y = a[-2] + 0.4 * (b[-2] - a[-2]) + spot.rect.x, a[-1] + spot.rect.y  # beside the gutter and its "+"
    assert hand.board.places.at(x, y + 5, 4.0) != spot
    assert hand.board.places.at(x, y + 3, 4.0) == spot
    hand.press(x, y).release()
    assert hand.chosen == (key,)
    assert remove_chosen(hand.board)
    assert links(hand) == []
    assert labels(hand) == ("Remove connection",)


@pytest.mark.parametrize("kind", ["next", "triggers", "needs", "returns", "addresses"])
def test_connections_change_their_kind(kind: str) -> None:
    hand = worked("ltr", connection("card-ad", "card-pay", "next" if kind != "next" else "needs"))
    bench = hand.board.bench
    assert bench is not None
    bench.do("Change kind", bench.plans.set_fields(["connection-card-ad-card-pay"], connection_kind=kind))
    assert bench.facts.connection("connection-card-ad-card-pay")[2] == kind


def test_routes_follow_while_their_card_is_being_dragged() -> None:
    hand = worked("ltr", connection("card-ad", "card-pay"))
    before = hand.board.places.ends("connection-card-ad-card-pay")
    hand.seize("card-pay").drag_to("lane-actions|step-buy-2", "cell")
    assert hand.board.places.ends("connection-card-ad-card-pay")[1] != before[1]
