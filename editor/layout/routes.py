"""Connections between cards: orthogonal, in gutters and gaps, never across a card or a text."""

from __future__ import annotations

from collections.abc import Sequence

from editor.layout.route_choice import Traffic, choose
from editor.layout.route_grid import Cell, Grid, Ground, Interval, Route, RouteRequest
from editor.layout.route_lines import arrow, route_path
from editor.layout.route_names import placed, plan
from editor.layout.route_search import searched
from editor.layout.route_shapes import shapes
from editor.layout.route_sketch import Sketch
from editor.layout.route_tracks import Tracks
from editor.picture.geometry import Point, Rect

__all__ = ["Grid", "Interval", "Route", "RouteRequest", "Routing", "arrow", "connect", "route_path"]


class Routing:
    """The last connections with all they depended on: the same question gets the same objects again."""

    def __init__(self) -> None:
        self._question: object = None
        self._cells: dict[Cell, Sequence[Rect]] = {}
        self._answer: list[Route | None] = []

    def connect(self, grid: Grid, requests: Sequence[RouteRequest]) -> list[Route | None]:
        """Return what `connect` returns, without any work when nothing that matters has changed."""
        question = (grid.columns, grid.lanes, grid.bounds, grid.texts, grid.rtl, tuple(requests))
        if question != self._question or not self._same_cards(grid):
            ground = Ground(grid)
            self._answer = _routes(ground, requests)
            self._question, self._cells = question, ground.asked
        return self._answer

    def _same_cards(self, grid: Grid) -> bool:
        """Tell whether every cell that was looked at still holds the same cards."""
        return all(
            cards is now or list(cards) == list(now)
            for cards, now in ((cards, grid.cards_in(*cell)) for cell, cards in self._cells.items())
        )


def connect(grid: Grid, requests: Sequence[RouteRequest]) -> list[Route | None]:
    """Return a route per request, in their order; None where no free way exists at all."""
    return _routes(Ground(grid), requests)


def _routes(ground: Ground, requests: Sequence[RouteRequest]) -> list[Route | None]:
    if not requests:
        return []
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
