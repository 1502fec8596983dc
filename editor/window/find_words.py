"""Where on the map a hit is, in words, and the part of its text that a line can show."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication

from editor.model.edits.wording import TITLE_FIELDS
from editor.model.records import Card, Connection, Lane, Map, Note, Point, Step
from editor.window.fields import FIELDS, name_of
from editor.window.plain import isolated
from editor.window.words import kind_name, words

if TYPE_CHECKING:
    from editor.model.journey import Journey
    from editor.model.records import Record
    from editor.session.finding import Hit

BEFORE = 18
"""So many characters before the first hit are shown; what stands before them is cut."""
_LONGEST_PLACE = 28
Spans = tuple[tuple[int, int], ...]


def place_of(journey: Journey, hit: Hit) -> str:
    """Return where a hit is: kind, field and name, lane, stage and step; the name itself says its own."""
    record = journey.get(hit.shown)
    field = _field(record, hit)
    own = [_short(name_of(journey, record.id))] if field and not isinstance(record, Map) else []
    named = [isolated(name) for name in (*own, *_around(journey, record)) if name]
    return " · ".join([kind_name(record.kind), *field, *named])


def whole_words(text: str, spans: Spans) -> Spans:
    """Return the spans drawn out to whole Arabic words: bold inside one would part joined letters."""
    return tuple((_edge(text, start, -1), _edge(text, end, 1)) for start, end in spans)


def _edge(text: str, place: int, by: int) -> int:
    """Return the end of the joined letters on which `place` stands, going back or on."""
    while 0 < place < len(text) and _joins(text[place - 1]) and _joins(text[place]):
        place += by
    return place


def _joins(char: str) -> bool:
    return bidirectional(char) in ("AL", "NSM")


def excerpt(hit: Hit) -> tuple[str, Spans]:
    """Return the text of a hit on one line, from a little before its first span on, and the spans in it."""
    text = "".join(" " if char.isspace() else char for char in hit.text)
    first = hit.spans[0][0]
    spans = whole_words(text, hit.spans)
    if first <= BEFORE + 6:
        return text, spans
    cut = text.find(" ", first - BEFORE, first) + 1 or first - BEFORE
    return "…" + text[cut:], tuple((start - cut + 1, end - cut + 1) for start, end in spans)


def _around(journey: Journey, record: Record) -> list[str]:
    match record:
        case Card() | Point():
            lane = journey.one(Lane, record.lane)
            return [lane.title or words(lane.lane_kind), *_steps(journey, record.step)]
        case Step():
            return [_short(name_of(journey, record.stage))]
        case Connection():
            return [_short(name_of(journey, key)) for key in (record.source, record.target)]
        case Note():
            return [_short(name_of(journey, record.about))]
        case _:
            return []


def _steps(journey: Journey, key: str) -> list[str]:
    step = journey.one(Step, key)
    return [_short(name_of(journey, step.stage)), _short(step.title)]


def _field(record: Record, hit: Hit) -> list[str]:
    """Return the name of the field, unless it is the one by which the record is called."""
    translate = QCoreApplication.translate
    if hit.bearer:
        return [translate("Fields", "Alternative text of the picture")]
    if TITLE_FIELDS[type(record)] == hit.field:
        return []
    name, _, part = hit.field.partition(".")
    labels = [
        (field.label, edit.label if part else "")
        for field in FIELDS[type(record)]
        for edit in field.edits
        if (edit.attribute, edit.part) == (name, part)
    ]
    return [translate("Fields", label) for label in filter(None, labels[0])] if labels else []


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_PLACE else line[: _LONGEST_PLACE - 1].rstrip() + "…"
