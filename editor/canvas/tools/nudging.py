"""Moving by keyboard: Alt and an arrow take what is chosen one place further, as one step each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.dragging import MOVE_MANY, MOVE_ONE, load_of
from editor.canvas.tools.refusing import refuse
from editor.canvas.walking import Way

if TYPE_CHECKING:
    from editor.canvas.tools.board import Board
    from editor.canvas.tools.landing import Landing, Load
    from editor.session.bench import Bench
    from editor.session.facts import Facts

LABELS = {
    "stage": QT_TRANSLATE_NOOP("Steps", "Move stage"),
    "step": QT_TRANSLATE_NOOP("Steps", "Move step"),
    "lane": QT_TRANSLATE_NOOP("Steps", "Move lane"),
}


def nudge(board: Board, way: Way) -> bool:
    """Move the chosen cards, or the one chosen stage, step or lane; tell whether anything moved.

    Cards go up and down within their cell and on into the next lane, left and right from column to column.
    """
    bench, chosen = board.bench, board.choice.chosen
    if bench is None or not chosen:
        return False
    if all(bench.facts.kind(key) == "card" for key in chosen):
        moved = _nudge_cards(bench, chosen, board.choice.focus, way)
        if not moved:
            refuse(board, board.places.find(chosen[0]))
        return moved
    return len(chosen) == 1 and _nudge_header(bench, chosen[0], way)


def _nudge_cards(bench: Bench, chosen: tuple[str, ...], focus: str, way: Way) -> bool:
    facts = bench.facts
    load = load_of(facts, chosen, focus if focus in chosen else chosen[0])
    landing = _landing(load, facts, way) if load else None
    plan = landing.plan(bench) if landing else None
    if plan is None:
        return False
    bench.do(MOVE_ONE if len(chosen) == 1 else MOVE_MANY, plan)
    return True


def _landing(load: Load, facts: Facts, way: Way) -> Landing | None:
    lane, step = load.cells[load.seized]
    if way in (Way.UP, Way.DOWN):
        within = _within_cell(load, facts, 1 if way is Way.DOWN else -1)
        if within is not None:
            return within
        lane = _next([lane for lane in facts.lanes() if facts.takes_cards(lane)], lane, way is Way.DOWN)
        index = 0 if way is Way.DOWN else len(facts.cards(lane, step)) if lane else 0
    else:
        step = _next(facts.steps(), step, (way is Way.RIGHT) != facts.rtl())
        index = min(load.row.index(load.seized), len(facts.cards(lane, step)) if step else 0)
    return load.landing(facts, (lane, step), index, copying=False) if lane and step else None


def _within_cell(load: Load, facts: Facts, by: int) -> Landing | None:
    """Return the landing one place further in the cell, None at its end and for cards of several cells."""
    if len(set(load.cells.values())) > 1:
        return None
    others = [card for card in load.row if card not in load.cells]
    first = load.row.index(next(iter(load.cells)))
    index = sum(load.row.index(card) < first for card in others) + by
    if not 0 <= index <= len(others):
        return None
    return load.landing(facts, load.cells[load.seized], index, copying=False)


def _nudge_header(bench: Bench, key: str, way: Way) -> bool:
    facts, kind = bench.facts, bench.facts.kind(key)
    upright = way in (Way.UP, Way.DOWN)
    if kind not in LABELS or upright != (kind == "lane"):
        return False
    row = _row(facts, kind, key)
    onward = way is Way.DOWN if upright else (way is Way.RIGHT) != facts.rtl()
    index = row.index(key) + (1 if onward else -1)
    if not 0 <= index < len(row):
        return False
    bench.do(LABELS[kind], bench.plans.reorder(key, index))
    return True


def _row(facts: Facts, kind: str, key: str) -> tuple[str, ...]:
    if kind == "step":
        return facts.steps_of(facts.stage_of(key))
    return facts.stages() if kind == "stage" else facts.all_lanes()


def _next(row: tuple[str, ...] | list[str], here: str, onward: bool) -> str:
    """Return the neighbour of `here` in a row, "" at its end."""
    index = row.index(here) + (1 if onward else -1)
    return row[index] if 0 <= index < len(row) else ""
