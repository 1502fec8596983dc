"""Random journeys of every kind of record, for what must hold on any map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any, Protocol

from editor.model.journey import Journey
from editor.model.order import n_between
from editor.model.pictures import image_id
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Map,
    Note,
    Owner,
    Persona,
    Point,
    Record,
    Stage,
    Step,
    Unknown,
)
from editor.model.values import (
    CONNECTION_KINDS,
    EVIDENCE_LEVELS,
    GRADES,
    INITIATORS,
    LANE_KINDS,
    PAIN_NATURES,
    SEVERITIES,
    Evidence,
    Opportunity,
    Pain,
)
from tests.build import PNG

NAMES = ("", "Nina", "nina", "Oskar", "سمیه", "Zażółć", "ZAŻÓŁĆ")
"""Names of which some are the same but for their letters' case."""
MOST = {
    "personas": 3, "owners": 3, "channels": 3, "stages": 3, "lanes": 4, "cards": 3, "points": 2, "links": 5,
    "notes": 3,
}  # fmt: skip
"""How many of each a random map has at the most; cards come in threes, points in twos."""


class Naming(Protocol):
    """What gives new records their ids."""

    def new(self, kind: str) -> str:
        """Return an id that was not given before."""
        ...


class Numbers:
    """Ids that two maps share: "card-1", "card-2"…"""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def new(self, kind: str) -> str:
        self._given[kind] += 1
        return f"{kind}-{self._given[kind]}"


def random_map(random: Random) -> Journey:
    """Return a journey with a few of everything, at random places, with random references.

    Its ids and names stand in other random maps, too; each of its points can be told by its place in a step.
    """
    sizes = [random.randint(0, most) for most in MOST.values()]
    made = Maker(random, random, Numbers(), NAMES).records(sizes)
    points = [record for record in made if isinstance(record, Point)]
    apart = [replace(point, at=number / 9) for number, point in enumerate(points)]
    return Journey([*(record for record in made if not isinstance(record, Point)), *apart])


