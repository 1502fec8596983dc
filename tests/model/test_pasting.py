"""Tables and lines pasted into the cells of a map."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.change import Change
from editor.model.edits.pasting import (
    MOST_COLUMNS,
    MOST_ROWS,
    columns_from,
    is_open,
    lines_in,
    paste_lines,
    paste_table,
)
from editor.model.edits.plan import Plan
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Map, Stage, Step
from editor.model.trouble import Trouble
from tests.build import TOUCHPOINTS, big, journey
from tests.random_journeys import random_map

IDS = Ids(1)


def grid(book: Journey) -> list[list[list[str]]]:
    """The texts of all cells, lane by lane."""
    cells = [[book.cell(lane.id, step.id) for step in book.columns()] for lane in book.all(Lane)]
    return [[[card.text for card in cell] for cell in row] for row in cells]


def pasted(book: Journey, lane: str, step: str, rows: list[list[str]]) -> Journey:
    book.apply(paste_table(book, lane, step, rows, IDS))
    return book


def shop(*lanes: Lane) -> Journey:
    return journey("Learn: ad > Buy: shop, pay", *lanes)


def test_cells_are_filled_from_the_anchor_on() -> None:
    book = pasted(shop(Lane("lane-b", "b0")), TOUCHPOINTS, "step-buy-1", [["a", "b"], ["c", "d"]])
    assert grid(book) == [[["ad"], ["shop", "a"], ["pay", "b"]], [[], ["c"], ["d"]]]


def test_cards_stand_below_those_that_are_there() -> None:
    book = pasted(journey("Buy: shop + pay"), TOUCHPOINTS, "step-buy-1", [["one\ntwo"]])
    assert grid(book) == [[["shop", "pay", "one", "two"]]]


def test_lines_of_a_cell_become_cards() -> None:
    assert lines_in(" one\r\n\r\n two\u2028three\t\u200cfour ") == ("one", "two", "three \u200cfour")
    assert lines_in(" \n") == ()


def test_a_wider_table_adds_steps_to_the_last_stage() -> None:
    book = pasted(shop(), TOUCHPOINTS, "step-buy-2", [["a", "b", "c"]])
    assert grid(book) == [[["ad"], ["shop"], ["pay", "a"], ["b"], ["c"]]]
    assert len(book.steps("stage-buy")) == 4
    assert len(book.all(Stage)) == 2


def test_a_taller_table_adds_text_lanes_below() -> None:
    book = pasted(shop(), TOUCHPOINTS, "step-learn-1", [["a"], [""], ["b"]])
    assert grid(book) == [[["ad", "a"], ["shop"], ["pay"]], [[], [], []], [["b"], [], []]]
    assert [lane.lane_kind for lane in book.all(Lane)] == ["touchpoints", "text", "text"]


@pytest.mark.parametrize(
    "closed",
    [
        Lane("lane-b", "b0", "emotions"),
        Lane("lane-b", "b0", hidden=True),
        Lane("lane-b", "b0", locked=True),
    ],
    ids=["emotions", "hidden", "locked"],
)
def test_lanes_that_take_no_cards_are_passed_over(closed: Lane) -> None:
    assert not is_open(closed)
    book = pasted(shop(closed, Lane("lane-c", "c0")), TOUCHPOINTS, "step-learn-1", [["a"], ["b"]])
    assert grid(book) == [[["ad", "a"], ["shop"], ["pay"]], [[], [], []], [["b"], [], []]]
    book = pasted(shop(closed, Lane("lane-c", "c0")), "lane-b", "step-learn-1", [["a"]])
    assert grid(book)[1:] == [[[], [], []], [["a"], [], []]]


def test_a_collapsed_lane_takes_cards() -> None:
    assert is_open(Lane("lane-b", collapsed=True))


def test_empty_rows_and_columns_at_the_end_do_not_grow_the_map() -> None:
    book = pasted(shop(), TOUCHPOINTS, "step-buy-2", [["a", "", " "], ["", "\n", ""], []])
    assert grid(book) == [[["ad"], ["shop"], ["pay", "a"]]]


def test_an_empty_cell_leaves_the_map_as_it_is() -> None:
    book = pasted(shop(), TOUCHPOINTS, "step-learn-1", [["", "", "a"]])
    assert grid(book) == [[["ad"], ["shop"], ["pay", "a"]]]


@pytest.mark.parametrize("rows", [[], [[]], [["", " "], [""]]])
def test_nothing_pasted_changes_nothing(rows: list[list[str]]) -> None:
    book = Journey([Map()])
    assert paste_table(book, "", "", rows, IDS) == Change()


def test_an_empty_map_gets_a_stage_and_lanes() -> None:
    book = pasted(Journey([Map()]), "", "", [["a", "b"], ["c"]])
    assert grid(book) == [[["a"], ["b"]], [["c"], []]]
    assert [stage.title for stage in book.all(Stage)] == [""]


def test_texts_are_cleaned() -> None:
    book = pasted(shop(), TOUCHPOINTS, "step-learn-1", [["za\u0301\x00 \u00ad\ufeff"]])
    assert grid(book)[0][0] == ["ad", "zá"]


def test_lines_become_cards_of_one_cell() -> None:
    book = shop()
    book.apply(paste_lines(book, TOUCHPOINTS, "step-learn-1", ["one", " ", "two"], IDS))
    assert grid(book) == [[["ad", "one", "two"], ["shop"], ["pay"]]]


def test_lines_pasted_on_a_curve_go_to_the_next_lane() -> None:
    book = shop(Lane("lane-b", "b0", "emotions"))
    book.apply(paste_lines(book, "lane-b", "step-buy-1", ["one"], IDS))
    assert grid(book)[2] == [[], ["one"], []]


def test_an_anchor_must_be_there() -> None:
    with pytest.raises(KeyError):
        paste_table(shop(), "lane-lost", "step-learn-1", [["a"]], IDS)
    with pytest.raises(KeyError):
        paste_table(shop(), TOUCHPOINTS, "step-lost", [["a"]], IDS)


def test_too_large_tables_are_refused() -> None:
    with pytest.raises(Trouble, match=r"501 rows and 1 columns; a map takes 500 and 500\. Copy"):
        paste_table(shop(), TOUCHPOINTS, "step-learn-1", [["a"]] * (MOST_ROWS + 1), IDS)
    with pytest.raises(Trouble, match=r"more than 10000 cards\. Copy"):
        paste_table(shop(), TOUCHPOINTS, "step-learn-1", [["a\n" * 10_001]], IDS)
    with pytest.raises(Trouble, match="1 rows and 501 columns"):
        paste_table(shop(), TOUCHPOINTS, "step-learn-1", [["a"] * (MOST_COLUMNS + 1)], IDS)
    assert paste_table(shop(), TOUCHPOINTS, "step-learn-1", [["a"] * MOST_COLUMNS], IDS)


def test_a_text_that_no_card_can_hold_is_refused() -> None:
    with pytest.raises(Trouble, match="“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” is longer than 20000"):
        paste_table(shop(), TOUCHPOINTS, "step-learn-1", [["", "fine\n" + "x" * 20_001]], IDS)


def test_no_columns_ask_for_no_stage() -> None:
    plan = Plan(Journey([Map()]))
    assert columns_from(plan, 3, 0, IDS) == []
    assert not plan.change()


def test_a_table_of_15_by_30_cells_is_pasted_in_a_tenth_of_a_second() -> None:
    book = big(2_500, lanes=10)
    book.cell("lane-3", "step-0-0")
    rows = [[f"cell {row}-{column}" for column in range(30)] for row in range(15)]
    begun = process_time()
    change = paste_table(book, "lane-3", "step-9-0", rows, Ids(3))
    taken = process_time() - begun
    assert sum(isinstance(record, Card) for record in change.added.values()) == 450
    assert sum(isinstance(record, Step) for record in change.added.values()) == 20
    assert sum(isinstance(record, Lane) for record in change.added.values()) == 8
    assert taken < 0.1
    back = book.apply(change)
    book.apply(back)
    assert book == big(2_500, lanes=10)


@given(st.randoms(use_true_random=False))
def test_any_table_on_any_map_is_one_valid_change(random: Random) -> None:
    book = random_map(random)
    before = Journey(book.records())
    rows = [
        [random.choice(("", "a", "a\nb", " \n")) for _ in range(random.randint(0, 5))]
        for _ in range(random.randint(0, 6))
    ]
    lane = random.choice(["", *(lane.id for lane in book.all(Lane))])
    step = random.choice(["", *(step.id for step in book.columns())])
    change = paste_table(book, lane, step, rows, IDS)
    back = book.apply(change)
    assert book == Journey(book.records())
    new = [record for record in change.added.values() if isinstance(record, Card)]
    assert len(new) == sum(len(lines_in(cell)) for row in rows for cell in row)
    assert all(is_open(book.one(Lane, card.lane)) for card in new)
    book.apply(back)
    assert book == before
