"""The numbers of a map: how much there is of everything, how much is assumed, what has no owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.model.records import Card, Channel, Connection, Lane, Note, Owner, Persona, Point, Stage, Step

if TYPE_CHECKING:
    from editor.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one map; `ownerless` are ids of stages with cards of which none names an owner."""

    stages: int
    steps: int
    lanes: int
    cards: int
    points: int
    personas: int
    owners: int
    channels: int
    connections: int
    notes: int
    assumed: int
    ownerless: tuple[str, ...]


def summary(journey: Journey) -> Summary:
    """Return the numbers of `journey`."""
    cards = journey.all(Card)
    return Summary(
        stages=len(journey.all(Stage)),
        steps=len(journey.all(Step)),
        lanes=len(journey.all(Lane)),
        cards=len(cards),
        points=len(journey.all(Point)),
        personas=len(journey.all(Persona)),
        owners=len(journey.all(Owner)),
        channels=len(journey.all(Channel)),
        connections=len(journey.all(Connection)),
        notes=len(journey.all(Note)),
        assumed=sum(map(is_assumed, cards)),
        ownerless=ownerless_stages(journey),
    )


def is_assumed(card: Card) -> bool:
    """Tell whether a card says of itself that nobody has observed or measured it."""
    return card.evidence is not None and card.evidence.level == "assumed"


def ownerless_stages(journey: Journey) -> tuple[str, ...]:
    """Return the ids of the stages for which nobody is responsible, in reading order."""
    owned = {card.step for card in journey.all(Card) if card.owner}
    return tuple(
        stage.id
        for stage in journey.all(Stage)
        if not any(step.id in owned for step in journey.steps(stage.id))
    )
