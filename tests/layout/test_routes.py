"""Connections: axis-parallel, from edge to edge, never across a card or a text, labels in free room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.layout.routes import Grid, Interval, Route, RouteRequest, arrow, connect, route_path
from editor.picture.geometry import Point, Rect

Stacks = Mapping[tuple[int, int], Sequence[float]]
TIGHT = 1e-6


@dataclass(frozen=True)
class Board:
    """A grid with its cards, built from the heights of the cards in each cell."""

    grid: Grid
    cards: dict[tuple[int, int], tuple[Rect, ...]]

    def everything(self) -> list[Rect]:
        return [*self.grid.texts, *(card for cards in self.cards.values() for card in cards)]

    def ask(
        self,
        source: tuple[int, int, int],
        target: tuple[int, int, int],
        *,
        label: float = 0,
        name: str = "c1",
        kind: str = "next",
    ) -> RouteRequest:
        (c, r, i), (d, s, j) = source, target
        ends = (self.cards[c, r][i], (c, r), self.cards[d, s][j], (d, s))
        return RouteRequest(name, *ends, label, 10 if label else 0, kind)


def board(
    columns: int,
    lanes: int,
    stacks: Stacks,
    *,
    gutter: float = 20,
    gap: float = 18,
    texts: Sequence[Rect] = (),
    rtl: bool = False,
) -> Board:
    areas = tuple(Interval(20 + i * (100 + gutter), 120 + i * (100 + gutter)) for i in range(columns))
    rows: list[Interval] = []
    cards: dict[tuple[int, int], tuple[Rect, ...]] = {}
    y = gap
    for lane in range(lanes):
        for column, area in enumerate(areas):
            cards[column, lane] = tuple(stacked(area, y, stacks.get((column, lane), ())))
        bottom = max((card.bottom for c in range(columns) for card in cards[c, lane]), default=y + 24)
        rows.append(Interval(y, bottom))
        y = bottom + gap
    bounds = Rect(0, 0, areas[-1].high + 20, y)
    return Board(
        Grid(areas, tuple(rows), bounds, lambda c, r: cards.get((c, r), ()), tuple(texts), rtl), cards
    )


def stacked(area: Interval, y: float, heights: Sequence[float]) -> Iterator[Rect]:
    for height in heights:
        yield Rect(area.low, y, area.size, height)
        y += height + 8


def full(columns: int, lanes: int, **more: float) -> Board:
    return board(columns, lanes, {(c, r): (24,) for c in range(columns) for r in range(lanes)}, **more)


def only(grid: Grid, request: RouteRequest) -> Route:
    (route,) = connect(grid, [request])
    assert route
    return route


def thin(a: Point, b: Point) -> Rect:
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))


def crosses(a: Point, b: Point, rect: Rect) -> bool:
    """Tell whether the line from a to b passes through the inside of `rect`."""
    line, core = thin(a, b), rect.grown(-TIGHT)
    return line.x < core.right and core.x < line.right and line.y < core.bottom and core.y < line.bottom


def on_edge(point: Point, rect: Rect) -> bool:
    level = point.y in (rect.y, rect.bottom) and rect.x < point.x < rect.right
    upright = point.x in (rect.x, rect.right) and rect.y < point.y < rect.bottom
    return level or upright


@st.composite
def boards(draw: st.DrawFn, *, texts: bool) -> tuple[Board, list[RouteRequest]]:
    columns, lanes = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    heights = st.lists(st.sampled_from([20.0, 24.0, 36.0, 61.5]), max_size=3)
    cells = [(c, r) for c in range(columns) for r in range(lanes)]
    stacks = {cell: draw(heights) for cell in cells}
    sizes = {"gutter": draw(st.sampled_from([16, 20, 24])), "gap": draw(st.sampled_from([16, 18, 30]))}
    made = board(columns, lanes, stacks, rtl=draw(st.booleans()), **sizes)
    if texts:
        made = with_texts(made, draw(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=6)))
    cards = [(c, r, i) for (c, r), found in made.cards.items() for i in range(len(found))]
    if len(cards) < 2:
        return made, []
    pairs = st.tuples(st.sampled_from(cards), st.sampled_from(cards)).filter(lambda pair: pair[0] != pair[1])
    wanted = draw(st.lists(st.tuples(pairs, st.sampled_from([0, 0, 15, 40, 80])), max_size=12))
    return made, [made.ask(*pair, label=w, name=f"c{i}") for i, (pair, w) in enumerate(wanted)]


def with_texts(made: Board, places: Sequence[tuple[float, float]]) -> Board:
    """Return the board with texts strewn where no card stands and no card's edge is touched."""
    bounds, cards = made.grid.bounds, made.everything()
    texts = [Rect(bounds.right * x * 0.9, bounds.bottom * y * 0.9, 45, 9) for x, y in places]
    free = tuple(text for text in texts if not any(text.grown(6).overlaps(card) for card in cards))
    return Board(made.grid._replace(texts=free), made.cards)


