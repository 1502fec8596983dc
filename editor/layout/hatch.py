"""Hatching: parallel strokes clipped to a region, so that painters need no patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil, cos, floor, hypot, radians, sin

from editor.picture.geometry import Command, Path, Point

_LONGEST = 3.0
"""Length of control polygon, in points, that one straight edge may stand for."""

_MOST_EDGES = 32


def hatch(region: Path, spacing: float, angle: float) -> Path:
    """Return strokes `spacing` points apart, rising at `angle` degrees, inside `region` (even-odd).

    All regions share one set of lines through the origin, so strokes of neighbouring regions meet.
    """
    turn = radians(angle)
    c, s = cos(turn), sin(turn)
    turned = [[Point(x * c - y * s, x * s + y * c) for x, y in ring] for ring in polygons(region)]
    commands: list[Command] = []
    for row, xs in sorted(_crossings(turned, spacing).items()):
        y = row * spacing
        for left, right in _stretches(xs):
            commands.append(("M", left * c + y * s, y * c - left * s))
            commands.append(("L", right * c + y * s, y * c - right * s))
    return Path(tuple(commands))


def polygons(path: Path) -> list[list[Point]]:
    """Return the closed rings of `path`, with curves as short straight edges."""
    rings: list[list[Point]] = []
    for command in path.commands:
        if command[0] == "M":
            rings.append([Point(*command[1:])])
        elif command[0] == "L":
            rings[-1].append(Point(*command[1:]))
        elif command[0] == "C":
            rings[-1].extend(_bent(rings[-1][-1], *command[1:]))
    return rings


def _bent(a: Point, *numbers: float) -> Iterator[Point]:
    b, c, d = (Point(*numbers[i : i + 2]) for i in (0, 2, 4))
    length = sum(hypot(q.x - p.x, q.y - p.y) for p, q in pairwise((a, b, c, d)))
    count = max(1, min(_MOST_EDGES, ceil(length / _LONGEST)))
    for i in range(1, count + 1):
        t = i / count
        u = 1 - t
        k0, k1, k2, k3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield Point(k0 * a.x + k1 * b.x + k2 * c.x + k3 * d.x, k0 * a.y + k1 * b.y + k2 * c.y + k3 * d.y)


def _crossings(rings: Iterable[list[Point]], spacing: float) -> dict[int, list[float]]:
    """Return per stroke row the places where the rings cross it."""
    found: dict[int, list[float]] = {}
    for ring in rings:
        for p, q in pairwise([*ring, ring[0]]):
            low, high = (p, q) if p.y <= q.y else (q, p)
            for row in range(ceil(low.y / spacing), floor(high.y / spacing) + 1):
                y = row * spacing
                if low.y <= y < high.y:
                    x = low.x + (high.x - low.x) * (y - low.y) / (high.y - low.y)
                    found.setdefault(row, []).append(x)
    return found


def _stretches(xs: list[float]) -> Iterator[tuple[float, float]]:
    xs.sort()
    return ((a, b) for a, b in zip(xs[::2], xs[1::2], strict=True) if b - a > 0.25)
