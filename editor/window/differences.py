"""What differs between two states of a map, element by element and in words."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.model.records import Connection, Point, Step
from editor.window.fields import name_of
from editor.window.plain import isolated
from editor.window.words import kind_name

if TYPE_CHECKING:
    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.model.records import Record

translate = QCoreApplication.translate
SIGNS: dict[str, str] = {"added": "+", "changed": "~", "removed": "\N{MINUS SIGN}"}
SHOWN = 40
"""So many characters of a text are shown."""
_KINDS = ("map", "stage", "lane", "step", "card", "point", "connection", "note")
_PLACE = frozenset({"order", "lane", "step", "stage", "at"})


class Difference(NamedTuple):
    """One element that differs: `act` of SIGNS, its id and kind, and a line of words that names it."""

    act: str
    key: str
    kind: str
    words: str


def differences(before: Journey, after: Journey, change: Change) -> list[Difference]:
    """Return what `change`, which leads from one journey to the other, comes to, wholes before parts."""
    added = [Difference("added", key, new.kind, _named(after, new)) for key, new in change.added.items()]
    changed = [
        Difference("changed", key, new.kind, _altered(before, after, old, new))
        for key, (old, new) in change.updated.items()
    ]
    removed = [
        Difference("removed", key, old.kind, _named(before, old)) for key, old in change.removed.items()
    ]
    return [one for row in (added, changed, removed) for one in sorted(row, key=_weight)]


def _weight(one: Difference) -> int:
    return _KINDS.index(one.kind) if one.kind in _KINDS else len(_KINDS)


def _named(journey: Journey, record: Record) -> str:
    """Return the kind of a record and what it is called, such as Card “pay”."""
    name = _name(journey, record)
    pattern = translate("Differences", "{kind} “{name}”") if name else "{kind}"
    return pattern.format(kind=kind_name(record.kind), name=name)


def _altered(before: Journey, after: Journey, old: Record, new: Record) -> str:
    """Return how one record becomes another one: called otherwise, standing elsewhere, or something else."""
    was, now = _name(before, old), _name(after, new)
    other = {field.name for field in fields(old) if getattr(old, field.name) != getattr(new, field.name)}
    if was != now and not isinstance(old, Connection | Point):
        pattern = translate("Differences", "{kind} “{was}” becomes “{name}”")
    elif other <= _PLACE:
        pattern = translate("Differences", "{kind} “{name}” stands elsewhere")
    else:
        pattern = translate("Differences", "{kind} “{name}” has other details")
    return pattern.format(kind=kind_name(new.kind), was=was, name=now)


def _name(journey: Journey, record: Record) -> str:
    """Return what a record is called in one short line; the texts of a map keep their own direction."""
    if isinstance(record, Connection):
        ends = [_short(name_of(journey, key)) for key in (record.source, record.target)]
        return f"{isolated(ends[0])} – {isolated(ends[1])}"
    if isinstance(record, Point) and not record.text:
        return isolated(_short(name_of(journey, journey.one(Step, record.step).id)))
    return isolated(_short(name_of(journey, record.id)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"
