"""Something new that is about to be put on the map, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.terrain import Terrain, cell_ref, spots_of
from editor.canvas.tools.slots import lane_slot, stage_slot, step_slot

if TYPE_CHECKING:
    from editor.canvas.places import Places
    from editor.canvas.tools.board import Pointer
    from editor.picture.geometry import Rect
    from editor.session.bench import Bench
    from editor.session.facts import Facts
    from editor.session.plans import Plan

LABELS = {
    "card": QT_TRANSLATE_NOOP("Steps", "Add card"),
    "lane": QT_TRANSLATE_NOOP("Steps", "Add lane"),
    "stage": QT_TRANSLATE_NOOP("Steps", "Add stage"),
    "step": QT_TRANSLATE_NOOP("Steps", "Add step"),
    "note": QT_TRANSLATE_NOOP("Steps", "Add note"),
}
ABOUT = frozenset({"card", "stage", "step", "rail", "point", "persona"})
"""Roles of what a note can be about."""
GAP = 3.0
"""Points of the line above the card before which something comes in."""


@dataclass(frozen=True, slots=True)
class Novelty:
    """A new thing: its kind ("card", "lane", "stage", "step", "note"), a card's channel or a lane's own kind.

    `place` names the cell, the stage or the element that takes it, `index` its place there; `lit` and `bar`
    show both.
    """

    kind: str
    detail: str
    place: tuple[str, ...]
    index: int
    lit: tuple[Rect, ...] = ()
    bar: Rect | None = None

    def made(self, bench: Bench) -> tuple[str, ...]:
        """Put it on the map as one step; return its id."""
        added = bench.do(LABELS[self.kind], self._plan(bench))
        return tuple(key for key in added if bench.facts.kind(key) == self.kind)

    def _plan(self, bench: Bench) -> Plan:
        plans = bench.plans
        match self.kind:
            case "card":
                # A touchpoint is called after its channel until somebody types over it.
                name = bench.facts.text(self.detail) if self.detail else ""
                return plans.add_card(*self.place, self.index, channel=self.detail, text=name)
            case "lane":
                return plans.add_lane(self.detail, self.index)
            case "stage":
                return plans.add_stage(self.index)
            case "step":
                return plans.add_step(*self.place, self.index)
            case _:
                return plans.add_note(*self.place)


def novelty_at(places: Places, facts: Facts, wanted: str, pointer: Pointer) -> Novelty | None:
    """Return what `wanted` (see `editor.canvas.drops`) would become at the pointer, None for nothing."""
    kind, *details = wanted.split(":")
    match kind:
        case "card":
            return _card(places, facts, details[-1] if len(details) > 1 else "", pointer)
        case "lane" | "stage" | "step":
            return _between(places, facts, kind, details[0] if details else "", pointer)
        case "note":
            return _note(places, pointer)
        case _:
            return None


def _card(places: Places, facts: Facts, channel: str, pointer: Pointer) -> Novelty | None:
    terrain = Terrain(places)
    cell = terrain.cell_at(pointer.x, pointer.y)
    if cell is None or not facts.takes_cards(cell[0]):
        return None
    cards = facts.cards(*cell)
    index = terrain.index(cell[0], cards, pointer.y)
    spot = places.find(cell_ref(*cell), "cell")
    known = channel if facts.kind(channel) == "channel" else ""
    lit = (spot.rect,) if spot else ()
    return Novelty("card", known, cell, index, lit, _bar(places, cards, index))


def _bar(places: Places, cards: tuple[str, ...], index: int) -> Rect | None:
    """Return the line before the card at `index`, or behind the last one; None in an open cell."""
    rects = [spot.rect for spot in spots_of(places, cards)]
    if not rects:
        return None
    if index < len(rects):
        return rects[index]._replace(y=rects[index].y - GAP, h=0.0)
    return rects[-1]._replace(y=rects[-1].bottom + GAP, h=0.0)


def _between(places: Places, facts: Facts, kind: str, detail: str, pointer: Pointer) -> Novelty | None:
    if kind == "lane":
        slot = lane_slot(places, facts, "", pointer.y)
    else:
        slot = (stage_slot if kind == "stage" else step_slot)(places, facts, "", pointer.x)
    if slot is None:
        return None
    return Novelty(kind, detail or "text", (slot.row,) if slot.row else (), slot.index, bar=slot.bar)


def _note(places: Places, pointer: Pointer) -> Novelty | None:
    spot = places.at(pointer.x, pointer.y)
    if spot is None or spot.role not in ABOUT:
        return None
    return Novelty("note", "", (spot.ref,), 0, (spot.rect,))
