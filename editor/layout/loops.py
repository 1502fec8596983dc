"""Connections between stages: arcs above the header, the shorter ones inside the longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.layout.captions import caption
from editor.layout.setting import Setting
from editor.model.records import Connection
from editor.picture.frame import Box, Frame, Item, Shape
from editor.picture.geometry import Command, Path, Rect
from editor.picture.paint import Stroke
from editor.picture.words import TextBlock

TRACK = 17.0
"""Height of one track of arcs, in points; a label of one line fits into it."""
DROP = 12.0
"""How far the ends of the lowest arc reach down to the chevrons."""
BEND = 8.0
HEAD = 6.0
LABEL_PAD = 5.0


class Loop(NamedTuple):
    """A connection between two stages with the x of both ends in the loops' frame."""

    connection: Connection
    source: float
    target: float

    @property
    def low(self) -> float:
        """Return the smaller x."""
        return min(self.source, self.target)

    @property
    def high(self) -> float:
        """Return the larger x."""
        return max(self.source, self.target)


def tracks(loops: Sequence[Loop], wants: Sequence[float]) -> list[int]:
    """Return a track for each loop, 0 lowest: loops on one track do not overlap, shorter ones lie lower.

    `wants` is the width in points that each loop's label needs.
    """
    order = sorted(range(len(loops)), key=lambda i: (loops[i].high - loops[i].low, loops[i].connection.id))
    taken: list[list[tuple[float, float]]] = []
    result = [0] * len(loops)
    for i in order:
        low, high = _extent(loops[i], wants[i])
        level = next(
            (n for n, spans in enumerate(taken) if all(high < a or low > b for a, b in spans)), len(taken)
        )
        if level == len(taken):
            taken.append([])
        taken[level].append((low - BEND, high + BEND))
        result[i] = level
    return result


def _extent(loop: Loop, label: float) -> tuple[float, float]:
    middle, half = (loop.low + loop.high) / 2, max((loop.high - loop.low) / 2, label / 2)
    return middle - half, middle + half


def loops_frame(setting: Setting, loops: Sequence[Loop], width: float) -> Frame:
    """Return the arcs above the header at (0, 0); its lower edge is the upper edge of the chevrons."""
    texts = [caption(setting, loop.connection) for loop in loops]
    style = setting.styles.small._replace(align="center")
    wants = [setting.natural_width(t, style) + 2 * LABEL_PAD if t else 0.0 for t in texts]
    levels = tracks(loops, wants)
    height = (max(levels) + 1) * TRACK + DROP if loops else 0.0
    arcs: list[Item] = []
    for loop, text, want, level in zip(loops, texts, wants, levels, strict=True):
        y = height - DROP - level * TRACK - TRACK / 2 + 2.0
        arcs.append(_arc(setting, loop, _label(setting, text, want, loop, y, width), y, height))
    return Frame(0, 0, width, height, tuple(arcs), "loops")


def _label(setting: Setting, text: str, want: float, loop: Loop, y: float, width: float) -> TextBlock | None:
    if not text:
        return None
    style = setting.styles.small._replace(align="center")
    w = min(want - 2 * LABEL_PAD + 0.5, width)
    x = min(max((loop.low + loop.high) / 2 - w / 2, 0.0), width - w)
    h = style.size * style.leading
    return setting.fitted(text, style, Rect(x, y - h / 2, w, h), 1)


def _arc(setting: Setting, loop: Loop, label: TextBlock | None, y: float, bottom: float) -> Frame:
    color = setting.theme.connection
    place = Rect(loop.low, y, loop.high - loop.low, bottom - y)
    items: list[Item] = []
    if label is not None:
        place = place.united(label.rect)
        label = label._replace(rect=label.rect.moved(-place.x, -place.y))
        ground = Rect(label.rect.x - LABEL_PAD, label.rect.y, label.rect.w + 2 * LABEL_PAD, label.rect.h)
        items = [Box(ground, 0.0, setting.theme.paper), label]
    line = Shape(_outline(loop, y, bottom).moved(-place.x, -place.y), None, Stroke(color, 1.1, (3.2, 2.4)))
    head = Shape(_head(loop.target, bottom).moved(-place.x, -place.y), color)
    words = label.text if label else ""
    return Frame(*place, (line, head, *items), "connection", loop.connection.id, words)


def _outline(loop: Loop, y: float, bottom: float) -> Path:
    """Return the arc from the source up, across and down to the arrow head at the target."""
    a, b = loop.source, loop.target
    sign = 1.0 if b > a else -1.0
    bend = min(BEND, abs(b - a) / 2)
    k = bend * 0.45
    end = bottom - HEAD
    commands: tuple[Command, ...] = (
        ("M", a, bottom - 1.0),
        ("L", a, y + bend),
        ("C", a, y + k, a + sign * k, y, a + sign * bend, y),
        ("L", b - sign * bend, y),
        ("C", b - sign * k, y, b, y + k, b, y + bend),
        ("L", b, end),
    )
    return Path(commands)


def _head(x: float, tip: float) -> Path:
    return Path.polyline(
        [(x - HEAD * 0.6, tip - HEAD), (x + HEAD * 0.6, tip - HEAD), (x, tip - 0.5)], closed=True
    )
