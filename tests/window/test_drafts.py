"""Words that somebody is still writing in a field: they are drafted, so that a crash does not take them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from editor.history.steps import Deed
from editor.model.records import Card, Lane, Map, Owner
from editor.picture.frame import Frame, Picture
from editor.session.bench import Bench
from editor.session.session import Session
from editor.window import field_text
from editor.window.field_text import TextField
from tests.build import TOUCHPOINTS, journey

K, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TITLE = "Name the map"


@pytest.fixture
def session() -> Session:
    made = journey("Learn: ad, search", Owner("owner-1", "a0", "Support", "#0072b2"))
    return Session(made, lambda _: Picture(Frame(0, 0, 1, 1)))


@pytest.fixture
def deeds(session: Session) -> list[Deed]:
    """All that the journal is told."""
    told: list[Deed] = []
    session.history.follow(told.append)
    return told


@pytest.fixture
def inspector(inspector, qtbot, monkeypatch):
    """An inspector whose drafts are told at once."""
    monkeypatch.setattr(field_text, "DRAFT_AFTER", 0)
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    inspector.show_elements(("card-ad",))
    return inspector


def field_of(inspector, name: str) -> TextField:
    field = inspector.fields.row(name).field
    field.setFocus()
    assert field.hasFocus()
    return field


def drafted(qtbot, deeds: list[Deed], field: TextField, words: str) -> Deed:
    """Type words and return the draft of them."""
    before = len(deeds)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, words)
    rest(qtbot, field)
    assert len(deeds) > before
    assert deeds[-1].act == "draft"
    return deeds[-1]


def rest(qtbot, field: TextField) -> None:
    """Wait until what was typed is drafted, if it is to be."""
    qtbot.waitUntil(lambda: field._later is None or not field._later.isActive())


def texts(deed: Deed) -> list[tuple[str, str]]:
    return [(old.text, new.text) for old, new in deed.change.updated.values()]


def test_what_is_being_written_is_drafted_and_nothing_is_done(qtbot, inspector, session, deeds):
    field = field_of(inspector, "Text")
    draft = drafted(qtbot, deeds, field, "er ")
    assert (draft.label, texts(draft)) == ("Edit text", [("ad", "er ad")])
    assert session.history.done == ()
    assert session.journey.one(Card, "card-ad").text == "ad"
    assert texts(drafted(qtbot, deeds, field, "bann")) == [("ad", "er bannad")]


def test_a_text_that_is_kept_takes_the_place_of_its_draft(qtbot, inspector, session, deeds):
    field = field_of(inspector, "Text")
    drafted(qtbot, deeds, field, "s")
    qtbot.keyClick(field, K.Key_Return, CONTROL)
    assert [deed.act for deed in deeds] == ["draft", "do"]
    assert deeds[0].change == deeds[1].change
    rest(qtbot, field)
    field.clearFocus()
    assert len(deeds) == 2


def test_a_text_that_is_given_up_leaves_no_draft(qtbot, inspector, session, deeds):
    field = field_of(inspector, "Text")
    drafted(qtbot, deeds, field, "s")
    qtbot.keyClick(field, K.Key_Escape)
    assert [(deed.act, bool(deed.change)) for deed in deeds] == [("draft", True), ("draft", False)]


def test_a_text_that_comes_back_to_itself_leaves_no_draft(qtbot, inspector, session, deeds):
    field = field_of(inspector, "Text")
    drafted(qtbot, deeds, field, "s")
    qtbot.keyClick(field, K.Key_Backspace)
    qtbot.waitUntil(lambda: len(deeds) == 2)
    assert not deeds[1].change
    drafted(qtbot, deeds, field, "s")
    qtbot.keyClick(field, K.Key_Z, CONTROL)
    field.clearFocus()
    assert [bool(deed.change) for deed in deeds] == [True, False, True, False]
    assert session.history.done == ()


def test_a_text_that_is_none_is_not_drafted(qtbot, inspector, session, deeds):
    plans = Bench(session).plans
    session.do("Rate", plans.set_part(["card-ad"], "evidence", "level", "measured")(session.journey))
    field = field_of(inspector, "Date")
    qtbot.keyClicks(field, "2026-03-0")
    rest(qtbot, field)
    assert [deed.act for deed in deeds] == ["do"]
    assert drafted(qtbot, deeds, field, "1").change
    qtbot.keyClick(field, K.Key_0)
    qtbot.waitUntil(lambda: len(deeds) == 3)
    assert not deeds[-1].change, "keeping it would bring the old date back"


def test_what_else_is_done_makes_no_draft_void_for_long(qtbot, inspector, session, deeds):
    field = field_of(inspector, "Text")
    draft = drafted(qtbot, deeds, field, "s")
    key = session.journey.map.id
    session.do(TITLE, Bench(session).plans.write(key, "Shoes")(session.journey))
    qtbot.waitUntil(lambda: len(deeds) == 3)
    assert deeds[2] == draft
    assert field.toPlainText() == "sad"


def test_texts_that_are_only_shown_are_no_drafts(qtbot, inspector, session, deeds):
    field = field_of(inspector, "Text")
    session.do("Edit text", Bench(session).plans.write("card-ad", "banner")(session.journey))
    rest(qtbot, field)
    assert field.toPlainText() == "banner"
    assert [deed.act for deed in deeds] == ["do"]


def test_during_a_gesture_nothing_is_drafted(qtbot, inspector, session, deeds):
    field = field_of(inspector, "Text")
    gesture = session.gesture("Drag")
    qtbot.keyClicks(field, "s")
    rest(qtbot, field)
    assert deeds == []
    gesture.cancel()


def test_what_a_locked_lane_holds_is_not_drafted(qtbot, inspector, session, deeds):
    field = field_of(inspector, "Text")
    drafted(qtbot, deeds, field, "s")
    session.do("Lock", Bench(session).plans.set_fields([TOUCHPOINTS], locked=True)(session.journey))
    assert session.journey.one(Lane, TOUCHPOINTS).locked
    rest(qtbot, field)
    assert [deed.act for deed in deeds] == ["draft", "do"]


def test_a_new_owner_is_drafted_with_its_card(qtbot, inspector, session, deeds):
    row = inspector.fields.row("Owner")
    row.field.setCurrentIndex(row.field.count() - 1)
    row.field.activated.emit(row.field.count() - 1)
    field = row.findChild(TextField)
    draft = drafted(qtbot, deeds, field, "Shop team")
    assert [record.name for record in draft.change.added.values()] == ["Shop team"]
    assert [new.owner for _, new in draft.change.updated.values()] == list(draft.change.added)
    field.selectAll()
    qtbot.keyClick(field, K.Key_Space)
    qtbot.waitUntil(lambda: len(deeds) == 2)
    assert not deeds[1].change


def test_names_in_the_lists_of_the_map_are_drafted(qtbot, inspector, session, deeds):
    inspector.show_elements(())
    assert isinstance(inspector._records()[0], Map)
    roster = inspector.roster("owner")
    roster.new.setFocus()
    added = drafted(qtbot, deeds, roster.new, "Logistics")
    assert (added.label, [one.name for one in added.change.added.values()]) == ("Add owner", ["Logistics"])
    qtbot.keyClick(roster.new, K.Key_Escape)
    assert not deeds[-1].change
    name = roster.line("owner-1").name
    name.setFocus()
    renamed = drafted(qtbot, deeds, name, "My ")
    assert (renamed.label, [new.name for _, new in renamed.change.updated.values()]) == (
        "Rename owner",
        ["My Support"],
    )
    qtbot.keyClick(name, K.Key_Return)
    assert session.history.done == ("Rename owner",)
