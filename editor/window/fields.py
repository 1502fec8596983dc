"""Which fields the inspector shows for each kind of record, and how their values read as words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.model.journey import Journey
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Lane,
    Map,
    Note,
    Owner,
    Persona,
    Point,
    Stage,
    Step,
)
from editor.window.words import language_name, words

if TYPE_CHECKING:
    from editor.model.records import (
        Record,
    )

noop = QT_TRANSLATE_NOOP
Read = Callable[[Journey, Any], str]


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the inspector: its label, how its value reads, and the attribute an edit would set.

    `attribute` is "" for what follows from something else; `form` names the control that would edit it;
    `always` rows stay when they are empty.
    """

    label: str
    read: Read
    attribute: str = ""
    form: str = "line"
    always: bool = False


def text(attribute: str) -> Read:
    """Return a reader of a plain text attribute."""
    return lambda _, record: str(getattr(record, attribute))


def word(attribute: str) -> Read:
    """Return a reader of an attribute with one of a few words, translated."""
    return lambda _, record: words(str(getattr(record, attribute)))


def name(attribute: str) -> Read:
    """Return a reader of an attribute that holds the id of another record: its name."""
    return lambda journey, record: name_of(journey, getattr(record, attribute))


def name_of(journey: Journey, key: str) -> str:
    """Return what the record with that id is called, "" if there is none."""
    if not key or key not in journey:
        return ""
    record: Any = journey.get(key)
    if isinstance(record, Step):
        return record.title or name_of(journey, record.stage)
    if isinstance(record, Map | Stage | Lane):
        return record.title
    if isinstance(record, Persona | Owner | Channel):
        return record.name
    return getattr(record, "text", "")


def _stage(journey: Journey, record: Card | Point) -> str:
    return name_of(journey, journey.one(Step, record.step).stage)


def _evidence(_: Journey, record: Card | Point) -> str:
    known = record.evidence
    if known is None:
        return ""
    return " · ".join(filter(None, (words(known.level), known.source, known.method, known.date)))


def _pain(_: Journey, card: Card) -> str:
    if card.pain is None:
        return ""
    return f"{words(card.pain.nature)} · {'●' * card.pain.severity}{'○' * (3 - card.pain.severity)}"


def _opportunity(_: Journey, card: Card) -> str:
    known = card.opportunity
    if known is None:
        return ""
    pattern = QCoreApplication.translate("Fields", "Impact {impact} · effort {effort}")
    return pattern.format(impact=words(known.impact), effort=words(known.effort))


def _flag(attribute: str) -> Read:
    return lambda _, record: words("yes") if getattr(record, attribute) else ""


def _personas(journey: Journey, card: Card) -> str:
    return ", ".join(name_of(journey, key) for key in card.personas)


def _connections(journey: Journey, record: Card | Stage) -> str:
    """Return one line per connection, its arrow pointing the way the text runs."""
    rtl = journey.map.direction == "rtl"
    onward, back = ("←", "→") if rtl else ("→", "←")
    lines: list[str] = []
    for one in journey.naming(record.id):
        if isinstance(one, Connection):
            outward = one.source == record.id
            other = name_of(journey, one.target if outward else one.source)
            lines.append(f"{onward if outward else back} {other}  ({words(one.connection_kind)})")
    return "\n".join(lines)


def _notes(journey: Journey, record: Record) -> str:
    return "\n".join(one.text for one in journey.naming(record.id) if isinstance(one, Note))


def _level(_: Journey, point: Point) -> str:
    return f"{point.value:+.2g}".replace("-", "−") if point.value else "0"


def _language(_: Journey, sheet: Map) -> str:
    return language_name(sheet.language)


def _width(_: Journey, step: Step) -> str:
    return "" if step.width is None else f"{step.width:g} pt"


_STAGE = Field(noop("Fields", "Stage"), _stage)
_EVIDENCE = Field(noop("Fields", "Evidence"), _evidence, "evidence", "evidence", always=True)
_NOTES = Field(noop("Fields", "Notes"), _notes, "", "lines")
_CONNECTIONS = Field(noop("Fields", "Connections"), _connections, "", "lines")
_SUMMARY = Field(noop("Fields", "Summary"), text("summary"), "summary", "lines")
_COLOR = Field(noop("Fields", "Colour"), text("color"), "color", "color")

