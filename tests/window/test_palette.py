"""The command palette: everything is found by a few letters and chosen without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from editor.model.values import LANE_KINDS
from editor.window.actions import ROWS
from editor.window.palette import CommandPalette, Entry, ranked
from editor.window.tokens import LIGHT
from tests.build import journey
from tests.window.desk import show_map


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def palette(qtbot, window, chosen):
    names = ("Save", "Save as", "Open", "خرید‌های من", "Zakończ pętlę")
    entries = [Entry(name, "File", "", lambda name=name: chosen.append(name)) for name in names]
    entries.append(Entry("Redo", "Edit", "Ctrl+Y", lambda: chosen.append("Redo"), enabled=False))
    made = CommandPalette(window, entries, "Search", LIGHT)
    made.show()
    return made


def names(palette) -> list[str]:
    return [entry.name for entry in palette.shown()]


def test_letters_go_to_the_field_at_once(palette):
    assert palette.focusWidget() is palette.field


def test_letters_narrow_the_list_the_best_first():
    entries = [Entry(name, "g", "", print) for name in ("Close map", "Map details", "Whole map", "Remap")]
    assert [entry.name for entry in ranked(entries, "map")] == [
        "Map details",
        "Close map",
        "Whole map",
        "Remap",
    ]
    assert [entry.name for entry in ranked(entries, "wh ma")] == ["Whole map"]
    assert ranked(entries, "zebra") == []


@pytest.mark.parametrize(
    ("typed", "found"), [("zakoncz", "Zakończ pętlę"), ("خريدهاي", "خرید‌های من"), ("SAVE A", "Save as")]
)
def test_spelling_does_not_matter(palette, typed, found):
    palette.field.setText(typed)
    assert names(palette)[0] == found


def test_words_in_a_row_come_before_the_same_words_apart():
    entries = [Entry(f"Time runs {way}", "g", "", print) for way in ("left to right", "right to left")]
    assert next(iter(ranked(entries, "right to"))).name == "Time runs right to left"


def test_enter_does_the_marked_entry_and_closes(palette, qtbot, chosen):
    palette.field.setText("save")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen == ["Save as"]
    assert not palette.isVisible()


def test_what_cannot_work_now_is_shown_and_not_done(palette, qtbot, chosen):
    palette.field.setText("redo")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen == []
    assert palette.isVisible()


def test_nothing_found_says_so(palette):
    palette.field.setText("zebra")
    assert palette._nothing.isVisible()
    palette.choose()
    assert palette.isVisible()


def test_all_actions_and_all_cards_are_in_the_palette_of_the_window(window):
    show_map(window, journey("Learn: ad, search > Buy: shop"))
    window.actions_by_id["help.commands"].trigger()
    palette = window.findChild(CommandPalette)
    assert len(palette.shown()) == len(ROWS) + 2 + 3 + len(LANE_KINDS)
    palette.field.setText("shop")
    palette.choose()
    assert window.opened.chosen() == ("card-shop",)
