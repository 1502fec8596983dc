"""Hatching stays inside its region, is even, and goes on across borders."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.layout.curve import area, smooth
from editor.layout.hatch import bent, hatch
from editor.layout.icons import circle
from editor.picture.geometry import Path, Point


def strokes(path: Path) -> list[tuple[Point, Point]]:
    dots = [Point(c[1], c[2]) for c in path.commands]
    return list(zip(dots[::2], dots[1::2], strict=True))


def square(x: float, y: float, side: float) -> Path:
    return Path.polyline([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], closed=True)


@given(st.floats(2, 12), st.floats(-80, 80), st.floats(8, 60))
def test_strokes_stay_inside_a_disc(spacing: float, angle: float, radius: float) -> None:
    for p, q in strokes(hatch(circle(7, -4, radius), spacing, angle)):
        assert hypot(p.x - 7, p.y + 4) <= radius * 1.001
        assert hypot(q.x - 7, q.y + 4) <= radius * 1.001


def test_strokes_rise_at_the_angle_and_keep_the_distance() -> None:
    found = strokes(hatch(square(0, 0, 100), 5, 45))
    assert all(q.y - p.y == pytest.approx(p.x - q.x) for p, q in found)
    feet = sorted(p.x + p.y for p, q in found)
    assert all(b - a == pytest.approx(5 * 2**0.5) for a, b in pairwise(feet))


def test_strokes_cover_the_whole_region() -> None:
    length = sum(hypot(q.x - p.x, q.y - p.y) for p, q in strokes(hatch(square(3, 4, 90), 3, 45)))
    assert length * 3 == pytest.approx(90 * 90, rel=0.05)


def test_strokes_of_neighbouring_regions_meet() -> None:
    left = {round(p.x + p.y, 6) for p, _ in strokes(hatch(square(0, 0, 40), 4, 45))}
    right = {round(p.x + p.y, 6) for p, _ in strokes(hatch(square(40, 0, 40), 4, 45))}
    assert len(left & right) >= 5


def test_the_hatch_of_an_area_stays_between_line_and_curve() -> None:
    _, (below,) = area(smooth([Point(0, 0), Point(60, 50), Point(130, 0)]), 0)
    found = strokes(hatch(below, 4, 45))
    assert len(found) > 15
    assert all(-1e-6 <= p.y <= 50 for pair in found for p in pair)


def test_an_empty_region_has_no_strokes() -> None:
    assert hatch(Path(()), 4, 45) == Path(())


def test_curves_become_short_edges() -> None:
    turns = [tuple(c[1:]) for c in circle(0, 0, 10).commands if c[0] == "C"]
    starts = [Point(*turn[-2:]) for turn in (turns[-1], *turns)]
    ring = [p for start, turn in zip(starts, turns, strict=False) for p in bent(start, *turn)]
    assert all(abs(hypot(*p) - 10) < 0.02 for p in ring)
    assert len(ring) < 40
