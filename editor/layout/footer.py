"""The foot of the sheet: what the signs on this map mean, and its numbered notes."""

from __future__ import annotations

from collections.abc import Sequence

from editor.layout.lenders import Lenders
from editor.layout.looks import DASH, curve_stroke
from editor.layout.pieces import dots, mark, placed
from editor.layout.rail import replace_top
from editor.layout.setting import Setting
from editor.layout.signs import Signs
from editor.model.records import Note
from editor.picture.frame import Box, Frame, Item, Shape
from editor.picture.geometry import Path, Rect
from editor.picture.paint import Stroke

KEY = 22.0
"""Width of the sign before each legend text, in points."""
SPACE = 18.0
NOTE_COLUMN = 250.0


def footer(setting: Setting, signs: Signs, lenders: Lenders, width: float) -> Frame | None:
    """Return the foot at (0, 0), or None when there is nothing to say."""
    keys = _keys(setting, signs, lenders)
    items: list[Item] = []
    y = _add_rows(setting, keys, width, items)
    if lenders.notes:
        y = _add_notes(setting, lenders.notes, y + 6.0 if keys else 0.0, width, items)
    return Frame(0, 0, width, y, tuple(items), "legend") if items else None


def _keys(setting: Setting, signs: Signs, lenders: Lenders) -> list[Frame]:
    theme, words = setting.theme, setting.words
    area = Rect(0, 1.0, KEY, 8.5)
    keys: list[tuple[Item, str]] = []
    if len(signs.curves) > 1:
        names = [lenders.personas[i].name for i in signs.curves]
        keys += [
            (_line(lenders, ref, i), name)
            for i, (ref, name) in enumerate(zip(signs.curves, names, strict=True))
        ]
    if signs.area:
        keys.append((Box(area, 2.0, theme.above, Stroke(theme.good, 0.5)), words("legend_above")))
        keys.append((_hatched(setting, area), words("legend_below")))
    if signs.moment:
        keys.append((Box(area, 2.0, theme.strong), words("legend_moment")))
    if signs.severity:
        keys.append((dots(setting, 2)._replace(y=-1.1), words("legend_severity")))
    if signs.grades:
        keys.append((Box(area, 4.2, theme.pill, Stroke(theme.opportunity, 0.5)), words("legend_grades")))
    if signs.addresses:
        dotted = Path((("M", 0.0, 5.2), ("L", KEY, 5.2)))
        keys.append(
            (Shape(dotted, None, Stroke(theme.connection, 1.1, (1.2, 2.4))), words("legend_addresses"))
        )
    if signs.assumed:
        keys.append((Box(area, 3.0, theme.card, Stroke(theme.assumed, 0.8, DASH)), words("legend_assumed")))
    return [_key(setting, sign, text) for sign, text in keys]


def _line(lenders: Lenders, ref: str, index: int) -> Shape:
    path = Path((("M", 0.0, 5.2), ("L", KEY, 5.2)))
    return Shape(path, None, curve_stroke(lenders.persona_colors[ref], index))


def _hatched(setting: Setting, area: Rect) -> Frame:
    theme = setting.theme
    lines = [(("M", x, area.bottom), ("L", x + area.h, area.y)) for x in (0.5, 4.5, 8.5, 12.5)]
    strokes = Path(tuple(command for line in lines for command in line))
    ground = Box(area, 2.0, theme.below, Stroke(theme.bad, 0.5))
    return Frame(0, 0, KEY, area.bottom, (ground, Shape(strokes, None, Stroke(theme.hatch, 0.7))))


def _key(setting: Setting, sign: Item, text: str) -> Frame:
    style = setting.styles.small
    w = setting.natural_width(text, style) + 0.5
    whole = KEY + 6.0 + w
    block = setting.wrapped(text, style, setting.rect(KEY + 6.0, 0, w, 0, whole))
    at = setting.x(0, sign.w if isinstance(sign, Frame) else KEY, whole)
    inner = sign if isinstance(sign, Frame) else Frame(0, 0, KEY, 10.0, (sign,))
    return Frame(0, 0, whole, max(block.rect.h, 10.0), (inner._replace(x=at), block), "legend", "", text)


def _add_rows(setting: Setting, keys: Sequence[Frame], width: float, items: list[Item]) -> float:
    """Add the keys in rows that fit `width`; return where they end."""
    start, y, tallest = 0.0, 0.0, 0.0
    for key in keys:
        if start and start + key.w > width:
            start, y = 0.0, y + tallest + 4.0
        items.append(placed(setting, key, start, y, width))
        start, tallest = start + key.w + SPACE, max(tallest, key.h)
    return y + tallest


def _add_notes(setting: Setting, notes: Sequence[Note], y: float, width: float, items: list[Item]) -> float:
    """Add the heading and the notes in columns of about NOTE_COLUMN points; return where they end."""
    heading = setting.wrapped(setting.words("notes"), setting.styles.strong, Rect(0, y, width, 0))
    items.append(heading)
    per_row = max(1, int(width // NOTE_COLUMN))
    each = (width - SPACE * (per_row - 1)) / per_row
    y += heading.rect.h + 3.0
    for at in range(0, len(notes), per_row):
        row = [_note(setting, n, at + i + 1, each) for i, n in enumerate(notes[at : at + per_row])]
        items.extend(placed(setting, f, i * (each + SPACE), y, width) for i, f in enumerate(row))
        y += max(f.h for f in row) + 4.0
    return y


def _note(setting: Setting, note: Note, number: int, w: float) -> Frame:
    sign = mark(setting, number)
    room = setting.rect(sign.w + 5.0, 0, w - sign.w - 5.0, 0, w)
    block = setting.wrapped(note.text, setting.styles.small, replace_top(room, 0.4))
    items = (placed(setting, sign, 0, 0, w), block)
    return Frame(0, 0, w, max(sign.h, block.rect.bottom), items, "note", note.id, note.text)
