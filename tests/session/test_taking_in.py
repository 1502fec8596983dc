"""Pictures that come in: what is shown stays as it was, everything else in the file stays outside."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from editor.model.pictures import problem, size
from editor.model.trouble import Trouble
from editor.session import taking_in
from editor.session.taking_in import taken_in


def file(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    page = io.BytesIO()
    image.save(page, form, **options)  # type: ignore[arg-type]
    return page.getvalue()


def shown(content: bytes) -> Image.Image:
    made = taken_in(content, "red", "x")
    assert problem(made) == ""
    image = Image.open(io.BytesIO(made.data))
    assert not image.getexif()
    assert "comment" not in image.info
    return image


@pytest.mark.parametrize(
    ("mode", "color", "kept"),
    [
        ("RGB", (200, 30, 40), "RGB"),
        ("RGBA", (200, 30, 40, 90), "RGBA"),
        ("L", 70, "L"),
        ("1", 1, "L"),
        ("LA", (70, 90), "RGBA"),
        ("P", 7, "RGB"),
        ("I;16", 40_000, "L"),
    ],
)
def test_pixels_stay_what_they_are(mode: str, color: object, kept: str) -> None:
    image = Image.new(mode, (30, 20), color)  # type: ignore[arg-type]
    taken = shown(file(image))
    assert (taken.mode, taken.size) == (kept, (30, 20))
    wanted = {"1": 255, "LA": (70, 70, 70, 90), "I;16": 156, "P": image.convert("RGB").getpixel((0, 0))}
    assert taken.getpixel((3, 3)) == wanted.get(mode, color)


def test_a_palette_may_be_transparent() -> None:
    image = Image.new("RGBA", (9, 9), (9, 9, 9, 0)).quantize()
    assert image.mode == "P"
    assert shown(file(image)).getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_colours_for_printing_become_those_of_screens() -> None:
    assert shown(file(Image.new("CMYK", (9, 9)), "JPEG")).mode == "RGB"


def test_photographs_are_turned_and_their_places_forgotten() -> None:
    image = Image.new("RGB", (40, 20))
    image.paste((255, 255, 255), (0, 0, 20, 20))
    tags = Image.Exif()
    tags[0x0112], tags[0x010E] = 6, "at home"
    content = file(image, "JPEG", exif=tags, comment=b"secret")
    taken = shown(content)
    assert taken.size == (20, 40)
    assert taken.getpixel((10, 5)) == (255, 255, 255)
    assert taken.getpixel((10, 35)) == (0, 0, 0)
    made = taken_in(content, "x", "x").data
    assert b"home" not in made
    assert b"secret" not in made


def test_large_ones_become_as_large_as_paper_needs() -> None:
    assert shown(file(Image.new("RGB", (5000, 1000)))).size == (2000, 400)
    assert shown(file(Image.new("L", (1000, 5000)), "JPEG")).size == (400, 2000)
    assert shown(file(Image.new("P", (4000, 10)))).size == (2000, 5)


def test_photographs_become_jpegs_and_drawings_stay_lossless() -> None:
    noise = Image.effect_noise((1500, 1500), 90).convert("RGB")
    assert taken_in(file(noise), "", "").media_type == "image/jpeg"
    assert taken_in(file(Image.new("RGB", (1500, 1500)), "JPEG"), "", "").media_type == "image/png"
    noise.putalpha(90)
    assert taken_in(file(noise), "", "").media_type == "image/png"


def test_the_name_is_clean() -> None:
    made = taken_in(file(Image.new("L", (2, 2))), " a\x00\udcff\u202f b ", "x")
    assert made.alt == "a\u202f b"
    assert size(made.data) == (2, 2)


def test_giants_are_refused_before_they_are_unpacked() -> None:
    with pytest.raises(Trouble, match="more than 40 megapixels"):
        taken_in(file(Image.new("1", (7000, 7000))), "x", "x")


def test_pieces_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    png = file(Image.new("L", (2, 2)))
    monkeypatch.setattr(taking_in, "MOST_CHUNKS", 2)
    with pytest.raises(Trouble, match="too many pieces"):
        taken_in(png, "x", "x")
    monkeypatch.setattr(taking_in, "MOST_SCANS", 0)
    with pytest.raises(Trouble, match="too many pieces"):
        taken_in(file(Image.new("L", (2, 2)), "JPEG"), "x", "x")


def test_others_cannot_be_read() -> None:
    for content in (b"", b"GIF89a", file(Image.new("L", (9, 9)))[:40]):
        with pytest.raises(Trouble, match="x: The picture cannot be read"):
            taken_in(content, "x", "x")
