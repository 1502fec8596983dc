"""What a line would be tied to if it were let go now: something that is there, or something new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.canvas.terrain import Terrain
from editor.canvas.tools.slots import gutter
from editor.picture.geometry import Point, Rect

if TYPE_CHECKING:
    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer
    from editor.session.bench import Bench
    from editor.session.plans import Plan

FRESH, AIR = 34.0, 8.0
"""Height of the outline of a card that does not exist yet, and the gap above it, in points."""
SLIT = 10.0
"""Width of the outline of a column that does not exist yet, in points."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What stays tied while a line is dragged: the element, its kind, and where on it.

    `connection` is the one whose `end` ("source" or "target") is loose, "" for a new one.
    """

    fixed: str
    kind: str
    anchor: Point
    connection: str = ""
    end: str = "target"


@dataclass(frozen=True, slots=True)
class Knot:
    """Where a line would end: `kind` is "known", or what is made for it ("card", "step", "stage").

    `ref` names what is known, or what the new thing comes beside (the step of a card); `lane` is a card's.
    `rect` is where it shows.
    """

    kind: str
    ref: str
    rect: Rect
    lane: str = ""

    def plan(self, bench: Bench, tie: Tie) -> Plan:
        """Return the plan that ties the line."""
        if self.kind == "known":
            if tie.connection:
                return bench.plans.reconnect(tie.connection, **{tie.end: self.ref})
            return bench.plans.connect(tie.fixed, self.ref)
        return self._making(bench, tie)

    def _making(self, bench: Bench, tie: Tie) -> Plan:
        from editor.session import joining

        ids, after = bench.plans.ids, tie.end == "target"
        if tie.connection:
            tied = joining.loose_line(bench.facts.journey, tie.connection, tie.end)
        else:
            tied = joining.new_line(ids, tie.fixed)
        match self.kind:
            case "card":
                return joining.tie_to_card(ids, tied, self.lane, self.ref)
            case "step":
                return joining.tie_to_step(ids, tied, self.lane, self.ref, after)
            case _:
                return joining.tie_to_stage(ids, tied, self.ref, after)


def knot_at(board: Board, bench: Bench, tie: Tie, pointer: Pointer) -> Knot | None:
    """Return what the line could be tied to at the pointer, None where letting go does nothing."""
    spot = board.spot(pointer)
    if spot is None:
        return _on_nothing(board, bench, tie, pointer)
    if spot.ref == tie.fixed:
        return None
    if spot.role == tie.kind:
        x, y = board.located(pointer)
        return Knot("known", spot.ref, spot.rect.moved(pointer.x - x, pointer.y - y))
    if spot.role == "cell" and tie.kind == "card":
        lane, _, step = spot.ref.partition("|")
        return Knot("card", step, _fresh(board, spot), lane) if bench.facts.takes_cards(lane) else None
    return None


def _on_nothing(board: Board, bench: Bench, tie: Tie, pointer: Pointer) -> Knot | None:
    """Return the stage or step that would be made for a line let go on open ground."""
    if tie.kind == "stage":
        stage = board.places.find(tie.fixed, "stage")
        return Knot("stage", tie.fixed, _beside(board, tie, stage.rect)) if stage else None
    terrain = Terrain(board.places)
    columns, own = terrain.columns(), bench.facts.cell(tie.fixed)[:2]
    seen = terrain.lane_at(pointer.y)
    lane = seen if seen and bench.facts.takes_cards(seen) else own[0]
    last = bench.facts.steps()[-1]
    beyond = _is_beyond(columns[last], pointer.x, board.places.rtl) and tie.end == "target" and seen
    step = last if beyond else own[1]
    if not bench.facts.takes_cards(lane):
        return None
    middle = gutter(columns, step, tie.end == "target", board.places.rtl)
    slit = columns[step]._replace(x=middle - SLIT / 2, w=SLIT)
    return Knot("step", step, slit, lane if beyond else own[0])


def _is_beyond(column: Rect, x: float, rtl: bool) -> bool:
    return x < column.x if rtl else x > column.right


def _beside(board: Board, tie: Tie, place: Rect) -> Rect:
    """Return the slit after a column or header in time, or before it for a line's beginning."""
    to_the_left = board.places.rtl == (tie.end == "target")
    edge = place.x if to_the_left else place.right
    return place._replace(x=edge - SLIT / 2, w=SLIT)


def _fresh(board: Board, cell: Spot) -> Rect:
    """Return where a new card would stand in a cell: below its cards."""
    inner = cell.rect.grown(-1.0)
    cards = [spot.rect.bottom for spot in board.places.within(inner) if spot.role == "card"]
    return Rect(cell.rect.x, max(cards, default=cell.rect.y - AIR / 2) + AIR, cell.rect.w, FRESH)
