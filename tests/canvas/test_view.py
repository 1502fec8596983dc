from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.canvas.colors import DARK, LIGHT
from editor.canvas.painter import image
from editor.canvas.view import MapView
from editor.model.records import Card
from editor.picture.frame import Picture
from editor.picture.geometry import Rect
from tests.canvas.big import grid
from tests.canvas.desk import BOTH, at_work
from tests.canvas.test_display import with_card
from tests.pointer import move

W, H = 900, 640
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view() -> Iterator[MapView]:
    made = opened(grid(10, 6, 2, 2))
    yield made
    made.close()


def opened(picture: Picture) -> MapView:
    made = MapView()
    made.resize(W, H)
    made.show()
    made.set_picture(picture)
    settle()
    return made


def settle() -> None:
    """Let what is due be painted and built."""
    for _ in range(60):
        QApplication.processEvents()


def seen(view: MapView) -> QImage:
    settle()
    return view.viewport().grab().toImage()


def turn(view: MapView, at: QPointF, notches: float, keys: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        at, QPointF(view.viewport().mapToGlobal(at.toPoint())), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def middle(view: MapView, ref: str) -> QPoint:
    spot = view.places.find(ref)
    assert spot is not None
    return view.camera.pixels(spot.rect).center().toPoint()


def click(view: MapView, ref: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, middle(view, ref))


def key(view: MapView, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(view, one)


def test_the_first_picture_is_fitted(view: MapView) -> None:
    place, window = view.camera.pixels(view.camera.sheet), view.viewport().rect()
    assert window.contains(place.toRect())
    assert place.width() > 0.9 * window.width() or place.height() > 0.9 * window.height()


def test_a_fitted_map_stays_fitted_until_somebody_zooms(view: MapView) -> None:
    view.resize(W // 2, H)
    small = view.zoom
    assert view.viewport().rect().contains(view.camera.pixels(view.camera.sheet).toRect())
    view.set_zoom(1.0)
    view.resize(W, H)
    assert view.zoom == 1.0 != small


def test_paper_lies_on_the_desk_in_either_theme(view: MapView) -> None:
    for colors in (LIGHT, DARK):
        view.set_colors(colors)
        canvas = seen(view)
        assert canvas.pixelColor(2, 2) == QColor(colors.desk)
        inside = view.camera.pixels(Rect(6, 6, 1, 1)).center().toPoint()
        assert canvas.pixelColor(inside) == QColor("#ffffff")


def over(view: MapView, color: str) -> QImage:
    """Return the window painted over a colour that must not shine through."""
    ratio = view.devicePixelRatioF()
    canvas = QImage(round(W * ratio), round(H * ratio), QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(QColor(color))
    view.viewport().render(canvas, QPoint())
    return canvas


@pytest.mark.parametrize("zoom", [0.02, 0.3, 1.0, 3.1])
def test_every_pixel_is_painted(view: MapView, zoom: float) -> None:
    view.set_zoom(zoom)
    seen(view)
    assert over(view, "#ff0000") == over(view, "#00ff00")
    view.set_picture(None)
    assert over(view, "#ff0000") == over(view, "#00ff00")


@pytest.mark.parametrize("at", [QPointF(100, 100), QPointF(450, 320), QPointF(850, 300)])
def test_the_wheel_with_control_zooms_at_the_pointer(view: MapView, at: QPointF) -> None:
    held = view.camera.point(at.x(), at.y())
    for notches in (3, 2, -1, 6, -4):
        turn(view, at, notches, Qt.KeyboardModifier.ControlModifier)
        now = view.camera.pixels(Rect(held.x, held.y, 0, 0)).topLeft()
        assert (now - at).manhattanLength() <= 1.5


def test_zoom_stops_at_its_limits(view: MapView) -> None:
    told: list[float] = []
    view.zoom_changed.connect(told.append)
    for _ in range(40):
        turn(view, QPointF(300, 300), 2, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(4.0)
    for _ in range(60):
        turn(view, QPointF(300, 300), -2, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(0.1)
    assert told[-1] == view.zoom


def test_the_wheel_scrolls_and_with_shift_sideways(view: MapView) -> None:
    view.set_zoom(2.0)
    x, y = view.camera.scroll
    turn(view, QPointF(300, 300), -1, Qt.KeyboardModifier.NoModifier)
    assert view.camera.scroll == (x, y + 72)
    turn(view, QPointF(300, 300), -1, Qt.KeyboardModifier.ShiftModifier)
    assert view.camera.scroll == (x + 72, y + 72)


def test_fine_turns_of_a_touchpad_add_up(view: MapView) -> None:
    view.set_zoom(2.0)
    y = view.camera.scroll[1]
    for _ in range(120):
        turn(view, QPointF(300, 300), -1 / 120, Qt.KeyboardModifier.NoModifier)
    assert abs(view.camera.scroll[1] - y - 72) <= 1


def test_hundred_percent_is_natural_size(view: MapView) -> None:
    view.set_zoom(1.0)
    assert view.camera.pixels(Rect(0, 0, 72, 72)).width() == pytest.approx(96)


def test_fit_selection_shows_what_is_chosen(view: MapView) -> None:
    view.select(["card-20", "card-10021"])
    view.fit_selection()
    window = view.viewport().rect()
    assert window.contains(middle(view, "card-20"))
    assert window.contains(middle(view, "card-10021"))
    assert view.zoom > 0.9
    view.select([])
    view.fit_selection()
    assert view.camera.fitted


@pytest.mark.parametrize("direction", BOTH)
def test_fit_selection_keeps_it_clear_of_what_is_pinned(direction: str) -> None:
    session, _ = at_work(direction)
    view = opened(session.picture)
    view.hints.say("[Enter] writes")
    for ref in [
        "stage-learn",
        "stage-use",
        *(card.id for card in session.journey.all(Card)),
        "lane-emotions",
    ]:
        view.select([ref])
        view.fit_selection()
        settle()
        (spot,) = view.places.find_all([ref])
        place, pinned = view.camera.pixels(spot.rect), view._surface.pinned
        assert QRectF(view.viewport().rect()).contains(place), ref
        assert not place.intersects(QRectF(view.hints.geometry())), ref
        if not ref.startswith("stage"):
            assert not place.intersects(pinned.header_area()), ref
        if not ref.startswith("lane"):
            assert not place.intersects(pinned.rails_area()), ref
    view.close()


def test_clicks_choose_and_tell(view: MapView) -> None:
    told: list[tuple[str, ...]] = []
    focus: list[str] = []
    view.selection_changed.connect(told.append)
    view.focus_changed.connect(focus.append)
    click(view, "card-0")
    click(view, "card-10", Qt.KeyboardModifier.ControlModifier)
    click(view, "stage-2")
    assert told == [("card-0",), ("card-0", "card-10"), ("stage-2",)]
    assert focus == ["card-0", "card-10", "stage-2"]
    assert view.selection == ("stage-2",)


def test_double_click_and_enter_open(view: MapView) -> None:
    told: list[str] = []
    view.activated.connect(told.append)
    QTest.mouseDClick(view.viewport(), LEFT, NO_KEYS, middle(view, "card-0"))
    click(view, "card-1")
    key(view, Qt.Key.Key_Return, Qt.Key.Key_F2)
    assert told == ["card-0", "card-1", "card-1"]


def test_hovering_tells_and_leaving_tells_nothing_is_there(view: MapView) -> None:
    told: list[str] = []
    view.hovered.connect(told.append)
    # The pointer may rest where another test left it, and moves wait for the painting of the last one.
    for place in (QPoint(1, 1), middle(view, "card-0"), QPoint(3, 3)):
        move(view.viewport(), place)
        settle()
    assert told == ["card-0", ""]


def test_dragging_over_open_ground_draws_a_rubber_band(view: MapView) -> None:
    first = view.camera.pixels(view.places.find("card-0").rect).topLeft().toPoint() - QPoint(3, 3)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, first)
    move(view.viewport(), middle(view, "card-11"))
    assert set(view.selection) == {"card-0", "card-1", "card-10", "card-11"}
    key(view, Qt.Key.Key_Escape)
    assert view.selection == ()


def test_panels_hear_of_a_rubber_band_once_it_is_drawn(view: MapView) -> None:
    told: list[tuple[str, ...]] = []
    view.selection_changed.connect(told.append)
    first = view.camera.pixels(view.places.find("card-0").rect).topLeft().toPoint() - QPoint(3, 3)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, first)
    for ref in ("card-0", "card-1", "card-11"):
        move(view.viewport(), middle(view, ref))
    assert told == []
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, middle(view, "card-11"))
    (chosen,) = told
    assert set(chosen) == {"card-0", "card-1", "card-10", "card-11"}


def test_very_many_chosen_cards_are_marked_too(view: MapView, monkeypatch: pytest.MonkeyPatch) -> None:
    view.select(("card-0",))
    settle()
    plain = view.viewport().grab().toImage()
    monkeypatch.setattr("editor.canvas.overlay.MANY", 1)
    view.select(("card-0", "card-1", "card-11"))
    settle()
    marked = view.viewport().grab().toImage()
    for ref in ("card-1", "card-11"):
        at = middle(view, ref)
        assert marked.pixel(at) != plain.pixel(at)
    view.select(())
    settle()
    assert view.viewport().grab().toImage() != marked


def test_space_drags_the_sheet(view: MapView) -> None:
    view.set_zoom(1.5)
    x, y = view.camera.scroll
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert view.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, QPoint(400, 300))
    move(view.viewport(), QPoint(350, 320))
    assert view.camera.scroll == (x + 50, y - 20)
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, QPoint(350, 320))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    assert view.selection == ()


def test_arrows_walk_and_keep_what_they_reach_in_sight(view: MapView) -> None:
    view.set_zoom(2.0)
    click_first(view)
    for _ in range(12):
        key(view, Qt.Key.Key_Right)
        spot = view.places.find(view.choice.focus)
        assert view.viewport().rect().adjusted(-1, -1, 1, 1).contains(view.camera.pixels(spot.rect).toRect())
    assert view.selection == ("card-90",)
    key(view, Qt.Key.Key_Down, Qt.Key.Key_Home)
    assert view.choice.focus == "lane-0"
    key(view, Qt.Key.Key_End, Qt.Key.Key_Escape)
    assert view.choice.focus.startswith("lane-0|step-9")


def click_first(view: MapView) -> None:
    view.select(["card-0"], reveal=True)


@pytest.mark.parametrize("direction", BOTH)
def test_what_is_whole_in_sight_moves_nothing_when_it_is_walked_to(direction: str) -> None:
    session, _ = at_work(direction)
    view = opened(session.picture)
    view.fit_map()
    before = view.camera.scroll
    for ref in ("map", "stage-learn", "step-learn-1", "lane-actions", "card-ad"):
        view.reveal((ref,))
        assert view.camera.scroll == before, ref
    click(view, "card-ad")
    key(view, Qt.Key.Key_Up)
    assert view.selection == ("step-learn-1",)
    key(view, Qt.Key.Key_Up)
    assert view.selection == ("stage-learn",)
    assert view.camera.scroll == before
    view.close()


def test_arrows_with_shift_extend(view: MapView) -> None:
    click(view, "card-0")
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert set(view.selection) == {"card-0", "card-1", "card-10"}


def test_in_a_right_to_left_map_right_goes_to_the_step_before() -> None:
    view = opened(grid(4, 2, 1, 2, rtl=True))
    click(view, "card-10")
    key(view, Qt.Key.Key_Right)
    assert view.selection == ("card-0",)
    view.close()


def test_tab_walks_and_leaves_at_the_end(view: MapView) -> None:
    view.select(["card-50009", "card-50091"])
    key(view, Qt.Key.Key_Backtab, Qt.Key.Key_Tab)
    assert view.choice.focus == "card-50091"
    assert view.focusNextPrevChild(True) is False or view.choice.focus == "card-50091"
    view.select([])
    key(view, Qt.Key.Key_Tab)
    assert view.choice.focus == ""


def test_keys_without_meaning_go_on_to_the_window(view: MapView) -> None:
    event_keys = (Qt.Key.Key_A, Qt.Key.Key_Delete)
    for one in event_keys:
        QTest.keyClick(view, one)
    assert view.selection == ()


def test_the_header_stays_in_sight(view: MapView) -> None:
    view.set_zoom(2.0)
    click_first(view)
    view.camera.scroll_to(view.camera.scroll[0], 4000)
    canvas = seen(view)
    strip = [canvas.pixelColor(x, 30).name() for x in range(0, W, 7)]
    assert {"#e6eef7", "#16395f"} & set(strip)
    at = next(x for x in range(0, W, 7) if canvas.pixelColor(x, 30).name() == "#e6eef7")
    QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, QPoint(at, 30))
    assert view.selection[0].startswith("stage-")


