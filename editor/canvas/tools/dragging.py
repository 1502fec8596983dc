"""Cards are being dragged: the map shows at once how it would be if they were let go here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.terrain import Terrain, cell_ref, spots_of
from editor.canvas.tools.carried import Carried, Grasp
from editor.canvas.tools.landing import Landing, Load, target
from editor.canvas.tools.refusing import Refusing, reason, say
from editor.canvas.tools.stillness import Stillness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.session.bench import Bench
    from editor.session.facts import Facts

MOVE_ONE = QT_TRANSLATE_NOOP("Steps", "Move card")
MOVE_MANY = QT_TRANSLATE_NOOP("Steps", "Move cards")
COPY_ONE = QT_TRANSLATE_NOOP("Steps", "Copy card")
COPY_MANY = QT_TRANSLATE_NOOP("Steps", "Copy cards")
GAP = 3.0
"""Points above a card at which it comes in between others."""


def dragging(rest: Tool, start: Pointer, spot: Spot, board: Board, bench: Bench) -> Tool:
    """Begin to drag a card, and with it all chosen cards if it is one of them."""
    if spot.ref not in board.choice.chosen:
        board.choice.click(spot)
    facts, chosen = bench.facts, board.choice.chosen
    load = load_of(facts, chosen, spot.ref)
    if load is None:
        lanes = [facts.cell(key)[0] for key in chosen if facts.kind(key) == "card"]
        return Refusing(rest, next(why for lane in lanes if (why := reason(facts, lane))))
    return Dragging(rest, start, spot, load, board, bench)


def load_of(facts: Facts, chosen: Iterable[str], seized: str) -> Load | None:
    """Return the chosen cards in reading order, None when one of them stands where nothing may be moved."""
    cells = {key: facts.cell(key) for key in chosen if facts.kind(key) == "card"}
    if not all(facts.takes_cards(lane) for lane, _, _ in cells.values()):
        return None
    lanes, steps = facts.all_lanes(), facts.steps()
    order = sorted(cells, key=lambda k: (steps.index(cells[k][1]), lanes.index(cells[k][0]), cells[k][2]))
    return Load(seized, {key: cells[key][:2] for key in order}, facts.cards(*cells[seized][:2]))


class Dragging:
    """The cards in the hand, the ground they were taken from, and the gesture that shows where they go."""

    def __init__(
        self, rest: Tool, start: Pointer, spot: Spot, load: Load, board: Board, bench: Bench
    ) -> None:
        self._rest, self._start, self._spot, self._load = rest, start, spot, load
        self._bench = bench
        self._terrain = Terrain(board.places)
        self._stillness = Stillness(load, self._terrain, bench)
        self._landing: Landing | None = None
        self._shown: tuple[str, ...] = ()
        board.hover(None)
        board.freight.lift(spot.rect)
        self._gesture = bench.gesture(MOVE_ONE if len(load.cells) == 1 else MOVE_MANY)

    def press(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Let a second button put everything back."""
        return self.cancel(board)

    def move(self, board: Board, pointer: Pointer) -> Tool:
        """Show the cards where they would land."""
        if self._gesture.over:
            return self._rested(board)
        landing = self._target(board, pointer)
        if landing != self._landing:
            self._landing = landing
            self._preview(landing)
            self._stillness.look(landing, board.places)
        carried = self._carried(board, pointer, landing)
        self._explain(board, pointer, landing)
        board.freight.carry(carried)
        board.freight.show_grasp(carried.grasp)
        board.freight.drift(pointer)
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:
        """Let the cards go where they are shown."""
        if self._gesture.over:
            return self._rested(board)
        landing = self._target(board, pointer)
        plan = landing.plan(self._bench) if landing else None
        if landing is None or plan is None:
            self._gesture.cancel()
        elif landing.copying:
            self._gesture.cancel()
            label = COPY_ONE if len(landing.cells) == 1 else COPY_MANY
            board.choice.set(self._bench.do(label, plan))
        else:
            self._gesture.preview(plan)
            self._gesture.commit()
        return self._rested(board)

    def cancel(self, board: Board) -> Tool:
        """Put everything back."""
        if not self._gesture.over:
            self._gesture.cancel()
        return self._rested(board)

    def _target(self, board: Board, pointer: Pointer) -> Landing | None:
        # A map from right to left grows to the left, so that points of the start have moved to the right.
        grown = board.places.width - self._terrain.width if self._terrain.rtl else 0.0
        return target(
            self._load,
            self._terrain,
            self._bench.facts,
            pointer.x - grown,
            pointer.y,
            copying=pointer.control or pointer.alt,
            stacking=pointer.shift,
        )

    def _explain(self, board: Board, pointer: Pointer, landing: Landing | None) -> None:
        """Say why the cards cannot land in the lane under the pointer."""
        lane = self._terrain.lane_at(pointer.y) if landing is None else ""
        say(board, reason(self._bench.facts, lane), pointer.x, pointer.y)

    def _preview(self, landing: Landing | None) -> None:
        plan = landing.plan(self._bench) if landing else None
        if plan is None:
            plan = self._bench.plans.lay_cards({})
        change = self._gesture.preview(self._stillness.steady(plan, landing))
        copying = landing is not None and landing.copying
        self._shown = tuple(change.added) if copying else tuple(self._load.cells)

    def _carried(self, board: Board, pointer: Pointer, landing: Landing | None) -> Carried:
        ghost = self._spot.rect.moved(pointer.x - self._start.x, pointer.y - self._start.y)
        count = len(self._load.cells)
        shown = [spot.rect for spot in spots_of(board.places, self._shown)]
        if landing is None:
            return Carried(ghost, count, faded=tuple(shown), grasp=Grasp.REFUSED)
        lit = [board.places.find(cell_ref(*cell), "cell") for cell in set(landing.cells.values())]
        bar = None
        if landing.index is not None and shown:
            bar = shown[0]._replace(y=shown[0].y - GAP, h=0.0)
        grasp = Grasp.COPY if landing.copying else Grasp.MOVE
        return Carried(ghost, count, tuple(spot.rect for spot in lit if spot), bar, tuple(shown), grasp)

    def _rested(self, board: Board) -> Tool:
        board.freight.carry(None)
        board.freight.show_grasp(None)
        board.freight.drift(None)
        board.show_guides(())
        return self._rest
