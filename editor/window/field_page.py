"""The page on which the selected records of one kind are edited, and what stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.edits.wording import MAIN_PARTS
from editor.model.records import Card, Lane
from editor.window.field_row import FieldRow, bearers
from editor.window.fields import FIELDS
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

    from editor.model.journey import Journey
    from editor.model.records import Record
    from editor.session.bench import Bench
    from editor.window.fields import Edit, Field

MIXED = "—"


class Line(NamedTuple):
    """One line of a page: a field, and what is edited there; without an edit it is only read."""

    field: Field
    edit: Edit | None = None

    def name(self) -> str:
        """Return the label of the line."""
        words = self.edit.label if self.edit is not None and self.edit.label else self.field.label
        return QCoreApplication.translate("Fields", words)


def lines(journey: Journey, records: Sequence[Record], everything: bool) -> tuple[Line, ...]:
    """Return the lines that records of one kind call for; `everything` even those that are seldom used."""
    found: list[Line] = []
    for field in FIELDS[type(records[0])]:
        if not field.edits and (field.always or shared_value(journey, records, field)):
            found.append(Line(field))
        elif everything or _called_for(journey, records, field):
            found += [Line(field, edit) for edit in field.edits if _has_room(journey, records, edit)]
    return tuple(found)


def shared_value(journey: Journey, records: Sequence[Record], field: Field) -> str:
    """Return what all `records` have in `field`, or MIXED where they differ."""
    first = field.read(journey, records[0])
    same = all(field.read(journey, record) == first for record in records[1:])
    return first if same else MIXED


def _called_for(journey: Journey, records: Sequence[Record], field: Field) -> bool:
    if not field.lanes:
        return True
    kinds = {journey.one(Lane, record.lane).lane_kind for record in records if isinstance(record, Card)}
    return bool(kinds & field.lanes) or any(field.read(journey, record) for record in records)


def _has_room(journey: Journey, records: Sequence[Record], edit: Edit) -> bool:
    """Tell whether a part can be set: the main one always, the others where there is a small value.

    What another record has can be set where that record is named.
    """
    if edit.via:
        return bool(bearers(journey, records, edit))
    if not edit.part or edit.part == MAIN_PARTS[edit.attribute]:
        return True
    return any(getattr(record, edit.attribute) is not None for record in records)


class FieldPage(QWidget):
    """Lines for the records with these ids, kept up to date without being made anew."""

    def __init__(self, bench: Bench, keys: tuple[str, ...], shape: tuple[Line, ...]) -> None:
        super().__init__()
        self.shape, self.keys = shape, keys
        self._rows: list[tuple[Line, FieldRow | QLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for line in shape:
            made = (
                self._told(column, line)
                if line.edit is None
                else FieldRow(line.name(), line.edit, bench, keys)
            )
            column.addWidget(made)
            self._rows.append((line, made))

    def update_from(self, journey: Journey, records: Sequence[Record]) -> None:
        """Show what the records have now."""
        for line, row in self._rows:
            value = shared_value(journey, records, line.field)
            if isinstance(row, FieldRow):
                row.update_from(journey, records)
                row.field.setProperty("value", value)
            else:
                row.setText(value)
                row.setProperty("value", value)

    def keep(self) -> None:
        """Keep what is being written."""
        for row in self.findChildren(FieldRow):
            row.keep()

    def row(self, name: str) -> FieldRow:
        """Return the row that edits what has this label."""
        return next(row for line, row in self._rows if isinstance(row, FieldRow) and line.name() == name)

    def editing(self, attribute: str) -> QWidget | None:
        """Return the field in which an attribute is edited, None if there is none."""
        rows = (row for _, row in self._rows if isinstance(row, FieldRow))
        return next((row.field for row in rows if row.edit.attribute == attribute), None)

    def focused(self) -> str:
        """Return the label of the field that has the focus, "" if none has."""
        widget = self.window().focusWidget()
        names = (line.name() for line, row in self._rows if widget is not None and row.isAncestorOf(widget))
        return next(names, "")

    def focus(self, name: str) -> None:
        """Give the focus to the field with this label, if there is one."""
        for line, row in self._rows:
            if line.name() == name and isinstance(row, FieldRow):
                row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, column: QVBoxLayout, line: Line) -> QLabel:
        name = label(line.name(), "field")
        name.setContentsMargins(0, GRID // 2, 0, 0)
        column.addWidget(name)
        told = label("", "value", wrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told.setAccessibleName(name.text())
        name.setBuddy(told)
        return told
