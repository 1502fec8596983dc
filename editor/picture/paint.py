"""How outlines are inked: solid colours only, so that screen, PDF and print agree."""

from __future__ import annotations

from typing import NamedTuple


class Stroke(NamedTuple):
    """A line of `width` points in `color` ("#rrggbb"), dashed by lengths in points, round joins.

    `cap` is "butt" or "round".
    """

    color: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: str = "butt"
