"""Short texts beside the points they name: near, clear of everything, and the same every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import floor, hypot
from typing import NamedTuple

from editor.picture.geometry import Point, Rect

AIR = 1.5
"""Free points kept on every side of a placed text."""

_SLIDES = (0.0, 0.25, -0.25, 0.5, -0.5)
_FAR_SLIDES = (0.0, 0.5, -0.5, 1.0, -1.0)
_FAR_RUNGS = (0.9, 1.8, 2.8, 4.0, 5.5)
_BUCKET = 48.0


class LabelRequest(NamedTuple):
    """A text of w × h that belongs to `anchor`; `gap` is the free distance to keep (a face's radius and air).

    `preferred` is "above" or "below".
    """

    w: float
    h: float
    anchor: Point
    gap: float
    preferred: str = "above"


class Label(NamedTuple):
    """Where a text stands; `leader` is a line from anchor to text, wanted when the two are far apart."""

    rect: Rect
    leader: tuple[Point, Point] | None = None


def place(
    requests: Sequence[LabelRequest],
    obstacles: Iterable[Rect],
    bounds: Rect,
    lines: Sequence[tuple[Rect, ...]] = (),
) -> list[Label | None]:
    """Return a place per request, None where nothing is free; no text overlaps an obstacle or another text.

    `lines` are further obstacles, many small ones to a line; how they lie is remembered line by line.
    Each text takes the first free rung of its ladder, in the order of the requests; those that find
    nothing are then served first, once.
    """
    if not requests:
        return []
    obstacles = tuple(obstacles)
    first = _placed(requests, range(len(requests)), _Buckets(obstacles, lines), bounds)
    failed = [i for i, label in enumerate(first) if label is None]
    if not failed:
        return first
    order = sorted(range(len(requests)), key=lambda i: (first[i] is not None, i))
    second = _placed(requests, order, _Buckets(obstacles, lines), bounds)
    return second if sum(label is None for label in second) < len(failed) else first


def ladder(request: LabelRequest) -> Iterator[Label]:
    """Yield the places for a text from the best to the farthest."""
    for dx, dy in _near(request):
        yield Label(_rect(request, dx, dy))
    for dx, dy in _far(request):
        rect = _rect(request, dx, dy)
        yield Label(rect, _leader(request, rect))


def _placed(
    requests: Sequence[LabelRequest], order: Iterable[int], taken: _Buckets, bounds: Rect
) -> list[Label | None]:
    found: list[Label | None] = [None] * len(requests)
    for i in order:
        label = next((label for label in ladder(requests[i]) if _free(label.rect, taken, bounds)), None)
        if label:
            taken.add(label.rect.grown(AIR))
        found[i] = label
    return found


def _near(request: LabelRequest) -> Iterator[tuple[float, float]]:
    """Yield offsets of the text's middle: preferred side, other side, each sliding, then beside."""
    side = 1 if request.preferred == "below" else -1
    rise, half = request.gap + request.h / 2, request.w / 2
    for slide in _SLIDES[:3]:
        yield slide * request.w, side * rise
    beside = request.gap + half
    diagonal = [(half + request.gap * 0.5) * s for s in (1, -1)]
    for dx in diagonal:
        yield dx, side * rise * 0.75
    for slide in _SLIDES[:3]:
        yield slide * request.w, -side * rise
    for dx in (beside, -beside):
        yield dx, 0.0
    for slide in _SLIDES[3:]:
        yield slide * request.w, side * rise
    for dx, s in product(diagonal, (-side, side)):
        yield dx, s * rise


def _far(request: LabelRequest) -> Iterator[tuple[float, float]]:
    side = 1 if request.preferred == "below" else -1
    for rung in _FAR_RUNGS:
        rise = request.gap + request.h * (0.5 + rung)
        for s, slide in product((side, -side), _FAR_SLIDES):
            yield slide * request.w, s * rise


def _rect(request: LabelRequest, dx: float, dy: float) -> Rect:
    x, y = request.anchor.x + dx - request.w / 2, request.anchor.y + dy - request.h / 2
    return Rect(x, y, request.w, request.h)


def _leader(request: LabelRequest, rect: Rect) -> tuple[Point, Point]:
    """Return the line from the edge of what stands at the anchor to the nearest point of the text."""
    anchor = request.anchor
    end = Point(min(max(anchor.x, rect.x), rect.right), rect.bottom if rect.y < anchor.y else rect.y)
    dx, dy = end.x - anchor.x, end.y - anchor.y
    share = min(1.0, request.gap / max(hypot(dx, dy), 1e-9))
    return Point(anchor.x + dx * share, anchor.y + dy * share), end


def _free(rect: Rect, taken: _Buckets, bounds: Rect) -> bool:
    inside = (
        bounds.x <= rect.x
        and rect.right <= bounds.right
        and bounds.y <= rect.y
        and rect.bottom <= bounds.bottom
    )
    return inside and not taken.hit(rect.grown(AIR))


class _Buckets:
    """Rectangles sorted into upright strips, so that few are looked at for each question."""

    def __init__(self, rects: Iterable[Rect], lines: Iterable[tuple[Rect, ...]]) -> None:
        self._strips: dict[int, list[Rect]] = {}
        for rect in rects:
            self.add(rect)
        for line in lines:
            for strip, members in _sorted(line):
                self._strips.setdefault(strip, []).extend(members)

    def add(self, rect: Rect) -> None:
        """Take in one more rectangle."""
        for strip in _strips(rect):
            self._strips.setdefault(strip, []).append(rect)

    def hit(self, rect: Rect) -> bool:
        """Tell whether any rectangle overlaps `rect`."""
        return any(rect.overlaps(other) for strip in _strips(rect) for other in self._strips.get(strip, ()))


@lru_cache(maxsize=4096)
def _sorted(line: tuple[Rect, ...]) -> tuple[tuple[int, list[Rect]], ...]:
    """Return the strips of a line, each with the rectangles that reach into it."""
    found: dict[int, list[Rect]] = {}
    for rect in line:
        for strip in _strips(rect):
            found.setdefault(strip, []).append(rect)
    return tuple(found.items())


def _strips(rect: Rect) -> range:
    return range(floor(rect.x / _BUCKET), floor(rect.right / _BUCKET) + 1)
