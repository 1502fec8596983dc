from __future__ import annotations

from PySide6.QtGui import QImage

from editor.canvas.painter import image
from editor.picture.frame import Box, Frame, Picture, Shape
from editor.picture.geometry import Path, Rect
from editor.picture.paint import Stroke


def picture(*items: Box | Shape | Frame, paper: str = "#ffffff") -> Picture:
    return Picture(Frame(0, 0, 100, 50, items, "map", "map"), paper=paper)


def dark(canvas: QImage, x: int, y: int) -> bool:
    return canvas.pixelColor(x, y).lightness() < 128


def test_image_takes_its_height_from_the_picture() -> None:
    canvas = image(picture(), 300)
    assert (canvas.width(), canvas.height()) == (300, 150)
    assert (image(picture(), 30, 40).width(), image(picture(), 30, 40).height()) == (30, 40)


def test_image_is_on_paper_or_on_nothing() -> None:
    assert image(picture(paper="#fff8df"), 100).pixelColor(50, 25).name() == "#fff8df"
    assert image(picture(), 100, paper=False).pixelColor(50, 25).alpha() == 0


def test_boxes_stand_where_their_frames_put_them() -> None:
    canvas = image(picture(Frame(20, 10, 50, 30, (Box(Rect(5, 5, 10, 10), 0, "#000000"),))), 200)
    assert dark(canvas, 2 * 26, 2 * 16)
    assert not dark(canvas, 2 * 24, 2 * 16)
    assert not dark(canvas, 2 * 36, 2 * 26)


def test_a_hairline_is_one_full_pixel_wherever_it_lies() -> None:
    for y in (10.0, 10.2, 10.5, 10.8):
        line = Shape(Path.polyline([(0, y), (100, y)]), None, Stroke("#000000", 0.6))
        canvas = image(picture(line), 100)
        shades = [canvas.pixelColor(50, row).lightness() for row in range(7, 15)]
        assert sorted(shades)[:2] == [0, 255]


def test_dashes_have_whole_pixels_and_gaps() -> None:
    line = Shape(Path.polyline([(10, 0), (10, 50)]), None, Stroke("#000000", 1.0, (3.0, 2.0)))
    canvas = image(picture(line), 100)
    column = [dark(canvas, 9, y) or dark(canvas, 10, y) for y in range(10)]
    assert column == [True, True, True, False, False] * 2


def test_an_odd_dash_pattern_goes_on_alternating() -> None:
    slanted = Shape(Path.polyline([(0, 0), (100, 50)]), None, Stroke("#000000", 1.0, (8.0,)))
    canvas = image(picture(slanted), 400)
    along = [dark(canvas, x, x // 2) for x in range(2, 396)]
    assert 0.35 < sum(along) / len(along) < 0.65
