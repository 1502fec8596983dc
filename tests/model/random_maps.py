"""Random journeys of every kind of record, for what must hold on any map."""

from __future__ import annotations

from random import Random

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
from editor.model.values import CONNECTION_KINDS, LANE_KINDS, Evidence, Opportunity, Pain

NAMES = ("", "Nina", "nina", "Oskar", "سمیه", "Zażółć", "ZAŻÓŁĆ")
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
)


def random_map(random: Random) -> Journey:
    """Return a journey with up to three of everything, at random places, with random references."""
    frame = [*_frame(random)]
    steps = [record for record in frame if isinstance(record, Step)]
    lanes = [record for record in frame if isinstance(record, Lane)]
    people = [record for record in frame if isinstance(record, Persona)]
    cards = (
        [_card(random, number, frame) for number in range(random.randint(0, 8))] if steps and lanes else []
    )
    points = [
        Point(f"point-{n}", random.choice(lanes).id, random.choice(people).id, random.choice(steps).id, n / 9)
        for n in range(random.randint(0, 4))
        if steps and lanes and people
    ]
    ends = ([card.id for card in cards], [r.id for r in frame if isinstance(r, Stage)])
    links = [_link(random, n, random.choice(ends)) for n in range(random.randint(0, 5))]
    made = [*frame, *cards, *points, *(link for link in links if link)]
    notes = [Note(f"note-{n}", f"a{n}", random.choice(made).id, "why?") for n in range(random.randint(0, 3))]
    return Journey([*made, *notes])


def _frame(random: Random) -> list[Record]:
    keys = n_between(None, None, 4)
    made: list[Record] = [Map(id=random.choice(("map", "m"))), _image(), Unknown("odd", "metric", "{}")]
    for n in range(random.randint(0, 3)):
        made += [
            Persona(f"persona-{n}", keys[n], random.choice(NAMES), image=random.choice(("", _image().id))),
            Owner(f"owner-{n}", keys[n], random.choice(NAMES)),
            Channel(f"channel-{n}", keys[n], random.choice(NAMES)),
        ]
    for n in range(random.randint(0, 3)):
        made.append(Stage(f"stage-{n}", keys[n], random.choice(NAMES)))
        made += [Step(f"step-{n}-{m}", keys[m], f"stage-{n}") for m in range(random.randint(1, 3))]
    people = ["", *(record.id for record in made if isinstance(record, Persona))]
    for n in range(random.randint(0, 4)):
        switches = {name: random.random() < 0.2 for name in ("hidden", "locked")}
        kind, title = random.choice(LANE_KINDS), random.choice(NAMES)
        made.append(Lane(f"lane-{n}", keys[n], kind, title, persona=random.choice(people), **switches))
    return made


def _image() -> Image:
    return Image(image_id(PNG), data=PNG, alt="a dot")


def _card(random: Random, number: int, frame: list[Record]) -> Card:
    def one(kind: type[Record], *more: str) -> str:
        return random.choice([*more, *(record.id for record in frame if isinstance(record, kind))])

    people = [record.id for record in frame if isinstance(record, Persona)]
    return Card(
        f"card-{number}",
        f"a{random.randint(0, 9)}",
        one(Lane),
        one(Step),
        f"does {number}",
        random.randint(1, 3),
        one(Owner, ""),
        one(Channel, ""),
        personas=tuple(random.sample(people, random.randint(0, len(people)))),
        evidence=random.choice((None, Evidence("observed", "survey"))),
        pain=random.choice((None, Pain("driver", 3))),
        opportunity=random.choice((None, Opportunity("high", "low"))),
        image=one(Image, ""),
    )


def _link(random: Random, number: int, ends: list[str]) -> Connection | None:
    if len(ends) < 2:
        return None
    source, target = random.sample(ends, 2)
    return Connection(f"link-{number}", source, target, random.choice(CONNECTION_KINDS))
