"""The header of the map: stage chevrons along the time axis, their glosses, and the titles of steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from editor.layout.color import ink_on, mixed, readable
from editor.layout.columns import Columns
from editor.layout.lenders import Lenders
from editor.layout.pieces import mark, placed
from editor.layout.rail import replace_top
from editor.layout.setting import Setting
from editor.model.records import Stage, Step
from editor.picture.frame import Box, Frame, Item, Shape
from editor.picture.geometry import Path, Rect
from editor.picture.words import REGULAR, TextBlock

TIP = 11.0
"""How far a chevron's point reaches, and its notch, in points."""
SEAM = 2.5
"""The gap between two chevrons."""
SMALLEST = 34.0
STEP_HEIGHT = 20.0


def header_frame(
    setting: Setting, stages: Sequence[Stage], moments: Mapping[str, bool], columns: Columns, lenders: Lenders
) -> Frame:
    """Return the header at (0, 0): a row of stages, then glosses and step titles where there are any.

    `moments` tells for each stage id whether a moment of truth stands in it.
    """
    width = setting.theme.rail + columns.width
    spans = {stage: (start, w) for stage, start, w in columns.stages}
    shown = [(i, s, *spans[s.id]) for i, s in enumerate(stages, 1) if s.id in spans]
    tallest = max((_title(setting, s, w, 0.0).rect.h for _, s, _, w in shown), default=0.0)
    height = max(SMALLEST, tallest + 14.0)
    items: list[Item] = [
        _stage(setting, number, stage, (start, w, height), moments.get(stage.id, False), lenders, width)
        for number, stage, start, w in shown
    ]
    bottom = height + 4.0
    bottom += _add_glosses(setting, [(s, start, w) for _, s, start, w in shown], bottom, width, items)
    bottom += _add_steps(setting, columns, bottom, width, items)
    return Frame(0, 0, width, bottom + 4.0, tuple(items), "header")


def _title_room(setting: Setting, w: float, h: float) -> Rect:
    lead, trail = TIP + 22.0, TIP + 2.0
    return Rect(setting.x(lead, w - lead - trail, w), 0.0, w - lead - trail, h)


def _title(setting: Setting, stage: Stage, w: float, h: float) -> TextBlock:
    text, room = stage.title or setting.words("untitled_stage"), _title_room(setting, w, h)
    block = setting.fitted(text, setting.styles.stage, room, 3)
    if " (" in text and block.shaped.line_count > 1:
        # A gloss in brackets goes to a line of its own rather than break inside.
        parted = setting.fitted(text.replace(" (", "\n("), setting.styles.stage, room, 3)
        block = parted._replace(text=text) if parted.style.size >= block.style.size else block
    return block._replace(rect=replace_top(block.rect, (h - block.rect.h) / 2)) if h else block


def _stage(
    setting: Setting,
    number: int,
    stage: Stage,
    place: tuple[float, float, float],
    strong: bool,
    lenders: Lenders,
    width: float,
) -> Frame:
    """Return one chevron; `place` is (start, width, height) on the content."""
    start, w, h = place
    theme = setting.theme
    fill = theme.shown(stage.color) or (theme.strong if strong else theme.stage)
    ink = _ink(setting, stage, strong, fill)
    title = _title(setting, stage, w, h)
    title = title._replace(style=title.style._replace(color=ink))
    figure = setting.styles.text._replace(color=readable(mixed(ink, fill, 0.25), fill), face=REGULAR)
    count = setting.wrapped(setting.words.number(str(number)), figure, setting.rect(TIP + 7.0, 0, 16, 0, w))
    count = count._replace(
        rect=replace_top(count.rect, title.rect.y + (title.style.size - figure.size) * 1.06 + 0.2)
    )
    items: tuple[Item, ...] = (Shape(_chevron(setting, w, h), fill), count, title)
    for note in lenders.marks(stage.id):
        items = (*items, placed(setting, mark(setting, note), w - TIP - 14.0, 2.0, w))
    x = setting.x(theme.rail + start, w, width)
    return Frame(x, 0.0, w, h, items, "stage", stage.id, title.text)


def _ink(setting: Setting, stage: Stage, strong: bool, fill: str) -> str:
    if stage.color:
        return ink_on(fill, setting.theme.ink)
    return setting.theme.strong_ink if strong else setting.theme.stage_ink


def _chevron(setting: Setting, w: float, h: float) -> Path:
    """Return the arrow-shaped outline of a stage, its point at the trailing side."""
    right = w + TIP - SEAM
    logical = [(0.0, 0.0), (right - TIP, 0.0), (right, h / 2), (right - TIP, h), (0.0, h), (TIP, h / 2)]
    points = [(w - x, y) for x, y in logical] if setting.rtl else logical
    return Path.polyline(points, closed=True)


def _add_glosses(
    setting: Setting, shown: Sequence[tuple[Stage, float, float]], y: float, width: float, items: list[Item]
) -> float:
    """Add the stages' summaries below their chevrons; return the height of that row, 0 without any."""
    tallest = 0.0
    for stage, start, w in shown:
        if stage.summary:
            room = setting.rect(setting.theme.rail + start + 10.0, y, w - 20.0, 0.0, width)
            block = setting.wrapped(stage.summary, setting.styles.small, room)
            items.append(block)
            tallest = max(tallest, block.rect.h + 4.0)
    return tallest


def _add_steps(setting: Setting, columns: Columns, y: float, width: float, items: list[Item]) -> float:
    """Add a row with the titles of steps; return its height, 0 where no step has a title."""
    titled = [column for column in columns.all if column.step.title]
    frames = [_step(setting, c.step, setting.theme.rail + c.x, c.w, width) for c in titled]
    tallest = max((frame.h for frame in frames), default=0.0)
    items.extend(frame._replace(y=y, h=tallest) for frame in frames)
    return tallest + 2.0 if frames else 0.0


def _step(setting: Setting, step: Step, start: float, w: float, width: float) -> Frame:
    theme = setting.theme
    style = setting.styles.strong._replace(size=8.2, color=theme.stage_ink, align="center")
    block = setting.fitted(step.title, style, Rect(6.0, 3.0, w - 12.0, 0.0), 2)
    height = max(block.rect.h + 6.0, STEP_HEIGHT)
    block = block._replace(rect=replace_top(block.rect, (height - block.rect.h) / 2))
    ground = Box(Rect(0, 0, w, height), 5.0, mixed(theme.stage, theme.paper, 0.45))
    return Frame(setting.x(start, w, width), 0, w, height, (ground, block), "step", step.id, step.title)
