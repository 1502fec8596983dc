"""The scale of an emotion lane: its levels from top to bottom, and its columns in which time runs."""

from __future__ import annotations

from typing import NamedTuple

STEADY = 0.01
"""Emotions and places in a step are kept in hundredths."""

HAIR = 1e-6


class EmotionScale(NamedTuple):
    """Turns places on the sheet into emotions (-1 to 1) and places in steps (0 to 1), and back.

    `levels` are (name, y) from top to bottom; `columns` are (step, x, width) from left to right.
    """

    levels: tuple[tuple[str, float], ...]
    columns: tuple[tuple[str, float, float], ...]
    rtl: bool = False

    @property
    def gap(self) -> float:
        """The difference in emotion between two levels."""
        return 2.0 / (len(self.levels) - 1)

    def value(self, y: float) -> float:
        """Return the emotion at height `y`, within the scale."""
        top, bottom = self.levels[0][1], self.levels[-1][1]
        return _rounded(min(1.0, max(-1.0, 1.0 - 2.0 * (y - top) / (bottom - top))))

    def y(self, value: float) -> float:
        """Return the height of an emotion."""
        top, bottom = self.levels[0][1], self.levels[-1][1]
        return top + (1.0 - value) / 2.0 * (bottom - top)

    def level(self, value: float) -> int:
        """Return the number of the level nearest to an emotion, 0 at the top."""
        return min(range(len(self.levels)), key=lambda i: abs(self.at_level(i) - value))

    def at_level(self, number: int) -> float:
        """Return the emotion of a level."""
        return 1.0 - number * self.gap

    def snapped(self, value: float) -> float:
        """Return the emotion of the nearest level."""
        return self.at_level(self.level(value))

    def next_level(self, value: float, up: int) -> float:
        """Return the emotion of the next level above (`up` 1) or below (-1), the last one at the end."""
        numbers = range(len(self.levels)) if up < 0 else range(len(self.levels) - 1, -1, -1)
        beyond = (self.at_level(i) for i in numbers if (self.at_level(i) - value) * up > HAIR)
        return next(beyond, self.at_level(0 if up > 0 else len(self.levels) - 1))

    def name(self, value: float) -> str:
        """Return the name of the nearest level."""
        return self.levels[self.level(value)][0]

    def time(self, x: float) -> tuple[str, float]:
        """Return the step at `x`, or the nearest one, and the place in it."""
        step, left, width = min(self.columns, key=lambda c: max(c[1] - x, x - c[1] - c[2], 0.0))
        share = (left + width - x if self.rtl else x - left) / width
        return step, _rounded(min(1.0, max(0.0, share)))

    def x(self, step: str, at: float) -> float:
        """Return where a place in a step is; an unknown step is at the beginning of time."""
        named = {column[0]: column for column in self.columns}
        _, left, width = named.get(step, self.columns[-1 if self.rtl else 0])
        return left + width * (1.0 - at if self.rtl else at)

    def beside(self, step: str, at: float, move: int) -> tuple[str, float]:
        """Return the place a tenth of the step later (`move` 1) or earlier (-1), maybe in the next step."""
        tenth = round(at * 10 + move * 0.5 + (0.499 if move > 0 else -0.499))
        if 0 <= tenth <= 10:
            return step, tenth / 10
        steps = [column[0] for column in self.columns]
        place = steps.index(step) + (-move if self.rtl else move)
        if not 0 <= place < len(steps):
            return step, at
        return steps[place], 0.0 if move > 0 else 1.0


def _rounded(value: float) -> float:
    return round(value / STEADY) * STEADY if abs(value) < 1 else value
