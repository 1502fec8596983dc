"""Connections between cards, drawn above the lanes: routed round text, labelled where they run free."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from editor.layout.captions import AIR, label_block, neighbours
from editor.layout.columns import Columns
from editor.layout.grid import Grid
from editor.layout.memo import Memo
from editor.layout.routes import Grid as Ground
from editor.layout.routes import Interval, Route, RouteRequest, arrow, connect, route_path
from editor.layout.setting import Setting
from editor.model.journey import Journey
from editor.model.records import Card, Connection
from editor.picture.frame import Box, Frame, Item, Shape
from editor.picture.geometry import Rect
from editor.picture.paint import Stroke
from editor.picture.words import TextBlock

DASHES = {"needs": (4.0, 2.5), "returns": (3.2, 2.4), "addresses": (1.2, 2.4)}
"""Kinds whose line is not solid, with dash and gap in points."""
HEAD = 5.5
BEND = 6.0


@dataclass(frozen=True, slots=True)
class LaneGround:
    """Where the cards of one lane and its free texts stand, in the lane's own coordinates."""

    cards: dict[str, Rect] = field(default_factory=dict)
    texts: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes on the sheet: their tops and heights, where their cards stand, and x of the lanes."""

    grounds: tuple[LaneGround, ...]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    x: float


class LinkLayout:
    """Lays out the connections between cards; remembers them while nothing they touch has moved."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._grounds: Memo[LaneGround] = Memo()
        self._last: Routed | None = None

    def frame(
        self, journey: Journey, grid: Grid, lanes: tuple[Frame, ...], tops: tuple[float, ...], x: float
    ) -> Frame | None:
        """Return the frame of all connections in sheet coordinates, or None without any.

        `lanes` stand at (`x`, tops).
        """
        links = card_links(journey, grid)
        if not links:
            return None
        grounds = tuple(self._grounds.get(f.ref, (f.items,), lambda f=f: lane_ground(f)) for f in lanes)
        placed = Lanes(grounds, tops, tuple(lane.h for lane in lanes), x)
        narrow = tuple(neighbours(journey, link) is not None for link in links)
        cells = tuple(cell_of(journey, grid, ref) for link in links for ref in (link.source, link.target))
        solid = (tuple(ground.cards for ground in grounds), placed.tops, placed.heights, x)
        witnesses, texts = (links, grid.columns, solid, cells, narrow), sheet_texts(placed)
        last = self._last
        if last is None or last.witnesses != witnesses or last.misses(texts):
            asked: list[Rect] = []
            made = links_frame(self._setting, links, narrow, cells, grid.columns, placed, asked)
            made = last.frame if last is not None and last.frame == made else made
            last = self._last = Routed(witnesses, texts, asked, made)
        return last.frame


@dataclass(slots=True)
class Routed:
    """Routes with all that they depend on; of the free texts only what was asked of them.

    `asked` are the rectangles that were tried for texts in them. Texts that came, went or moved outside of
    all of these would have given every answer that was given, and so the same routes.
    """

    witnesses: tuple[object, ...]
    texts: tuple[Rect, ...]
    asked: list[Rect]
    frame: Frame | None

    def misses(self, texts: tuple[Rect, ...]) -> bool:
        """Tell whether routes among `texts` could be others; if not, these texts count from now on."""
        if texts == self.texts:
            return False
        old, new = set(self.texts), set(texts)
        if [t for t in texts if t in old] != [t for t in self.texts if t in new]:
            return True
        changed = old ^ new
        if any(rect.overlaps(text) for text in changed for rect in self.asked):
            return True
        self.texts = texts
        return False


def card_links(journey: Journey, grid: Grid) -> tuple[Connection, ...]:
    """Return the connections whose two ends are cards that are drawn."""
    shown = {lane.id for lane in grid.lanes if not lane.collapsed and lane.lane_kind != "emotions"}

    def drawn(ref: str) -> bool:
        record = journey.get(ref)
        return isinstance(record, Card) and record.lane in shown

    return tuple(c for c in journey.all(Connection) if drawn(c.source) and drawn(c.target))


def cell_of(journey: Journey, grid: Grid, ref: str) -> tuple[str, int, int]:
    """Return the card's id with the numbers of its column and its lane, counted in reading order."""
    card = journey.one(Card, ref)
    return ref, grid.places[card.step], next(i for i, lane in enumerate(grid.lanes) if lane.id == card.lane)


def lane_ground(lane: Frame) -> LaneGround:
    """Return where cards and free texts stand in a lane's frame."""
    cards: dict[str, Rect] = {}
    texts: list[Rect] = []
    for frame in lane.frames():
        if frame.role == "card":
            cards[frame.ref] = Rect(frame.x, frame.y, frame.w, frame.h)
        elif frame.role == "cell":
            cards.update((c.ref, Rect(frame.x + c.x, frame.y + c.y, c.w, c.h)) for c in frame.frames())
        elif frame.role == "curve":
            texts += [
                rect for point in frame.frames() if point.role == "point" for rect in _point_texts(point)
            ]
    return LaneGround(cards, tuple(texts))


def _point_texts(point: Frame) -> list[Rect]:
    """Return the face of a point and its label."""
    labels = [item.rect.moved(point.x, point.y) for item in point.items if isinstance(item, TextBlock)]
    return [Rect(point.x, point.y, point.w, point.h), *labels]


