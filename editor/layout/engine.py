"""The layout as a whole: a journey in, a finished picture out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from editor.layout.columns import Columns
from editor.layout.emotion import EmotionLayout
from editor.layout.footer import footer
from editor.layout.grid import Grid, GridLayout
from editor.layout.header import TIP, header_frame
from editor.layout.lanes import Cells, LaneLayout
from editor.layout.lenders import Lenders
from editor.layout.links import LinkLayout
from editor.layout.loops import Loop, loops_frame
from editor.layout.masthead import masthead
from editor.layout.memo import Memo, RowMemo
from editor.layout.setting import Setting, Styles
from editor.layout.signs import Signs
from editor.layout.theme import Theme
from editor.layout.words import MapWords
from editor.model.journey import Journey
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Map,
    Note,
    Owner,
    Persona,
    Stage,
    Step,
)
from editor.model.records import Point as Emotion
from editor.picture.frame import Frame, Item, Picture
from editor.picture.geometry import Path
from editor.text.shaper import Shaper

SHEET_STEP = 6.0
"""Sheets measure whole steps of this many points, so that they have whole pixels at 72, 96 and 144 dpi."""

LEAST_WIDTH = 420.0
"""Even a map without stages is this wide, in points, so that its title has room."""


class MapLayout:
    """Lays out journeys; remembers what it made while the records stay the same objects.

    `words` gives the map's fixed words for a language tag, `icons` outlines on a 24 × 24 grid by name.
    `dress` finds the theme that a map asks for; without it every map wears `theme`.
    """

    def __init__(
        self,
        shaper: Shaper,
        theme: Theme,
        words: Callable[[str], MapWords],
        icons: Mapping[str, tuple[Path, ...]],
        dress: Callable[[Map], Theme] | None = None,
    ) -> None:
        self._shaper = shaper
        self._words = words
        self._icons = icons
        self._theme, self._dress = theme, dress
        self._sheets: Memo[SheetLayout] = Memo()

    def lay_out(self, journey: Journey) -> Picture:
        """Return the picture of the whole map; unchanged parts are the same objects as last time."""
        sheet = journey.map
        theme = self._dress(sheet) if self._dress else self._theme
        key = (sheet.language, sheet.direction, theme)
        return self._sheets.get("sheet", key, lambda: self._sheet(sheet, theme)).picture(journey)

    def _sheet(self, sheet: Map, theme: Theme) -> SheetLayout:
        words, rtl = self._words(sheet.language), sheet.direction == "rtl"
        return SheetLayout(Setting(self._shaper, theme, words, self._icons, rtl, Styles.of(theme)))


class Parts(NamedTuple):
    """The parts of a sheet from top to bottom, each at (0, 0)."""

    masthead: Frame
    loops: Frame
    header: Frame
    lanes: tuple[Frame, ...]
    footer: Frame | None


class LaneContent(NamedTuple):
    """A lane with what it shows: the cards of each column, or emotions."""

    lane: Lane
    row: Cells
    points: tuple[Emotion, ...] | None
    shaded: bool


class SheetLayout:
    """Lays out maps of one language and direction."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._grid = GridLayout(setting)
        self._lanes = LaneLayout(setting)
        self._emotions = EmotionLayout(setting)
        self._links = LinkLayout(setting)
        self._lenders: Memo[Lenders] = Memo()
        self._loops: Memo[tuple[Loop, ...]] = Memo()
        self._told: Memo[Signs] = Memo()
        self._frames: Memo[Frame] = Memo()
        self._feet: Memo[Frame | None] = Memo()
        self._contents: RowMemo[LaneContent, Frame] = RowMemo()
        self._stood: dict[str, tuple[Frame, Frame]] = {}

    def picture(self, journey: Journey) -> Picture:
        """Return the picture of `journey`."""
        lenders = self._borrow(journey)
        grid = self._grid.grid(journey)
        parts = self._parts(journey, grid, lenders)
        sheet = journey.map
        root = self._root(journey, grid, parts)
        return Picture(
            root, sheet.title, sheet.language, self._setting.rtl, sheet.team, self._setting.theme.paper
        )

    def _borrow(self, journey: Journey) -> Lenders:
        every = journey.all
        lent = every(Owner), every(Channel), every(Persona), every(Image), every(Note)
        return self._lenders.get("lenders", lent, lambda: Lenders(self._setting, *lent))

    def _parts(self, journey: Journey, grid: Grid, lenders: Lenders) -> Parts:
        setting, sheet, columns = self._setting, journey.map, grid.columns
        stages, moments = journey.all(Stage), grid.moments
        loops = self._loops.get("", (grid.linked, columns), lambda: stage_loops(setting, journey, columns))
        content = setting.theme.rail + columns.width
        width = max(content, LEAST_WIDTH)
        head = self._kept("head", (sheet, lenders, width), lambda: masthead(setting, sheet, lenders, width))
        arcs = self._kept("loops", (loops, content), lambda: loops_frame(setting, loops, content))
        header = self._kept(
            "header",
            (stages, moments, columns, lenders),
            lambda: header_frame(setting, stages, dict(moments), columns, lenders),
        )
        signs = self._signs(journey, grid)
        foot = self._feet.get("foot", (signs, lenders, width), lambda: footer(setting, signs, lenders, width))
        return Parts(head, arcs, header, self._lane_frames(journey, grid, lenders), foot)

    def _kept(self, key: str, witnesses: tuple[object, ...], make: Callable[[], Frame]) -> Frame:
        return self._frames.get(key, witnesses, make)

    def _lane_frames(self, journey: Journey, grid: Grid, lenders: Lenders) -> tuple[Frame, ...]:
        levels, tones = self._setting.words.levels(journey.map.levels), journey.map.level_colors
        contents: list[LaneContent] = []
        shaded = False
        for lane, row in zip(grid.lanes, grid.rows, strict=True):
            if lane.lane_kind == "emotions" and not lane.collapsed:
                contents.append(LaneContent(lane, (), journey.points(lane.id), False))
            else:
                contents.append(LaneContent(lane, row, None, shaded))
                shaded = not shaded

        def made(place: int) -> Frame:
            lane, row, points, shaded = contents[place]
            if points is not None:
                return self._emotions.lane(lane, points, levels, grid.columns, lenders, tones)
            return self._lanes.lane(lane, row, grid.columns, lenders, shaded)

        return self._contents.get("", (grid.columns, lenders, levels, tones), contents, made)

    def _signs(self, journey: Journey, grid: Grid) -> Signs:
        shown = [journey.points(lane.id) for lane in grid.lanes if lane.lane_kind == "emotions"]
        links = journey.all(Connection)
        return self._told.get("", (grid.signs, shown, links), lambda: all_signs(grid.signs, shown, links))

    def _root(self, journey: Journey, grid: Grid, parts: Parts) -> Frame:
        """Return the sheet: the parts below one another inside the margins, connections on top."""
        margin = self._setting.theme.margin
        width = parts.masthead.w
        stood, self._stood = self._stood, {}
        items: list[Item] = []
        y = margin
        for part in (parts.masthead, parts.loops, parts.header):
            items.append(self._standing(part, self._inset(part, width), y, stood))
            y += part.h
        tops: list[float] = []
        for lane in parts.lanes:
            items.append(self._standing(lane, self._inset(lane, width), y, stood))
            tops.append(y)
            y += lane.h
        links = self._links.frame(journey, grid, parts.lanes, tuple(tops), self._inset(parts.header, width))
        if links is not None:
            items.append(links)
        if parts.footer is not None:
            items.append(self._standing(parts.footer, self._inset(parts.footer, width), y + 14.0, stood))
            y += 14.0 + parts.footer.h
        w, h = sheet_size(width + 2 * margin + TIP), sheet_size(y + margin)
        return Frame(0, 0, w, h, tuple(items), "map", journey.map.id, journey.map.title)

    def _standing(self, part: Frame, x: float, y: float, stood: Mapping[str, tuple[Frame, Frame]]) -> Frame:
        """Return a part at (x, y) of the sheet: the same object as last time if it stood there."""
        key = part.ref or part.role
        pair = stood.get(key)
        if pair is None or pair[0] is not part or pair[1].x != x or pair[1].y != y:
            pair = part, part.at(x, y)
        self._stood[key] = pair
        return pair[1]

    def _inset(self, part: Frame, width: float) -> float:
        """Return the x of a part on a sheet for parts up to `width` wide: the margin on its leading side."""
        margin = self._setting.theme.margin
        return sheet_size(width + 2 * margin + TIP) - margin - part.w if self._setting.rtl else margin


