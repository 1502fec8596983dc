"""Dashed lines drawn together look like each drawn alone, wherever they are cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from editor.canvas.dashes import draw_line, draw_uprights
from editor.picture.paint import Stroke

STROKE = Stroke("#8899aa", 1.0, (3.0, 2.0))
LINES = [QRect(left, -40, 2, 700) for left in (-5, 12, 60, 61, 199)]


def drawn(draw) -> QImage:
    image = QImage(200, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def inked(image: QImage, x: int) -> list[bool]:
    return [image.pixelColor(x, y) == QColor(STROKE.color) for y in range(image.height())]


@pytest.mark.parametrize("scale", [0.3, 1.0, 1.9, 7.3])
@pytest.mark.parametrize("seen", [QRect(0, 0, 200, 500), QRect(10, 131, 70, 300), QRect(0, 499, 300, 40)])
def test_lines_together_look_like_each_alone(scale: float, seen: QRect) -> None:
    together = drawn(lambda painter: draw_uprights(painter, LINES, seen, STROKE, scale))

    def alone(painter: QPainter) -> None:
        for line in LINES:
            if line.intersects(seen):
                draw_line(painter, line, seen, STROKE, scale, level=False)

    assert together == drawn(alone)


def test_dashes_begin_with_their_line() -> None:
    image = drawn(lambda painter: draw_uprights(painter, LINES, QRect(0, 0, 200, 500), STROKE, 1.0))
    assert inked(image, 12) == [(y + 40) % 5 < 3 for y in range(500)]
    assert not any(inked(image, 30))
