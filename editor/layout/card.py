"""One card: picture, badges, owner's name, words and marks, stacked in a rounded box.

All positions are relative to the card; `start` counts from the leading edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from editor.layout.color import readable
from editor.layout.icons import circle
from editor.layout.lenders import NOTHING, Borrowed, channel_badge
from editor.layout.looks import Look, look
from editor.layout.owner_tags import has_room_behind
from editor.layout.pieces import chip, dots, image_size, mark, pill, placed, scaled
from editor.layout.setting import Setting, height_of
from editor.layout.theme import Theme
from editor.model.records import Card, Image, Lane
from editor.picture.frame import Bitmap, Box, Frame, Item, Shape, Symbol
from editor.picture.geometry import Rect
from editor.picture.paint import Stroke
from editor.picture.words import TextBlock

PAD = 10.0
"""Room between a card's edge and its words, leading and trailing, in points."""
TOP = 6.5
"""Room above and below the words, in points."""
RADIUS = 8.0
BAR = 3.0
ICON = 16.0
SIGN = 9.6
"""The most points a side of a channel's own picture takes inside its ring."""
TAG_GAP = 1.0
"""The least room between words and an owner's tag, in points, beside what TAG_END leaves."""
TAG_END = PAD - 3.0
"""How far an owner's tag stands from the trailing edge, in points."""
TALLEST_IMAGE = 84.0
PLAIN_KINDS = ("actions", "thoughts", "text", "notes", "owners")
"""Lanes whose cards may be a box with words and nothing else."""


content = attrgetter("text", "moment_of_truth", "evidence", "pain", "opportunity")
"""Returns what a card's frame depends on beside its id and what it borrows: not where the card stands."""


@dataclass(slots=True)
class Sheet:
    """A card in the making: what stands on it, how far down it is filled, what its sides have taken."""

    setting: Setting
    width: float
    look: Look
    start: float
    items: list[Item]
    y: float = TOP
    trail: float = PAD

    @property
    def room(self) -> float:
        """Return the width that words may take."""
        return self.width - self.start - self.trail

    def rect(self) -> Rect:
        """Return the rectangle that words may take at the present height."""
        return Rect(self.setting.x(self.start, self.room, self.width), self.y, self.room, 0.0)

    def stack(self, frame: Frame, gap: float) -> None:
        """Put a small frame at the leading side and go on below it."""
        self.items.append(placed(self.setting, frame, self.start, self.y, self.width))
        self.y += frame.h + gap

    def hang(self, frame: Frame) -> None:
        """Put a small frame at the trailing side, before what already hangs there."""
        start = self.width - self.trail - frame.w
        self.items.append(placed(self.setting, frame, start, self.y, self.width))
        self.trail += frame.w + 4.0


def card_frame(
    setting: Setting, card: Card, lane: Lane, width: float, borrowed: Borrowed, y: float = 0.0
) -> Frame:
    """Return the frame of `card` in a column `width` points wide, at (0, y); its height follows."""
    assumed = card.evidence is not None and card.evidence.level == "assumed"
    if borrowed is NOTHING and not assumed and lane.lane_kind in PLAIN_KINDS and _is_plain(card):
        return _plain(setting, card, lane, width, y)
    dress = look(setting.theme, lane.lane_kind, borrowed.owner_color, assumed, lane.color)
    sheet = Sheet(setting, width, dress, PAD + BAR if dress.accent else PAD, [])
    if borrowed.image is not None:
        _image(sheet, borrowed.image.id, borrowed.image.data, borrowed.image.media_type)
    if card.moment_of_truth:
        _moment(sheet)
    if borrowed.owner is not None and lane.lane_kind == "owners":
        _owner(sheet, borrowed.owner.name, borrowed.owner_color)
    _words(sheet, card, lane, borrowed)
    if card.opportunity is not None or borrowed.personas:
        _foot(sheet, card, borrowed, lane)
    elif borrowed.tag is not None and lane.lane_kind != "owners":
        _tag(sheet, borrowed.tag)
    height = sheet.y + TOP
    items = (*_body(sheet, height), *sheet.items)
    return Frame(0.0, y, width, height, items, "card", card.id, card.text)


def _is_plain(card: Card) -> bool:
    return not (card.moment_of_truth or card.pain or card.opportunity) and card.text != ""


def _plain(setting: Setting, card: Card, lane: Lane, width: float, y: float) -> Frame:
    """Return a card that has nothing but words: what `card_frame` would make of it, in fewer steps.

    Most cards of large maps are like that, and opening a map waits for all of them.
    """
    style, inner, text = setting.styles.text, width - 2 * PAD, card.text
    shaped = setting.shaper.layout(text, style.face, setting.base, inner / style.size)
    tall = height_of(style, shaped.line_count)
    height = TOP + tall + TOP
    block = TextBlock(Rect(PAD, TOP, inner, tall), text, style, setting.rtl, shaped)
    box = _plain_box(setting.theme, lane.lane_kind, width, height)
    return Frame(0.0, y, width, height, (box, block), "card", card.id, text)


@lru_cache(maxsize=1024)
def _plain_box(theme: Theme, lane_kind: str, width: float, height: float) -> Box:
    dress = look(theme, lane_kind, "", False)
    return Box(Rect(0.0, 0.0, width, height), RADIUS, dress.fill, dress.edge)


def _body(sheet: Sheet, height: float) -> tuple[Box, ...]:
    dress, width = sheet.look, sheet.width
    if not dress.accent:
        return (Box(Rect(0.0, 0.0, width, height), RADIUS, dress.fill, dress.edge),)
    inner = sheet.setting.rect(BAR, 0.0, width - BAR, height, width)
    return (
        Box(Rect(0.0, 0.0, width, height), RADIUS - 3, dress.accent),
        Box(inner, RADIUS - 4, dress.fill, dress.edge),
    )


