"""The hint under the map: what it says of the keys is what they do."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from editor.canvas.hints import parts
from editor.model.records import Connection, Lane, Note
from editor.window.actions import ROWS
from editor.window.hint_words import CHOSEN, HERE, LONG_TEXT, MIXED, NAME, OTHER, hint
from tests.build import EMOTIONS, TOUCHPOINTS, journey, with_curve, with_records
from tests.window.desk import show_map

CHOICES = {
    "card": "card-shop",
    "stage": "stage-learn",
    "step": "step-learn-1",
    "lane": TOUCHPOINTS,
    "point": "point-1",
    "connection": "connection-1",
    "note": "note-1",
}


def sheet():
    line = Connection("connection-1", "card-ad", "card-shop")
    book = with_curve(journey("Learn: ad, search > Buy: shop"), (0.5, 0.0, -0.5))
    point = book.points(EMOTIONS)[1]
    book = with_records(book, line, Note("note-1", about="card-ad", text="a thought"))
    return book, {**CHOICES, "point": point.id}


def keys_of(words):
    """Return the keys that a hint names, those of the mouse left out."""
    return [part.text for part in parts(words) if part.key]


CASES = [(kind, key) for kind, words in CHOSEN.items() for key in keys_of(words)]


def at_work(window, qtbot, book):
    """Open a map and give it the keyboard; return its session and its workspace."""
    session = show_map(window, book)
    window.opened.view.setFocus()
    window.activateWindow()
    qtbot.waitUntil(window.opened.view.hasFocus)
    return session, window.opened


@pytest.mark.parametrize(("kind", "key"), CASES)
def test_every_key_of_the_hint_does_something(window, qtbot, kind, key):
    book, ids = sheet()
    session, opened = at_work(window, qtbot, book)
    opened.choose((ids[kind],), reveal=True)
    assert opened.view.hints.accessibleName() == " ".join(part.text for part in parts(CHOSEN[kind]))
    before = opened.view.zoom
    QTest.keySequence(opened.view, QKeySequence(key))
    writes = opened.view._touch.writer.active
    opened.settle()
    assert session.history.done or writes or opened.view.zoom != before
    assert bool(session.history.done) == (key not in ("Enter", "Ctrl+2"))


def test_the_hint_of_an_emotion_tells_the_way(window, qtbot):
    book, ids = sheet()
    session, opened = at_work(window, qtbot, book)
    opened.choose((ids["point"],))
    old = session.journey.get(ids["point"])
    QTest.keySequence(opened.view, QKeySequence("Up"))
    QTest.keySequence(opened.view, QKeySequence("Left"))
    new = session.journey.get(ids["point"])
    columns = [step.id for step in session.journey.columns()]
    assert new.value > old.value
    assert (columns.index(new.step), new.at) < (columns.index(old.step), old.at)


def test_several_kinds_and_what_cannot_be_removed_have_hints_of_their_own(window):
    book, _ = sheet()
    show_map(window, book)
    opened = window.opened
    said = opened.view.hints.accessibleName
    opened.choose(("card-ad", "stage-learn"))
    assert said() == " ".join(part.text for part in parts(MIXED))
    opened.choose((book.points(EMOTIONS)[0].persona,))
    assert said() == " ".join(part.text for part in parts(OTHER))
    assert "read all about it" in hint(True, {"card"})


@pytest.mark.parametrize(("lane", "takes"), [(TOUCHPOINTS, "cards"), (EMOTIONS, "points"), ("lane-shut", "")])
def test_an_empty_place_says_what_comes_there(window, qtbot, lane, takes):
    book, _ = sheet()
    shut = Lane("lane-shut", "z", "actions", locked=True)
    session, opened = at_work(window, qtbot, with_records(book, shut))
    said, before = opened.view.hints.accessibleName, opened.view.hints.accessibleName()
    opened.choose(("card-ad",))
    opened.view.choice.click(opened.view.places.find(f"{lane}|step-buy-1", "cell"))
    assert said() == (" ".join(part.text for part in parts(HERE[takes])) if takes else before)
    if takes:
        QTest.keySequence(opened.view, QKeySequence("Enter"))
        assert opened.view._touch.writer.active == (takes == "cards")
        assert bool(session.history.done) == (takes == "points")
        opened.settle()
        opened.choose(("card-ad",))
        opened.choose(())
        assert said() == before


def test_keys_have_one_name_in_hints_and_menus(window):
    menus = {
        action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        for action in (window.actions_by_id[row.id] for row in ROWS)
    }
    named = {key for words in CHOSEN.values() for key in keys_of(words) if "+" in key}
    assert named <= menus
    assert "Ctrl+Enter" in named


@pytest.mark.parametrize("key", ["Ctrl+Enter", "Ctrl+Return"])
def test_a_card_comes_with_either_of_the_two_keys(window, qtbot, key):
    book, ids = sheet()
    session, opened = at_work(window, qtbot, book)
    opened.choose((ids["card"],))
    QTest.keySequence(opened.view, QKeySequence(key))
    opened.settle()
    assert session.history.done == ("Add card",)


WRITING = {"card": LONG_TEXT, "note": LONG_TEXT, "stage": NAME, "lane": NAME}
WRITTEN = [(kind, key) for kind, words in WRITING.items() for key in keys_of(words)]


@pytest.mark.parametrize(("kind", "key"), WRITTEN)
def test_who_writes_is_told_how_it_ends(window, qtbot, kind, key):
    book, ids = sheet()
    session, opened = at_work(window, qtbot, book)
    said = opened.view.hints.accessibleName
    opened.choose((ids[kind],), reveal=True)
    before = said()
    assert opened.view.write(ids[kind])
    assert said() == " ".join(part.text for part in parts(WRITING[kind]))
    QTest.keyClicks(opened.view, "New")
    QTest.keySequence(opened.view, QKeySequence(key))
    goes_on = key == "Enter" and WRITING[kind] is LONG_TEXT
    assert opened.view._touch.writer.active or not goes_on
    assert bool(session.history.done) == (key != "Esc" and not goes_on)
    opened.settle()
    assert said() == before or key == "Tab"
    assert "takes it back" not in said()


def test_who_wants_no_hints_gets_none_while_writing(window, qtbot):
    book, _ = sheet()
    _, opened = at_work(window, qtbot, book)
    window.actions_by_id["view.hints"].trigger()
    opened.view.write("card-ad")
    assert opened.view.hints.isHidden()
    opened.settle()
    assert opened.view.hints.isHidden()
