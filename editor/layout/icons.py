"""Icons: stroke paths on a 24 × 24 grid, made into badges and glyphs of side 1."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import isfinite

from editor.picture.frame import Art, Shape
from editor.picture.geometry import Command, Path
from editor.picture.paint import Stroke

GRID = 24.0
"""Side of the square that icons are drawn in."""

STROKE = 1.75
"""Width of every icon's line on that grid; caps and joins are round."""

BADGE_SHARE = 0.58
"""Side of the icon as a share of the badge's diameter."""

_OPERANDS = {"M": 2, "L": 2, "C": 6, "Z": 0}
_HANDLE = 0.5522847498


def parse(strings: Iterable[str], name: str = "icon") -> tuple[Path, ...]:
    """Return one path per string of absolute M, L, C and Z; a bad one raises ValueError with `name`."""
    return tuple(Path(_commands(string, name)) for string in strings)


@lru_cache(maxsize=512)
def badge(name: str, paths: tuple[Path, ...], fill: str, ink: str) -> Art:
    """Return a disc in the colour `fill` with the icon in `ink` in its middle, in a square of side 1."""
    scale = BADGE_SHARE / GRID
    corner = (1 - BADGE_SHARE) / 2
    disc = Shape(circle(0.5, 0.5, 0.5), fill=fill)
    return Art(f"badge {name} {fill} {ink}", (disc, *_inked(paths, scale, corner, ink)))


@lru_cache(maxsize=512)
def glyph(name: str, paths: tuple[Path, ...], ink: str) -> Art:
    """Return the icon alone in `ink`, in a square of side 1."""
    return Art(f"glyph {name} {ink}", _inked(paths, 1 / GRID, 0.0, ink))


def circle(x: float, y: float, radius: float) -> Path:
    """Return the circle round (x, y) as four cubic pieces (off by at most 0.03 % of the radius)."""
    r, k = radius, radius * _HANDLE
    return Path(
        (
            ("M", x, y - r),
            ("C", x + k, y - r, x + r, y - k, x + r, y),
            ("C", x + r, y + k, x + k, y + r, x, y + r),
            ("C", x - k, y + r, x - r, y + k, x - r, y),
            ("C", x - r, y - k, x - k, y - r, x, y - r),
            ("Z",),
        )
    )


def _inked(paths: tuple[Path, ...], scale: float, shift: float, ink: str) -> tuple[Shape, ...]:
    stroke = Stroke(ink, STROKE * scale, cap="round")
    return tuple(Shape(path.mapped(scale, shift, shift), stroke=stroke) for path in paths)


def _commands(string: str, name: str) -> tuple[Command, ...]:
    words = string.split()
    commands: list[Command] = []
    at = 0
    while at < len(words):
        letter = words[at]
        count = _OPERANDS.get(letter)
        if count is None or (not commands and letter != "M"):
            raise ValueError(f"icon {name!r}: {letter!r} cannot stand at word {at + 1} of {string!r}")
        commands.append((letter, *_numbers(words[at + 1 : at + 1 + count], count, name, string)))
        at += 1 + count
    if len(commands) < 2:
        raise ValueError(f"icon {name!r}: {string!r} draws nothing")
    return tuple(commands)


def _numbers(words: list[str], count: int, name: str, string: str) -> tuple[float, ...]:
    try:
        values = tuple(float(word) for word in words)
    except ValueError as error:
        raise ValueError(f"icon {name!r}: no number in {string!r}: {error}") from error
    if len(values) != count or not all(isfinite(value) for value in values):
        raise ValueError(f"icon {name!r}: {count} finite numbers are wanted after each letter of {string!r}")
    return values
