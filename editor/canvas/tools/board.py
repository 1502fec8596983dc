"""What a tool sees: the pointer, and the board on which it works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import hypot
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from editor.canvas.choice import Choice
    from editor.canvas.places import Places
    from editor.canvas.spot import Spot
    from editor.canvas.tools.carried import Carried, Grasp
    from editor.canvas.tools.guides import Guide
    from editor.canvas.tools.writing import Draft
    from editor.picture.geometry import Rect
    from editor.session.bench import Bench

THRESHOLD = 4.0
"""Pixels the pointer must travel before a press becomes a drag."""


class Button(Enum):
    """The mouse buttons that mean something here."""

    NONE = "none"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is, on the sheet in points and on the screen in pixels, and what is held down."""

    x: float
    y: float
    screen_x: float
    screen_y: float
    button: Button = Button.NONE
    shift: bool = False
    control: bool = False
    alt: bool = False
    space: bool = False

    def travelled(self, start: Pointer) -> float:
        """Return how many pixels the pointer is away from where it was at `start`."""
        return hypot(self.screen_x - start.screen_x, self.screen_y - start.screen_y)


class Freight(Protocol):
    """What shows what tools drag about."""

    def lift(self, area: Rect) -> None:
        """Take a picture of this part of the sheet as the ghost of what is dragged from now on."""
        ...

    def carry(self, carried: Carried | None) -> None:
        """Show what is being dragged and where it would go, or that nothing is."""
        ...

    def show_grasp(self, grasp: Grasp | None) -> None:
        """Let the pointer say what is in the hand; None is the arrow."""
        ...

    def drift(self, pointer: Pointer | None) -> None:
        """Scroll on by itself while the pointer is near an edge of the window, until told None."""
        ...

    def pause(self, pointer: Pointer | None) -> None:
        """Tell the tool of this pointer once more if it rests here for a moment; None calls that off."""
        ...


class Board(Protocol):
    """What tools do things to: the canvas, or a stand-in for it."""

    @property
    def bench(self) -> Bench | None:
        """What edits are made with; None where the map may only be looked at."""
        ...

    @property
    def places(self) -> Places:
        """Where things are."""
        ...

    @property
    def freight(self) -> Freight:
        """What shows what is being dragged."""
        ...

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        ...

    @property
    def scale(self) -> float:
        """Pixels a point takes."""
        ...

    @property
    def scroll(self) -> tuple[int, int]:
        """How far the sheet is scrolled, in pixels."""
        ...

    def scroll_to(self, x: int, y: int) -> None:
        """Scroll the sheet to a place that `scroll` has told."""
        ...

    def spot(self, pointer: Pointer) -> Spot | None:
        """Return what is under the pointer, pinned headers and rails first."""
        ...

    def located(self, pointer: Pointer) -> tuple[float, float]:
        """Return the sheet's point that is seen at the pointer, through what is pinned there."""
        ...

    def hover(self, spot: Spot | None) -> None:
        """Mark the spot under the pointer."""
        ...

    def show_band(self, band: Rect | None) -> None:
        """Show the rubber band over this part of the sheet, or take it away."""
        ...

    def show_guides(self, guides: tuple[Guide, ...]) -> None:
        """Show these guides over the map in place of the last ones."""
        ...

    def show_grip(self, grip: bool | None) -> None:
        """Show a closed (True) or open (False) hand as the pointer, or the arrow."""
        ...

    def activate(self, spot: Spot) -> None:
        """Open what the spot shows, as a double click does."""
        ...

    def show_draft(self, draft: Draft | None) -> None:
        """Let a text be written in place, or show that none is any more."""
        ...


class Tool(Protocol):
    """A state of the hand; every method returns the state that follows."""

    def press(self, board: Board, pointer: Pointer) -> Tool:
        """Take a button that goes down."""
        ...

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Take a pointer that moves."""
        ...

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Take a button that goes up."""
        ...

    def cancel(self, board: Board) -> Tool:
        """Put everything back as it was when the gesture began."""
        ...
