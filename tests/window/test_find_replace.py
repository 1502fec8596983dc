"""Finding and replacing on the map, and going back along the list of steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from editor.window.find_deeds import steps_menu
from tests.build import journey
from tests.window.desk import show_map


@pytest.fixture
def session(window):
    return show_map(window, journey("Learn: ad, my ad > Buy: shop, pay"))


def type_words(qtbot, window, words: str):
    window.actions_by_id["edit.replace"].trigger()
    bar = window.opened.find_bar
    qtbot.keyClicks(bar.words, words)
    return bar


def test_hits_are_selected_and_counted_while_somebody_types(qtbot, window, session):
    bar = type_words(qtbot, window, "AD")
    assert window.opened.chosen() == ("card-ad", "card-my-ad")
    assert bar.count.text() == "2 found"
    qtbot.keyClicks(bar.words, "x")
    assert window.opened.chosen() == ()
    assert bar.count.text() == "not found"


def test_enter_walks_round_and_shift_enter_back(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    walked = []
    for shift in (False, False, False, True):
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(bar.words, Qt.Key.Key_Return, modifier)
        walked.append(window.opened.chosen())
    assert walked == [("card-ad",), ("card-my-ad",), ("card-ad",), ("card-my-ad",)]
    assert bar.count.text() == "2 of 2"


def test_one_is_replaced_and_then_all_in_one_step(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    qtbot.keyClicks(bar.by, "poster")
    bar.walk(1)
    bar.one.click()
    assert window.opened.bench.facts.text("card-ad") == "poster"
    assert window.opened.chosen() == ("card-my-ad",)
    session.undo()
    bar.every.click()
    assert [window.opened.bench.facts.text(key) for key in ("card-ad", "card-my-ad")] == [
        "poster",
        "my poster",
    ]
    assert session.history.done == ("Replace all",)
    assert not bar.every.isEnabled()


def test_escape_goes_back_to_the_map(qtbot, window, session):
    bar = type_words(qtbot, window, "pay")
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert window.opened.chosen() == ("card-pay",)


def test_finding_alone_has_no_part_for_replacing(window, session):
    window.actions_by_id["edit.find"].trigger()
    assert window.opened.find_bar.by.isHidden()


def test_a_click_on_a_step_goes_there_and_back(window, session):
    plans = window.opened.bench.plans
    for text in ("one", "two", "three"):
        window.opened.bench.do(text, plans.write("card-ad", text))
    menu = steps_menu(session, window)
    assert [entry.text() for entry in menu.actions()] == ["three", "two", "one", "As it was before"]
    menu.actions()[2].trigger()
    assert window.opened.bench.facts.text("card-ad") == "one"
    menu = steps_menu(session, window)
    assert [entry.isChecked() for entry in menu.actions()] == [False, False, True, False]
    menu.actions()[0].trigger()
    assert window.opened.bench.facts.text("card-ad") == "three"
    steps_menu(session, window).actions()[-1].trigger()
    assert window.opened.bench.facts.text("card-ad") == "ad"
