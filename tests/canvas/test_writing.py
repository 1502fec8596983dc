"""Writing in place as a state, without a window: what is previewed, kept, dropped and gone on to."""

from __future__ import annotations

import pytest

from editor.canvas.takes import Take, Takes
from editor.canvas.text_keys import Wish
from editor.canvas.tools.board import Button
from editor.canvas.tools.idle import Idle
from editor.canvas.tools.panning import Panning
from editor.canvas.tools.writing import HELD, Writing, begun
from editor.model.ids import Ids
from editor.model.records import Lane, Note, Persona
from editor.session.bench import Bench
from editor.session.drawing import map_layout
from editor.session.session import Session
from tests.build import TOUCHPOINTS, connection, journey, with_curve
from tests.canvas.hand import Hand

SKETCH = "Learn: ad + banner, , search > Buy: shop, pay"
EMPTY = f"{TOUCHPOINTS}|step-learn-2"


def hand_on(direction: str = "ltr", *more: object) -> Hand:
    made = with_curve(journey(SKETCH, *more, title="Shoes", direction=direction), [0.5, -0.5])
    session = Session(made, map_layout().lay_out)
    return Hand.at_work(session, Bench(session, Ids(5)))


@pytest.fixture(params=["ltr", "rtl"])
def hand(request: pytest.FixtureRequest) -> Hand:
    return hand_on(request.param)


def write(hand: Hand, ref: str, text: str | None = None) -> Writing:
    """Begin to write on what shows `ref`."""
    spot = hand.board.places.find(ref)
    assert spot is not None, ref
    tool = begun(hand.board, Idle(), spot, text)
    assert isinstance(tool, Writing)
    hand.tool = tool
    return tool


def text(hand: Hand, key: str) -> str:
    assert hand.board.bench is not None
    return hand.board.bench.facts.text(key)


def steps(hand: Hand) -> tuple[str, ...]:
    assert hand.session is not None
    return hand.session.history.done


def test_empty_lines_round_a_text_are_not_kept(hand: Hand) -> None:
    writing = write(hand, "card-ad")
    writing.draft.write("\napple\n\npear \n")
    writing.finish(hand.board)
    assert text(hand, "card-ad") == "apple\n\npear"
    writing = write(hand, "card-ad")
    writing.draft.write("apple\n\npear\n")
    writing.finish(hand.board)
    assert steps(hand) == ("Edit text",)


def test_an_empty_line_alone_makes_no_card(hand: Hand) -> None:
    write(hand, EMPTY).draft.write("\n")
    hand.tool.finish(hand.board)
    assert steps(hand) == ()


def test_what_is_written_shows_at_once_and_is_one_step(hand: Hand) -> None:
    writing = write(hand, "card-ad")
    for typed in ("a", "ap", "apple"):
        writing.draft.write(typed)
        assert text(hand, "card-ad") == typed
    assert steps(hand) == ()
    writing.finish(hand.board)
    assert steps(hand) == ("Edit text",)
    assert hand.board.draft is None
    assert hand.chosen == ("card-ad",)


def test_a_text_that_comes_back_to_itself_is_no_step(hand: Hand) -> None:
    writing = write(hand, "card-ad")
    writing.draft.write("other")
    writing.draft.write("ad")
    writing.finish(hand.board)
    assert steps(hand) == ()


def test_escape_puts_everything_back(hand: Hand) -> None:
    assert hand.session is not None
    before = [*hand.session.journey.records()]
    write(hand, "card-ad").draft.write("something else")
    hand.escape()
    assert isinstance(hand.tool, Idle)
    assert [*hand.session.journey.records()] == before
    assert steps(hand) == ()


def test_escape_climbs_from_text_to_card_to_cell_to_nothing(hand: Hand) -> None:
    write(hand, "card-ad")
    assert hand.escape().chosen == ("card-ad",)
    assert hand.escape().chosen == ()
    assert hand.board.choice.focus == f"{TOUCHPOINTS}|step-learn-1"
    hand.escape()
    assert hand.board.choice.focus == ""


