"""The inspector at work: every field sets what it says, for one record and for many, as one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from editor.model.change import Change
from editor.model.edits.wording import set_fields
from editor.model.journey import Journey
from editor.model.pictures import image_id
from editor.model.records import Card, Channel, Image, Lane, Map, Owner, Persona, Point, Stage
from editor.model.values import Evidence, Pain
from editor.picture.frame import Frame, Picture
from editor.session.bench import Bench
from editor.session.session import Session
from editor.window.field_forms import FORMS
from editor.window.field_making import level_name
from editor.window.field_text import MIXED, TextField
from editor.window.inspector import Inspector
from editor.window.plain import tip
from tests.build import EMOTIONS, PNG, TOUCHPOINTS, journey
from tests.window.desk import show_map

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session() -> Session:
    more = (
        Owner("owner-1", "a0", "Support", "#0072b2"),
        Persona("persona-1", "a0", "Runner"),
        Channel("channel-1", "a0", "Web"),
        Lane(EMOTIONS, "z5", "emotions"),
        Point("point-1", EMOTIONS, "persona-1", "step-learn-1", 0.5, -0.45),
    )
    return Session(journey("Learn: ad, search > Buy: shop", *more), lambda _: Picture(Frame(0, 0, 1, 1)))


def card(session: Session, key: str = "card-ad") -> Card:
    return session.journey.one(Card, key)


def write(field: TextField, text: str) -> None:
    field.selectAll()
    field.insertPlainText(text)


def test_a_text_is_kept_with_ctrl_enter_as_one_step(qtbot, inspector, session):
    inspector.show_elements(("card-ad",))
    field = inspector.fields.row("Text").field
    write(field, "A poster")
    assert card(session).text == "ad"
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert card(session).text == "A poster"
    assert session.history.done == ("Edit text",)


def test_empty_lines_round_a_text_are_not_kept(inspector, session):
    inspector.show_elements(("card-ad",))
    field = inspector.fields.row("Text").field
    write(field, "A poster\n")
    field.keep()
    assert card(session).text == field.toPlainText() == "A poster"
    write(field, "A poster \n\n")
    field.keep()
    assert field.toPlainText() == "A poster"
    assert session.history.done == ("Edit text",)


def test_escape_brings_the_old_text_back(qtbot, inspector, session):
    inspector.show_elements(("card-ad",))
    field = inspector.fields.row("Text").field
    write(field, "A poster")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "ad"
    field.keep()
    assert session.history.done == ()


def test_going_elsewhere_keeps_the_text_for_what_was_selected_before(inspector, session):
    inspector.show_elements(("card-ad",))
    write(inspector.fields.row("Text").field, "A poster")
    inspector.show_elements(("card-shop",))
    assert card(session).text == "A poster"
    assert card(session, "card-shop").text == "shop"


def test_several_are_set_at_once_and_mixed_values_are_dashes(inspector, session):
    keys = ("card-ad", "card-search")
    inspector.show_elements(keys)
    field = inspector.fields.row("Text").field
    assert field.toPlainText() == ""
    assert field.placeholderText() == MIXED
    inspector.fields.row("Moment of truth").field.click()
    owner = inspector.fields.row("Owner").field
    owner.setCurrentIndex(owner.findData("owner-1"))
    owner.activated.emit(owner.currentIndex())
    assert {card(session, key).owner for key in keys} == {"owner-1"}
    assert all(card(session, key).moment_of_truth for key in keys)
    assert session.history.done == ("Set moment of truth", "Set owner")
    field.keep()
    assert card(session).text == "ad"


def test_a_tick_is_half_where_some_have_it(inspector, session):
    session.do("one", Bench(session).plans.set_fields(["card-ad"], moment_of_truth=True)(session.journey))
    inspector.show_elements(("card-ad", "card-search"))
    field = inspector.fields.row("Moment of truth").field
    assert field.checkState() == Qt.CheckState.PartiallyChecked
    field.click()
    assert card(session, "card-search").moment_of_truth


def test_a_new_owner_is_made_where_it_is_picked(qtbot, inspector, session):
    inspector.show_elements(("card-ad",))
    row = inspector.fields.row("Owner")
    row.field.setCurrentIndex(row.field.count() - 1)
    row.field.activated.emit(row.field.count() - 1)
    field = row.findChild(TextField)
    write(field, "Shop team")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    made = session.journey.one(Owner, card(session).owner)
    assert made.name == "Shop team"
    assert row.field.currentText() == "Shop team"
    assert len(session.history.done) == 1


def test_evidence_is_set_part_by_part_and_lifted_whole(inspector, session):
    inspector.show_elements(("card-ad",))
    inspector.fields.row("Evidence").field.segments._buttons["measured"].click()
    inspector.fields.row("Source").give("web log")
    inspector.fields.row("Date").give("2026-03-01")
    assert card(session).evidence == Evidence("measured", "web log", "2026-03-01")
    inspector.fields.row("Evidence").field.segments._buttons["measured"].click()
    assert card(session).evidence is None
    with pytest.raises(StopIteration):
        inspector.fields.row("Source")


def test_seldom_fields_come_when_all_are_wanted(inspector, session):
    inspector.show_elements(("card-ad",))
    with pytest.raises(StopIteration):
        inspector.fields.row("Pain")
    inspector.findChild(QPushButton, "all_fields").click()
    inspector.fields.row("Pain").field.segments._buttons["driver"].click()
    inspector.fields.row("Severity").field.segments._buttons["3"].click()
    assert card(session).pain == Pain("driver", 3)


def test_an_emotion_is_set_by_its_level(inspector, session):
    inspector.show_elements(("point-1",))
    field = inspector.fields.row("Emotion").field
    assert field.segments.current() == "1"
    field.segments._buttons["4"].click()
    assert session.journey.one(Point, "point-1").value == 1.0
    assert [level_name(place, 5) for place in range(5)] == ["−2", "−1", "0", "+1", "+2"]
    assert [level_name(place, 4) for place in range(4)] == ["−2", "−1", "+1", "+2"]


def spoken(inspector) -> list[str]:
    """Return what the faces of the scale are called, the first one at the reading start, without isolates."""
    buttons = inspector.fields.row("Emotion").field.segments._buttons.values()
    bare = str.maketrans("", "", "\u2068\u2069")
    assert all(button.toolTip() == tip(button.accessibleName()) for button in buttons)
    assert not any(button.icon().isNull() for button in buttons)
    return [button.accessibleName().translate(bare) for button in buttons]


def test_levels_say_what_they_are_called_on_the_map(inspector, session):
    inspector.show_elements(("point-1",))
    usual = ["upset (−2)", "uneasy (−1)", "neutral (0)", "pleased (+1)", "delighted (+2)"]
    assert spoken(inspector) == usual
    session.do("scale", set_fields(session.journey, ("map",), levels=("خوب <b>", "bad")))
    assert spoken(inspector) == ["bad (−1)", "خوب <b> (+1)"]
    field = inspector.fields.row("Emotion").field
    assert "bad" in field.told.text()
    field.segments._buttons["1"].click()
    assert session.journey.one(Point, "point-1").value == 1.0
    assert "خوب" in field.told.text()
    session.undo()
    session.undo()
    assert spoken(inspector) == usual


def test_levels_of_several_emotions_are_a_dash(inspector, session):
    other = Point("point-2", EMOTIONS, "persona-1", "step-buy-1", 0.5, 0.5)
    session.do("more", Change(added={"point-2": other}))
    inspector.show_elements(("point-1", "point-2"))
    field = inspector.fields.row("Emotion").field
    assert (field.told.text(), field.segments.current()) == (MIXED, "")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_worst_level_stands_at_the_reading_start_and_ten_fit(qtbot, desk, session, direction):
    inspector = Inspector(session.journey, Bench(session))
    qtbot.addWidget(inspector)
    inspector.setLayoutDirection(direction)
    scale = tuple(f"level {n}" for n in range(10))
    session.do("scale", set_fields(session.journey, ("map",), levels=scale))
    inspector.show_elements(("point-1",))
    inspector.resize(240, 900)
    inspector.show()
    buttons = [*inspector.fields.row("Emotion").field.segments._buttons.values()]
    assert buttons[0].accessibleName().startswith("\u2068level 9")
    places = [button.mapTo(inspector, button.rect().center()).x() for button in buttons]
    assert places == sorted(places, reverse=direction == Qt.LayoutDirection.RightToLeft)
    assert 0 < min(places) < max(places) < 240


def test_what_is_no_value_is_refused_beside_its_field_and_the_old_one_comes_back(inspector, session):
    inspector.show_elements(())
    row = inspector.fields.row("Next review")
    write(row.field, "soon")
    row.field.keep()
    assert row.refusal() == "“soon” is no date such as 2026-03-21."
    assert row.field.toPlainText() == ""
    write(row.field, "۲۰۲۶/۰۵/۰۱")
    row.field.keep()
    assert session.journey.map.next_review == "2026-05-01"
    assert row.refusal() == ""


def test_what_the_map_refuses_is_told_beside_the_field(inspector, session):
    inspector.show_elements((TOUCHPOINTS,))
    height = inspector.fields.row("Height")
    write(height.field, "0")
    height.field.keep()
    assert session.journey.one(Lane, TOUCHPOINTS).height is None
    assert height.refusal() == "0.0 lies outside the numbers that may stand here."
    assert height.field.toPlainText() == ""
    assert session.history.done == ()


def test_changes_from_elsewhere_leave_what_is_being_written(qtbot, inspector, session):
    inspector.show_elements(("card-ad",))
    inspector.activateWindow()
    row = inspector.fields.row("Text")
    qtbot.waitUntil(inspector.isActiveWindow)
    row.field.setFocus()
    qtbot.waitUntil(row.field.hasFocus)
    write(row.field, "half a wo")
    session.do("own", Bench(session).plans.set_fields(["card-ad"], owner="owner-1")(session.journey))
    assert row.field.toPlainText() == "half a wo"
    assert inspector.fields.row("Owner").field.currentText() == "Support"
    session.do("cry", Bench(session).plans.set_part(["card-ad"], "pain", "severity", 2)(session.journey))
    assert inspector.fields.row("Text").field.hasFocus()


def test_undo_is_shown(inspector, session):
    inspector.show_elements(("stage-buy",))
    inspector.fields.row("Also called").give(("Purchase", "Checkout"))
    assert inspector.fields.row("Also called").field.toPlainText() == "Purchase\nCheckout"
    session.undo()
    assert inspector.fields.row("Also called").field.toPlainText() == ""


def test_map_details_set_levels_language_and_direction(inspector, session):
    inspector.show_elements(())
    levels = inspector.fields.row("Levels of emotion, the best first")
    write(levels.field, "good\n bad ")
    levels.field.keep()
    assert session.journey.map.levels == ("good", "bad")
    write(levels.field, "only one")
    levels.field.keep()
    assert levels.refusal().startswith("A scale has 2 to 10 levels")
    inspector.fields.row("Direction").field.segments._buttons["rtl"].click()
    assert session.journey.map.direction == "rtl"


def test_the_lists_of_a_map_add_rename_recolour_and_remove(qtbot, inspector, session):
    roster = inspector.roster("owner")
    write(roster.new, "Logistics")
    qtbot.keyClick(roster.new, Qt.Key.Key_Return)
    added = session.journey.all(Owner)[-1]
    assert added.name == "Logistics"
    assert roster.new.toPlainText() == ""
    roster.line(added.id).name.given.emit("Delivery")
    roster.line(added.id).color.given.emit("#112233")
    assert (session.journey.one(Owner, added.id).name, session.journey.one(Owner, added.id).color) == (
        "Delivery",
        "#112233",
    )
    roster.line(added.id).remove.click()
    assert added.id not in session.journey
    assert session.history.done == ("Add owner", "Rename owner", "Set colour", "Remove owner")


def test_everything_about_a_persona_is_a_click_away(inspector, session):
    inspector.roster("persona").line("persona-1").more.click()
    inspector.fields.row("Goals").give("Run far")
    assert session.journey.one(Persona, "persona-1").goals == "Run far"


def test_all_about_a_thing_is_ready_to_be_written_and_the_way_back_leads_to_its_line(qtbot, session):
    inspector, area = Inspector(session.journey, Bench(session)), QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inspector)
    area.resize(320, 300)
    qtbot.addWidget(area)
    area.show()
    area.activateWindow()
    inspector.roster("channel").line("channel-1").more.click()
    assert inspector.fields.focused() == "Name"
    back = next(button for button in inspector.findChildren(QPushButton) if button.text() == "Map details")
    back.click()
    line = inspector.roster("channel").line("channel-1")
    qtbot.waitUntil(lambda: line.more.hasFocus() and not line.more.visibleRegion().isEmpty())


def test_what_goes_with_a_removed_persona_is_told_until_the_next_step(inspector, session):
    roster = inspector.roster("persona")

    def told() -> list[str]:
        return [part.text() for part in roster.findChildren(QLabel) if not part.isHidden()]

    roster.line("persona-1").remove.click()
    assert "point-1" not in session.journey
    assert "1 place used it. Undo brings all back." in told()
    session.undo()
    assert len(told()) == 1
    inspector.roster("owner").line("owner-1").remove.click()
    assert not any("used" in part.text() for part in inspector.findChildren(QLabel) if not part.isHidden())


def test_the_way_back_to_a_long_map_page_scrolls_to_the_line(qtbot, desk):
    window = desk.new_window()
    window.resize(1200, 700)
    channels = [Channel(f"channel-{number}", f"a{number}", f"Way {number}") for number in range(9)]
    show_map(window, journey("Learn: ad", *channels))
    inspector = window.findChild(Inspector)
    qtbot.waitUntil(lambda: inspector._fields is not None)
    inspector.roster("channel").line("channel-4").more.click()
    qtbot.waitUntil(lambda: inspector.fields.focused() == "Name")
    next(part for part in inspector.findChildren(QPushButton) if part.text() == "Map details").click()
    more = inspector.roster("channel").line("channel-4").more
    area = next(area for area in window.findChildren(QScrollArea) if area.isAncestorOf(inspector))
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0 and more.visibleRegion().boundingRect() == more.rect())
    assert more.window().focusWidget() is more


def test_a_name_is_not_emptied(qtbot, inspector, session):
    inspector.show_elements(())
    roster = inspector.roster("owner")
    name = roster.line("owner-1").name
    write(name, " ")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert name.toPlainText() == "Support"
    assert "A name is needed, so the old one stays." in [
        part.text() for part in roster.findChildren(QLabel) if not part.isHidden()
    ]
    inspector.show_elements(("channel-1",))
    row = inspector.fields.row("Name")
    write(row.field, "")
    row.field.keep()
    assert "name is needed" in row.refusal()
    assert session.history.done == ()


def test_undo_after_a_text_is_kept_is_that_of_the_map(qtbot, inspector, session):
    inspector.show_elements(("card-ad",))
    field = inspector.fields.row("Text").field
    write(field, "A poster")
    assert field.document().isUndoAvailable()
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert not field.document().isUndoAvailable()
    session.undo()
    assert field.toPlainText() == "ad"


@pytest.mark.parametrize(
    ("text", "side"), [("سلام", Qt.AlignmentFlag.AlignRight), ("hello", Qt.AlignmentFlag.AlignLeft)]
)
def test_a_text_begins_where_its_letters_do(qtbot, text, side):
    field = TextField(FORMS["line"])
    qtbot.addWidget(field)
    field.show_value(text)
    assert field.document().defaultTextOption().alignment() == side
    write(field, "hello" if text != "hello" else "سلام")
    assert field.document().defaultTextOption().alignment() != side


def test_a_picture_that_is_none_is_refused_with_a_remedy(inspector, tmp_path):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    inspector.show_elements(("persona-1",))
    row = inspector.fields.row("Picture")
    row.field.chosen.emit(broken)
    assert row.refusal().splitlines() == ["The picture cannot be read.", "Choose another PNG or JPEG."]


def test_who_may_only_read_gets_values(qtbot, session):
    read_only = Session(session.journey, lambda _: Picture(Frame(0, 0, 1, 1)), state="newer")
    inspector = Inspector(session.journey, Bench(read_only))
    qtbot.addWidget(inspector)
    inspector.show_elements(("card-ad",))
    assert inspector.findChildren(TextField) == []
    assert inspector.rows()["Text"] == "ad"


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        ("number", "", None), ("number", "۱۲٫۵ pt", 12.5), ("whole", "3", 3), ("date", "2026.1.2", None),
        ("whole", "0", None), ("whole", "nan", None), ("list", "a\n\n b", ("a", "b")),
    ],
)  # fmt: skip
def test_forms_read_what_people_write(form, text, value):
    if value is None and text:
        with pytest.raises(ValueError, match="“"):
            FORMS[form].read(text)
    else:
        assert FORMS[form].read(text) == value


def test_paragraphs_find_their_direction(qtbot):
    field = TextField(FORMS["lines"])
    qtbot.addWidget(field)
    field.show_value("hello\nسلام")
    document = field.document()
    assert document.defaultTextOption().textDirection() == Qt.LayoutDirection.LayoutDirectionAuto
    assert document.findBlockByNumber(1).textDirection() == Qt.LayoutDirection.RightToLeft


def test_every_kind_shows_all_its_fields(inspector, session):
    journey: Journey = session.journey
    for kind in (Map, Persona, Owner, Channel, Stage, Lane, Card, Point):
        inspector.show_elements((journey.all(kind)[0].id,) if kind is not Map else ())
        assert inspector.fields.shape


@pytest.mark.parametrize(
    ("key", "attribute"),
    [("map", "logo"), ("persona-1", "image"), ("channel-1", "image"), ("card-ad", "image")],
)
def test_a_picture_has_words_for_those_who_do_not_see_it(qtbot, inspector, session, key, attribute):
    inspector.show_elements((key,))
    with pytest.raises(StopIteration):
        inspector.fields.row("Alternative text")
    show_picture(session, key)
    field = inspector.fields.row("Alternative text").field
    assert field.toPlainText() == "shoe"
    write(field, "A red shoe")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.journey.one(Image, getattr(session.journey.get(key), attribute)).alt == "A red shoe"
    assert session.history.done == ("Set picture", "Set alternative text")
    session.undo()
    assert field.toPlainText() == "shoe"
    session.do("x", Bench(session).plans.set_picture((key,), None)(session.journey))
    with pytest.raises(StopIteration):
        inspector.fields.row("Alternative text")


def test_the_words_of_several_pictures_are_set_at_once(inspector, session):
    show_picture(session, "card-ad")
    show_picture(session, "card-shop", b"!")
    inspector.show_elements(("card-ad", "card-search", "card-shop"))
    field = inspector.fields.row("Alternative text").field
    assert (field.toPlainText(), field.placeholderText()) == ("shoe", "what the picture shows")
    field.given.emit("A red shoe")
    assert {image.alt for image in session.journey.all(Image)} == {"A red shoe"}
    assert session.history.done[2:] == ("Set alternative text",)


def test_different_words_of_pictures_are_a_dash(inspector, session):
    show_picture(session, "card-ad")
    show_picture(session, "card-shop", b"!", "boot")
    inspector.show_elements(("card-ad", "card-shop"))
    field = inspector.fields.row("Alternative text").field
    assert (field.toPlainText(), field.placeholderText()) == ("", MIXED)


def show_picture(session: Session, key: str, more: bytes = b"", alt: str = "shoe") -> None:
    data = PNG + more
    plan = Bench(session).plans.set_picture((key,), Image(image_id(data), data=data, alt=alt))
    session.do("Set picture", plan(session.journey))


def test_the_focus_stays_in_the_inspector_when_its_field_goes(qtbot, window, session):
    show_map(window, session.journey)
    window.show()
    inspector = window.opened.inspector
    inspector.open("owner-1")
    assert inspector.fields.focused() == "Name"
    window.opened.choose(("card-ad",))
    assert window.focusWidget() is inspector
    inspector.fields.focus("Text")
    window.opened.choose(("card-search",))
    assert inspector.fields.focused() == "Text"
