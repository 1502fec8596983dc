"""How a route is drawn: a line with round corners, open at its label, and its arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from editor.picture.geometry import Command, Path, Point, Rect

_HANDLE = 0.5522847498


def route_path(points: Sequence[Point], radius: float, hole: Rect | None = None, trim: float = 0.0) -> Path:
    """Return the line through `points` with corners of at most `radius`.

    `hole` is a label that the line leaves open (with 2 points of air), `trim` what is cut off its
    end so that it does not show beyond an arrow.
    """
    ends = _trimmed(points, trim)
    parts = _opened(ends, hole.grown(2.0)) if hole else [ends]
    return Path(tuple(command for part in parts for command in _rounded(part, radius)))


def arrow(tip: Point, direction: Point, length: float) -> Path:
    """Return a filled arrow head that ends at `tip`, `length` points long and five sixths as wide."""
    dx, dy = direction
    half = length * 5 / 12
    back = Point(tip.x - dx * length, tip.y - dy * length)
    left = (back.x - dy * half, back.y + dx * half)
    right = (back.x + dy * half, back.y - dx * half)
    return Path.polyline([left, tip, right], closed=True)


def _trimmed(points: Sequence[Point], trim: float) -> list[Point]:
    before, end = points[-2], points[-1]
    share = trim / max(hypot(end.x - before.x, end.y - before.y), trim, 1e-9)
    return [*points[:-1], Point(end.x + (before.x - end.x) * share, end.y + (before.y - end.y) * share)]


def _opened(points: Sequence[Point], hole: Rect) -> list[list[Point]]:
    """Return the line in the parts that lie before and after the hole."""
    for i, (a, b) in enumerate(pairwise(points)):
        shares = _within(a, b, hole)
        if shares:
            first, second = (_between(a, b, share) for share in shares)
            return [[*points[: i + 1], first], [second, *points[i + 1 :]]]
    return [list(points)]


def _within(a: Point, b: Point, hole: Rect) -> tuple[float, float] | None:
    """Return the shares of the straight way from a to b at which it enters and leaves the hole."""
    if a.y == b.y and a.x != b.x and hole.y < a.y < hole.bottom:
        ends = sorted(((hole.x - a.x) / (b.x - a.x), (hole.right - a.x) / (b.x - a.x)))
    elif a.x == b.x and a.y != b.y and hole.x < a.x < hole.right:
        ends = sorted(((hole.y - a.y) / (b.y - a.y), (hole.bottom - a.y) / (b.y - a.y)))
    else:
        return None
    if ends[1] <= 0 or ends[0] >= 1:
        return None
    return max(0.0, ends[0]), min(1.0, ends[1])


def _between(a: Point, b: Point, share: float) -> Point:
    return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)


def _rounded(points: Sequence[Point], radius: float) -> Iterator[Command]:
    if len(points) < 2:
        return
    yield ("M", *points[0])
    last = len(points) - 2
    for i, (a, b) in enumerate(pairwise(points)):
        if i == last:
            yield ("L", *b)
            break
        yield from _corner(a, b, points[i + 2], radius, first=i == 0, last=i + 1 == last)


def _corner(a: Point, b: Point, c: Point, radius: float, *, first: bool, last: bool) -> Iterator[Command]:
    """Yield the line from a to near b and the quarter circle round b towards c."""
    before, after = hypot(b.x - a.x, b.y - a.y), hypot(c.x - b.x, c.y - b.y)
    r = min(radius, before * (1 if first else 0.5), after * (1 if last else 0.5))
    if r <= 0:
        yield ("L", *b)
        return
    start, end = _between(b, a, r / before), _between(b, c, r / after)
    yield ("L", *start)
    yield ("C", *_between(start, b, _HANDLE), *_between(end, b, _HANDLE), *end)