@settings(max_examples=150, deadline=None)
@given(boards(texts=True))
def test_lines_and_labels_keep_clear_of_everything(case: tuple[Board, list[RouteRequest]]) -> None:
    made, requests = case
    routes = [route for route in connect(made.grid, requests) if route]
    obstacles = made.everything()
    labels = [route.label for route in routes if route.label]
    for route in routes:
        for a, b in pairwise(route.points):
            assert (a.x == b.x) != (a.y == b.y)
            assert not any(crosses(a, b, rect) for rect in obstacles)
            others = [r.label for r in routes if r.label and r is not route]
            assert not any(crosses(a, b, label) for label in others)
    for label in labels:
        assert not any(label.overlaps(rect) for rect in obstacles)
    assert not any(a.overlaps(b) for a, b in combinations(labels, 2))


@settings(max_examples=150, deadline=None)
@given(boards(texts=False))
def test_every_route_runs_from_edge_to_edge(case: tuple[Board, list[RouteRequest]]) -> None:
    check_ends(*case)


def check_ends(made: Board, requests: Sequence[RouteRequest]) -> None:
    for request, route in zip(requests, connect(made.grid, requests), strict=True):
        assert route, "without texts in the way there is always a way"
        assert (route.id, route.kind) == (request.id, request.kind)
        assert on_edge(route.points[0], request.source)
        assert on_edge(route.tip, request.target)
        assert route.points[-1] == route.tip
        before = route.points[-2]
        assert (route.tip.x - before.x) * route.direction.x + (route.tip.y - before.y) * route.direction.y > 0
        inside = Point(route.tip.x + route.direction.x, route.tip.y + route.direction.y)
        assert request.target.contains(*inside)
        assert not (route.label and not request.label_w)


@pytest.mark.parametrize("rtl", [False, True])
def test_a_line_with_one_corner_keeps_off_the_edge_it_ends_at(rtl: bool) -> None:
    made = board(2, 1, {(0, 0): (36, 36, 20), (1, 0): (61.5,)}, gutter=16, gap=16, rtl=rtl)
    requests = [made.ask((0, 0, 1), (1, 0, 0), name=f"c{i}") for i in range(2)]
    check_ends(made, requests)
    ends = [route.points for route in connect(made.grid, requests) if route]
    assert all(abs(a.x - b.x) + abs(a.y - b.y) >= 7 for *_, a, b in ends)


@settings(max_examples=60, deadline=None)
@given(boards(texts=True))
def test_the_same_question_has_the_same_answer(case: tuple[Board, list[RouteRequest]]) -> None:
    made, requests = case
    assert connect(made.grid, requests) == connect(made.grid, requests)


@settings(max_examples=60, deadline=None)
@given(boards(texts=False))
def test_a_label_lies_on_its_own_line(case: tuple[Board, list[RouteRequest]]) -> None:
    made, requests = case
    for route in connect(made.grid, requests):
        if route and route.label:
            assert any(crosses(a, b, route.label) for a, b in pairwise(route.points))


@settings(max_examples=100, deadline=None)
@given(boards(texts=False))
def test_no_two_lines_lie_on_each_other(case: tuple[Board, list[RouteRequest]]) -> None:
    made, requests = case
    routes = [route for route in connect(made.grid, requests) if route]
    for one, two in combinations(routes, 2):
        for (a, b), (c, d) in ((p, q) for p in pairwise(one.points) for q in pairwise(two.points)):
            shared = thin(a, b).grown(0.05)
            assert (a.x == b.x) != (c.x == d.x) or not shared.overlaps(thin(c, d).grown(0.05))


