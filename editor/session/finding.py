"""Where words occur on a map: in every text that somebody has written, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from editor.model import records as r
from editor.model.journey import Journey
from editor.model.words import clean
from editor.text.searching import found, replaced

FIELDS: Mapping[type[r.Record], tuple[str, ...]] = {
    r.Map: ("title", "summary", "goal", "begins", "ends", "team", "levels"),
    r.Persona: ("name", "summary", "goals"),
    r.Owner: ("name",),
    r.Channel: ("name",),
    r.Lane: ("title", "summary"),
    r.Stage: ("title", "aliases", "summary"),
    r.Step: ("title",),
    r.Card: ("text", "evidence.source", "evidence.method"),
    r.Point: ("text", "evidence.source", "evidence.method"),
    r.Connection: ("text",),
    r.Note: ("text",),
    r.Image: ("alt",),
}
"""The texts of each kind of record; some are rows of texts, some are parts of a small value."""


class Hit(NamedTuple):
    """A text in which the words occur: of which record, in which field, and from where to where.

    `place` counts the texts of a field that has several, and is None for a field that is one text. `bearer`
    is the record that shows a picture, whose alternative text this is; other hits have none.
    """

    key: str
    field: str
    place: int | None
    text: str
    spans: tuple[tuple[int, int], ...]
    bearer: str = ""

    @property
    def shown(self) -> str:
        """The id of what can be chosen on the map to see the hit."""
        return self.bearer or self.key


def hits(journey: Journey, words: str) -> tuple[Hit, ...]:
    """Return every text in which `words` occur, however they are spelt."""
    return tuple(
        Hit(record.id, field, place, text, spans, bearer)
        for record, bearer in _with_pictures(journey)
        for field, place, text in _texts(record)
        if text and (spans := found(text, words))
    )


def rewritten(journey: Journey, chosen: Iterable[Hit], words: str, by: str) -> dict[str, dict[str, object]]:
    """Return the fields with other texts, by record, that replacing `words` in these hits comes to."""
    texts: dict[str, dict[str, object]] = {}
    for hit in chosen:
        own = texts.setdefault(hit.key, {})
        text = replaced(hit.text, words, by)
        field, _, part = hit.field.partition(".")
        if part:
            small: Any = own.get(field, getattr(journey.get(hit.key), field))
            own[field] = replace(small, **{part: clean(text)})
        elif hit.place is None:
            own[hit.field] = text
        else:
            row: Any = own.get(hit.field, getattr(journey.get(hit.key), hit.field))
            own[hit.field] = (*row[: hit.place], text, *row[hit.place + 1 :])
    return texts


def in_reading_order(journey: Journey) -> Iterator[r.Record]:
    """Yield what has texts: the map and its people first, then stage by stage, then what joins them."""
    yield journey.map
    for kind in (r.Persona, r.Owner, r.Channel, r.Lane):
        yield from journey.all(kind)
    points = _by_step(journey)
    for stage in journey.all(r.Stage):
        yield stage
        for step in journey.steps(stage.id):
            yield step
            for lane in journey.all(r.Lane):
                yield from journey.cell(lane.id, step.id)
            yield from points.get(step.id, ())
    yield from journey.all(r.Connection)
    yield from journey.all(r.Note)


def _with_pictures(journey: Journey) -> Iterator[tuple[r.Record, str]]:
    """Yield what has texts, each with ""; after what first shows a picture that picture, with its id.

    A picture that nothing shows cannot be seen on the map and is left out.
    """
    shown: set[str] = set()
    for record in in_reading_order(journey):
        yield record, ""
        key = record.logo if isinstance(record, r.Map) else getattr(record, "image", "")
        if key and key not in shown and key in journey:
            shown.add(key)
            yield journey.get(key), record.id


def _by_step(journey: Journey) -> dict[str, list[r.Point]]:
    points: dict[str, list[r.Point]] = {}
    for lane in journey.all(r.Lane):
        for point in journey.points(lane.id):
            points.setdefault(point.step, []).append(point)
    return points


def _texts(record: r.Record) -> Iterator[tuple[str, int | None, str]]:
    for field in FIELDS.get(type(record), ()):
        name, _, part = field.partition(".")
        value: Any = getattr(record, name)
        if part:
            yield field, None, getattr(value, part, "")
        elif isinstance(value, str):
            yield field, None, value
        else:
            yield from ((field, place, text) for place, text in enumerate(value))
