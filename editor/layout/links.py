"""Connections between cards, drawn above the lanes: routed round text, labelled where they run free."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from editor.layout.captions import AIR, label_block, neighbours
from editor.layout.columns import Columns
from editor.layout.grid import Grid
from editor.layout.memo import Memo
from editor.layout.routed import End, Link, Router
from editor.layout.routes import Interval, Route, arrow, route_path
from editor.layout.setting import Setting
from editor.layout.site import Grounds, Site
from editor.model.journey import Journey
from editor.model.records import Card, Connection
from editor.picture.frame import Box, Frame, Item, Shape
from editor.picture.geometry import Point, Rect
from editor.picture.paint import Stroke
from editor.picture.words import TextBlock

DASHES = {"needs": (4.0, 2.5), "returns": (3.2, 2.4), "addresses": (1.2, 2.4)}
"""Kinds whose line is not solid, with dash and gap in points."""
HEAD = 5.5
BEND = 6.0


class Spans(NamedTuple):
    """Columns from left to right in the coordinates of a lane; their sizes and those of the gutters."""

    columns: tuple[Interval, ...]
    widths: tuple[float, ...]
    gutters: tuple[float, ...]


class LinkLayout:
    """Lays out the connections between cards; remembers them while nothing they touch has moved."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._links: Memo[tuple[Link, ...]] = Memo()
        self._labels: Memo[TextBlock | None] = Memo()
        self._spans: Memo[Spans] = Memo()
        self._grounds = Grounds()
        self._router = Router(lambda route, label: drawn(setting, route, label))
        self._frames: Memo[Frame] = Memo()

    def frame(
        self, journey: Journey, grid: Grid, lanes: tuple[Frame, ...], tops: tuple[float, ...], x: float
    ) -> Frame | None:
        """Return the frame of all connections in sheet coordinates, or None without any.

        `lanes` stand at (`x`, tops).
        """
        links = self._links.get(
            "", grid.linked, lambda: card_links(self._setting, journey, grid, self._label)
        )
        if not links:
            return None
        site = self._site(grid, lanes, tops, x)
        frames = tuple(f for f in self._router.frames(site, links) if f is not None)
        w, h = site.origin.x + grid.columns.width, tops[-1] + lanes[-1].h
        if not frames:
            return None
        return self._frames.get("", (frames, w, h), lambda: Frame(0, 0, w, h, frames, "connections"))

    def _label(self, connection: Connection, narrow: bool) -> TextBlock | None:
        return self._labels.get(
            (connection.id, narrow),
            (connection,),
            lambda: label_block(self._setting, connection, narrow=narrow),
        )

    def _site(self, grid: Grid, lanes: tuple[Frame, ...], tops: tuple[float, ...], x: float) -> Site:
        setting, columns = self._setting, grid.columns
        spans = self._spans.get("", (columns,), lambda: column_spans(setting, columns))
        grounds = tuple([self._grounds.lane(frame, spans.columns) for frame in lanes])
        rail = setting.theme.rail
        left = x + setting.x(rail, columns.width, rail + columns.width)
        return Site(
            spans.gutters,
            spans.widths,
            grounds,
            tuple(lane.h for lane in lanes),
            Point(left, tops[0]),
            x,
            setting.theme.lane_padding,
            setting.rtl,
        )


def column_spans(setting: Setting, columns: Columns) -> Spans:
    """Return the columns as lanes have them; the outermost gutters are halves."""
    rail = setting.theme.rail
    width = rail + columns.width
    starts = [setting.x(rail + c.x, c.w, width) for c in columns.all]
    spans = [Interval(x, x + c.w) for x, c in zip(starts, columns.all, strict=True)]
    widths = [c.w for c in columns.all]
    first, *inner, last = columns.gutters
    gutters = [first / 2, *inner, last / 2]
    turn = -1 if setting.rtl else 1
    return Spans(tuple(spans[::turn]), tuple(widths[::turn]), tuple(gutters[::turn]))


def card_links(
    setting: Setting, journey: Journey, grid: Grid, label: Callable[[Connection, bool], TextBlock | None]
) -> tuple[Link, ...]:
    """Return the connections whose two ends are cards that are drawn, with their labels, narrow or not."""
    shown = {
        lane.id: number
        for number, lane in enumerate(grid.lanes)
        if not lane.collapsed and lane.lane_kind != "emotions"
    }

    def end(ref: str) -> End | None:
        card = journey.get(ref)
        if not isinstance(card, Card) or card.lane not in shown:
            return None
        column = journey.column(card.step)
        return End(ref, len(grid.columns.all) - 1 - column if setting.rtl else column, shown[card.lane])

    links: list[Link] = []
    for link in journey.all(Connection):
        source, target = end(link.source), end(link.target)
        if source and target:
            words = label(link, neighbours(journey, link) is not None)
            links.append(Link(link, words, source, target))
    return tuple(links)


def drawn(setting: Setting, route: Route, label: TextBlock | None) -> Frame:
    """Return the frame of one connection, in the coordinates of its route."""
    theme = setting.theme
    stroke = Stroke(theme.connection, 1.1, DASHES.get(route.kind, ()))
    items: list[Item] = []
    place = _bounds(route)
    if label is not None and route.label is not None:
        place = place.united(route.label)
        words = route.label.moved(-place.x, -place.y)
        rect = Rect(words.x + AIR, words.y + (words.h - label.rect.h) / 2, label.rect.w, label.rect.h)
        text = TextBlock(rect, label.text, label.style, label.rtl, label.shaped, label.language)
        items = [Box(words, 3.0, theme.paper), text]
    line = route_path(route.points, BEND, route.label, HEAD - 1.0).moved(-place.x, -place.y)
    head = arrow(route.tip, route.direction, HEAD).moved(-place.x, -place.y)
    return Frame(
        *place,
        (Shape(line, None, stroke), Shape(head, theme.connection), *items),
        "connection",
        route.id,
        label.text if label else "",
    )


def _bounds(route: Route) -> Rect:
    xs, ys = [p.x for p in route.points], [p.y for p in route.points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
