"""Writing in place with real keys and clicks on a shown window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextFormat,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.canvas.text_item import TextItem
from editor.history.steps import Deed
from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Connection, Lane, Persona, Step
from editor.picture.geometry import Rect
from tests.build import TOUCHPOINTS, journey, with_records
from tests.canvas.shown import Desk

K, M = Qt.Key, Qt.KeyboardModifier
SKETCH = "Learn: ad + banner, , search > Buy: shop, pay"
EMPTY = f"{TOUCHPOINTS}|step-learn-2"
ZWNJ, RLM, LRM = "\u200c", "\u200f", "\u200e"


def made(sketch: str = SKETCH, **of_map: object) -> Journey:
    return journey(sketch, title="Shoes", **of_map)


@pytest.fixture(params=["ltr", "rtl"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    opened = Desk(made(direction=request.param))
    opened.view.set_zoom(1.0)
    yield opened
    opened.view.close()


@pytest.fixture
def english() -> Iterator[Desk]:
    opened = Desk(made())
    opened.view.set_zoom(1.0)
    yield opened
    opened.view.close()


@pytest.fixture
def persian() -> Iterator[Desk]:
    opened = Desk(made("آگاهی: می, بنر > خرید: سفارش", direction="rtl", language="fa"))
    opened.view.set_zoom(1.0)
    yield opened
    opened.view.close()


def item(desk: Desk) -> TextItem:
    found = desk.view._touch.writer.item
    assert found is not None
    return found


def writing(desk: Desk) -> bool:
    return desk.view._touch.writer.active


def press(desk: Desk, key: int, text: str = "", held: M = M.NoModifier, scan: int = 0) -> None:
    """Send a key with its text and scan code, as a keyboard's own layout does."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(desk.view, QKeyEvent(kind, key, held, scan, 0, 0, text))


