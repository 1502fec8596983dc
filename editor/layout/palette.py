"""Colours that are told apart and read: distances, tones of grey, grounds that words stand on.

Contrast is the ratio of WCAG 2.x (see `editor.layout.color`). Distances are Euclidean in OKLab (Björn
Ottosson, "A perceptual color space for image processing", 2020), times 100: about 2 is just noticed, black
and white are 100 apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import dist

from editor.layout.color import CONTRAST, Rgb, channels, contrast, hexed, luminance, mixed, under_white

DISTINCT = 8.0
"""The least distance of two colours that stand for two things."""
SHAPES = 3.0
"""The least contrast of lines and signs with what is behind them (WCAG 2.1, success criterion 1.4.11)."""


@lru_cache(maxsize=4096)
def oklab(color: str) -> Rgb:
    """Return lightness (0 to 1) and the two opponent colours of "#rrggbb" in OKLab."""
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels(color))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def distance(one: str, other: str) -> float:
    """Return how far apart two colours look, 0 to about 100."""
    return 100 * dist(oklab(one), oklab(other))


@lru_cache(maxsize=512)
def grey(color: str) -> str:
    """Return the grey of the same luminance, so that its contrast with anything is that of `color`."""
    linear = luminance(color)
    level = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return hexed((level, level, level))


@lru_cache(maxsize=64)
def level_ink(color: str, paper: str) -> str:
    """Return the colour of a level of emotion, as dark as lines on the paper must be."""
    return readable_on(color, (paper,), SHAPES)


def readable_on(color: str, grounds: Iterable[str], least: float = CONTRAST) -> str:
    """Return `color`, darkened or lightened just far enough for the contrast `least` with all `grounds`.

    Black or white, whichever is better, where no shade of it is enough.
    """
    behind = tuple(grounds)
    shades = (mixed(color, pole, step / 50) for step in range(51) for pole in ("#000000", "#ffffff"))
    found = next((shade for shade in shades if _worst(shade, behind) >= least), None)
    return found or max(("#000000", "#ffffff"), key=lambda pole: _worst(pole, behind))


def _worst(color: str, grounds: Sequence[str]) -> float:
    return min((contrast(color, ground) for ground in grounds), default=21.0)


def apart(color: str, others: Sequence[str], least: float = DISTINCT) -> str:
    """Return `color`, darkened (or else lightened) until it is `least` away from all `others`."""
    for pole in ("#000000", "#ffffff"):
        for step in range(26):
            shade = mixed(color, pole, step / 25)
            if all(distance(shade, other) >= least for other in others):
                return shade
    return color


def badge_ground(color: str) -> str:
    """Return `color` as white signs show on it."""
    return under_white(color, SHAPES)


def spread(first: Sequence[str], pool: Sequence[str], count: int) -> tuple[str, ...]:
    """Return `count` colours: `first`, then those of `pool` and its shades that are farthest from all before.

    Each is such that white signs show on it.
    """
    chosen = [badge_ground(color) for color in first]
    shades = [badge_ground(mixed(c, pole, s)) for c in pool for pole, s in _SHADES]
    while len(chosen) < count:
        chosen.append(max(shades, key=lambda shade: min(distance(shade, known) for known in chosen)))
    return tuple(chosen)


_SHADES = (("#000000", 0.0), ("#000000", 0.45), ("#ffffff", 0.25))


@lru_cache(maxsize=512)
def breath(color: str, ground: str, inks: tuple[str, ...], strength: float = 0.08) -> str:
    """Return `ground` with as much of `color`, up to `strength`, as lets all `inks` read on it."""
    for share in (strength, strength * 0.75, strength * 0.5, strength * 0.25):
        made = mixed(ground, color, share)
        if _worst(made, inks) >= CONTRAST:
            return made
    return ground
