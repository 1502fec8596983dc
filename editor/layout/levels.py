"""The ground of an emotion lane: its scale, with a line and a word for every level."""

from __future__ import annotations

from typing import NamedTuple

from editor.layout.columns import Columns
from editor.layout.rail import RAIL_END, standing
from editor.layout.setting import Setting
from editor.model.records import Lane
from editor.picture.frame import Box, Frame, Item, Shape
from editor.picture.geometry import Path, Rect
from editor.picture.paint import Stroke

LEVEL_GAP = 27.0
"""Distance between two levels, in points, unless the lane's height says otherwise."""
TALLEST_SCALE = 150.0
HEADROOM = 34.0
"""Room above the top level and below the bottom one, for faces and their labels."""
LEVEL_DOT = 5.0


class Scale(NamedTuple):
    """The vertical scale of an emotion lane: y of the top level, y of the bottom one, labels, colours."""

    top: float
    bottom: float
    levels: tuple[str, ...]
    tones: tuple[str, ...] = ()

    def tone(self, value: float) -> str:
        """Return the colour that people gave the level nearest to an emotion, "" where they gave none."""
        return self.tone_of(round((1.0 - value) / 2.0 * (len(self.levels) - 1)))

    def tone_of(self, index: int) -> str:
        """Return the colour that people gave the level with that index, "" where they gave none."""
        return self.tones[index] if index < len(self.tones) else ""

    def y(self, value: float) -> float:
        """Return the y of an emotion from -1 to 1."""
        return self.top + (1.0 - value) / 2.0 * (self.bottom - self.top)

    def level_y(self, index: int) -> float:
        """Return the y of the level with that index, 0 at the top."""
        return self.top + (self.bottom - self.top) * index / (len(self.levels) - 1)

    def taller(self) -> Scale:
        """Return the scale with more room above it and between its levels."""
        return self._replace(top=self.top + 12.0, bottom=self.bottom + 40.0)


def scale_of(lane: Lane, levels: tuple[str, ...], rail_height: float, tones: tuple[str, ...] = ()) -> Scale:
    """Return a scale whose first level clears the words of the rail."""
    top = max(HEADROOM, rail_height + 2.0)
    usual = min(LEVEL_GAP * (len(levels) - 1), TALLEST_SCALE)
    span = max((lane.height or 0.0) - top - HEADROOM, usual, 14.0 * (len(levels) - 1))
    return Scale(top, top + span, levels, tones)


class Ground(NamedTuple):
    """What stands in an emotion lane whatever its curves are: rail, lines of the scale, empty cells."""

    rail: Frame
    lines: Frame
    cells: tuple[Frame, ...]


def ground(setting: Setting, rail: Frame, lane: Lane, scale: Scale, columns: Columns) -> Ground:
    """Return what stands in the lane whatever its curves are; `rail` is as tall as its words need."""
    width, height = setting.theme.rail + columns.width, scale.bottom + HEADROOM
    return Ground(
        standing(setting, _levels_on(setting, rail, scale), width, height),
        _lines(setting, lane, scale, columns, width),
        tuple(_cells(setting, lane, columns, width, height)),
    )


def _levels_on(setting: Setting, rail: Frame, scale: Scale) -> Frame:
    """Return the rail with the level labels at its trailing side."""
    room = rail.w - 2 * RAIL_END
    style = setting.styles.small._replace(align="end")
    items: list[Item] = list(rail.items)
    for index, label in enumerate(scale.levels):
        place_ = Rect(setting.x(RAIL_END, room, rail.w), 0.0, room, 0.0)
        block = setting.fitted(label, style, place_, 1)
        y = scale.level_y(index) - block.rect.h / 2
        items.append(block._replace(rect=Rect(place_.x, y, room, block.rect.h)))
    return rail._replace(items=tuple(items))


def _lines(setting: Setting, lane: Lane, scale: Scale, columns: Columns, width: float) -> Frame:
    """Return the frame of the scale: a frame per level that holds its line, and the neutral line."""
    theme, w = setting.theme, columns.width
    left, top = setting.x(theme.rail, w, width), scale.level_y(0)
    line = Shape(_flat(w), None, Stroke(theme.hairline, 0.6))
    items: list[Item] = [
        Frame(0, scale.level_y(i) - top, w, 0, (line, *_dot(setting, scale, i, w)), "level", lane.id, label)
        for i, label in enumerate(scale.levels)
    ]
    neutral = Shape(_flat(w).moved(0, scale.y(0.0) - top), None, Stroke(theme.neutral, 0.7, (4.0, 3.0)))
    return Frame(left, top, w, scale.bottom - scale.top, (*items, neutral), "scale", lane.id)


def _dot(setting: Setting, scale: Scale, index: int, w: float) -> tuple[Box, ...]:
    """Return a dot in the level's own colour where its line begins, nothing where it has none."""
    tone = scale.tone_of(index)
    place = Rect(setting.x(0.0, LEVEL_DOT, w), -LEVEL_DOT / 2, LEVEL_DOT, LEVEL_DOT)
    return (Box(place, LEVEL_DOT / 2, setting.theme.shown(tone)),) if tone else ()


def _flat(w: float) -> Path:
    return Path((("M", 0.0, 0.0), ("L", w, 0.0)))


def _cells(setting: Setting, lane: Lane, columns: Columns, width: float, height: float) -> list[Frame]:
    """Return an empty cell per column, so that a place on the curve can be pointed at and walked to."""
    rail, pad = setting.theme.rail, setting.theme.lane_padding
    return [
        Frame(
            setting.x(rail + c.x, c.w, width),
            pad,
            c.w,
            height - 2 * pad,
            (),
            "cell",
            f"{lane.id}|{c.step.id}",
        )
        for c in columns.all
    ]
