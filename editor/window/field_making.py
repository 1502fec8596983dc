"""Which field each edit of the inspector gets, and what there is to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSize

from editor.model.records import Channel, Lane, Owner, Persona, Stage
from editor.session.plans import NAMED
from editor.window.field_colors import ColorField, ColorsField
from editor.window.field_forms import FORMS
from editor.window.field_pick import Pick, PickField, PicksField
from editor.window.field_small import FlagField, SegmentField
from editor.window.field_text import TextField
from editor.window.palette_of import usual_color
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
    if edit.form in PICTURED:
        return _pictured(edit, levels)
    if edit.form == "level":
        from editor.window.field_level import LevelField

        return LevelField()
    if edit.form == "segments":
        return _segments(edit)
    return _pick_field(edit)


PICTURED = ("color", "colors", "picture", "icon", "theme")
"""Forms of what is seen rather than read."""


def _pictured(edit: Edit, levels: int) -> QWidget:
    if edit.form == "color":
        return ColorField()
    if edit.form == "colors":
        names = [_say(name) for name in edit.options]
        return ColorsField(names or [level_name(levels - 1 - place, levels) for place in range(levels)])
    if edit.form == "picture":
        from editor.window.field_picture import PictureField

        return PictureField()
    if edit.form == "icon":
        from editor.window.field_icon import IconField

        return IconField()
    return _theme_field()


def _theme_field() -> PickField:
    from editor.session.drawing import THEMES, shipped_theme
    from editor.window.theme_names import PREVIEW, theme_icon, theme_name

    field = PickField()
    field.offer([Pick(name, theme_name(name)) for name in THEMES])
    field.setIconSize(QSize(*PREVIEW))
    for place, name in enumerate(THEMES):
        field.setItemIcon(place, theme_icon(shipped_theme(name)))
    return field


def picks(journey: Journey, edit: Edit) -> tuple[Pick, ...]:
    """Return the records of the edit's kind, with the colours they are known by."""
    records: tuple[Any, ...] = journey.all(KINDS[edit.kind])
    if edit.kind not in NAMED:
        return tuple(Pick(record.id, record.title or words(_kind(record))) for record in records)
    return tuple(Pick(r.id, r.name, usual_color(journey, r, place)) for place, r in enumerate(records))


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


def level_name(place: int, levels: int) -> str:
    """Return the number of a level, counted from the worst: −2 to +2 where there are five."""
    number = place - levels // 2
    if levels % 2 == 0 and number >= 0:
        number += 1
    return f"{number:+d}".replace("-", "−") if number else "0"


def _say(text: str) -> str:
    return QCoreApplication.translate("Fields", text)
