"""The emotion curve: smooth, never beyond its points, as cubic pieces whose x runs evenly.

Time may run to either side: x rises or falls along a curve, but never both. Formulas: Fritsch and
Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17 (1980).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from editor.picture.geometry import Command, Path, Point, Rect

_SAME = 1e-6
"""Points nearer to each other in x than this share of a point stand above one another."""


class Bezier(NamedTuple):
    """One cubic piece from `a` to `d` with control points `b` and `c` at thirds of the way in x."""

    a: Point
    b: Point
    c: Point
    d: Point


def smooth(points: Sequence[Point]) -> tuple[Bezier, ...]:
    """Return the monotone cubic through `points`, one piece per pair; fewer than two give none.

    Points of equal x are joined by an upright line. x that turns back raises ValueError.
    """
    if not _one_way([q.x - p.x for p, q in pairwise(points)]):
        raise ValueError("the points of a curve must stand in order of time")
    pieces: list[Bezier] = []
    for run in _runs(points):
        pieces.extend(_upright(*run) if abs(run[0].x - run[-1].x) <= _SAME else _monotone(run))
    return tuple(pieces)


def split_at(beziers: Sequence[Bezier], xs: Iterable[float]) -> tuple[Bezier, ...]:
    """Return the same curve cut at each of `xs` (De Casteljau); an x outside changes nothing."""
    wanted = tuple(sorted(set(xs)))
    return tuple(part for bezier in beziers for part in _parts(bezier, wanted))


def spans(beziers: Sequence[Bezier], borders: Sequence[float]) -> tuple[tuple[Bezier, ...], ...]:
    """Return the curve's pieces between borders b0, b1, …: one tuple, maybe empty, per pair of borders.

    Borders run as time does; what lies before the first or after the last belongs to the nearest pair.
    """
    inner = borders[1:-1]
    turn = 1 if borders[0] <= borders[-1] else -1
    ways = [x * turn for x in inner]
    found: list[list[Bezier]] = [[] for _ in range(len(inner) + 1)]
    for piece in split_at(beziers, inner):
        middle = (piece.a.x + piece.d.x) / 2
        found[bisect_right(ways, middle * turn)].append(piece)
    return tuple(tuple(pieces) for pieces in found)


def value_at(beziers: Sequence[Bezier], x: float) -> float:
    """Return the curve's y at `x`; before and after the curve the y of its nearer end."""
    for piece in beziers:
        if min(piece.a.x, piece.d.x) <= x <= max(piece.a.x, piece.d.x):
            return _at(piece, _share(piece, x))[1]
    ends = (beziers[0].a, beziers[-1].d)
    return min(ends, key=lambda end: abs(end.x - x)).y


def area(beziers: Sequence[Bezier], neutral_y: float) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the closed areas between curve and neutral line: those above it and those below.

    The curve is cut exactly where it crosses the line, so no area reaches over it.
    """
    above: list[Path] = []
    below: list[Path] = []
    for side, group in _sides(beziers, neutral_y):
        if side:
            (above if side < 0 else below).append(_closed(group, neutral_y))
    return tuple(above), tuple(below)


def path(beziers: Sequence[Bezier]) -> Path:
    """Return the line of the curve."""
    return Path(tuple(_drawn(beziers)))


@lru_cache(maxsize=4096)
def boxes(piece: Bezier, step: float, margin: float) -> tuple[Rect, ...]:
    """Return small rectangles, about `step` wide, that cover a piece with `margin` on each side.

    They are remembered, because most pieces stay the same while one point is dragged.
    """
    count = max(1, round(abs(piece.d.x - piece.a.x) / step))
    both = 2 * margin
    found: list[Rect] = []
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = piece
    px, py = ax, ay
    for i in range(1, count + 1):
        t = i / count  # as in _at, written out because every piece that changes is covered by dozens of boxes
        abx, bcx, aby, bcy = ax + (bx - ax) * t, bx + (cx - bx) * t, ay + (by - ay) * t, by + (cy - by) * t
        cdx, cdy = cx + (dx - cx) * t, cy + (dy - cy) * t
        abx, bcx, aby, bcy = (
            abx + (bcx - abx) * t,
            bcx + (cdx - bcx) * t,
            aby + (bcy - aby) * t,
            bcy + (cdy - bcy) * t,
        )
        qx, qy = abx + (bcx - abx) * t, aby + (bcy - aby) * t
        left, wide = (px, qx - px) if px < qx else (qx, px - qx)
        top, high = (py, qy - py) if py < qy else (qy, py - qy)
        found.append(Rect(left - margin, top - margin, wide + both, high + both))
        px, py = qx, qy
    return tuple(found)


def _one_way(steps: Sequence[float]) -> bool:
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)


def _runs(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Yield stretches of points whose x moves on, and between them pairs of one x."""
    run: list[Point] = list(points[:1])
    for p, q in pairwise(points):
        if abs(p.x - q.x) > _SAME:
            run.append(q)
            continue
        if len(run) > 1:
            yield run
        yield [p, q]
        run = [q]
    if len(run) > 1:
        yield run


