"""Fitting: wrap first, then shrink, then cut short after a whole word."""

from __future__ import annotations

import pytest

from editor.picture.geometry import Rect
from editor.picture.words import BOLD, REGULAR, TextStyle
from editor.text.engine import TextEngine
from editor.text.fit import ELLIPSIS, block, fitted, word_width
from tests.text.fixed import FixedShaper, FixedText
from tests.text.writing import paragraphs

STYLE = TextStyle(size=10.0)  # so that a character of the fixed metric is 5 points wide


def fit(text: str, width: float, lines: int | None, least: float = 6.0) -> tuple[float, list[str]]:
    style, shaped = fitted(FixedShaper(), text, STYLE, "auto", width, lines, least)
    assert isinstance(shaped, FixedText)
    return style.size, [shaped.text[line.start : line.end].rstrip() for line in shaped.lines]


def test_text_that_fits_keeps_its_size() -> None:
    assert fit("ab cd", 25.0, 1) == (10.0, ["ab cd"])
    assert fit("ab cd", 15.0, 2) == (10.0, ["ab", "cd"])


def test_without_a_limit_it_wraps_to_as_many_lines_as_it_takes() -> None:
    assert fit("ab cd ef gh", 10.0, None) == (10.0, ["ab", "cd", "ef", "gh"])


def test_too_many_lines_shrink_it_just_enough() -> None:
    size, lines = fit("abcd efgh", 40.0, 1)
    assert lines == ["abcd efgh"]
    assert size == 8.5  # nine characters of half an em: 40 / 4.5 = 8.9


def test_a_word_that_would_break_shrinks_it_too() -> None:
    assert fit("abcdefgh", 35.0, 2) == (8.5, ["abcdefgh"])


def test_a_word_that_is_too_long_even_then_is_broken_at_full_size() -> None:
    assert fit("abcdefghijkl", 30.0, 2) == (10.0, ["abcdef", "ghijkl"])


def test_what_is_left_over_ends_in_an_ellipsis_after_a_whole_word() -> None:
    assert fit("ab cd ef gh", 18.0, 1) == (6.0, ["ab cd…"])
    assert fit("ab cd, ef gh ij", 21.0, 1) == (6.0, ["ab cd…"])  # not "cd,…"
    assert fit("a\nb\nc", 50.0, 2) == (6.0, ["a", "b…"])


def test_a_single_long_word_is_cut_in_its_middle() -> None:
    assert fit("abcdefghijkl", 15.0, 1) == (6.0, ["abcd…"])


def test_smaller_text_than_the_smallest_size_stays_as_it_is() -> None:
    small = TextStyle(size=5.0)
    style, shaped = fitted(FixedShaper(), "ab cd ef", small, "auto", 15.0, 1, 6.0)
    assert style.size == 5.0
    assert shaped.line_count == 1


def test_no_size_is_below_the_smallest() -> None:
    style, _ = fitted(FixedShaper(), "ab cd ef gh", TextStyle(size=8.2), "auto", 15.0, 1, 6.0)
    assert style.size == 6.0


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_fits_anywhere(text: str) -> None:
    style, _ = fitted(FixedShaper(), text, STYLE, "auto", 1.0, 2)
    assert style == STYLE


def test_the_widest_word_counts_and_hyphens_part_words() -> None:
    assert word_width(FixedShaper(), "ab abcde abc", REGULAR) == 2.5
    assert word_width(FixedShaper(), "abc-defgh", REGULAR) == 2.5
    assert word_width(FixedShaper(), "ab\u00a0cd e", REGULAR) == 2.5
    assert word_width(FixedShaper(), " \n", REGULAR) == 0.0


def test_a_block_is_as_high_as_its_lines() -> None:
    made = block(FixedShaper(), "ab cd ef", STYLE, Rect(1.0, 2.0, 15.0, 0.0), rtl=True)
    assert made.rect == pytest.approx((1.0, 2.0, 15.0, 3 * 14.0))
    assert made.rtl
    assert made.text == "ab cd ef"


def test_fitted_text_never_leaves_its_place(engine: TextEngine) -> None:
    for text in paragraphs(60, seed=30):
        style, shaped = fitted(engine, text, TextStyle(face=BOLD, size=11.0), "auto", 70.0, 3, 7.0)
        assert shaped.line_count <= 3
        assert all(line.width * style.size <= 70.0 + 0.25 for line in shaped.lines), text


def test_the_ellipsis_stands_where_the_reading_ends(engine: TextEngine) -> None:
    style = TextStyle(size=9.0)
    _, persian = fitted(engine, "صف طولانی فروشگاه Digikala در تهران", style, "auto", 85.0, 1, 9.0)
    assert persian.runs()[0][0].text.endswith(ELLIPSIS)  # leftmost
    assert persian.runs()[0][0].xs[0] == 0.0
    _, english = fitted(engine, "Long queue at the checkout", style, "auto", 60.0, 1, 9.0)
    assert english.runs()[0][-1].text.endswith(ELLIPSIS)
