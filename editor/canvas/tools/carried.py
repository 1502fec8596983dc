"""What is shown while something is being dragged: the ghost in the hand and the place where it would go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from editor.picture.geometry import Point


class Grasp(Enum):
    """What the pointer says about what is in the hand, or could be."""

    MOVE = "move"
    COPY = "copy"
    REFUSED = "refused"
    WIDTH = "width"
    HEIGHT = "height"
    SPAN = "span"
    INSERT = "insert"


class Mark(NamedTuple):
    """A thing that is marked: what it is, where, and what else its look depends on."""

    kind: str
    area: Rect
    look: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """All in points of the sheet.

    `ghost` is where the picture of what is dragged is now, `count` how many things it stands for; `lit`
    are the cells that would take them, `bar` the line at which they would come in (no wider, or no higher,
    than nothing), `faded` what stands there already and is not let go yet. `plus` is a round button that
    offers to insert something, `hot` whether the pointer is on it.
    """

    ghost: Rect | None = None
    count: int = 1
    lit: tuple[Rect, ...] = ()
    bar: Rect | None = None
    faded: tuple[Rect, ...] = ()
    grasp: Grasp = Grasp.MOVE
    plus: Point | None = None
    hot: bool = False

    @property
    def busy(self) -> bool:
        """Whether something is in the hand, so that other marks had better give way."""
        return self.ghost is not None

    def marks(self) -> set[Mark]:
        """Return everything that is marked, each with all that its look depends on."""
        marks = {Mark("lit", area) for area in self.lit} | {Mark("faded", area) for area in self.faded}
        if self.ghost is not None:
            marks.add(Mark("ghost", self.ghost, (self.count, self.grasp)))
        if self.bar is not None:
            marks.add(Mark("bar", self.bar))
        if self.plus is not None:
            marks.add(Mark("plus", Rect(self.plus.x, self.plus.y, 0.0, 0.0), (self.hot,)))
        return marks