def _upright(p: Point, q: Point) -> list[Bezier]:
    return [Bezier(p, _mix(p, q, 1 / 3), _mix(p, q, 2 / 3), q)]


def _monotone(points: Sequence[Point]) -> list[Bezier]:
    slopes = [(q.y - p.y) / (q.x - p.x) for p, q in pairwise(points)]
    tangents = _tangents([q.x - p.x for p, q in pairwise(points)], slopes)
    return [
        _piece(p, q, *_limited(slope, before, after))
        for (p, q), slope, (before, after) in zip(pairwise(points), slopes, pairwise(tangents), strict=True)
    ]


def _tangents(widths: Sequence[float], slopes: Sequence[float]) -> list[float]:
    """Return a first guess per point: weighted means inside, zero at turns, parabola-like at the ends."""
    inner = [
        0.0 if before * after <= 0 else (w1 * before + w0 * after) / (w0 + w1)
        for (before, after), (w0, w1) in zip(pairwise(slopes), pairwise(widths), strict=True)
    ]
    if not inner:
        return [slopes[0], slopes[0]]
    return [_end(slopes[0], inner[0]), *inner, _end(slopes[-1], inner[-1])]


def _end(slope: float, neighbour: float) -> float:
    guess = (3 * slope - neighbour) / 2
    return guess if guess * slope > 0 else 0.0


def _limited(slope: float, before: float, after: float) -> tuple[float, float]:
    """Return both tangents shrunk into the circle of radius 3, which is enough to be monotone."""
    size = hypot(before, after)
    if slope == 0 or size == 0:
        return 0.0, 0.0
    factor = min(1.0, 3 * abs(slope) / size)
    return before * factor, after * factor


def _piece(p: Point, q: Point, before: float, after: float) -> Bezier:
    third = (q.x - p.x) / 3
    low, high = min(p.y, q.y), max(p.y, q.y)
    b = min(high, max(low, p.y + before * third))
    c = min(high, max(low, q.y - after * third))
    return Bezier(p, Point(p.x + third, b), Point(q.x - third, c), q)


def _share(piece: Bezier, x: float) -> float:
    width = piece.d.x - piece.a.x
    return (x - piece.a.x) / width if width else 0.0


def _mix(p: Point, q: Point, t: float) -> Point:
    return Point(p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t)


def _halves(piece: Bezier, t: float) -> tuple[Bezier, Bezier]:
    ab, bc, cd = _mix(piece.a, piece.b, t), _mix(piece.b, piece.c, t), _mix(piece.c, piece.d, t)
    abc, bcd = _mix(ab, bc, t), _mix(bc, cd, t)
    middle = _mix(abc, bcd, t)
    return Bezier(piece.a, ab, abc, middle), Bezier(middle, bcd, cd, piece.d)


