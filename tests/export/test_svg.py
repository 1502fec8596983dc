"""The picture as SVG: well-formed, safe, readable, and the same drawing as the PDF."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from editor.export.png import png_bytes
from editor.export.progress import Cancelled
from editor.export.svg import svg_bytes
from editor.picture.frame import Frame, Picture
from tests.export.corpus import ENGLISH, PERSIAN
from tests.export.drawing import Draughtsman, picture
from tests.export.reading import drawn_lines, pixels, plain
from tests.export.test_pdf_file import HOSTILE, everything

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def tree(drawing: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(svg_bytes(drawing))  # noqa: S314


def rendered(drawing: Picture) -> np.ndarray:
    """The SVG as Qt draws it, one pixel a point."""
    renderer = QSvgRenderer(QByteArray(svg_bytes(drawing)))
    assert renderer.isValid()
    image = QImage(round(drawing.width), round(drawing.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    image.save(buffer, "PNG")
    return pixels(bytes(buffer.data().data()))


def test_it_is_the_same_drawing_as_the_pdf(pen: Draughtsman) -> None:
    drawing = picture(everything(pen), *pen.page_of([*PERSIAN[:8], *ENGLISH[:3]]).root.items[4:])
    ours, other = (
        np.asarray(Image.fromarray(p.astype("uint8")).filter(ImageFilter.GaussianBlur(1.5))).astype(int)
        for p in (rendered(drawing), pixels(png_bytes(drawing, 72)))
    )
    assert np.abs(ours - other).mean() < 1.0
    assert np.percentile(np.abs(ours - other), 99.5) < 40


def test_the_text_itself_is_there_line_by_line(pen: Draughtsman) -> None:
    drawing = pen.cards([*PERSIAN[:30], *ENGLISH], 6)
    found = [text.text or "" for text in tree(drawing).iter(f"{SVG}text")]
    assert plain(found) == drawn_lines(drawing)


def test_the_text_itself_stands_over_its_glyphs(pen: Draughtsman) -> None:
    latin, persian = tree(pen.page_of(["Buy", "خرید"])).iter(f"{SVG}text")
    left, right = (pen.block(text, 20).places()[0][0] for text in ("Buy", "خرید"))
    assert float(latin.get("x") or 0) == pytest.approx(left, abs=0.01)
    assert persian.get("direction") == "rtl"
    starts = float(persian.get("x") or 0) - float(persian.get("textLength") or 0)
    assert starts == pytest.approx(right, abs=0.02)


def test_it_says_what_it_is_and_what_stands_where(pen: Draughtsman) -> None:
    frame = Frame(0, 0, 90, 30, (pen.block("خرید"),), role="card", ref="card-1", label="Touchpoint: خرید")
    root = tree(picture(frame, rtl=True))
    assert root.findtext(f"{SVG}title") == "Buying shoes"
    assert root.get("lang") == "fa"
    group = next(g for g in root.iter(f"{SVG}g") if g.get("data-ref") == "card-1")
    assert (group.get("data-role"), group.get("aria-label")) == ("card", "Touchpoint: خرید")


def test_glyphs_are_defined_once_and_every_reference_is_met(pen: Draughtsman) -> None:
    root = tree(picture(everything(pen), *pen.page_of(PERSIAN[:50]).root.items))
    names = [element.get("id") for element in root.iter() if element.get("id")]
    references = {(e.get(f"{XLINK}href") or "#")[1:] for e in root.iter(f"{SVG}use")}
    assert len(names) == len(set(names))
    assert references <= set(names)
    outlines = [e.get("d") for e in root.iter(f"{SVG}path") if (e.get("id") or "").startswith("g")]
    assert len(outlines) == len(set(outlines))


def test_equal_pictures_give_equal_bytes(pen: Draughtsman) -> None:
    assert svg_bytes(picture(everything(pen))) == svg_bytes(picture(everything(pen)))


@pytest.mark.parametrize("text", [*HOSTILE, "a\x00b\x1b", "\ud800", "]]>", "\"'&lt;"])
def test_hostile_text_stays_text(pen: Draughtsman, text: str) -> None:
    frame = Frame(0, 0, 90, 30, (pen.block(text.encode("utf-8", "replace").decode()),), text, text, text)
    content = svg_bytes(Picture(Frame(0, 0, 90, 90, (frame,), label=text), text, text, author=text))
    root = ElementTree.fromstring(content)  # noqa: S314
    assert not [e for e in root.iter() if e.tag.split("}")[1] in ("script", "img", "b", "foreignObject")]
    assert not re.search(rb"\son\w+=", content)


def test_links_lead_out_only_by_known_ways() -> None:
    addresses = [
        "https://example.com/?a=1&b=2",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@example.com",
    ]
    frames = [Frame(0, 0, 9, 9, (), link=address) for address in addresses]
    found = [a.get(f"{XLINK}href") for a in tree(picture(*frames)).iter(f"{SVG}a")]
    assert found == ["https://example.com/?a=1&b=2", "mailto:a@example.com"]


def test_it_can_be_cancelled(pen: Draughtsman) -> None:
    for share in (0.0, 0.5, 1.0):
        with pytest.raises(Cancelled):
            svg_bytes(pen.page_of(ENGLISH), lambda done, share=share: done < share)


def test_bitmaps_travel_inside(pen: Draughtsman) -> None:
    root = tree(picture(everything(pen)))
    kinds = sorted((i.get(f"{XLINK}href") or "").split(";")[0] for i in root.iter(f"{SVG}image"))
    assert kinds == ["data:image/jpeg", "data:image/png"]
    assert svg_bytes(picture(everything(pen))).count(b"data:image") == 2