def mirrored(rect: Rect, width: float) -> Rect:
    return Rect(width - rect.right, rect.y, rect.w, rect.h)


@pytest.mark.parametrize("target", [(3, 0, 0), (1, 2, 0), (0, 1, 0), (0, 2, 0), (3, 2, 0)])
@pytest.mark.parametrize("label", [0, 30])
def test_a_mirrored_map_has_mirrored_routes(target: tuple[int, int, int], label: float) -> None:
    left = full(4, 3)
    right = Board(left.grid._replace(rtl=True), left.cards)
    source = (1, 1, 0)
    there = only(left.grid, left.ask(source, target, label=label))
    here = only(right.grid, right.ask(flip(source), flip(target), label=label))
    width = left.grid.bounds.w
    assert [(p.x, p.y) for p in here.points] == [(width - p.x, p.y) for p in there.points]
    assert (here.label is None) == (there.label is None)
    if here.label and there.label:
        assert here.label == pytest.approx(mirrored(there.label, width))


def flip(place: tuple[int, int, int]) -> tuple[int, int, int]:
    return 3 - place[0], place[1], place[2]


def test_neighbours_in_a_row_get_a_straight_arrow() -> None:
    made = full(3, 1)
    route = only(made.grid, made.ask((0, 0, 0), (1, 0, 0)))
    assert route.points == (Point(120, 30), Point(140, 30))
    assert route.direction == Point(1, 0)


def test_cards_above_one_another_get_a_straight_arrow() -> None:
    made = full(1, 2)
    route = only(made.grid, made.ask((0, 0, 0), (0, 1, 0)))
    assert route.points == (Point(70, 42), Point(70, 60))
    assert route.direction == Point(0, 1)


def test_a_straight_arrow_crosses_empty_cells() -> None:
    made = board(3, 1, {(0, 0): (24,), (2, 0): (24,)})
    assert len(only(made.grid, made.ask((0, 0, 0), (2, 0, 0))).points) == 2


def test_stacked_cards_are_joined_through_the_gutter() -> None:
    made = board(2, 1, {(0, 0): (24, 24), (1, 0): (24,)})
    route = only(made.grid, made.ask((0, 0, 0), (0, 0, 1)))
    assert len(route.points) == 4
    assert all(120 <= p.x < 140 for p in route.points)


@pytest.mark.parametrize("label", [0, 30])
def test_a_card_can_be_joined_with_itself(label: float) -> None:
    made = full(3, 2)
    route = only(made.grid, made.ask((1, 1, 0), (1, 1, 0), label=label))
    assert route.points[0].x == 240
    assert route.direction == Point(0, 1)
    assert bool(route.label) == bool(label)


def test_a_label_between_neighbours_stands_in_a_lane_gap() -> None:
    made = full(3, 2)
    route = only(made.grid, made.ask((0, 1, 0), (1, 1, 0), label=40))
    assert route.label
    low, high = made.grid.lanes[0].high, made.grid.lanes[1].low
    assert low <= route.label.y or route.label.y >= made.grid.lanes[1].high
    assert route.label.bottom <= high or route.label.y >= made.grid.lanes[1].high


def test_a_label_too_wide_for_any_line_is_left_out() -> None:
    made = full(2, 1)
    assert only(made.grid, made.ask((0, 0, 0), (1, 0, 0), label=900)).label is None


def test_a_card_that_spans_columns_is_not_crossed() -> None:
    made = full(3, 3)
    wide = Rect(20, made.grid.lanes[1].low, 340, 24)
    grid = made.grid._replace(cards_in=lambda c, r: (wide,) if r == 1 else made.cards.get((c, r), ()))
    route = only(grid, made.ask((0, 0, 0), (1, 2, 0)))
    assert not any(crosses(a, b, wide) for a, b in pairwise(route.points))


