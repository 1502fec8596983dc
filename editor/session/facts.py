"""Answers about a journey for those who know ids only: what a thing is, where it stands, what it allows."""

from __future__ import annotations

from dataclasses import dataclass

from editor.model.edits.wording import title
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Persona, Point, Stage, Step

USUAL_LEVELS = 5


@dataclass(frozen=True, slots=True)
class Facts:
    """Asks the journey as it is now; an id that is not there has the kind "" and no text."""

    journey: Journey

    def kind(self, key: str) -> str:
        """Return the kind of a record ("card", "stage", …), "" for none."""
        return self.journey.get(key).kind if key in self.journey else ""

    def text(self, key: str) -> str:
        """Return the title or text of a record."""
        return title(self.journey.get(key)) if key in self.journey else ""

    def cell(self, card: str) -> tuple[str, str, int]:
        """Return (lane, step, index in the cell) of a card."""
        record = self.journey.one(Card, card)
        row = self.journey.cell(record.lane, record.step)
        return record.lane, record.step, [other.id for other in row].index(card)

    def card_count(self) -> int:
        """Return how many cards there are on the map."""
        return len(self.journey.all(Card))

    def cards(self, lane: str, step: str) -> tuple[str, ...]:
        """Return the ids of the cards of a cell in their order."""
        return tuple(card.id for card in self.journey.cell(lane, step))

    def lane_kind(self, lane: str) -> str:
        """Return the kind of a lane, such as "touchpoints"."""
        return self.journey.one(Lane, lane).lane_kind

    def takes_cards(self, lane: str) -> bool:
        """Tell whether cards may be put into a lane: it is no emotion lane, open and not locked."""
        record = self.journey.one(Lane, lane)
        return record.lane_kind != "emotions" and not (record.locked or record.collapsed)

    def is_locked(self, lane: str) -> bool:
        """Tell whether a lane is locked against changes."""
        return self.journey.one(Lane, lane).locked

    def size(self, key: str) -> float | None:
        """Return the width of a step or the height of a lane as it was set by hand, None where it fits."""
        record = self.journey.get(key)
        return record.height if isinstance(record, Lane) else self.journey.one(Step, key).width

    def lanes(self) -> tuple[str, ...]:
        """Return the ids of the lanes that are shown, from top to bottom."""
        return tuple(lane.id for lane in self.journey.all(Lane) if not lane.hidden)

    def all_lanes(self) -> tuple[str, ...]:
        """Return the ids of all lanes, hidden ones too, from top to bottom."""
        return tuple(lane.id for lane in self.journey.all(Lane))

    def hidden_lanes(self) -> tuple[str, ...]:
        """Return the ids of the lanes that are hidden, from top to bottom."""
        return tuple(lane.id for lane in self.journey.all(Lane) if lane.hidden)

    def lane_flags(self, lane: str) -> frozenset[str]:
        """Return what holds of a lane: "collapsed", "hidden", "locked"."""
        record = self.journey.one(Lane, lane)
        return frozenset(name for name in ("collapsed", "hidden", "locked") if getattr(record, name))

    def shut_lanes(self) -> dict[str, frozenset[str]]:
        """Return the lanes that are shown but locked or collapsed, with their flags."""
        shut = (lane for lane in self.journey.all(Lane) if lane.locked or lane.collapsed)
        return {lane.id: self.lane_flags(lane.id) for lane in shut if not lane.hidden}

    def stages(self) -> tuple[str, ...]:
        """Return the ids of the stages in the order of time."""
        return tuple(stage.id for stage in self.journey.all(Stage))

    def steps(self) -> tuple[str, ...]:
        """Return the ids of all steps in the order of time."""
        return tuple(step.id for step in self.journey.columns())

    def steps_of(self, stage: str) -> tuple[str, ...]:
        """Return the ids of a stage's steps."""
        return tuple(step.id for step in self.journey.steps(stage))

    def stage_of(self, step: str) -> str:
        """Return the id of a step's stage."""
        return self.journey.one(Step, step).stage

    def point(self, key: str) -> tuple[str, str, str, float, float]:
        """Return (lane, persona, step, place in the step, emotion) of a curve's point."""
        point = self.journey.one(Point, key)
        return point.lane, point.persona, point.step, point.at, point.value

    def takes_points(self, lane: str) -> bool:
        """Tell whether emotions may be put into a lane: it is an emotion lane, open and not locked."""
        record = self.journey.one(Lane, lane)
        return record.lane_kind == "emotions" and not (record.locked or record.collapsed)

    def curves(self, lane: str) -> tuple[str, ...]:
        """Return the ids of the personas who may have a curve in a lane, the front one first."""
        own = self.journey.one(Lane, lane).persona
        return (own,) if own else self.personas()

    def connection(self, key: str) -> tuple[str, str, str, str]:
        """Return (source, target, kind, text) of a connection."""
        link = self.journey.one(Connection, key)
        return link.source, link.target, link.connection_kind, link.text

    def personas(self) -> tuple[str, ...]:
        """Return the ids of the personas, the front one first."""
        return tuple(persona.id for persona in self.journey.all(Persona))

    def levels(self) -> int:
        """Return the number of levels of the emotion scale."""
        return len(self.journey.map.levels) or USUAL_LEVELS

    def rtl(self) -> bool:
        """Tell whether time runs from right to left."""
        return self.journey.map.direction == "rtl"
