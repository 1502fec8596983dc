"""Connections between cards: orthogonal, in gutters and gaps, never across a card or a text."""

from __future__ import annotations

from collections.abc import Sequence

from editor.layout.route_choice import Traffic, choose
from editor.layout.route_grid import Grid, Ground, Interval, Route, RouteRequest
from editor.layout.route_lines import arrow, route_path
from editor.layout.route_names import placed, plan
from editor.layout.route_search import searched
from editor.layout.route_shapes import shapes
from editor.layout.route_sketch import Sketch
from editor.layout.route_tracks import Tracks
from editor.picture.geometry import Point, Rect

__all__ = ["Grid", "Interval", "Route", "RouteRequest", "arrow", "connect", "route_path"]


def connect(
    grid: Grid, requests: Sequence[RouteRequest], asked: list[Rect] | None = None
) -> list[Route | None]:
    """Return a route per request, in their order; None where no free way exists at all.

    Every rectangle that was tried for cards and texts in it is added to `asked`.
    """
    if not requests:
        return []
    ground = Ground(grid, asked)
    sketches = _sketches(ground, requests)
    found = list(sketches.values())
    tracks = Tracks(found)
    tracks.settle(3)
    if any(request.label_w > 0 for request in requests):
        plan(ground, found)
        tracks.settle(2)
    labels = dict(zip(sketches, placed(ground, found), strict=True))
    return [_route(sketches[i], labels[i]) if i in sketches else None for i in range(len(requests))]


def _sketches(ground: Ground, requests: Sequence[RouteRequest]) -> dict[int, Sketch]:
    """Return the chosen ways by number of request; those with a label choose first."""
    traffic = Traffic(ground)
    found: dict[int, Sketch] = {}
    for i in sorted(range(len(requests)), key=lambda i: requests[i].label_w <= 0):
        request = requests[i]
        sketch = choose(ground, traffic, request, shapes(ground, request))
        sketch = sketch or choose(ground, traffic, request, list(searched(ground, request)))
        if sketch:
            found[i] = sketch
    return dict(sorted(found.items()))


def _route(sketch: Sketch, label: Rect | None) -> Route:
    points = sketch.points()
    before, tip = points[-2], points[-1]
    direction = Point(_sign(tip.x - before.x), _sign(tip.y - before.y))
    return Route(sketch.request.id, points, label, tip, direction, sketch.request.kind)


def _sign(value: float) -> float:
    return float((value > 0) - (value < 0))
