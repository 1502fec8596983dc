from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.layout.color import (
    CONTRAST,
    contrast,
    hexed,
    ink_on,
    luminance,
    mixed,
    readable,
    tint,
    under_white,
)
from editor.layout.theme import Theme

COLORS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


def test_luminance_and_contrast_of_the_poles() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_mixing_goes_from_one_to_the_other() -> None:
    assert mixed("#102030", "#ffffff", 0) == "#102030"
    assert mixed("#102030", "#ffffff", 1) == "#ffffff"
    assert tint("#000000", "#ffffff", 0.5) == hexed((0.5, 0.5, 0.5))


@given(COLORS, COLORS)
def test_readable_text_reads_on_any_ground(color: str, ground: str) -> None:
    assert contrast(readable(color, ground), ground) >= CONTRAST


@given(COLORS)
def test_ink_reads_on_any_brand_colour(ground: str) -> None:
    assert contrast(ink_on(ground), ground) >= CONTRAST


@given(COLORS)
def test_white_signs_show_on_any_badge(color: str) -> None:
    assert contrast("#ffffff", under_white(color)) >= 3


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"), ("muted", "paper"), ("muted", "band"), ("muted", "card"), ("ink", "note"),
        ("stage_ink", "stage"), ("strong_ink", "strong"), ("ink", "pain_fill"), ("ink", "opportunity_fill"),
        ("muted", "pain_fill"), ("muted", "opportunity_fill"), ("muted", "note"), ("connection", "paper"),
    ],
)  # fmt: skip
def test_the_theme_keeps_the_contrast_of_text(ink: str, ground: str) -> None:
    theme = Theme()
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= CONTRAST


def test_a_theme_takes_the_fields_it_knows() -> None:
    theme = Theme.of({"ink": "#111111", "accents": ["#222222"], "from the future": 1})
    assert theme.ink == "#111111"
    assert theme.accents == ("#222222",)
    assert theme.paper == Theme().paper
