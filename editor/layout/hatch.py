"""Hatching: parallel strokes clipped to a region, so that painters need no patterns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from math import ceil, cos, floor, hypot, radians, sin

from editor.picture.geometry import Command, Path, Point

_LONGEST = 3.0
"""Length of control polygon, in points, that one straight edge may stand for."""

_MOST_EDGES = 32
_SHORTEST = 0.25
"""Strokes have to be longer than this many points."""
_ZERO = Point(0.0, 0.0)

Dot = tuple[float, float]


def hatch(region: Path, spacing: float, angle: float, origin: Point = _ZERO) -> Path:
    """Return strokes `spacing` points apart, rising at `angle` degrees, inside `region` (even-odd).

    All regions share one set of lines through the origin, so strokes of neighbouring regions meet. The
    strokes are given relative to `origin`.
    """
    turn = radians(angle)
    c, s = cos(turn), sin(turn)
    pitch = spacing, c, s
    sides = [_crossings(start, numbers, pitch) for start, numbers in _sides(region)]
    crossings = sorted(chain.from_iterable(sides))  # an even number in every row
    commands: list[Command] = []
    for (row, left), (_, right) in zip(crossings[::2], crossings[1::2], strict=True):
        if right - left > _SHORTEST:
            x0, y0 = row * spacing * s - origin.x, row * spacing * c - origin.y
            commands.append(("M", left * c + x0, y0 - left * s))
            commands.append(("L", right * c + x0, y0 - right * s))
    return Path(tuple(commands))


Side = tuple[Point, tuple[float, ...]]
"""A side of a region: where it begins, and its end, after two control points where it is a curve."""


def _sides(region: Path) -> Iterator[Side]:
    """Yield the sides of all closed rings."""
    first = last = _ZERO
    for command in region.commands:
        if command[0] in "MZ":
            yield last, tuple(first)
            last = first
        if command[0] == "M":
            first = last = Point(*command[1:])
        elif command[0] in "LC":
            numbers: tuple[float, ...] = command[1:]
            yield last, numbers
            last = Point(*numbers[-2:])
    yield last, tuple(first)


def bent(a: Dot, *numbers: float) -> list[Dot]:
    """Return the ends of short straight edges for a cubic from `a` with two control points and an end."""
    (ax, ay), (bx, by, cx, cy, dx, dy) = a, numbers
    length = hypot(bx - ax, by - ay) + hypot(cx - bx, cy - by) + hypot(dx - cx, dy - cy)
    count = max(1, min(_MOST_EDGES, ceil(length / _LONGEST)))
    dots: list[Dot] = []
    for i in range(1, count + 1):
        t = i / count
        u = 1 - t
        k0, k1, k2, k3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        dots.append((k0 * ax + k1 * bx + k2 * cx + k3 * dx, k0 * ay + k1 * by + k2 * cy + k3 * dy))
    return dots


@lru_cache(maxsize=8192)
def _crossings(
    start: Point, numbers: tuple[float, ...], pitch: tuple[float, float, float]
) -> tuple[tuple[int, float], ...]:
    """Return the stroke rows that one side crosses, and where.

    They are remembered, because most sides stay the same while one point is dragged. `pitch` holds the
    distance of two rows and cosine and sine of the angle.
    """
    spacing, c, s = pitch
    dots = bent(start, *numbers) if len(numbers) == 6 else [(numbers[0], numbers[1])]
    found: list[tuple[int, float]] = []
    px, py = start.x * c - start.y * s, start.x * s + start.y * c
    for x, y in dots:
        qx, qy = x * c - y * s, x * s + y * c
        low_x, low_y, high_x, high_y = (px, py, qx, qy) if py <= qy else (qx, qy, px, py)
        for row in range(ceil(low_y / spacing), floor(high_y / spacing) + 1):
            level = row * spacing
            if low_y <= level < high_y:
                found.append((row, low_x + (high_x - low_x) * (level - low_y) / (high_y - low_y)))
        px, py = qx, qy
    return tuple(found)
