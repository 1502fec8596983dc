"""The frame of a lane: its band across the map and the rail with its name at the leading side."""

from __future__ import annotations

from collections.abc import Iterable

from editor.layout.columns import Columns
from editor.layout.looks import lane_ground
from editor.layout.memo import Memo
from editor.layout.setting import Setting
from editor.model.records import Lane
from editor.picture.frame import Box, Frame, Item, Shape
from editor.picture.geometry import Command, Path, Rect
from editor.picture.paint import Stroke

RAIL_END = 12.0
"""Room between the words of the rail and the first column, in points."""
RAIL_START = 4.0
BAR = 2.5
"""Width of the bar in a lane's own colour, in points; it stands before the words of the rail."""


def rail_frame(setting: Setting, lane: Lane) -> Frame:
    """Return the rail of `lane` at (0, 0); its height is what its words need."""
    theme, words = setting.theme, setting.words
    room = theme.rail - RAIL_START - RAIL_END
    place = Rect(setting.x(RAIL_START, room, theme.rail), theme.lane_padding, room, 0.0)
    title = setting.fitted(lane.title or words("untitled_lane"), setting.styles.strong, place, 3)
    items: list[Item] = [title]
    bottom = title.rect.bottom
    if lane.summary and not lane.collapsed:
        below = replace_top(place, bottom + 1.5)
        summary = setting.fitted(lane.summary, setting.styles.small, below, 4)
        items.append(summary)
        bottom = summary.rect.bottom
    height = bottom + theme.lane_padding
    return Frame(0, 0, theme.rail, height, tuple(items), "rail", lane.id, lane.title)


def replace_top(rect: Rect, y: float) -> Rect:
    """Return `rect` with its top at `y`."""
    return Rect(rect.x, y, rect.w, rect.h)


class LaneBands:
    """Makes the frames of lanes; remembers what lies under their cells while their sizes stay the same."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._grounds: Memo[tuple[Item, ...]] = Memo()

    def frame(
        self, lane: Lane, columns: Columns, height: float, items: Iterable[Item], shaded: bool
    ) -> Frame:
        """Return the frame of a lane at (0, 0), with `items` on its ground; `shaded` lanes are tinted."""
        ground = self._grounds.get(
            lane.id,
            (lane.color, columns, height, shaded),
            lambda: lane_band(self._setting, lane.color, columns, height, shaded),
        )
        width = self._setting.theme.rail + columns.width
        return Frame(0, 0, width, height, (*ground, *items), "lane", lane.id, lane.title)


def lane_band(
    setting: Setting, color: str, columns: Columns, height: float, shaded: bool
) -> tuple[Item, ...]:
    """Return what lies under a lane at (0, 0): a hairline on top, light uprights between stages.

    It is tinted behind the columns when `shaded`, or in its own colour, which a bar beside its name shows.
    """
    theme = setting.theme
    width = theme.rail + columns.width
    ground: list[Item] = []
    if shaded or color:
        fill = lane_ground(theme, color, theme.paper) if color else theme.band
        ground.append(Box(setting.rect(theme.rail, 0, width - theme.rail, height, width), 0, fill))
    if color:
        bar = setting.rect(-0.5, theme.lane_padding, BAR, height - 2 * theme.lane_padding, width)
        ground.append(Box(bar, BAR / 2, theme.shown(color)))
    line = Path((("M", 0.0, 0.0), ("L", width, 0.0)))
    ground.append(Shape(line, None, Stroke(theme.hairline, 0.8)))
    borders = stage_borders(setting, columns, height)
    if borders.commands:
        ground.append(Shape(borders, None, Stroke(theme.hairline, 0.6, (1.5, 3.0))))
    return tuple(ground)


def stage_borders(setting: Setting, columns: Columns, height: float) -> Path:
    """Return an upright line at every border between two stages, as one path."""
    rail, width = setting.theme.rail, setting.theme.rail + columns.width
    commands: list[Command] = []
    for _, start, _ in columns.stages[1:]:
        x = setting.x(rail + start, 0.0, width)
        commands += [("M", x, 2.0), ("L", x, height - 2.0)]
    return Path(tuple(commands))


def standing(setting: Setting, rail: Frame, width: float, height: float) -> Frame:
    """Return the rail as tall as its lane, at the leading side of a map `width` points wide."""
    return rail._replace(x=setting.x(0, rail.w, width), h=height)
