"""Inspector, outline, review and whereabouts: what they show of a map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from editor.analysis.findings import Finding, findings
from editor.model.edits.removing import remove
from editor.model.edits.wording import retitle, set_fields
from editor.model.records import (
    Card,
    Connection,
    Evidence,
    Image,
    Lane,
    Note,
    Opportunity,
    Owner,
    Pain,
    Persona,
    Point,
    Record,
    Unknown,
)
from editor.text.direction import first_strong
from editor.window.field_level import LevelField
from editor.window.field_page import MIXED
from editor.window.fields import FIELDS
from editor.window.finding_button import FindingButton
from editor.window.inspector import Inspector
from editor.window.review import MOST, NEXT, Review, sentence
from editor.window.whereabouts import Whereabouts, whereabouts
from editor.window.words import KINDS, WORDS
from tests.build import journey


@pytest.fixture
def rich():
    return journey(
        "Learn: ad, search > Buy: shop",
        Owner("owner-1", "a0", "Support"),
        Persona("persona-1", "a0", "Runner"),
        Lane("lane-emotions", "a5", "emotions"),
        Point("point-1", "lane-emotions", "persona-1", "step-learn-1", 0.5, -0.5, "annoyed"),
        Card(
            "card-x",
            "a9",
            "lane-touchpoints",
            "step-buy-1",
            "Checkout",
            owner="owner-1",
            moment_of_truth=True,
            evidence=Evidence("measured", "analytics", "2026-10-05"),
            pain=Pain("driver", 2),
            opportunity=Opportunity("high", "low"),
            personas=("persona-1",),
        ),
        Connection("connection-1", "card-ad", "card-x", "triggers"),
        Note("note-1", "a0", "card-x", "Ask them"),
    )


@pytest.fixture
def inspector(qtbot, rich):
    made = Inspector(rich)
    qtbot.addWidget(made)
    return made


def test_a_card_shows_what_is_known_about_it(inspector):
    inspector.show_elements(("card-x",))
    rows = inspector.rows()
    assert rows["Text"] == "Checkout"
    assert rows["Stage"] == "Buy"
    assert rows["Owner"] == "Support"
    assert rows["Evidence"] == "Measured · analytics · 2026-10-05"
    assert rows["Pain"] == "Driver · ●●○"
    assert rows["Opportunity"] == "Impact high · effort low"
    assert rows["Personas"] == "Runner"
    assert rows["Moment of truth"] == "Yes"
    assert rows["Connections"] == "← ad  (triggers)"
    assert rows["Notes"] == "Ask them"


def test_rows_without_a_value_are_left_out_except_the_important_ones(inspector):
    inspector.show_elements(("card-ad",))
    rows = inspector.rows()
    assert rows["Owner"] == ""
    assert "Pain" not in rows
    assert rows["Connections"] == "→ Checkout  (triggers)"


def test_differing_values_of_several_elements_are_mixed(inspector):
    inspector.show_elements(("card-ad", "card-x"))
    rows = inspector.rows()
    assert rows["Text"] == MIXED
    assert rows["Owner"] == MIXED
    assert rows["Stage"] == MIXED
    inspector.show_elements(("card-ad", "card-search"))
    assert inspector.rows()["Stage"] == "Learn"


def test_elements_of_several_kinds_are_counted(inspector):
    inspector.show_elements(("card-ad", "card-search", "stage-buy"))
    texts = [part.text() for part in inspector.findChildren(QLabel) if part.isVisibleTo(inspector)]
    assert texts == ["3 ELEMENTS", "2 × Card", "1 × Stage"]


def test_without_a_selection_the_map_itself_is_shown(inspector):
    inspector.show_elements(())
    assert "Language" in inspector.rows()


def test_an_emotion_shows_its_level(inspector):
    inspector.show_elements(("point-1",))
    assert inspector.rows()["Emotion"] == "−0.5"
    (faces,) = inspector.findChildren(LevelField)
    assert faces.told.text() == "\u2068uneasy\u2069 (\u2068−1\u2069)"
    assert not faces.segments.isEnabled()
    assert inspector.rows()["Feeling"] == "annoyed"


@pytest.mark.parametrize(
    ("value", "down", "told"),
    [
        (0.25, 3, "between neutral and pleased"),
        (-0.25, 2, "between uneasy and neutral"),
        (0.9, 4, "between pleased and delighted"),
        (1.0, 4, "delighted (+2)"),
    ],
)
def test_an_emotion_between_two_levels_is_said_to_be_there(inspector, rich, value, down, told):
    rich.apply(set_fields(rich, ("point-1",), value=value))
    inspector.show_elements(("point-1",))
    (faces,) = inspector.findChildren(LevelField)
    assert faces.told.text().replace("\u2068", "").replace("\u2069", "") == told
    assert faces.segments.current() == str(down)
    given: list[float] = []
    faces.given.connect(given.append)
    faces.segments.chosen.emit(str(down))
    assert given == ([] if value == 1.0 else [{2: 0.0, 3: 0.5, 4: 1.0}[down]])


def test_the_inspector_follows_an_edit(inspector, rich):
    inspector.show_elements(("card-ad",))
    rich.apply(retitle(rich, "card-ad", "Poster"))
    inspector.refresh()
    assert inspector.rows()["Text"] == "Poster"
    rich.apply(remove(rich, ["card-ad"]))
    inspector.refresh()
    assert "Language" in inspector.rows()


def test_arrows_of_connections_point_the_way_the_map_runs(inspector, rich):
    rich.apply(set_fields(rich, ("map",), direction="rtl"))
    inspector.show_elements(("card-ad",))
    assert inspector.rows()["Connections"].startswith("←")


def test_every_kind_that_can_be_selected_has_its_rows():
    assert set(FIELDS) == set(Record.__args__) - {Image, Unknown}
    assert {kind.kind for kind in FIELDS} <= set(KINDS)
    for kind, fields in FIELDS.items():
        for field in fields:
            for edit in field.edits:
                named = edit.via or edit.attribute
                assert named in kind.__dataclass_fields__, (kind, field.label)
                if edit.via:
                    assert edit.attribute in Image.__dataclass_fields__, (kind, field.label)


def test_every_fixed_word_of_the_model_has_a_translation_to_be_made():
    from editor.model import values

    fixed = {*values.LANE_KINDS, *values.CONNECTION_KINDS, *values.EVIDENCE_LEVELS, *values.PAIN_NATURES}
    fixed |= {*values.GRADES, *values.INITIATORS, *values.DIRECTIONS} - {""}
    assert fixed <= set(WORDS)


def test_the_review_lists_findings_and_tells_which_was_pressed(qtbot, rich):
    review = Review()
    qtbot.addWidget(review)
    found = findings(journey("Learn: ad > Buy: shop"))
    review.show_findings(found)
    lines = review.findChildren(FindingButton)
    with qtbot.waitSignal(review.chosen) as signal:
        lines[-1].click()
    assert signal.args[0] == found[min(len(found), MOST) - 1].refs


@pytest.mark.parametrize("title", ["", "\u200b"])
def test_the_review_calls_a_stage_without_title_what_the_map_calls_it(title):
    found = Finding("no-owner", ("stage-4v",), "Nobody: “{stage}”.", {"stage": title or "stage-4v"})
    assert "“\u2068Untitled stage\u2069”" in sentence(found)


def test_the_review_calls_a_language_by_its_name():
    found = Finding("direction", ("map",), "Not the way {language} is written.", {"language": "en"})
    assert sentence(found) == "Not the way \u2068English\u2069 is written."


def test_a_persian_name_does_not_turn_a_finding_round():
    found = Finding("no-touchpoint", ("stage-1",), "“{stage}” has no touchpoint.", {"stage": "خرید"})
    assert first_strong(sentence(found)) == "ltr"


@pytest.fixture
def long_review(qtbot):
    """A review that has more to show than it shows at first, and all its findings."""
    review = Review()
    qtbot.addWidget(review)
    found = findings(journey(" > ".join(f"Stage{n}" for n in range(NEXT))))
    review.show_findings(found)
    review.show()
    review.activateWindow()
    return review, found


def link(review, words):
    return next(part for part in standing(review) if isinstance(part, QPushButton) and words in part.text())


def shown_lines(review):
    return [part for part in standing(review) if isinstance(part, FindingButton)]


def standing(review):
    rows = review.layout()
    return filter(None, (rows.itemAt(place).widget() for place in range(rows.count())))


def test_the_review_says_how_many_more_there_are(long_review):
    review, found = long_review
    assert f"REVIEW · {len(found)}" in [label.text() for label in review.findChildren(QLabel)]
    assert link(review, "more").text() == f"and {len(found) - MOST} more"
    review.show_findings([])
    assert "Nothing is left open." in [label.text() for label in review.findChildren(QLabel)]


def test_the_review_shows_the_rest_and_keeps_it_shown(qtbot, long_review):
    review, found = long_review
    qtbot.mouseClick(link(review, "more"), Qt.MouseButton.LeftButton)
    assert len(shown_lines(review)) == MOST + NEXT < len(found)
    review.show_findings(found[1:])
    assert len(shown_lines(review)) == MOST + NEXT
    link(review, "more").click()
    lines = shown_lines(review)
    assert len(lines) == len(found) - 1
    with pytest.raises(StopIteration):
        link(review, "more")
    with qtbot.waitSignal(review.chosen) as signal:
        lines[-1].click()
    assert signal.args[0] == found[-1].refs


def test_the_rest_of_the_review_opens_and_closes_by_keyboard(qtbot, long_review):
    review, _ = long_review
    qtbot.waitUntil(review.isActiveWindow)
    link(review, "more").setFocus()
    qtbot.keyClick(link(review, "more"), Qt.Key.Key_Space)
    assert shown_lines(review)[MOST].hasFocus()
    qtbot.keyClick(link(review, "fewer"), Qt.Key.Key_Space)
    assert len(shown_lines(review)) == MOST
    assert shown_lines(review)[-1].hasFocus()


@pytest.mark.parametrize(
    ("chosen", "focus", "expected"),
    [
        (("card-ad",), "", Whereabouts("lane-touchpoints", "step-learn-1", "stage-learn", 1)),
        (("stage-learn",), "", Whereabouts(step="step-learn-2", stage="stage-learn")),
        (("step-buy-1",), "", Whereabouts(step="step-buy-1", stage="stage-buy")),
        (("lane-emotions",), "", Whereabouts(lane="lane-emotions")),
        (("point-1",), "", Whereabouts("lane-emotions", "step-learn-1", "stage-learn")),
        ((), "lane-emotions|step-buy-1", Whereabouts("lane-emotions", "step-buy-1", "stage-buy")),
        ((), "lane-gone|step-buy-1", Whereabouts()),
        (("card-gone",), "", Whereabouts()),
        ((), "", Whereabouts()),
    ],
)
def test_whereabouts_of_a_selection(rich, chosen, focus, expected):
    assert whereabouts(rich, chosen, focus) == expected
