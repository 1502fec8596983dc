"""Routes quarter by quarter: a quarter is routed anew only when it has come to look another way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import is_
from typing import NamedTuple

from editor.layout.captions import AIR
from editor.layout.memo import Memo
from editor.layout.quarters import Quarter, quarters
from editor.layout.routes import Route, RouteRequest, connect
from editor.layout.site import LaneGround, Plot, Site
from editor.model.records import Connection
from editor.picture.frame import Frame
from editor.picture.geometry import Point, Rect
from editor.picture.words import TextBlock

LOOKS = 12
"""How many looks of a quarter are remembered: a card that is dragged to and fro comes back to them."""
_QUARTERS = 2000


class End(NamedTuple):
    """Where a connection begins or ends: a card's id, its column from the left, its lane from the top."""

    card: str
    column: int
    lane: int


class Link(NamedTuple):
    """A connection that is to be drawn, with its words."""

    record: Connection
    label: TextBlock | None
    source: End
    target: End


class Linked(NamedTuple):
    """The links that keep to a quarter: their numbers, the quarter, they themselves, and their ids."""

    members: tuple[int, ...]
    quarter: Quarter
    links: tuple[Link, ...]
    names: tuple[str, ...]


def linked(quarter: Quarter, members: tuple[int, ...], links: tuple[Link, ...]) -> Linked:
    """Return the links with these numbers, which keep to `quarter`."""
    own = tuple(links[i] for i in members)
    return Linked(members, quarter, own, tuple(link.record.id for link in own))


Question = tuple[Plot, tuple[RouteRequest, ...], tuple[TextBlock | None, ...]]
"""All that the routes of a quarter depend on, apart from free texts; in coordinates of its plot."""


@dataclass(slots=True, eq=False)
class Routed:
    """Drawn routes with all that they depend on; of the free texts only what was asked of them.

    `asked` are the rectangles that were tried for texts in them. Texts that came, went or moved outside of
    all of these would have given every answer that was given, and so the same routes. `frames` are drawn
    on the plot, None where there was no way; `placed` are the same on the sheet, the plot at `corner`.
    """

    question: Question
    texts: tuple[Rect, ...]
    asked: list[Rect]
    frames: tuple[Frame | None, ...]
    corner: Point | None = None
    placed: tuple[Frame | None, ...] = ()

    def answers(self, question: Question, texts: tuple[Rect, ...]) -> bool:
        """Tell whether this is the answer to a question; if so, its texts count from now on."""
        if self.question != question or self._misses(texts):
            return False
        self.texts = texts
        return True

    def _misses(self, texts: tuple[Rect, ...]) -> bool:
        """Tell whether routes among `texts` could be others."""
        if texts == self.texts:
            return False
        changed = set(self.texts) ^ set(texts)
        return any(rect.overlaps(text) for text in changed for rect in self.asked)

    def at(self, corner: Point) -> tuple[Frame | None, ...]:
        """Return the frames on the sheet: the same objects while the plot stays where it is."""
        if corner != self.corner:
            self.corner = corner
            self.placed = tuple(f and f.at(f.x + corner.x, f.y + corner.y) for f in self.frames)
        return self.placed


class Seen(NamedTuple):
    """The routes of a quarter as they were last, with the lanes round it: the same lanes ask for the same."""

    links: tuple[Link, ...]
    sizes: tuple[object, ...]
    lanes: tuple[LaneGround, ...]
    routed: Routed

    def fits(self, links: tuple[Link, ...], sizes: tuple[object, ...], lanes: tuple[LaneGround, ...]) -> bool:
        """Tell at little cost whether nothing has changed; a lane that is another object may have."""
        return links is self.links and all(map(is_, lanes, self.lanes)) and sizes == self.sizes