@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
def test_rails_stay_in_sight_on_the_leading_side(rtl: bool) -> None:
    view = opened(grid(12, 6, 2, 2, rtl=rtl))
    view.set_zoom(1.5)
    view.reveal(["card-50"])
    x = W - 30 if rtl else 30
    QTest.mouseClick(
        view.viewport(), LEFT, NO_KEYS,
        QPoint(x, middle(view, "card-50").y()),
    )  # fmt: skip
    assert view.selection == ("lane-0",)
    view.close()


def test_marks_are_not_in_the_picture(view: MapView) -> None:
    before = image(view.picture, 500)
    plain = seen(view)
    view.select(["card-0", "card-11"])
    move(view.viewport(), middle(view, "card-20"))
    assert seen(view) != plain
    assert image(view.picture, 500) == before


def test_after_hover_and_choice_nothing_stays_behind(view: MapView) -> None:
    plain = seen(view)
    view.select(["card-0", "card-11", "lane-2", "stage-1"])
    move(view.viewport(), middle(view, "card-20"))
    view.hints.say("")
    settle()
    view.select([])
    move(view.viewport(), QPoint(3, 3))
    assert seen(view) == plain


def test_scrolling_leaves_no_traces(view: MapView) -> None:
    view.set_zoom(1.3)
    view.select(["card-20021"], reveal=True)
    for dx, dy in ((40, 0), (0, 55), (-90, 30), (13, -70), (0, 200)):
        x, y = view.camera.scroll
        view.camera.scroll_to(x + dx, y + dy)
        settle()
    scrolled = seen(view)
    view.viewport().update()
    assert seen(view) == scrolled


