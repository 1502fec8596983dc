"""How long one frame may spend on building what it has not shown before."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.picture.geometry import Rect

FRAME, CATCH_UP = 0.003, 0.008
"""Seconds that a frame may spend on building: one that somebody waits for, and one that only catches up."""


class Budget:
    """The building time of one frame; `owed` is the part of the sheet where something was put off."""

    __slots__ = ("_end", "owed", "spent")

    def __init__(self, seconds: float = FRAME) -> None:
        self._end = perf_counter() + seconds
        self.spent = False
        self.owed: Rect | None = None

    def left(self) -> bool:
        """Tell whether there is time for one more thing; once there is none, there is none."""
        if not self.spent and perf_counter() >= self._end:
            self.spent = True
        return not self.spent

    def owe(self, area: Rect) -> None:
        """Note that something in `area` is still to be built."""
        self.owed = area if self.owed is None else self.owed.united(area)