def test_a_click_outside_keeps_the_text_and_chooses(hand: Hand) -> None:
    write(hand, "card-ad").draft.write("poster")
    hand.click("card-shop")
    assert steps(hand) == ("Edit text",)
    assert hand.chosen == ("card-shop",)


def test_the_middle_button_moves_the_sheet_under_the_text(hand: Hand) -> None:
    writing = write(hand, "card-ad")
    hand.press(5, 5, Button.MIDDLE)
    assert isinstance(hand.tool, Panning)
    assert hand.release().tool is writing
    assert hand.board.draft is writing.draft


def test_a_text_that_replaces_begins_with_what_was_typed(hand: Hand) -> None:
    write(hand, "card-ad", "x")
    assert text(hand, "card-ad") == "x"
    hand.escape()
    assert text(hand, "card-ad") == "ad"


def test_a_text_that_was_emptied_holds_its_place_until_it_is_kept(hand: Hand) -> None:
    writing = write(hand, "card-ad")
    writing.draft.write("")
    assert text(hand, "card-ad") == HELD
    writing.finish(hand.board)
    assert text(hand, "card-ad") == ""
    assert steps(hand) == ("Edit text",)


def test_tab_keeps_the_text_and_goes_on_in_reading_order(hand: Hand) -> None:
    write(hand, "card-ad").draft.write("poster")
    found = []
    for wish in (Wish.NEXT, Wish.NEXT, Wish.NEXT, Wish.PREVIOUS, Wish.PREVIOUS):
        assert isinstance(hand.tool, Writing)
        hand.tool = hand.tool.end(hand.board, wish)
        assert isinstance(hand.tool, Writing)
        found.append(hand.tool.origin)
    assert found == ["card-banner", EMPTY, "card-search", EMPTY, "card-banner"]
    assert steps(hand) == ("Edit text",)


def test_tab_ends_at_the_last_cell(hand: Hand) -> None:
    tool = write(hand, "card-pay").end(hand.board, Wish.NEXT)
    assert isinstance(tool, Idle)
    assert hand.chosen == ("card-pay",)


def test_tab_on_a_title_goes_to_the_next_title(hand: Hand) -> None:
    tool = write(hand, "stage-learn").end(hand.board, Wish.NEXT)
    assert isinstance(tool, Writing)
    assert tool.origin == "stage-buy"


def test_an_empty_cell_gets_a_card_once_something_is_written(hand: Hand) -> None:
    writing = write(hand, EMPTY)
    writing.draft.write("e-mail")
    writing.finish(hand.board)
    assert steps(hand) == ("Add card",)
    assert hand.chosen == (writing.draft.key,)
    assert text(hand, writing.draft.key) == "e-mail"


def test_an_empty_cell_stays_empty_when_nothing_is_written(hand: Hand) -> None:
    write(hand, EMPTY).finish(hand.board)
    assert steps(hand) == ()
    assert hand.board.choice.focus == EMPTY
    assert hand.board.places.find(EMPTY) is not None


@pytest.mark.parametrize("ref", ["stage-learn", "persona-ava", TOUCHPOINTS, "note-1", "point-persona-ava-1"])
def test_everything_with_words_can_be_written(ref: str) -> None:
    hand = hand_on("ltr", Note("note-1", "a", "card-ad", "Seen in May"))
    write(hand, ref).draft.write("Other words")
    hand.escape()
    assert steps(hand) == ()
    write(hand, ref).draft.write("Other words")
    assert isinstance(hand.tool, Writing)
    hand.tool.finish(hand.board)
    assert text(hand, ref) == "Other words"


def test_a_connection_and_the_title_can_be_written() -> None:
    hand = hand_on("ltr", connection("card-ad", "card-shop", "next", "later"))
    assert hand.session is not None
    for ref in ("connection-card-ad-card-shop", hand.session.journey.map.id):
        writing = write(hand, ref)
        writing.draft.write("soon")
        writing.finish(hand.board)
        assert text(hand, ref) == "soon"


def test_only_cards_and_notes_have_paragraphs(hand: Hand) -> None:
    assert write(hand, "card-ad").draft.long
    hand.escape()
    assert not write(hand, "stage-learn").draft.long


