"""Level and upright lines laid on whole pixels, as PDF viewers do: one dark pixel, not two pale ones.

Both edges of a line, and the ends of each dash, are rounded to pixels; nothing is thinner than one.
"""

from __future__ import annotations

from itertools import cycle, pairwise
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTransform

    from editor.picture.frame import Shape
    from editor.picture.geometry import Path

Segment = tuple[float, float, float, float]


def segments(path: Path) -> list[Segment] | None:
    """Return the edges (x1, y1, x2, y2) of a path of level and upright lines, or None for any other."""
    found: list[Segment] = []
    x = y = 0.0
    for command in path.commands:
        if command[0] not in "ML":
            return None
        nx, ny = command[1:]
        if command[0] == "L":
            if nx != x and ny != y:
                return None
            found.append((x, y, nx, ny))
        x, y = nx, ny
    return found


def crisp_rects(shape: Shape, world: QTransform) -> list[QRectF] | None:
    """Return the pixels of a stroked shape whose edges are all level or upright, or None for any other."""
    if shape.fill is not None or shape.stroke is None or shape.stroke.cap != "butt":
        return None
    edges = segments(shape.path)
    if edges is None or (shape.stroke.dash and _bends(shape.path)):
        return None
    half = shape.stroke.width / 2
    dashes = (dash for edge in edges for dash in _dashes(edge, shape.stroke.dash))
    return [_snapped(world.mapRect(_thick(dash, half))) for dash in dashes]


def _bends(path: Path) -> bool:
    """Tell whether an edge follows on another, so that dashes would run round a corner."""
    return any(a[0] == b[0] == "L" for a, b in pairwise(path.commands))


def _dashes(edge: Segment, pattern: tuple[float, ...]) -> Iterator[Segment]:
    """Yield the drawn pieces of an edge."""
    if not pattern:
        yield edge
        return
    x1, y1, x2, y2 = edge
    length = abs(x2 - x1) + abs(y2 - y1)
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    at, lengths = 0.0, cycle(pattern)
    while at < length:
        end = min(at + next(lengths), length)
        yield x1 + ux * at, y1 + uy * at, x1 + ux * end, y1 + uy * end
        at = end + next(lengths)


def _thick(edge: Segment, half: float) -> QRectF:
    x1, y1, x2, y2 = edge
    dx, dy = (half, 0.0) if x1 == x2 else (0.0, half)
    left, top = min(x1, x2) - dx, min(y1, y2) - dy
    return QRectF(left, top, abs(x2 - x1) + 2 * dx, abs(y2 - y1) + 2 * dy)


def _snapped(rect: QRectF) -> QRectF:
    left, top = _whole(rect.left()), _whole(rect.top())
    return QRectF(left, top, max(_whole(rect.right()) - left, 1), max(_whole(rect.bottom()) - top, 1))


def _whole(value: float) -> int:
    return floor(value + 0.5)
