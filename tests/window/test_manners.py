"""Small things at which somebody new would stumble."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QWheelEvent
from PySide6.QtWidgets import QLabel, QPushButton

from editor.model.records import Channel, Connection, Lane, Owner, Persona
from editor.window.field_forms import FORMS
from editor.window.field_text import MOST_LINES, TextField
from editor.window.inspector import Inspector
from editor.window.news import Choice, News, NewsBar
from tests.build import journey
from tests.window.desk import show_map


def test_the_corner_tells_whether_the_map_was_ever_saved(window, tmp_path):
    show_map(window, journey("Learn: ad"))
    assert window._document.full_text().endswith("– not saved yet")
    show_map(window, journey("Learn: ad"), tmp_path / "نقشه.journey")
    assert window._document.full_text() == "\u2068نقشه.journey\u2069 – saved"
    window.actions_by_id["insert.stage"].trigger()
    assert window._document.full_text().endswith("– not saved")


def test_the_first_window_leaves_room_for_its_frame(window):
    assert window.screen().availableSize().height() - window.height() >= 40


@pytest.mark.parametrize("name", ["present.start", "view.full_screen"])
def test_a_maximised_window_is_maximised_again_after_the_full_screen(window, name):
    show_map(window, journey("Learn: ad"))
    window.showMaximized()
    window.actions_by_id[name].trigger()
    assert window.isFullScreen()
    window.actions_by_id[name].trigger()
    assert not window.isFullScreen()
    assert window.isMaximized()


def test_a_map_to_look_at_calls_its_theme_what_the_menu_does(qtbot):
    made = Inspector(journey("Learn: ad"))
    qtbot.addWidget(made)
    assert made.rows()["Theme"] == "Paper"


def test_a_dropped_touchpoint_gets_the_keys(window, qtbot, monkeypatch):
    show_map(window, journey("Learn: ad > Buy: shop", Channel("channel-1", "a0", "Web")))
    window.activateWindow()
    palette, view = window.opened.touchpoints, window.opened.view
    palette.setFocus()
    palette.setCurrentRow(0)
    qtbot.waitUntil(palette.hasFocus)
    monkeypatch.setattr(QDrag, "exec", lambda drag, actions: Qt.DropAction.CopyAction)
    monkeypatch.setattr(QDrag, "target", lambda drag: view.viewport())
    palette.startDrag(Qt.DropAction.CopyAction)
    assert view.hasFocus()
    assert palette.selectedItems() == []


@pytest.mark.parametrize("lines", [1, 2, 5, MOST_LINES])
def test_a_field_shows_all_its_lines_and_leaves_the_wheel_to_the_panel(qtbot, window, lines):
    field = TextField(FORMS["lines"])
    qtbot.addWidget(field)
    field.resize(200, 36)
    field.show()
    field.show_value("\n".join(["Ęą"] * lines))
    assert field.verticalScrollBar().maximum() == 0
    at, down = QPointF(5, 5), QPoint(0, -120)
    kinds = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    wheel = QWheelEvent(at, field.mapToGlobal(at), QPoint(), down, *kinds)
    field.wheelEvent(wheel)
    assert not wheel.isAccepted()


def test_another_kind_of_element_is_shown_from_its_first_field(window, qtbot):
    show_map(window, journey("Learn: ad > Buy: shop"))
    window.activateWindow()
    opened = window.opened
    opened.view.setFocus()
    bar = opened._right_area.verticalScrollBar()
    opened.choose(("card-ad",))
    qtbot.waitUntil(lambda: bar.maximum() > 40)
    bar.setValue(40)
    opened.choose(("card-shop",))
    assert bar.value() == 40
    opened.choose(("stage-learn",))
    assert bar.value() == 0


def test_the_context_menu_says_what_a_stage_or_a_lane_in_it_means(window):
    show_map(window, journey("Learn: ad"))
    window.opened.choose(("card-ad",))
    found = window.actions_by_id.context_menu(window).actions()
    names = [action.objectName() for action in found]
    head = found[names.index("insert.card") - 1]
    assert (head.text(), head.isEnabled()) == ("Insert", False)
    show_map(window, journey("Learn: ad"), state="newer")
    assert "Insert" not in [action.text() for action in window.actions_by_id.context_menu(window).actions()]


def test_no_hint_comes_up_while_the_map_is_presented(window):
    show_map(window, journey("Learn: ad"))
    hints = window.opened.view.hints
    window.actions_by_id["present.start"].trigger()
    window.opened.choose(("card-ad",))
    assert hints.isHidden()
    window.actions_by_id["present.start"].trigger()
    assert not hints.isHidden()


def test_two_cards_are_connected_without_a_mouse(window):
    session = show_map(window, journey("Learn: ad > Buy: shop, pay"))
    connect, opened = window.actions_by_id["insert.connection"], window.opened
    opened.choose(("card-shop", "card-ad"))
    connect.trigger()
    opened.view.finish_writing()
    (line,) = session.journey.all(Connection)
    assert (line.source, line.target) == ("card-shop", "card-ad")
    assert opened.chosen() == (line.id,)
    assert session.history.done == ("Connect",)
    for chosen in ((), ("card-ad",), ("card-ad", "stage-learn"), ("card-ad", "card-shop", "card-pay")):
        opened.choose(chosen)
        assert not connect.isEnabled()


def test_a_step_can_be_added_beside_an_emotion_too(window):
    emotions = Lane("lane-feel", "z5", "emotions")
    session = show_map(window, journey("Learn: ad > Buy: shop", emotions))
    window.opened.view.choice.set((), "lane-feel|step-learn-1")
    window.actions_by_id["insert.step"].trigger()
    assert len(session.journey.steps("stage-learn")) == 2


@pytest.mark.parametrize("points", [10, 14])
def test_menus_and_buttons_are_all_there_in_the_smallest_window(window, qtbot, qapp, points):
    font = qapp.font()
    font.setPointSizeF(points)
    window.setFont(font)
    window.menuBar().setFont(font)
    show_map(window, journey("Learn: ad"))
    window.resize(window.minimumSize())
    bar = window.menuBar()
    last = bar.actionGeometry(bar.actions()[-1])
    assert last.width() > 0
    assert last.right() <= window._document.x()
    assert window._document.geometry().right() <= bar.width()
    export = next(button for button in window.findChildren(QPushButton) if button.text() == "Export")
    qtbot.waitUntil(export.isVisible)
    assert export.mapTo(window, export.rect().topRight()).x() < window.width()
    window.resize(1600, 900)
    assert window._document.width() > 300
    words = next(one for one in window.findChildren(QLabel) if one.text() == "Search and commands")
    qtbot.waitUntil(words.isVisible)


def test_news_in_a_narrow_bar_are_words_over_buttons_and_no_tower(window, qtbot):
    bar = NewsBar()
    qtbot.addWidget(bar)
    words = "Somebody has had this map open since this morning. Here you can only look at it."
    choices = (Choice("Work on a copy…", print), Choice("Try again", print))
    bar.say(News("who", words, choices))
    bar.resize(320, 100)
    bar.show()
    row = bar.row("who")
    text = row.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: row.buttons[0].y() >= text.geometry().bottom())
    assert text.width() > 240
    bar.resize(1200, 60)
    qtbot.waitUntil(lambda: row.buttons[0].x() >= text.geometry().right())


def test_a_stage_whose_name_is_being_written_has_a_line_in_the_outline(window):
    show_map(window, journey("Learn: ad"))
    window.actions_by_id["insert.stage"].trigger()
    model = window.opened.outline.model()
    assert model.index(1, 0).data() == "(no words yet)"


@pytest.mark.parametrize(("kind", "record"), [("persona", Persona), ("owner", Owner), ("channel", Channel)])
def test_people_and_channels_are_named_from_the_menu(window, qtbot, kind, record):
    session = show_map(window, journey("Learn: ad"))
    window.activateWindow()
    window.opened.choose(("card-ad",))
    window.actions_by_id["view.inspector"].trigger()
    assert not window.opened.inspector.isVisible()
    window.actions_by_id[f"insert.{kind}"].trigger()
    new = window.opened.inspector.roster(kind).new
    qtbot.waitUntil(new.hasFocus)
    qtbot.waitUntil(lambda: not new.visibleRegion().isEmpty())
    assert window.opened.chosen() == ()
    qtbot.keyClicks(new, "Anna")
    qtbot.keyClick(new, Qt.Key.Key_Return)
    assert [one.name for one in session.journey.all(record)] == ["Anna"]


def test_the_details_of_the_map_come_with_the_inspector(window):
    show_map(window, journey("Learn: ad"))
    window.actions_by_id["view.inspector"].trigger()
    window.actions_by_id["map.details"].trigger()
    assert window.opened.inspector.isVisible()
    assert window.actions_by_id["view.inspector"].isChecked()


def test_maps_without_a_file_are_told_apart_by_their_titles(window):
    session = show_map(window, journey("Learn: ad", title="Kupno butów"))
    assert window.windowTitle() == "Kupno butów[*] – Safar"
    assert window._document.full_text() == "\u2068Kupno butów\u2069 – not saved yet"
    bench = window.opened.bench
    bench.do("Rename", bench.plans.set_fields([session.journey.map.id], title="Buty \u2028zimowe"))
    assert window.document_name() == "Buty zimowe"
    window.maps.list_open()
    assert "Buty zimowe" in window.maps.open.actions()[0].text()
    bench.do("Rename", bench.plans.set_fields([session.journey.map.id], title=""))
    assert window.document_name() == "Unsaved map"


def test_news_that_are_hidden_give_the_keys_to_the_map_and_take_them_from_nobody(window, qtbot):
    show_map(window, journey("Learn: ad"))
    window.show()
    news, view = window.opened.news, window.opened.view
    news.say(News("one", "Read this.", (Choice("Later", lambda: news.take_back("one")),)))
    later = news.row("one").buttons[0]
    later.setFocus()
    later.click()
    assert window.focusWidget() is view
    news.say(News("one", "Read this."))
    window.opened.outline.setFocus()
    news.take_back("one")
    assert window.focusWidget() is window.opened.outline


def test_a_walk_through_the_panes_shows_where_the_keys_are(window, qtbot):
    show_map(
        window, journey("Learn: ad", Channel("channel-1", "a0", "Web"), Channel("channel-2", "a1", "Shop"))
    )
    window.show()
    window.opened.view.setFocus()
    touchpoints = window.opened.touchpoints
    touchpoints.setFocus(Qt.FocusReason.MouseFocusReason)
    assert touchpoints.selectedItems() == []
    window.opened.view.setFocus()
    for _ in range(4):
        window.actions_by_id["view.next_pane"].trigger()
        if window.focusWidget() is touchpoints:
            break
    assert [item.text() for item in touchpoints.selectedItems()] == ["Web"]
    window.opened.choose(("card-ad",))
    inspector = window.opened.inspector
    qtbot.waitUntil(lambda: any(field.isVisible() for field in inspector.findChildren(TextField)))
    window.actions_by_id["view.previous_pane"].trigger()
    field = window.focusWidget()
    assert isinstance(field, TextField)
    assert inspector.isAncestorOf(field)
    window.actions_by_id["view.next_pane"].trigger()
    assert window.focusWidget() is touchpoints
