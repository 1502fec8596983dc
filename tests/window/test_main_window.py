"""The main window: opening, saving, closing, panels, theme, panes, drops."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage

from editor.canvas.parcels import maps
from editor.files.reading import read
from editor.model.records import Card, Channel, Image, Note, Stage
from editor.window.tokens import DARK, LIGHT
from tests.build import PNG, journey
from tests.parcels import urls
from tests.window.desk import SAMPLES, answer, show_map


@pytest.fixture
def file(tmp_path):
    return shutil.copy(SAMPLES / "laptop.journey", tmp_path / "laptop.journey")


def do(window, name: str) -> None:
    action = window.actions_by_id[name]
    assert action.isEnabled(), name
    action.trigger()


def test_without_a_file_the_start_page_is_shown_and_nothing_else(window):
    assert window.session is None
    assert window.centralWidget().currentWidget() is window.start_page
    assert window.windowTitle() == "Safar"
    assert not window.actions_by_id["file.save"].isEnabled()


def test_opening_a_file_shows_it_and_remembers_it(window, desk, file):
    answer(window)
    window.open_path(file)
    assert window.session.path == file
    assert "laptop.journey" in window.windowTitle()
    assert desk.settings.recent() == (file,)
    assert window.opened.view.picture is window.session.picture


def test_a_second_file_opens_a_second_window_and_the_same_file_none(window, desk, file):
    window.open_path(file)
    window.open_path(SAMPLES / "bakery.journey")
    window.open_path(file)
    assert [w.session.path.name for w in desk.windows()] == ["laptop.journey", "bakery.journey"]


def test_the_same_file_by_another_name_is_the_same_file(window, desk, file, tmp_path):
    window.open_path(file)
    (tmp_path / "link.journey").symlink_to(file)
    window.open_path(tmp_path / "link.journey")
    assert len(desk.windows()) == 1


def test_a_template_begins_an_unsaved_map(window):
    do(window, "file.new")
    assert window.session.path is None
    assert "Untitled journey" in window.windowTitle()
    assert "not saved yet" in window._document.full_text()
    assert window.session.journey.all(Stage)


def test_an_edit_marks_the_title_and_saving_clears_it(window, file):
    window.open_path(file)
    do(window, "insert.stage")
    assert window.isWindowModified()
    do(window, "file.save")
    assert not window.isWindowModified()
    assert len(read(file).journey.all(Stage)) == 8


def test_the_first_save_asks_for_a_name_made_of_the_title(window, tmp_path):
    show_map(window, journey("Learn: ad", title="A map: of “shoes”?"))
    answers = answer(window)
    do(window, "file.save")
    assert answers.asked == ["A map of “shoes”.journey"]
    answers.name = tmp_path / "shoes.journey"
    do(window, "file.save")
    assert window.session.path == tmp_path / "shoes.journey"
    assert read(tmp_path / "shoes.journey").state == "ok"


def test_a_save_that_fails_is_told_and_the_map_stays_unsaved(window, tmp_path):
    show_map(window, journey("Learn: ad"))
    answer(window).name = tmp_path / "no" / "folder.journey"
    do(window, "insert.stage")
    do(window, "file.save")
    assert "folder" in str(answer(window).told[0])
    assert window.isWindowModified()


@pytest.mark.parametrize(
    ("answered", "closes", "saves"), [("discard", 1, 0), ("cancel", 0, 0), ("save", 1, 1)]
)
def test_closing_a_changed_map_asks_what_to_do(window, file, answered, closes, saves):
    window.open_path(file)
    do(window, "insert.stage")
    answer(window).keep = answered
    do(window, "file.close")
    assert (window.session is None) == closes
    assert len(read(file).journey.all(Stage)) == 7 + saves
    assert answer(window).asked == ["laptop.journey"]


def test_a_cancelled_name_keeps_the_window_open(window):
    show_map(window, journey("Learn: ad"))
    do(window, "insert.stage")
    answer(window).keep = "save"
    assert not window.close()
    assert window.isVisible()


def test_closing_an_unchanged_map_asks_nothing(window, file):
    window.open_path(file)
    answer(window)
    do(window, "file.close")
    assert answer(window).asked == []
    assert window.session is None


def test_a_newer_map_can_be_looked_at_and_not_changed(window):
    show_map(window, journey("Learn: ad"), state="newer")
    assert "read only" in window._document.full_text()
    assert not window.actions_by_id["insert.stage"].isEnabled()
    assert window.actions_by_id["file.export"].isEnabled()


def test_a_dropped_journey_opens_and_other_files_are_refused(qtbot, window, file, tmp_path):
    mime = urls(file, "https://example.org/x.journey")
    assert maps(mime) == [file]
    drop = QDropEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session.path == file
    other = urls(tmp_path / "a.pdf")
    assert maps(other) == []


def test_the_outline_and_the_map_select_together(window):
    show_map(window, journey("Learn: ad, search > Buy: shop, pay"))
    opened = window.opened
    opened.outline.chosen.emit("card-pay")
    assert opened.view.selection == ("card-pay",)
    opened.view.select(("stage-learn",))
    assert opened.outline.currentIndex().data() == "Learn"
    assert opened.inspector.rows()["Title"] == "Learn"


def test_inserting_puts_things_after_what_is_selected(window):
    session = show_map(window, journey("Learn: ad > Buy: shop"))
    window.opened.choose(("card-ad",))
    do(window, "insert.card")
    do(window, "insert.stage")
    window.settled()
    assert [stage.title for stage in session.journey.all(Stage)] == ["Learn", "", "Buy"]
    assert [card.text for card in session.journey.cell("lane-touchpoints", "step-learn-1")] == ["ad", ""]
    assert session.history.done == ("Add card", "Add stage")
    window.opened.choose(("card-ad",))
    do(window, "insert.step")
    assert len(session.journey.steps("stage-learn")) == 2
    do(window, "insert.lane")
    assert len(window.opened.chosen()) == 1


def test_a_card_goes_into_the_cell_in_focus(window):
    session = show_map(window, journey("Learn: ad > Buy"))
    window.opened.view.choice.set((), "lane-touchpoints|step-buy-1")
    do(window, "insert.card")
    assert len(session.journey.cell("lane-touchpoints", "step-buy-1")) == 1


def test_delete_and_duplicate_take_the_selection(window):
    session = show_map(window, journey("Learn: ad, search > Buy: shop"))
    window.opened.choose(("card-ad", "card-search"))
    do(window, "edit.duplicate")
    assert len(session.journey.all(Card)) == 5
    window.opened.choose(("stage-learn",))
    do(window, "edit.delete")
    assert [card.text for card in session.journey.all(Card)] == ["shop"]
    do(window, "edit.undo")
    assert len(session.journey.all(Card)) == 5


def test_a_change_that_cannot_be_made_is_explained(window):
    session = show_map(window, journey("Learn: ad"))
    window.opened.choose(("step-learn-1",))
    do(window, "edit.delete")
    assert "at least one step" in window.opened.view.hints.refusal
    assert answer(window).told == []
    assert not session.dirty


def test_cards_are_copied_as_a_table_and_pasted_as_cards(window, desk):
    show_map(window, journey("Learn: ad, search"))
    window.opened.choose(("card-ad", "card-search"))
    do(window, "edit.copy")
    assert QGuiApplication.clipboard().text().split() == ["ad", "search"]
    second = desk.new_window()
    session = show_map(second, journey("Buy: shop"))
    second.opened.choose(("card-shop",))
    do(second, "edit.paste")
    assert sorted(card.text for card in session.journey.all(Card)) == ["ad", "search", "shop"]
    assert session.history.done == ("Paste",)


def test_cutting_is_one_step_and_pasting_brings_it_back(window):
    session = show_map(window, journey("Learn: ad, search"))
    window.opened.choose(("card-ad",))
    do(window, "edit.cut")
    assert [card.text for card in session.journey.all(Card)] == ["search"]
    window.opened.view.choice.set((), "lane-touchpoints|step-learn-2")
    do(window, "edit.paste")
    assert sorted(card.text for card in session.journey.all(Card)) == ["ad", "search"]
    assert session.history.done == ("Cut", "Paste")


def test_text_from_elsewhere_fills_cells(window):
    session = show_map(window, journey("Learn: ad, search > Buy"))
    window.opened.view.text_dropped.emit("one\ttwo", "lane-touchpoints|step-learn-2")
    assert [card.text for card in session.journey.cell("lane-touchpoints", "step-buy-1")] == ["two"]


def test_a_dropped_table_fills_cells_and_a_bad_one_is_told(window, tmp_path):
    session = show_map(window, journey("Learn: ad > Buy"))
    file = tmp_path / "t.csv"
    file.write_text("a;c\nb;d\n")
    window.opened.view.file_dropped.emit(str(file), "lane-touchpoints|step-buy-1")
    assert {"a", "b", "c", "d"} < {card.text for card in session.journey.all(Card)}
    window.opened.view.file_dropped.emit(str(tmp_path / "gone.csv"), "lane-touchpoints|step-buy-1")
    assert "cannot be read" in window.opened.view.hints.refusal


def test_a_dropped_picture_stands_on_its_card_and_a_false_one_is_told(window, tmp_path):
    session = show_map(window, journey("Learn: ad"))
    file = tmp_path / "red.png"
    file.write_bytes(PNG)
    window.opened.view.file_dropped.emit(str(file), "card-ad")
    image = session.journey.one(Image, session.journey.one(Card, "card-ad").image)
    assert QImage.fromData(image.data).pixelColor(0, 0) == QColor(255, 0, 0)
    assert session.history.done == ("Set picture",)
    file.write_bytes(b"GIF89a")
    window.opened.view.file_dropped.emit(str(file), "card-ad")
    assert "The picture cannot be read" in window.opened.view.hints.refusal


def test_a_touchpoint_goes_into_the_selected_column(window):
    session = show_map(window, journey("Learn: ad > Buy: shop", Channel("channel-1", "a0", "Phone", "phone")))
    window.opened.choose(("stage-buy",))
    window.opened.touchpoints.chosen.emit("channel-1")
    window.settled()
    cards = session.journey.cell("lane-touchpoints", "step-buy-1")
    assert [card.channel for card in cards] == ["", "channel-1"]


def test_the_list_of_touchpoints_follows_the_map(window):
    session = show_map(window, journey("Learn: ad", Channel("channel-1", "a0", "Phone", "phone")))
    listed = window.opened.touchpoints
    window.opened.bench.do("Rename", window.opened.bench.plans.write("channel-1", "Call"))
    assert [listed.item(row).text() for row in range(listed.count())] == ["Call"]
    session.undo()
    assert listed.item(0).text() == "Phone"


def test_a_note_is_about_what_is_selected(window):
    session = show_map(window, journey("Learn: ad"))
    window.opened.choose(("card-ad",))
    do(window, "insert.note")
    window.settled()
    assert [note.about for note in session.journey.all(Note)] == ["card-ad"]


def test_what_is_half_written_is_kept_before_saving(window, tmp_path, qtbot):
    show_map(window, journey("Learn: ad"), tmp_path / "a.journey")
    window.activateWindow()
    assert window.opened.view.write("card-ad")
    qtbot.keyClicks(window.opened.view.viewport(), "Poster")
    do(window, "file.save")
    assert [card.text for card in read(tmp_path / "a.journey").journey.all(Card)] == ["adPoster"]


def test_stages_are_walked_from_either_end(window):
    show_map(window, journey("Learn: ad > Buy: shop > Use: wear"))
    do(window, "map.next_stage")
    do(window, "map.next_stage")
    assert window.opened.chosen() == ("stage-buy",)
    window.opened.choose(())
    do(window, "map.previous_stage")
    assert window.opened.chosen() == ("stage-use",)


def test_review_goes_on_to_the_next_stage_without_owner_and_round(window):
    show_map(window, journey("Learn: ad > Buy: shop"))
    seen = []
    for _ in range(3):
        do(window, "review.ownerless")
        seen.append(window.opened.chosen()[0])
    assert seen == ["stage-learn", "stage-buy", "stage-learn"]


def test_turning_the_map_is_one_step_and_marked(window):
    session = show_map(window, journey("Learn: ad"))
    do(window, "map.rtl")
    assert session.journey.map.direction == "rtl"
    assert window.actions_by_id["map.rtl"].isChecked()
    assert not window.actions_by_id["map.ltr"].isChecked()
    do(window, "edit.undo")
    assert window.actions_by_id["map.ltr"].isChecked()


def test_panels_are_hidden_shown_and_remembered(window, desk):
    show_map(window, journey("Learn: ad"))
    panel = window.opened.outline.parentWidget()
    assert panel.isVisible()
    do(window, "view.outline")
    assert not panel.isVisible()
    assert not desk.settings.shown("outline")
    second = desk.new_window()
    show_map(second, journey("Learn: ad"))
    assert not second.opened.outline.isVisible()


def test_a_minimap_that_has_nothing_to_tell_says_when_it_comes(window):
    show_map(window, journey("Learn: ad"))
    view = window.opened.view
    view.fit_map()
    do(window, "view.minimap")
    assert view.hints.refusal == ""
    do(window, "view.minimap")
    assert view.minimap.isHidden()
    assert "look closer" in view.hints.refusal
    view.set_zoom(4.0)
    assert view.minimap.isVisible()


def test_panes_are_cycled_with_one_key(window, qtbot):
    show_map(window, journey("Learn: ad"))
    window.activateWindow()
    opened = window.opened
    opened.view.setFocus()
    seen = []
    for _ in range(4):
        do(window, "view.next_pane")
        seen.append(window.focusWidget())
    assert seen[1:] == [opened.touchpoints, opened.outline, opened.view]
    do(window, "view.previous_pane")
    assert window.focusWidget() is opened.outline


def test_the_theme_changes_everywhere_and_is_remembered(window, desk):
    show_map(window, journey("Learn: ad"))
    do(window, "theme.dark")
    assert desk.theme.tokens is DARK
    assert window.opened.view.colors.desk != LIGHT.desk
    assert desk.settings.theme() == "dark"
    assert window.actions_by_id["theme.dark"].isChecked()
    do(window, "theme.light")
    assert desk.theme.tokens is LIGHT


def test_presenting_shows_the_map_alone_and_escape_ends_it(window, qtbot):
    show_map(window, journey("Learn: ad"))
    do(window, "present.start")
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    assert not window.opened.outline.isVisible()
    window._end_presenting.activated.emit()
    assert not window.isFullScreen()
    assert window.menuBar().isVisible()
    assert window.opened.outline.isVisible()


def test_the_status_line_counts_and_shows_the_zoom(window, qtbot):
    show_map(window, journey("Learn: ad > Buy: shop"))
    with qtbot.waitSignal(window.opened.counted):
        pass
    texts = {name: part.text() for name, part in window.status._counts.items()}
    assert texts["stages"] == "2 stages"
    assert texts["cards"] == "2 cards"
    assert texts["owners"] == "2 stages without an owner"
    do(window, "view.zoom_100")
    assert window.status.zoom.text() == "100 %"
    do(window, "view.zoom_in")
    assert window.status.zoom.text() == "125 %"


def test_counts_do_not_stand_under_a_tip_of_the_status_line(window, qtbot):
    show_map(window, journey("Learn: ad > Buy: shop"))
    with qtbot.waitSignal(window.opened.counted):
        pass
    window.show()
    window.status.showMessage("Add a stage after the selected one")
    with qtbot.waitSignal(window.opened.counted):
        do(window, "insert.stage")
    parts = window.status._counts.values()
    assert not any(part.isVisible() for part in parts)
    window.status.clearMessage()
    assert [part.text() for part in parts if part.isVisible()][:2] == ["3 stages", "2 cards"]


def test_the_shape_of_the_window_is_remembered(window, desk):
    window.resize(800, 641)
    window.close()
    assert desk.new_window().height() == 641


def test_after_the_map_is_closed_the_window_starts_anew(window, file):
    window.open_path(file)
    answer(window)
    do(window, "file.close")
    assert window.start_page.isVisible()
    assert window.start_page.visible_tiles()[0].path == file
    window.open_path(file)
    assert window.session.path == file


def test_a_refused_command_is_told_under_the_map_until_something_is_done(window):
    show_map(window, journey("Learn: ad"))
    hints = window.opened.view.hints
    usual = hints.accessibleName()
    do(window, "arrange.fit")
    assert hints.refusal == hints.accessibleName() == "This changes nothing here."
    window.opened.choose(("lane-touchpoints",))
    assert hints.refusal == ""
    do(window, "arrange.fit")
    assert hints.refusal
    do(window, "insert.stage")
    assert hints.refusal == ""
    window.opened.settle()
    window.opened.choose(())
    assert hints.accessibleName() == usual


def test_a_refusal_is_seen_where_hints_are_not_wanted_and_goes_by_itself(window):
    show_map(window, journey("Learn: ad"))
    window.opened.show_panel("hints", False)
    hints = window.opened.view.hints
    assert not hints.isVisibleTo(window)
    do(window, "arrange.fit")
    assert hints.isVisibleTo(window)
    hints._while.timeout.emit()
    assert not hints.isVisibleTo(window)


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ({"locked": True}, "The lane is locked against changes. Unlock it first, in the Arrange menu."),
        ({"collapsed": True}, "The lane is collapsed. Expand it first, in the Arrange menu."),
        ({"hidden": True}, "The map shows no lane for touchpoints. Add one, or show a hidden one."),
    ],
)
def test_a_touchpoint_that_finds_no_place_is_told(window, flags, said):
    session = show_map(window, journey("Learn: ad"))
    bench = window.opened.bench
    bench.do("shut", bench.plans.set_fields(["lane-touchpoints"], **flags))
    window.opened.touchpoints.chosen.emit("")
    assert window.opened.view.hints.refusal == said
    assert session.history.done == ("shut",)


def test_an_empty_clipboard_is_told(window):
    show_map(window, journey("Learn: ad"))
    QGuiApplication.clipboard().clear()
    do(window, "edit.paste")
    assert window.opened.view.hints.refusal == "There is nothing to paste on the clipboard."
