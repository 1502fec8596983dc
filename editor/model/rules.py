"""What the value of each field may be; one table for edits and for files.

A rule returns the problem as a sentence template that may hold {value}, or an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Mapping
from datetime import date
from typing import Any

from editor.model import pictures
from editor.model import records as r
from editor.model.fault import Fault
from editor.model.order import LONGEST
from editor.model.values import (
    CONNECTION_KINDS,
    DIRECTIONS,
    EVIDENCE_LEVELS,
    GRADES,
    INITIATORS,
    LANE_KINDS,
    PAIN_NATURES,
    SEVERITIES,
    Evidence,
    Opportunity,
    Pain,
)
from editor.model.words import is_clean

Rule = Callable[[Any], str]

LONGEST_TEXT = 20_000
WIDEST_SPAN = 1_000
NO_ID = "{value} cannot be an id: only letters, digits, dots, hyphens and underscores can, 64 at most."
MEDIA_TYPES = ("image/png", "image/jpeg")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_IDS = re.compile(rf"(?:{_ID.pattern}\n)*")
_ORDER = re.compile(r"[0-9A-Za-z]*")
_COLOR = re.compile(r"#[0-9a-f]{6}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def identifier(value: str) -> str:
    """An id: 1 to 64 letters, digits, dots, hyphens and underscores, the first a letter or digit."""
    return "" if _ID.fullmatch(value) else NO_ID


def words(value: str) -> str:
    """Text in the form of `editor.model.words`, not longer than LONGEST_TEXT characters."""
    if is_clean(value):
        return short(value)
    return "The text holds characters that a text may not hold."


def short(value: str) -> str:
    """Clean text, not longer than LONGEST_TEXT characters."""
    return "" if len(value) <= LONGEST_TEXT else "The text is longer than {longest} characters."


def order(value: str) -> str:
    """A key of `editor.model.order`."""
    good = len(value) <= LONGEST and _ORDER.fullmatch(value)
    return "" if good else "{value} cannot be a place in an order: only a few letters and digits can."


def color(value: str) -> str:
    """A colour "#rrggbb" in small letters, or nothing."""
    return "" if not value or _COLOR.fullmatch(value) else "{value} is not a colour such as #0072b2."


def colors(most: int) -> Rule:
    """Return the rule that there are at most `most` colours, of which some may be left open."""

    def rule(value: tuple[str, ...]) -> str:
        if len(value) > most:
            return "There are more colours than may stand here: {value}."
        return next((problem for one in value if (problem := color(one))), "")

    return rule


def day(value: str) -> str:
    """A date YYYY-MM-DD, or nothing."""
    if not value:
        return ""
    try:
        good = bool(_DATE.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        good = False
    return "" if good else "{value} is not a date such as 2025-03-21."


def language(value: str) -> str:
    """A BCP 47 tag."""
    return "" if _LANGUAGE.fullmatch(value) else "{value} is not a language such as en or fa."


def name(value: str) -> str:
    """The name of something built in (an icon, a theme), or nothing."""
    return "" if not value or _NAME.fullmatch(value) else "{value} is not the name of a theme or an icon."


def one_of(allowed: Container[object]) -> Rule:
    """Return the rule that a value is one of `allowed`."""

    def rule(value: object) -> str:
        return "" if value in allowed else "{value} is none of the words that may stand here."

    return rule


def between(low: float, high: float) -> Rule:
    """Return the rule that a number is at least `low` and at most `high`."""

    def rule(value: float | None) -> str:
        good = value is None or low <= value <= high
        return "" if good else "{value} lies outside the numbers that may stand here."

    return rule


def levels(value: tuple[str, ...]) -> str:
    """The labels of an emotion scale: none, or 2 to 10."""
    if value and not 2 <= len(value) <= 10:
        return "A scale has 2 to 10 levels, not {value}."
    return all_words(value)


def all_words(value: tuple[str, ...]) -> str:
    """Several texts."""
    return next((problem for text in value if (problem := words(text))), "")


def distinct(value: tuple[str, ...]) -> str:
    """Ids of which none occurs twice."""
    return "" if len(set(value)) == len(value) else "The same one stands there twice."


def small_value(value: Evidence | Pain | Opportunity | None) -> str:
    """An evidence, a pain or an opportunity whose own fields keep their rules."""
    for field, rule in VALUE_RULES[type(value)].items():
        problem = rule(getattr(value, field))
        if problem:
            return problem
    return ""


VALUE_RULES: Mapping[type, Mapping[str, Rule]] = {
    type(None): {},
    Evidence: {"level": one_of(EVIDENCE_LEVELS), "source": words, "date": day, "method": words},
    Pain: {"nature": one_of(PAIN_NATURES), "severity": one_of(SEVERITIES)},
    Opportunity: {"impact": one_of(GRADES), "effort": one_of(GRADES)},
}

_SIZE = between(1, 20_000)

RULES: Mapping[type[r.Record], Mapping[str, Rule]] = {
    r.Map: {
        "title": words, "language": language, "direction": one_of(DIRECTIONS), "summary": words,
        "goal": words, "begins": words, "ends": words, "team": words, "version": words, "reviewed": day,
        "next_review": day, "theme": name, "levels": levels,
        "level_colors": colors(10), "brand": colors(2),
    },
    r.Persona: {
        "order": order, "name": words, "summary": words, "goals": words, "initials": words, "color": color,
    },
    r.Owner: {"order": order, "name": words, "color": color, "initials": words},
    r.Channel: {"order": order, "name": words, "icon": name, "color": color},
    r.Stage: {"order": order, "title": words, "aliases": all_words, "summary": words, "color": color},
    r.Step: {"order": order, "title": words, "width": _SIZE},
    r.Lane: {
        "order": order, "lane_kind": one_of(LANE_KINDS), "title": words, "summary": words, "height": _SIZE,
        "color": color,
    },
    r.Card: {
        "order": order, "text": words, "span": between(1, WIDEST_SPAN), "initiator": one_of(INITIATORS),
        "personas": distinct, "evidence": small_value, "pain": small_value, "opportunity": small_value,
    },
    r.Point: {"at": between(0, 1), "value": between(-1, 1), "text": words, "evidence": small_value},
    r.Connection: {"connection_kind": one_of(CONNECTION_KINDS), "text": words},
    r.Note: {"order": order, "text": words},
    r.Image: {"media_type": one_of(MEDIA_TYPES), "alt": words},
    r.Unknown: {},
}  # fmt: skip


def all_identifiers(values: Collection[str]) -> bool:
    """Tell whether all are identifiers, all looked at together."""
    together = "\n".join((*values, ""))
    return together.count("\n") == len(values) and bool(_IDS.fullmatch(together))


def all_short(values: Collection[str]) -> bool:
    """Tell whether none of these texts is too long."""
    return max(map(len, values), default=0) <= LONGEST_TEXT


AT_ONCE: Mapping[Rule, Callable[[Collection[Any]], bool]] = {identifier: all_identifiers, short: all_short}
"""For rules whose values are many: whether all values keep the rule, told much faster."""


def fault(record: r.Record) -> Fault | None:
    """Return the first field of `record` that breaks its rule, or None."""
    problem = identifier(record.id)
    if problem:
        return broken(record, "id", problem)
    for field, rule in RULES[type(record)].items():
        problem = rule(getattr(record, field))
        if problem:
            return broken(record, field, problem)
    if isinstance(record, r.Image) and (problem := pictures.problem(record)):
        return broken(record, "data", problem)
    return None


def broken(record: r.Record, field: str, problem: str) -> Fault:
    """Return the fault of one field with what its sentence needs."""
    shown = _short(getattr(record, field))
    return Fault(record.id, field, problem, {"value": shown, "longest": LONGEST_TEXT})


def _short(value: object) -> str:
    value = value[:80] if isinstance(value, str | bytes) else value
    text = ", ".join(map(repr, value)) if isinstance(value, tuple) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
