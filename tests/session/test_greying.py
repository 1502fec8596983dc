"""Greyscale for export: theme, words and pictures without colour, the map itself as it was."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image as Pixels

from editor.model.edits.picturing import set_picture
from editor.model.pictures import image_id
from editor.model.records import Image
from editor.picture.frame import Bitmap, Frame
from editor.session.drawing import map_layout
from editor.session.greying import grey_picture
from tests.build import journey
from tests.layout.test_branding import inks


def colored(mode: str = "RGB") -> Image:
    page = io.BytesIO()
    Pixels.new(mode, (8, 6), "#d55e00").save(page, "PNG")
    return Image(image_id(page.getvalue()), data=page.getvalue())


def bitmaps(frame: Frame) -> Iterator[Bitmap]:
    for item in frame.items:
        if isinstance(item, Bitmap):
            yield item
        elif isinstance(item, Frame):
            yield from bitmaps(item)


def test_a_map_in_grey_has_no_colour_left(qapp: object) -> None:
    book = journey("Learn: ad > Buy: pay")
    book.apply(set_picture(book, ["map"], colored()))
    book.apply(set_picture(book, ["card-ad"], colored("RGBA")))
    before = book.by_id()
    picture = grey_picture(book, map_layout().lay_out)
    assert book.by_id() == before
    assert all(color[1:3] == color[3:5] == color[5:7] for color in inks(picture.root))
    found = list(bitmaps(picture.root))
    assert len(found) == 2
    for bitmap in found:
        assert Pixels.open(io.BytesIO(bitmap.data)).mode in ("L", "LA")


def test_a_picture_that_cannot_be_read_is_left_to_the_export(qapp: object) -> None:
    book = journey("Learn: ad")
    whole = colored()
    broken = whole.data[:40]
    book.apply(set_picture(book, ["map"], Image(image_id(broken), data=broken)))
    picture = grey_picture(book, map_layout().lay_out)
    assert [bitmap.data for bitmap in bitmaps(picture.root)] == [broken]
