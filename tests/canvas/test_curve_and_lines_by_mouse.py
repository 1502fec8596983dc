"""Emotions and connections with real mouse and key events on a shown window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.canvas.tools.guides import Bubble, Dots
from editor.model.journey import Journey
from editor.model.records import Connection, Lane, Point
from tests.build import EMOTIONS, connection, journey, with_curve
from tests.canvas.shown import Desk
from tests.pointer import move

LEFT = Qt.MouseButton.LeftButton
AVA, BEN = "point-persona-ava-", "point-persona-ben-"


def made(direction: str) -> Journey:
    lanes = Lane("lane-actions", "b", "actions", "Actions")
    start = journey(
        "Learn: ad, search > Buy: shop, pay", lanes, connection("card-ad", "card-pay"), direction=direction
    )
    return with_curve(with_curve(start, (0.0, 0.5, -0.5, 1.0)), (-1.0, -1.0, 0.5, 0.5), "Ben")


@pytest.fixture(params=["ltr", "rtl"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    desk = Desk(made(request.param))
    desk.view.set_zoom(1.0)
    yield desk
    desk.view.close()


def drag(desk: Desk, start: QPoint, *way: QPoint) -> None:
    port = desk.view.viewport()
    move(port, start)
    QTest.mousePress(port, LEFT, pos=start)
    for place in way:
        move(port, place)
        QApplication.processEvents()  # a drag goes on once its last state is painted


def drop(desk: Desk, place: QPoint) -> None:
    QTest.mouseRelease(desk.view.viewport(), LEFT, pos=place)


def value(desk: Desk, key: str) -> float:
    return desk.session.journey.one(Point, key).value


def test_curve_a_point_follows_the_mouse_and_shows_its_value(desk: Desk) -> None:
    start = desk.middle(AVA + "1")
    scale = desk.view.places.scale(EMOTIONS)
    assert scale is not None
    gap = round((scale.levels[1][1] - scale.levels[0][1]) * desk.view.camera.scale)
    end = start - QPoint(0, gap)
    drag(desk, start, start - QPoint(0, 10), end)
    assert value(desk, AVA + "1") == 0.5
    (shown,) = desk.view._surface.overlay.guides
    assert isinstance(shown, Bubble)
    drop(desk, end)
    assert desk.steps == ("Move emotion",)
    assert desk.view._surface.overlay.guides == ()


def test_curve_escape_and_a_lost_focus_put_the_point_back(desk: Desk) -> None:
    start = desk.middle(AVA + "1")
    drag(desk, start, start - QPoint(0, 60))
    assert value(desk, AVA + "1") != 0.0
    desk.key(Qt.Key.Key_Escape)
    assert value(desk, AVA + "1") == 0.0
    drop(desk, start)
    drag(desk, start, start - QPoint(0, 60))
    desk.view.clearFocus()
    assert value(desk, AVA + "1") == 0.0
    assert desk.steps == ()


def test_curve_keys_move_add_and_remove(desk: Desk) -> None:
    desk.click(AVA + "1")
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert value(desk, AVA + "1") == pytest.approx(0.55)
    before = desk.middle(AVA + "1").x() - desk.view.camera.pixels(desk.view.camera.sheet).x()
    desk.key(Qt.Key.Key_Right)
    assert desk.middle(AVA + "1").x() - desk.view.camera.pixels(desk.view.camera.sheet).x() > before
    desk.key(Qt.Key.Key_Delete)
    assert AVA + "1" not in desk.session.journey
    assert desk.steps == ("Move emotion",) * 3 + ("Remove emotion",)


def test_curve_a_double_click_adds_for_whom_the_number_key_has_chosen(desk: Desk) -> None:
    desk.click(AVA + "2")
    desk.key(Qt.Key.Key_2)
    scale, camera = desk.view.places.scale(EMOTIONS), desk.view.camera
    assert scale is not None
    x, y = scale.x("step-learn-2", 0.9), scale.levels[0][1]
    place = desk.view.viewportTransform().map(QPoint(round(x), round(y)))
    assert camera.scale > 0
    QTest.mouseClick(desk.view.viewport(), LEFT, pos=place)
    QTest.mouseDClick(desk.view.viewport(), LEFT, pos=place)
    (new,) = (p for p in desk.session.journey.all(Point) if p.id in desk.view.selection)
    assert (new.persona, new.step, new.value) == ("persona-ben", "step-learn-2", 1.0)
    assert desk.steps == ("Add emotion",)


def test_connections_are_drawn_from_a_dot_and_taken_away(desk: Desk) -> None:
    view = desk.view
    middle = desk.middle("card-search")
    spot = view.places.find("card-search")
    assert spot is not None
    move(view.viewport(), middle)
    (dots,) = view._surface.overlay.guides
    assert isinstance(dots, Dots)
    rect = view.camera.pixels(spot.rect).toRect()
    start = QPoint(middle.x(), rect.bottom())
    end = desk.middle("card-shop")
    drag(desk, start, start + QPoint(0, 12), end)
    drop(desk, end)
    links = {(c.source, c.target) for c in desk.session.journey.all(Connection)}
    assert ("card-search", "card-shop") in links
    desk.key(Qt.Key.Key_Delete)
    assert desk.steps == ("Connect", "Remove connection")


def test_connections_dropped_on_an_open_cell_begin_a_card_to_write_on(desk: Desk) -> None:
    view, middle = desk.view, desk.middle("card-search")
    spot = view.places.find("card-search")
    assert spot is not None
    start = QPoint(middle.x(), view.camera.pixels(spot.rect).toRect().bottom())
    end = desk.middle("lane-actions|step-buy-1")
    drag(desk, start, start + QPoint(0, 12), end)
    drop(desk, end)
    (card,) = desk.session.journey.cell("lane-actions", "step-buy-1")
    assert view.selection == (card.id,)
    assert desk.steps == ("Connect",)


def test_connections_of_stages_are_drawn_from_a_pinned_header(desk: Desk) -> None:
    view = desk.view
    view.resize(900, 420)
    view.set_zoom(1.0)
    x, y = view.camera.scroll
    header = view.camera.pixels(view.places.outer("stage")[0].rect)
    view.camera.scroll_to(x, round(y + header.bottom() + 20))
    QApplication.processEvents()
    shift = view._surface.pinned.header_shift()
    assert shift > 0
    rects = [view.camera.pixels(spot.rect).translated(0, shift) for spot in view.places.outer("stage")]
    learn, buy = (rect.center().toPoint() for rect in rects)
    move(view.viewport(), learn)
    (dots,) = view._surface.overlay.guides
    assert isinstance(dots, Dots)
    dot = QPoint(learn.x(), round(rects[0].top()) + 1)
    drag(desk, dot, dot + QPoint(0, 12), buy)
    drop(desk, buy)
    links = [(c.source, c.target) for c in desk.session.journey.all(Connection)]
    assert ("stage-learn", "stage-buy") in links


def test_a_dragged_emotion_takes_the_sheet_along_at_the_edge(desk: Desk, qtbot: QtBot) -> None:
    view = desk.view
    view.resize(520, 600)
    view.set_zoom(1.0)
    start = desk.middle(AVA + ("4" if view.places.rtl else "1"))
    before = view.camera.scroll
    drag(desk, start, QPoint(view.viewport().width() - 4, start.y()))
    qtbot.waitUntil(lambda: view.camera.scroll[0] > before[0] + 20, timeout=20_000)
    desk.key(Qt.Key.Key_Escape)
    assert desk.steps == ()


def test_the_light_on_one_curve_is_no_part_of_the_picture(desk: Desk) -> None:
    desk.click(AVA + "2")
    plain, picture = seen(desk), desk.session.picture
    desk.key(Qt.Key.Key_2)
    assert seen(desk) != plain
    assert desk.session.picture is picture
    desk.key(Qt.Key.Key_2)
    assert seen(desk) == plain


def seen(desk: Desk) -> QImage:
    """Return what the window shows once everything is built."""
    for _ in range(30):
        QApplication.processEvents()
    return desk.view.viewport().grab().toImage()
