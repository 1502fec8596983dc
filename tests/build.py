"""Journeys for tests, written as one reads them: journey("Learn: ad, search > Buy: shop, pay")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from editor.model.journey import Journey
from editor.model.order import n_between
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Lane,
    Map,
    Owner,
    Persona,
    Point,
    Record,
    Stage,
    Step,
)

TOUCHPOINTS = "lane-touchpoints"
EMOTIONS = "lane-emotions"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f8cfc000"
    "0003010100f70341430000000049454e44ae426082"
)
"""One red pixel."""


def journey(sketch: str = "", *more: Record, **of_map: object) -> Journey:
    """Return a journey with one touchpoints lane: stages parted by ">", each "Title: card, card".

    Every card between commas has a step of its own; "ad + banner" stacks two in one cell. A stage
    without cards ("Wait") has one empty step. The ids are readable: "stage-buy", "step-buy-1", "card-pay",
    the lane is TOUCHPOINTS. `more` are further records, `of_map` fields of the map ("title", "language"…).
    """
    return Journey([*records(sketch, **of_map), *more])


def records(sketch: str = "", **of_map: object) -> list[Record]:
    """Return the records of `journey(sketch)`."""
    made: list[Record] = [Map(**of_map), Lane(TOUCHPOINTS, "a0", "touchpoints")]
    parts = [part.strip() for part in sketch.split(">") if part.strip()]
    for order, part in zip(n_between(None, None, len(parts)), parts, strict=True):
        title, _, cells = part.partition(":")
        stage = Stage(f"stage-{slug(title)}", order, title.strip())
        made += [stage, *_columns(stage, cells.split(","))]
    return made


def _columns(stage: Stage, cells: Sequence[str]) -> Iterable[Record]:
    for number, (order, cell) in enumerate(
        zip(n_between(None, None, len(cells)), cells, strict=True), start=1
    ):
        step = Step(f"step-{stage.id[6:]}-{number}", order, stage.id)
        yield step
        texts = [text.strip() for text in cell.split("+") if text.strip()]
        for place, text in zip(n_between(None, None, len(texts)), texts, strict=True):
            yield Card(f"card-{slug(text)}", place, TOUCHPOINTS, step.id, text)


def slug(text: str) -> str:
    """Return `text` as a part of an id; other than ASCII letters and digits become hexadecimal."""
    plain = "".join(c if c.isascii() else f"{ord(c):x}" for c in text.strip().lower())
    return re.sub(r"[^a-z0-9]+", "-", plain)[:50]


def with_records(journey: Journey, *more: Record) -> Journey:
    """Return a new journey with further records; one with a known id takes the old one's place."""
    return Journey({**journey.by_id(), **{record.id: record for record in more}}.values())


def with_curve(journey: Journey, values: Sequence[float], name: str = "Ava") -> Journey:
    """Return the journey with a persona and one point per column, in the lane EMOTIONS."""
    persona = Persona(f"persona-{slug(name)}", f"a{len(journey.all(Persona))}", name)
    lane = [] if EMOTIONS in journey else [Lane(EMOTIONS, "a1", "emotions")]
    points = [
        Point(f"point-{persona.id}-{number}", EMOTIONS, persona.id, step.id, value=value)
        for number, (step, value) in enumerate(zip(journey.columns(), values, strict=False), start=1)
    ]
    return with_records(journey, persona, *lane, *points)


def connection(source: str, target: str, kind: str = "next", text: str = "") -> Connection:
    """Return a connection with an id made of its ends."""
    return Connection(f"connection-{source}-{target}"[:64], source, target, kind, text)


def big(cards: int = 10_000, *, lanes: int = 20, stages: int = 10, text: str = "Compares offers") -> Journey:
    """Return a large map: ten steps a stage, five cards a cell, owners, channels and connections."""
    return Journey(big_records(cards, lanes=lanes, stages=stages, text=text))


def big_records(
    cards: int = 10_000, *, lanes: int = 20, stages: int = 10, text: str = "Compares offers"
) -> list[Record]:
    """Return the records of `big`."""
    steps = [
        Step(f"step-{stage}-{number}", order, f"stage-{stage}")
        for stage in range(stages)
        for number, order in enumerate(n_between(None, None, 10))
    ]
    cells = [(f"lane-{lane}", step.id) for lane in range(lanes) for step in steps]
    made = [_big_card(number, cells[number % len(cells)], text) for number in range(cards)]
    links = [connection(made[n].id, made[-n - 1].id) for n in range(0, cards // 2, 20)]
    return [Map(title="A large map"), *_frame_of(lanes, stages), *steps, *made, *links]


def _frame_of(lanes: int, stages: int) -> Iterable[Record]:
    for number, order in enumerate(n_between(None, None, 5)):
        yield Owner(f"owner-{number}", order, f"Owner {number}")
        yield Channel(f"channel-{number}", order, f"Channel {number}", "website")
    for number, order in enumerate(n_between(None, None, stages)):
        yield Stage(f"stage-{number}", order, f"Stage {number}")
    for number, order in enumerate(n_between(None, None, lanes)):
        yield Lane(f"lane-{number}", order, "touchpoints", f"Lane {number}")


def _big_card(number: int, cell: tuple[str, str], text: str) -> Card:
    return Card(
        f"card-{number:08d}",
        f"a{number % 10}",
        *cell,
        f"{text} {number}",
        owner=f"owner-{number % 5}",
        channel=f"channel-{number % 7 % 5}",
    )
