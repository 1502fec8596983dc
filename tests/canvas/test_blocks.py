"""Rectangles filled where they lie in memory look like rectangles drawn one by one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from shiboken6 import Shiboken

from editor.canvas.blocks import Blocks

RECTS = [(number * 7.3 % 90, number * 3.7 % 70, 4.0 + number % 5, 2.5 + number % 3) for number in range(300)]
COLORS = ("#cc3344", "#2266aa", "#dfe4eb")


def drawn(draw) -> QImage:
    image = QImage(160, 120, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(3.4, 2.6)
    painter.scale(1.37, 1.37)
    draw(painter)
    painter.end()
    return image


def one_by_one(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for number, color in enumerate(COLORS):
        painter.setBrush(QColor(color))
        for rect in RECTS[number::3]:
            painter.drawRect(QRectF(*rect))


def test_blocks_look_like_rectangles_drawn_one_by_one() -> None:
    blocks = Blocks()
    for number, color in enumerate(COLORS):
        blocks.add(color, RECTS[number::3])
    assert drawn(blocks.paint) == drawn(one_by_one)


def test_blocks_that_grow_are_painted_with_what_came_late() -> None:
    blocks = Blocks()
    for number, color in enumerate(COLORS):
        blocks.add(color, RECTS[number : number + 3 : 3])
    drawn(blocks.paint)
    for number, color in enumerate(COLORS):
        for rect in RECTS[number + 3 :: 3]:
            blocks.add(color, [rect])
    assert drawn(blocks.paint) == drawn(one_by_one)


def test_blocks_join_others_in_their_colours_or_in_one() -> None:
    parts = Blocks(), Blocks()
    parts[0].add("#cc3344", RECTS[:10])
    parts[1].add("#2266aa", RECTS[10:20])
    joined, plain, expected, both = Blocks(), Blocks(), Blocks(), Blocks()
    for part in parts:
        joined.join(part)
        plain.join(part, "#dfe4eb")
    expected.add("#dfe4eb", RECTS[:20])
    both.add("#cc3344", RECTS[:10])
    both.add("#2266aa", RECTS[10:20])
    assert drawn(plain.paint) == drawn(expected.paint)
    assert drawn(joined.paint) == drawn(both.paint) != drawn(expected.paint)


def test_no_blocks_paint_nothing() -> None:
    blocks = Blocks()
    assert not blocks
    blocks.add("#cc3344", [])
    assert drawn(blocks.paint) == drawn(lambda painter: None)


def test_blocks_are_painted_where_pyside_knows_another_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = Blocks()
    blocks.add("#cc3344", RECTS)
    expected, asked = drawn(blocks.paint), list[int]()

    def stale(address: int, kind: type) -> QPointF:
        asked.append(address)
        return QPointF()

    monkeypatch.setattr(Shiboken, "wrapInstance", stale)
    assert drawn(blocks.paint) == expected
    assert asked
