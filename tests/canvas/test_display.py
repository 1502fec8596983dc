from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from editor.canvas.budget import Budget
from editor.canvas.display import Display
from editor.canvas.painter import image
from editor.canvas.passing import PIXELS_PER_POINT, Level, level
from editor.picture.frame import Art, Bitmap, Box, Frame, Picture, Shape, Symbol
from editor.picture.geometry import Path, Rect
from editor.picture.paint import Stroke
from editor.picture.words import BOLD
from tests.build import PNG
from tests.canvas.big import DISC, OWNERS, card, grid, text

PLENTY = 60.0
CLOSE = 2.0


def painted(display: Display, picture: Picture, scale: float, seconds: float = PLENTY) -> QImage:
    canvas = QImage(
        round(picture.width * scale), round(picture.height * scale), QImage.Format.Format_ARGB32_Premultiplied
    )
    canvas.fill(QColor(picture.paper))
    painter = QPainter(canvas)
    painter.scale(scale, scale)
    display.paint(painter, Rect(0, 0, picture.width, picture.height), Budget(seconds))
    painter.end()
    return canvas


def pixels(canvas: QImage) -> np.ndarray:
    flat = canvas.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return rows[:, : 3 * flat.width()].astype(int)


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of a channel, 0 to 255, seen from four times as far as it is."""
    return float(np.abs(pixels(far(one)) - pixels(far(other))).mean())


def far(canvas: QImage) -> QImage:
    size = canvas.size() / 4
    return canvas.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def shown(picture: Picture) -> Display:
    display = Display()
    display.show(picture)
    return display


@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
@pytest.mark.parametrize("scale", [0.8, 1.3333, 2.0])
def test_near_the_canvas_shows_what_the_exact_painter_shows(scale: float, rtl: bool) -> None:
    picture = grid(4, 3, 2, 2, rtl=rtl)
    rows_on_pixels = on_pixels(picture, scale)
    exact = image(rows_on_pixels, round(picture.width * scale), round(picture.height * scale))
    assert difference(painted(shown(picture), picture, scale), exact) < CLOSE
    other = grid(4, 3, 2, 2, rtl=not rtl)
    assert difference(painted(shown(other), other, scale), exact) > 5.0


def on_pixels(picture: Picture, scale: float) -> Picture:
    """The picture with its rows on whole pixels, where the canvas shows them: up to half a pixel away.

    An image of it is a whole number of pixels high, which makes its own scale another one.
    """
    own = round(picture.height * scale) / picture.height

    def moved(item: object) -> object:
        if not isinstance(item, Frame) or item.role not in ("header", "lane"):
            return item
        pixel = math.floor(item.y * scale + 0.5)
        assert abs(pixel - item.y * scale) <= 0.5
        return item._replace(y=pixel / own)

    return picture._replace(root=picture.root._replace(items=tuple(map(moved, picture.root.items))))


def test_a_row_looks_the_same_wherever_it_stands() -> None:
    picture, scale = grid(4, 1, 2, 2), 1.3333
    looks = [painted(shown(lowered(picture, by)), picture, scale) for by in (0.0, 0.3, 0.6, 0.9)]
    tops = [first_line(look) for look in looks]
    assert tops == [133, 134, 134, 135]
    rows = [look.copy(0, top, look.width(), 100) for look, top in zip(looks, tops, strict=True)]
    assert all(row == rows[0] for row in rows)


def lowered(picture: Picture, by: float) -> Picture:
    """The picture of its lanes alone, further down."""
    lanes = [item for item in picture.root.items if isinstance(item, Frame) and item.role == "lane"]
    return picture._replace(
        root=picture.root._replace(items=tuple(lane._replace(y=lane.y + by) for lane in lanes))
    )


def first_line(canvas: QImage) -> int:
    """The first line of pixels that is not blank."""
    return int(np.flatnonzero((pixels(canvas) != 255).any(axis=1))[0])


def test_levels_by_zoom() -> None:
    zooms = (0.1, 0.19, 0.2, 0.39, 0.4, 4.0)
    levels = [level(zoom * PIXELS_PER_POINT + 1e-9) for zoom in zooms]
    assert levels == [Level.BLOCKS, Level.BLOCKS, Level.BARS, Level.BARS, Level.FULL, Level.FULL]


def test_from_afar_cards_are_blocks_in_the_colour_of_their_owner() -> None:
    picture = grid(2, 1, 2, 2)
    canvas = painted(shown(picture), picture, 0.2)
    spot = next(f for f in _cards(picture) if f[0].ref == "card-0")[1].center
    color = canvas.pixelColor(round(spot.x * 0.2), round(spot.y * 0.2))
    assert color.blue() > color.red() + 30  # owner 0 is blue


def _cards(picture: Picture) -> list[tuple[Frame, Rect]]:
    from editor.picture.walk import frames

    return [(frame, place) for frame, place in frames(picture.root) if frame.role == "card"]


def test_what_the_budget_leaves_over_is_owed_and_stands_there_as_bars() -> None:
    picture, display = grid(3, 2, 2, 3), Display()
    display.show(picture)
    canvas = QImage(800, 600, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    spent = display.paint(painter, Rect(0, 0, 800, 600), Budget(0.0))
    assert spent.owed is not None
    assert display.paint(painter, Rect(0, 0, 800, 600), Budget(PLENTY)).owed is None
    assert display.paint(painter, Rect(0, 0, 800, 600), Budget(0.0)).owed is None  # kept, not built again
    painter.end()


def test_the_same_picture_does_no_damage() -> None:
    picture, display = grid(3, 2, 2, 3), Display()
    display.show(picture)
    assert display.show(picture) == []
    assert display.show(picture._replace(root=picture.root._replace(label="renamed"))) == []


def test_one_changed_card_damages_itself_only() -> None:
    picture, display = grid(4, 3, 2, 2), Display()
    display.show(picture)
    changed, place = with_card(picture, "card-10020")
    damage = display.show(changed)
    assert damage == [pytest.approx(place.grown(1.5))]
    assert difference(painted(display, changed, 1.0), painted(shown(changed), changed, 1.0)) == 0.0


def test_a_lane_that_moves_is_damaged_where_it_was_and_where_it_is() -> None:
    picture, display = grid(2, 2, 1, 2), Display()
    display.show(picture)
    lanes = [item for item in picture.root.items if isinstance(item, Frame) and item.role == "lane"]
    moved = tuple(i._replace(y=i.y + 50) if i is lanes[1] else i for i in picture.root.items)
    damage = display.show(picture._replace(root=picture.root._replace(items=moved)))
    tops = sorted(round(rect.y) for rect in damage)
    assert tops == pytest.approx([lanes[1].y, lanes[1].y + 50], abs=4)


def test_glyphs_stay_built_when_their_card_moves() -> None:
    picture, display = grid(2, 2, 2, 2), Display()
    display.show(picture)
    painted(display, picture, 1.0)
    moved = tuple(
        i._replace(y=i.y + 10) if isinstance(i, Frame) and i.role == "lane" else i for i in picture.root.items
    )
    display.show(picture._replace(root=picture.root._replace(items=moved)))
    canvas = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    assert display.paint(painter, Rect(0, 0, 400, 400), Budget(0.0)).owed is None
    painter.end()


def with_card(picture: Picture, ref: str) -> tuple[Picture, Rect]:
    """The picture with other words on one card, and where that card is."""
    place = next(place for frame, place in _cards(picture) if frame.ref == ref)

    def changed(frame: Frame) -> Frame:
        if frame.ref == ref:
            return card(int(ref[5:]), frame.y, words="asks again")
        kids = tuple(changed(item) if isinstance(item, Frame) else item for item in frame.items)
        same = all(a is b for a, b in zip(kids, frame.items, strict=True))
        return frame if same else frame._replace(items=kids)

    return picture._replace(root=changed(picture.root)), place


def test_every_kind_of_item_is_painted_on_cards_and_beside_them() -> None:
    clip = Path.polyline([(0, 0), (12, 0), (0, 12)], closed=True)
    kinds = (
        Box(Rect(2, 2, 30, 20), 4.0, "#d55e00"),
        Shape(DISC.mapped(12, 40, 4), "#0072b2"),
        Symbol(60, 4, 14, Art("disc", (Shape(DISC, OWNERS[1]),))),
        Bitmap(Rect(80, 4, 14, 14), "0" * 64, PNG, "image/png"),
        Frame(100, 4, 20, 20, (Box(Rect(0, 0, 20, 20), 0.0, "#6a51a3"),), "avatar", clip=clip),
        text("Words", Rect(2, 24, 60, 14), 11, BOLD, "#b84e00"),
    )
    on_card = Frame(
        10, 10, 130, 40, (Box(Rect(0, 0, 130, 40), 8, "#ffffff", Stroke("#d6dbe3")), *kinds), "card", "c"
    )
    cell = Frame(0, 0, 150, 60, (on_card,), "cell", "l|s")
    lane = Frame(0, 0, 150, 60, (cell,), "lane", "l")
    beside = Frame(10, 70, 130, 40, kinds, "legend")
    picture = Picture(Frame(0, 0, 150, 120, (lane, beside), "map", "map"))
    exact = image(picture, 300, 240)
    assert difference(painted(shown(picture), picture, 2.0), exact) < 2.0
    for y in (10, 70):  # the clipped frame shows its upper left half only
        assert exact.pixelColor(2 * 112, 2 * (y + 6)).name() == "#6a51a3"
        assert exact.pixelColor(2 * 127, 2 * (y + 20)).name() == "#ffffff"


def test_dashes_stay_on_their_curve_when_the_map_is_scrolled() -> None:
    way = Path((("M", 0.0, 20.0), ("C", 120.0, 20.0, 160.0, 200.0, 390.0, 180.0)))
    curve = Frame(10, 70, 390, 200, (Shape(way, None, Stroke("#aa3355", 1.3, (5.0, 3.0))),), "legend")
    display = shown(Picture(Frame(0, 0, 420, 300, (curve,), "map", "map")))
    whole = pixels(scrolled(display, 0))
    for left in (60, 150, 240):
        assert (whole[:, 3 * left :] == pixels(scrolled(display, left))[:, : 3 * (300 - left)]).all(), left


def scrolled(display: Display, left: int) -> QImage:
    """Return a window of 300 × 300 pixels on the map from `left` on."""
    canvas = QImage(300, 300, QImage.Format.Format_RGB32)
    canvas.fill(QColor("#ffffff"))
    painter = QPainter(canvas)
    painter.translate(-left, 0)
    display.paint(painter, Rect(left, 0, 300, 300))
    painter.end()
    return canvas


def test_glyphs_of_faces_that_are_not_bundled_come_as_outlines() -> None:
    from editor.canvas.display import Display as Fresh
    from editor.picture.words import GlyphRun, TextBlock, TextLine, TextStyle

    class Square:
        """A text of one square glyph from elsewhere."""

        lines = (TextLine(0, 1, 1.0, False),)
        missing = ""

        def runs(self) -> tuple[tuple[GlyphRun, ...], ...]:
            box = Path.polyline([(0.1, -0.8), (0.9, -0.8), (0.9, 0), (0.1, 0)], closed=True)
            return ((GlyphRun("Elsewhere", (7,), (0.0,), (0.0,), "☃", (0,), False, 1.0, (box,)),),)

    block = TextBlock(Rect(5, 5, 30, 30), "☃", TextStyle(size=20, color="#ff0000"), False, Square())
    picture = Picture(Frame(0, 0, 50, 50, (block,), "map", "map"))
    for canvas in (image(picture, 100, 100), painted(_shown(Fresh(), picture), picture, 2.0)):
        assert canvas.pixelColor(30, 35).name() == "#ff0000"
        assert canvas.pixelColor(90, 90).name() == "#ffffff"


def _shown(display: Display, picture: Picture) -> Display:
    display.show(picture)
    return display
