"""What the Edit and Insert menus do, to what is selected on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QGuiApplication

from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace

noop = QT_TRANSLATE_NOOP


class EditDeeds:
    """Takes changes back, copies, removes and adds; every change goes through the session by its name."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the two menus does."""
        return {
            "edit.undo": lambda: self._workspace.session.undo(),
            "edit.redo": lambda: self._workspace.session.redo(),
            "edit.copy": self.copy,
            "edit.duplicate": self.duplicate,
            "edit.delete": self.delete,
            "edit.find": self.find,
            "insert.card": self.insert_card,
            "insert.stage": self.insert_stage,
            "insert.step": self.insert_step,
            "insert.lane": self.insert_lane,
        }

    def copy(self) -> None:
        """Put the words of what is selected on the clipboard, one element a line."""
        from editor.model.edits.wording import title

        journey = self._workspace.session.journey
        texts = [title(journey.get(key)) for key in self._workspace.chosen()]
        QGuiApplication.clipboard().setText("\n".join(texts))

    def duplicate(self) -> None:
        """Copy what is selected, right after it, and select the copies."""
        from editor.model.edits.copying import duplicate

        workspace = self._workspace
        kinds = {"card", "stage", "step", "lane"}
        keys = [key for key in workspace.chosen() if workspace.session.journey.get(key).kind in kinds]
        self._add(noop("Steps", "Duplicate"), lambda journey: duplicate(journey, keys, workspace.ids))

    def delete(self) -> None:
        """Remove what is selected, with what stands in it."""
        from editor.model.edits.removing import remove

        keys = self._workspace.chosen()
        self._do(noop("Steps", "Delete"), lambda journey: remove(journey, keys))

    def find(self) -> None:
        """Open the palette with everything on the map."""
        from editor.window.palette import CommandPalette

        hint = self._window.tr("Find a stage or card by its words")
        entries = self._workspace.entries()
        CommandPalette(self._window, entries, hint, self._window.desk.theme.tokens).show()

    def insert_card(self) -> None:
        """Add a card to the selected cell, under the selected card."""
        from editor.model.edits.arranging import add
        from editor.model.records import Card

        where = self._workspace.whereabouts()
        card = Card(self._workspace.ids.new("card", self._journey), lane=where.lane, step=where.step)
        self._add(noop("Steps", "Add card"), lambda journey: add(journey, card, where.index))

    def insert_stage(self) -> None:
        """Add a stage with one step after the selected one, or at the end."""
        from editor.model.edits.arranging import add_stage
        from editor.model.records import Stage, Step

        new, journey = self._workspace.ids.new, self._journey
        stage, step = Stage(new("stage", journey)), Step(new("step", journey))
        index = self._after(journey.all(Stage), self._workspace.whereabouts().stage)
        self._add(noop("Steps", "Add stage"), lambda now: add_stage(now, stage, step, index), stage.id)

    def insert_step(self) -> None:
        """Add a step after the selected one, in the same stage."""
        from editor.model.edits.arranging import add
        from editor.model.records import Step

        where = self._workspace.whereabouts()
        step = Step(self._workspace.ids.new("step", self._journey), stage=where.stage)
        index = self._after(self._journey.steps(where.stage), where.step)
        self._add(noop("Steps", "Add step"), lambda journey: add(journey, step, index))

    def insert_lane(self) -> None:
        """Add a lane for free text under the selected one, or at the end."""
        from editor.model.edits.arranging import add
        from editor.model.records import Lane

        lane = Lane(self._workspace.ids.new("lane", self._journey))
        index = self._after(self._journey.all(Lane), self._workspace.whereabouts().lane)
        self._add(noop("Steps", "Add lane"), lambda journey: add(journey, lane, index))

    @property
    def _workspace(self) -> Workspace:
        return self._window.opened

    @property
    def _journey(self) -> Journey:
        return self._workspace.session.journey

    def _after(self, row: tuple[object, ...], key: str) -> int | None:
        """Return the index after the record with that id in `row`, None for the end."""
        places = [place for place, record in enumerate(row) if getattr(record, "id", "") == key]
        return places[0] + 1 if places else None

    def _add(self, name: str, plan: Callable[[Journey], Change], choose: str = "") -> None:
        """Do a change that adds something, then select and show what came."""
        change = self._do(name, plan)
        if change is not None:
            self._workspace.choose((choose,) if choose else tuple(change.added)[:1], reveal=True)

    def _do(self, name: str, plan: Callable[[Journey], Change]) -> Change | None:
        """Do the planned change as one named step; tell people why where it cannot be done."""
        try:
            change = plan(self._journey)
            self._workspace.session.do(name, change)
        except Trouble as trouble:
            self._window.asking.tell(trouble)
            return None
        return change
