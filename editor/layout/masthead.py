"""The head of the sheet: title, scope, personas on the leading side; review and owners on the other."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from editor.layout.color import ink_on
from editor.layout.icons import circle
from editor.layout.lenders import Lenders, initials
from editor.layout.owner_tags import TAG, owner_tag
from editor.layout.pieces import image_size, mark, placed, scaled
from editor.layout.rail import replace_top
from editor.layout.setting import Setting
from editor.model.records import Image, Map, Owner, Persona
from editor.picture.frame import Bitmap, Box, Frame, Item
from editor.picture.geometry import Rect

AVATAR = 3.35
"""Diameter of a persona's picture, in em of the text beside it."""
ROW_GAP = 12.0
PERSONA_GAP = 30.0
WIDEST_PERSONA = 330.0
USUAL_WIDTH = 1250.0
"""The head of a map wider than this, in points, grows with its root, so that it stays a heading."""
LARGEST = 1.8
LOGO = 1.75
"""Height of the logo in em of the title."""
LOGO_GAP = 24.0
LONGEST_LOGO = 4.5
"""The most width of a logo, as a multiple of its height."""


def masthead(setting: Setting, sheet: Map, lenders: Lenders, width: float) -> Frame:
    """Return the head at (0, 0), `width` points wide."""
    setting = setting.enlarged(min(max(sqrt(width / USUAL_WIDTH), 1.0), LARGEST))
    title = _title(setting, sheet, lenders, width)
    items: list[Item] = [title]
    side = _side(setting, sheet, lenders, width * 0.42)
    lead_room = width - side.w - 24.0
    y = title.h + 3.0
    y_side = y + 2.0
    y = _add_lines(setting, sheet, y, lead_room, width, items)
    y = _add_personas(setting, lenders, y + 5.0, lead_room, width, items)
    items.append(side._replace(x=0.0 if setting.rtl else width - side.w, y=y_side))
    return Frame(0, 0, width, max(y, y_side + side.h) + 6.0, tuple(items), "masthead")


def _title(setting: Setting, sheet: Map, lenders: Lenders, width: float) -> Frame:
    """Return the title on the leading side of `width`, the logo on the other where there is one."""
    logo = _logo(setting, sheet, lenders)
    room = width - (logo.w + LOGO_GAP if logo else 0.0)
    words = sheet.title or setting.words("untitled_map")
    block = setting.fitted(words, setting.styles.title, setting.rect(0, 0, room, 0, width), 2, 12.0)
    logos = (placed(setting, logo, width - logo.w, 0.0, width),) if logo else ()
    tall = max(block.rect.h, logo.h if logo else 0.0)
    return Frame(0, 0, width, tall, (block, *logos), "title", sheet.id, block.text)


def _logo(setting: Setting, sheet: Map, lenders: Lenders) -> Frame | None:
    """Return the logo at (0, 0), as high as LOGO says; None without one."""
    image = lenders.images.get(sheet.logo)
    if image is None:
        return None
    tall = setting.styles.title.size * LOGO
    w, h = scaled(image_size(image.data), tall * LONGEST_LOGO, tall)
    photo = Bitmap(Rect(0, 0, w, h), image.id, image.data, image.media_type)
    return Frame(0, 0, w, h, (photo,), "logo", "", image.alt)


def _add_lines(setting: Setting, sheet: Map, y: float, room: float, width: float, items: list[Item]) -> float:
    """Add summary, goal and scope, a line or more each; return where they end."""
    for text in _lines(setting, sheet):
        block = setting.wrapped(text, setting.styles.quiet, setting.rect(0, y, room, 0, width))
        items.append(block)
        y += block.rect.h + 1.0
    return y


def _lines(setting: Setting, sheet: Map) -> list[str]:
    words = setting.words
    lines = [sheet.summary] if sheet.summary else []
    if sheet.goal:
        lines.append(words("goal", goal=sheet.goal))
    if sheet.begins and sheet.ends:
        lines.append(words("scope", begins=sheet.begins, ends=sheet.ends))
    elif sheet.begins or sheet.ends:
        key = "scope_from" if sheet.begins else "scope_to"
        lines.append(words(key, begins=sheet.begins, ends=sheet.ends))
    return lines


def _add_personas(
    setting: Setting, lenders: Lenders, y: float, room: float, width: float, items: list[Item]
) -> float:
    """Add the personas side by side, each as wide as its words ask for; return where they end."""
    frames = [
        _persona(setting, p, lenders, min(_wanted(setting, p), _widest(setting), room))
        for p in lenders.personas.values()
    ]
    for row in in_rows(frames, room, PERSONA_GAP):
        start = 0.0
        for frame in row:
            items.append(placed(setting, frame, start, y, width))
            start += frame.w + PERSONA_GAP
        y += max(frame.h for frame in row) + 6.0
    return y


def _widest(setting: Setting) -> float:
    """Return the most width a persona gets, in points."""
    return WIDEST_PERSONA * setting.styles.text.size / setting.theme.text


def _avatar_size(setting: Setting) -> float:
    return AVATAR * setting.styles.text.size


def _wanted(setting: Setting, persona: Persona) -> float:
    """Return the width in points that a persona's words take on one line each, avatar included."""
    styles = setting.styles
    texts = ((persona.name, styles.strong), (persona.summary, styles.quiet), (persona.goals, styles.quiet))
    widest = max((setting.natural_width(text, style) for text, style in texts if text), default=0.0)
    return _avatar_size(setting) + 10.0 + widest