class Maker:
    """Makes records out of chance and some words; `look` is the chance of what only shows."""

    def __init__(self, random: Random, look: Random, ids: Naming, words: Sequence[str]) -> None:
        self.random, self.look, self.ids, self.words = random, look, ids, words

    def records(self, sizes: Sequence[int]) -> list[Record]:
        personas, owners, channels, stages, lanes, cards, points, links, notes = sizes
        made: list[Record] = [self.map(), *([self.image()] if self.random.random() < 0.3 else [])]
        made[0] = replace(self.map_of(made), logo=self.sight(made))
        made += self.ordered(Persona, personas, made) + self.ordered(Owner, owners, made)
        made += self.ordered(Channel, channels, made)
        made += self.ordered(Stage, stages, made)
        for stage in list(made):
            if isinstance(stage, Stage):
                made += self.ordered(Step, self.random.randint(1, 3), made, stage=stage.id)
        made += self.ordered(Lane, lanes, made)
        made += [card for _ in range(3 * cards) for card in self.card(made)]
        made += [point for _ in range(2 * points) for point in self.point(made)]
        made += [link for _ in range(links) for link in self.connection(made)]
        made += [self.note(made) for _ in range(notes)]
        made += [self.unknown()] if self.random.random() < 0.3 else []
        self.random.shuffle(made)
        return made

    def map(self) -> Map:
        levels = self.random.choice([(), ("up", "down"), tuple("abcde")])
        return Map(title=self.text(), levels=levels, reviewed=self.day(), extra=self.extra())

    def map_of(self, made: list[Record]) -> Map:
        colors = tuple(self.color() for _ in range(self.look.choice([0, 0, 2])))
        brand = tuple(self.color() for _ in range(self.look.choice([0, 0, 1, 2])))
        (about,) = (record for record in made if isinstance(record, Map))
        key = self.look.choice(["map", "map", "m"])
        return replace(
            about, id=key, level_colors=colors, brand=brand, theme=self.look.choice(["paper", "grey"])
        )

    def color(self) -> str:
        return self.look.choice(["", f"#{self.look.randrange(0x1000000):06x}"])

    def sight(self, made: list[Record]) -> str:
        return self.look.choice(["", *(record.id for record in made if isinstance(record, Image))])

    def image(self) -> Image:
        return Image(image_id(PNG), data=PNG, alt=self.text())

    def ordered(self, kind: Any, count: int, made: list[Record], **fields: str) -> list[Record]:
        keys = n_between(None, None, count)
        return [self.filled(kind, key, made, **fields) for key in keys]

    def filled(self, kind: Any, order: str, made: list[Record], **fields: str) -> Any:
        name = "name" if kind in (Persona, Owner, Channel) else "title"
        more: dict[str, Any] = {name: self.text(), "extra": self.extra(), **fields}
        if kind in (Persona, Owner, Channel, Stage, Lane):
            more["color"] = self.color()
        if kind is Channel:
            more["image"] = self.sight(made)
        if kind is Stage:
            more["aliases"] = tuple(self.some(self.words))
        if kind is Persona:
            more["image"] = self.maybe(made, Image)
        if kind is Lane:
            more["lane_kind"] = self.random.choice(LANE_KINDS)
            more["persona"] = self.maybe(made, Persona)
            more["height"] = self.random.choice([None, 40.0, 17.5])
            more["hidden"], more["locked"] = self.look.random() < 0.1, self.look.random() < 0.1
        return kind(self.ids.new(kind.kind), order, **more)

    def card(self, made: list[Record]) -> list[Record]:
        lane, step = self.maybe(made, Lane, always=True), self.maybe(made, Step, always=True)
        if not lane or not step:
            return []
        return [
            Card(
                self.ids.new("card"), self.random.choice(["a0", "a1", "a1V", "b00"]), lane, step, self.text(),
                span=self.random.choice([1, 1, 2]), owner=self.maybe(made, Owner),
                channel=self.maybe(made, Channel), initiator=self.random.choice(INITIATORS),
                personas=tuple(self.some([r.id for r in made if isinstance(r, Persona)])),
                moment_of_truth=self.random.random() < 0.2, evidence=self.evidence(), pain=self.pain(),
                opportunity=self.opportunity(), image=self.maybe(made, Image), extra=self.extra(),
            )
        ]  # fmt: skip

    def point(self, made: list[Record]) -> list[Record]:
        lane, step, persona = (self.maybe(made, kind, always=True) for kind in (Lane, Step, Persona))
        if not (lane and step and persona):
            return []
        at, value = self.random.random(), self.random.choice([-1.0, 0.0, self.random.uniform(-1, 1)])
        key = self.ids.new("point")
        return [Point(key, lane, persona, step, at, value, self.text(), self.evidence(), self.extra())]

    def connection(self, made: list[Record]) -> list[Record]:
        kind = self.random.choice([Card, Stage])
        ends = [record.id for record in made if isinstance(record, kind)]
        if len(ends) < 2:
            return []
        source, target = self.random.sample(ends, 2)
        key, its_kind = self.ids.new("connection"), self.random.choice(CONNECTION_KINDS)
        return [Connection(key, source, target, its_kind, self.text())]

    def note(self, made: list[Record]) -> Note:
        return Note(
            self.ids.new("note"), "a0", self.random.choice(["", self.random.choice(made).id]), self.text()
        )

    def unknown(self) -> Unknown:
        return Unknown(self.ids.new("metric"), "metric", '{"value":[1,{"x":null}]}')

    def evidence(self) -> Evidence | None:
        if self.random.random() < 0.6:
            return None
        level = self.random.choice(EVIDENCE_LEVELS)
        return Evidence(level, self.text(), self.day(), self.text(), self.extra())

    def pain(self) -> Pain | None:
        if self.random.random() < 0.6:
            return None
        return Pain(self.random.choice(PAIN_NATURES), self.random.choice(SEVERITIES))

    def opportunity(self) -> Opportunity | None:
        if self.random.random() < 0.6:
            return None
        return Opportunity(self.random.choice(GRADES), self.random.choice(GRADES))

    def extra(self) -> tuple[tuple[str, str], ...]:
        return (("weight", "0.25"), ("zoo", '{"a":[1,"ą"]}')) if self.random.random() < 0.1 else ()

    def day(self) -> str:
        return self.random.choice(["", "2025-03-21", "2024-02-29"])

    def text(self) -> str:
        return self.random.choice(self.words)

    def some(self, choices: Sequence[str]) -> list[str]:
        return [choice for choice in dict.fromkeys(choices) if self.random.random() < 0.3]

    def maybe(self, made: list[Record], kind: type[Record], *, always: bool = False) -> str:
        keys = [record.id for record in made if isinstance(record, kind)]
        if not keys or (not always and self.random.random() < 0.4):
            return ""
        return self.random.choice(keys)
