"""The inspector: what is known about the selected elements, one field a row, "—" where they differ."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.model.records import Map, Point
from editor.window.counting import counted
from editor.window.fields import FIELDS
from editor.window.plain import label
from editor.window.tokens import GRID
from editor.window.words import kind_name

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from editor.model.journey import Journey
    from editor.model.records import Record
    from editor.session.bench import Bench
    from editor.window.field_page import FieldPage
    from editor.window.fields import Field
    from editor.window.roster import Roster

MANY = 50
"""More records than this are looked through only when the hand rests."""

_REST = 120
"""Milliseconds for which it must."""


class Inspector(QFrame):
    """Shows the fields of the selection; a selection of several kinds is counted instead.

    With a bench that may change the map the fields can be edited, for all of the selection at once.
    """

    def __init__(self, journey: Journey, bench: Bench | None = None, *, at_once: bool = True) -> None:
        """Show the map itself, `at_once` or only when the map beside it has been painted."""
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._journey = journey
        self._bench = bench if bench is not None and not bench.read_only else None
        self._page = QWidget()
        self._page.setFixedHeight(1)  # What has no height is never painted, and would wait for its page on.
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._page)
        self._keys: tuple[str, ...] = ()
        self._everything = False
        self._fields: FieldPage | None = None
        self._rosters: list[Roster] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._follow)
        self._waits = not at_once
        if at_once:
            self.show_elements(())

    def show_elements(self, keys: tuple[str, ...]) -> None:
        """Show the elements with these ids; without any, the map itself."""
        self.keep()
        before = {record.kind for record in self._records()}
        self._keys, self._everything = keys, False
        self._show_page()
        if {record.kind for record in self._records()} != before:
            self._show_the_top()

    def refresh(self) -> None:
        """Show the same elements as they are now, where somebody writes without disturbing that."""
        if len(self._keys) > MANY:
            self._rest.start()
        else:
            self._follow()

    def keep(self) -> None:
        """Keep what is being written, before something else is shown or done."""
        if self._fields is not None:
            self._fields.keep()

    def rows(self) -> dict[str, str]:
        """Return what is shown, as it reads: values by label."""
        labels = self._page.findChildren(QLabel)
        names = [part for part in labels if part.property("role") == "field"]
        return {part.text(): part.buddy().property("value") for part in names}

    @property
    def fields(self) -> FieldPage:
        """The fields that can be edited now; only where something can be."""
        if self._fields is None:
            raise RuntimeError("nothing can be edited")
        return self._fields

    def roster(self, kind: str) -> Roster:
        """Return the list of the personas, owners or channels in the map's details."""
        from editor.window.roster import WORDINGS

        return self._rosters[tuple(WORDINGS).index(kind)]

    def ask_for(self, kind: str) -> None:
        """Let a persona, an owner or a channel be named, in the map's details."""
        self.show_elements(())
        field = self.roster(kind).new
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        _reveal(field, turns=4)

    def make_ready(self, attribute: str) -> None:
        """Give the focus to the field in which an attribute is edited, if there is one, and show it."""
        field = self.fields.editing(attribute)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            _reveal(field, turns=4)

    def _show_the_top(self) -> None:
        """Scroll up to the first field, unless somebody is at work on the same panel."""
        area = _area(self)
        worker = QApplication.focusWidget()
        if area is not None and not (worker and area.isAncestorOf(worker)):
            area.verticalScrollBar().setValue(0)

    def _records(self) -> list[Record]:
        return [self._journey.get(key) for key in self._keys if key in self._journey] or [self._journey.map]

    def _follow(self) -> None:
        """Show what has changed in the fields that are there; make others where others are called for."""
        # The fields are loaded with the first page, which comes after the map is painted.
        from editor.window.field_page import lines

        records, page = self._records(), self._fields
        keys = tuple(record.id for record in records)
        if page is None or page.keys != keys or page.shape != lines(self._journey, records, self._everything):
            self._show_page()
            return
        page.update_from(self._journey, records)
        for roster in self._rosters:
            roster.update_from(self._journey)

    def _show_page(self) -> None:
        focused = self._fields.focused() if self._fields is not None else ""
        held = self._page.isAncestorOf(self.window().focusWidget() or self)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        rows.setSpacing(GRID // 2)
        self._fields, self._rosters = None, []
        self._fill(rows, self._records())
        self._rows.replaceWidget(self._page, page)
        if held:
            self.setFocus()  # or it would go to whatever comes first in the window
        self._page.hide()
        self._page.deleteLater()
        self._page = page
        if focused and self._fields is not None:
            self._fields.focus(focused)

    def _fill(self, rows: QVBoxLayout, records: list[Record]) -> None:
        kinds = {type(record) for record in records}
        if len(kinds) > 1 or not kinds & FIELDS.keys():
            rows.addWidget(label(self._count(len(records)), "heading"))
            self._fill_kinds(rows, records)
            return
        rows.addWidget(label(_heading(records), "heading"))
        if self._bench is None:
            self._fill_values(rows, records)
        else:
            self._fill_fields(rows, records, self._bench)

    def _fill_kinds(self, rows: QVBoxLayout, records: list[Record]) -> None:
        for kind, count in Counter(record.kind for record in records).items():
            rows.addSpacing(GRID // 2)
            rows.addWidget(label(f"{count} × {kind_name(kind)}"))

    # For those who edit

    def _fill_fields(self, rows: QVBoxLayout, records: list[Record], bench: Bench) -> None:
        from editor.window.field_page import FieldPage, lines
        from editor.window.roster import WORDINGS

        shape = lines(self._journey, records, self._everything)
        self._fields = FieldPage(bench, tuple(record.id for record in records), shape)
        self._fields.update_from(self._journey, records)
        rows.addWidget(self._fields)
        if shape != lines(self._journey, records, everything=True):
            rows.addWidget(self._more_button(), 0, Qt.AlignmentFlag.AlignLeading)
        if isinstance(records[0], Map):
            self._fill_rosters(rows, bench)
        elif records[0].kind in WORDINGS:
            rows.addWidget(self._back_button(), 0, Qt.AlignmentFlag.AlignLeading)

    def _fill_rosters(self, rows: QVBoxLayout, bench: Bench) -> None:
        from editor.window.roster import WORDINGS, Roster

        for kind in WORDINGS:
            roster = Roster(kind, bench)
            roster.update_from(self._journey)
            roster.opened.connect(self.open)
            rows.addWidget(roster)
            self._rosters.append(roster)

    def _more_button(self) -> QPushButton:
        button = _link(self.tr("All fields"))
        button.setObjectName("all_fields")
        button.clicked.connect(self._show_everything)
        return button

    def _back_button(self) -> QPushButton:
        button = _link(self.tr("Map details"))
        button.clicked.connect(self._go_back)
        return button

    def open(self, key: str) -> None:
        """Show all about a persona, an owner or a channel, ready to be written."""
        self.show_elements((key,))
        if self._fields is not None:
            self._fields.focus(self._fields.shape[0].name())

    def _go_back(self) -> None:
        """Show the map again, at the line from which somebody came."""
        record = self._records()[0]
        self.show_elements(())
        if record.id in self._journey:
            button = self.roster(record.kind).line(record.id).more
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            _reveal(button, turns=4)

    def _show_everything(self) -> None:
        self.keep()
        self._everything = True
        self._show_page()

    # For those who read

    def _fill_values(self, rows: QVBoxLayout, records: list[Record]) -> None:
        from editor.window.field_page import shared_value

        for field in FIELDS[type(records[0])]:
            value = shared_value(self._journey, records, field)
            if value or field.always:
                self._add_row(rows, field, value, records)

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
        from editor.window.field_page import MIXED

        level = any(edit.form == "level" for edit in field.edits)
        if level and value != MIXED and isinstance(records[0], Point):
            from editor.window.field_level import LevelField

            faces = LevelField()
            faces.look_in(self._journey)
            faces.show_value(records[0].value)
            faces.segments.setEnabled(False)
            return faces
        shown = label(value, "value", wrap=True)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return shown

    def _count(self, count: int) -> str:
        return counted(self.tr("{n} element|{n} elements"), count)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; a page that waits is made once everything has been painted."""
        super().paintEvent(event)
        if self._waits:
            self._waits = False
            QTimer.singleShot(0, self, self.refresh)


def _area(part: QWidget) -> QScrollArea | None:
    """Return what scrolls `part`, if anything does."""
    area: QWidget | None = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def _reveal(part: QWidget, turns: int) -> None:
    """Scroll to `part` on a page that is still being laid out: each turn of the events does one level."""
    area = _area(part)
    if area is not None:
        area.ensureWidgetVisible(part, 0, area.height() // 3)
    if turns:
        QTimer.singleShot(0, part, lambda: _reveal(part, turns - 1))


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "link")
    button.setAutoDefault(False)
    return button


def _heading(records: list[Record]) -> str:
    kind = kind_name(records[0].kind)
    return kind if len(records) == 1 else f"{kind} × {len(records)}"
