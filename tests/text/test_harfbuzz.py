"""HarfBuzz, fed with the same font files, is the judge of every glyph and its place."""

from __future__ import annotations

from functools import cache

import pytest
import uharfbuzz as hb

from editor.picture.words import BOLD, REGULAR, GlyphRun, ShapedText
from editor.text.engine import TextEngine
from editor.text.glue import glued
from tests.text.conftest import FONTS
from tests.text.writing import paragraphs

FACES = (REGULAR, BOLD)
WHOLE_WORDS = [(text, FACES[i % 2]) for i, text in enumerate(paragraphs(240, seed=3, tame=True))]
ANY = [(text, FACES[i % 2]) for i, text in enumerate(paragraphs(240, seed=4))]


@cache
def font(face: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / f"{face}.ttf"))))


def shaped(text: str, run: GlyphRun) -> tuple[list[int], list[float], list[float], float]:
    """Glyph ids, xs and ys (y down) in em from the run's left end, and the width, as HarfBuzz has them."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(c) for c in glued(text)], run.start, len(run.text))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.rtl else "ltr"
    hb.shape(font(run.face), buffer)
    pen, xs, ys = 0, list[float](), list[float]()
    for place in buffer.glyph_positions:
        xs.append((pen + place.x_offset) / 2048)
        ys.append(-place.y_offset / 2048)
        pen += place.x_advance
    return [info.codepoint for info in buffer.glyph_infos], xs, ys, pen / 2048


def check(engine: TextEngine, text: str, face: str, width: float | None) -> None:
    laid = engine.layout(text, face, "auto", width)
    for line, runs in zip(laid.lines, laid.runs(), strict=True):
        left = 0.0
        for run in runs:
            gids, xs, ys, advance = shaped(text, run)
            assert list(run.gids) == gids, (text, run.text)
            assert run.xs == pytest.approx([left + x for x in xs], abs=1e-6), (text, run.text)
            assert run.ys == pytest.approx(ys, abs=1e-6), (text, run.text)
            assert run.width == pytest.approx(advance, abs=1e-6), (text, run.text)
            left += advance
        assert line.width == pytest.approx(left, abs=1e-6), text


def test_every_glyph_and_its_place_on_one_line(engine: TextEngine) -> None:
    for text, face in ANY:
        check(engine, text, face, None)


@pytest.mark.parametrize("width", [20.0, 9.0])
def test_every_glyph_and_its_place_in_wrapped_lines(engine: TextEngine, width: float) -> None:
    for text, face in WHOLE_WORDS:
        check(engine, text, face, width)


def glyphs_by_character(laid: ShapedText) -> dict[int, list[int]]:
    found = dict[int, list[int]]()
    for run in (run for runs in laid.runs() for run in runs):
        for gid, cluster in zip(run.gids, run.clusters, strict=True):
            found.setdefault(run.start + cluster, []).append(gid)
    return found


def test_a_word_broken_anywhere_keeps_its_joined_letters(engine: TextEngine) -> None:
    for text, face in ANY:
        whole = glyphs_by_character(engine.layout(text, face, "auto", None))
        for index, gids in glyphs_by_character(engine.layout(text, face, "auto", 3.0)).items():
            assert gids == whole[index], (text, index)
