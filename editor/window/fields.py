"""Which fields the inspector shows for each kind of record, and how their values read as words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.model.edits.wording import MAIN_PARTS
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
from editor.model.values import (
    CONNECTION_KINDS,
    DIRECTIONS,
    EVIDENCE_LEVELS,
    GRADES,
    LANE_KINDS,
    PAIN_NATURES,
    SEVERITIES,
)
from editor.window.words import LANGUAGES, language_name, words

if TYPE_CHECKING:
    from editor.model.records import (
        Record,
    )

noop = QT_TRANSLATE_NOOP
Read = Callable[[Journey, Any], str]


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that can be set: the attribute, or a part of the small value in it, and with what field.

    `form` is a text form, or "flag", "color", "colors", "picture", "icon", "theme", "level", "segments",
    "choice", "pick" or "picks"; `options` are the words to choose from or the names of the colours, `kind`
    the kind of record to pick from. `step` names the step in the list of undo, `label` the edit where a
    row has several. What is `optional` can be set to nothing. `via` is the attribute that names another
    record, which is the one that is set then.
    """

    attribute: str
    form: str
    step: str
    part: str = ""
    options: tuple[Any, ...] = ()
    kind: str = ""
    optional: bool = False
    label: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the inspector: its label, how its value reads, and what can be set there.

    `edits` is empty for what follows from something else. `always` rows are shown when they are empty even
    to readers; writers see rows without `lanes`, and those that a card's kind of lane calls for.
    """

    label: str
    read: Read
    edits: tuple[Edit, ...] = ()
    always: bool = False
    lanes: frozenset[str] = frozenset()


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


def _theme(sheet: Map) -> str:
    from editor.window.theme_names import theme_name

    return theme_name(sheet.theme)


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


def _height(_: Journey, lane: Lane) -> str:
    return "" if lane.height is None else f"{lane.height:g} pt"


def _span(_: Journey, card: Card) -> str:
    return str(card.span) if card.span > 1 else ""


def _words(label: str, attribute: str, step: str, form: str = "line", always: bool = False) -> Field:
    return Field(label, text(attribute), (Edit(attribute, form, step),), always)


def _tick(label: str, attribute: str, step: str) -> Field:
    return Field(label, _flag(attribute), (Edit(attribute, "flag", step),))


def _named(label: str, attribute: str, kind: str, step: str, optional: bool = True) -> Field:
    return Field(label, name(attribute), (Edit(attribute, "pick", step, kind=kind, optional=optional),))


def _picture(label: str, attribute: str) -> Field:
    step, words = noop("Steps", "Set alternative text"), noop("Fields", "Alternative text")
    edits = (
        Edit(attribute, "picture", noop("Steps", "Set picture")),
        Edit("alt", "told", step, label=words, via=attribute),
    )
    return Field(label, _picture_name(attribute), edits)


def _picture_name(attribute: str) -> Read:
    """Return a reader of an attribute that holds the id of a picture: the words that stand for it."""
    return lambda journey, record: _alt(journey, getattr(record, attribute))


def _alt(journey: Journey, key: str) -> str:
    return getattr(journey.get(key), "alt", "") or words("yes") if key in journey else ""


def _part(label: str, value: str, part: str, form: str, options: tuple[Any, ...] = ()) -> Edit:
    step = {
        "evidence": noop("Steps", "Set evidence"),
        "pain": noop("Steps", "Set pain"),
        "opportunity": noop("Steps", "Set opportunity"),
    }[value]
    return Edit(value, form, step, part, options, optional=part == MAIN_PARTS[value], label=label)


_STAGE = Field(noop("Fields", "Stage"), _stage)
_EVIDENCE = Field(
    noop("Fields", "Evidence"),
    _evidence,
    (
        _part("", "evidence", "level", "segments", EVIDENCE_LEVELS),
        _part(noop("Fields", "Source"), "evidence", "source", "line"),
        _part(noop("Fields", "Method"), "evidence", "method", "line"),
        _part(noop("Fields", "Date"), "evidence", "date", "date"),
    ),
    always=True,
)
_PAIN = Field(
    noop("Fields", "Pain"),
    _pain,
    (
        _part("", "pain", "nature", "segments", PAIN_NATURES),
        _part(noop("Fields", "Severity"), "pain", "severity", "segments", SEVERITIES),
    ),
    lanes=frozenset({"pain_points"}),
)
_OPPORTUNITY = Field(
    noop("Fields", "Opportunity"),
    _opportunity,
    (
        _part(noop("Fields", "Impact of the opportunity"), "opportunity", "impact", "segments", GRADES),
        _part(noop("Fields", "Effort"), "opportunity", "effort", "segments", GRADES),
    ),
    lanes=frozenset({"opportunities"}),
)
_NOTES = Field(noop("Fields", "Notes"), _notes)
_CONNECTIONS = Field(noop("Fields", "Connections"), _connections)
_TITLE = _words(noop("Fields", "Title"), "title", noop("Steps", "Set title"), always=True)
_NAME = _words(noop("Fields", "Name"), "name", noop("Steps", "Set name"), "name", always=True)
_TEXT = _words(noop("Fields", "Text"), "text", noop("Steps", "Edit text"), "lines", always=True)
_SUMMARY = _words(noop("Fields", "Summary"), "summary", noop("Steps", "Set summary"), "lines")
_COLOR = _words(noop("Fields", "Colour"), "color", noop("Steps", "Set colour"), "color")

_INITIALS = _words(noop("Fields", "Initials"), "initials", noop("Steps", "Set initials"))

FIELDS: dict[type, tuple[Field, ...]] = {
    Map: (
        _TITLE,
        _SUMMARY,
        _words(noop("Fields", "Goal"), "goal", noop("Steps", "Set goal"), "lines"),
        _words(noop("Fields", "Begins with"), "begins", noop("Steps", "Set beginning")),
        _words(noop("Fields", "Ends with"), "ends", noop("Steps", "Set end")),
        _words(noop("Fields", "Team"), "team", noop("Steps", "Set team")),
        _words(noop("Fields", "Version"), "version", noop("Steps", "Set version")),
        _words(noop("Fields", "Reviewed"), "reviewed", noop("Steps", "Set review date"), "date"),
        _words(noop("Fields", "Next review"), "next_review", noop("Steps", "Set next review"), "date"),
        Field(
            noop("Fields", "Language"),
            _language,
            (Edit("language", "choice", noop("Steps", "Set language"), options=tuple(LANGUAGES)),),
        ),
        Field(
            noop("Fields", "Direction"),
            word("direction"),
            (Edit("direction", "segments", noop("Steps", "Turn the map"), options=DIRECTIONS),),
        ),
        Field(
            noop("Fields", "Levels of emotion, the best first"),
            lambda _, sheet: ", ".join(sheet.levels),
            (
                Edit("levels", "list", noop("Steps", "Set levels")),
                Edit(
                    "level_colors",
                    "colors",
                    noop("Steps", "Set colours of levels"),
                    label=noop("Fields", "Colours of levels, the best first"),
                ),
            ),
        ),
        Field(
            noop("Fields", "Theme"),
            lambda _, sheet: _theme(sheet),
            (Edit("theme", "theme", noop("Steps", "Set theme")),),
        ),
        Field(
            noop("Fields", "Brand colours"),
            lambda _, sheet: ", ".join(sheet.brand),
            (
                Edit(
                    "brand",
                    "colors",
                    noop("Steps", "Set brand colours"),
                    options=(noop("Fields", "First brand colour"), noop("Fields", "Second brand colour")),
                ),
            ),
        ),
        _picture(noop("Fields", "Logo"), "logo"),
        _NOTES,
    ),
    Persona: (
        _NAME,
        _SUMMARY,
        _words(noop("Fields", "Goals"), "goals", noop("Steps", "Set goals"), "lines"),
        _INITIALS,
        _COLOR,
        _picture(noop("Fields", "Picture"), "image"),
        _NOTES,
    ),
    Owner: (_NAME, _COLOR, _INITIALS, _NOTES),
    Channel: (
        _NAME,
        Field(noop("Fields", "Icon"), text("icon"), (Edit("icon", "icon", noop("Steps", "Set icon")),)),
        _COLOR,
        _picture(noop("Fields", "Own picture"), "image"),
        _NOTES,
    ),
    Stage: (
        _TITLE,
        _SUMMARY,
        Field(
            noop("Fields", "Also called"),
            lambda _, stage: ", ".join(stage.aliases),
            (Edit("aliases", "list", noop("Steps", "Set other names")),),
        ),
        _COLOR,
        _CONNECTIONS,
        _NOTES,
    ),
    Step: (
        _TITLE,
        _named(noop("Fields", "Stage"), "stage", "stage", noop("Steps", "Move step"), optional=False),
        Field(noop("Fields", "Width"), _width, (Edit("width", "number", noop("Steps", "Set width")),)),
        _NOTES,
    ),
    Lane: (
        _TITLE,
        Field(
            noop("Fields", "Kind"),
            word("lane_kind"),
            (Edit("lane_kind", "choice", noop("Steps", "Set kind of lane"), options=LANE_KINDS),),
        ),
        _SUMMARY,
        _named(noop("Fields", "Persona"), "persona", "persona", noop("Steps", "Set persona")),
        Field(noop("Fields", "Height"), _height, (Edit("height", "number", noop("Steps", "Set height")),)),
        _COLOR,
        _tick(noop("Fields", "Collapsed"), "collapsed", noop("Steps", "Collapse lane")),
        _tick(noop("Fields", "Locked"), "locked", noop("Steps", "Lock lane")),
        _NOTES,
    ),
    Card: (
        _TEXT,
        Field(
            noop("Fields", "Lane"),
            name("lane"),
            (Edit("lane", "pick", noop("Steps", "Move card"), kind="lane"),),
            always=True,
        ),
        _STAGE,
        Field(
            noop("Fields", "Channel"),
            name("channel"),
            (Edit("channel", "pick", noop("Steps", "Set channel"), kind="channel", optional=True),),
            lanes=frozenset({"touchpoints"}),
        ),
        Field(
            noop("Fields", "Who starts"),
            word("initiator"),
            (
                Edit(
                    "initiator",
                    "segments",
                    noop("Steps", "Set who starts"),
                    options=("customer", "firm"),
                    optional=True,
                ),
            ),
            lanes=frozenset({"touchpoints", "actions"}),
        ),
        Field(
            noop("Fields", "Owner"),
            name("owner"),
            (Edit("owner", "pick", noop("Steps", "Set owner"), kind="owner", optional=True),),
            always=True,
        ),
        Field(
            noop("Fields", "Personas"),
            _personas,
            (Edit("personas", "picks", noop("Steps", "Set personas"), kind="persona", optional=True),),
        ),
        _tick(noop("Fields", "Moment of truth"), "moment_of_truth", noop("Steps", "Set moment of truth")),
        _PAIN,
        _OPPORTUNITY,
        _EVIDENCE,
        _picture(noop("Fields", "Picture"), "image"),
        Field(noop("Fields", "Width in steps"), _span, (Edit("span", "whole", noop("Steps", "Set span")),)),
        _CONNECTIONS,
        _NOTES,
    ),
    Point: (
        _words(noop("Fields", "Feeling"), "text", noop("Steps", "Edit text"), always=True),
        Field(
            noop("Fields", "Emotion"),
            _level,
            (Edit("value", "level", noop("Steps", "Set emotion")),),
            always=True,
        ),
        _named(noop("Fields", "Persona"), "persona", "persona", noop("Steps", "Set persona"), optional=False),
        _STAGE,
        _EVIDENCE,
        _NOTES,
    ),
    Connection: (
        _words(noop("Fields", "Text"), "text", noop("Steps", "Edit text")),
        Field(
            noop("Fields", "Kind"),
            word("connection_kind"),
            (Edit("connection_kind", "choice", noop("Steps", "Set kind"), options=CONNECTION_KINDS),),
            always=True,
        ),
        Field(noop("Fields", "From"), name("source"), always=True),
        Field(noop("Fields", "To"), name("target"), always=True),
    ),
    Note: (_TEXT, Field(noop("Fields", "About"), name("about"), always=True)),
}
"""The rows of the inspector by kind of record, in the order in which they stand."""
