"""The personas, owners or channels of a map as a list: to be added, renamed, recoloured and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.model.fault import Misfit
from editor.model.trouble import Trouble
from editor.window.counting import counted
from editor.window.field_colors import ColorField
from editor.window.field_forms import FORMS
from editor.window.field_making import KINDS
from editor.window.field_row import sentence
from editor.window.field_text import TextField
from editor.window.palette_of import offer, usual_color
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.session.bench import Bench
    from editor.session.plans import Plan

noop = QT_TRANSLATE_NOOP
_USED = noop("Rosters", "{n} place used it. Undo brings all back.|{n} places used it. Undo brings all back.")


class Wording(NamedTuple):
    """What a roster calls its things, and its steps."""

    title: str
    new: str
    add: str
    rename: str
    color: str
    remove: str


WORDINGS = {
    "persona": Wording(
        noop("Rosters", "Personas"), noop("Rosters", "New persona"), noop("Steps", "Add persona"),
        noop("Steps", "Rename persona"), noop("Steps", "Set colour"), noop("Steps", "Remove persona"),
    ),
    "owner": Wording(
        noop("Rosters", "Owners"), noop("Rosters", "New owner"), noop("Steps", "Add owner"),
        noop("Steps", "Rename owner"), noop("Steps", "Set colour"), noop("Steps", "Remove owner"),
    ),
    "channel": Wording(
        noop("Rosters", "Channels"), noop("Rosters", "New channel"), noop("Steps", "Add channel"),
        noop("Steps", "Rename channel"), noop("Steps", "Set colour"), noop("Steps", "Remove channel"),
    ),
}  # fmt: skip


class Roster(QWidget):
    """One line for each record of a kind, and an empty one for a new name; `opened` tells an id."""

    opened = Signal(str)

    def __init__(self, kind: str, bench: Bench) -> None:
        super().__init__()
        self._kind, self._bench = kind, bench
        self._words = WORDINGS[kind]
        self._lines: dict[str, RosterLine] = {}
        self._refusal, self._told = label("", "danger", wrap=True), label("", "muted", wrap=True)
        self._refusal.hide()
        self._told.hide()
        self.new = TextField(FORMS["line"])
        self.new.given.connect(self._add)
        self.new.drafted.connect(self._draft_new)
        self.new.dropped.connect(self._drop)
        self.new.setAccessibleName(_say(self._words.new))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, 0)
        self._column.setSpacing(GRID // 2)
        for part in (label(_say(self._words.title), "heading"), self.new, self._refusal, self._told):
            self._column.addWidget(part)

    def update_from(self, journey: Journey) -> None:
        """Show the records as they are now."""
        self._told.hide()
        records: tuple[Any, ...] = journey.all(KINDS[self._kind])
        for key in self._lines.keys() - {record.id for record in records}:
            self._lines[key].hide()
            self._lines.pop(key).deleteLater()
        colors = offer(journey)
        for place, record in enumerate(records):
            if record.id not in self._lines:
                self._lines[record.id] = self._line(record.id)
            self._column.insertWidget(1 + place, self._lines[record.id])
            self._lines[record.id].color.offer(colors)
            self._lines[record.id].show_record(record.name, record.color, usual_color(journey, record, place))
        self.new.show_value("")
        self.new.setPlaceholderText(_say(self._words.new))

    def line(self, key: str) -> RosterLine:
        """Return the line of the record with that id."""
        return self._lines[key]

    def _line(self, key: str) -> RosterLine:
        plans, words = self._bench.plans, self._words
        line = RosterLine(_say(words.remove))
        line.name.given.connect(lambda name: self._do(words.rename, plans.write(key, str(name))))
        line.name.drafted.connect(lambda name: self._bench.draft(words.rename, plans.write(key, str(name))))
        line.name.dropped.connect(self._drop)
        line.name.refused.connect(self._refuse)
        line.color.given.connect(lambda color: self._do(words.color, plans.set_fields([key], color=color)))
        line.remove.clicked.connect(lambda: self._remove(key))
        line.more.clicked.connect(lambda: self.opened.emit(key))
        return line

    def _add(self, name: object) -> None:
        if name:
            self._do(self._words.add, self._bench.plans.add_named(self._kind, str(name)))

    def _draft_new(self, name: object) -> None:
        plan = self._bench.plans.add_named(self._kind, str(name)) if name else None
        self._bench.draft(self._words.add, plan)

    def _drop(self) -> None:
        self._bench.draft(self._words.add, None)

    def _remove(self, key: str) -> None:
        """Take a thing away, and tell where else that shows: much of it may be out of sight."""
        plan, users = self._bench.plans.remove([key]), 0

        def watched(journey: Journey) -> Change:
            nonlocal users
            change = plan(journey)
            users = len(change.removed) + len(change.updated) - 1
            return change

        self._do(self._words.remove, watched)
        if users and self._refusal.isHidden():
            self._told.setText(counted(_say(_USED), users))
            self._told.show()

    def _do(self, step: str, plan: Plan) -> None:
        self._refusal.hide()
        try:
            self._bench.do(step, plan)
        except (Misfit, Trouble) as problem:
            self.update_from(self._bench.facts.journey)
            self._refuse(sentence(problem))

    def _refuse(self, why: str) -> None:
        self._refusal.setText(why)
        self._refusal.show()


class RosterLine(QWidget):
    """Colour, name, a way to all else that is known, and a way out."""

    def __init__(self, remove: str) -> None:
        super().__init__()
        self.color, self.name = ColorField(words=False), TextField(FORMS["name"])
        self.more, self.remove = QPushButton("…"), QPushButton("×")
        self.more.setAccessibleName(_say(noop("Rosters", "Everything about it")))
        self.remove.setAccessibleName(remove)
        for button in (self.more, self.remove):
            button.setToolTip(button.accessibleName())
            button.setProperty("role", "swatch")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for part in (self.color, self.name, self.more, self.remove):
            row.addWidget(part)
        row.setStretchFactor(self.name, 1)

    def show_record(self, name: str, color: str, instead: str) -> None:
        """Show a name, and a colour or the one that is taken instead."""
        self.name.show_value(name)
        self.color.show_value(color, instead=instead)
        self.name.setAccessibleName(_say(noop("Rosters", "Name")))
        self.color.setAccessibleName(_say(noop("Rosters", "Colour")))


def _say(text: str) -> str:
    context = "Steps" if text in {words.remove for words in WORDINGS.values()} else "Rosters"
    return QCoreApplication.translate(context, text)