def sheet_size(least: float) -> float:
    """Return a side of the sheet: a multiple of SHEET_STEP that holds `least` points."""
    return ceil(least / SHEET_STEP) * SHEET_STEP


def all_signs(cards: Signs, shown: Iterable[Sequence[Emotion]], links: Iterable[Connection]) -> Signs:
    """Return the signs of cards, of the emotions that are shown and of connections together."""
    curves = tuple(dict.fromkeys(point.persona for points in shown for point in points))
    answers = any(link.connection_kind == "addresses" for link in links)
    return cards._replace(curves=curves, area=bool(curves), addresses=answers)


def stage_loops(setting: Setting, journey: Journey, columns: Columns) -> tuple[Loop, ...]:
    """Return the connections that have a stage at either end, with the x of both ends."""
    width = setting.theme.rail + columns.width
    spans = {stage: (start, w) for stage, start, w in columns.stages}
    loops: list[Loop] = []
    for connection in journey.all(Connection):
        ends = connection.source, connection.target
        if spans.keys() & ends:
            starts = [end_start(setting, journey, spans, ref) for ref in ends]
            a, b = (setting.x(start, 0, width) for start in starts)
            if a != b:
                loops.append(Loop(connection, a, b))
    return spread(tuple(loops))


def end_start(
    setting: Setting, journey: Journey, spans: Mapping[str, tuple[float, float]], ref: str
) -> float:
    """Return how far after the leading edge the middle of a stage, or of a card's stage, stands."""
    if ref not in spans:
        ref = journey.one(Step, journey.one(Card, ref).step).stage
    start, width = spans[ref]
    return setting.theme.rail + start + width / 2


def spread(loops: tuple[Loop, ...]) -> tuple[Loop, ...]:
    """Return the loops with ends that met at one x moved 10 points apart, starts after arrivals."""
    seen: dict[float, int] = {}
    moved: list[Loop] = []
    for loop in loops:
        ends: list[float] = []
        for x in (loop.source, loop.target):
            count = seen.get(x, 0)
            seen[x] = count + 1
            ends.append(x + (count + 1) // 2 * (12.0 if count % 2 else -12.0))
        moved.append(Loop(loop.connection, ends[0], ends[1]))
    return tuple(moved)
