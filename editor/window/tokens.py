"""The colours and measures of the window, light and dark; the paper on the canvas keeps its own."""

from __future__ import annotations

from typing import NamedTuple

GRID = 8
"""Spaces are multiples of this many pixels, half of it inside controls."""


class Tokens(NamedTuple):
    """The inks and grounds of one window theme, each "#rrggbb"; every ink reads on its grounds at 4.5:1."""

    dark: bool
    panel: str
    desk: str
    raised: str
    field: str
    line: str
    edge: str
    ink: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_ink: str
    ring: str
    link: str
    soft: str
    soft_ink: str
    hover: str
    danger: str
    caution: str


LIGHT = Tokens(
    dark=False,
    panel="#ffffff",
    desk="#e8eaee",
    raised="#ffffff",
    field="#f3f4f7",
    line="#e3e6eb",
    edge="#d4d9e1",
    ink="#1b2733",
    muted="#5a6575",
    faint="#98a1ae",
    accent="#2a6fdb",
    accent_hover="#2161c4",
    accent_ink="#ffffff",
    ring="#2a6fdb",
    link="#1f5fc4",
    soft="#dfebfb",
    soft_ink="#173f7d",
    hover="#eff2f6",
    danger="#b3261e",
    caution="#b84e00",
)

DARK = Tokens(
    dark=True,
    panel="#262a31",
    desk="#14171b",
    raised="#2d323a",
    field="#1c2026",
    line="#363c45",
    edge="#454c57",
    ink="#e8ebf0",
    muted="#a9b2bf",
    faint="#727b89",
    accent="#2f6edb",
    accent_hover="#275fc4",
    accent_ink="#ffffff",
    ring="#78a9ff",
    link="#8ab6ff",
    soft="#2b3f5c",
    soft_ink="#d6e5ff",
    hover="#30363f",
    danger="#ff9a90",
    caution="#ffb37a",
)
