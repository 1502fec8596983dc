"""How long one frame may spend on building what it has not shown before."""

from __future__ import annotations

from time import perf_counter

FRAME = 0.005
"""Seconds a frame may spend on building; what does not fit comes with the next frame."""


class Budget:
    """The building time of one frame; `spent` tells that something had to be put off."""

    __slots__ = ("_end", "spent")

    def __init__(self, seconds: float = FRAME) -> None:
        self._end = perf_counter() + seconds
        self.spent = False

    def left(self) -> bool:
        """Tell whether there is time for one more thing; once there is none, there is none."""
        if not self.spent and perf_counter() >= self._end:
            self.spent = True
        return not self.spent
