"""What was seized cannot be moved: the pointer says so until the button goes up, and words say why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.carried import Grasp
from editor.canvas.tools.guides import Say
from editor.picture.geometry import Point

if TYPE_CHECKING:
    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.session.facts import Facts

LOCKED = QT_TRANSLATE_NOOP("Refusals", "The lane is locked. Unlock it in the Arrange menu.")
COLLAPSED = QT_TRANSLATE_NOOP("Refusals", "The lane is collapsed. Expand it in the Arrange menu.")
EMOTIONS = QT_TRANSLATE_NOOP("Refusals", "Emotions stand here, no cards. Enter or a double click adds one.")


def reason(facts: Facts, lane: str) -> str:
    """Return why nothing can be changed or put into a lane, "" where it can."""
    flags = facts.lane_flags(lane) if lane else frozenset[str]()
    if "locked" in flags:
        return LOCKED
    if "collapsed" in flags:
        return COLLAPSED
    return EMOTIONS if lane and facts.lane_kind(lane) == "emotions" else ""


def lane_of(facts: Facts, spot: Spot) -> str:
    """Return the lane in which a spot stands, "" for none."""
    match spot.role:
        case "card":
            return facts.cell(spot.ref)[0]
        case "point":
            return facts.point(spot.ref)[0]
        case "cell":
            return spot.ref.partition("|")[0]
        case "rail":
            return spot.ref
        case _:
            return ""


def say(board: Board, text: str, x: float, y: float) -> None:
    """Say something beside the sheet's point (x, y), or nothing any more."""
    board.show_guides((Say(Point(x, y), text),) if text else ())


def refuse(board: Board, spot: Spot | None) -> None:
    """Say beside a spot why it cannot be changed, where its lane is the reason."""
    if spot is not None and board.bench is not None:
        text = reason(board.bench.facts, lane_of(board.bench.facts, spot))
        if text and not (text == EMOTIONS and spot.role in ("point", "rail")):
            say(board, text, *spot.rect.center)


@dataclass(frozen=True, slots=True)
class Refusing:
    """The state to go back to, and why nothing moves."""

    rest: Tool
    why: str = ""

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button end it."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Say no."""
        board.freight.show_grasp(Grasp.REFUSED)
        say(board, self.why, pointer.x, pointer.y)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Show the arrow again."""
        return self.cancel(board)

    def cancel(self, board: Board) -> Tool:
        """Show the arrow again."""
        board.freight.show_grasp(None)
        board.show_guides(())
        return self.rest
