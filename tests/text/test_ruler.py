"""The ruler never tells another number of lines than Qt; where it is not sure it says so."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import RESOURCES, SAMPLES
from editor.files.reading import read
from editor.model.records import Card
from editor.picture.words import BOLD, REGULAR
from editor.text.direction import runs_right_to_left
from editor.text.engine import TextEngine, room_in_pixels
from editor.text.fonts import Faces
from editor.text.press import Press
from editor.text.ruler import Ruler


@cache
def engine() -> TextEngine:
    return TextEngine(RESOURCES / "fonts")


@cache
def faces() -> Faces:
    engine()
    return Faces(RESOURCES / "fonts")


@cache
def press() -> Press:
    return Press(faces())


@cache
def ruler(face: str) -> Ruler:
    return Ruler(faces().font(face))


SAMPLE_TEXTS = sorted(
    {
        part
        for path in SAMPLES.glob("*.journey")
        for card in read(path).journey.all(Card)
        for part in card.text.split("\n")
    }
)

pytestmark = pytest.mark.usefixtures("qapp")

LATIN = st.text("AVWToyfijlrtkeaąęłŻśö’'", min_size=1, max_size=9)
PERSIAN = st.text("سلامگدنیخوهپرژچآئ\u200c", min_size=1, max_size=9)
NUMBERS = st.text("0123456789۰۱۲۳", min_size=1, max_size=4)
JOINED = st.lists(st.text("0123456789", min_size=1, max_size=2), min_size=1, max_size=3).map("-".join)
MARKS = st.sampled_from(["", "", "", ",", ".", "،", "؟", "…", "!?"])
WORDS = st.builds("".join, st.tuples(LATIN | PERSIAN | NUMBERS | JOINED, MARKS))
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


def told(text: str, face: str, width: float) -> int:
    return ruler(face).lines(text, room_in_pixels(width))


def true(text: str, face: str, width: float) -> int:
    rtl = runs_right_to_left(text, "auto")
    return len(press().paragraph(text, face, rtl, room_in_pixels(width)).lines)


@settings(max_examples=300)
@given(TEXTS, st.floats(3, 30), st.sampled_from([REGULAR, BOLD]))
def test_the_ruler_agrees_with_qt(text: str, width: float, face: str) -> None:
    assert told(text, face, width) in (0, true(text, face, width))


@given(st.text("ab 1-/.(…?%«»—‑\u00a0\u2028\tکک\u0650", max_size=30), st.floats(0.5, 20))
def test_texts_that_break_elsewhere_are_left_to_qt(text: str, width: float) -> None:
    assert told(text, REGULAR, width) in (0, true(text, REGULAR, width))


@pytest.mark.parametrize("width", [8.0, 12.6, 14.2, 17.0, 22.0])
def test_the_ruler_agrees_with_qt_on_all_samples_and_mostly_knows(width: float) -> None:
    known = [text for text in SAMPLE_TEXTS if told(text, REGULAR, width)]
    assert [t for t in known if told(t, REGULAR, width) != true(t, REGULAR, width)] == []
    assert len(known) > len(SAMPLE_TEXTS) / 3


@settings(max_examples=100)
@given(st.lists(TEXTS, max_size=3).map("\n".join), st.none() | st.floats(4, 30))
def test_the_lines_are_as_many_as_was_told(text: str, width: float | None) -> None:
    shaped = engine().layout(text, REGULAR, "auto", width)
    assert len(shaped.lines) == shaped.line_count
