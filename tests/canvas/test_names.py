"""Names of stages that are written over their headers when the map is small."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from editor.canvas.names import NamePainter, stage_name
from editor.model.records import Stage
from editor.picture.frame import Frame
from editor.picture.geometry import Rect
from editor.picture.walk import frames, texts
from editor.session.drawing import map_layout
from tests.build import journey, with_records
from tests.canvas.desk import BOTH

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
