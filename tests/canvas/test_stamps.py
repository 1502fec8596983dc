"""Stamps: shared by what looks alike, forgotten when nothing shows them, icons a while later."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from editor.canvas.stamps import MOST_ICONS, Stamps
from editor.picture.frame import Art, Box, Shape, Symbol
from editor.picture.geometry import Path, Rect

SQUARE = Path((("M", 0.0, 0.0), ("L", 1.0, 0.0), ("L", 1.0, 1.0), ("Z",)))


def art(name: str) -> Art:
    return Art(name, (Shape(SQUARE, "#336699"),))


def test_what_looks_alike_shares_a_stamp() -> None:
    stamps, face = Stamps(), art("face")
    assert stamps.stamp(Symbol(0, 0, 14, face)) is stamps.stamp(Symbol(90, 40, 14, face))
    assert stamps.stamp(Symbol(0, 0, 14, face)) is not stamps.stamp(Symbol(0, 0, 15, face))


@pytest.mark.parametrize("later", [MOST_ICONS - 1, MOST_ICONS])
def test_the_icons_made_last_are_kept(later: int) -> None:
    stamps = Stamps()
    first = ref(stamps.stamp(Symbol(0, 0, 14, art("face"))))
    for number in range(later):
        stamps.stamp(Symbol(0, 0, 14, art(str(number))))
    gc.collect()
    assert (first() is not None) == (later < MOST_ICONS)


def test_boxes_that_nothing_shows_are_forgotten() -> None:
    stamps = Stamps()
    stamp = ref(stamps.stamp((Box(Rect(0, 0, 9, 9), "#ffffff"),)))
    gc.collect()
    assert stamp() is None
