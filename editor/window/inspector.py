"""The inspector: what is known about the selected elements, one row a field, "—" where they differ."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from editor.model.records import Point
from editor.window.counting import counted
from editor.window.fields import FIELDS
from editor.window.plain import label
from editor.window.segments import Segments
from editor.window.tokens import GRID
from editor.window.words import kind_name

if TYPE_CHECKING:
    from editor.model.journey import Journey
    from editor.model.records import Record
    from editor.window.fields import Field

MIXED = "—"


class Inspector(QFrame):
    """Shows the fields of the selection; a selection of several kinds is counted instead."""

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._journey = journey
        self._page = QWidget()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._page)
        self._keys: tuple[str, ...] = ()
        self.show_elements(())

    def show_elements(self, keys: tuple[str, ...]) -> None:
        """Show the elements with these ids; without any, the map itself."""
        self._keys = keys
        records = [self._journey.get(key) for key in keys if key in self._journey]
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        rows.setSpacing(GRID // 2)
        self._fill(rows, records or [self._journey.map])
        self._rows.replaceWidget(self._page, page)
        self._page.hide()
        self._page.deleteLater()
        self._page = page

    def refresh(self) -> None:
        """Show the same elements as they are now."""
        self.show_elements(self._keys)

    def rows(self) -> dict[str, str]:
        """Return what is shown: values by label."""
        labels = self._page.findChildren(QLabel)
        names = [part for part in labels if part.property("role") == "field"]
        return {part.text(): part.buddy().property("value") for part in names}

    def _fill(self, rows: QVBoxLayout, records: list[Record]) -> None:
        kinds = {type(record) for record in records}
        if len(kinds) > 1 or not kinds & FIELDS.keys():
            rows.addWidget(label(self._count(len(records)), "heading"))
            self._fill_kinds(rows, records)
            return
        rows.addWidget(label(_heading(records), "heading"))
        for field in FIELDS[kinds.pop()]:
            value = shared_value(self._journey, records, field)
            if value or field.always:
                self._add_row(rows, field, value, records)

    def _fill_kinds(self, rows: QVBoxLayout, records: list[Record]) -> None:
        for kind, count in Counter(record.kind for record in records).items():
            rows.addSpacing(GRID // 2)
            rows.addWidget(label(f"{count} × {kind_name(kind)}"))

    def _add_row(self, rows: QVBoxLayout, field: Field, value: str, records: list[Record]) -> None:
        rows.addSpacing(GRID)
        name = label(QCoreApplication.translate("Fields", field.label), "field")
        shown = self._shown(field, value, records)
        shown.setProperty("value", value)
        shown.setAccessibleName(name.text())
        name.setBuddy(shown)
        rows.addWidget(name)
        rows.addWidget(shown)

    def _shown(self, field: Field, value: str, records: list[Record]) -> QWidget:
        if field.form == "level" and value != MIXED and isinstance(records[0], Point):
            return level_segments(records[0].value)
        shown = label(value, "value", wrap=True)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return shown

    def _count(self, count: int) -> str:
        return counted(self.tr("{n} element|{n} elements"), count)


def shared_value(journey: Journey, records: list[Record], field: Field) -> str:
    """Return what all `records` have in `field`, or MIXED where they differ."""
    first = field.read(journey, records[0])
    same = all(field.read(journey, record) == first for record in records[1:])
    return first if same else MIXED


def level_segments(value: float) -> Segments:
    """Return the five levels of emotion with the nearest one marked, for looking at."""
    names = {str(step): f"{step:+d}".replace("-", "−") if step else "0" for step in range(-2, 3)}
    segments = Segments(names, str(round(value * 2)))
    segments.setEnabled(False)
    return segments


def _heading(records: list[Record]) -> str:
    kind = kind_name(records[0].kind)
    return kind if len(records) == 1 else f"{kind} × {len(records)}"