def paste(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    desk.key(K.Key_V, M.ControlModifier)


# How writing begins


def test_a_double_click_writes_where_it_was_clicked(desk: Desk) -> None:
    desk.double_click("card-banner")
    assert writing(desk)
    assert not item(desk).textCursor().hasSelection()
    desk.key(K.Key_End)
    desk.type("s")
    assert desk.text("card-banner") == "banners"


@pytest.mark.parametrize("ref", ["title", "persona-1", "stage-learn", "step-learn-1", TOUCHPOINTS])
def test_a_double_click_on_a_name_selects_it_whole(ref: str) -> None:
    step, lane = (
        Step("step-learn-1", "a0", "stage-learn", "Hear of it"),
        Lane(TOUCHPOINTS, "a0", title="Where"),
    )
    desk = Desk(with_records(made(), step, lane, Persona("persona-1", "a0", "Runner")))
    key = desk.session.journey.map.id if ref == "title" else ref
    before = desk.text(key)
    desk.double_click(key)
    desk.key(K.Key_Right)
    desk.type("s")
    assert desk.text(key) == f"{before}s"
    desk.key(K.Key_Escape)
    desk.double_click(key)
    desk.type("New")
    assert desk.text(key) == "New"
    desk.key(K.Key_Return)
    assert desk.steps == ("Edit text",)
    desk.view.close()


def test_a_double_click_in_a_name_that_is_written_selects_a_word(english: Desk) -> None:
    english.bench.do("x", english.bench.plans.write("stage-learn", "Learn more"))
    english.double_click("stage-learn")
    words = item(english).sceneBoundingRect()
    begin = english.view.mapFromScene(words.left(), words.center().y()) + QPoint(14, 0)
    QTest.mouseDClick(english.view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    english.type("x")
    assert english.text("stage-learn") == "x more"


@pytest.mark.parametrize("key", [K.Key_F2, K.Key_Return, K.Key_Enter])
def test_a_key_writes_at_the_end(desk: Desk, key: Qt.Key) -> None:
    desk.click("card-ad")
    desk.key(key)
    desk.type("vert")
    assert desk.text("card-ad") == "advert"
    desk.key(K.Key_Return, M.ControlModifier)
    assert desk.steps == ("Edit text",)


def test_a_letter_begins_the_label_of_a_connection(desk: Desk) -> None:
    line = Connection("tie-1", "card-ad", "card-shop")
    desk.session.do("Connect", Change(added={"tie-1": line}))
    desk.view.select(("tie-1",))
    desk.type("then")
    assert desk.text("tie-1") == "then"


@pytest.mark.parametrize("ref", ["stage-learn", TOUCHPOINTS, "title"])
def test_titles_are_written_in_place(desk: Desk, ref: str) -> None:
    ref = desk.session.journey.map.id if ref == "title" else ref
    desk.double_click(ref)
    desk.key(K.Key_A, M.ControlModifier)
    desk.type("New")
    desk.key(K.Key_Return)
    assert not writing(desk)
    assert desk.text(ref) == "New"
    assert desk.steps == ("Edit text",)


def test_typing_over_a_selected_card_replaces_its_text(desk: Desk) -> None:
    desk.click("card-ad")
    desk.type("poster")
    assert desk.text("card-ad") == "poster"
    desk.key(K.Key_Escape)
    assert desk.text("card-ad") == "ad"
    assert desk.steps == ()


@pytest.mark.parametrize("digit", ["2", "۲"])
def test_digits_are_letters_on_a_card(english: Desk, digit: str) -> None:
    english.click("card-ad")
    press(english, ord(digit), digit)
    assert english.text("card-ad") == digit


def test_typing_in_an_empty_cell_starts_a_card(desk: Desk) -> None:
    desk.click(EMPTY)
    desk.type("mail")
    desk.key(K.Key_Return, M.ControlModifier)
    (key,) = desk.bench.facts.cards(TOUCHPOINTS, "step-learn-2")
    assert desk.text(key) == "mail"
    assert desk.view.selection == (key,)
    assert desk.steps == ("Add card",)


def test_commands_and_control_keys_do_not_begin_to_write(desk: Desk) -> None:
    desk.click("card-ad")
    for key, held in (
        (K.Key_D, M.ControlModifier),
        (K.Key_Delete, M.NoModifier),
        (K.Key_Backspace, M.NoModifier),
    ):
        desk.key(key, held)
    assert not writing(desk)


def test_a_new_card_is_written_at_once(english: Desk) -> None:
    (key,) = english.bench.do("Add card", english.bench.plans.add_card(TOUCHPOINTS, "step-learn-2"))
    assert english.view.write(key)
    english.type("hello")
    english.key(K.Key_Return, M.ControlModifier)
    assert english.text(key) == "hello"
    assert english.steps == ("Add card", "Edit text")


def test_a_map_to_look_at_opens_nothing(english: Desk, qtbot: QtBot) -> None:
    english.view.set_bench(None)
    with qtbot.waitSignal(english.view.activated) as told:
        english.double_click("card-ad")
    assert told.args == ["card-ad"]
    assert not writing(english)


def test_small_writing_is_brought_near(english: Desk) -> None:
    english.view.set_zoom(0.2)
    assert english.view.write("card-ad")
    assert english.view.zoom >= 0.7


@pytest.mark.parametrize("ref", ["map", "stage-learn", TOUCHPOINTS, "card-ad"])
def test_a_map_that_is_whole_in_sight_stands_still_when_writing_begins(desk: Desk, ref: str) -> None:
    desk.view.fit_map()
    before = desk.view.camera.scroll
    assert desk.view.write(ref)
    assert writing(desk)
    assert desk.view.camera.scroll == before


def test_words_keep_clear_of_the_minimap(english: Desk) -> None:
    view, minimap = english.view, english.view.minimap
    minimap.show()
    view.place_panels()
    spot = view.places.find("card-search")
    corner = minimap.geometry().center()
    view.camera.put(spot.rect.center, corner.x(), corner.y())
    assert view.camera.touched(spot.rect).intersects(minimap.geometry())
    assert view.write("card-search")
    words = item(english).sceneBoundingRect()
    place = view.camera.touched(Rect(words.x(), words.y(), words.width(), words.height()), 0)
    assert not place.intersects(minimap.geometry())
    assert view.viewport().rect().contains(place)


# How it ends


def test_a_click_outside_keeps_the_text(desk: Desk) -> None:
    desk.double_click("card-ad")
    desk.key(K.Key_End)
    desk.type("!")
    desk.click("card-shop")
    assert desk.text("card-ad") == "ad!"
    assert desk.steps == ("Edit text",)
    assert desk.view.selection == ("card-shop",)


def test_a_click_inside_moves_the_cursor(english: Desk) -> None:
    english.double_click("card-banner")
    english.key(K.Key_Home)
    place = english.view.camera.pixels(english.view.places.find("card-banner").rect).toRect()
    for pixel in (QPoint(place.right() - 24, place.center().y()), place.topLeft() + QPoint(3, 3)):
        QTest.mouseClick(english.view.viewport(), Qt.MouseButton.LeftButton, pos=pixel)
        assert writing(english)
    assert item(english).textCursor().position() == 6


def test_enter_makes_a_line_on_cards(desk: Desk) -> None:
    desk.click("card-ad")
    desk.key(K.Key_F2)
    desk.key(K.Key_Return)
    desk.type("more")
    desk.key(K.Key_Return, M.ShiftModifier)
    desk.type("still")
    desk.key(K.Key_Return, M.ControlModifier)
    assert desk.text("card-ad") == "ad\nmore\nstill"


def test_tab_goes_on_and_starts_a_card_in_an_empty_cell(desk: Desk) -> None:
    desk.click("card-ad")
    desk.key(K.Key_F2)
    desk.key(K.Key_Tab)
    desk.type("s")
    desk.key(K.Key_Tab)
    desk.type("mail")
    desk.key(K.Key_Tab)
    desk.key(K.Key_Backtab)
    desk.key(K.Key_Escape)
    assert desk.text("card-banner") == "banners"
    (key,) = desk.bench.facts.cards(TOUCHPOINTS, "step-learn-2")
    assert desk.text(key) == "mail"
    assert desk.steps == ("Edit text", "Add card")
    assert desk.view.selection == (key,)


def test_tab_goes_from_name_to_name_and_typing_takes_their_place(desk: Desk) -> None:
    desk.double_click("stage-learn")
    desk.type("Hear")
    desk.key(K.Key_Tab)
    desk.type("Pay")
    desk.key(K.Key_Backtab)
    desk.key(K.Key_End)
    desk.type("s")
    desk.key(K.Key_Return)
    assert (desk.text("stage-learn"), desk.text("stage-buy")) == ("Hears", "Pay")
    assert desk.steps == ("Edit text",) * 3


def test_losing_the_focus_keeps_the_text(qtbot: QtBot) -> None:
    window = QWidget()
    field, desk = QLineEdit(window), Desk(made())
    window.resize(1200, 830)
    desk.view.setParent(window)
    desk.view.move(0, 30)
    desk.view.show()
    qtbot.addWidget(window)
    window.show()
    QTest.qWaitForWindowActive(window)
    desk.view.setFocus()
    assert desk.view.write("card-ad")
    desk.type("!")
    field.setFocus()
    assert not writing(desk)
    assert desk.steps == ("Edit text",)


def test_nothing_changed_is_no_step(desk: Desk) -> None:
    desk.double_click("card-ad")
    desk.key(K.Key_Return, M.ControlModifier)
    assert desk.steps == ()


def test_undo_works_in_the_text_and_then_on_the_map(desk: Desk) -> None:
    desk.click("card-ad")
    desk.key(K.Key_F2)
    desk.type(" on walls")
    for expected in ("ad on", "ad"):
        desk.key(K.Key_Z, M.ControlModifier)
        assert desk.text("card-ad") == expected
    desk.key(K.Key_Z, M.ControlModifier | M.ShiftModifier)
    assert desk.text("card-ad") == "ad on"
    desk.key(K.Key_Return, M.ControlModifier)
    assert desk.steps == ("Edit text",)
    desk.session.undo()
    assert desk.text("card-ad") == "ad"


def test_an_undo_of_the_window_ends_the_writing(desk: Desk) -> None:
    desk.double_click("card-ad")
    desk.type("x")
    desk.session.undo()
    assert not writing(desk)
    assert desk.text("card-ad") == "ad"


def test_the_card_grows_while_it_is_written(english: Desk) -> None:
    english.click("card-ad")
    before = english.view.places.find("card-ad").rect.h
    english.key(K.Key_F2)
    english.type(" on every wall of the town and on the bridges over the river")
    assert english.view.places.find("card-ad").rect.h > before + 20


# What reaches the text


def test_shift_space_types_the_joiner_behind_persian_letters_only(persian: Desk) -> None:
    key = persian.bench.facts.cards(TOUCHPOINTS, persian.bench.facts.steps()[0])[0]
    assert persian.view.write(key)
    persian.key(K.Key_Space, M.ShiftModifier)
    press(persian, 0x0634, "ش")
    assert persian.text(key) == f"می{ZWNJ}ش"
    persian.type(" ok")
    persian.key(K.Key_Space, M.ShiftModifier)
    assert persian.text(key) == f"می{ZWNJ}ش ok "


def test_the_joiner_of_a_persian_layout_reaches_the_text(persian: Desk) -> None:
    key = persian.bench.facts.cards(TOUCHPOINTS, persian.bench.facts.steps()[0])[0]
    assert persian.view.write(key)
    press(persian, K.Key_Space, ZWNJ, M.ShiftModifier)
    press(persian, K.Key_2, "", M.ControlModifier | M.ShiftModifier)
    assert persian.text(key) == f"می{ZWNJ}{ZWNJ}"


@pytest.mark.parametrize("held", [M.NoModifier, M.ControlModifier | M.AltModifier, M.GroupSwitchModifier])
def test_altgr_letters_reach_the_text(english: Desk, held: M) -> None:
    english.click("card-ad")
    for letter in "ąęśżł":
        press(english, ord(letter.upper()), letter, held)
    assert english.text("card-ad") == "ąęśżł"


def test_an_input_method_writes(english: Desk) -> None:
    assert english.view.write("card-ad")
    assert english.view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    assert english.view.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == "ad"
    started = QInputMethodEvent("か", [])
    QApplication.sendEvent(english.view, started)
    assert english.text("card-ad") == "ad"
    ended = QInputMethodEvent()
    ended.setCommitString("か")
    QApplication.sendEvent(english.view, ended)
    assert english.text("card-ad") == "adか"


def test_control_and_right_shift_turn_the_paragraph_and_turn_it_back(desk: Desk) -> None:
    assert desk.view.write("card-ad")
    for scan, expected in ((62, RLM + "ad"), (62, RLM + "ad"), (50, "ad"), (50, "ad"), (0, RLM + "ad")):
        turn(desk, scan)
        assert desk.text("card-ad") == expected
    assert item(desk).textCursor().position() == 3
    desk.key(K.Key_Z, M.ControlModifier)
    assert desk.text("card-ad") == "ad"


def turn(desk: Desk, scan: int) -> None:
    down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for kind, key, held, place in (
        (down, K.Key_Control, M.NoModifier, 37),
        (down, K.Key_Shift, M.ControlModifier, scan),
        (up, K.Key_Shift, M.ControlModifier, scan),
        (up, K.Key_Control, M.NoModifier, 37),
    ):
        QApplication.sendEvent(desk.view, QKeyEvent(kind, key, held, place, 0, 0))


def test_control_shift_and_a_letter_turns_nothing(english: Desk) -> None:
    assert english.view.write("card-ad")
    view = english.view
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, K.Key_Shift, M.ControlModifier, 62, 0, 0))
    english.key(K.Key_Z, M.ControlModifier | M.ShiftModifier)
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyRelease, K.Key_Shift, M.ControlModifier, 62, 0, 0))
    assert english.text("card-ad") == "ad"


