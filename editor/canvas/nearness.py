"""How near a point is to the strokes of a frame: for things that are lines rather than areas."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from editor.picture.frame import Frame, Shape
from editor.picture.geometry import Point
from editor.picture.words import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.picture.geometry import Path

Place = tuple[float, float]
EDGES = 8
"""Straight edges that stand for one curve."""


def near(frame: Frame, x: float, y: float, reach: float) -> bool:
    """Tell whether (x, y), in the frame's coordinates, lies on a label or within `reach` of a stroke."""
    for item in frame.items:
        if isinstance(item, TextBlock) and item.rect.contains(x, y):
            return True
        if isinstance(item, Shape) and _near_path(item.path, x, y, reach):
            return True
        if isinstance(item, Frame) and near(item, x - item.x, y - item.y, reach):
            return True
    return False


def tips(frame: Frame) -> tuple[Point, Point]:
    """Return where a connection begins, and the point of its arrow head, in the frame's coordinates."""
    line, head = [item.path for item in frame.items if isinstance(item, Shape)][:2]
    (_, x, y), (_, *end) = line.commands[0], line.commands[-1]
    corners = [Point(*numbers) for _, *numbers in head.commands if numbers]
    return Point(x, y), max(corners, key=lambda p: hypot(p.x - end[-2], p.y - end[-1]))


def _near_path(path: Path, x: float, y: float, reach: float) -> bool:
    return any(_distance(a, b, x, y) <= reach for a, b in _edges(path))


def _edges(path: Path) -> Iterator[tuple[Place, Place]]:
    start = here = (0.0, 0.0)
    for command in path.commands:
        match command:
            case ("M", x, y):
                start = here = (x, y)
            case ("L", x, y):
                yield here, (x, y)
                here = (x, y)
            case ("C", x1, y1, x2, y2, x, y):
                yield from pairwise(_bent(here, (x1, y1), (x2, y2), (x, y)))
                here = (x, y)
            case _:
                yield here, start
                here = start


def _bent(a: Place, b: Place, c: Place, d: Place) -> Iterator[Place]:
    for i in range(EDGES + 1):
        t = i / EDGES
        u = 1.0 - t
        k0, k1, k2, k3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield k0 * a[0] + k1 * b[0] + k2 * c[0] + k3 * d[0], k0 * a[1] + k1 * b[1] + k2 * c[1] + k3 * d[1]


def _distance(a: Place, b: Place, x: float, y: float) -> float:
    """Return the distance from (x, y) to the edge a–b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
    return hypot(x - a[0] - t * dx, y - a[1] - t * dy)