def test_an_edit_repaints_to_what_a_fresh_view_shows(view: MapView) -> None:
    view.set_zoom(1.0)
    view.reveal(["card-10020"])
    settle()
    changed, _ = with_card(view.picture, "card-10020")
    view.set_picture(changed)
    partly = seen(view)
    view.viewport().update()
    assert seen(view) == partly


def test_the_choice_survives_edits_and_zoom(view: MapView) -> None:
    view.select(["card-10020", "card-0"])
    changed, _ = with_card(view.picture, "card-10020")
    view.set_picture(changed)
    view.set_zoom(3.0)
    assert view.selection == ("card-10020", "card-0")


def test_without_a_picture_there_is_only_the_desk(view: MapView) -> None:
    view.select(["card-0"])
    view.set_picture(None)
    canvas = seen(view)
    assert view.selection == ()
    assert {canvas.pixelColor(x, y).name() for x in (5, 300) for y in (5, 300)} == {LIGHT.desk}
    key(view, Qt.Key.Key_Right, Qt.Key.Key_Tab)
    view.set_picture(grid(2, 1, 1, 2))
    assert view.camera.fitted


def test_a_menu_is_wanted_for_what_is_under_the_pointer(view: MapView) -> None:
    told: list[str] = []
    view.context_wanted.connect(lambda ref, _: told.append(ref))
    view.select(["card-0", "card-1"])
    for ref in ("card-1", "card-20"):
        at = middle(view, ref)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
        told.append(",".join(view.selection))
    assert told == ["card-1", "card-0,card-1", "card-20", "card-20"]


def test_names_of_stages_are_readable_from_afar() -> None:
    view = opened(grid(40, 10, 3, 8))
    assert view.zoom < 0.2
    canvas = seen(view)
    stage = view.camera.pixels(view.places.find("stage-0").rect).toRect()
    rows = range(stage.center().y() - 8, stage.center().y() + 8)
    inked = [canvas.pixelColor(x, y).lightness() for x in range(stage.left(), stage.right()) for y in rows]
    assert min(inked) < 110
    view.close()


@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
def test_the_minimap_stands_where_the_map_ends(rtl: bool) -> None:
    view = opened(grid(12, 6, 2, 2, rtl=rtl))
    view.set_zoom(2.0)
    view.place_panels()
    minimap = view.minimap.geometry()
    assert (minimap.right() < W / 2) if rtl else (minimap.left() > W / 2)
    assert not view.hints.geometry().intersects(minimap)
    view.close()


def test_same_picture_again_paints_nothing(view: MapView) -> None:
    settle()
    painted: list[int] = []
    view.picture_changed.connect(lambda: painted.append(1))
    view.set_picture(view.picture._replace())
    assert painted == [1]
    assert view.camera.fitted
