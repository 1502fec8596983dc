"""The PDF as a file: sound, complete, the same every time, and safe to open."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from editor.export.papers import Page, page_for
from editor.export.pdf import pdf_bytes
from editor.export.progress import Cancelled
from editor.picture.frame import Art, Box, Frame, Picture, Shape, Symbol
from editor.picture.geometry import Path, Rect
from editor.picture.paint import Stroke
from tests.export.corpus import ENGLISH, PERSIAN
from tests.export.drawing import Draughtsman, bitmap, picture
from tests.export.reading import opened, own_page, poppler_lines, run

TRIANGLE = Path((("M", 0, 0), ("L", 1, 0), ("C", 1, 0.5, 0.5, 1, 0, 1), ("Z",)))
FACE = Art("face", (Shape(TRIANGLE, "#d55e00", Stroke("#000000", 0.05)),))
HOSTILE = (
    "(unbalanced \\( and ) Tj ET",
    "endstream endobj %%EOF",
    "<< /S /JavaScript >>",
    "<img src='file:///etc/passwd'>",
    "a <b & if a <b",
    "\\u0000 %s {braces} $(rm)",
    "𝒜 emoji 😀 and \U0010ffff",
    "]] >> TJ",
)


def everything(pen: Draughtsman) -> Frame:
    """A frame with each kind of item, each more than once."""
    card = Box(Rect(10, 10, 80, 30), 8, "#ffffff", Stroke("#d6dbe1", 0.75, (3, 2), "round"))
    photo = Image.new("RGBA", (4, 3), (10, 120, 200, 90))
    return Frame(
        5, 7, 300, 200,
        (
            card, card, Box(Rect(0, 0, 5, 5), 0, "#f0f0f0"),
            Box(Rect(9, 9, 50, 20), 4, None, Stroke("#123456")),
            Shape(TRIANGLE.mapped(40, 20, 60), None, Stroke("#0072b2", 2)),
            Symbol(100, 10, 20, FACE), Symbol(130, 10, 30, FACE),
            bitmap(photo), bitmap(photo), bitmap(Image.new("RGB", (6, 6), "#336699"), kind="JPEG"),
            pen.block("Buy: خرید", 10, 60),
            Frame(10, 90, 60, 40, (pen.block("clipped", 0, 0),), clip=TRIANGLE.mapped(40, 0, 0)),
        ),
        role="card", label="everything",
    )  # fmt: skip


def stage(pen: Draughtsman, name: str, x: float) -> Frame:
    return Frame(x, 10, 100, 30, (pen.block(name, 5, 5, 90),), role="stage", ref=f"stage-{name}")


def objects(content: bytes) -> str:
    """The objects of a PDF as JSON, strings beginning with "u:"."""
    return run(content, "qpdf", "--json", "--json-key=qpdf", "FILE")


def test_qpdf_finds_nothing_wrong(pen: Draughtsman) -> None:
    drawing = picture(everything(pen), stage(pen, "Learn", 10), *pen.page_of(PERSIAN[:40]).root.items)
    said = run(own_page(drawing), "qpdf", "--check", "FILE")
    assert "No syntax or stream encoding errors" in said
    assert "warning" not in said.lower()


def test_every_font_is_embedded_as_a_subset_with_unicode(pen: Draughtsman) -> None:
    rows = run(own_page(picture(everything(pen))), "pdffonts", "FILE").splitlines()[2:]
    assert len(rows) == 1
    assert rows[0].split()[-5:-2] == ["yes", "yes", "yes"]
    assert re.match(r"[A-Z]{6}\+Vazirmatn-Regular", rows[0])


def test_a_picture_without_text_needs_no_font() -> None:
    content = own_page(picture(Box(Rect(10, 10, 80, 30), 8, "#ffffff")))
    assert run(content, "pdffonts", "FILE").splitlines()[2:] == []
    assert b"Helvetica" not in content


def test_equal_pictures_give_equal_bytes(pen: Draughtsman) -> None:
    first, second = (
        own_page(picture(everything(pen), *pen.page_of(PERSIAN[:20]).root.items)) for _ in range(2)
    )
    assert first == second


def test_different_pictures_have_different_identifiers(pen: Draughtsman) -> None:
    marks = [re.search(rb"/ID\s*\[\s*<(\w+)>", own_page(pen.page_of([text]))) for text in ("one", "two")]
    assert all(marks)
    assert len({mark[1] for mark in marks if mark}) == 2


def test_no_date_is_written(pen: Draughtsman) -> None:
    assert "Date" not in run(own_page(pen.page_of(["one"])), "pdfinfo", "FILE")


def test_the_document_says_what_it_is(pen: Draughtsman) -> None:
    content = own_page(pen.page_of(["خرید"], rtl=True))
    said = run(content, "pdfinfo", "FILE")
    assert "Title:           Buying shoes" in said
    assert "Author:          Shoe team" in said
    assert "Pages:           1" in said
    with opened(content) as document:
        assert document.get_metadata_value("Title") == "Buying shoes"
    structure = objects(content)
    assert '"/DisplayDocTitle": true' in structure
    assert '"/Lang": "u:fa"' in structure


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(pen: Draughtsman, text: str) -> None:
    drawing = picture(
        Frame(0, 0, 200, 40, (pen.block(text),), role="stage", label=text, link=f"https://example.com/{text}")
    )
    content = own_page(drawing)
    assert "No syntax" in run(content, "qpdf", "--check", "FILE")
    assert '"/S": "/JavaScript"' not in objects(content)
    assert poppler_lines(content)


def test_hostile_title_and_author_stay_text(pen: Draughtsman) -> None:
    root = pen.page_of(["a"]).root
    for text in (*HOSTILE, "سفر\n(۱)", "\ud800"):
        content = own_page(Picture(root, text, "en", author=text))
        assert "No syntax" in run(content, "qpdf", "--check", "FILE")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8, 1.0])
def test_cancelling_leaves_nothing(pen: Draughtsman, share: float) -> None:
    drawing = pen.page_of(ENGLISH)
    with pytest.raises(Cancelled):
        pdf_bytes(drawing, page_for("A4", "auto", drawing.width, drawing.height), lambda done: done < share)


def test_progress_grows_to_the_end(pen: Draughtsman) -> None:
    told: list[float] = []
    pdf_bytes(pen.page_of(ENGLISH), Page(400, 400), lambda share: told.append(share) or True)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_the_outline_leads_to_the_stages(pen: Draughtsman) -> None:
    named = Frame(220, 10, 100, 30, (), role="stage", label="Stage 3: Pay")
    drawing = picture(stage(pen, "Learn", 10), stage(pen, "خرید یا اقدام", 120), named)
    with opened(own_page(drawing)) as document:
        entries = list(document.get_toc())
        assert [entry.get_title() for entry in entries] == ["Learn", "خرید یا اقدام", "Stage 3: Pay"]
        lefts = [entry.get_dest().get_view()[1][0] for entry in entries]
    assert lefts == sorted(lefts)


def test_links_lead_out_only_by_known_ways(pen: Draughtsman) -> None:
    addresses = [
        "https://example.com/خرید",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@example.com",
    ]
    frames = [Frame(10, 10 + 30 * i, 100, 20, (), link=address) for i, address in enumerate(addresses)]
    structure = objects(own_page(picture(*frames)))
    found = re.findall(r'"/URI": "u:([^"]*)"', structure)
    assert found == ["https://example.com/%D8%AE%D8%B1%DB%8C%D8%AF", "mailto:a@example.com"]


def test_what_repeats_is_kept_once(pen: Draughtsman) -> None:
    box = Box(Rect(0, 0, 80, 30), 8, "#ffffff", Stroke("#d6dbe1"))
    photo = Image.effect_noise((64, 64), 90)
    once = picture(box, box, bitmap(photo), Symbol(0, 0, 9, FACE))
    often = picture(*[box] * 300, *[bitmap(photo)] * 20, *[Symbol(i, 0, 9, FACE) for i in range(300)])
    assert len(own_page(often)) < len(own_page(once)) + 4000


def test_the_page_has_the_size_of_the_paper(pen: Draughtsman) -> None:
    drawing = pen.page_of(["one"])
    content = pdf_bytes(drawing, page_for("A3", "landscape", drawing.width, drawing.height))
    assert "1190.55 x 841.89 pts (A3)" in run(content, "pdfinfo", "FILE")
