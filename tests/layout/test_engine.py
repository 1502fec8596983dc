"""The whole layout on the fixed metric: where things stand, and what is remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Map, Note, Owner, Persona, Point, Stage
from editor.model.values import Evidence, Opportunity, Pain
from editor.picture.frame import Frame, Picture
from editor.picture.geometry import Rect
from editor.picture.walk import find, frames, texts
from tests.build import EMOTIONS, TOUCHPOINTS, journey
from tests.layout.build import fixed_layout


def place(picture: Picture, ref: str, role: str = "") -> Rect:
    found = find(picture, ref, role)
    assert found is not None, ref
    return found


def words_of(picture: Picture) -> list[str]:
    return [block.text for block, _ in texts(picture.root)]


def retyped(book: Journey, ref: str, **fields: object) -> None:
    old = book.get(ref)
    book.apply(Change({}, {ref: (old, replace(old, **fields))}, {}))  # type: ignore[arg-type]


def lane_frames(picture: Picture) -> dict[str, Frame]:
    return {frame.ref: frame for frame in picture.root.frames() if frame.role == "lane"}


def test_stages_stand_in_reading_order() -> None:
    picture = fixed_layout().lay_out(journey("Learn: ad > Buy: shop, pay > Use: wear"))
    assert place(picture, "stage-learn").x < place(picture, "stage-buy").x < place(picture, "stage-use").x


def test_a_right_to_left_map_is_the_mirror_image() -> None:
    sketch = "Learn: ad > Buy: shop, pay > Use: wear"
    left = fixed_layout().lay_out(journey(sketch, direction="ltr"))
    right = fixed_layout().lay_out(journey(sketch, direction="rtl"))
    assert (left.width, left.height) == (right.width, right.height)
    for frame, box in frames(left.root):
        if frame.role in ("stage", "card", "cell", "rail", "lane"):
            other = place(right, frame.ref, frame.role)
            assert other.x == pytest.approx(left.width - box.right)
            assert other.y == pytest.approx(box.y)


def test_cards_of_a_cell_stand_below_one_another_with_a_gap() -> None:
    picture = fixed_layout().lay_out(journey("Learn: ad + banner + poster"))
    ad, banner, poster = (place(picture, f"card-{name}") for name in ("ad", "banner", "poster"))
    assert ad.bottom + 6 == pytest.approx(banner.y)
    assert banner.bottom + 6 == pytest.approx(poster.y)


def test_a_long_text_makes_its_card_and_lane_grow() -> None:
    book = journey("Learn: ad, search")
    layout = fixed_layout()
    before = place(layout.lay_out(book), TOUCHPOINTS, "lane")
    retyped(book, "card-ad", text="word " * 60)
    after = layout.lay_out(book)
    assert place(after, TOUCHPOINTS, "lane").h > before.h + 40
    assert place(after, "card-ad").h > 100


def test_a_long_word_widens_its_column_only() -> None:
    book = journey("Learn: ad, search")
    layout = fixed_layout()
    usual = place(layout.lay_out(book), "card-search").w
    retyped(book, "card-ad", text="Donaudampfschifffahrtsgesellschaftskapitän")
    after = layout.lay_out(book)
    assert place(after, "card-ad").w > usual
    assert place(after, "card-search").w == usual


def test_a_given_width_is_kept() -> None:
    book = journey("Learn: ad, search")
    retyped(book, "step-learn-1", width=260.0)
    assert place(fixed_layout().lay_out(book), "card-ad").w == 260


def test_a_wide_card_covers_its_columns_and_pushes_others_down() -> None:
    book = journey("Learn: ad, search, ask")
    retyped(book, "card-ad", span=2)
    picture = fixed_layout().lay_out(book)
    ad, search, ask = (place(picture, f"card-{name}") for name in ("ad", "search", "ask"))
    assert ad.right == pytest.approx(search.right)
    assert search.y == pytest.approx(ad.bottom + 6)
    assert ask.y == ad.y


def test_a_card_in_a_column_of_fractional_width_stands_in_its_cell() -> None:
    book = journey("Learn: ad, search, shop > Buy: pay")
    retyped(book, "card-ad", span=2)
    for step, width in (("learn-1", 133.37), ("learn-2", 140.1), ("learn-3", 157.77), ("buy-1", 171.13)):
        retyped(book, f"step-{step}", width=width)
    cells = [
        item
        for item in lane_frames(fixed_layout().lay_out(book))[TOUCHPOINTS].frames()
        if item.role == "cell"
    ]
    standing = {cell.ref.split("|")[1]: [card.ref for card in cell.frames()] for cell in cells}
    assert standing == {
        "step-learn-1": [],
        "step-learn-2": ["card-search"],
        "step-learn-3": ["card-shop"],
        "step-buy-1": ["card-pay"],
    }


def test_an_edit_keeps_the_other_lanes_and_cards_as_they_are() -> None:
    book = journey("Learn: ad, search > Buy: shop", Lane("lane-two", "b", "actions", "Actions"))
    layout = fixed_layout()
    before = lane_frames(layout.lay_out(book))
    retyped(book, "card-ad", text="billboard")
    after = lane_frames(layout.lay_out(book))
    assert after["lane-two"].items is before["lane-two"].items
    old = {f.ref: f for f in before[TOUCHPOINTS].frames()}
    new = {f.ref: f for f in after[TOUCHPOINTS].frames()}
    changed = {ref for ref in new if new[ref] is not old[ref]}
    assert changed == {f"{TOUCHPOINTS}|step-learn-1"}


def test_hidden_lanes_are_left_out_and_collapsed_ones_keep_their_name() -> None:
    book = journey(
        "Learn: ad",
        Lane("lane-hidden", "b", "actions", "Hidden", hidden=True),
        Lane("lane-small", "c", "actions", "Small", collapsed=True),
    )
    picture = fixed_layout().lay_out(book)
    assert find(picture, "lane-hidden") is None
    assert "Small" in words_of(picture)
    assert place(picture, "lane-small", "lane").h < 40


def test_facts_of_a_card_are_drawn_as_words_and_signs() -> None:
    book = journey(
        "Learn: ad",
        Owner("owner-shop", "a", "Web shop"),
        Lane("lane-pain", "b", "pain_points", "Pains"),
        Lane("lane-idea", "c", "opportunities", "Ideas"),
        Lane("lane-owner", "d", "owners", "Owners"),
        Card("card-pain", "a", "lane-pain", "step-learn-1", "It hurts", pain=Pain("friction", 2)),
        Card("card-idea", "a", "lane-idea", "step-learn-1", "Mend", opportunity=Opportunity("high", "low")),
        Card("card-duty", "a", "lane-owner", "step-learn-1", "Call back", owner="owner-shop"),
        Card(
            "card-moment", "a", TOUCHPOINTS, "step-learn-1", "Pay",
            moment_of_truth=True, evidence=Evidence("assumed"),
        ),
        Note("note-one", "a", "card-pain", "Seen twice"),
    )  # fmt: skip
    said = words_of(fixed_layout().lay_out(book))
    assert {
        "It hurts",
        "Mend",
        "high · low",
        "Web shop",
        "Call back",
        "Moment of truth",
        "Seen twice",
        "1",
    } <= set(said)
    assert "Assumed, not yet observed" in said


def test_stage_loops_run_above_the_header_and_card_links_through_gaps() -> None:
    book = journey(
        "Learn: ad > Buy: shop > Use: wear",
        Connection("loop", "stage-use", "stage-learn", "returns", "tells friends"),
        Connection("link", "card-ad", "card-wear", "next", ""),
    )
    picture = fixed_layout().lay_out(book)
    assert place(picture, "loop").bottom <= place(picture, "stage-learn").y + 0.01
    assert "returns to: tells friends" in words_of(picture)
    shop, link = place(picture, "card-shop"), place(picture, "link")
    assert link.w > shop.w


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_curves_follow_time_and_value(direction: str) -> None:
    book = journey(
        "Learn: ad > Buy: shop",
        Persona("persona-ann", "a", "Ann"),
        Lane(EMOTIONS, "b", "emotions", "Emotions"),
        Point("point-low", EMOTIONS, "persona-ann", "step-learn-1", 0.5, -1.0, "lost"),
        Point("point-high", EMOTIONS, "persona-ann", "step-buy-1", 0.5, 1.0, "found"),
        direction=direction,
    )
    picture = fixed_layout().lay_out(book)
    low, high = place(picture, "point-low").center, place(picture, "point-high").center
    assert low.y > high.y
    assert (low.x < high.x) == (direction == "ltr")
    segments = [frame for frame, _ in frames(picture.root) if frame.role == "segment"]
    assert [s.ref for s in segments] == ["stage-learn", "stage-buy"]
    assert {"lost", "found", "delighted", "upset"} <= set(words_of(picture))


def test_an_empty_map_still_has_a_sheet_with_a_title() -> None:
    picture = fixed_layout().lay_out(Journey([Map(title="Nothing yet")]))
    assert words_of(picture) == ["Nothing yet"]
    assert picture.width > 400
    assert "Untitled journey" in words_of(fixed_layout().lay_out(Journey([Map()])))


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("text"), st.integers(0, 8), st.text("ab cdefghijk\n", max_size=60)),
        st.tuples(st.just("lane"), st.integers(0, 1), st.booleans()),
        st.tuples(st.just("title"), st.integers(0, 2), st.text("AB cd", max_size=30)),
        st.tuples(st.just("owner"), st.integers(0, 8), st.booleans()),
        st.tuples(st.just("span"), st.integers(0, 8), st.integers(1, 3)),
    ),
    max_size=8,
)


def edit(book: Journey, kind: str, number: int, value: object) -> None:
    cards, stages, lanes = book.all(Card), book.all(Stage), book.all(Lane)
    match kind:
        case "text":
            retyped(book, cards[number].id, text=value)
        case "lane":
            retyped(book, lanes[number].id, collapsed=value)
        case "title":
            retyped(book, stages[number].id, title=value)
        case "owner":
            retyped(book, cards[number].id, owner="owner-one" if value else "")
        case _:
            retyped(book, cards[number].id, span=value)


@settings(max_examples=60, deadline=None)
@given(EDITS)
def test_the_remembered_layout_equals_a_fresh_one(edits: list[tuple[str, int, object]]) -> None:
    book = journey(
        "Learn: ad + banner, search > Buy: shop, pay + wait, ask > Use: wear, tell, come",
        Owner("owner-one", "a", "One"),
        Lane("lane-two", "b", "actions", "Actions"),
        Connection("link", "card-ad", "card-pay", "triggers", "soon"),
        Connection("loop", "stage-use", "stage-learn", "returns", ""),
    )
    layout = fixed_layout()
    for kind, number, value in edits:
        edit(book, kind, number, value)
        layout.lay_out(book)
    assert layout.lay_out(book) == fixed_layout().lay_out(book)
