"""Selecting, point by point as designers expect it, on maps that run from either side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model.records import Card, Lane
from tests.build import TOUCHPOINTS, journey
from tests.canvas.shown import Desk
from tests.pointer import move

K, M = Qt.Key, Qt.KeyboardModifier
ACTIONS = "lane-actions"
EMPTY = f"{TOUCHPOINTS}|step-learn-2"
LANE = ("card-ad", "card-banner", "card-search", "card-shop", "card-pay")


@pytest.fixture(params=["ltr", "rtl"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    more = (
        Lane(ACTIONS, "b", "actions", "Actions"),
        Card("card-asks", "a", ACTIONS, "step-learn-1", "asks"),
        Card("card-pays", "a", ACTIONS, "step-buy-2", "pays"),
    )
    opened = Desk(journey("Learn: ad + banner, , search > Buy: shop, pay", *more, direction=request.param))
    yield opened
    opened.view.close()


def chosen(desk: Desk) -> tuple[str, ...]:
    return desk.view.selection


def in_reading(desk: Desk, key: Qt.Key) -> Qt.Key:
    """Return the arrow that goes the way time goes if `key` is Right, and back if it is Left."""
    if not desk.view.places.rtl:
        return key
    return {K.Key_Right: K.Key_Left, K.Key_Left: K.Key_Right}.get(key, key)


def test_a_click_selects(desk: Desk) -> None:
    desk.click("card-ad")
    desk.click("card-shop")
    assert chosen(desk) == ("card-shop",)


def test_control_click_toggles(desk: Desk) -> None:
    desk.click("card-ad")
    desk.click("card-shop", M.ControlModifier)
    assert chosen(desk) == ("card-ad", "card-shop")
    desk.click("card-ad", M.ControlModifier)
    assert chosen(desk) == ("card-shop",)


def test_shift_click_extends_in_reading_order(desk: Desk) -> None:
    desk.click("card-banner")
    desk.click("card-shop", M.ShiftModifier)
    assert chosen(desk) == ("card-banner", "card-search", "card-shop")
    desk.click("card-pays", M.ShiftModifier)
    assert chosen(desk) == ("card-banner", "card-search", "card-shop", "card-pay", "card-asks", "card-pays")


def test_a_rubber_band_selects_the_cards_it_touches(desk: Desk) -> None:
    camera, window = desk.view.camera, desk.view.viewport()
    cell, card = (camera.pixels(desk.view.places.find(ref).rect).toRect() for ref in (EMPTY, "card-asks"))
    start = QPoint(cell.center().x(), cell.top() + 3)
    end = card.bottomRight() if desk.view.places.rtl else card.bottomLeft()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=start)
    for place in ((start + end) / 2, end):
        move(window, place)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=end)
    assert set(chosen(desk)) == {"card-ad", "card-banner", "card-asks"}


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("stage-learn", {"card-ad", "card-banner", "card-search", "card-asks"}),
        ("stage-buy", {"card-shop", "card-pay", "card-pays"}),
        (ACTIONS, {"card-asks", "card-pays"}),
    ],
)
def test_a_header_click_selects_a_column_or_row(desk: Desk, header: str, column: set[str]) -> None:
    desk.click(header)
    assert chosen(desk) == (header,)
    spot = desk.view.places.find(header)
    span = desk.view.places.span(spot)
    covered = {s.ref for s in desk.view.places.within(span) if s.role == "card"}
    assert covered == column
    desk.key(K.Key_A, M.ControlModifier)
    assert set(chosen(desk)) == column


def test_a_chosen_header_tints_its_column(desk: Desk) -> None:
    place = desk.view.camera.pixels(desk.view.places.find(f"{ACTIONS}|step-learn-2").rect).center().toPoint()
    before = seen(desk, place)
    desk.click("stage-learn")
    tinted = seen(desk, place)
    desk.click("stage-buy")
    assert tinted != before == seen(desk, place)


def seen(desk: Desk, place: QPoint) -> int:
    for _ in range(20):
        QApplication.processEvents()
    return desk.view.viewport().grab().toImage().pixel(place)


def test_control_a_selects_the_lane_and_then_all(desk: Desk) -> None:
    desk.click("card-search")
    desk.key(K.Key_A, M.ControlModifier)
    assert chosen(desk) == LANE
    desk.key(K.Key_A, M.ControlModifier)
    assert chosen(desk) == (*LANE, "card-asks", "card-pays")


def test_control_a_selects_all_where_nothing_is_selected(desk: Desk) -> None:
    desk.key(K.Key_A, M.ControlModifier)
    assert chosen(desk) == (*LANE, "card-asks", "card-pays")


def test_arrows_walk_the_cells_as_they_stand_on_the_screen(desk: Desk) -> None:
    desk.click("card-ad")
    walk = []
    for key in (K.Key_Right, K.Key_Right, K.Key_Down, K.Key_Right, K.Key_Left, K.Key_Up):
        desk.key(in_reading(desk, key))
        walk.append(desk.view.choice.focus)
    assert walk == [
        EMPTY, "card-search", f"{ACTIONS}|step-learn-3", f"{ACTIONS}|step-buy-1",
        f"{ACTIONS}|step-learn-3", "card-search",
    ]  # fmt: skip


def test_the_right_arrow_goes_to_the_previous_step_of_a_right_to_left_map(desk: Desk) -> None:
    desk.click("card-pay" if desk.view.places.rtl else "card-search")
    desk.key(K.Key_Right)
    assert desk.view.choice.focus == "card-shop"


def test_tab_walks_in_reading_order(desk: Desk) -> None:
    desk.click("card-ad")
    walk = []
    for _ in range(4):
        QTest.keyClick(desk.view, K.Key_Tab)
        walk.append(desk.view.choice.focus)
    assert walk == ["card-banner", EMPTY, "card-search", "card-shop"]
    QTest.keyClick(desk.view, K.Key_Backtab)
    assert desk.view.choice.focus == "card-search"


def test_escape_climbs_text_card_cell_nothing(desk: Desk) -> None:
    desk.double_click("card-ad")
    assert desk.view._touch.writer.active
    desk.key(K.Key_Escape)
    assert not desk.view._touch.writer.active
    assert (chosen(desk), desk.view.choice.focus) == (("card-ad",), "card-ad")
    desk.key(K.Key_Escape)
    assert (chosen(desk), desk.view.choice.focus) == ((), f"{TOUCHPOINTS}|step-learn-1")
    desk.key(K.Key_Escape)
    assert (chosen(desk), desk.view.choice.focus) == ((), "")


def test_selection_survives_zoom_and_undo(desk: Desk) -> None:
    desk.click("card-ad")
    desk.click("card-shop", M.ControlModifier)
    desk.view.set_zoom(2.0)
    desk.bench.do("Move card", desk.bench.plans.move_cards(["card-ad"], ACTIONS, "step-buy-1"))
    desk.session.undo()
    desk.view.fit_map()
    assert chosen(desk) == ("card-ad", "card-shop")


def test_keys_not_meant_for_the_map_go_on_to_the_window(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtGui import QKeyEvent

    desk.click("card-ad")
    passed = []
    for key, held in (
        (K.Key_Delete, M.NoModifier),
        (K.Key_Backspace, M.NoModifier),
        (K.Key_D, M.ControlModifier),
        (K.Key_K, M.ControlModifier),
        (K.Key_F8, M.NoModifier),
    ):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, held)
        desk.view.keyPressEvent(event)
        passed.append(event.isAccepted())
    assert passed == [False] * 5
    assert desk.steps == ()
