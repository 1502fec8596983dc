"""Colour arithmetic: contrast after WCAG 2.1, inks that stay readable, tints on paper."""

from __future__ import annotations

from functools import lru_cache

Rgb = tuple[float, float, float]

CONTRAST = 4.5
"""The least contrast between text and its background (WCAG 2.1, level AA)."""


def channels(color: str) -> Rgb:
    """Return red, green and blue of "#rrggbb", each 0 to 1."""
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def hexed(rgb: Rgb) -> str:
    """Return "#rrggbb" for channels from 0 to 1."""
    return "#" + "".join(f"{round(v * 255):02x}" for v in rgb)


def luminance(color: str) -> float:
    """Return the relative luminance, 0 black to 1 white (WCAG 2.1 formula)."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1 formula)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(color: str, other: str, share: float) -> str:
    """Return `color` with `share` (0 to 1) of `other` mixed in."""
    pairs = zip(channels(color), channels(other), strict=True)
    red, green, blue = (a + (b - a) * share for a, b in pairs)
    return hexed((red, green, blue))


@lru_cache(maxsize=512)
def readable(color: str, background: str) -> str:
    """Return `color`, moved towards black or white just far enough to be read on `background`."""
    pole = "#000000" if luminance(background) > 0.18 else "#ffffff"
    for step in range(0, 101, 4):
        candidate = mixed(color, pole, step / 100)
        if contrast(candidate, background) >= CONTRAST:
            return candidate
    return pole


@lru_cache(maxsize=512)
def ink_on(background: str, dark: str = "#1f2a37") -> str:
    """Return white or `dark`, whichever reads on `background`; white wins when both do."""
    if contrast("#ffffff", background) >= CONTRAST:
        return "#ffffff"
    return readable(dark, background)


@lru_cache(maxsize=512)
def tint(color: str, paper: str, strength: float = 0.1) -> str:
    """Return paper with a breath of `color`: `strength` 0 gives paper, 1 the colour itself."""
    return mixed(paper, color, strength)


@lru_cache(maxsize=512)
def under_white(color: str, least: float = 3.0) -> str:
    """Return `color`, darkened just far enough that white signs on it reach the contrast `least`.

    3 is what WCAG 2.1 asks for graphical objects (success criterion 1.4.11).
    """
    for step in range(0, 101, 4):
        candidate = mixed(color, "#000000", step / 100)
        if contrast("#ffffff", candidate) >= least:
            return candidate
    return "#000000"
