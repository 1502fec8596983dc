"""Presenting: a map goes by stage by stage, and no key or click of the presenter changes it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model.records import Lane
from editor.window.presenting import READABLE
from tests.build import EMOTIONS, journey
from tests.pointer import move
from tests.window.desk import show_map

KEY = Qt.Key
MAP = "Learn: ad, search > Buy: shop, pay > Use: run"
STAGES = ["stage-learn", "stage-buy", "stage-use"]


@pytest.fixture
def presented(window):
    """The view of a map that is presented, and its session."""

    def begin(direction="ltr"):
        session = show_map(
            window, journey(MAP, Lane(EMOTIONS, "b", "emotions", "Emotions"), direction=direction)
        )
        view = window.opened.view
        view.select(["card-shop"])
        window.actions_by_id["present.start"].trigger()
        return view, session

    return begin


def press(view, *keys):
    for key in keys:
        QTest.keyClick(view, key)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_arrow_keys_go_from_stage_to_stage_the_way_time_runs(presented, direction):
    view, _ = presented(direction)
    onward, back = (KEY.Key_Right, KEY.Key_Left) if direction == "ltr" else (KEY.Key_Left, KEY.Key_Right)
    assert view.selection == ()
    assert view.choice.focus == ""
    assert view.camera.fitted
    for stage in [*STAGES, STAGES[-1]]:
        press(view, onward)
        assert view.selection == (stage,)
        header = view.camera.pixels(view.places.find(stage, "stage").rect)
        assert 0 <= header.left() < header.right() <= view.viewport().width()
        assert header.top() >= 0
    press(view, back)
    assert view.selection == ("stage-buy",)
    press(view, KEY.Key_Home)
    assert view.selection == ()
    assert view.camera.fitted


@pytest.mark.parametrize("key", [KEY.Key_PageDown, KEY.Key_Space, KEY.Key_Return])
def test_remote_controls_go_on_and_back(presented, key):
    view, _ = presented()
    press(view, key, key, KEY.Key_PageUp)
    assert view.selection == ("stage-learn",)


def test_a_high_stage_is_read_from_above_to_its_end(presented):
    view, _ = presented()
    view.resize(700, 300)
    press(view, KEY.Key_Right)
    assert view.zoom == pytest.approx(READABLE)
    column = view.places.span(view.places.find("stage-learn", "stage"))
    at_first = view.camera.scroll
    assert view.camera.pixels(column).bottom() > 300
    press(view, *[KEY.Key_Down] * 20)
    assert 250 < view.camera.pixels(column).bottom() <= 300
    press(view, *[KEY.Key_Up] * 20)
    assert abs(view.camera.scroll[1] - at_first[1]) <= 30


def test_no_key_and_no_click_changes_the_map(presented, window, qtbot):
    view, session = presented()
    window.activateWindow()
    qtbot.waitUntil(view.hasFocus)
    card = view.camera.pixels(view.places.find("card-shop").rect).center().toPoint()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=card)
    QTest.keyClicks(view, "b.x")
    press(view, KEY.Key_Delete, KEY.Key_F2, KEY.Key_Tab)
    QTest.keyClick(view, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, KEY.Key_W, Qt.KeyboardModifier.ControlModifier)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=card)
    QTest.mouseMove(view.viewport(), card + QPoint(90, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=card + QPoint(90, 0))
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, card, view.viewport().mapToGlobal(card))
    QApplication.sendEvent(view.viewport(), menu)
    assert QApplication.activePopupWidget() is None
    assert window.session is session
    assert not session.history.done


def test_what_was_offered_to_the_hand_is_gone(window):
    show_map(window, journey(MAP))
    view = window.opened.view
    view.set_zoom(1.0)
    move(view.viewport(), view.camera.pixels(view.places.find("card-shop").rect).center().toPoint())
    assert view._surface.overlay.guides
    window.actions_by_id["present.start"].trigger()
    assert not view._surface.overlay.guides


def test_keys_that_only_look_work_on(presented):
    view, _ = presented()
    press(view, KEY.Key_Right)
    for key, taken in ((KEY.Key_Plus, False), (KEY.Key_Z, True)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert event.isAccepted() is taken


@pytest.mark.parametrize("zoom", [None, 1.5])
def test_escape_ends_at_once_and_the_map_is_worked_on_where_it_was(presented, window, zoom):
    session = show_map(window, journey(MAP))
    view = window.opened.view
    if zoom:
        view.set_zoom(zoom)
    window.actions_by_id["present.start"].trigger()
    press(view, KEY.Key_Right, KEY.Key_Right, KEY.Key_Escape)
    assert not window.isFullScreen()
    assert view.selection == ("stage-buy",)
    assert view.camera.fitted is (zoom is None)
    if zoom:
        assert view.zoom == pytest.approx(zoom)
    window.opened.choose(("card-shop",))
    QTest.keyClicks(view, "new")
    window.opened.settle()
    assert session.journey.get("card-shop").text == "new"
