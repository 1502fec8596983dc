"""Names of stages that are written over their headers when the map is small."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from editor.canvas.names import PAD, NamePainter, StageName, stage_name
from editor.model.records import Stage
from editor.picture.frame import Frame
from editor.picture.geometry import Rect
from editor.picture.walk import frames, texts
from editor.session.drawing import map_layout
from editor.session.session import Session
from tests.build import journey, with_records
from tests.canvas.desk import BOTH
from tests.canvas.shown import Desk
from tests.canvas.test_repainting import SAMPLES, apart, repainted, shown

SMALL = 0.35 * 96 / 72
"""Pixels a point at a zoom of 35 %, where headers of two lines are taller than their names need."""
BARE = QColor("#ff00ff")


def tall_stage(direction: str) -> Frame:
    """Return the frame of a stage whose title takes three lines."""
    made = journey("Learn: ad > Buy: shop", direction=direction)
    stage = made.get("stage-learn")
    assert isinstance(stage, Stage)
    title = Stage(stage.id, stage.order, "Comparing what is on offer with what had been hoped for")
    picture = map_layout().lay_out(with_records(made, title))
    return next(frame for frame, _ in frames(picture.root) if frame.ref == stage.id)


@pytest.mark.parametrize("direction", BOTH)
def test_a_large_name_leaves_nothing_of_the_headers_own_words(direction: str, qapp: object) -> None:
    stage = tall_stage(direction)
    name = stage_name(stage, Rect(0, 0, stage.w, stage.h))
    assert name is not None
    canvas = QImage(round(stage.w * SMALL), round(stage.h * SMALL), QImage.Format.Format_RGB32)
    canvas.fill(BARE)
    painter = QPainter(canvas)
    NamePainter(direction == "rtl").paint(painter, name, QRectF(canvas.rect()))
    painter.end()
    for block, place in texts(stage):
        left, right = (round((x - stage.x) * SMALL) for x in (place.x, place.right))
        middle = canvas.height() // 2
        seen = [canvas.pixelColor(x, middle) for x in range(left, right)]
        assert seen
        assert BARE not in seen, block.text


@pytest.mark.parametrize(("name", "way"), [("large", 1), ("retail-chain", -1)])
@pytest.mark.parametrize("down", [0, 700])
def test_the_name_of_a_wide_stage_sticks_where_its_words_are_out_of_sight(
    name: str, way: int, down: int
) -> None:
    desk = Desk(Session.open(SAMPLES / f"{name}.journey").journey, (1100, 800))
    desk.view.hints.hide()
    desk.view.set_zoom(1.0)
    pinned, camera = desk.view._surface.pinned, desk.view.camera
    wide = max(desk.view.places.outer("stage"), key=lambda spot: spot.rect.w)
    edge = wide.rect.x if way > 0 else wide.rect.right
    window = camera.window().width()
    camera.scroll_to(round(edge * camera.scale - (0 if way > 0 else window)), down)
    covered = pinned.rails_area().width() if down else 0.0
    x, y = camera.scroll[0] - round(way * covered), camera.scroll[1]
    camera.scroll_to(x, y)
    assert pinned.stuck_name() is None
    for far in (120, 170):
        camera.scroll_to(x + way * far, y)
        stuck = pinned.stuck_name()
        assert stuck is not None
        assert stuck[0].text == wide.label
        near = stuck[1].left() if way > 0 else window - stuck[1].right()
        assert near == pytest.approx(covered, abs=1.0)
        seen, band = shown(desk), stuck[1].toRect().adjusted(-20, -5, 20, 5)
        assert apart(seen.copy(band), repainted(desk).copy(band)) <= 1
        inks = {seen.pixelColor(px, py).name() for px, py in pixels_of(stuck[1])}
        assert QColor(stuck[0].ink).name() in inks
    desk.view.close()


def pixels_of(area: QRectF) -> list[tuple[int, int]]:
    place = area.toRect()
    return [(x, y) for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom())]


@pytest.mark.parametrize("direction", BOTH)
@pytest.mark.parametrize("base", [20.0, 24.0])
def test_a_name_that_sticks_stands_on_the_line_of_the_headers_own(
    direction: str, base: float, qapp: object
) -> None:
    canvas = QImage(300, 60, QImage.Format.Format_RGB32)
    canvas.fill(BARE)
    name = StageName("HEM", Rect(0, 0, 150, 30), "#ffffff", "#000000", 12.0, 5.0, 5.0, base)
    painter = QPainter(canvas)
    NamePainter(direction == "rtl").stick(painter, name, QRectF(0, 0, 300, 60), 24.0)
    painter.end()
    dark = [(x, y) for x in range(300) for y in range(60) if canvas.pixelColor(x, y).lightness() < 100]
    xs, ys = zip(*dark, strict=True)
    assert max(ys) + 1 == pytest.approx(2 * base, abs=1)
    assert (min(xs) if direction == "ltr" else 299 - max(xs)) >= 2 * PAD