def test_paragraphs_find_their_direction(english: Desk) -> None:
    assert english.view.write("card-ad")
    english.key(K.Key_Return)
    press(english, 0x062E, "خ")
    ways = [p.layoutDirection() for p in (b.blockFormat() for b in blocks(english))]
    assert ways == [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


def blocks(desk: Desk) -> Iterator[QTextBlock]:
    block = item(desk).document().begin()
    while block.isValid():
        yield block
        block = block.next()


def test_undo_works_with_a_persian_layout(english: Desk) -> None:
    assert english.view.write("card-ad")
    english.type("s")
    press(english, 0x0638, "\x1a", M.ControlModifier, scan=52)
    assert english.text("card-ad") == "ad"
    assert writing(english)


# What is pasted


def test_pasting_is_plain_text(english: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b><img src='canary.png'>")
    mime.setText("bold <img src='canary.png'>")
    QGuiApplication.clipboard().setMimeData(mime)
    assert english.view.write("card-ad")
    english.key(K.Key_V, M.ControlModifier)
    assert english.text("card-ad") == "adbold <img src='canary.png'>"
    formats = item(english).document().allFormats()
    assert not any(f.objectType() == QTextFormat.ObjectTypes.ImageObject.value for f in formats)
    assert not any(f.isCharFormat() and f.hasProperty(QTextFormat.Property.FontWeight) for f in formats)


def test_pasted_line_breaks_are_clean_and_titles_have_none(english: Desk) -> None:
    assert english.view.write("card-ad")
    paste(english, "\r\none\u2028two\x07\xad")
    assert english.text("card-ad") == "ad\none\ntwo"
    english.key(K.Key_Escape)
    assert english.view.write("stage-buy")
    paste(english, " one\ntwo\n")
    assert english.text("stage-buy") == "Buyone two"


def test_a_table_is_left_to_the_window(english: Desk, qtbot: QtBot) -> None:
    assert english.view.write("card-ad")
    QGuiApplication.clipboard().setText("a\tb\nc\td")
    with qtbot.waitSignal(english.view.table_pasted) as told:
        english.key(K.Key_V, M.ControlModifier)
    assert told.args == ["a\tb\nc\td"]
    assert not writing(english)
    assert english.steps == ()


def test_a_text_is_never_longer_than_maps_allow(english: Desk) -> None:
    assert english.view.write("card-ad")
    paste(english, "x" * 30_000)
    assert len(english.text("card-ad")) == 20_000


def test_copying_and_cutting_is_plain_text(english: Desk) -> None:
    (key,) = english.bench.do(
        "Add card", english.bench.plans.add_card(TOUCHPOINTS, "step-learn-2", text="12 % off")
    )
    assert english.view.write(key)
    english.key(K.Key_A, M.ControlModifier)
    english.key(K.Key_X, M.ControlModifier)
    assert QGuiApplication.clipboard().text() == "12 % off"
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    english.key(K.Key_Return, M.ControlModifier)
    assert english.text(key) == ""


def test_a_placeholder_is_not_written_on() -> None:
    desk = Desk(made("Learn: ad"))
    desk.bench.do("x", desk.bench.plans.write("stage-learn", ""))
    assert desk.view.write("stage-learn")
    assert item(desk).toPlainText() == ""
    desk.type("N")
    desk.key(K.Key_Return)
    assert desk.text("stage-learn") == "N"
    desk.view.close()


# What the window's commands get to see


@pytest.fixture
def commands(english: Desk) -> list[str]:
    """Commands of the view's window, as the real one has them; a list of those that were triggered."""
    found: list[str] = []
    for name, keys in (
        ("edit.delete", "Del"),
        ("edit.undo", "Ctrl+Z"),
        ("edit.copy", "Ctrl+C"),
        ("edit.all", "Ctrl+A"),
        ("insert.card", "Ctrl+Return"),
        ("insert.step", "Ctrl+Right"),
        ("edit.duplicate", "Ctrl+D"),
        ("view.zoom_in", "Ctrl++"),
        ("review.next", "F8"),
    ):
        action = QAction(name, english.view)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, name=name: found.append(f"{name} {writing(english)}"))
        english.view.addAction(action)
    return found


def test_keys_of_the_text_are_no_commands_while_it_is_written(english: Desk, commands: list[str]) -> None:
    assert english.view.write("card-banner")
    english.key(K.Key_Home)
    english.key(K.Key_Delete)
    english.type("Z")
    english.key(K.Key_Z, M.ControlModifier)
    english.key(K.Key_C, M.ControlModifier)
    english.key(K.Key_A, M.ControlModifier)
    english.key(K.Key_Right, M.ControlModifier)
    assert english.text("card-banner") == "anner"
    english.key(K.Key_Return, M.ControlModifier)
    assert commands == []
    assert english.steps == ("Edit text",)


def test_a_command_that_changes_the_map_keeps_the_text_first(english: Desk, commands: list[str]) -> None:
    assert english.view.write("card-ad")
    english.type("s")
    english.key(K.Key_D, M.ControlModifier)
    assert commands == ["edit.duplicate False"]
    assert english.steps == ("Edit text",)


def test_zooming_goes_on_with_the_writing(english: Desk, commands: list[str]) -> None:
    assert english.view.write("card-ad")
    english.key(K.Key_Plus, M.ControlModifier)
    assert commands == ["view.zoom_in True"]


# What a crash would leave


def drafts(desk: Desk, monkeypatch: pytest.MonkeyPatch, after: int) -> list[Deed]:
    """Have texts put by after so many milliseconds; return what the journal is told."""
    monkeypatch.setattr("editor.canvas.writing.DRAFT_AFTER", after)
    told: list[Deed] = []
    desk.session.history.follow(told.append)
    return told


def test_what_is_typed_is_put_by_soon(english: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told = drafts(english, monkeypatch, 0)
    english.double_click("card-banner")
    english.key(K.Key_End)
    for typed, number in (("s", 1), (" and more", 2)):
        english.type(typed)
        qtbot.waitUntil(lambda number=number: len(told) >= number)
    qtbot.waitUntil(lambda: _texts(told[-1]) == ["banners and more"])
    assert {deed.act for deed in told} == {"draft"}
    assert english.steps == ()
    english.key(K.Key_Escape)
    assert not told[-1].change
    assert english.text("card-banner") == "banner"


def test_a_letter_that_begins_a_text_is_put_by(
    english: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = drafts(english, monkeypatch, 0)
    english.click("card-banner")
    english.type("x")
    qtbot.waitUntil(lambda: bool(told))
    assert _texts(told[-1]) == ["x"]


def test_the_next_key_does_not_put_it_off(english: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told = drafts(english, monkeypatch, 1_000_000)
    english.double_click("card-banner")
    later = english.view._touch.writer._later
    english.type("a")
    begun = later.timerId()
    english.type("b")
    assert (later.timerId(), later.isSingleShot()) == (begun, True)
    english.key(K.Key_Escape)
    assert not later.isActive()
    assert told == []


def _texts(deed: Deed) -> list[str]:
    return [new.text for _, new in deed.change.updated.values()]  # type: ignore[union-attr]