def _image(sheet: Sheet, digest: str, data: bytes, media_type: str) -> None:
    w, h = scaled(image_size(data), sheet.room, TALLEST_IMAGE)
    place = sheet.setting.rect(sheet.start, sheet.y, w, h, sheet.width)
    sheet.items.append(Bitmap(place, digest, data, media_type))
    sheet.y += h + 4.0


def _moment(sheet: Sheet) -> None:
    setting, theme = sheet.setting, sheet.setting.theme
    text = setting.words("moment_of_truth")
    sheet.stack(pill(setting, text, theme.strong, theme.strong_ink, sheet.room), 3.0)


def _owner(sheet: Sheet, name: str, color: str) -> None:
    style = sheet.setting.styles.strong._replace(color=readable(color, sheet.look.fill), size=8.5)
    block = sheet.setting.fitted(name, style, sheet.rect(), 2)
    sheet.items.append(block)
    sheet.y += block.rect.h + 0.5


def _words(sheet: Sheet, card: Card, lane: Lane, borrowed: Borrowed) -> None:
    """Add the card's text, its channel badge before it, its severity and note marks behind it."""
    setting, tall = sheet.setting, 0.0
    if lane.lane_kind == "touchpoints":
        sheet.y += 2.5 if card.moment_of_truth else 0.0
        sheet.items.append(_channel(sheet, borrowed))
        sheet.start, tall = sheet.start + ICON + 4.0, ICON - 3.0
    for number in reversed(borrowed.marks):
        sheet.hang(mark(setting, number))
    if card.pain is not None:
        sheet.hang(dots(setting, card.pain.severity))
    if card.text:
        style = setting.styles.quiet if sheet.look.quiet else setting.styles.text
        block = setting.wrapped(card.text, style, sheet.rect())
        sheet.items.append(block)
        tall = max(tall, block.rect.h)
    elif borrowed.owner is None or lane.lane_kind != "owners":
        tall = max(tall, setting.theme.text * 1.4)
    sheet.y += tall


def _tag(sheet: Sheet, tag: Frame) -> None:
    """Add the owner's tag at the end of the last line, below the words where that line leaves no room."""
    words = sheet.items[-1] if sheet.items else None
    trail, middle = sheet.trail - PAD + TAG_END, sheet.y - sheet.setting.theme.text * 0.7
    if isinstance(words, TextBlock):
        pitch = words.style.size * words.style.leading
        trail = TAG_END if words.rect.h > pitch * 1.5 else trail
        middle = words.rect.bottom - pitch / 2
        if not has_room_behind(sheet.setting, words, tag.w + TAG_GAP):
            trail, middle = TAG_END, sheet.y + 3.0 + tag.h / 2
            sheet.y += 3.0 + tag.h
    start = sheet.width - trail - tag.w
    sheet.items.append(placed(sheet.setting, tag, start, middle - tag.h / 2, sheet.width))


def _channel(sheet: Sheet, borrowed: Borrowed) -> Item:
    """Return the badge of the card's channel before its words, or the channel's own picture in a ring."""
    setting = sheet.setting
    if borrowed.sign is not None:
        return _sign(sheet, borrowed.sign, borrowed.owner_color or setting.theme.neutral)
    art = borrowed.badge or channel_badge(setting, "", borrowed.owner_color)
    return Symbol(setting.x(sheet.start - 2.0, ICON, sheet.width), sheet.y - 1.5, ICON, art)


def _sign(sheet: Sheet, image: Image, color: str) -> Frame:
    """Return the picture of a channel inside a ring of its owner's colour."""
    setting = sheet.setting
    wide, high = scaled(image_size(image.data), SIGN, SIGN)
    place = Rect((ICON - wide) / 2, (ICON - high) / 2, wide, high)
    ring = Shape(circle(ICON / 2, ICON / 2, ICON / 2 - 0.6), setting.theme.card, Stroke(color, 1.2))
    photo = Bitmap(place, image.id, image.data, image.media_type)
    x = setting.x(sheet.start - 2.0, ICON, sheet.width)
    return Frame(x, sheet.y - 1.5, ICON, ICON, (ring, photo), "sign", "", image.alt)


def _foot(sheet: Sheet, card: Card, borrowed: Borrowed, lane: Lane) -> None:
    """Add a last row: the opportunity's grades, the personas that the card is about, and its owner's tag."""
    setting, start, tallest = sheet.setting, sheet.start, 0.0
    sheet.y += 3.0
    for frame in _foot_frames(sheet, card, borrowed):
        sheet.items.append(placed(setting, frame, start, sheet.y, sheet.width))
        start += frame.w + 4.0
        tallest = max(tallest, frame.h)
    tag = borrowed.tag if lane.lane_kind != "owners" else None
    if tag is not None:
        end = sheet.width - TAG_END - tag.w
        sheet.y += 0.0 if start <= end else tallest + 3.0
        sheet.items.append(placed(setting, tag, end, sheet.y + max(tallest - tag.h, 0.0) / 2, sheet.width))
        tallest = max(tallest, tag.h) if start <= end else tag.h
    sheet.y += tallest


def _foot_frames(sheet: Sheet, card: Card, borrowed: Borrowed) -> list[Frame]:
    setting, theme = sheet.setting, sheet.setting.theme
    frames = [chip(setting, text, color) for text, color in borrowed.personas]
    if card.opportunity is not None:
        words, found = setting.words, card.opportunity
        text = words("impact_effort", impact=words(found.impact), effort=words(found.effort))
        frames.insert(0, pill(setting, text, theme.pill, readable(theme.opportunity, theme.pill), sheet.room))
    return frames
