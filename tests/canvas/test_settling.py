"""A sheet that becomes smaller finds its place in the window; one that somebody has put somewhere stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from editor.canvas.view import MapView
from editor.model.records import Stage
from editor.session.session import Session
from tests.canvas.big import grid
from tests.canvas.shown import Desk
from tests.canvas.test_repainting import SAMPLES, repainted, shown
from tests.canvas.test_view import NO_KEYS, opened
from tests.pointer import move

LEFT = Qt.MouseButton.LeftButton
SCALE = 0.5


@pytest.fixture(params=[False, True], ids=["ltr", "rtl"])
def rtl(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def view(rtl: bool) -> Iterator[MapView]:
    made = opened(grid(20, 3, 2, 2, rtl=rtl))
    yield made
    made.close()


def put(view: MapView, columns: int, rtl: bool, lanes: int = 3) -> None:
    view.set_picture(grid(columns, lanes, 2, 2, rtl=rtl))


def margins(view: MapView) -> tuple[float, float]:
    """Pixels of desk on the left and on the right of the sheet."""
    place = view.camera.pixels(view.camera.sheet)
    return place.left(), view.viewport().width() - place.right()


def is_centered(view: MapView) -> bool:
    left, right = margins(view)
    return left > 0 and abs(left - right) <= 2 and view.camera.pixels(view.camera.sheet).top() > 0


def look_at_the_end(view: MapView, rtl: bool) -> None:
    """Zoom in and go to where time ends."""
    view.set_zoom(SCALE)
    column = view.places.find("stage-9")
    view.reveal([column.ref])
    x, y = view.camera.scroll
    view.camera.scroll_to(x + (-30 if rtl else 30), y)


def test_a_fitted_sheet_that_becomes_smaller_goes_to_the_middle(view: MapView, rtl: bool) -> None:
    zoom = view.zoom
    for columns in (16, 10, 4, 12, 20):
        put(view, columns, rtl)
        assert is_centered(view), columns
        assert view.zoom == zoom
        assert view.camera.fitted


def test_a_scrolled_sheet_goes_to_the_middle_once_it_fits(view: MapView, rtl: bool) -> None:
    look_at_the_end(view, rtl)
    stood = margins(view)
    put(view, 6, rtl)
    assert is_centered(view)
    put(view, 4, rtl)
    assert is_centered(view)
    put(view, 20, rtl)
    assert margins(view) == pytest.approx(stood, abs=2), "what comes back is where it was"


def test_a_small_sheet_stays_where_somebody_has_put_it(view: MapView, rtl: bool) -> None:
    view.set_zoom(SCALE)
    put(view, 6, rtl)
    x, y = view.camera.scroll
    view.camera.scroll_to(x + 70, y + 40)
    left, right = margins(view)
    put(view, 4, rtl)
    assert margins(view)[rtl] == pytest.approx((left, right)[rtl], abs=2), "its beginning stays"
    assert not is_centered(view)


def test_a_sheet_that_does_not_fit_stays_where_it_is(view: MapView, rtl: bool) -> None:
    view.set_zoom(1.0)
    view.reveal(["stage-1"])
    beginning = margins(view)[rtl]
    put(view, 12, rtl)
    assert margins(view)[rtl] == pytest.approx(beginning, abs=2)


def test_the_end_of_a_sheet_comes_back_into_the_window(view: MapView, rtl: bool) -> None:
    look_at_the_end(view, rtl)
    top = view.camera.scroll[1]
    put(view, 10, rtl)
    assert margins(view)[not rtl] == pytest.approx(24, abs=2)
    assert view.camera.scroll[1] == top


def test_the_lower_end_comes_back_as_well(view: MapView, rtl: bool) -> None:
    put(view, 6, rtl, lanes=40)
    view.set_zoom(SCALE)
    view.reveal(["lane-39"])
    put(view, 6, rtl, lanes=12)
    place = view.camera.pixels(view.camera.sheet)
    assert view.viewport().height() - place.bottom() == pytest.approx(24, abs=2)


def test_who_looks_past_the_end_goes_on_to(view: MapView, rtl: bool) -> None:
    look_at_the_end(view, rtl)
    x, y = view.camera.scroll
    view.camera.scroll_to(x + (-500 if rtl else 500), y)
    beginning = margins(view)[rtl]
    put(view, 19, rtl)
    assert margins(view)[rtl] == pytest.approx(beginning, abs=2)


def test_nothing_moves_under_a_hand_that_holds_something(view: MapView, rtl: bool) -> None:
    look_at_the_end(view, rtl)
    place = QPoint(450, 600)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, place)
    move(view.viewport(), place + QPoint(40, 8), LEFT)
    beginning = margins(view)[rtl]
    put(view, 9, rtl)
    put(view, 6, rtl)
    assert margins(view)[rtl] == pytest.approx(beginning, abs=2)
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, place + QPoint(40, 8))
    assert is_centered(view)


@pytest.mark.parametrize("name", ["shoe-shop", "clinic-visit"])
def test_stages_that_go_and_come_leave_the_window_as_if_all_were_painted_again(name: str) -> None:
    desk = Desk(Session.open(SAMPLES / f"{name}.journey").journey, (900, 700))
    desk.view.hints.hide()
    desk.view.set_zoom(0.4)
    stages = [stage.id for stage in desk.session.journey.all(Stage)]
    desk.view.reveal(stages[-1:])
    repainted(desk)
    for key in reversed(stages[1:]):
        desk.bench.do("Remove stage", desk.bench.plans.remove([key]))
        assert shown(desk) == repainted(desk)
    assert is_centered(desk.view)
    while desk.session.history.done:
        desk.session.undo()
        assert shown(desk) == repainted(desk)
    desk.view.close()
