"""Points, rectangles and paths: where things are, in points (1/72 inch), y down."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple


class Point(NamedTuple):
    """A place in its frame's own coordinates."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle given by its top left corner and its size."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Return the x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Return the y of the lower edge."""
        return self.y + self.h

    @property
    def center(self) -> Point:
        """Return the middle of the rectangle."""
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle shifted by (dx, dy)."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, margin: float) -> Rect:
        """Return the rectangle with `margin` added on every side (negative shrinks)."""
        return Rect(self.x - margin, self.y - margin, self.w + 2 * margin, self.h + 2 * margin)

    def contains(self, x: float, y: float) -> bool:
        """Tell whether (x, y) lies inside; left and top edges belong, right and lower do not."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def overlaps(self, other: Rect) -> bool:
        """Tell whether the two share an area; touching edges do not overlap."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def united(self, other: Rect) -> Rect:
        """Return the smallest rectangle that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


Command = tuple[str, *tuple[float, ...]]


class Path(NamedTuple):
    """An outline: commands ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) and ("Z",)."""

    commands: tuple[Command, ...]

    @staticmethod
    def polyline(points: Iterable[tuple[float, float]], *, closed: bool = False) -> Path:
        """Return the path through `points` with straight segments."""
        commands: list[Command] = []
        for x, y in points:
            commands.append(("L" if commands else "M", x, y))
        if closed:
            commands.append(("Z",))
        return Path(tuple(commands))

    def moved(self, dx: float, dy: float) -> Path:
        """Return the path shifted by (dx, dy)."""
        return Path(tuple(_shifted(command, dx, dy) for command in self.commands))

    def mapped(self, scale: float, dx: float, dy: float) -> Path:
        """Return the path scaled about the origin, then shifted by (dx, dy)."""
        return Path(tuple(_mapped(command, scale, dx, dy) for command in self.commands))

    def bounds(self) -> Rect:
        """Return the box round all points and control points; an empty path gives a zero box."""
        numbers = list(chain.from_iterable([command[1:] for command in self.commands]))
        if not numbers:
            return Rect(0, 0, 0, 0)
        xs, ys = numbers[0::2], numbers[1::2]
        left, top = min(xs), min(ys)
        return Rect(left, top, max(xs) - left, max(ys) - top)


def _shifted(command: Command, dx: float, dy: float) -> Command:
    """Return `_mapped` at scale 1, written out because whole maps are moved point by point."""
    if len(command) == 3:
        return (command[0], command[1] + dx, command[2] + dy)
    if len(command) == 7:
        kind, a, b, c, d, e, f = command
        return (kind, a + dx, b + dy, c + dx, d + dy, e + dx, f + dy)
    return _mapped(command, 1.0, dx, dy)


def _mapped(command: Command, scale: float, dx: float, dy: float) -> Command:
    letter, *values = command
    offsets = (dx, dy) * (len(values) // 2)
    return (letter, *(v * scale + d for v, d in zip(values, offsets, strict=True)))
