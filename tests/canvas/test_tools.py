from __future__ import annotations

import pytest

from editor.canvas.tools.board import Button
from editor.canvas.tools.brushing import Brushing
from editor.canvas.tools.idle import Idle
from tests.canvas.big import grid
from tests.canvas.hand import Hand


@pytest.fixture
def hand() -> Hand:
    """Three columns, two lanes, two cards a cell; card-10 is the upper card of column 2 in lane 1."""
    return Hand(grid(3, 2, 2, 3))


def test_click_chooses_one(hand: Hand) -> None:
    assert hand.click("card-0").chosen == ("card-0",)
    assert hand.click("card-10").chosen == ("card-10",)


def test_control_click_toggles(hand: Hand) -> None:
    hand.click("card-0").hold(control=True).click("card-11").click("lane-1")
    assert hand.chosen == ("card-0", "card-11", "lane-1")
    assert hand.click("card-11").chosen == ("card-0", "lane-1")


def test_shift_click_extends_in_reading_order(hand: Hand) -> None:
    hand.click("card-1").hold(shift=True).click("card-20")
    assert hand.chosen == ("card-1", "card-10", "card-11", "card-20")


def test_shift_click_goes_on_from_the_same_anchor(hand: Hand) -> None:
    hand.click("card-10").hold(shift=True).click("card-20").click("card-1")
    assert hand.chosen == ("card-1", "card-10")


def test_click_on_open_ground_chooses_nothing(hand: Hand) -> None:
    hand.click("card-0").press(5, 5).release()
    assert hand.chosen == ()


def test_click_in_a_cell_beside_its_cards_puts_the_focus_there(hand: Hand) -> None:
    cell = hand.board.places.find("lane-0|step-1")
    assert cell is not None
    hand.press(cell.rect.x + 2, cell.rect.bottom - 2).release()
    assert hand.chosen == ()
    assert hand.board.choice.focus == "lane-0|step-1"


def test_a_small_tremble_is_still_a_click(hand: Hand) -> None:
    spot = hand.board.places.find("card-0")
    assert spot is not None
    x, y = spot.rect.center
    hand.press(x, y).move(x + 3, y).release()
    assert hand.chosen == ("card-0",)


def test_rubber_band_catches_what_it_touches(hand: Hand) -> None:
    first, last = (hand.board.places.find(ref) for ref in ("card-0", "card-11"))
    assert first is not None
    assert last is not None
    hand.press(first.rect.x - 4, first.rect.y - 4).move(last.rect.x + 1, last.rect.y + 1)
    assert isinstance(hand.tool, Brushing)
    assert hand.board.band is not None
    assert set(hand.chosen) == {"card-0", "card-1", "card-10", "card-11"}
    hand.release()
    assert hand.board.band is None
    assert isinstance(hand.tool, Idle)
    assert len(hand.chosen) == 4


def test_rubber_band_shrinks_with_the_pointer(hand: Hand) -> None:
    spot = hand.board.places.find("card-0")
    assert spot is not None
    hand.press(spot.rect.x - 4, spot.rect.y - 4).move(900, 300).move(spot.rect.x + 1, spot.rect.y + 1)
    assert hand.chosen == ("card-0",)


def test_rubber_band_adds_with_control(hand: Hand) -> None:
    spot = hand.board.places.find("card-0")
    assert spot is not None
    hand.click("card-10021").hold(control=True)
    hand.press(spot.rect.x - 4, spot.rect.y - 4).move(spot.rect.x + 8, spot.rect.y + 8).release()
    assert hand.chosen == ("card-10021", "card-0")


def test_escape_takes_the_rubber_band_back(hand: Hand) -> None:
    hand.click("card-20").press(5, 5).move(900, 600).escape()
    assert hand.chosen == ("card-20",)
    assert hand.board.band is None
    assert isinstance(hand.tool, Idle)


def test_escape_climbs_from_card_to_cell_to_nothing(hand: Hand) -> None:
    hand.click("card-11").escape()
    assert (hand.chosen, hand.board.choice.focus) == ((), "lane-0|step-1")
    hand.escape()
    assert (hand.chosen, hand.board.choice.focus) == ((), "")


def test_middle_button_pans_from_where_it_began(hand: Hand) -> None:
    hand.board.scroll = (100, 50)
    hand.press(200, 200, Button.MIDDLE).move(150, 260).move(190, 210)
    assert hand.board.scroll == (110, 40)
    assert hand.board.grip is True
    hand.release()
    assert hand.board.grip is None


def test_space_and_left_button_pan_and_choose_nothing(hand: Hand) -> None:
    spot = hand.board.places.find("card-0")
    assert spot is not None
    hand.hold(space=True).press(*spot.rect.center).move(0, 0).release()
    assert hand.chosen == ()
    assert hand.board.scroll == (round(spot.rect.center.x), round(spot.rect.center.y))
    assert hand.board.grip is False


def test_escape_puts_a_panned_sheet_back(hand: Hand) -> None:
    hand.press(200, 200, Button.MIDDLE).move(0, 0).escape()
    assert hand.board.scroll == (0, 0)


def test_right_button_changes_nothing(hand: Hand) -> None:
    hand.click("card-0").press(300, 300, Button.RIGHT).release()
    assert hand.chosen == ("card-0",)


def test_moving_marks_what_is_under_the_pointer(hand: Hand) -> None:
    spot = hand.board.places.find("card-10")
    assert spot is not None
    assert hand.move(*spot.rect.center).board.hovered == spot
    assert hand.move(2, 2).board.hovered is None


def test_choosing_the_same_again_tells_nobody(hand: Hand) -> None:
    hand.click("card-0")
    told = hand.told
    hand.click("card-0")
    assert hand.told == told
