"""How glyphs and characters become codes, on runs made by hand."""

from __future__ import annotations

import pytest

from editor.export.clusters import clusters, glyph_texts
from editor.export.faces import Face
from editor.export.pdf_codes import FaceCodes
from editor.export.pdf_letters import LRM, RLM, Letters
from editor.export.reading_order import (
    from_right_to_left,
    is_misread,
    loses_characters,
    reads_right_to_left,
)
from editor.picture.geometry import Path
from editor.picture.words import REGULAR, GlyphRun


def run(text: str, starts: tuple[int, ...], rtl: bool = False, **more: object) -> GlyphRun:
    """Glyphs numbered from 10, one em wide each."""
    count = len(starts)
    places = tuple(float(i) for i in range(count))
    parts = {"ys": (0.0,) * count, "width": float(count), **more}
    return GlyphRun(
        REGULAR, tuple(range(10, 10 + count)), places, text=text, clusters=starts, rtl=rtl, **parts
    )  # type: ignore[arg-type]


def one_em(_gid: int) -> float:
    return 1.0


@pytest.fixture
def codes() -> FaceCodes:
    return FaceCodes(Face(REGULAR), "F1")


def texts_of(codes: FaceCodes, written: str) -> list[str]:
    """The characters of a string of codes, read from the font's own map."""
    table = dict(row.split() for row in codes.to_unicode().splitlines() if row.startswith("<") and " " in row)
    found = [table[f"<{written[i : i + 4]}>"].strip("<>") for i in range(0, len(written), 4)]
    return [bytes.fromhex(text).decode("utf-16-be") for text in found]


def test_every_glyph_has_its_character() -> None:
    assert list(glyph_texts(run("abc", (0, 1, 2)))) == ["a", "b", "c"]
    assert list(glyph_texts(run("ابج", (2, 1, 0), rtl=True))) == ["ج", "ب", "ا"]


def test_a_ligature_has_all_its_characters() -> None:
    assert list(glyph_texts(run("afib", (0, 1, 3)))) == ["a", "fi", "b"]
    assert list(glyph_texts(run("بلا", (1, 0), rtl=True))) == ["لا", "ب"]


@pytest.mark.parametrize(
    "odd",
    [
        run("ab", (0, 1), ys=(0.0, -0.1)),
        run("ab", (0, 1), outlines=(Path(()), Path(()))),
        run("abc", (1, 2)),
        run("ab", (0, 0, 1)),
        run("ab", (1, 0)),
    ],
)
def test_runs_with_raised_shared_or_foreign_glyphs_go_by_clusters(odd: GlyphRun) -> None:
    assert not glyph_texts(odd)
    assert "".join(cluster.text for cluster in clusters(odd, one_em)) in (odd.text, odd.text[::-1])


def test_the_glyph_that_moves_the_pen_shows_a_cluster() -> None:
    marked = run("q\u0303x", (0, 0, 2))
    found = clusters(marked, lambda gid: 0.0 if gid == 10 else 1.0)
    assert [(cluster.text, cluster.main) for cluster in found] == [("q\u0303", 1), ("x", 2)]


def test_a_foreign_glyph_has_room_up_to_the_next() -> None:
    foreign = run("☎☂", (0, 1), outlines=(Path(()), Path(())))
    assert [(c.x, c.width, c.main) for c in clusters(foreign, one_em)] == [(0.0, 1.0, None), (1.0, 1.0, None)]


def test_a_pair_of_glyph_and_character_has_one_code(codes: FaceCodes) -> None:
    assert codes.visible(40, "a") == codes.visible(40, "a")
    assert codes.visible(40, "a") != codes.visible(40, "b")


def test_widths_are_those_of_the_face(codes: FaceCodes) -> None:
    _, width = codes.visible(40, "a")
    assert width == pytest.approx(codes.face.advance(40), abs=0.0005)


def test_a_ligature_is_a_code_per_character_in_visual_order(codes: FaceCodes) -> None:
    left, _, following = Letters(codes, rtl=False)[2, "fi"]
    assert (texts_of(codes, left), texts_of(codes, following)) == (["f"], ["i"])
    left, _, following = Letters(codes, rtl=True)[667, "لا"]
    assert (texts_of(codes, left), following) == (["ا", "ل"], "")


def test_a_joiner_is_a_code_without_a_glyph(codes: FaceCodes) -> None:
    left, width, following = Letters(codes, rtl=True)[592, "\u200c"]
    assert (left, width, texts_of(codes, following)) == ("", 0.0, ["\u200c"])


@pytest.mark.parametrize(
    ("char", "left", "right"),
    [
        ("ب", ["ب"], []),
        (".", [RLM, "."], []),
        ("٪", [RLM, "٪"], []),
        ("(", [RLM, "("], [LRM]),
        ("«", [RLM, "«"], [LRM]),
    ],
)
def test_signs_hold_what_readers_would_move(
    codes: FaceCodes, char: str, left: list[str], right: list[str]
) -> None:
    here, _, following = Letters(codes, rtl=True)[600, char]
    assert (texts_of(codes, here), texts_of(codes, following)) == (left, right)


def test_left_to_right_letters_need_no_signs(codes: FaceCodes) -> None:
    here, _, following = Letters(codes, rtl=False)[600, "("]
    assert (texts_of(codes, here), following) == (["("], "")


def test_a_page_reads_as_most_of_its_letters_do() -> None:
    assert reads_right_to_left(["خرید", "Buy 12345", "فروش"])
    assert not reads_right_to_left(["خرید", "Buy shoes"])
    assert not reads_right_to_left(["123", ""])


def test_only_mixed_lines_against_the_page_are_misread() -> None:
    latin, persian = run("ab", (0, 1)), run("ابج", (2, 1, 0), rtl=True)
    assert is_misread((latin, persian), line_rtl=False, page_rtl=True)
    assert not is_misread((latin, persian), line_rtl=True, page_rtl=True)
    assert not is_misread((latin, latin), line_rtl=False, page_rtl=True)
    assert not is_misread((latin, persian), line_rtl=False, page_rtl=False)


def test_runs_are_moved_to_run_from_right_to_left() -> None:
    first, second = run("ab", (0, 1)), run("ابج", (2, 1, 0), rtl=True, start=3)
    moved = from_right_to_left((first, second))
    assert [(r.text, r.xs) for r in moved] == [("ابج", (0.0, 1.0, 2.0)), ("ab", (3.0, 4.0))]


@pytest.mark.parametrize("text", ["living-", "living- ", "ح ف", "A B C", "1 2"])
def test_lines_that_poppler_would_shorten_are_known(text: str) -> None:
    assert loses_characters(text)


@pytest.mark.parametrize("text", ["", "a", "living-room", "ab c", "–", "a  b"])
def test_other_lines_are_left_alone(text: str) -> None:
    assert not loses_characters(text)
