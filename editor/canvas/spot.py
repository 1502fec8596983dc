"""Spots: what can be pointed at, chosen and walked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.picture.frame import Frame


class Spot(NamedTuple):
    """A thing on the sheet: the id it shows, its role, where it is, and the words that describe it."""

    ref: str
    role: str
    rect: Rect
    label: str = ""

    @property
    def record(self) -> str:
        """The id of the element, or "" for a cell, which is a place and no element."""
        return "" if self.role == "cell" else self.ref

    def moved(self, dx: float, dy: float) -> Spot:
        """Return the spot shifted by (dx, dy)."""
        x, y, w, h = self.rect
        return Spot(self.ref, self.role, Rect(x + dx, y + dy, w, h), self.label)


def spot_of(frame: Frame, dx: float, dy: float) -> Spot:
    """Return what a frame shows, shifted by (dx, dy)."""
    return Spot(frame.ref, frame.role, Rect(frame.x + dx, frame.y + dy, frame.w, frame.h), frame.label)


def spots_in(frame: Frame, dx: float = 0.0, dy: float = 0.0) -> Iterator[Spot]:
    """Yield the rails, cards and emotions in a frame, in painting order."""
    if frame.role in ("rail", "card", "point"):
        yield spot_of(frame, dx, dy)
        return
    for child in frame.frames():
        yield from spots_in(child, dx + frame.x, dy + frame.y)
