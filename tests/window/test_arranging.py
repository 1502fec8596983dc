"""Stages, steps and lanes as objects: each command in the menus and the palette, and the name of its step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from editor.model.records import Card, Lane, Stage, Step
from editor.window.lane_menus import lane_entries
from tests.build import EMOTIONS, TOUCHPOINTS, connection, journey, with_curve
from tests.model.edits.looks import looks
from tests.window.desk import show_map

LANES = (Lane("lane-b", "b", "actions", "Actions"), Lane("lane-c", "c", "thoughts", hidden=True))


@pytest.fixture
def session(window):
    return show_map(window, looks(with_curve(journey("Learn: ad, search > Buy: shop, pay", *LANES), [0.5])))


def do(window, action: str, *keys: str) -> str:
    """Choose the elements, trigger the action, return the name of the step it made."""
    window.opened.choose(keys)
    assert window.actions_by_id[action].isEnabled()
    window.actions_by_id[action].trigger()
    return window.session.history.done[-1]


def able(window, action: str, *keys: str) -> bool:
    window.opened.choose(keys)
    return window.actions_by_id[action].isEnabled()


def lane(session, key: str) -> Lane:
    return session.journey.one(Lane, key)


def test_a_stage_is_split_at_the_selected_step(window, session):
    assert do(window, "arrange.split", "step-learn-2") == "Split stage"
    assert [len(session.journey.steps(s.id)) for s in session.journey.all(Stage)] == [1, 1, 2]
    assert not able(window, "arrange.split", "step-learn-1")
    assert not able(window, "arrange.split", "stage-buy")
    assert able(window, "arrange.split", "card-pay")


def test_stages_are_merged_with_the_next_or_with_one_another(window, session):
    assert not able(window, "arrange.merge", "stage-buy")
    assert not able(window, "arrange.merge", "card-ad")
    assert do(window, "arrange.merge", "stage-learn") == "Merge stages"
    assert [s.title for s in session.journey.all(Stage)] == ["Learn"]
    assert window.opened.chosen() == ("stage-learn",)
    session.undo()
    do(window, "arrange.merge", "stage-buy", "stage-learn")
    assert [s.aliases for s in session.journey.all(Stage)] == [("Buy",)]


def test_columns_get_equal_widths_and_fit_again(window, session):
    session.do("x", window.opened.bench.plans.set_fields(["step-buy-1"], width=300.0)(session.journey))
    assert do(window, "arrange.equal", "stage-buy") == "Make columns equally wide"
    first, second = session.journey.steps("stage-buy")
    assert first.width == second.width
    assert first.width % 4 == 0
    assert session.journey.one(Step, "step-learn-1").width is None
    do(window, "arrange.equal")
    assert len({step.width for step in session.journey.columns()}) == 1
    assert do(window, "arrange.fit") == "Fit to content"
    assert {step.width for step in session.journey.columns()} == {None}


def test_lanes_collapse_lock_and_hide(window, session):
    action = window.actions_by_id["arrange.collapse"]
    assert do(window, "arrange.collapse", "lane-b") == "Collapse lane"
    assert lane(session, "lane-b").collapsed
    assert action.isChecked()
    assert do(window, "arrange.collapse", "lane-b") == "Expand lane"
    assert not action.isChecked()
    assert do(window, "arrange.lock", "lane-b") == "Lock lane"
    assert do(window, "arrange.lock", "lane-b") == "Unlock lane"
    assert do(window, "arrange.hide", "lane-b", TOUCHPOINTS) == "Hide lane"
    assert lane(session, "lane-b").hidden
    assert lane(session, TOUCHPOINTS).hidden
    assert window.opened.chosen() == ()


def test_a_cell_in_focus_means_its_lane(window, session):
    window.opened.view.choice.set((), "lane-b|step-buy-1")
    assert window.actions_by_id["arrange.lock"].isEnabled()
    window.actions_by_id["arrange.lock"].trigger()
    assert lane(session, "lane-b").locked
    assert not able(window, "arrange.lock", "card-ad")


def test_hidden_lanes_are_found_again_in_the_menu_and_the_palette(window, session):
    menu = window.shape.menus()["hidden"]
    menu.aboutToShow.emit()
    (entry,) = menu.actions()
    assert entry.text() == "Thoughts"
    entry.trigger()
    assert not lane(session, "lane-c").hidden
    assert session.history.done[-1] == "Show lane"
    assert window.opened.chosen() == ("lane-c",)
    menu.aboutToShow.emit()
    assert [(a.text(), a.isEnabled()) for a in menu.actions()] == [("No lane is hidden", False)]
    session.undo()
    shown = next(e for e in lane_entries(window.opened, window.shape) if e.name == "Show lane: Thoughts")
    shown.choose()
    assert not lane(session, "lane-c").hidden
    session.undo()
    do(window, "arrange.show")
    assert not lane(session, "lane-c").hidden
    assert not able(window, "arrange.show")


def test_a_lane_changes_its_kind_where_that_suits_what_it_holds(window, session):
    window.opened.choose(("lane-b",))
    menu = window.shape.menus()["kind"]
    menu.aboutToShow.emit()
    kinds = {entry.text(): entry for entry in menu.actions()}
    assert [text for text, entry in kinds.items() if entry.isChecked()] == ["Actions"]
    kinds["Pain points"].trigger()
    assert lane(session, "lane-b").lane_kind == "pain_points"
    assert session.history.done[-1] == "Set kind of lane"
    window.opened.choose((TOUCHPOINTS,))
    menu.aboutToShow.emit()
    next(entry for entry in menu.actions() if entry.text() == "Emotions").trigger()
    assert lane(session, TOUCHPOINTS).lane_kind == "touchpoints"
    assert "holds cards" in window.opened.view.hints.refusal


def test_a_named_face_is_picked_from_the_menu(window, session):
    (point,) = session.journey.points(EMOTIONS)
    window.opened.choose((point.id,))
    menu = window.actions_by_id.context_menu(window, window.shape.menu)
    (faces,) = (a.menu() for a in menu.actions() if a.menu() and a.menu().title() == "Emo&tion")
    names = [entry.text() for entry in faces.actions()]
    assert len(names) == 5
    assert [entry.isChecked() for entry in faces.actions()] == [False, True, False, False, False]
    faces.actions()[-1].trigger()
    assert session.journey.points(EMOTIONS)[0].value == -1.0
    assert session.history.done[-1] == "Set emotion"
    menu.close()


def test_a_connection_changes_its_kind_in_the_menu(window, session):
    (link,) = window.opened.bench.do("x", window.opened.bench.plans.connect("card-ad", "card-pay"))
    window.opened.choose((link,))
    menu = window.shape.menus()["way"]
    menu.aboutToShow.emit()
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["then"]
    next(entry for entry in menu.actions() if entry.text() == "needs").trigger()
    assert window.opened.bench.facts.connection(link)[2] == "needs"
    window.opened.choose(())
    menu.aboutToShow.emit()
    assert [entry.text() for entry in menu.actions()] == ["Select a connection first"]


def test_the_context_menu_offers_the_same(window, session):
    window.opened.choose(("lane-b",))
    window.opened.view.context_wanted.emit("lane-b", QPoint(10, 10))
    menu = window.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    names = {action.objectName() for action in menu.actions()}
    assert {"arrange.collapse", "arrange.hide", "arrange.lock", "arrange.fit"} <= names
    inner = [action.menu().title() for action in menu.actions() if action.menu()]
    assert inner == ["Ki&nd of lane", "Hi&dden lanes"]
    menu.close()


def test_locked_lanes_refuse_with_words(window, session):
    do(window, "arrange.lock", TOUCHPOINTS)
    before = session.history.done
    window.opened.choose(("card-ad",))
    window.actions_by_id["edit.delete"].trigger()
    assert session.history.done == before
    assert window.opened.view.hints.refusal.endswith("Unlock it first, in the Arrange menu.")
    assert window.asking.told == []


def test_duplicating_a_stage_copies_inner_connections_only(window, session):
    session.do("x", window.opened.bench.plans.connect("card-shop", "card-pay")(session.journey))
    session.do("x", window.opened.bench.plans.connect("card-ad", "card-pay")(session.journey))
    assert do(window, "edit.duplicate", "stage-buy") == "Duplicate"
    assert [s.title for s in session.journey.all(Stage)] == ["Learn", "Buy", "Buy"]
    assert len([r for r in session.journey.records() if r.kind == "connection"]) == 3


def test_style_goes_from_one_element_to_others_of_its_kind(window, session):
    window.opened.choose(("card-ad",))
    window.actions_by_id["edit.copy_style"].trigger()
    assert do(window, "edit.paste_style", "card-shop", "card-pay", "stage-buy") == "Paste style"
    ad, pay = (session.journey.one(Card, key) for key in ("card-ad", "card-pay"))
    assert (pay.owner, pay.channel, pay.evidence, pay.moment_of_truth) == (
        ad.owner, ad.channel, ad.evidence, True,
    )  # fmt: skip
    assert pay.text == "pay"
    assert session.journey.one(Stage, "stage-buy").color == ""


def test_style_goes_to_other_windows(window, session, desk):
    window.opened.choose(("card-ad",))
    window.actions_by_id["edit.copy_style"].trigger()
    other = desk.new_window()
    target = show_map(other, journey("Learn: one"))
    do(other, "edit.paste_style", "card-one")
    card = target.journey.one(Card, "card-one")
    assert target.journey.get(card.owner).name == "Marketing"
    assert target.journey.get(card.channel).name == "Web"


def test_what_is_no_style_is_left_alone(window, session):
    QGuiApplication.clipboard().clear()
    before = session.history.done
    window.opened.choose(("card-pay",))
    window.actions_by_id["edit.paste_style"].trigger()
    assert session.history.done == before


@pytest.mark.parametrize("chosen", ["card-ad card-search", "stage-buy", "lane-b", EMOTIONS, ""])
def test_a_picture_of_the_selection_goes_to_slides(window, session, chosen):
    window.opened.choose(tuple(chosen.split()))
    window.actions_by_id["edit.copy_picture"].trigger()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert mime.imageData().width() > 100
    svg = bytes(mime.data("image/svg+xml").data())
    assert svg.startswith(b"<?xml")
    assert (b"card-ad" in svg) == (chosen in ("card-ad card-search", ""))


def test_a_copy_is_a_table_for_spreadsheets_too(window, session):
    window.opened.choose(("card-ad", "card-search"))
    window.actions_by_id["edit.copy"].trigger()
    assert QGuiApplication.clipboard().text().strip() == "ad\tsearch"


def test_connections_are_pasted_into_other_maps(window, session, desk):
    session.do("x", window.opened.bench.plans.connect("card-ad", "card-search")(session.journey))
    window.opened.choose(("card-ad", "card-search"))
    window.actions_by_id["edit.copy"].trigger()
    other = desk.new_window()
    target = show_map(other, journey("One: a, b", connection("card-a", "card-b")))
    other.opened.choose(("card-a",))
    other.actions_by_id["edit.paste"].trigger()
    ends = [(r.source, r.target) for r in target.journey.records() if r.kind == "connection"]
    texts = [(target.journey.get(a).text, target.journey.get(b).text) for a, b in ends]
    assert sorted(texts) == [("a", "b"), ("ad", "search")]


def test_a_table_of_15_by_30_is_pasted_as_one_step(window, session):
    rows = ["\t".join(f"r{row} c{column}" for column in range(30)) for row in range(15)]
    QGuiApplication.clipboard().setText("\n".join(rows))
    before = session.journey.by_id(), session.history.done
    window.opened.choose(("card-ad",))
    window.actions_by_id["edit.paste"].trigger()
    assert session.history.done == (*before[1], "Paste")
    assert len(session.journey.all(Card)) == 4 + 450
    session.undo()
    assert session.journey.by_id() == before[0]