def _at(piece: Bezier, t: float) -> tuple[float, float]:
    """Return the point at `t`: De Casteljau's steps as in _halves, without the points between."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = piece
    ax, bx, cx = ax + (bx - ax) * t, bx + (cx - bx) * t, cx + (dx - cx) * t
    ay, by, cy = ay + (by - ay) * t, by + (cy - by) * t, cy + (dy - cy) * t
    ax, bx = ax + (bx - ax) * t, bx + (cx - bx) * t
    ay, by = ay + (by - ay) * t, by + (cy - by) * t
    return ax + (bx - ax) * t, ay + (by - ay) * t


@lru_cache(maxsize=4096)
def _parts(piece: Bezier, xs: tuple[float, ...]) -> tuple[Bezier, ...]:
    """Return the parts of one piece cut at `xs`; most pieces stay the same while one point is dragged."""
    return tuple(_cut(piece, xs))


def _cut(piece: Bezier, xs: Sequence[float]) -> Iterator[Bezier]:
    low, high = sorted((piece.a.x, piece.d.x))
    inside = [x for x in xs if low < x < high]
    for x in inside if piece.a.x < piece.d.x else reversed(inside):
        first, piece = _halves(piece, _share(piece, x))
        border = Point(x, first.d.y)
        yield first._replace(d=border)
        piece = piece._replace(a=border)
    yield piece


def _sides(beziers: Sequence[Bezier], neutral_y: float) -> Iterator[tuple[int, list[Bezier]]]:
    """Yield connected pieces on one side of the line: -1 above, 1 below, 0 on it."""
    group: list[Bezier] = []
    last = 0
    for piece in (part for bezier in beziers for part in _crossed(bezier, neutral_y)):
        side = _side(piece, neutral_y)
        if group and (side != last or group[-1].d != piece.a):
            yield last, group
            group = []
        group.append(piece)
        last = side
    if group:
        yield last, group


def _side(piece: Bezier, neutral_y: float) -> int:
    high, low = max(piece.a.y, piece.d.y), min(piece.a.y, piece.d.y)
    return (high > neutral_y) - (low < neutral_y)


@lru_cache(maxsize=4096)
def _crossed(piece: Bezier, neutral_y: float) -> tuple[Bezier, ...]:
    """Return the piece, cut in two where it crosses the line; pieces of `smooth` cross it only once."""
    if not min(piece.a.y, piece.d.y) < neutral_y < max(piece.a.y, piece.d.y):
        return (piece,)
    first, second = _halves(piece, _root(piece, neutral_y))
    middle = Point(first.d.x, neutral_y)
    return _kept(first._replace(d=middle)), _kept(second._replace(a=middle))


def _kept(piece: Bezier) -> Bezier:
    """Return the piece with its control points between its ends, where rounding may have pushed them out."""
    low, high = sorted((piece.a.y, piece.d.y))
    b, c = (Point(p.x, min(high, max(low, p.y))) for p in (piece.b, piece.c))
    return Bezier(piece.a, b, c, piece.d)


def _root(piece: Bezier, neutral_y: float) -> float:
    """Return t where the piece meets the line, by halving down to what a float can tell apart."""
    low, high = 0.0, 1.0
    a, b, c, d = (corner.y for corner in piece)
    rising = a < d
    for _ in range(54):
        t = (low + high) / 2
        ab, bc, cd = a + (b - a) * t, b + (c - b) * t, c + (d - c) * t
        abc, bcd = ab + (bc - ab) * t, bc + (cd - bc) * t
        if (abc + (bcd - abc) * t < neutral_y) == rising:
            low = t
        else:
            high = t
    return (low + high) / 2


def _closed(group: Sequence[Bezier], neutral_y: float) -> Path:
    start, end = group[0].a.x, group[-1].d.x
    first = group[0].a
    opening: list[Command] = [("M", start, neutral_y)]
    if first.y != neutral_y:
        opening.append(("L", start, first.y))
    closing: list[Command] = [("Z",)] if group[-1].d.y == neutral_y else [("L", end, neutral_y), ("Z",)]
    return Path((*opening, *_curved(group), *closing))


def _drawn(beziers: Sequence[Bezier]) -> Iterator[Command]:
    end: Point | None = None
    for piece in beziers:
        if piece.a != end:
            yield ("M", *piece.a)
        yield from _curved((piece,))
        end = piece.d


def _curved(beziers: Sequence[Bezier]) -> Iterator[Command]:
    return (("C", *piece.b, *piece.c, *piece.d) for piece in beziers)