def test_texts_across_a_gutter_turn_the_line_elsewhere() -> None:
    made = full(4, 3)
    lane = made.grid.lanes[1]
    walls = tuple(Rect(column.high - 4, lane.low + 2, 28, 12) for column in made.grid.columns[:2])
    grid = made.grid._replace(texts=walls, cards_in=lambda c, r: () if r == 1 else made.cards[c, r])
    route = only(grid, made.ask((0, 0, 0), (1, 2, 0)))
    assert not any(crosses(a, b, wall) for a, b in pairwise(route.points) for wall in walls)


def test_a_card_walled_in_by_texts_has_no_route() -> None:
    made = full(2, 2)
    card = made.cards[0, 0][0]
    wall = (
        Rect(card.x - 19, card.y - 17, 140, 16),
        Rect(card.x - 19, card.bottom + 1, 140, 16),
        Rect(card.x - 19, card.y - 2, 18, 28),
        Rect(card.right + 1, card.y - 2, 18, 28),
    )
    assert connect(made.grid._replace(texts=wall), [made.ask((0, 0, 0), (1, 1, 0))]) == [None]


def test_parallel_lines_take_tracks_of_their_own() -> None:
    made = board(4, 4, {(c, r): (40,) for c in range(4) for r in range(4)})
    requests = [made.ask((0, 0, 0), (1, r, 0), name=f"c{r}") for r in (1, 2, 3)]
    routes = [route for route in connect(made.grid, requests) if route]
    tracks = sorted(a.x for route in routes for a, b in pairwise(route.points) if a.x == b.x)
    assert len(tracks) == 3
    assert all(b - a >= 3 for a, b in pairwise(tracks))


def test_a_fan_of_lines_does_not_cross_itself() -> None:
    made = board(2, 4, {(c, r): (48,) for c in range(2) for r in range(4)})
    requests = [made.ask((0, 0, 0), (1, r, 0), name=f"c{r}") for r in (3, 1, 2)]
    routes = [route for route in connect(made.grid, requests) if route]
    for one, two in combinations(routes, 2):
        meetings = [
            (a, c)
            for a, b in pairwise(one.points)
            for c, d in pairwise(two.points)
            if (a.x == b.x) != (c.x == d.x) and thin(a, b).grown(TIGHT).overlaps(thin(c, d).grown(TIGHT))
        ]
        assert meetings == []


def test_labels_in_one_gap_keep_clear_of_each_other() -> None:
    made = full(6, 2, gap=40)
    requests = [made.ask((c, 1, 0), (c + 2, 0, 0), label=60, name=f"c{c}") for c in range(4)]
    labels = [route.label for route in connect(made.grid, requests) if route]
    assert all(labels)


def test_lines_the_way_back_end_at_the_top() -> None:
    made = full(5, 2)
    route = only(made.grid, made.ask((4, 0, 0), (0, 0, 0), label=50, kind="returns"))
    assert route.direction == Point(0, 1)
    assert route.label
    assert route.label.bottom <= made.grid.lanes[0].low


def test_without_connections_no_cell_is_looked_at() -> None:
    def never(column: int, lane: int) -> Sequence[Rect]:
        raise AssertionError((column, lane))

    assert connect(full(3, 3).grid._replace(cards_in=never), []) == []


def test_a_route_is_drawn_with_round_corners_and_an_open_label() -> None:
    points = (Point(0, 0), Point(40, 0), Point(40, 30))
    path = route_path(points, 6, Rect(10, -5, 12, 10), 3)
    assert [command[0] for command in path.commands] == ["M", "L", "M", "L", "C", "L"]
    assert path.commands[1] == ("L", 8, 0)
    assert path.commands[2] == ("M", 24, 0)
    assert path.commands[-1] == ("L", 40, 27)


def test_short_segments_have_small_corners() -> None:
    points = (Point(0, 0), Point(10, 0), Point(10, 4), Point(20, 4))
    box = route_path(points, 6).bounds()
    assert box == Rect(0, 0, 20, 4)


def test_an_arrow_ends_at_its_tip() -> None:
    head = arrow(Point(50, 20), Point(-1, 0), 6)
    assert head.bounds() == Rect(50, 17.5, 6, 5)
    assert ("L", 50, 20) in head.commands
