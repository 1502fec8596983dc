"""What a map leaves open: findings for the people who work on it, one value each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from editor.analysis.summary import is_assumed, ownerless_stages
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Point, Stage
from editor.model.validity import check

PURCHASE = (
    "purchase", "buy", "buying", "action", "checkout", "order", "acquisition", "payment", "sale", "decision",
    "zakup", "kupno", "kupna", "zamówienie", "płatność", "خرید", "اقدام", "سفارش", "پرداخت",
)  # fmt: skip
"""Words by which a stage's title says that somebody buys; compared as `plain` makes them."""

AFTERWARDS = ("after", "post", "po", "پس", "بعد")
"""Words that turn a stage about buying into one about what follows ("post-purchase", "پس از خرید")."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a map leaves open: a stable code, the ids it is about, and a sentence template."""

    code: str
    refs: tuple[str, ...]
    template: str
    details: Mapping[str, str] = field(default_factory=dict[str, str])

    def __str__(self) -> str:
        return self.template.format(**self.details)


def findings(journey: Journey) -> list[Finding]:
    """Return everything that is odd in a journey, then everything it leaves open, in reading order."""
    odd = [Finding(p.code, (p.id,), p.template, p.details) for p in check(journey)]
    rules = (_stops_at_purchase, _without_owner, _clashing_names, _without_touchpoint)
    return odd + [found for rule in (*rules, _assumed, _flat_curves) for found in rule(journey)]


def plain(text: str) -> str:
    """Return `text` for comparing: no case, no marks, one space for any gap, half-spaces and dots ignored.

    Arabic and Persian forms of yeh and kaf count as one.
    """
    letters = unicodedata.normalize("NFKD", text.replace("\u200c", "").casefold())
    letters = letters.replace("ي", "ی").replace("ك", "ک")
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare))


def _stops_at_purchase(journey: Journey) -> Iterator[Finding]:
    stages = journey.all(Stage)
    if stages and _is_purchase(stages[-1]):
        template = "The map stops at “{stage}”: nothing is said about what comes after the purchase."
        yield Finding("stops-at-purchase", (stages[-1].id,), template, {"stage": _name(stages[-1])})


def _without_owner(journey: Journey) -> Iterator[Finding]:
    for key in ownerless_stages(journey):
        stage = journey.one(Stage, key)
        template = "Nobody is responsible for “{stage}”: write or choose a card there and set its owner."
        yield Finding("no-owner", (key,), template, {"stage": _name(stage)})


def _clashing_names(journey: Journey) -> Iterator[Finding]:
    """Find stages whose title or alias another stage goes by as well; half-spaces make no difference."""
    seen: dict[str, Stage] = {}
    for stage in journey.all(Stage):
        for name in dict.fromkeys(plain(text) for text in (stage.title, *stage.aliases)):
            other = seen.setdefault(name, stage)
            if name and other is not stage:
                details = {"first": _name(other), "second": _name(stage), "name": name}
                template = "“{first}” and “{second}” both go by the name “{name}”."
                yield Finding("name-clash", (other.id, stage.id), template, details)


def _without_touchpoint(journey: Journey) -> Iterator[Finding]:
    lanes = {lane.id for lane in journey.all(Lane) if lane.lane_kind == "touchpoints"}
    met = {card.step for card in journey.all(Card) if card.lane in lanes}
    for stage in journey.all(Stage):
        if lanes and not any(step.id in met for step in journey.steps(stage.id)):
            template = "“{stage}” has no touchpoint."
            yield Finding("no-touchpoint", (stage.id,), template, {"stage": _name(stage)})


def _assumed(journey: Journey) -> Iterator[Finding]:
    cards = [card for card in journey.all(Card) if is_assumed(card) and not _source(card)]
    for card in sorted(cards, key=lambda card: (journey.column(card.step), card.order, card.id)):
        template = "“{card}” is assumed, and no source is named."
        yield Finding("assumed", (card.id,), template, {"card": _short(card.text)})


def _flat_curves(journey: Journey) -> Iterator[Finding]:
    drawn = {point.lane for point in journey.all(Point)}
    for lane in journey.all(Lane):
        if lane.lane_kind == "emotions" and lane.id not in drawn:
            template = "The lane “{lane}” shows no emotion yet."
            yield Finding("no-emotion", (lane.id,), template, {"lane": lane.title or lane.id})


def _is_purchase(stage: Stage) -> bool:
    """Tell whether the stage is about buying by its title, what follows the purchase apart."""
    names = set(plain(stage.title).split())
    return bool(names & set(map(plain, PURCHASE))) and not names & set(map(plain, AFTERWARDS))


def _source(card: Card) -> str:
    return card.evidence.source if card.evidence else ""


def _name(stage: Stage) -> str:
    return stage.title or stage.id


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
