"""One field of the inspector under its label: shows what the selected records have, sets it for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.fault import Misfit
from editor.model.trouble import Trouble
from editor.window.field_forms import FORMS
from editor.window.field_making import made_field, picks
from editor.window.field_pick import PickField, PicksField
from editor.window.field_text import TextField
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.model.journey import Journey
    from editor.model.records import Record
    from editor.session.bench import Bench
    from editor.session.plans import Plan
    from editor.window.fields import Edit


class FieldRow(QWidget):
    """A field with its label, and room for a new name and for one sentence why a value was refused."""

    def __init__(self, name: str, edit: Edit, bench: Bench, keys: tuple[str, ...]) -> None:
        super().__init__()
        self.edit = edit
        self._bench, self._keys = bench, keys
        self.field: Any = made_field(edit, name, bench.facts.levels())
        self.field.given.connect(self.give)
        if isinstance(self.field, TextField):
            self.field.refused.connect(self.say)
            self.field.drafted.connect(self._draft)
            self.field.dropped.connect(self._drop)
        if edit.form == "picture":
            self.field.chosen.connect(self._take_picture)
            self.field.removed.connect(lambda: self.do(bench.plans.set_picture(keys, None)))
        if isinstance(self.field, PickField | PicksField):
            self.field.new_wanted.connect(self._ask_name)
        self._refusal = label("", "danger", wrap=True)
        self._arrange(name)

    def update_from(self, journey: Journey, records: Sequence[Record]) -> None:
        """Show what the records have now."""
        if isinstance(self.field, PickField | PicksField) and self.edit.kind:
            self.field.offer(picks(journey, self.edit))
        instead = self._offer(journey, records)
        values = [value_of(record, self.edit) for record in bearers(journey, records, self.edit)]
        first = values[0] if values else ""
        mixed = any(value != first for value in values[1:])
        self.field.show_value(first, mixed, **instead)

    def _offer(self, journey: Journey, records: Sequence[Record]) -> dict[str, object]:
        """Let a field know what the map has; return what one of colours shows where none is given."""
        if self.edit.form in ("picture", "level"):
            self.field.look_in(journey)
        if self.edit.form not in ("color", "colors"):
            return {}
        from editor.window.palette_of import instead_of, offer

        self.field.offer(offer(journey))
        return {"instead": instead_of(journey, records[0], self.edit.attribute)}

    def _take_picture(self, path: Path) -> None:
        """Give all records the picture in that file; say why where it is not taken."""
        from editor.window.incoming import picture_plan

        try:
            kind = self._bench.facts.kind(self._keys[0])
            self.do(picture_plan(path, self._keys, kind))
        except Trouble as trouble:
            from editor.window.asking import trouble_words

            self.say("\n".join(filter(None, trouble_words(trouble))))

    def give(self, value: object) -> None:
        """Set the value for all records, as one step."""
        self.do(self._plan(value))

    def _plan(self, value: object) -> Plan:
        edit, plans = self.edit, self._bench.plans
        if edit.part:
            return plans.set_part(self._keys, edit.attribute, edit.part, value)
        keys = [record.id for record in bearers(self._bench.facts.journey, self._records(), edit)]
        return plans.set_fields(keys, **{edit.attribute: value})

    def _draft(self, value: object) -> None:
        self._bench.draft(self.edit.step, self._plan(value))

    def _drop(self) -> None:
        self._bench.draft(self.edit.step, None)

    def do(self, plan: Plan) -> None:
        """Do a plan under the name of this edit; where it is refused, say why and show the old value."""
        self.say("")
        try:
            self._bench.do(self.edit.step, plan)
        except (Misfit, Trouble) as problem:
            self.update_from(self._bench.facts.journey, self._records())
            self.say(sentence(problem))

    def _records(self) -> list[Record]:
        journey = self._bench.facts.journey
        return [journey.get(key) for key in self._keys if key in journey]

    def say(self, words: str) -> None:
        """Tell why a value was refused; "" when that is over."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def keep(self) -> None:
        """Keep what is being written here."""
        for field in self.findChildren(TextField):
            field.keep()

    def refusal(self) -> str:
        """Return the sentence why a value was refused, "" if none was."""
        return self._refusal.text()

    def _ask_name(self) -> None:
        name = TextField(FORMS["line"])
        name.setPlaceholderText(QCoreApplication.translate("Fields", "Name"))
        name.setAccessibleName(name.placeholderText())
        name.given.connect(self._make)
        name.drafted.connect(self._draft_new)
        name.dropped.connect(self._drop)
        self._rows.insertWidget(self._rows.indexOf(self.field) + 1, name)
        name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, name: object) -> None:
        self.sender().deleteLater()
        self.sender().hide()
        if name:
            self.do(self._plan_of_new(name))

    def _draft_new(self, name: object) -> None:
        self._bench.draft(self.edit.step, self._plan_of_new(name) if name else None)

    def _plan_of_new(self, name: object) -> Plan:
        return self._bench.plans.set_new(self._keys, self.edit.attribute, self.edit.kind, str(name))

    def _arrange(self, name: str) -> None:
        heading = label(name, "field")
        heading.setBuddy(self.field)
        self.field.setAccessibleName(name)
        self._refusal.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, GRID // 2, 0, 0)
        self._rows.setSpacing(GRID // 2)
        for part in (heading, self.field, self._refusal):
            self._rows.addWidget(part)
        # Only now: a label without a parent would open as a window of its own and take the focus.
        heading.setVisible(bool(name) and self.edit.form != "flag")


def bearers(journey: Journey, records: Sequence[Record], edit: Edit) -> list[Record]:
    """Return the records that `edit` sets: these themselves, or those they name, each once."""
    if not edit.via:
        return list(records)
    named = dict.fromkeys(getattr(record, edit.via) for record in records)
    return [journey.get(key) for key in named if key in journey]


def value_of(record: Record, edit: Edit) -> Any:
    """Return what a record has where `edit` sets something; "" for a part of what is not there."""
    value = getattr(record, edit.attribute)
    if not edit.part:
        return value
    return "" if value is None else getattr(value, edit.part)


def sentence(problem: Misfit | Trouble) -> str:
    """Return the one sentence that says why something cannot be."""
    template = problem.fault.problem if isinstance(problem, Misfit) else problem.problem
    details = problem.fault.details if isinstance(problem, Misfit) else problem.details
    return QCoreApplication.translate("Trouble", template).format(**details)
