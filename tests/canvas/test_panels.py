from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from editor.canvas.hints import Part, parts
from editor.canvas.reader import MapReader, spoken
from editor.canvas.spot import Spot
from editor.canvas.tips import tip
from editor.canvas.view import MapView
from editor.picture.geometry import Rect
from tests.canvas.big import grid
from tests.canvas.test_view import LEFT, NO_KEYS, middle, opened, settle
from tests.pointer import move

HERE = Rect(0, 0, 10, 10)
NAME = QAccessible.Text.Name


@pytest.fixture
def view() -> Iterator[MapView]:
    made = opened(grid(10, 6, 2, 2))
    yield made
    made.close()


def test_the_minimap_is_as_wide_as_the_map_is(view: MapView) -> None:
    view.minimap._redraw()
    sheet = view.camera.sheet
    inner = view.minimap.width() - 18, view.minimap.height() - 18
    assert inner[0] / inner[1] == pytest.approx(sheet.w / sheet.h, rel=0.05)


def test_a_press_on_the_minimap_goes_there(view: MapView) -> None:
    view.minimap._redraw()
    view.set_zoom(2.0)
    at = QPoint(view.minimap.width() // 2, view.minimap.height() // 2)
    QTest.mousePress(view.minimap, LEFT, NO_KEYS, at)
    shown, sheet = view.camera.shown().center, view.camera.sheet.center
    assert abs(shown.x - sheet.x) < sheet.x * 0.05
    assert abs(shown.y - sheet.y) < sheet.y * 0.08
    move(view.minimap, QPoint(10, 10), LEFT)
    QTest.mouseRelease(view.minimap, LEFT, NO_KEYS, QPoint(10, 10))
    assert view.camera.shown().x < 0


def test_the_minimap_is_there_while_it_tells_something(view: MapView) -> None:
    view.fit_map()
    assert view.minimap.isHidden()
    view.set_zoom(2.0)
    assert view.minimap.isVisible()
    assert not view.minimap.geometry().intersects(view.hints.geometry())
    view.minimap.hide()
    view.fit_map()
    view.set_zoom(2.0)
    assert view.minimap.isHidden()
    view.fit_map()
    view.minimap.show()
    assert view.minimap.isHidden()
    view.set_zoom(2.0)
    assert view.minimap.isVisible()


def test_a_fitted_map_is_clear_of_the_hints(view: MapView) -> None:
    view.resize(1200, 420)
    view.hints.say("[Enter] writes")
    view.fit_map()
    assert not view.hints.geometry().intersects(view.camera.touched(view.camera.sheet, 0))
    clear = view.zoom
    view.hints.say("")
    view.fit_map()
    assert view.zoom > clear


def test_what_is_revealed_stands_clear_of_the_hints(view: MapView) -> None:
    view.hints.say("[Enter] writes")
    view.set_zoom(2.0)
    view.camera.scroll_to(0, -400)
    lowest = max(
        (spot for spot in view.places.within(view.camera.sheet) if spot.role == "card"),
        key=lambda s: s.rect.y,
    )
    view.reveal([lowest.ref])
    assert view.camera.touched(lowest.rect).bottom() < view.hints.y()


def test_a_hint_is_words_and_keys() -> None:
    assert parts("Drag · [Enter] writes · [Tab] goes on") == (
        Part("Drag ·"), Part("Enter", True), Part("writes ·"), Part("Tab", True), Part("goes on"),
    )  # fmt: skip
    assert parts("") == ()


def test_where_there_is_little_room_the_last_pieces_of_a_hint_are_left_out(view: MapView) -> None:
    hint = "[Enter] writes · [Ctrl+Enter] adds a card · [Del] removes · [Ctrl+2] looks closer"
    view.hints.say(hint)
    assert view.hints._parts == parts(hint)
    view.set_zoom(2.0)
    view.resize(480, 600)
    settle()
    shown = view.hints._parts
    assert shown in (parts("[Enter] writes"), parts("[Enter] writes · [Ctrl+Enter] adds a card"))
    assert not view.hints.geometry().intersects(view.minimap.geometry())
    view.minimap.hide()
    view.place_panels()
    assert len(view.hints._parts) > len(shown)
    view.resize(1200, 600)
    settle()
    assert view.hints._parts == parts(hint)


def test_a_hint_that_has_no_room_at_all_stands_under_no_minimap(view: MapView) -> None:
    view.hints.say("Double-click to write in a cell of the map")
    view.resize(300, 600)
    settle()
    assert view.hints.geometry().isEmpty()
    view.resize(1200, 600)
    settle()
    assert view.hints.width() > 100


def test_hints_come_and_go_and_never_cover_the_minimap(view: MapView) -> None:
    view.hints.say("[Esc] puts everything back, [Enter] writes, [Tab] goes on to the next cell of the map")
    assert view.hints.isVisible()
    view.resize(640, 480)
    settle()
    assert not view.hints.geometry().intersects(view.minimap.geometry()) or view.hints.width() > 420
    view.hints.say("")
    assert not view.hints.isVisible()


def test_tips_are_escaped_and_only_where_text_cannot_be_read() -> None:
    nasty = Spot("c", "card", HERE, "<img src='canary.png'> & <b>more</b>")
    told = tip(nasty, 0.3)
    assert "<img" not in told
    assert "<b>" not in told
    assert "&lt;img src=" in told
    assert tip(nasty, 2.0) == ""
    assert tip(None, 0.1) == tip(Spot("c", "card", HERE, ""), 0.1) == ""
    assert tip(Spot("k", "connection", HERE, "leads to"), 2.0) != ""


def test_a_screen_reader_walks_rows_and_what_stands_in_them(view: MapView) -> None:
    reader = QAccessible.queryAccessibleInterface(view)
    assert isinstance(reader, MapReader)
    names = [reader.child(i).text(NAME) for i in range(reader.childCount())]
    assert names == ["Buying running shoes online", "Stages", *(f"Lane {i}" for i in range(1, 7))]
    lane = reader.child(2)
    assert lane.childCount() == 1 + 10 * 2
    card = lane.child(1)
    assert card.text(NAME) == view.places.find("card-0").label
    assert lane.indexOfChild(card) == 1
    assert card.parent() is lane
    assert card.rect().contains(view.viewport().mapToGlobal(middle(view, "card-0")))


def test_a_screen_reader_knows_what_is_chosen_and_in_focus(view: MapView) -> None:
    reader = view.map_reader()
    view.select(["card-10"])
    focus = reader.focusChild()
    assert focus is not None
    state = focus.state()
    assert state.selected
    assert state.focused
    assert focus.text(NAME) == view.places.find("card-10").label


def test_nodes_are_used_again_for_the_next_picture(view: MapView) -> None:
    reader = view.map_reader()
    before = [id(node) for node in reader.rows()]
    view.set_picture(grid(2, 1, 0, 2))
    after = reader.rows()
    assert [id(node) for node in after] == before[: len(after)]
    assert [kid.text(NAME) for kid in after[-1].kids()] == ["Lane 1", "cell 0", "cell 1"]


def test_what_has_no_words_is_named_by_its_kind() -> None:
    assert spoken(Spot("a|b", "cell", HERE)) == "Empty cell"
    assert spoken(Spot("c", "card", HERE)) == "Card without text"
    assert spoken(Spot("c", "card", HERE, "Pays")) == "Pays"


def test_a_refusal_takes_more_lines_where_the_window_is_narrow(view: MapView) -> None:
    view.minimap.hide()
    view.hints.say("[Enter] writes")
    usual = view.hints.size()
    view.hints.refuse("The lane is locked [for now].", "Unlock it first, in the Arrange menu.")
    assert view.hints.refusal == "The lane is locked [for now]. Unlock it first, in the Arrange menu."
    low = view.hints.height()
    assert low == usual.height()
    view.resize(300, 400)
    settle()
    assert view.hints.width() <= 300 - 2 * 16
    assert view.hints.height() > low
    assert view.rect().contains(view.hints.geometry())
    view.hints.relent()
    assert view.hints._parts == parts("[Enter] writes")
    assert view.hints.size() == usual
