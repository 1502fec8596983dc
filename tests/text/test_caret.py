"""The cursor: where it stands between letters, and where a click puts it."""

from __future__ import annotations

import pytest

from editor.picture.words import REGULAR
from editor.text.caret import carets, hit
from editor.text.engine import TextEngine
from tests.text.fixed import FixedShaper
from tests.text.writing import paragraphs


def test_places_of_a_plain_line() -> None:
    found = carets(FixedShaper().layout("abc"), 0)
    assert [(c.index, c.x, c.other) for c in found] == [(i, i / 2, i / 2) for i in range(4)]


def test_places_of_a_line_from_the_right() -> None:
    found = carets(FixedShaper().layout("سلام"), 0)
    assert [(c.index, c.x) for c in found] == [(0, 2.0), (1, 1.5), (2, 1.0), (3, 0.5), (4, 0.0)]


def test_lines_share_the_places_without_overlap() -> None:
    laid = FixedShaper().layout("ab cd\n\nef", width=1.0)
    places = [[c.index for c in carets(laid, i)] for i in range(laid.line_count)]
    assert places == [[0, 1, 2], [3, 4, 5], [6], [7, 8, 9]]


def test_both_edges_where_the_direction_changes(engine: TextEngine) -> None:
    laid = engine.layout("ab سل", REGULAR, "ltr", None)
    by_index = {c.index: c for c in carets(laid, 0)}
    width = laid.lines[0].width
    before = by_index[2].x + engine.layout("a ", REGULAR, "ltr", None).runs()[0][0].width * 0
    assert by_index[1].x == by_index[1].other
    assert by_index[3].x == pytest.approx(width)  # the first Persian letter begins at the right end
    assert by_index[3].other > before  # the space before it ends where the Persian word ends
    assert by_index[3].other < width
    assert by_index[5].other == pytest.approx(by_index[3].other)


def test_no_place_between_a_letter_and_its_mark(engine: TextEngine) -> None:
    laid = engine.layout("سُلّام", REGULAR, "auto", None)
    assert [c.index for c in carets(laid, 0)] == [0, 2, 4, 5, 6]


def test_a_ligature_is_shared_out_among_its_letters(engine: TextEngine) -> None:
    places = [c.x for c in carets(engine.layout("لا", REGULAR, "auto", None), 0)]
    assert places[0] > places[1] > places[2] == 0.0


def test_a_click_finds_the_nearest_place() -> None:
    laid = FixedShaper().layout("abcd")
    assert [hit(laid, 0, x) for x in (-9.0, 0.2, 0.3, 1.1, 9.0)] == [0, 0, 1, 2, 4]


def test_a_click_on_a_place_finds_it_again(engine: TextEngine) -> None:
    for text in paragraphs(60, seed=40, tame=True):
        laid = engine.layout(text, REGULAR, "auto", 9.0)
        for number in range(laid.line_count):
            for caret in carets(laid, number):
                found = hit(laid, number, caret.x)
                same = next(c for c in carets(laid, number) if c.index == found)
                assert caret.x in (pytest.approx(same.x), pytest.approx(same.other))
