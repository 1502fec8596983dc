"""Names of connections: each label on a run of its own line, clear of cards, texts and other lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from editor.layout.route_grid import Ground, Interval
from editor.layout.route_sketch import Run, Sketch, Way, label_size
from editor.picture.geometry import Rect

_AIR = 1.0
_CORNER = 4.0
_ARROW = 8.0
_TRIES = 8
_ROUNDS = 3
_FREE = 0.5
"""Badness below which a place has nothing in its way."""


class Lines:
    """All runs of all connections by track, to ask which lines cross a rectangle."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        runs = [run for sketch in sketches for run in sketch.runs]
        self._kinds = {
            upright: sorted((run.track, *run.span, id(run)) for run in runs if run.upright == upright)
            for upright in (True, False)
        }

    def crossing(self, rect: Rect, own: Run) -> int:
        """Return how many runs but `own` pass through `rect`."""
        uprights = self._between(True, rect.x, rect.right, Interval(rect.y, rect.bottom), own)
        return uprights + self._between(False, rect.y, rect.bottom, Interval(rect.x, rect.right), own)

    def _between(self, upright: bool, first: float, last: float, along: Interval, own: Run) -> int:
        lines, count = self._kinds[upright], 0
        for i in range(bisect_left(lines, (first,)), len(lines)):
            track, low, high, name = lines[i]
            if track > last:
                break
            count += low < along.high and along.low < high and name != id(own)
        return count


def plan(ground: Ground, sketches: Sequence[Sketch]) -> None:
    """Choose for each label where on its run it shall stand, so that tracks can keep clear of it.

    Several rounds, so that two labels side by side can both give way.
    """
    lines = Lines(sketches)
    runs = [(run, run.label) for sketch in sketches for run in sketch.runs if run.label]
    spots: dict[int, Rect] = {}
    for _ in range(_ROUNDS):
        crowded = False
        for i, (run, size) in enumerate(runs):
            others = [spot for j, spot in spots.items() if j != i]
            spots[i], worth = _best(ground, run, size, lines, others)
            crowded = crowded or worth >= _FREE
        if not crowded:
            break
    for i, (run, _) in enumerate(runs):
        run.spot = spots[i].center.y if run.upright else spots[i].center.x


def _best(
    ground: Ground, run: Run, size: tuple[float, float], lines: Lines, others: Sequence[Rect]
) -> tuple[Rect, float]:
    """Return the best place on the run with how bad it is."""
    best, least = _rect(run, run.span.middle, size), 100.0
    for rect in _places(run, size):
        worth = _worth(ground, rect, run, lines, others)
        if worth < least:
            best, least = rect, worth
        if least < _FREE:
            break
    return best, least


def placed(ground: Ground, sketches: Sequence[Sketch]) -> list[Rect | None]:
    """Return the label of each sketch, None where none is wanted or nothing on its line is free."""
    lines = Lines(sketches)
    taken: list[Rect] = []
    found: list[Rect | None] = []
    for sketch in sketches:
        label = _first_free(ground, sketch, lines, taken) if sketch.request.label_w > 0 else None
        if label:
            taken.append(label)
        found.append(label)
    return found


def _first_free(ground: Ground, sketch: Sketch, lines: Lines, taken: Sequence[Rect]) -> Rect | None:
    for run in sorted(
        sketch.runs, key=lambda r: (r.label is None, r.corridor.way is not Way.GAP, -r.span.size)
    ):
        size = label_size(sketch.request, run.corridor)
        for rect in _places(run, size):
            if _free(ground, rect, run, lines, taken):
                return rect
    return None


def _free(ground: Ground, rect: Rect, run: Run, lines: Lines, taken: Iterable[Rect]) -> bool:
    wide = rect.grown(_AIR)
    if any(wide.overlaps(other) for other in taken) or lines.crossing(wide, run):
        return False
    return _inside(ground.grid.bounds, rect) and not ground.hits(rect)


def _worth(ground: Ground, rect: Rect, run: Run, lines: Lines, others: Iterable[Rect]) -> float:
    """Return how bad a place is: lines through it, other labels there, cards, distance from the middle."""
    reach = Rect(rect.x - 3, rect.y, rect.w + 6, rect.h)
    shared = sum(_shared(reach, other.grown(1)) for other in others)
    off = abs(rect.center.y - run.span.middle if run.upright else rect.center.x - run.span.middle)
    clash = 3.0 * shared / (rect.w * rect.h) + 0.5 * (shared > 0)
    return lines.crossing(reach, run) + clash + off * 0.002 + 9.0 * bool(ground.hits(rect))


def _shared(a: Rect, b: Rect) -> float:
    """Return the area that two rectangles share."""
    w, h = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return w * h if w > 0 and h > 0 else 0.0


def _places(run: Run, size: tuple[float, float]) -> Iterator[Rect]:
    """Yield the rectangles of a label along its run, from the planned or middle one outwards."""
    low, high = run.span
    room = Interval(low + _end_air(run, low) + size[0] / 2, high - _end_air(run, high) - size[0] / 2)
    if room.size < 0:
        if high - low >= size[0]:
            yield _rect(run, (low + high) / 2, size)
        return
    middle = room.middle if run.spot is None else min(room.high, max(room.low, run.spot))
    yield _rect(run, middle, size)
    for i in range(1, _TRIES + 1):
        for end in (room.low, room.high):
            yield _rect(run, middle + (end - middle) * i / _TRIES, size)


def _end_air(run: Run, end: float) -> float:
    return _ARROW if run.after is None and end == run.last else _CORNER


def _rect(run: Run, middle: float, size: tuple[float, float]) -> Rect:
    along, across = size
    if run.upright:
        return Rect(run.track - across / 2, middle - along / 2, across, along)
    return Rect(middle - along / 2, run.track - across / 2, along, across)


def _inside(bounds: Rect, rect: Rect) -> bool:
    return (
        bounds.x <= rect.x
        and rect.right <= bounds.right
        and bounds.y <= rect.y
        and rect.bottom <= bounds.bottom
    )