def _persona(setting: Setting, persona: Persona, lenders: Lenders, w: float) -> Frame:
    avatar = _avatar_size(setting)
    room = setting.rect(avatar + 9.0, 0, w - avatar - 9.0, 0, w)
    name = setting.fitted(persona.name, setting.styles.strong, room, 2)
    items: list[Item] = [*_avatar(setting, persona, lenders, w), name]
    bottom = name.rect.h
    for text in (persona.summary, persona.goals):
        if text:
            block = setting.wrapped(text, setting.styles.quiet, replace_top(room, bottom))
            items.append(block)
            bottom += block.rect.h
    for sign in (mark(setting, number) for number in lenders.marks(persona.id)):
        items.append(placed(setting, sign, avatar - sign.w * 0.8, avatar - sign.h * 0.8, w))
    return Frame(0, 0, w, max(avatar, bottom), tuple(items), "persona", persona.id, persona.name)


def _avatar(setting: Setting, persona: Persona, lenders: Lenders, w: float) -> list[Item]:
    """Return the persona's picture, or a disc in its colour with its initials."""
    size = _avatar_size(setting)
    place = setting.rect(0, 0, size, size, w)
    image = lenders.images.get(persona.image)
    if image is not None:
        return [_portrait(image, place, size)]
    color = lenders.persona_colors[persona.id]
    ink = ink_on(color, setting.theme.ink)
    style = setting.styles.strong._replace(size=size * 0.36, color=ink, align="center")
    block = setting.fitted(initials(persona), style, place.grown(-3.0), 1)
    block = block._replace(rect=replace_top(block.rect, (size - block.rect.h) / 2))
    return [Box(place, size / 2, color), block]


def _portrait(image: Image, place: Rect, size: float) -> Frame:
    """Return the middle of a picture in a disc."""
    wide, high = covering(image_size(image.data), size)
    photo = Bitmap(
        Rect((size - wide) / 2, (size - high) / 2, wide, high), image.id, image.data, image.media_type
    )
    disc = circle(size / 2, size / 2, size / 2)
    return Frame(place.x, place.y, size, size, (photo,), "portrait", "", image.alt, "", disc)


def covering(pixels: tuple[int, int], side: float) -> tuple[float, float]:
    """Return (width, height) in points of a picture that just covers a square."""
    factor = side / min(pixels)
    return pixels[0] * factor, pixels[1] * factor


def _key(setting: Setting, lenders: Lenders, owner: Owner) -> Frame:
    """Return an owner's tag with the name behind it, as legends have."""
    style, factor = setting.styles.small, setting.styles.small.size / setting.theme.small
    tag = owner_tag(
        setting, lenders.owner_marks[owner.id], owner.name, lenders.owner_colors[owner.id], factor
    )
    w, start = setting.natural_width(owner.name, style) + 0.5, tag.w + 4.0 * factor
    block = setting.wrapped(owner.name, style, setting.rect(start, 0, w, 0, start + w))
    high = max(block.rect.h, TAG * factor)
    sign = placed(setting, tag, 0.0, (high - tag.h) / 2, start + w)
    return Frame(0, 0, start + w, high, (sign, block), "legend", "", owner.name)


def _side(setting: Setting, sheet: Map, lenders: Lenders, widest: float) -> Frame:
    """Return the trailing block: a line about the review, below it the owners' colours in rows."""
    text = _review(setting, sheet)
    style = setting.styles.small._replace(align="end")
    chips = [_key(setting, lenders, owner) for owner in lenders.owners.values()]
    line = setting.natural_width(text, style) + 0.5 if text else 0.0
    chips_width = sum(c.w for c in chips) + ROW_GAP * max(len(chips) - 1, 0)
    w = min(max(line, chips_width), widest)
    items: list[Item] = []
    y = 0.0
    if text:
        block = setting.wrapped(text, style, Rect(0, 0, w, 0))
        items.append(block)
        y = block.rect.h + 5.0
    for row in in_rows(chips, w, ROW_GAP):
        start = w - sum(c.w for c in row) - ROW_GAP * (len(row) - 1)
        for frame in row:
            items.append(placed(setting, frame, start, y, w))
            start += frame.w + ROW_GAP
        y += row[0].h + 4.0
    return Frame(0, 0, w, y, tuple(items), "legend")


def in_rows(frames: Sequence[Frame], width: float, gap: float) -> list[list[Frame]]:
    """Return the frames in rows that are at most `width` wide with `gap` between neighbours, in order."""
    rows: list[list[Frame]] = []
    filled = 0.0
    for frame in frames:
        if rows and filled + gap + frame.w <= width + 0.01:
            rows[-1].append(frame)
            filled += gap + frame.w
        else:
            rows.append([frame])
            filled = frame.w
    return rows


def _review(setting: Setting, sheet: Map) -> str:
    """Return team, version and review dates as one line, separated by middle dots."""
    words = setting.words
    parts = [sheet.team] if sheet.team else []
    if sheet.version:
        parts.append(words("version", version=words.number(sheet.version)))
    if sheet.reviewed:
        parts.append(words("reviewed", date=words.date(sheet.reviewed)))
    if sheet.next_review:
        parts.append(words("next_review", date=words.date(sheet.next_review)))
    return words("sep").join(parts)
