"""Random edits: each step picks one of the edits and something to do it to."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from editor.model.change import Change
from editor.model.edits import arranging, copying, curves, linking, removing, stages, wording
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Map, Note, Owner, Persona, Point, Stage, Step
from editor.model.trouble import Trouble


class Editor:
    """Does one random edit after another; what is refused or impossible is an empty change."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.ids = Ids(f"edit {seed}")  # other ids than those of the map that is edited

    def edit(self, journey: Journey) -> Change:
        """Return the next change; it is not yet applied."""
        edit: Callable[[Journey], Change] = self.random.choice(
            [
                self.add_stage, self.add, self.retitle, self.reorder, self.move_step, self.move_cards,
                self.shift, self.remove, self.duplicate, self.split, self.merge, self.connect, self.reconnect,
                self.point, self.assign,
            ]
        )  # fmt: skip
        try:
            return edit(journey)
        except (Trouble, IndexError):
            return Change()

    def add_stage(self, journey: Journey) -> Change:
        stage, step = Stage(self.ids.new("stage"), title="New"), Step(self.ids.new("step"))
        return arranging.add_stage(journey, stage, step, self.random.randint(0, 5))

    def add(self, journey: Journey) -> Change:
        record = self.random.choice(
            [
                Owner(self.ids.new("owner"), name="Ops"),
                Persona(self.ids.new("persona"), name="Bo"),
                Lane(self.ids.new("lane"), lane_kind="thoughts"),
                Step(self.ids.new("step"), stage=self.one(journey, Stage)),
                Card(self.ids.new("card"), "", self.one(journey, Lane), self.one(journey, Step), "New"),
                Note(self.ids.new("note"), "", self.any(journey), "Why?"),
                Point(
                    self.ids.new("point"),
                    self.one(journey, Lane),
                    self.one(journey, Persona),
                    self.one(journey, Step),
                ),
            ]
        )
        return arranging.add(journey, record, self.random.randint(0, 4))

    def retitle(self, journey: Journey) -> Change:
        key = self.any(journey)
        return wording.retitle(journey, key, f"Title {self.random.randint(0, 9)}")

    def assign(self, journey: Journey) -> Change:
        return wording.set_fields(journey, self.several(journey, Card), owner=self.one(journey, Owner))

    def reorder(self, journey: Journey) -> Change:
        key = self.one(journey, self.random.choice([Stage, Lane, Card, Step, Owner, Note]))
        return arranging.reorder(journey, key, self.random.randint(0, 5))

    def move_step(self, journey: Journey) -> Change:
        return arranging.move_step(journey, self.one(journey, Step), self.one(journey, Stage), None)

    def move_cards(self, journey: Journey) -> Change:
        lane, step = self.one(journey, Lane), self.one(journey, Step)
        return arranging.move_cards(
            journey, self.several(journey, Card), lane, step, self.random.randint(0, 3)
        )

    def shift(self, journey: Journey) -> Change:
        by = self.random.randint(-2, 2), self.random.randint(-2, 2)
        return arranging.shift_cards(journey, self.several(journey, Card), *by)

    def remove(self, journey: Journey) -> Change:
        keys = [key for key in (self.any(journey), self.any(journey)) if key != journey.map.id]
        return removing.remove(journey, keys)

    def duplicate(self, journey: Journey) -> Change:
        kind = self.random.choice([Stage, Lane, Card, Step, Persona, Note])
        return copying.duplicate(journey, self.several(journey, kind), self.ids)

    def split(self, journey: Journey) -> Change:
        return stages.split(
            journey, self.one(journey, Step), Stage(self.ids.new("stage"), title="Second half")
        )

    def merge(self, journey: Journey) -> Change:
        return stages.merge(journey, self.one(journey, Stage), self.one(journey, Stage))

    def connect(self, journey: Journey) -> Change:
        kind = self.random.choice([Card, Stage])
        ends = self.one(journey, kind), self.one(journey, kind)
        return linking.connect(journey, Connection(self.ids.new("connection"), *ends))

    def reconnect(self, journey: Journey) -> Change:
        return linking.reconnect(journey, self.one(journey, Connection), target=self.one(journey, Card))

    def point(self, journey: Journey) -> Change:
        value = self.random.uniform(-2, 2)
        return curves.move_point(journey, self.one(journey, Point), step=self.one(journey, Step), value=value)

    def one(self, journey: Journey, kind: Any) -> str:
        """Return the id of a record of that kind; raises IndexError if there is none."""
        return self.random.choice(journey.all(kind)).id

    def several(self, journey: Journey, kind: Any) -> list[str]:
        """Return the ids of one to three records of that kind."""
        found = [record.id for record in journey.all(kind)]
        return self.random.sample(found, min(len(found), self.random.randint(1, 3)))

    def any(self, journey: Journey) -> str:
        """Return the id of any record that has a title."""
        kinds = [Map, Stage, Step, Lane, Card, Owner, Persona, Point, Connection, Note]
        return self.random.choice([record.id for kind in kinds for record in journey.all(kind)])
