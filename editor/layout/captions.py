"""The words on connections, and the gutters that must grow to hold them."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from editor.layout.setting import Setting
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane
from editor.picture.geometry import Rect
from editor.picture.words import TextBlock

WIDEST_LABEL = 220.0
NARROW_LABEL = 66.0
"""Width in points of a label that stands in a gutter; it wraps to a few lines there."""
AIR = 3.0
"""Room between a label's words and the line it interrupts, on either side."""
SHAFT = 9.0
"""The least line that shows before and behind a label in a gutter; an arrow head needs so much."""


def caption(setting: Setting, connection: Connection) -> str:
    """Return what stands on a connection: its kind in words and its text, either or none."""
    kind = setting.words(connection.connection_kind)
    if kind and connection.text:
        return setting.words("connection_with_text", kind=kind, text=connection.text)
    return connection.text or kind


def label_block(setting: Setting, connection: Connection, *, narrow: bool) -> TextBlock | None:
    """Return the words of a connection at (0, 0): on one line, or a few when `narrow`; None without any."""
    text = caption(setting, connection)
    if not text:
        return None
    style = setting.styles.small._replace(align="center", color=setting.theme.ink)
    natural = setting.natural_width(text, style) + 0.5
    block = setting.fitted(
        text, style, Rect(0, 0, min(natural, NARROW_LABEL if narrow else WIDEST_LABEL), 0), 4 if narrow else 1
    )
    widest = max(line.width for line in block.shaped.lines) * block.style.size + 0.5
    return block._replace(rect=Rect(0, 0, widest, block.rect.h))


def neighbours(journey: Journey, connection: Connection) -> int | None:
    """Return the number of the gutter between two cards of one lane in adjoining columns, else None.

    Gutter k lies behind column k, counted in reading order.
    """
    first, second = journey.get(connection.source), journey.get(connection.target)
    if not (isinstance(first, Card) and isinstance(second, Card)) or first.lane != second.lane:
        return None
    if journey.column(second.step) < journey.column(first.step):
        first, second = second, first
    behind = journey.column(first.step) + first.span - 1
    return behind if journey.column(second.step) == behind + 1 else None


def wide_gutters(setting: Setting, journey: Journey) -> tuple[tuple[int, float], ...]:
    """Return (gutter, width in points) of each gutter that holds a label."""
    hidden = {lane.id for lane in journey.all(Lane) if lane.hidden or lane.collapsed}
    wanted: dict[int, float] = {}
    for connection in journey.all(Connection):
        gutter = neighbours(journey, connection)
        block = None if gutter is None else label_block(setting, connection, narrow=True)
        if gutter is None or block is None or journey.one(Card, connection.source).lane in hidden:
            continue
        wanted[gutter] = max(wanted.get(gutter, 0.0), block.rect.w + 2 * (AIR + SHAFT))
    return tuple(sorted((gutter, float(ceil(width))) for gutter, width in wanted.items()))


def gutters(usual: float, wide: Mapping[int, float], columns: int) -> tuple[float, ...]:
    """Return the widths of the gutters before, between and behind `columns` columns."""
    if not columns:
        return (usual,)
    return (usual, *(max(usual, wide.get(i, 0.0)) for i in range(columns - 1)), usual)