def test_nothing_is_written_in_a_locked_lane_or_on_a_map_to_look_at() -> None:
    hand = hand_on("ltr", Lane("lane-shut", "b", "actions", locked=True))
    for ref in ("lane-shut", "lane-shut|step-learn-1"):
        spot = hand.board.places.find(ref)
        assert spot is not None
        assert begun(hand.board, Idle(), spot) is None
    hand.board.bench = None
    spot = hand.board.places.find("card-ad")
    assert spot is not None
    assert begun(hand.board, Idle(), spot) is None


def test_undoing_on_the_map_takes_the_draft_away(hand: Hand) -> None:
    writing = write(hand, "card-ad")
    writing.draft.write("poster")
    assert hand.session is not None
    hand.session.undo()
    assert writing.draft.over
    writing.finish(hand.board)
    assert text(hand, "card-ad") == "ad"
    assert steps(hand) == ()


def test_a_persona_keeps_its_name_while_it_is_written() -> None:
    hand = hand_on("ltr", Persona("persona-bo", "b", ""))
    writing = write(hand, "persona-bo")
    assert text(hand, "persona-bo") == HELD
    writing.cancel(hand.board)
    assert text(hand, "persona-bo") == ""


# Undoing inside the text


def typed(takes: Takes, *texts: str) -> None:
    for now in texts:
        takes.add(Take(now, len(now), len(now)))


def test_letters_of_a_word_are_undone_together() -> None:
    takes = Takes(Take("", 0, 0))
    typed(takes, "a", "ab", "ab ", "ab c", "ab cd")
    found = [takes.undo(), takes.undo(), takes.undo()]
    assert [take and take.text for take in found] == ["ab", "", None]


def test_what_was_undone_can_be_done_again_until_something_is_typed() -> None:
    takes = Takes(Take("", 0, 0))
    typed(takes, "a", "pasted at once")
    assert takes.undo() == Take("a", 1, 1)
    assert takes.redo() == Take("pasted at once", 14, 14)
    assert takes.redo() is None
    takes.undo()
    typed(takes, "b")
    assert takes.redo() is None


def test_moving_the_cursor_parts_takes() -> None:
    takes = Takes(Take("", 0, 0))
    typed(takes, "a", "ab")
    takes.add(Take("cab", 1, 1))
    assert takes.undo() == Take("ab", 2, 2)


def drafts(hand: Hand) -> list[tuple[str, object]]:
    """What the journal is told from now on: act and change."""
    assert hand.session is not None
    told: list[tuple[str, object]] = []
    hand.session.history.follow(lambda deed: told.append((deed.act, deed.change)))
    return told


def test_what_is_put_by_is_what_would_be_kept(hand: Hand) -> None:
    assert hand.session is not None
    told, writing = drafts(hand), write(hand, "card-ad")
    writing.draft.put_by()
    assert told == []
    writing.draft.write("apple \n")
    writing.draft.put_by()
    assert text(hand, "card-ad") == "apple \n"
    writing.finish(hand.board)
    assert [act for act, _ in told] == ["draft", "do"]
    assert told[0][1] == told[1][1]
    writing.draft.put_by()
    assert len(told) == 2


def test_a_text_that_was_emptied_is_put_by_as_empty(hand: Hand) -> None:
    told, writing = drafts(hand), write(hand, "card-ad")
    writing.draft.write("")
    writing.draft.put_by()
    ((_, change),) = told
    assert [new.text for _, new in change.updated.values()] == [""]  # type: ignore[attr-defined]


def test_a_new_card_is_put_by_and_goes_with_escape(hand: Hand) -> None:
    told, writing = drafts(hand), write(hand, EMPTY, "e-mail")
    writing.draft.put_by()
    hand.escape()
    assert [bool(change) for _, change in told] == [True, False]
    assert steps(hand) == ()


def test_a_text_that_comes_back_to_itself_is_no_longer_put_by(hand: Hand) -> None:
    told, writing = drafts(hand), write(hand, "card-ad")
    for typed in ("apple", "ad\n", "pear", "ad"):
        writing.draft.write(typed)
        writing.draft.put_by()
    assert [bool(change) for _, change in told] == [True, False, True, False]
