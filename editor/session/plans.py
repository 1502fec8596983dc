"""What a hand or a panel can do to a journey, named by ids: plans to preview in a gesture or to do at once.

Every method returns a plan, a pure function of the journey as it is at the gesture's start, so that a
gesture computes from its start and the pointer and never adds up small moves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.model.change import Change
from editor.model.edits import arranging, copying, curves, linking, removing, stages, wording
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Channel, Connection, Lane, Note, Owner, Persona, Point, Stage, Step

if TYPE_CHECKING:
    from editor.model.records import Image
    from editor.session.clip import Clip

Plan = Callable[[Journey], Change]
Cell = tuple[str, str]
"""A lane and a step."""
NAMED: Mapping[str, type[Persona | Owner | Channel]] = {
    "persona": Persona, "owner": Owner, "channel": Channel,
}  # fmt: skip
"""What has a name that others refer to, by its kind."""


class Plans:
    """Makes plans; new records get their ids from `ids`, one and the same for every preview of a plan."""

    def __init__(self, ids: Ids) -> None:
        self.ids = ids

    # Where things stand

    def move_cards(self, keys: Sequence[str], lane: str, step: str, index: int | None = None) -> Plan:
        """Move cards into one cell; `index` counts the cell's cards without them."""
        return lambda journey: arranging.move_cards(journey, keys, lane, step, index)

    def shift_cards(self, keys: Sequence[str], lanes: int, columns: int) -> Plan:
        """Move cards by so many lanes and columns, keeping their relative cells."""
        return lambda journey: arranging.shift_cards(journey, keys, lanes, columns)

    def copy_cards(self, keys: Sequence[str], lane: str, step: str, index: int | None = None) -> Plan:
        """Put copies of cards into one cell."""
        seed = self.ids.new("seed")

        def plan(journey: Journey) -> Change:
            ids = Ids(seed)
            copies = [replace(journey.one(Card, key), id=ids.new("card", journey)) for key in keys]
            return arranging.add_all(journey, [replace(c, lane=lane, step=step) for c in copies], index)

        return plan

    def lay_cards(self, cells: Mapping[str, Cell], index: int | None = None) -> Plan:
        """Move each card to its cell (lane, step); `index` counts a cell's cards without those that move."""

        def plan(journey: Journey) -> Change:
            cards = [journey.one(Card, key) for key in cells]
            moved = [replace(c, lane=cells[c.id][0], step=cells[c.id][1]) for c in cards]
            return arranging.lay_cards(journey, moved, index)

        return plan

    def lay_copies(self, cells: Mapping[str, Cell], index: int | None = None) -> Plan:
        """Put a copy of each card into its cell (lane, step); `index` counts a cell's cards as they are."""
        names = {key: self.ids.new("card") for key in cells}

        def plan(journey: Journey) -> Change:
            cards = [journey.one(Card, key) for key in cells]
            copies = [replace(c, id=names[c.id], lane=cells[c.id][0], step=cells[c.id][1]) for c in cards]
            return arranging.lay_cards(journey, copies, index)

        return plan

    def steady(self, sizes: Mapping[str, float]) -> Callable[[Plan], Plan]:
        """Return what makes plans keep lanes as high, and steps as wide, as `sizes` says by their ids.

        A gesture makes its previews steady, so that the map does not shrink under the hand.
        """
        held: list[Change] = []

        def steadied(plan: Plan) -> Plan:
            def both(journey: Journey) -> Change:
                if not held:  # made once: records that stay the same objects are laid out once
                    held.append(_sized(journey, sizes))
                return held[0].then(plan(journey))

            return both

        return steadied

    def reorder(self, key: str, index: int) -> Plan:
        """Move a stage, lane, step or card to `index` among its siblings, counted without itself."""
        return lambda journey: arranging.reorder(journey, key, index)

    def move_step(self, key: str, stage: str, index: int | None = None) -> Plan:
        """Move a step into a stage."""
        return lambda journey: arranging.move_step(journey, key, stage, index)

    # What comes and goes

    def add_card(self, lane: str, step: str, index: int | None = None, **fields: object) -> Plan:
        """Add a card to a cell; `fields` are further fields of the card."""
        card = Card(self.ids.new("card"), lane=lane, step=step)
        return lambda journey: arranging.add(journey, wording.written(card, fields), index)

    def write_new(self, lane: str, step: str, index: int | None = None) -> tuple[str, Callable[[str], Plan]]:
        """Return the id of a card that is still to be written, and what makes the plan that adds it."""
        card = Card(self.ids.new("card"), lane=lane, step=step)

        def plan(text: str) -> Plan:
            return lambda journey: arranging.add(journey, wording.written(card, {"text": text}), index)

        return card.id, plan

    def add_stage(self, index: int | None = None, title: str = "") -> Plan:
        """Add a stage with one step."""
        stage, step = Stage(self.ids.new("stage"), title=title), Step(self.ids.new("step"))
        return lambda journey: arranging.add_stage(journey, stage, step, index)

    def add_step(self, stage: str, index: int | None = None) -> Plan:
        """Add a step to a stage."""
        step = Step(self.ids.new("step"), stage=stage)
        return lambda journey: arranging.add(journey, step, index)

    def add_lane(self, lane_kind: str, index: int | None = None, title: str = "") -> Plan:
        """Add a lane of one of the kinds of `editor.model.values`."""
        lane = Lane(self.ids.new("lane"), lane_kind=lane_kind, title=title)
        return lambda journey: arranging.add(journey, lane, index)

    def add_note(self, about: str, text: str = "") -> Plan:
        """Add a note about an element, behind all others."""
        note = Note(self.ids.new("note"), about=about, text=text)
        return lambda journey: arranging.add(journey, note)

    def duplicate(self, keys: Sequence[str]) -> Plan:
        """Copy records with what stands in them, right after the originals."""
        seed = self.ids.new("seed")
        return lambda journey: copying.duplicate(journey, keys, Ids(seed))

    def remove(self, keys: Sequence[str]) -> Plan:
        """Remove records with what stands in them."""
        return lambda journey: removing.remove(journey, keys)

    def split(self, step: str, title: str = "") -> Plan:
        """Let a new stage begin at `step`."""
        stage = Stage(self.ids.new("stage"), title=title)
        return lambda journey: stages.split(journey, step, stage)

    def merge(self, first: str, second: str) -> Plan:
        """Make one stage of two neighbours."""
        return lambda journey: stages.merge(journey, first, second)

    def merge_all(self, keys: Sequence[str]) -> Plan:
        """Make one stage of several, the first of them."""
        return lambda journey: stages.merge_all(journey, keys)

    def paste(self, clip: Clip, lane: str = "", step: str = "") -> Plan:
        """Bring what a clip holds into the map, from the cell where `lane` meets `step`."""
        from editor.session.clip import pasted

        seed = self.ids.new("seed")
        return lambda journey: pasted(journey, clip, lane=lane, step=step, ids=Ids(seed))

    # What they say

    def write(self, key: str, text: str) -> Plan:
        """Give a record another title or text."""
        return lambda journey: wording.retitle(journey, key, text)

    def set_fields(self, keys: Sequence[str], **fields: object) -> Plan:
        """Set the same fields of several records."""
        return lambda journey: wording.set_fields(journey, keys, **fields)

    def set_part(self, keys: Sequence[str], field: str, part: str, value: object) -> Plan:
        """Set one part of the evidence, pain or opportunity of several records."""
        return lambda journey: wording.set_part(journey, keys, field, part, value)

    def set_picture(self, keys: Sequence[str], image: Image | None) -> Plan:
        """Give several records the same picture, or none; what nothing shows any more goes."""
        from editor.model.edits.picturing import set_picture

        return lambda journey: set_picture(journey, keys, image)

    def rewrite(self, texts: Mapping[str, Mapping[str, object]]) -> Plan:
        """Set other fields of each record: by its id, the fields with their new values."""
        return lambda journey: wording.rewrite(journey, texts)

    def add_named(self, kind: str, name: str) -> Plan:
        """Add a persona, owner or channel of that name, behind the others."""
        named = NAMED[kind](self.ids.new(kind), name=name)
        return lambda journey: arranging.add(journey, named)

    def set_new(self, keys: Sequence[str], field: str, kind: str, name: str) -> Plan:
        """Add a persona, owner or channel, and let `field` of several records name it."""
        named = NAMED[kind](self.ids.new(kind), name=name)

        def plan(journey: Journey) -> Change:
            value = {key: _and_also(getattr(journey.get(key), field), named.id) for key in keys}
            chosen = wording.rewrite(journey, {key: {field: value[key]} for key in keys})
            return arranging.add(journey, named).then(chosen)

        return plan

    # The emotion curve

    def move_point(
        self, key: str, *, step: str | None = None, at: float | None = None, value: float | None = None
    ) -> Plan:
        """Move a point to another step, place in it (0 to 1) or emotion (-1 to 1)."""
        return lambda journey: curves.move_point(journey, key, step=step, at=at, value=value)

    def move_points(self, places: Mapping[str, tuple[str, float, float]]) -> Plan:
        """Move points, each to (step, place in it, emotion); none comes to stand right on another."""
        return lambda journey: curves.move_points(journey, places)

    def add_point(self, lane: str, persona: str, step: str, at: float, value: float) -> Plan:
        """Add a point to a persona's curve; without a persona a new one is added, too."""
        newcomer = None if persona else Persona(self.ids.new("persona"))
        who = newcomer.id if newcomer else persona
        point = Point(self.ids.new("point"), lane, who, step, at, value)

        def plan(journey: Journey) -> Change:
            placed = curves.beside_others(journey, point) if newcomer is None else point
            added = Change(added={placed.id: placed})
            return arranging.add(journey, newcomer).then(added) if newcomer else added

        return plan

    # What leads where

    def connect(self, source: str, target: str, connection_kind: str = "next", text: str = "") -> Plan:
        """Connect two cards or two stages."""
        connection = Connection(self.ids.new("connection"), source, target, connection_kind, text)
        return lambda journey: linking.connect(journey, connection)

    def connect_new(self, source: str, lane: str, step: str, index: int | None = None) -> Plan:
        """Add an empty card to a cell and connect `source` to it."""
        card = Card(self.ids.new("card"), lane=lane, step=step)
        connection = Connection(self.ids.new("connection"), source, card.id)

        def plan(journey: Journey) -> Change:
            added = arranging.add(journey, card, index)
            return added.then(Change(added={connection.id: connection}))

        return plan

    def reconnect(self, key: str, *, source: str | None = None, target: str | None = None) -> Plan:
        """Let a connection begin or end elsewhere."""
        return lambda journey: linking.reconnect(journey, key, source=source, target=target)


def _and_also(known: str | tuple[str, ...], key: str) -> str | tuple[str, ...]:
    return (*known, key) if isinstance(known, tuple) else key


def _sized(journey: Journey, sizes: Mapping[str, float]) -> Change:
    change = Change()
    for key, size in sizes.items():
        field = "height" if isinstance(journey.get(key), Lane) else "width"
        change = change.then(wording.set_fields(journey, [key], **{field: size}))
    return change


def snapped(value: float, levels: int) -> float:
    """Return the emotion (-1 to 1) of the nearest of `levels` levels."""
    return curves.snapped(value, levels)
