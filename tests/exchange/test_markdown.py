"""Journeys as documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from editor import SAMPLES
from editor.exchange.markdown import markdown_bytes, markdown_text
from editor.files.reading import read
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Map, Note, Persona, Point
from tests.build import EMOTIONS, TOUCHPOINTS, connection, journey
from tests.exchange.maps import full_map
from tests.exchange.test_plain import BITS, shown, tags

WHOLE = """\
# Shoes

In brief

- Goal: Sell
- From: need
- To: use
- Team: Web
- Version 3
- Reviewed 12 Nov 2026
- Next review 14 Jan 2027

## Personas

### Nina

Runs

- Goals: Win

## Learn

Also called: Awareness

At first

### Look

#### Contact

- Ad\\
  in town
  - Owner: Shop · Channel: Web · Only for: Nina · We start · Moment of truth · \
Observed: Interviews, 18 Sep 2026, by phone · Picture: A shoe
- Shop window

#### Emotions (Nina)

- Nina: +0.6 (pleased)
  - glad · Observed: Interviews, 18 Sep 2026, by phone

### 2

## Buy

### Emotions (Nina)

- Nina: -0.25 (neutral)

### Pain points

- Too dear
  - Driver, severity 2 of 3 · Impact high, effort low

## Connections

- Ad in town (Learn) → Too dear (Buy) – triggers: soon
- Buy → Learn – returns to

## Notes

1. Why? (about: Too dear)
2. Free
"""


def lines(book: Journey) -> list[str]:
    return markdown_text(book).splitlines()


def test_a_document_says_all_that_the_map_shows() -> None:
    assert markdown_text(full_map()) == WHOLE
    assert markdown_bytes(full_map()) == WHOLE.encode()


def test_what_is_hidden_on_the_map_stays_hidden() -> None:
    text = markdown_text(full_map())
    assert not re.search("Secret|Hidden|Unseen", text)


def test_an_empty_map_is_a_heading() -> None:
    assert markdown_text(Journey([Map()])) == "# Untitled journey\n"


def test_what_has_no_name_is_called_so() -> None:
    more = [
        Card("card-x", "a0", TOUCHPOINTS, "step--1"), Persona("p-1"), Lane(EMOTIONS, "b0", "emotions"),
        Point("e-1", EMOTIONS, "p-1", "step--1"), Note("n-1", "a0", "map"),
    ]  # fmt: skip
    assert markdown_text(journey(":", *more)) == (
        "# Untitled journey\n\n## Personas\n\n### unnamed\n\n## Untitled stage\n\n"
        "### Touchpoints\n\n- unnamed\n\n"
        "### Emotions\n\n- unnamed: 0 (neutral)\n\n## Notes\n\n1. unnamed\n"
    )


def test_connections_stand_in_reading_order() -> None:
    links = [
        connection("card-b", "card-a", "next"),
        connection("card-a", "card-c"),
        connection("card-d", "card-a"),
    ]
    more = [Lane("lane-z", "z0"), Card("card-d", "a0", "lane-z", "step-one-1", "d")]
    book = journey("One: a, b > Two: c", *more, *links, connection("stage-one", "stage-two"))
    assert lines(book)[-4:] == [
        "- One → Two",
        "- a (One) → c (Two)",
        "- d (One) → a (One)",
        "- b (One) → a (One)",
    ]


def test_a_persian_document_is_persian_and_points_left() -> None:
    found = markdown_text(full_map(language="fa", direction="rtl"))
    assert "- بازبینی ۲۱ آبان ۱۴۰۵\n" in found
    assert "## پرسوناها\n" in found
    assert "- \u2068Buy\u2069 ← \u2068Learn\u2069 – بازگشت\n" in found
    assert "\u2068Nina\u2069: \u2068\u200e+۰٫۶\u2069 (خشنود)" in found
    assert "\u2068Nina\u2069: \u2068\u200e−۰٫۲۵\u2069 (معمولی)" in found
    assert "محرک، شدت ۲ از ۳ · اثر زیاد، زحمت کم" in found


def test_a_polish_document_is_polish() -> None:
    found = markdown_text(full_map(language="pl-PL"))
    assert "- Nina: -0,25 (neutralnie)\n" in found
    assert "- Przegląd 12 listopada 2026\n" in found
    assert "## Połączenia\n" in found


def test_another_language_gets_english_words() -> None:
    assert "## Connections\n" in markdown_text(full_map(language="de"))


def test_the_labels_of_the_maps_own_scale_are_used() -> None:
    own = full_map(levels=("great", "so-so", "bad"))  # type: ignore[arg-type]
    assert "- Nina: +0.6 (great)" in lines(own)
    assert "- Nina: -0.25 (so-so)" in lines(own)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=7).map("".join).filter(str.strip))
def test_no_text_of_a_map_becomes_markup(text: str) -> None:
    document = markdown_text(full_map(text))
    assert tags(document) <= {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "br", "code"}
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    usual = [t.type for t in reader.parse(markdown_text(full_map("word")))]
    assert [t.type for t in reader.parse(document)] == usual
    assert " ".join(text.split()) in shown(document)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.journey")), ids=lambda path: path.stem)
def test_every_text_of_a_sample_can_be_read_in_its_document(path: Path) -> None:
    book = read(path).journey
    document = markdown_text(book)
    read_out = shown(document)
    hidden = {lane.id for lane in book.all(Lane) if lane.hidden}
    for card in book.all(Card):
        if card.lane not in hidden:
            assert " ".join(card.text.split()) in read_out
    for note in book.all(Note):
        assert " ".join(note.text.split()) in read_out
    assert tags(document) <= {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "br"}