class Router:
    """Finds the ways of all connections; remembers the latest looks of every quarter."""

    def __init__(self, draw: Callable[[Route, TextBlock | None], Frame]) -> None:
        self._draw = draw
        self._areas: Memo[tuple[Quarter, ...]] = Memo()
        self._groups: Memo[tuple[Linked, ...]] = Memo()
        self._latest: Memo[Routed] = Memo()
        self._looks: dict[tuple[str, ...], list[Routed]] = {}
        self._frames: Memo[Frame] = Memo()
        self._seen: dict[tuple[str, ...], Seen] = {}

    def frames(self, site: Site, links: tuple[Link, ...]) -> list[Frame | None]:
        """Return the frame of each link on the sheet, None where no free way exists at all.

        Every link keeps to the columns and lanes of its ends; one that finds no way there may look
        further and further about, together with all that it then meets.
        """
        areas = list(self._areas_of(site, links))
        while True:
            found: list[Frame | None] = [None] * len(links)
            for group in self._groups_of(tuple(areas), links):
                for i, frame in zip(group.members, self._placed(site, group), strict=True):
                    found[i] = frame
            lost = [i for i, frame in enumerate(found) if frame is None and areas[i] != site.whole]
            if not lost:
                return found
            for i in lost:
                areas[i] = areas[i].grown(site.whole)

    def _areas_of(self, site: Site, links: tuple[Link, ...]) -> tuple[Quarter, ...]:
        """Return the quarter of each link; only cards over several columns could change it."""
        wide = [lane.wide for lane in site.lanes]
        return self._areas.get("", (links, wide), lambda: tuple(area(site, link) for link in links))

    def _groups_of(self, areas: tuple[Quarter, ...], links: tuple[Link, ...]) -> tuple[Linked, ...]:
        def made() -> tuple[Linked, ...]:
            return tuple(linked(quarter, members, links) for quarter, members in quarters(areas))

        return self._groups.get("", (areas, links), made)

    def _placed(self, site: Site, group: Linked) -> tuple[Frame | None, ...]:
        """Return the routes of a quarter; nothing is looked at while all in it is as it was."""
        _, quarter, links, names = group
        key, lanes = site.sizes(quarter), site.neighbours(quarter)
        seen = self._seen.get(names)
        if seen is not None and seen.fits(links, key, lanes):
            return seen.routed.at(site.corner(quarter))
        witnesses = links, quarter, site.near(quarter)
        routed = self._latest.get(names, witnesses, lambda: self._known(site, quarter, links, names))
        self._seen[names] = Seen(links, key, lanes, routed)
        return routed.at(site.corner(quarter))

    def _known(self, site: Site, quarter: Quarter, links: tuple[Link, ...], names: tuple[str, ...]) -> Routed:
        plot = site.plot(quarter)
        requests = tuple(request(site, quarter, plot, link) for link in links)
        question, texts = (plot, requests, tuple(link.label for link in links)), site.texts(quarter, plot)
        looks = self._remembered(names)
        routed = next((look for look in looks if look.answers(question, texts)), None)
        if routed is None:
            routed = self._made(question, texts)
        else:
            looks.remove(routed)
        looks.insert(0, routed)
        del looks[LOOKS:]
        return routed

    def _remembered(self, names: tuple[str, ...]) -> list[Routed]:
        if len(self._looks) >= _QUARTERS:
            self._looks.clear()
            self._seen.clear()
        return self._looks.setdefault(names, [])

    def _made(self, question: Question, texts: tuple[Rect, ...]) -> Routed:
        plot, requests, labels = question
        asked: list[Rect] = []
        routes = connect(plot.grid(texts), requests, asked)
        frames = tuple(
            None if route is None else self._drawn(route, label)
            for route, label in zip(routes, labels, strict=True)
        )
        return Routed(question, texts, asked, frames)

    def _drawn(self, route: Route, label: TextBlock | None) -> Frame:
        """Return the drawn route, the very frame of last time if it is equal."""
        frame = self._draw(route, label)
        return self._frames.get(route.id, (frame,), lambda: frame)


def area(site: Site, link: Link) -> Quarter:
    """Return the quarter that a link keeps to: all columns and lanes that its cards reach or lie between."""
    (_, source, upper), (_, target, lower) = link.source, link.target
    stands = [site.stand(*end) for end in (link.source, link.target)]
    left, right = min(stand.first for stand in stands), max(stand.last for stand in stands)
    columns = sorted((left, right, source, target))
    return Quarter(columns[0], min(upper, lower), columns[-1], max(upper, lower))


def request(site: Site, quarter: Quarter, plot: Plot, link: Link) -> RouteRequest:
    """Return what is asked for on the plot of a quarter."""
    ends: list[tuple[Rect, tuple[int, int]]] = []
    for card, column, lane in (link.source, link.target):
        stand = site.stand(card, column, lane)
        cell = column - quarter.left, lane - quarter.top
        ends.append((site.place(quarter, plot, lane, stand), cell))
    label, record = link.label, link.record
    w, h = (label.rect.w + 2 * AIR, label.rect.h) if label else (0.0, 0.0)
    return RouteRequest(record.id, *ends[0], *ends[1], w, h, record.connection_kind)
