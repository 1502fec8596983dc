"""Small parts that stand on cards and in legends: pills, severity dots, note marks, chips, avatars."""

from __future__ import annotations

import struct
from functools import lru_cache

from editor.layout.color import ink_on
from editor.layout.setting import Setting
from editor.picture.frame import Box, Frame
from editor.picture.geometry import Rect
from editor.picture.paint import Stroke

DOT = 5.0
PILL_PAD = 6.0
MARK = 1.62
"""Height of a note's mark, in em of its number."""


def pill(setting: Setting, text: str, fill: str, ink: str, widest: float) -> Frame:
    """Return a pill with `text` on `fill`, no wider than `widest` points."""
    style = setting.styles.tiny._replace(color=ink)
    w = min(setting.natural_width(text, style) + 2 * PILL_PAD + 0.5, widest)
    block = setting.fitted(text, style, Rect(PILL_PAD, 1.8, w - 2 * PILL_PAD, 0), 2, 5.5)
    h = block.rect.h + 3.6
    return Frame(0, 0, w, h, (Box(Rect(0, 0, w, h), min(h / 2, 6.2), fill), block), "badge", "", text)


def dots(setting: Setting, severity: int) -> Frame:
    """Return three dots, `severity` of them filled; the others are rings, so that grey print shows it."""
    color, paper = setting.theme.pain, setting.theme.pain_fill
    w = 3 * DOT + 2 * 2.0
    return Frame(
        0,
        0,
        w,
        12.6,
        tuple(_dot(setting, i, severity, color, paper, w) for i in range(3)),
        "severity",
        "",
        str(severity),
    )


def _dot(setting: Setting, index: int, severity: int, color: str, paper: str, w: float) -> Box:
    rect = setting.rect(index * (DOT + 2.0), 3.9, DOT, DOT, w)
    if index < severity:
        return Box(rect, DOT / 2, color, Stroke(color, 0.8))
    return Box(rect, DOT / 2, paper, Stroke(color, 0.8))


def mark(setting: Setting, number: int) -> Frame:
    """Return the small numbered disc of a note."""
    theme = setting.theme
    style = setting.styles.tiny._replace(color=ink_on(theme.neutral, theme.ink))
    text, high = setting.words.number(str(number)), MARK * style.size
    w = max(high, setting.natural_width(text, style) + 5)
    block = setting.wrapped(text, style, Rect(0, (high - style.size * style.leading) / 2, w, 0))
    return Frame(0, 0, w, high, (Box(Rect(0, 0, w, high), high / 2, theme.neutral), block), "mark", "", text)


def chip(setting: Setting, text: str, color: str) -> Frame:
    """Return a disc or capsule with a persona's initials."""
    style = setting.styles.tiny._replace(color=ink_on(color, setting.theme.ink), size=6.2)
    w = max(13.0, setting.natural_width(text, style) + 7)
    block = setting.wrapped(text, style, Rect(0, 2.2, w, 0))
    return Frame(0, 0, w, 13.0, (Box(Rect(0, 0, w, 13.0), 6.5, color), block), "badge", "", text)


def placed(setting: Setting, frame: Frame, start: float, y: float, width: float) -> Frame:
    """Return `frame` moved to `start` points after the leading edge of `width`, at height `y`."""
    return frame.at(setting.x(start, frame.w, width), y)


@lru_cache(maxsize=256)
def image_size(data: bytes) -> tuple[int, int]:
    """Return (width, height) in pixels of a PNG or JPEG; unreadable bytes count as a square."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width or 1, height or 1
    return _jpeg_size(data) or (1, 1)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk the segments of a JPEG (ITU T.81, annex B) to its frame header."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width or 1, height or 1
        at += 2 + length
    return None


def scaled(size: tuple[int, int], widest: float, tallest: float) -> tuple[float, float]:
    """Return (width, height) in points of a picture of `size` pixels that fits both limits."""
    factor = min(widest / size[0], tallest / size[1])
    return size[0] * factor, size[1] * factor
