"""The picture in pixels."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from editor.export import resolution
from editor.export.png import png_bytes
from editor.export.progress import Cancelled
from editor.model.trouble import Trouble
from editor.picture.frame import Box
from editor.picture.geometry import Rect
from tests.export.corpus import PERSIAN
from tests.export.drawing import Draughtsman, picture
from tests.export.reading import pixels


def test_it_has_the_size_asked_for(pen: Draughtsman) -> None:
    image = Image.open(io.BytesIO(png_bytes(picture(width=200, height=100), 144)))
    assert image.size == (400, 200)
    assert image.format == "PNG"
    assert round(image.info["dpi"][0]) == 144


def test_a_width_in_pixels_can_be_asked_for() -> None:
    drawing = picture(width=200, height=100)
    assert Image.open(io.BytesIO(png_bytes(drawing, 72 * 333 / drawing.width))).width == 333


def test_colours_and_places_are_those_of_the_picture() -> None:
    drawn = pixels(png_bytes(picture(Box(Rect(20, 10, 30, 40), 0, "#d55e00"), width=100, height=100), 72))
    assert tuple(drawn[12, 22]) == (0xD5, 0x5E, 0x00)
    assert tuple(drawn[8, 22]) == (255, 255, 255)
    assert tuple(drawn[48, 48]) == (0xD5, 0x5E, 0x00)


def test_equal_pictures_give_equal_bytes(pen: Draughtsman) -> None:
    assert png_bytes(pen.page_of(PERSIAN[:9])) == png_bytes(pen.page_of(PERSIAN[:9]))


def test_text_is_drawn(pen: Draughtsman) -> None:
    drawn = pixels(png_bytes(pen.page_of(["مُحَمَّد می‌خواند"])))
    assert np.count_nonzero(drawn.sum(axis=2) < 300) > 100


@pytest.mark.parametrize("dpi", [0, -1, 0.01, 1e9, float("inf"), float("nan")])
def test_sizes_that_cannot_be_made_are_refused(dpi: float) -> None:
    with pytest.raises(Trouble, match="pixels per inch") as trouble:
        png_bytes(picture(width=1000, height=1000), dpi)
    most = trouble.value.details["most"]
    assert isinstance(most, int)
    assert (most / 72 * 1000) ** 2 <= resolution.MOST_PIXELS


@pytest.mark.parametrize("dpi", [36.0, 72.0, 96.0, 144.0, 200.5, 300.0])
def test_the_size_is_known_beforehand(dpi: float) -> None:
    drawing = picture(width=333.3, height=101.7)
    assert Image.open(io.BytesIO(png_bytes(drawing, dpi))).size == resolution.pixels(drawing, dpi)


def test_it_can_be_cancelled(pen: Draughtsman) -> None:
    for share in (0.0, 0.2, 0.5, 1.0):
        with pytest.raises(Cancelled):
            png_bytes(pen.page_of(PERSIAN[:5]), progress=lambda done, share=share: done < share)
