"""The curves of an emotion lane: where each persona's emotions stand, and the lines through them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby
from math import hypot
from typing import NamedTuple

from editor.layout.columns import Column, Columns
from editor.layout.curve import Bezier, smooth, value_at
from editor.layout.levels import Scale
from editor.layout.memo import Memo, RowMemo
from editor.layout.setting import Setting
from editor.model.records import Point as Emotion
from editor.picture.geometry import Point

FACE = 18.0
SMALL_FACE = 13.0


class Curve(NamedTuple):
    """One persona's emotions as places on the lane, in order of time, and the line through them.

    `faces` are where the faces stand: on the dots, or beside them where another persona's face is. `place`
    counts the curves from the front one, `tones` are the colours that people gave the levels of the dots.
    """

    persona: str
    emotions: tuple[Emotion, ...]
    dots: tuple[Point, ...]
    faces: tuple[Point, ...]
    pieces: tuple[Bezier, ...]
    place: int
    tones: tuple[str, ...]

    @property
    def front(self) -> bool:
        """Tell whether this is the curve in front."""
        return self.place == 0

    @property
    def size(self) -> float:
        """The width of the faces on the curve."""
        return FACE if self.front else SMALL_FACE


class Curves:
    """Traces curves; remembers where emotions stand, so that one that moves leaves the others alone."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._columns: Memo[Mapping[str, Column]] = Memo()
        self._dots: RowMemo[Emotion, Point] = RowMemo()
        self._lines: Memo[tuple[Bezier, ...]] = Memo()

    def trace(
        self, key: Hashable, scale: Scale, points: Sequence[Emotion], columns: Columns, width: float
    ) -> list[Curve]:
        """Return a curve per persona, the front one first; `key` names lane and scale."""
        places = self._columns.get("", (columns,), lambda: {column.step.id: column for column in columns.all})
        curves: list[Curve] = []
        for persona, group in groupby((p for p in points if p.step in places), key=lambda p: p.persona):
            emotions = tuple(group)
            dots = self._stand((key, persona), scale, emotions, places, width)
            pieces = self._lines.get((key, persona), (dots,), lambda dots=dots: smooth(dots))
            taken = [face for curve in curves for face in curve.faces]
            faces = tuple(_beside(dot, taken, pieces) for dot in dots) if taken else dots
            tones = tuple([scale.tone(e.value) for e in emotions]) if scale.tones else ("",) * len(emotions)
            curves.append(Curve(persona, emotions, dots, faces, pieces, len(curves), tones))
        return curves

    def _stand(
        self,
        key: Hashable,
        scale: Scale,
        emotions: tuple[Emotion, ...],
        places: Mapping[str, Column],
        width: float,
    ) -> tuple[Point, ...]:
        """Return the places of emotions on the lane."""

        def dot(number: int) -> Point:
            emotion = emotions[number]
            column = places[emotion.step]
            start = self._setting.theme.rail + column.x + column.w * emotion.at
            return Point(self._setting.x(start, 0.0, width), scale.y(emotion.value))

        return self._dots.get(key, (scale, places, width), emotions, dot)


def _beside(dot: Point, taken: Sequence[Point], pieces: Sequence[Bezier]) -> Point:
    """Return a place for a face: its dot, or the nearest one along the curve that no other face covers."""
    reach = (FACE + SMALL_FACE) / 2
    for shift in (0.0, reach, -reach, 2 * reach, -2 * reach):
        x = dot.x + shift
        spot = Point(x, value_at(pieces, x)) if shift and pieces else dot
        if all(hypot(spot.x - other.x, spot.y - other.y) >= reach - 2.0 for other in taken):
            return spot
    return dot
