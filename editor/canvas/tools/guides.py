"""What a tool shows over the map while it works: values that somebody else paints.

Places are points of the sheet; sizes on the screen do not depend on the zoom.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.picture.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class Dots:
    """Small dots from which connections are drawn; `hot` is the one under the pointer."""

    places: tuple[Point, ...]
    hot: Point | None = None


@dataclass(frozen=True, slots=True)
class Rubber:
    """A line that is being drawn from `start` to `end`; its arrow head stands at `end` unless `backward`."""

    start: Point
    end: Point
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What a line would be tied to if it were let go now; `fresh` is a card that does not exist yet."""

    rect: Rect
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Bubble:
    """An emotion beside the pointer at `at`: its value from -1 to 1 and the name of the nearest level.

    `line` is the level's line (left x, right x, y) that the point snapped to. It stands where time goes on,
    left of the pointer when `rtl`.
    """

    at: Point
    value: float
    level: str
    line: tuple[float, float, float] | None = None
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Say:
    """Words beside `at` that say why something cannot be done; `text` is of the context "Refusals"."""

    at: Point
    text: str


Guide = Dots | Rubber | Target | Bubble | Say
