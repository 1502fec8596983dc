"""Themes and brands: whatever the colours, every word reads and neighbours are told apart."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor import SAMPLES
from editor.files.reading import read
from editor.layout.branding import SEEN, UNLIKE, branded, checked, step_ground
from editor.layout.color import CONTRAST, contrast
from editor.layout.engine import MapLayout
from editor.layout.palette import DISTINCT, SHAPES, apart, breath, distance, grey, oklab, readable_on, spread
from editor.layout.theme import Theme
from editor.model.change import Change
from editor.model.edits.wording import set_fields
from editor.model.journey import Journey
from editor.model.records import Channel, Lane, Owner, Persona, Record, Stage
from editor.picture.frame import Box, Frame, Picture, Shape, Symbol
from editor.picture.words import TextBlock
from editor.session.drawing import PAPER, THEMES, map_theme, shipped_theme
from tests.layout.build import ICONS, words
from tests.layout.grounds import text_grounds
from tests.text.fixed import FixedShaper

COLORS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")
POLES = ("#ffffff", "#000000", "#ffff00", "#0000ff", "#808080", "#d55e00", "#00ff00")


def sample(name: str = "shoe-shop") -> Journey:
    return read(Path(SAMPLES) / f"{name}.journey").journey


def drawn(journey: Journey) -> Picture:
    return MapLayout(FixedShaper(), PAPER, words, ICONS, map_theme).lay_out(journey)


def dressed(journey: Journey, **look: object) -> Journey:
    journey.apply(set_fields(journey, (journey.map.id,), **look))
    return journey


def unread(picture: Picture) -> list[tuple[str, str, set[str]]]:
    return [
        (block.text, block.style.color, grounds)
        for block, grounds in text_grounds(picture)
        if any(contrast(block.style.color, ground) < CONTRAST for ground in grounds)
    ]


def inks(frame: Frame) -> set[str]:
    """Every colour that is painted in a frame."""
    found: set[str] = set()
    for item in frame.items:
        shapes = item.art.shapes if isinstance(item, Symbol) else (item,)
        for shape in shapes:
            if isinstance(shape, Box | Shape):
                found |= {shape.fill or ""} | ({shape.stroke.color} if shape.stroke else set())
        if isinstance(item, Frame):
            found |= inks(item)
        elif isinstance(item, TextBlock):
            found.add(item.style.color)
    return found - {""}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("file", ["shoe-shop", "bank-account", "retail-chain"])
def test_every_word_reads_in_every_shipped_theme(name: str, file: str) -> None:
    assert unread(drawn(dressed(sample(file), theme=name))) == []


@pytest.mark.parametrize("name", THEMES)
def test_what_stands_side_by_side_is_told_apart_in_every_shipped_theme(name: str) -> None:
    told_apart(shipped_theme(name), 5.0 if name == "grey" else DISTINCT)


@settings(max_examples=60)
@given(COLORS, COLORS)
@example("#ffffff", "#ffffff")
@example("#000000", "#000000")
@example("#ffff00", "#ffff00")
@example("#949494", "#949494")
@example("#d55e00", "#d55e00")
def test_any_two_brand_colours_give_a_theme_that_reads(first: str, second: str) -> None:
    assert unread(drawn(dressed(sample(), brand=(first, second)))) == []


@given(COLORS, COLORS, st.sampled_from(THEMES[:-1]))
@example("#ffffff", "#ffffff", "paper")
@example("#000000", "#000000", "contrast")
@example("#d55e00", "#c2410c", "warm")
def test_any_two_brand_colours_give_neighbours_that_are_told_apart(
    first: str, second: str, name: str
) -> None:
    theme = branded(shipped_theme(name), (first, second))
    told_apart(theme, DISTINCT)
    assert distance(theme.stage, theme.paper) >= SEEN
    assert distance(theme.personas[0], theme.personas[1]) >= UNLIKE
    assert contrast(theme.curve, theme.paper) >= SHAPES
    assert contrast(theme.curve, theme.above) >= SHAPES
    again = branded.__wrapped__(shipped_theme(name), (first, second))
    assert [getattr(theme, f.name) for f in fields(Theme)] == [getattr(again, f.name) for f in fields(Theme)]


def told_apart(theme: Theme, least: float) -> None:
    assert min(distance(a, b) for a, b in combinations(theme.accents, 2)) >= least
    assert distance(theme.strong, theme.stage) >= UNLIKE
    assert distance(theme.pain, theme.opportunity) >= UNLIKE
    assert all(contrast("#ffffff", accent) >= SHAPES for accent in theme.accents)
    assert all(contrast(line, theme.paper) >= SHAPES for line in (theme.pain, theme.opportunity, theme.curve))
    assert contrast(theme.stage_ink, step_ground(theme, theme.stage)) >= CONTRAST


@settings(max_examples=30)
@given(st.lists(COLORS, min_size=6, max_size=6), st.sampled_from(THEMES))
@example(list(POLES[:6]), "paper")
@example(list(POLES[1:]), "grey")
def test_every_word_reads_on_colours_that_people_give(colors: list[str], name: str) -> None:
    journey = dressed(sample(), theme=name, level_colors=tuple(colors[:5]))
    journey.apply(painted(journey, colors))
    assert unread(drawn(journey)) == []


def painted(journey: Journey, colors: list[str]) -> Change:
    kinds: tuple[type[Record], ...] = (Stage, Owner, Lane, Persona, Channel)
    pairs = {
        record.id: (record, replace(record, color=colors[place % len(colors)]))
        for kind in kinds
        for place, record in enumerate(journey.all(kind))
    }
    return Change(updated={key: pair for key, pair in pairs.items() if pair[0] != pair[1]})


def test_a_grey_map_has_greys_only_whatever_people_gave() -> None:
    journey = dressed(sample(), theme="grey", brand=("#ff0000", "#00ff00"), level_colors=("#ff0000",) * 5)
    journey.apply(painted(journey, list(POLES)))
    colors = inks(drawn(journey).root)
    assert len(colors) > 10
    assert [color for color in colors if not color[1:3] == color[3:5] == color[5:7]] == []


def test_colours_that_people_give_are_drawn_as_they_are() -> None:
    journey = sample()
    stage = journey.all(Stage)[1]
    journey.apply(set_fields(journey, [stage.id], color="#b3e5fc"))
    assert "#b3e5fc" in inks(drawn(journey).root)


def test_a_map_without_a_brand_wears_the_theme_itself() -> None:
    journey = sample()
    assert map_theme(journey.map) is PAPER
    assert map_theme(replace(journey.map, theme="of-the-future")) is PAPER
    assert map_theme(replace(journey.map, brand=("", ""))) is PAPER
    assert map_theme(replace(journey.map, brand=("#112233",))) is not PAPER
    assert map_theme(replace(journey.map, theme="warm")) is map_theme(replace(journey.map, theme="warm"))


def test_a_brand_of_one_colour_is_a_brand_of_twice_that_colour() -> None:
    one, two = branded(PAPER, ("#7a1fa2",)), branded(PAPER, ("#7a1fa2", "#7a1fa2"))
    assert one.accents == two.accents


def test_a_brand_that_looks_like_pain_is_not_taken_for_opportunities() -> None:
    assert branded(PAPER, (PAPER.pain, PAPER.pain)).opportunity == PAPER.opportunity
    assert branded(PAPER, ("#7a1fa2", PAPER.pain)).opportunity == "#7a1fa2"


@given(COLORS)
def test_the_grey_of_a_colour_is_as_light_as_it(color: str) -> None:
    tone = grey(color)
    assert tone[1:3] == tone[3:5] == tone[5:7]
    assert contrast(tone, "#ffffff") == pytest.approx(contrast(color, "#ffffff"), rel=0.05)


def test_the_poles_of_oklab() -> None:
    assert oklab("#ffffff") == pytest.approx((1, 0, 0), abs=1e-3)
    assert distance("#000000", "#ffffff") == pytest.approx(100, abs=0.1)
    assert oklab("#ff0000") == pytest.approx((0.628, 0.2249, 0.1258), abs=1e-3)


@given(COLORS, st.lists(COLORS, max_size=3))
def test_readable_on_several_grounds(color: str, grounds: list[str]) -> None:
    found = readable_on(color, grounds)
    best = max(min((contrast(p, g) for g in grounds), default=21) for p in ("#000000", "#ffffff"))
    assert min((contrast(found, g) for g in grounds), default=21) >= min(CONTRAST, best)


@given(COLORS, COLORS)
def test_a_lane_s_ground_lets_words_be_read(color: str, ink: str) -> None:
    ink = readable_on(ink, ("#ffffff",))
    assert contrast(ink, breath(color, "#ffffff", (ink,))) >= CONTRAST


def test_what_cannot_be_told_apart_stays_as_it_is() -> None:
    assert apart("#777777", ("#000000", "#ffffff", "#777777"), 99.0) == "#777777"
    assert spread(("#112233", "#445566"), (), 2) == ("#112233", "#445566")


def test_a_theme_with_pale_inks_is_put_right() -> None:
    pale = checked(replace(PAPER, ink="#cccccc", muted="#eeeeee", strong_ink=PAPER.strong, curve="#ffffff"))
    assert contrast(pale.muted, pale.band) >= CONTRAST
    assert contrast(pale.strong_ink, pale.strong) >= CONTRAST
    assert contrast(pale.curve, pale.paper) >= SHAPES