def links_frame(
    setting: Setting,
    links: Sequence[Connection],
    narrow: Sequence[bool],
    cells: Sequence[tuple[str, int, int]],
    columns: Columns,
    lanes: Lanes,
    asked: list[Rect] | None = None,
) -> Frame | None:
    """Return the frame of all routes; `cells` holds source and target of each link in turn.

    `narrow` tells for each link whether its label is to fit a gutter. Every rectangle that is tried for
    cards and texts in it is added to `asked`.
    """
    labels = [label_block(setting, link, narrow=n) for link, n in zip(links, narrow, strict=True)]
    ground = _ground(setting, columns, lanes)
    requests = [
        _request(setting, link, (cells[2 * i], cells[2 * i + 1]), label, columns, lanes)
        for i, (link, label) in enumerate(zip(links, labels, strict=True))
    ]
    routes = connect(ground, requests, asked)
    drawn = [_drawn(setting, r, label) for r, label in zip(routes, labels, strict=True) if r is not None]
    bounds = ground.bounds
    return Frame(0, 0, bounds.right, bounds.bottom, tuple(drawn), "connections") if drawn else None


def _ground(setting: Setting, columns: Columns, lanes: Lanes) -> Ground:
    """Return the ground for routes in sheet coordinates, columns from left to right."""
    theme = setting.theme
    width = theme.rail + columns.width
    spans = [(lanes.x + setting.x(theme.rail + c.x, c.w, width), c.w) for c in columns.all]
    intervals = tuple(Interval(x, x + w) for x, w in sorted(spans))
    pad = theme.lane_padding
    rows = tuple(Interval(top + pad, top + h - pad) for top, h in zip(lanes.tops, lanes.heights, strict=True))
    buckets = _buckets(lanes, intervals)
    texts = sheet_texts(lanes)
    left = lanes.x + setting.x(theme.rail, columns.width, width)
    bottom = lanes.tops[-1] + lanes.heights[-1]
    bounds = Rect(left, lanes.tops[0], columns.width, bottom - lanes.tops[0])
    return Ground(intervals, rows, bounds, lambda c, r: buckets.get((c, r), ()), texts, setting.rtl)


def sheet_texts(lanes: Lanes) -> tuple[Rect, ...]:
    """Return the free texts of all lanes in sheet coordinates."""
    pairs = zip(lanes.grounds, lanes.tops, strict=True)
    return tuple(rect.moved(lanes.x, top) for ground, top in pairs for rect in ground.texts)


def _buckets(lanes: Lanes, columns: Sequence[Interval]) -> dict[tuple[int, int], list[Rect]]:
    """Return the cards on the sheet by (column, lane); a wide card is in every column it reaches."""
    buckets: dict[tuple[int, int], list[Rect]] = {}
    ends = [column.high for column in columns]
    for row, (ground, top) in enumerate(zip(lanes.grounds, lanes.tops, strict=True)):
        for rect in ground.cards.values():
            place = rect.moved(lanes.x, top)
            column = bisect_right(ends, place.x)
            while column < len(columns) and columns[column].low < place.right:
                buckets.setdefault((column, row), []).append(place)
                column += 1
    return buckets


def _request(
    setting: Setting,
    link: Connection,
    ends: tuple[tuple[str, int, int], tuple[str, int, int]],
    label: TextBlock | None,
    columns: Columns,
    lanes: Lanes,
) -> RouteRequest:
    (source, source_cell), (target, target_cell) = (_end(setting, end, columns, lanes) for end in ends)
    w, h = (label.rect.w + 2 * AIR, label.rect.h) if label else (0.0, 0.0)
    return RouteRequest(link.id, source, source_cell, target, target_cell, w, h, link.connection_kind)


def _end(
    setting: Setting, end: tuple[str, int, int], columns: Columns, lanes: Lanes
) -> tuple[Rect, tuple[int, int]]:
    ref, column, row = end
    visual = len(columns.all) - 1 - column if setting.rtl else column
    return lanes.grounds[row].cards[ref].moved(lanes.x, lanes.tops[row]), (visual, row)


def _drawn(setting: Setting, route: Route, label: TextBlock | None) -> Frame:
    """Return the frame of one connection in sheet coordinates."""
    theme = setting.theme
    stroke = Stroke(theme.connection, 1.1, DASHES.get(route.kind, ()))
    items: list[Item] = []
    place = _bounds(route)
    if label is not None and route.label is not None:
        place = place.united(route.label)
        words = route.label.grown(0).moved(-place.x, -place.y)
        rect = Rect(words.x + AIR, words.y + (words.h - label.rect.h) / 2, label.rect.w, label.rect.h)
        items = [Box(words, 3.0, theme.paper), replace(label, rect=rect)]
    line = route_path(route.points, BEND, route.label, HEAD - 1.0).moved(-place.x, -place.y)
    head = arrow(route.tip, route.direction, HEAD).moved(-place.x, -place.y)
    text = label.text if label else ""
    return Frame(
        *place,
        (Shape(line, None, stroke), Shape(head, theme.connection), *items),
        "connection",
        route.id,
        text,
    )


def _bounds(route: Route) -> Rect:
    xs, ys = [p.x for p in route.points], [p.y for p in route.points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
