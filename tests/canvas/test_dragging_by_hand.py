"""Dragging with real mouse events on a shown window, in both directions of time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.canvas.tools.guides import Say
from editor.canvas.view import MapView
from editor.model.ids import Ids
from editor.model.records import Card
from editor.session.bench import Bench
from editor.session.session import Session
from tests.build import TOUCHPOINTS
from tests.canvas.desk import ACTIONS, BOTH, LOCKED, at_work, cards

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
PRESS, MOVE, RELEASE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)


class Window:
    """A shown map and the mouse over it."""

    def __init__(self, view: MapView, session: Session) -> None:
        self.view, self.session = view, session
        self.mouse = QPointF()

    def at(self, ref: str, role: str = "", share: tuple[float, float] = (0.5, 0.5)) -> QPointF:
        spot = self.view.places.find(ref, role)
        assert spot is not None, ref
        place = self.view.camera.pixels(spot.rect)
        return QPointF(place.x() + share[0] * place.width(), place.y() + share[1] * place.height())

    def send(self, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.mouse = at
        button = NONE if kind == MOVE else LEFT
        held = NONE if kind == RELEASE else LEFT
        place = self.view.viewport().mapToGlobal(at)
        QApplication.sendEvent(self.view.viewport(), QMouseEvent(kind, at, place, button, held, keys))

    def drag(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Press at one place and move to another, slowly enough for every frame to be painted."""
        self.send(PRESS, start, keys)
        for share in (0.1, 0.4, 0.8, 1.0):
            self.send(MOVE, start + (end - start) * share, keys)
            QApplication.processEvents()

    def release(self, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.send(RELEASE, self.mouse, keys)

    def seen(self) -> QImage:
        """Return what the window shows once everything is built."""
        for _ in range(30):
            QApplication.processEvents()
        return self.view.viewport().grab().toImage()

    def pixel(self, at: QPointF) -> str:
        return self.seen().pixelColor(at.toPoint()).name()


@pytest.fixture(params=BOTH)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Window:
    session, _ = at_work(request.param)
    view = MapView()
    qtbot.addWidget(view)
    view.resize(1100, 800)
    view.minimap.hide()
    view.show()
    view.setFocus()
    view.set_picture(session.picture)
    view.set_bench(Bench(session, Ids(3)))
    session.subscribe(lambda change: view.set_picture(session.picture) if change else None)
    QApplication.processEvents()
    return Window(view, session)


def test_a_card_is_dragged_into_another_cell(window: Window) -> None:
    target = window.at(f"{ACTIONS}|step-buy-1", "cell")
    unlit = window.pixel(target + QPointF(60, 0))
    window.drag(window.at("card-ad"), target)
    assert window.pixel(window.at(f"{ACTIONS}|step-buy-1", "cell", (0.5, 0.02))) != unlit
    assert window.view.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
    window.release()
    assert cards(window.session, "step-buy-1", ACTIONS) == ["ad"]
    assert window.view.selection == ("card-ad",)
    assert window.view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_fast_hand_lands_where_it_lets_go(window: Window) -> None:
    start, end = window.at("card-ad"), window.at("card-run", share=(0.5, 0.1))
    window.send(PRESS, start)
    for share in range(1, 40):
        window.send(MOVE, start + (end - start) * (share / 40))
    window.send(RELEASE, end)
    assert cards(window.session, "step-use-1") == ["ad", "run"]
    assert window.session.history.done == ("Move card",)


def test_control_copies(window: Window) -> None:
    window.drag(window.at("card-ad"), window.at("card-run", share=(0.5, 0.1)), CONTROL)
    window.release(CONTROL)
    assert cards(window.session, "step-use-1") == ["ad", "run"]
    assert cards(window.session, "step-learn-1") == ["ad", "banner"]


def test_control_may_come_and_go_during_a_drag(window: Window) -> None:
    window.drag(window.at("card-ad"), window.at("card-run", share=(0.5, 0.1)))
    QTest.keyPress(window.view, Qt.Key.Key_Control)
    assert cards(window.session, "step-learn-1") == ["ad", "banner"]
    assert cards(window.session, "step-use-1") == ["ad", "run"]
    QTest.keyRelease(window.view, Qt.Key.Key_Control)
    assert cards(window.session, "step-learn-1") == ["banner"]
    window.release()
    assert window.session.history.done == ("Move card",)


def test_escape_puts_everything_back_to_the_pixel(window: Window) -> None:
    before = window.seen()
    journey = window.session.journey.by_id()
    window.drag(window.at("card-ad"), window.at("card-run"))
    assert window.seen() != before
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    window.release()
    assert window.session.journey.by_id() == journey
    window.view.select(())
    window.view.choice.set((), "")
    window.send(MOVE, QPointF(2, 2))
    assert window.seen() == before


def test_losing_the_focus_puts_everything_back(window: Window) -> None:
    before = window.session.journey.by_id()
    window.drag(window.at("card-ad"), window.at("card-run"))
    window.view.clearFocus()
    assert window.session.journey.by_id() == before
    assert not window.session.history.gesture_open


def test_keys_do_nothing_else_while_something_is_in_the_hand(window: Window) -> None:
    window.drag(window.at("card-ad"), window.at("card-run"))
    QTest.keyClick(window.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    window.release()
    assert window.session.history.done == ("Move card",)


def test_the_sheet_creeps_at_the_edges(window: Window, qtbot: QtBot) -> None:
    window.view.set_zoom(2.0)
    window.view.reveal(["card-search"])
    QApplication.processEvents()
    before = window.view.camera.scroll
    bottom = QPointF(window.at("card-search").x(), window.view.viewport().height() - 4)
    window.drag(window.at("card-search"), bottom)
    qtbot.waitUntil(lambda: window.view.camera.scroll[1] > before[1] + 20, timeout=2000)
    window.release()
    here = window.view.camera.scroll
    QApplication.processEvents()
    assert window.view.camera.scroll == here


def test_a_stage_is_dragged_by_its_header(window: Window) -> None:
    share = 0.2 if window.session.picture.rtl else 0.8
    window.drag(window.at("stage-learn", "stage"), window.at("stage-buy", "stage", (share, 0.5)))
    window.release()
    assert Bench(window.session).facts.stages() == ("stage-buy", "stage-learn", "stage-use")


def test_the_other_stages_make_room_while_one_is_dragged(window: Window) -> None:
    before, order = window.seen(), [spot.ref for spot in window.view.places.outer("stage")]
    share = 0.2 if window.session.picture.rtl else 0.8
    window.drag(window.at("stage-learn", "stage"), window.at("stage-buy", "stage", (share, 0.5)))
    shown = sorted(window.view.places.outer("stage"), key=lambda spot: spot.rect.x)
    assert [spot.ref for spot in shown] != order
    assert window.session.history.done == ()
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    window.release()
    assert [spot.ref for spot in window.view.places.outer("stage")] == order
    window.send(MOVE, QPointF(2.0, 2.0))
    assert window.session.history.done == ()
    window.view.select(())
    assert window.seen() == before


def test_a_lane_is_dragged_by_its_rail(window: Window) -> None:
    window.drag(window.at(TOUCHPOINTS, "rail"), window.at(ACTIONS, "rail", (0.5, 0.9)))
    assert Bench(window.session).facts.lanes()[0] != TOUCHPOINTS
    window.release()
    assert window.session.history.done == ("Move lane",)
    assert Bench(window.session).facts.lanes().index(TOUCHPOINTS) == 2


def test_the_far_edge_of_a_card_is_dragged_over_steps(window: Window) -> None:
    side = 0.0 if window.session.picture.rtl else 1.0
    middle = window.at("card-search")
    window.send(PRESS, middle)
    window.send(RELEASE, middle)
    window.send(MOVE, window.at("card-search", share=(side, 0.15)))
    assert window.view.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    far = 0.2 if window.session.picture.rtl else 0.8
    to = window.at(f"{TOUCHPOINTS}|step-buy-1", "cell", (far, 0.5))
    window.drag(window.at("card-search", share=(side, 0.15)), to)
    window.release()
    assert window.session.history.done == ("Span steps",)
    assert window.session.journey.one(Card, "card-search").span == 2


def test_words_say_why_a_lane_refuses_cards(window: Window) -> None:
    window.drag(window.at("card-ad"), window.at(LOCKED, "rail"))
    (said,) = window.view._surface.overlay.guides
    assert isinstance(said, Say)
    assert window.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert window.seen().size() == window.view.viewport().size()
    window.release()
    assert window.view._surface.overlay.guides == ()
    assert window.session.history.done == ()


def test_what_was_said_to_a_key_goes_with_the_next(window: Window) -> None:
    window.view.choice.set((), f"{LOCKED}|step-buy-1")
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    assert [type(guide) for guide in window.view._surface.overlay.guides] == [Say]
    QTest.keyClick(window.view, Qt.Key.Key_Up)
    assert window.view._surface.overlay.guides == ()


def test_a_double_click_on_a_border_fits_the_column(window: Window) -> None:
    bench = Bench(window.session)
    bench.do("Widen", bench.plans.set_fields(["step-buy-1"], width=240.0))
    side = 0.0 if window.session.picture.rtl else 1.0
    x = window.at(f"{TOUCHPOINTS}|step-buy-1", "cell", (side, 0.5)).x()
    at = QPointF(x, window.at("stage-buy", "stage", (0.5, 1.0)).y() + 3)
    window.send(PRESS, at)
    window.send(RELEASE, at)
    window.send(QEvent.Type.MouseButtonDblClick, at)
    window.send(RELEASE, at)
    assert window.session.history.done == ("Widen", "Fit column")


def test_alt_and_an_arrow_move_what_is_chosen(window: Window) -> None:
    window.view.select(["card-search"])
    QTest.keyClick(window.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    where = "step-learn-1" if window.session.picture.rtl else "step-buy-1"
    assert "search" in cards(window.session, where)
    assert window.view.selection == ("card-search",)


def test_the_map_stays_in_place_when_a_column_grows(window: Window) -> None:
    bench = Bench(window.session)
    window.view.set_zoom(window.view.zoom * 1.01)
    bench.do("Write", bench.plans.write("card-pay", "Donaudampfschifffahrtsgesellschaftskapitän"))
    before, width = window.at("stage-learn", "stage"), window.session.picture.width
    bench.do("Write", bench.plans.write("card-shop", "Donaudampfschifffahrtsgesellschaftskapitän"))
    assert window.session.picture.width > width
    after = window.at("stage-learn", "stage")
    assert abs(after.x() - before.x()) <= 1


def test_a_growing_column_stays_under_the_pointer(window: Window) -> None:
    bench = Bench(window.session)
    bench.do("Write", bench.plans.write("card-ad", "Donaudampfschifffahrtsgesellschaftskapitän"))
    window.view.set_zoom(window.view.zoom * 1.01)
    end = window.at(f"{ACTIONS}|step-buy-2", "cell")
    window.drag(window.at("card-ad"), end)
    lit = window.view.camera.pixels(window.view.places.find(f"{ACTIONS}|step-buy-2", "cell").rect)
    assert lit.contains(end)
    assert cards(window.session, "step-buy-2", ACTIONS) != []
    window.release()
    assert cards(window.session, "step-buy-2", ACTIONS) != []