FIELDS: dict[type, tuple[Field, ...]] = {
    Map: (
        Field(noop("Fields", "Title"), text("title"), "title", always=True),
        _SUMMARY,
        Field(noop("Fields", "Goal"), text("goal"), "goal", "lines"),
        Field(noop("Fields", "Begins with"), text("begins"), "begins"),
        Field(noop("Fields", "Ends with"), text("ends"), "ends"),
        Field(noop("Fields", "Team"), text("team"), "team"),
        Field(noop("Fields", "Version"), text("version"), "version"),
        Field(noop("Fields", "Reviewed"), text("reviewed"), "reviewed", "date"),
        Field(noop("Fields", "Next review"), text("next_review"), "next_review", "date"),
        Field(noop("Fields", "Language"), _language, "language", "choice"),
        Field(noop("Fields", "Direction"), word("direction"), "direction", "choice"),
        _NOTES,
    ),
    Persona: (
        Field(noop("Fields", "Name"), text("name"), "name", always=True),
        _SUMMARY,
        Field(noop("Fields", "Goals"), text("goals"), "goals", "lines"),
        Field(noop("Fields", "Initials"), text("initials"), "initials"),
        _COLOR,
        _NOTES,
    ),
    Owner: (Field(noop("Fields", "Name"), text("name"), "name", always=True), _COLOR, _NOTES),
    Channel: (Field(noop("Fields", "Name"), text("name"), "name", always=True), _COLOR, _NOTES),
    Stage: (
        Field(noop("Fields", "Title"), text("title"), "title", always=True),
        _SUMMARY,
        Field(noop("Fields", "Also called"), lambda _, stage: ", ".join(stage.aliases), "aliases", "names"),
        _COLOR,
        _CONNECTIONS,
        _NOTES,
    ),
    Step: (
        Field(noop("Fields", "Title"), text("title"), "title", always=True),
        Field(noop("Fields", "Stage"), name("stage"), "stage", "choice"),
        Field(noop("Fields", "Width"), _width, "width", "number"),
        _NOTES,
    ),
    Lane: (
        Field(noop("Fields", "Title"), text("title"), "title", always=True),
        Field(noop("Fields", "Kind"), word("lane_kind"), "lane_kind", "choice"),
        _SUMMARY,
        Field(noop("Fields", "Persona"), name("persona"), "persona", "choice"),
        Field(noop("Fields", "Collapsed"), _flag("collapsed"), "collapsed", "flag"),
        Field(noop("Fields", "Locked"), _flag("locked"), "locked", "flag"),
        _NOTES,
    ),
    Card: (
        Field(noop("Fields", "Text"), text("text"), "text", "lines", always=True),
        Field(noop("Fields", "Lane"), name("lane"), "lane", "choice", always=True),
        _STAGE,
        Field(noop("Fields", "Channel"), name("channel"), "channel", "choice"),
        Field(noop("Fields", "Who starts"), word("initiator"), "initiator", "choice"),
        Field(noop("Fields", "Owner"), name("owner"), "owner", "choice", always=True),
        Field(noop("Fields", "Personas"), _personas, "personas", "names"),
        Field(noop("Fields", "Moment of truth"), _flag("moment_of_truth"), "moment_of_truth", "flag"),
        Field(noop("Fields", "Pain"), _pain, "pain", "pain"),
        Field(noop("Fields", "Opportunity"), _opportunity, "opportunity", "opportunity"),
        _EVIDENCE,
        _CONNECTIONS,
        _NOTES,
    ),
    Point: (
        Field(noop("Fields", "Feeling"), text("text"), "text", always=True),
        Field(noop("Fields", "Emotion"), _level, "value", "level", always=True),
        Field(noop("Fields", "Persona"), name("persona"), "persona", "choice"),
        _STAGE,
        _EVIDENCE,
        _NOTES,
    ),
    Connection: (
        Field(noop("Fields", "Text"), text("text"), "text"),
        Field(noop("Fields", "Kind"), word("connection_kind"), "connection_kind", "choice", always=True),
        Field(noop("Fields", "From"), name("source"), always=True),
        Field(noop("Fields", "To"), name("target"), always=True),
    ),
    Note: (
        Field(noop("Fields", "Text"), text("text"), "text", "lines", always=True),
        Field(noop("Fields", "About"), name("about"), always=True),
    ),
}
"""The rows of the inspector by kind of record, in the order in which they stand."""
