"""What an idle hand is offered where the pointer is: a border to drag, a button that inserts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.canvas.tools.carried import Carried, Grasp
from editor.canvas.tools.grips import BUTTON, NEAR, Button, Grip, border_at, button_at
from editor.canvas.tools.inserting import Inserting
from editor.canvas.tools.resizing import fit, resizing
from editor.canvas.tools.spanning import edge_at, spanning
from editor.picture.geometry import Point

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board, Pointer, Tool

Offer = Grip | Button


def offered(board: Board, pointer: Pointer) -> Offer | None:
    """Return what can be seized where the pointer is: a button, else a border, else None."""
    if board.bench is None or pointer.space:
        return None
    x, y = board.located(pointer)
    button = button_at(board.places, x, y, BUTTON / board.scale)
    return button or border_at(board.places, x, y, board.scale) or edge_at(board, board.bench, x, y)


def show_offer(board: Board, pointer: Pointer, before: bool) -> bool:
    """Show what is offered, and buttons nearby; tell whether anything is shown now, as it was `before`."""
    offer = offered(board, pointer)
    x, y = board.located(pointer)
    near = offer
    if offer is None and board.bench is not None and not pointer.space:
        near = button_at(board.places, x, y, NEAR / board.scale)
    if isinstance(near, Button):
        # What is pinned is seen elsewhere than it stands.
        at = Point(near.at.x + pointer.x - x, near.at.y + pointer.y - y)
        board.freight.carry(Carried(plus=at, hot=offer is not None))
    elif before:
        board.freight.carry(None)
    if offer is not None:
        board.freight.show_grasp(offer.grasp if isinstance(offer, Grip) else Grasp.INSERT)
    elif before:
        board.freight.show_grasp(None)
    return near is not None


def seized(rest: Tool, board: Board, pointer: Pointer) -> Tool | None:
    """Return the tool for what is offered where the left button went down."""
    offer = offered(board, pointer)
    if offer is None or board.bench is None:
        return None
    if isinstance(offer, Button):
        return Inserting(rest, pointer, offer, board.bench)
    if offer.grasp is Grasp.SPAN:
        return spanning(rest, pointer, offer, board, board.bench)
    return resizing(rest, pointer, offer, board.bench)


def fits(board: Board, pointer: Pointer) -> bool:
    """Let the column, lane or card fit whose border was clicked twice; tell whether there was one."""
    offer = offered(board, pointer)
    if not isinstance(offer, Grip) or board.bench is None:
        return False
    fit(board.bench, offer)
    return True
