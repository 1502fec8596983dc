"""A hand that presses, drags and types on a board without a window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from editor.canvas.choice import Choice
from editor.canvas.places import Places
from editor.canvas.spot import Spot
from editor.canvas.tools.board import Button, Pointer, Tool
from editor.canvas.tools.carried import Carried, Grasp
from editor.canvas.tools.guides import Guide
from editor.canvas.tools.idle import Idle
from editor.canvas.tools.writing import Draft
from editor.picture.frame import Picture
from editor.picture.geometry import Rect
from editor.session.bench import Bench
from editor.session.session import Session


@dataclass
class Slate:
    """A board that remembers what tools did to it; a point is a pixel."""

    places: Places
    choice: Choice
    scroll: tuple[int, int] = (0, 0)
    hovered: Spot | None = None
    band: Rect | None = None
    grip: bool | None = None
    activated: list[str] = field(default_factory=list)
    draft: Draft | None = None
    bench: Bench | None = None
    carried: Carried | None = None
    grasp: Grasp | None = None
    lifted: Rect | None = None
    drifting: bool = False
    pausing: bool = False
    scale: float = 1.0
    guides: tuple[Guide, ...] = ()

    def scroll_to(self, x: int, y: int) -> None:
        self.scroll = (x, y)

    def spot(self, pointer: Pointer) -> Spot | None:
        return self.places.at(pointer.x, pointer.y)

    def located(self, pointer: Pointer) -> tuple[float, float]:
        return pointer.x, pointer.y

    def hover(self, spot: Spot | None) -> None:
        self.hovered = spot

    def show_band(self, band: Rect | None) -> None:
        self.band = band

    def show_grip(self, grip: bool | None) -> None:
        self.grip = grip

    def activate(self, spot: Spot) -> None:
        self.activated.append(spot.ref)

    def show_draft(self, draft: Draft | None) -> None:
        self.draft = draft

    @property
    def freight(self) -> Slate:
        return self

    def lift(self, area: Rect) -> None:
        self.lifted = area

    def carry(self, carried: Carried | None) -> None:
        self.carried = carried

    def show_guides(self, guides: tuple[Guide, ...]) -> None:
        self.guides = guides

    def show_grasp(self, grasp: Grasp | None) -> None:
        self.grasp = grasp

    def drift(self, pointer: Pointer | None) -> None:
        self.drifting = pointer is not None

    def pause(self, pointer: Pointer | None) -> None:
        self.pausing = pointer is not None


class Hand:
    """Moves over a picture as a person would; `told` counts how often the choice changed."""

    session: Session | None = None

    def __init__(self, picture: Picture) -> None:
        places = Places()
        places.show(picture)
        self.told = 0
        self.board = Slate(places, Choice(places, self._tell))
        self.tool: Tool = Idle()
        self.at = Pointer(0.0, 0.0, 0.0, 0.0)

    @classmethod
    def at_work(cls, session: Session, bench: Bench | None = None) -> Hand:
        """Return a hand that edits: what it does to the session shows on its board at once."""
        hand = cls(session.picture)
        hand.session = session
        hand.board.bench = bench or Bench(session)
        session.subscribe(lambda change: hand.board.places.show(session.picture) if change else None)
        return hand

    @property
    def chosen(self) -> tuple[str, ...]:
        return self.board.choice.chosen

    def hold(self, **keys: bool) -> Hand:
        """Hold shift, control, alt or space down from now on (or let go with False)."""
        self.at = replace(self.at, **keys)
        return self

    def press(self, x: float, y: float, button: Button = Button.LEFT) -> Hand:
        self._go(x, y, button)
        self.tool = self.tool.press(self.board, self.at)
        return self

    def move(self, x: float, y: float) -> Hand:
        self._go(x, y)
        self.tool = self.tool.move(self.board, self.at)
        return self

    def rest(self) -> Hand:
        """Stay where it is until the board tells of that, if it was asked to."""
        if self.board.pausing:
            self.tool = self.tool.move(self.board, self.at)
        return self

    def release(self) -> Hand:
        self.tool = self.tool.release(self.board, self.at)
        return self

    def escape(self) -> Hand:
        self.tool = self.tool.cancel(self.board)
        return self

    def click(self, ref: str) -> Hand:
        """Click the middle of what shows `ref`."""
        spot = self.board.places.find(ref)
        assert spot is not None, ref
        return self.press(*spot.rect.center).release()

    def seize(self, ref: str, role: str = "", at: tuple[float, float] = (0.5, 0.5)) -> Hand:
        """Press in what shows `ref`: `at` are shares of its width and height."""
        return self.press(*self.point(ref, role, at))

    def drag_to(self, ref: str, role: str = "", at: tuple[float, float] = (0.5, 0.5)) -> Hand:
        """Move to what shows `ref`, in two strides, as a hand never gets there in one."""
        x, y = self.point(ref, role, at)
        return self.move((self.at.x + x) / 2, (self.at.y + y) / 2).move(x, y)

    def point(self, ref: str, role: str = "", at: tuple[float, float] = (0.5, 0.5)) -> tuple[float, float]:
        """Return the sheet's point at shares of the width and height of what shows `ref`."""
        spot = self.board.places.find(ref, role)
        assert spot is not None, ref
        return spot.rect.x + at[0] * spot.rect.w, spot.rect.y + at[1] * spot.rect.h

    def _go(self, x: float, y: float, button: Button = Button.NONE) -> None:
        self.at = replace(self.at, x=x, y=y, screen_x=x, screen_y=y, button=button)

    def _tell(self) -> None:
        self.told += 1
