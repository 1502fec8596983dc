"""Random journeys and random edits, for hypothesis: sizes and texts shrink, the rest hangs on a seed."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import strategies as st

from editor.model.blank import FIVE_ELEMENTS
from editor.model.ids import Ids
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
    PAIN_NATURES,
    SEVERITIES,
    Evidence,
    Opportunity,
    Pain,
)
from editor.model.words import clean
from tests.build import PNG

LETTERS = 'ab Zé\n"\\/<&…–😀ąęśżł' + "سلام‌پچگژی۱۲٬" + "\u0301\u200f\u0640"

texts = st.text(st.sampled_from(LETTERS), max_size=12).map(clean)


@st.composite
def journeys(draw: st.DrawFn, most: int = 4) -> Journey:
    """Draw a journey with every kind of record; up to `most` of each, and up to 3 × `most` cards."""
    return Journey(draw(records(most)))


@st.composite
def records(draw: st.DrawFn, most: int = 4) -> list[Record]:
    """Draw the records of a journey, in any order."""
    sizes = draw(st.lists(st.integers(0, most), min_size=9, max_size=9))
    words = draw(st.lists(texts, min_size=1, max_size=6))
    maker = Maker(draw(st.integers(0, 2**32)), words)
    return maker.records(sizes)


class Maker:
    """Makes records out of a seed and some words."""

    def __init__(self, seed: int, words: list[str]) -> None:
        self.random = Random(seed)
        self.look = Random(seed + 1)  # of its own, so that colours change nothing else
        self.ids = Ids(seed)
        self.words = words

    def records(self, sizes: list[int]) -> list[Record]:
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
        return replace(about, level_colors=colors, brand=brand, theme=self.look.choice(["paper", "grey"]))

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
            more["lane_kind"] = self.random.choice(FIVE_ELEMENTS)
            more["persona"] = self.maybe(made, Persona)
            more["height"] = self.random.choice([None, 40.0, 17.5])
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

    def some(self, choices: list[str]) -> list[str]:
        return [choice for choice in dict.fromkeys(choices) if self.random.random() < 0.3]

    def maybe(self, made: list[Record], kind: type[Record], *, always: bool = False) -> str:
        keys = [record.id for record in made if isinstance(record, kind)]
        if not keys or (not always and self.random.random() < 0.4):
            return ""
        return self.random.choice(keys)
