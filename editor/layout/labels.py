"""Short texts beside the points they name: near, clear of everything, and the same every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product, zip_longest
from math import floor, hypot
from operator import add
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
    """Return what a Placing that remembers nothing returns."""
    return Placing().place(requests, tuple(obstacles), bounds, lines)


class Placing:
    """Finds places for texts; one whose surroundings are as they were last time is not looked at again."""

    def __init__(self) -> None:
        self._last: Placed | None = None
        self._lines: dict[int, Line] = {}

    def place(
        self,
        requests: Sequence[LabelRequest],
        obstacles: tuple[Rect, ...],
        bounds: Rect,
        lines: Sequence[tuple[Rect, ...]] = (),
    ) -> list[Label | None]:
        """Return a place per request, None where nothing is free; no text overlaps an obstacle or a text.

        `lines` are further obstacles, many small ones to a line. Each text takes the first free rung of its
        ladder, in the order of the requests; those that find nothing are then served first, once.
        """
        if not requests:
            return []
        scene = Scene(tuple(requests), obstacles, bounds, self._known(lines))
        first = self._last = _placed(scene, range(len(requests)), self._last)
        failed = [i for i, label in enumerate(first.labels) if label is None]
        if not failed:
            return first.labels
        order = sorted(range(len(requests)), key=lambda i: (first.labels[i] is not None, i))
        second = _placed(scene, order, None).labels
        return second if sum(label is None for label in second) < len(failed) else first.labels

    def _known(self, lines: Sequence[tuple[Rect, ...]]) -> tuple[Line, ...]:
        """Return how lines lie; those that are the same objects as last time are not looked at."""
        known, self._lines = self._lines, {}
        for rects in filter(None, lines):
            line = known.get(id(rects)) or line_of(rects)
            self._lines[id(rects)] = line
        return tuple(self._lines.values())


class Line(NamedTuple):
    """Small obstacles in a row: they themselves, and all their extent."""

    rects: tuple[Rect, ...]
    whole: Rect


def line_of(rects: tuple[Rect, ...]) -> Line:
    """Return the line of these obstacles."""
    lefts, tops, widths, heights = zip(*rects, strict=True)
    left, top = min(lefts), min(tops)
    right, bottom = max(map(add, lefts, widths)), max(map(add, tops, heights))
    return Line(rects, Rect(left, top, right - left, bottom - top))


class Scene(NamedTuple):
    """All that labels are placed by."""

    requests: tuple[LabelRequest, ...]
    obstacles: tuple[Rect, ...]
    bounds: Rect
    lines: tuple[Line, ...]

    def is_like(self, other: Scene) -> bool:
        """Tell whether the two differ by nothing but places of single things."""
        sizes = [(len(scene.requests), len(scene.obstacles), scene.bounds) for scene in (self, other)]
        return sizes[0] == sizes[1]

    def changed_from(self, other: Scene) -> list[Rect]:
        """Return where obstacles have come or gone."""
        rects = zip(self.obstacles, other.obstacles, strict=True)
        lines = zip_longest(self.lines, other.lines)
        return [rect for pair in rects if pair[0] != pair[1] for rect in pair] + [
            line.whole for pair in lines if pair[0] is not pair[1] for line in pair if line
        ]


class Placed(NamedTuple):
    """The labels of a scene; `asked` holds all places that were looked at for each of them."""

    scene: Scene
    labels: list[Label | None]
    asked: list[Rect]


def _placed(scene: Scene, order: Iterable[int], last: Placed | None) -> Placed:
    """Return the labels of a scene, served in this order; in that of the requests when there is a `last`."""
    taken, count = _Taken(scene), len(scene.requests)
    found = Placed(scene, [None] * count, [scene.bounds] * count)
    if last is not None and not last.scene.is_like(scene):
        last = None
    changed = scene.changed_from(last.scene) if last else []
    for i in order:
        if last and _stays(last, i, scene.requests[i], changed):
            label, found.asked[i] = last.labels[i], last.asked[i]
        else:
            label, found.asked[i] = _first_free(scene.requests[i], taken, scene.bounds)
            before = last.labels[i] if last else None
            changed += [one.rect.grown(AIR) for one in (label, before) if one and label != before]
        if label:
            taken.add(label.rect.grown(AIR))
        found.labels[i] = label
    return found


def _stays(last: Placed, number: int, request: LabelRequest, changed: Sequence[Rect]) -> bool:
    """Tell whether a label would find what it found last time."""
    asked = last.asked[number]
    return request == last.scene.requests[number] and not any(asked.overlaps(rect) for rect in changed)


def _first_free(request: LabelRequest, taken: _Taken, bounds: Rect) -> tuple[Label | None, Rect]:
    """Return the first free label of a request's ladder, and all that was looked at for it."""
    asked: Rect | None = None
    for label in ladder(request):
        rect = label.rect.grown(AIR)
        asked = rect if asked is None else asked.united(rect)
        if _inside(label.rect, bounds) and not taken.hit(rect):
            return label, asked
    return None, asked or bounds


def ladder(request: LabelRequest) -> Iterator[Label]:
    """Yield the places for a text from the best to the farthest."""
    for dx, dy in _near(request):
        yield Label(_rect(request, dx, dy))
    for dx, dy in _far(request):
        rect = _rect(request, dx, dy)
        yield Label(rect, _leader(request, rect))


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


def _inside(rect: Rect, bounds: Rect) -> bool:
    return (
        bounds.x <= rect.x
        and rect.right <= bounds.right
        and bounds.y <= rect.y
        and rect.bottom <= bounds.bottom
    )


class _Taken:
    """What is taken, sorted into upright strips when one is first asked about, so that few are looked at."""

    def __init__(self, scene: Scene) -> None:
        self._obstacles, self._lines = scene.obstacles, scene.lines
        self._strips: dict[int, list[Rect]] = {}
        self._labels: dict[int, list[Rect]] = {}

    def add(self, rect: Rect) -> None:
        """Take in a label."""
        for strip in _strips(rect):
            self._labels.setdefault(strip, []).append(rect)

    def hit(self, rect: Rect) -> bool:
        """Tell whether anything overlaps `rect`."""
        for strip in _strips(rect):
            here = (*self._labels.get(strip, ()), *self._strip(strip))
            if any(rect.overlaps(other) for other in here):
                return True
        return False

    def _strip(self, number: int) -> list[Rect]:
        found = self._strips.get(number)
        if found is None:
            left, right = number * _BUCKET, (number + 1) * _BUCKET
            found = [rect for rect in self._obstacles if rect.x <= right and rect.x + rect.w >= left]
            for rects, whole in self._lines:
                if whole.x <= right and whole.x + whole.w >= left:
                    found += [rect for rect in rects if rect[0] <= right and rect[0] + rect[2] >= left]
            self._strips[number] = found
        return found


def _strips(rect: Rect) -> range:
    x, _, w, _ = rect
    return range(floor(x / _BUCKET), floor((x + w) / _BUCKET) + 1)
