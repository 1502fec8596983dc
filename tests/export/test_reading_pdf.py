"""What people get who copy from our PDF or search it, in poppler and in pdfium."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.export.papers import page_for
from editor.export.pdf import pdf_bytes
from editor.picture.words import BOLD
from tests.export.corpus import ENGLISH, PERSIAN, POLISH
from tests.export.drawing import Draughtsman, picture
from tests.export.reading import drawn_lines, lost, own_page, pdfium_lines, poppler_lines, run

Reader = Callable[[bytes], list[str]]

MOST_LOST = 0.1
"""The share of Persian lines that pdfium may get wrong; it reads Latin words in them one by one."""


def test_poppler_reads_every_persian_line_exactly(pen: Draughtsman) -> None:
    content = own_page(pen.page_of(PERSIAN, rtl=True))
    assert lost(PERSIAN, poppler_lines(content)) == []


def test_pdfium_reads_nine_persian_lines_of_ten(pen: Draughtsman) -> None:
    content = own_page(pen.page_of(PERSIAN, rtl=True))
    assert len(lost(PERSIAN, pdfium_lines(content))) <= MOST_LOST * len(PERSIAN)


def test_pdfium_reads_brackets_quotes_and_ellipses_as_they_are(pen: Draughtsman) -> None:
    lines = ["«کفش»", "الف) ثبت نام", "[یادداشت] مهم", "گفت‌وگو (چت)", "صبر…", "ارزش > هزینه"]
    assert lost(lines, pdfium_lines(own_page(pen.page_of(lines, rtl=True)))) == []


@pytest.mark.parametrize("reader", [poppler_lines, pdfium_lines])
@pytest.mark.parametrize("lines", [POLISH, ENGLISH], ids=["Polish", "English"])
def test_latin_lines_come_back_exactly(pen: Draughtsman, lines: tuple[str, ...], reader: Reader) -> None:
    assert lost(lines, reader(own_page(pen.page_of(lines)))) == []


@pytest.mark.parametrize("reader", [poppler_lines, pdfium_lines])
def test_latin_lines_come_back_from_a_persian_page(pen: Draughtsman, reader: Reader) -> None:
    content = own_page(pen.page_of((*PERSIAN, *ENGLISH, *POLISH), rtl=True))
    assert lost((*ENGLISH, *POLISH), reader(content)) == []


def test_a_latin_page_has_no_signs_of_direction(pen: Draughtsman) -> None:
    content = own_page(pen.page_of(["Compares (three) shops: 31%.", "Zażółć – 12,5 zł"]))
    assert not set("\u200e\u200f") & set(run(content, "pdftotext", "FILE", "-"))


@pytest.mark.parametrize("reader", [poppler_lines, pdfium_lines])
@pytest.mark.parametrize("paper", ["A2", "A4", "A5"])
def test_cards_side_by_side_keep_their_lines_whole(pen: Draughtsman, paper: str, reader: Reader) -> None:
    cards = [
        line for line in PERSIAN if len(line) > 20 and not any(c.isascii() and c.isalpha() for c in line)
    ]
    drawing = pen.cards(cards[:60], 10)
    content = pdf_bytes(drawing, page_for(paper, "auto", drawing.width, drawing.height))
    assert lost(drawn_lines(drawing), reader(content)) == []


def test_english_cards_side_by_side_keep_their_lines_whole(pen: Draughtsman) -> None:
    drawing = pen.cards([f"{a} {b.lower()}" for a in ENGLISH[:6] for b in ENGLISH[:6]], 6)
    content = own_page(drawing)
    assert lost(drawn_lines(drawing), poppler_lines(content)) == []
    assert lost(drawn_lines(drawing), pdfium_lines(content)) == []


def test_bold_and_regular_share_a_page(pen: Draughtsman) -> None:
    drawing = picture(
        pen.block("خرید کفش", face=BOLD), pen.block("می‌خواند", y=60), pen.block("می‌خواند", y=90, size=30)
    )
    assert poppler_lines(own_page(drawing)) == ["خرید کفش", "می‌خواند", "می‌خواند"]


def test_symbols_of_other_faces_are_filled_and_can_be_found(pen: Draughtsman) -> None:
    drawing = pen.page_of(["Goes → on ☎ 5", "می‌رود ☎ خانه"])
    if any(run.outlines for item in drawing.root.items for line in item.shaped.runs() for run in line):
        assert poppler_lines(own_page(drawing))[0] == "Goes → on ☎ 5"
    else:
        pytest.skip("no other face is installed here")


def test_marks_are_found_with_their_letters(pen: Draughtsman) -> None:
    lines = ["مُحَمَّد", "q\u0303 and x\u0308", "اوّلاً"]
    assert lost(lines, poppler_lines(own_page(pen.page_of(lines, rtl=True)))) == []


def test_an_arrow_of_two_directions_reads_in_order_on_a_persian_page(pen: Draughtsman) -> None:
    content = own_page(pen.page_of([*PERSIAN[:20], "CRM بارنما", "A/B تست نهایی"], rtl=True))
    assert lost(["CRM بارنما", "A/B تست نهایی"], poppler_lines(content)) == []
