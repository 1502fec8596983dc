"""Faces of emotions: outline, eyes and a mouth that bends from frown to smile, as vector art."""

from __future__ import annotations

from functools import lru_cache

from editor.layout.icons import circle
from editor.picture.frame import Art, Shape
from editor.picture.geometry import Path
from editor.picture.paint import Stroke

LINE = 0.09
"""Width of the outline and the mouth as a share of the face's diameter."""

_STEPS = 20
_EYE_Y = 0.41
_EYE_APART = 0.155
_MOUTH_Y = 0.65


def face(value: float, ink: str, paper: str) -> Art:
    """Return the face of `value` (-1 upset … 0 neutral … 1 delighted) in `ink` on a disc of `paper`.

    The art fills a square of side 1. Values beyond the ends count as the ends; the look changes in
    steps of 0.05, so that a map has few different arts.
    """
    return _face(round(max(-1.0, min(1.0, value)) * _STEPS), ink, paper)


@lru_cache(maxsize=512)
def _face(step: int, ink: str, paper: str) -> Art:
    value = step / _STEPS
    line = Stroke(ink, LINE, cap="round")
    shapes = [Shape(circle(0.5, 0.5, 0.5 - LINE / 2), fill=paper, stroke=Stroke(ink, LINE))]
    shapes += [Shape(circle(0.5 + side * _EYE_APART, _eye_y(value), 0.062), fill=ink) for side in (-1, 1)]
    shapes += [Shape(path, stroke=Stroke(ink, LINE * 0.75, cap="round")) for path in _brows(value)]
    opened = max(0.0, value - 0.6) / 0.4
    shapes.append(Shape(_mouth(value, opened), fill=ink if opened else None, stroke=line))
    return Art(f"face {step} {ink} {paper}", tuple(shapes))


def _eye_y(value: float) -> float:
    return _EYE_Y + 0.04 * max(0.0, -value)


def _mouth(value: float, opened: float) -> Path:
    """Return the line of the mouth; beyond a broad smile it opens to a crescent."""
    half = 0.17 + 0.05 * abs(value)
    corner, bow = _MOUTH_Y - 0.07 * value, _MOUTH_Y + 0.15 * value
    left, right, grip = 0.5 - half, 0.5 + half, half * 0.55
    lower = bow + 0.09 * opened
    line = (("M", left, corner), ("C", left + grip, lower, right - grip, lower, right, corner))
    if not opened:
        return Path(line)
    upper = bow - (bow - corner) * opened
    return Path((*line, ("C", right - grip, upper, left + grip, upper, left, corner), ("Z",)))


def _brows(value: float) -> list[Path]:
    """Return the brows, whose inner ends rise with worry as a face turns from uneasy to upset."""
    worry = max(0.0, -value - 0.6) / 0.4
    if not worry:
        return []
    outer, inner, y = 0.26, 0.26 - 0.15 * worry, _EYE_Y - 0.1
    return [
        Path.polyline([(0.5 + side * outer, y + 0.03 * worry), (0.5 + side * inner, y - 0.06 * worry)])
        for side in (-1, 1)
    ]
