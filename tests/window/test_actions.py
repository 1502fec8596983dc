"""The table of actions: complete, without clashes, and enabled where it can work."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from editor.window.actions import GROUPS, MENUS, ROWS, TOOLBAR
from editor.window.situation import NEEDS, Situation
from tests.build import journey
from tests.window.desk import show_map

NOTHING = Situation()
OPENED = Situation(has_map=True, writable=True)
CARD = Situation(has_map=True, writable=True, kinds=frozenset({"card"}), cell=True)
READ_ONLY = Situation(has_map=True, kinds=frozenset({"card"}), undo="Add card", cell=True)


def named_in(entries) -> list[str]:
    names = []
    for entry in entries:
        names += named_in(entry[1]) if isinstance(entry, tuple) else [entry]
    return [name for name in names if name]


def test_every_action_has_words_and_a_known_need_and_group():
    for row in ROWS:
        assert row.text.replace("&", "").strip()
        assert row.tip.strip()
        assert row.need in NEEDS
        assert row.id.partition(".")[0] in GROUPS


def test_ids_are_unique_and_every_one_stands_in_a_menu_exactly_once():
    ids = [row.id for row in ROWS]
    in_menus = [name for _, entries in MENUS for name in named_in(entries)]
    assert len(set(ids)) == len(ids)
    assert sorted(set(in_menus)) == sorted(ids)
    assert len(set(in_menus)) == len(in_menus)
    assert {name for name in TOOLBAR if name} <= set(ids)


def test_no_two_actions_share_keys():
    keys = [QKeySequence(part).toString() for row in ROWS for part in row.keys.split(", ") if part]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_no_action_takes_the_keys_that_type_polish_letters():
    for row in ROWS:
        assert not re.search(r"Ctrl\+Alt\+[A-Z](,|$)", row.keys), row.id


def test_no_two_entries_of_a_menu_share_an_underlined_letter():
    texts = {row.id: row.text for row in ROWS}
    for title, entries in MENUS:
        letters = [texts[e][texts[e].index("&") + 1].lower() for e in entries if isinstance(e, str) and e]
        letters += [
            e[0][e[0].index("&") + 1].lower() for e in entries if isinstance(e, tuple) and "&" in e[0]
        ]
        assert len(set(letters)) == len(letters), title
    bar = [title[title.index("&") + 1].lower() for title, _ in MENUS]
    assert len(set(bar)) == len(bar)


@pytest.mark.parametrize(
    ("situation", "allowed", "refused"),
    [
        (NOTHING, "file.open theme.dark help.commands", "file.save edit.undo insert.stage view.zoom_in"),
        (OPENED, "file.save insert.stage insert.lane map.rtl", "edit.undo edit.delete insert.card"),
        (CARD, "edit.delete edit.duplicate insert.card insert.step edit.copy", "edit.redo"),
        (READ_ONLY, "file.export edit.copy view.zoom_selection", "edit.undo edit.delete insert.card map.rtl"),
    ],
)
def test_situations_allow_what_can_work(situation, allowed, refused):
    needs = {row.id: row.need for row in ROWS}
    assert all(situation.allows(needs[name]) for name in allowed.split())
    assert not any(situation.allows(needs[name]) for name in refused.split())


def test_every_action_has_its_icon_among_the_icons(desk):
    assert {row.icon for row in ROWS if row.icon} <= set(desk.icons.names())


def test_undo_and_redo_say_what_they_would_do(window):
    session = show_map(window, journey("Learn: ad > Buy: shop"))
    undo, redo = window.actions_by_id["edit.undo"], window.actions_by_id["edit.redo"]
    assert not undo.isEnabled()
    window.actions_by_id["insert.stage"].trigger()
    assert undo.text() == "&Undo Add stage"
    undo.trigger()
    assert not session.dirty
    assert redo.text() == "&Redo Add stage"
    assert undo.text() == "&Undo"


def test_the_context_menu_offers_what_can_work(window):
    show_map(window, journey("Learn: ad"))
    window.opened.choose(("card-ad",))
    window.opened.view.context_wanted.emit("card-ad", QPoint(10, 10))
    menu = window.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    names = {action.objectName() for action in menu.actions()}
    assert {"edit.delete", "edit.duplicate", "insert.card"} <= names
    window.opened.choose(())
    assert "edit.delete" not in {a.objectName() for a in window.actions_by_id.context_menu(window).actions()}
    menu.close()


def test_tool_tips_name_the_keys_and_are_no_markup(window):
    tip = window.actions_by_id["file.save"].toolTip()
    assert tip == "Save  (Ctrl+S)\nSave the map"
    assert not any("<" in action.toolTip() for _, action in window.actions_by_id.rows())


def test_an_entry_that_cannot_be_chosen_says_what_must_be_there_for_it(window, qtbot):
    show_map(window, journey("Learn: ad"))
    window.show()
    actions = window.actions_by_id
    menu = next(
        one for one in window.menuBar().findChildren(QMenu) if actions["insert.card"] in one.actions()
    )
    menu.popup(window.mapToGlobal(QPoint(0, 30)))
    for key, words in (("insert.connection", actions["insert.connection"].statusTip()), ("insert.stage", "")):
        at = menu.actionGeometry(actions[key]).center()
        QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, at, menu.mapToGlobal(at)))
        if words:
            assert words.startswith("Connect the two selected")
            assert (QToolTip.isVisible(), QToolTip.text()) == (True, words)
        else:
            qtbot.waitUntil(lambda: not QToolTip.isVisible())
    menu.close()


@pytest.mark.parametrize(
    ("keys", "words"), [("Ctrl+L", "Connect the two"), ("Ctrl+M", "Add a remark"), ("Ctrl+C", "")]
)
def test_keys_that_add_something_say_what_they_need_where_they_do_nothing(window, qtbot, keys, words):
    session = show_map(window, journey("Learn: ad"))
    window.show()
    view = window.opened.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keySequence(view, QKeySequence(keys))
    assert view.hints.refusal.startswith(words)
    assert bool(view.hints.refusal) == bool(words)
    assert session.history.done == ()


def test_a_map_to_look_at_asks_nobody_to_choose_what_is_connected(window, qtbot):
    show_map(window, journey("Learn: ad"), state="newer")
    window.show()
    view = window.opened.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keySequence(view, QKeySequence("Ctrl+L"))
    assert view.hints.refusal == ""


def pressed(key: int, scan_code: int, held=Qt.KeyboardModifier.ControlModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan_code, 0, 0)


def test_control_and_the_place_of_z_undo_on_a_persian_keyboard(window):
    show_map(window, journey("Learn: ad"))
    window.actions_by_id["insert.stage"].trigger()
    persian = ord("ظ")
    assert window.actions_by_id.by_place(pressed(persian, 52)).objectName() == "edit.undo"
    window.keyPressEvent(pressed(persian, 52))
    assert not window.session.dirty


def test_places_of_keys_mean_nothing_where_the_layout_is_latin_or_alt_is_held(window):
    by_place = window.actions_by_id.by_place
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    assert by_place(pressed(Qt.Key.Key_Y, 52)) is None
    assert by_place(pressed(ord("ظ"), 52, both)) is None
    assert by_place(pressed(ord("ظ"), 20)) is None


def test_control_and_a_persian_digit_zoom(window):
    show_map(window, journey("Learn: ad"))
    assert window.actions_by_id.by_place(pressed(ord("۰"), 19)).objectName() == "view.zoom_100"
    assert window.actions_by_id.by_place(pressed(ord("۱"), 10)).objectName() == "view.zoom_all"
    assert window.actions_by_id.by_place(pressed(ord("۲"), 11)).objectName() == "view.zoom_selection"
