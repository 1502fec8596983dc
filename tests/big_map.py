"""A journey of 10,000 cards: 100 stages of one step, 20 lanes, five cards in every cell."""

from __future__ import annotations

from editor.model.journey import Journey
from editor.model.order import n_between
from editor.model.records import Card, Lane, Map, Record, Stage, Step

WORDS = (
    "opens the parcel", "asks a friend", "compares two offers", "waits for an answer", "signs the form",
    "calls the helpline", "reads the letter twice", "looks for the price", "books a visit", "pays at once",
)  # fmt: skip
KINDS = ("actions", "text", "touchpoints", "thoughts", "notes")


def big_journey(stages: int = 100, lanes: int = 20, cards: int = 5) -> Journey:
    """Return the journey; every card has a text of its own."""
    records: list[Record] = [Map(title="Ten thousand cards")]
    keys = n_between(None, None, max(stages, lanes, cards))
    for s in range(stages):
        records += [Stage(f"stage-{s}", keys[s], f"Stage {s + 1}"), Step(f"step-{s}", keys[0], f"stage-{s}")]
    for row in range(lanes):
        records.append(Lane(f"lane-{row}", keys[row], KINDS[row % len(KINDS)], f"Lane {row + 1}"))
        for s in range(stages):
            records += [card(row, s, n, keys[n]) for n in range(cards)]
    return Journey(records)


def card(row: int, stage: int, number: int, order: str) -> Card:
    """Return one card whose text no other card has."""
    words = f"{WORDS[(row + stage + number) % 10]}, {WORDS[(row * 3 + stage) % 10]} {row}-{stage}-{number}"
    return Card(f"card-{row}-{stage}-{number}", order, f"lane-{row}", f"step-{stage}", words)
