"""What is odd in a journey that can be shown and saved all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from editor.model.journey import Journey
from editor.model.records import Card, Connection, Image, Lane, Map, Persona, Point, Stage

RIGHT_TO_LEFT = ("ar", "arc", "ckb", "dv", "fa", "he", "ku", "nqo", "ps", "sd", "ug", "ur", "yi")
"""Languages that are written from right to left."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd about the record `id`: a stable code and a sentence template for `details`."""

    id: str
    code: str
    template: str
    details: Mapping[str, str] = field(default_factory=dict[str, str])


def check(journey: Journey) -> list[Problem]:
    """Return all problems of a journey, those of the map first, then by kind and order."""
    rules = (_map, _empty, _spans, _misplaced_cards, _misplaced_points, _crowded_points, _personas)
    return [problem for rule in (*rules, _connections, _pictures) for problem in rule(journey)]


def is_right_to_left(language: str) -> bool:
    """Tell whether a language tag names a language written from right to left."""
    return language.split("-")[0].lower() in RIGHT_TO_LEFT


def _map(journey: Journey) -> Iterator[Problem]:
    about: Map = journey.map
    if is_right_to_left(about.language) != (about.direction == "rtl"):
        details = {"language": about.language}
        yield Problem(about.id, "direction", "The map does not run the way {language} is written.", details)
    if about.reviewed and about.next_review and about.next_review < about.reviewed:
        yield Problem(about.id, "review", "The next review lies before the last one.")


def _empty(journey: Journey) -> Iterator[Problem]:
    if not journey.all(Stage):
        yield Problem(journey.map.id, "no-stage", "The map has no stage.")
    if not journey.all(Lane):
        yield Problem(journey.map.id, "no-lane", "The map has no lane.")


def _spans(journey: Journey) -> Iterator[Problem]:
    columns = len(journey.columns())
    for card in journey.all(Card):
        if card.span > 1 and journey.column(card.step) + card.span > columns:
            yield Problem(card.id, "span", "The card reaches beyond the last step of the map.")


def _misplaced_cards(journey: Journey) -> Iterator[Problem]:
    curves = _lanes_of_curves(journey)
    for card in journey.all(Card):
        if card.lane in curves:
            yield Problem(card.id, "card-on-curve", "The card stands in a lane that shows emotions.")


def _misplaced_points(journey: Journey) -> Iterator[Problem]:
    curves = _lanes_of_curves(journey)
    for point in journey.all(Point):
        if point.lane not in curves:
            yield Problem(point.id, "point-off-curve", "The emotion stands in a lane that shows no emotions.")


def _crowded_points(journey: Journey) -> Iterator[Problem]:
    places = ((point.lane, point.persona, point.step, str(point.at)) for point in journey.all(Point))
    for place in _repeated(places):
        twins = [p for p in journey.points(place[0]) if (p.lane, p.persona, p.step, str(p.at)) == place]
        yield Problem(twins[-1].id, "same-place", "Two emotions of one persona stand in the same place.")


def _personas(journey: Journey) -> Iterator[Problem]:
    limited = {lane.id: lane.persona for lane in journey.all(Lane) if lane.persona}
    for card in journey.all(Card):
        if card.personas and limited.get(card.lane, card.personas[0]) not in card.personas:
            yield Problem(card.id, "persona", "The card stands in the lane of a persona whom it leaves out.")
    for name in _repeated((persona.name,) for persona in journey.all(Persona) if persona.name):
        twin = [persona for persona in journey.all(Persona) if persona.name == name[0]][-1]
        yield Problem(twin.id, "same-name", "Two personas are called {name}.", {"name": name[0]})


def _connections(journey: Journey) -> Iterator[Problem]:
    seen: set[tuple[str, str, str]] = set()
    for connection in journey.all(Connection):
        way = (connection.source, connection.target, connection.connection_kind)
        if way in seen:
            yield Problem(
                connection.id, "same-way", "Two connections of one kind join the same two elements."
            )
        seen.add(way)


def _pictures(journey: Journey) -> Iterator[Problem]:
    for image in journey.all(Image):
        if not journey.naming(image.id):
            yield Problem(image.id, "unused", "Nothing shows this picture, but the file carries it.")


def _lanes_of_curves(journey: Journey) -> set[str]:
    return {lane.id for lane in journey.all(Lane) if lane.lane_kind == "emotions"}


def _repeated(places: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [place for place, count in Counter(places).items() if count > 1]
