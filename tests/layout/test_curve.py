"""The curve passes its points, never overshoots, splits without a trace and knows its two sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.layout.curve import Bezier, area, boxes, path, smooth, spans, split_at, value_at
from editor.picture.geometry import Path, Point

SLACK = 1e-6


def at(piece: Bezier, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    return Point(*(sum(w * p[i] for w, p in zip(weights, piece, strict=True)) for i in (0, 1)))


def sampled(piece: Bezier) -> list[Point]:
    return [at(piece, i / 16) for i in range(17)]


@st.composite
def journeys(draw: st.DrawFn) -> list[Point]:
    gaps = draw(st.lists(st.floats(0.5, 200), min_size=1, max_size=8))
    ys = draw(st.lists(st.floats(-100, 100), min_size=len(gaps) + 1, max_size=len(gaps) + 1))
    time = draw(st.sampled_from([1, -1]))
    xs = [0.0]
    for gap in gaps:
        xs.append(xs[-1] + time * gap)
    return [Point(x, y) for x, y in zip(xs, ys, strict=True)]


def ends(closed: Path) -> list[Point]:
    return [Point(c[i], c[i + 1]) for c in closed.commands for i in range(1, len(c), 2)]


@given(journeys())
def test_it_passes_through_every_point(points: list[Point]) -> None:
    pieces = smooth(points)
    assert [pieces[0].a, *(piece.d for piece in pieces)] == points


@given(journeys())
def test_it_is_monotone_between_points_and_stays_between_them(points: list[Point]) -> None:
    for piece in smooth(points):
        ys = [p.y for p in sampled(piece)]
        rise = 1 if piece.d.y >= piece.a.y else -1
        assert all((b - a) * rise >= -SLACK for a, b in pairwise(ys))
        assert min(piece.a.y, piece.d.y) - SLACK <= min(ys) <= max(ys) <= max(piece.a.y, piece.d.y) + SLACK


@given(journeys())
def test_neighbouring_pieces_share_their_tangent(points: list[Point]) -> None:
    for one, two in pairwise(smooth(points)):
        before = (one.d.y - one.c.y) / (one.d.x - one.c.x)
        after = (two.b.y - two.a.y) / (two.b.x - two.a.x)
        steep = max(abs(p.d.y - p.a.y) / abs(p.d.x - p.a.x) for p in (one, two))
        limited = abs(before - after) > 1e-6 * (1 + steep)
        assert not limited or before * after >= 0


@given(journeys(), st.lists(st.floats(0, 1), max_size=5))
def test_cutting_changes_nothing_but_the_pieces(points: list[Point], shares: list[float]) -> None:
    whole = smooth(points)
    cuts = [points[0].x + share * (points[-1].x - points[0].x) for share in shares]
    parts = split_at(whole, cuts)
    assert all(one.d == two.a for one, two in pairwise(parts))
    borders = {piece.a.x for piece in parts} | {parts[-1].d.x}
    assert set(cuts) <= borders
    for piece in parts:
        for p in sampled(piece):
            assert value_at(whole, p.x) == pytest.approx(p.y, abs=1e-4)


@given(journeys(), st.floats(-100, 100))
def test_areas_lie_on_their_side_and_follow_the_line(points: list[Point], neutral: float) -> None:
    pieces = smooth(points)
    above, below = area(pieces, neutral)
    assert all(p.y <= neutral for closed in above for p in ends(closed))
    assert all(p.y >= neutral for closed in below for p in ends(closed))
    for closed in (*above, *below):
        assert closed.commands[-1] == ("Z",)
        assert ends(closed)[0].y == neutral
        assert ends(closed)[-1].y == neutral
    covered = sum(abs(box.w) for box in (closed.bounds() for closed in (*above, *below)))
    level = sum(abs(p.d.x - p.a.x) for p in pieces if p.a.y == p.d.y == neutral)
    assert covered + level == pytest.approx(abs(points[-1].x - points[0].x), abs=1e-4)


def test_areas_are_cut_at_the_crossing() -> None:
    above, below = area(smooth([Point(0, -10), Point(100, 10)]), 0)
    assert above[0].bounds() == pytest.approx((0, -10, 50, 10))
    assert below[0].bounds() == pytest.approx((50, 0, 50, 10))


def test_a_curve_on_the_line_has_no_area() -> None:
    assert area(smooth([Point(0, 5), Point(50, 5), Point(90, 5)]), 5) == ((), ())


def test_neighbouring_pieces_share_one_area() -> None:
    above, below = area(split_at(smooth([Point(0, -10), Point(60, -20), Point(90, -5)]), [30, 70]), 0)
    assert (len(above), len(below)) == (1, 0)


def test_an_extremum_is_flat() -> None:
    first, second = smooth([Point(0, 0), Point(40, 20), Point(90, 3)])
    assert first.c.y == second.b.y == 20


def test_one_point_gives_no_curve() -> None:
    assert smooth([Point(3, 4)]) == ()
    assert smooth([]) == ()


def test_points_above_one_another_are_joined_by_an_upright_line() -> None:
    pieces = smooth([Point(0, 0), Point(50, 10), Point(50, 90), Point(80, 40)])
    assert [piece.d for piece in pieces] == [Point(50, 10), Point(50, 90), Point(80, 40)]
    assert {p.x for p in pieces[1]} == {50}


def test_time_does_not_turn_back() -> None:
    with pytest.raises(ValueError, match="order of time"):
        smooth([Point(0, 0), Point(50, 10), Point(40, 5)])


def test_beyond_its_ends_the_curve_keeps_its_value() -> None:
    pieces = smooth([Point(90, 7), Point(20, 30)])
    assert (value_at(pieces, 500), value_at(pieces, -5)) == (7, 30)


@pytest.mark.parametrize("time", [1, -1])
def test_each_stage_has_its_own_segment(time: int) -> None:
    pieces = smooth([Point(time * x, y) for x, y in ((10, 0), (50, 20), (120, 5), (190, 9))])
    borders = [time * x for x in (0, 100, 200, 300)]
    first, second, third = spans(pieces, borders)
    assert first[-1].d == second[0].a
    assert first[-1].d.x == time * 100
    assert third == ()
    assert all(abs(p.a.x) < 100 for p in first)


def test_nothing_of_the_curve_is_lost_outside_the_borders() -> None:
    pieces = smooth([Point(-10, 0), Point(50, 20), Point(120, 5), Point(120, 50)])
    assert sum(len(span) for span in spans(pieces, [0, 60, 120])) == 4


@given(journeys())
def test_boxes_cover_the_line(points: list[Point]) -> None:
    pieces = smooth(points)
    covers = [box for piece in pieces for box in boxes(piece, 6, 1)]
    for piece in pieces:
        for p in sampled(piece):
            assert any(box.contains(p.x, p.y) for box in covers)


def test_the_path_is_one_stroke() -> None:
    letters = [command[0] for command in path(smooth(stairs(5))).commands]
    assert letters == ["M", "C", "C", "C", "C"]


def stairs(count: int) -> Sequence[Point]:
    return [Point(20 * i, -7 * i) for i in range(count)]
