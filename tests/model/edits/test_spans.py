"""Wide cards end at the last column, whatever is done to them or to the columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.model.edits import arranging, copying, removing, stages, wording
from editor.model.edits.pasting import paste_lines
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Stage
from tests.build import TOUCHPOINTS, journey, with_records

WIDE = Card("card-wide", "z", TOUCHPOINTS, "step-learn-2", "wide", span=3)


def shop() -> Journey:
    """Four columns; the wide card takes the last three."""
    return journey("Learn: ad, search > Buy: shop, pay", WIDE)


def span(book: Journey) -> int:
    return book.one(Card, WIDE.id).span


@pytest.mark.parametrize(("step", "expected"), [("step-learn-1", 3), ("step-buy-1", 2), ("step-buy-2", 1)])
def test_a_card_that_moves_takes_what_room_there_is(step: str, expected: int) -> None:
    for change in (
        arranging.move_cards(shop(), [WIDE.id], TOUCHPOINTS, step),
        arranging.lay_cards(shop(), [replace(WIDE, step=step)]),
        wording.set_fields(shop(), [WIDE.id], step=step),
    ):
        book = shop()
        book.apply(change)
        assert span(book) == expected


def test_a_card_that_comes_is_no_wider_than_there_are_columns() -> None:
    book = shop()
    book.apply(arranging.add(book, Card("card-new", "", TOUCHPOINTS, "step-buy-1", "new", span=9)))
    assert book.one(Card, "card-new").span == 2


def test_a_span_set_by_hand_ends_at_the_last_column() -> None:
    book = shop()
    book.apply(wording.set_fields(book, [WIDE.id], span=9))
    assert span(book) == 3


@pytest.mark.parametrize(
    ("key", "index", "expected"), [("step-learn-2", 0, 3), ("stage-learn", 1, 1), ("stage-buy", 0, 1)]
)
def test_a_card_follows_its_column(key: str, index: int, expected: int) -> None:
    book = shop()
    back = book.apply(arranging.reorder(book, key, index))
    assert span(book) == expected
    book.apply(back)
    assert span(book) == 3


def test_columns_that_go_take_their_part() -> None:
    book = shop()
    book.apply(removing.remove(book, ["step-buy-2"]))
    assert span(book) == 2
    book.apply(removing.remove(book, ["stage-buy"]))
    assert span(book) == 1


def test_columns_that_only_change_their_stage_take_nothing() -> None:
    book = shop()
    for change in (stages.merge(book, "stage-learn", "stage-buy"),):
        book.apply(change)
    book.apply(stages.split(book, "step-learn-2", Stage("stage-x")))
    book.apply(wording.set_fields(book, ["step-buy-2"], width=200.0))
    assert span(book) == 3


def test_copies_are_no_wider_either() -> None:
    book = shop()
    book.apply(copying.duplicate(book, ["stage-buy", WIDE.id], Ids(1)))
    book.apply(paste_lines(book, TOUCHPOINTS, "step-buy-2", ["one"], Ids(2)))
    columns = len(book.columns())
    assert all(book.column(card.step) + card.span <= columns for card in book.all(Card))


def test_a_card_that_reached_too_far_is_put_right_when_it_is_touched() -> None:
    book = with_records(shop(), replace(WIDE, span=7))
    book.apply(wording.retitle(book, "card-ad", "advert"))
    assert span(book) == 7
    book.apply(wording.retitle(book, WIDE.id, "narrower"))
    assert span(book) == 3
