"""Faces: five looks anybody can tell apart, with smooth ways between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.layout.faces import LINE, face
from editor.picture.frame import Art
from editor.picture.geometry import Path

INK, PAPER = "#1f2a37", "#ffffff"


def mouth(art: Art) -> Path:
    return art.shapes[-1].path


def bend(art: Art) -> float:
    """Return how far the middle of the mouth hangs below its corners."""
    start, curve = mouth(art).commands[:2]
    return (0.75 * curve[2] + 0.25 * start[2]) - start[2]


def test_the_mouth_bends_evenly_from_frown_to_smile() -> None:
    bends = [bend(face(i / 20, INK, PAPER)) for i in range(-20, 21)]
    assert all(0 < b - a < 0.03 for a, b in pairwise(bends))
    assert bends[20] == pytest.approx(0)


def test_five_levels_look_clearly_different() -> None:
    levels = [face(value, INK, PAPER) for value in (-1, -0.5, 0, 0.5, 1)]
    assert all(abs(bend(a) - bend(b)) > 0.05 for a, b in pairwise(levels))
    assert len({len(art.shapes) for art in (levels[0], levels[2])}) == 2
    assert [art.shapes[-1].fill for art in levels] == [None, None, None, None, INK]


@given(st.floats(-3, 3))
def test_every_face_stays_in_its_square(value: float) -> None:
    art = face(value, INK, PAPER)
    for shape in art.shapes:
        box, half = shape.path.bounds(), (shape.stroke.width / 2 if shape.stroke else 0.0)
        assert box.x - half >= -1e-9
        assert box.right + half <= 1 + 1e-9


def test_the_disc_is_paper_and_the_lines_are_ink() -> None:
    disc, *rest = face(0.3, INK, PAPER).shapes
    assert disc.fill == PAPER
    assert disc.stroke
    assert (disc.stroke.color, disc.stroke.width) == (INK, LINE)
    assert all(INK in (shape.fill, shape.stroke.color if shape.stroke else None) for shape in rest)


def test_near_values_share_one_art() -> None:
    assert face(0.5, INK, PAPER) is face(0.51, INK, PAPER)
    assert face(2, INK, PAPER) is face(1, INK, PAPER)
    assert face(0.5, INK, PAPER) is not face(0.6, INK, PAPER)
