"""Which field each edit of the inspector gets, and what there is to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.model.records import Channel, Lane, Owner, Persona, Stage
from editor.session.plans import NAMED
from editor.window.field_forms import FORMS
from editor.window.field_pick import Pick, PickField, PicksField
from editor.window.field_small import COLORS, ColorField, FlagField, SegmentField
from editor.window.field_text import TextField
from editor.window.words import language_name, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.model.journey import Journey
    from editor.window.fields import Edit

noop = QT_TRANSLATE_NOOP
KINDS: dict[str, type] = {
    "owner": Owner, "channel": Channel, "persona": Persona, "lane": Lane, "stage": Stage,
}  # fmt: skip


def made_field(edit: Edit, name: str, levels: int) -> QWidget:
    """Return a field for `edit`, which is called `name`; the emotion scale has so many levels."""
    if edit.form in FORMS:
        return TextField(FORMS[edit.form])
    if edit.form == "flag":
        return FlagField(name)
    if edit.form == "color":
        return ColorField()
    if edit.form == "level":
        return _level_field(levels)
    if edit.form == "segments":
        return _segments(edit)
    return _pick_field(edit)


def picks(journey: Journey, edit: Edit) -> tuple[Pick, ...]:
    """Return the records of the edit's kind, with the colours they are known by."""
    records: tuple[Any, ...] = journey.all(KINDS[edit.kind])
    if edit.kind not in NAMED:
        return tuple(Pick(record.id, record.title or words(_kind(record))) for record in records)
    return tuple(Pick(r.id, r.name, color_of(r, place)) for place, r in enumerate(records))


def color_of(record: Owner | Channel | Persona, place: int) -> str:
    """Return the colour of a record, the usual one at its place if it has none of its own."""
    return record.color or COLORS[place % len(COLORS)]


def _kind(record: Any) -> str:
    return getattr(record, "lane_kind", "")


def _pick_field(edit: Edit) -> QWidget:
    none = _say(noop("Fields", "None")) if edit.optional else ""
    new = _say(noop("Fields", "New…")) if edit.kind in NAMED else ""
    if edit.form == "picks":
        return PicksField(new, _say(noop("Fields", "All personas")))
    field = PickField(new, none)
    if edit.options:
        told = language_name if edit.attribute == "language" else words
        field.offer([Pick(option, told(option)) for option in edit.options])
    return field


def _segments(edit: Edit) -> SegmentField:
    names = {str(option): _segment_name(edit, option) for option in edit.options}
    return SegmentField({str(option): option for option in edit.options}, names, edit.optional)


def _segment_name(edit: Edit, option: Any) -> str:
    return "●" * option if edit.part == "severity" else words(option)


def _level_field(levels: int) -> QWidget:
    """Return buttons for the levels of emotion, the worst first."""
    values = {str(place): 2 * place / (levels - 1) - 1 for place in range(levels)}
    names = {key: level_name(int(key), levels) for key in values}
    return SegmentField(values, names, optional=False)


def level_name(place: int, levels: int) -> str:
    """Return the number of a level, counted from the worst: −2 to +2 where there are five."""
    number = place - levels // 2
    if levels % 2 == 0 and number >= 0:
        number += 1
    return f"{number:+d}".replace("-", "−") if number else "0"


def _say(text: str) -> str:
    return QCoreApplication.translate("Fields", text)
