"""Bitmaps on their way into PDF and SVG."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from editor.export.bitmaps import MOST_PIXELS
from editor.export.png import png_bytes
from editor.export.svg import svg_bytes
from editor.model.trouble import Trouble
from editor.picture.frame import Bitmap, Frame, Item
from editor.picture.geometry import Rect
from tests.build import PNG
from tests.export.drawing import bitmap, picture
from tests.export.reading import own_page, pixels, run

PLACE = Rect(10, 10, 40, 30)


def shown(item: Bitmap) -> tuple[int, ...]:
    """The colour in the middle of the bitmap's place."""
    return tuple(pixels(png_bytes(picture(item, width=60, height=50), 72))[25, 30])


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "LA", "1", "CMYK", "I;16"])
def test_every_kind_of_png_and_jpeg_is_shown(mode: str) -> None:
    image = Image.new("RGB", (8, 6), "#ffffff").convert("L" if mode == "I;16" else mode)
    image = image.point(lambda v: v * 256, "I").convert("I;16") if mode == "I;16" else image
    drawn = shown(bitmap(image, kind="JPEG" if mode == "CMYK" else "PNG"))
    assert min(drawn) > 250


def test_colours_are_kept() -> None:
    assert shown(bitmap(Image.new("RGB", (8, 6), "#0072b2"))) == (0x00, 0x72, 0xB2)


def test_transparency_shows_the_paper() -> None:
    half = shown(bitmap(Image.new("RGBA", (8, 6), (0, 0, 0, 128))))
    assert all(abs(value - 127) <= 2 for value in half)
    assert shown(bitmap(Image.new("RGBA", (8, 6), (0, 0, 0, 0)))) == (255, 255, 255)


def test_top_is_up() -> None:
    image = Image.new("RGB", (2, 2), "#ffffff")
    image.putpixel((0, 0), (255, 0, 0))
    drawn = pixels(png_bytes(picture(bitmap(image, PLACE), width=60, height=50), 72))
    assert tuple(drawn[14, 15]) == (255, 0, 0)


def test_a_turned_jpeg_is_shown_upright() -> None:
    image = Image.new("RGB", (40, 40), "#ffffff")
    image.paste((255, 0, 0), (0, 0, 40, 20))
    exif = Image.Exif()
    exif[0x0112] = 3
    stream = io.BytesIO()
    image.save(stream, "JPEG", exif=exif)
    drawn = pixels(
        png_bytes(picture(Bitmap(PLACE, "turned", stream.getvalue(), "image/jpeg"), width=60, height=50), 72)
    )
    assert drawn[35, 30, 1] < 60 < 200 < drawn[15, 30, 1]


def test_jpeg_bytes_are_taken_over_as_they_are() -> None:
    photo = bitmap(Image.effect_noise((50, 50), 80).convert("RGB"), kind="JPEG")
    content = own_page(picture(photo))
    assert photo.data in content
    assert "jpeg" in run(content, "pdfimages", "-list", "FILE")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b"\x89PNG\r\n\x1a\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + b"\0" * 20,
    ],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    drawing = picture(Bitmap(PLACE, "0123456789abcdef", content, "image/png"))
    for write in (own_page, svg_bytes):
        with pytest.raises(Trouble, match="cannot be read"):
            write(drawing)


def test_a_cut_off_picture_is_refused() -> None:
    whole = bitmap(Image.effect_noise((200, 200), 80).convert("RGB"), kind="JPEG")
    with pytest.raises(Trouble, match="cannot be read"):
        own_page(picture(Bitmap(PLACE, "cut", whole.data[: len(whole.data) // 2], "image/jpeg")))


def test_giants_are_refused_before_they_are_unpacked() -> None:
    side = int(MOST_PIXELS**0.5) + 1
    giant = bitmap(Image.new("1", (side, side)))
    with pytest.raises(Trouble, match="A picture on the map has more than 40 megapixels"):
        own_page(picture(giant))


BAD = Bitmap(PLACE, "0123456789abcdef", PNG[:40], "image/png")


def on(role: str, label: str, *items: Item) -> Frame:
    return Frame(5, 5, 50, 40, items, role, f"{role}-1", label)


@pytest.mark.parametrize("write", [own_page, svg_bytes])
@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (on("card", "Pays\u2028at once", BAD), "The picture of “Pays at once” cannot be read."),
        (on("card", "Pays", on("sign", "terminal", BAD)), "The picture of “Pays” cannot be read."),
        (on("card", " ", on("sign", "terminal", BAD)), "The picture of “terminal” cannot be read."),
        (on("persona", "Ava", on("portrait", "", BAD)), "The picture of “Ava” cannot be read."),
        (on("title", "Shoes", on("logo", "our sign", BAD)), "The map's logo cannot be read."),
        (on("card", "", BAD), "A picture on the map cannot be read."),
        (on("card", "long " * 40, BAD), f"The picture of “{'long ' * 11}long…” cannot be read."),
    ],
)
def test_a_broken_picture_is_told_by_what_it_stands_on(write, frame: Frame, message: str) -> None:
    whole = bitmap(Image.new("RGB", (8, 6), "#0072b2"))
    with pytest.raises(Trouble) as caught:
        write(picture(on("card", "Another", whole), frame))
    assert str(caught.value) == f"{message} Replace it or take it away."
