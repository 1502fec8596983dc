"""The engine: lines share out the text, keep their width, and stand in the right order."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from unicodedata import bidirectional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from editor.picture.words import BOLD, REGULAR, GlyphRun, ShapedText
from editor.text.engine import BEARING, TextEngine
from editor.text.fonts import is_ignorable
from tests.text.writing import paragraphs

LETTERS = "abcAWżółŁ آبپسشملایهٔ‌ً ۱۲٬۳0129.,:;()[]{}«»„”-–/%٪!?؟،؛ \n\u200e\u200f\u2068\u2069→😀א中\u0301"
texts = st.text(st.sampled_from(LETTERS), max_size=60)
widths = st.one_of(st.none(), st.floats(0.1, 30.0))


def runs_of(laid: ShapedText) -> list[GlyphRun]:
    return [run for runs in laid.runs() for run in runs]


@settings(max_examples=300, deadline=None)
@given(text=texts, width=widths, base=st.sampled_from(["auto", "auto-rtl", "ltr", "rtl"]))
def test_every_character_belongs_to_one_line(
    engine: TextEngine, text: str, width: float | None, base: str
) -> None:
    laid = engine.layout(text, REGULAR, base, width)
    assert laid.line_count == len(laid.lines) == len(laid.runs())
    assert laid.lines[0].start == 0
    assert laid.lines[-1].end == len(text)
    assert all(a.end == b.start for a, b in zip(laid.lines, laid.lines[1:], strict=False))
    assert all("\n" not in text[line.start : line.end - 1] for line in laid.lines)


@settings(max_examples=300, deadline=None)
@given(text=texts, width=st.floats(0.1, 30.0))
def test_no_line_is_wider_than_asked_unless_nothing_can_be_broken(
    engine: TextEngine, text: str, width: float
) -> None:
    laid = engine.layout(text, REGULAR, "auto", width)
    for line, runs in zip(laid.lines, laid.runs(), strict=True):
        letters = {run.start + c for run in runs for c in run.clusters if seen(run.text[c])}
        assert line.width <= width + BEARING or len(letters) <= 1, text[line.start : line.end]


def seen(char: str) -> bool:
    return bidirectional(char) not in ("NSM", "BN", "WS") and not is_ignorable(char)


@settings(max_examples=300, deadline=None)
@given(text=texts, width=widths)
def test_runs_show_the_seen_text_once_from_left_to_right(
    engine: TextEngine, text: str, width: float | None
) -> None:
    laid = engine.layout(text, REGULAR, "auto", width)
    for line, runs in zip(laid.lines, laid.runs(), strict=True):
        in_order = sorted(runs, key=lambda run: run.start)
        assert "".join(run.text for run in in_order) == text[line.start : line.end].rstrip()
        assert all(text.startswith(run.text, run.start) for run in runs)
        assert sum(run.width for run in runs) == pytest.approx(line.width, abs=1e-4)


@settings(max_examples=300, deadline=None)
@given(text=texts, width=widths)
def test_clusters_are_in_range_and_in_the_run_s_direction(
    engine: TextEngine, text: str, width: float | None
) -> None:
    for run in runs_of(engine.layout(text, REGULAR, "auto", width)):
        assert len(run.gids) == len(run.xs) == len(run.ys) == len(run.clusters) > 0
        assert list(run.clusters) == sorted(run.clusters, reverse=run.rtl)
        assert min(run.clusters) == 0
        assert max(run.clusters) < len(run.text)


@pytest.mark.parametrize("face", [REGULAR, BOLD])
def test_a_text_keeps_its_lines_at_the_width_it_measured(engine: TextEngine, face: str) -> None:
    for text in paragraphs(200, seed=9):
        whole = engine.layout(text.rstrip("\u0650\u064b"), face, "auto", None)
        points = whole.lines[0].width * 9.0
        assert engine.layout(text.rstrip("\u0650\u064b"), face, "auto", points / 9.0).line_count == 1, text


def test_words_break_only_where_they_are_wider_than_a_line(engine: TextEngine) -> None:
    for text in paragraphs(200, seed=10, tame=True):
        for line in engine.layout(text, REGULAR, "auto", 12.0).lines[:-1]:
            assert text[line.end - 1] in " -–/", text[line.start : line.end + 5]
    broken = engine.layout("Donaudampfschifffahrtsgesellschaft", REGULAR, "auto", 6.0)
    assert broken.line_count == 3


ORDER = [
    ("abc 12", "auto", ["abc 12"]),
    ("سلام دنیا", "auto", ["سلام دنیا"]),
    ("قیمت ۱۲٬۵۰۰ تومان", "auto", [" تومان", "۱۲٬۵۰۰", "قیمت "]),
    ("کفش Nike Air خوب", "auto", [" خوب", "Nike Air", "کفش "]),
    ("Nike کفش خوب Air", "auto", ["Nike ", "کفش خوب", " Air"]),
    ("Nike کفش خوب", "rtl", [" کفش خوب", "Nike"]),
    ("کفش 2 Nike", "ltr", ["2", "کفش ", " Nike"]),
    ("(a) ب", "rtl", [") ب", "a", "("]),
    ("(ب) a", "ltr", ["(", "ب", ") a"]),
    ("12 - 15", "auto", ["12 - 15"]),
    ("12 - 15", "auto-rtl", ["15", " - ", "12"]),
    ("\u2068Nike\u2069 خوب", "rtl", ["\u2069 خوب", "Nike", "\u2068"]),
]


@pytest.mark.parametrize(("text", "base", "pieces"), ORDER)
def test_visual_order(engine: TextEngine, text: str, base: str, pieces: list[str]) -> None:
    """The texts of the runs from left to right; Qt may split a run, so neighbours are put together."""
    (runs,) = engine.layout(text, REGULAR, base, None).runs()
    shown = [
        "".join(run.text for run in (neighbours[::-1] if rtl else neighbours))
        for rtl, group in groupby(runs, key=lambda run: run.rtl)
        for neighbours in [list(group)]
    ]
    assert shown == pieces


def test_base_direction_is_each_paragraph_s_own(engine: TextEngine) -> None:
    lines = engine.layout("abc\nسلام\n۱۲\n", REGULAR, "auto", None).lines
    assert [line.rtl for line in lines] == [False, True, False, False]
    lines = engine.layout("abc\nسلام\n۱۲\n", REGULAR, "auto-rtl", None).lines
    assert [line.rtl for line in lines] == [False, True, True, True]


def test_line_breaks_make_lines_and_spaces_at_ends_do_not_count(engine: TextEngine) -> None:
    one = engine.layout("ab", REGULAR, "auto", None).lines[0].width
    laid = engine.layout("ab  \n\n ab", REGULAR, "auto", None)
    assert [(line.start, line.end) for line in laid.lines] == [(0, 5), (5, 6), (6, 9)]
    assert laid.lines[0].width == pytest.approx(one)
    assert laid.lines[1].width == 0.0
    assert laid.lines[2].width > one


def test_an_empty_text_has_one_empty_line(engine: TextEngine) -> None:
    laid = engine.layout("", REGULAR, "auto", 10.0)
    assert [(line.start, line.end, line.width) for line in laid.lines] == [(0, 0, 0.0)]
    assert laid.runs() == ((),)


def test_layouts_are_remembered(engine: TextEngine) -> None:
    first = engine.layout("remember me", BOLD, "auto", 7.0)
    assert engine.layout("remember me", BOLD, "auto", 7.0) is first
    assert engine.layout("remember me", REGULAR, "auto", 7.0) is not first


def test_bold_is_its_own_face(engine: TextEngine) -> None:
    regular, bold = (engine.layout("width", face, "auto", None) for face in (REGULAR, BOLD))
    assert bold.lines[0].width > regular.lines[0].width
    assert bold.runs()[0][0].face == BOLD


def test_threads_get_the_same_glyphs(engine: TextEngine) -> None:
    sample = paragraphs(120, seed=21)
    alone = [outcome(engine, text, 11.0) for text in sample]
    with ThreadPoolExecutor(4) as pool:  # a width that differs by nothing visible is laid out anew
        together = list(pool.map(lambda text: outcome(engine, text, 11.0 + 1e-9), sample))
    assert together == alone


def outcome(engine: TextEngine, text: str, width: float) -> tuple[object, object]:
    laid = engine.layout(text, REGULAR, "auto", width)
    return laid.lines, laid.runs()


def test_pyside_takes_no_references_from_none() -> None:
    # PySide6 6.12.0 does, and aborts the process after some five thousand calls (pitfalls 1).
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
