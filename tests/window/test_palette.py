"""The command palette: everything is found by a few letters and chosen without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from editor.model.records import Card, Channel, Lane, Owner, Persona
from editor.model.values import LANE_KINDS
from editor.window.actions import ROWS
from editor.window.palette import CommandPalette, Entry, ranked
from editor.window.tokens import LIGHT
from tests.build import TOUCHPOINTS, journey
from tests.window.desk import show_map


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def palette(qtbot, window, chosen):
    names = ("Save", "Save as", "Open", "خرید‌های من", "Zakończ pętlę", "رییس 2")
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
    ("typed", "found"),
    [
        ("zakoncz", "Zakończ pętlę"),
        ("خريدهاي", "خرید‌های من"),
        ("خـرید", "خرید‌های من"),
        ("SAVE A", "Save as"),
        ("رئيس ۲", "رییس 2"),
    ],
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


def test_nothing_found_says_so(palette, qtbot):
    palette.field.setText("zebra")
    assert palette._nothing.isVisible()
    qtbot.waitUntil(lambda: palette._nothing.geometry().bottom() < palette.field.geometry().bottom() + 64)
    palette.choose()
    assert palette.isVisible()


def test_all_actions_and_all_cards_are_in_the_palette_of_the_window(window):
    show_map(window, journey("Learn: ad, search > Buy: shop"))
    window.actions_by_id["help.commands"].trigger()
    palette = window.findChild(CommandPalette)
    assert len(palette.shown()) == len(ROWS) + 2 + 1 + 3 + len(LANE_KINDS)
    palette.field.setText("shop")
    palette.choose()
    assert window.opened.chosen() == ("card-shop",)


@pytest.fixture
def peopled():
    """A map whose cards name a persona, an owner and a channel."""
    more = (
        Persona("persona-1", "a0", "Ava"),
        Owner("owner-1", "a0", "پشتیبانی‌فروش"),
        Owner("owner-2", "a1", "Łódź office"),
        Channel("channel-1", "a0", "Telefon"),
        Lane("lane-hidden", "a5", "actions", hidden=True),
        Card("card-1", "a5", TOUCHPOINTS, "step-learn-1", "One", owner="owner-1", channel="channel-1"),
        Card("card-2", "a6", TOUCHPOINTS, "step-buy-1", "Two", owner="owner-1", personas=("persona-1",)),
        Card("card-3", "a7", "lane-hidden", "step-buy-1", "Three", owner="owner-1"),
    )
    return journey("Learn: ad > Buy: shop", *more)


@pytest.fixture
def people(window, peopled):
    return show_map(window, peopled)


def sought(window, words: str, group: str) -> CommandPalette:
    """Return the palette with `words` in it and the entry of that group marked."""
    window.actions_by_id["help.commands"].trigger()
    palette = window.findChildren(CommandPalette)[-1]
    palette.field.setText(words)
    row = [entry.group for entry in palette.shown()].index(group)
    palette.list.setCurrentIndex(palette.list.model().index(row, 0))
    return palette


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("پشتيبانی", "Owner", "پشتیبانی‌فروش"),
        ("lodz", "Owner", "Łódź office"),
        ("TELE", "Channel", "Telefon"),
    ],
)
def test_owners_and_channels_open_where_they_are_edited(window, people, typed, kind, name):
    window.actions_by_id["view.inspector"].trigger()
    window.opened.choose(("card-ad",))
    sought(window, typed, kind).choose()
    assert window.opened.chosen() == ()
    assert window.actions_by_id["view.inspector"].isChecked()
    assert window.opened.inspector.rows()["Name"] == name
    assert window.opened.inspector.fields.focused() == "Name"


def test_what_is_chosen_on_the_map_gets_the_keys(window, people, qtbot):
    sought(window, "lodz", "Owner").choose()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sought(window, "telefon", "1 card of this channel").choose()
    assert window.focusWidget() is window.opened.view


def test_personas_are_chosen_on_the_map(window, people):
    sought(window, "ava", "Persona").choose()
    assert window.opened.chosen() == ("persona-1",)


@pytest.mark.parametrize(
    ("typed", "group", "cards"),
    [
        ("پشتیبانی فروش", "2 cards of this owner", ("card-1", "card-2")),
        ("telefon", "1 card of this channel", ("card-1",)),
        ("ava", "1 card of this persona", ("card-2",)),
    ],
)
def test_all_cards_that_can_be_seen_are_chosen_by_whom_they_name(window, people, typed, group, cards):
    sought(window, typed, group).choose()
    assert window.opened.chosen() == cards


def test_who_is_named_by_no_card_offers_none(window, people):
    palette = sought(window, "office", "Owner")
    assert [entry.group for entry in palette.shown()] == ["Owner"]


def test_what_is_hidden_is_offered_only_to_be_shown_again(window, people):
    groups = {entry.group for entry in sought(window, "actions", "Hidden lanes").shown()}
    assert "Lane" not in groups


def test_owners_can_be_looked_at_where_nothing_may_be_changed(window, peopled):
    show_map(window, peopled, state="newer")
    sought(window, "lodz", "Owner").choose()
    assert window.opened.inspector.rows()["Name"] == "Łódź office"
