"""What the Edit and Insert menus do, to what is selected on the map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.model.change import Change
    from editor.model.fault import Misfit
    from editor.model.journey import Journey
    from editor.session.plans import Plan, Plans
    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace

noop = QT_TRANSLATE_NOOP
TABLES = frozenset({".csv", ".tsv", ".txt"})
COPYABLE = frozenset({"card", "stage", "step", "lane"})


class EditDeeds:
    """Takes changes back, copies, removes and adds; every change is one step with a name."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the two menus does."""
        return {
            "edit.undo": lambda: self._settled().session.undo(),
            "edit.redo": lambda: self._settled().session.redo(),
            "edit.cut": self.cut,
            "edit.copy": self.copy,
            "edit.paste": self.paste,
            "edit.duplicate": self.duplicate,
            "edit.delete": self.delete,
            "edit.select_all": lambda: self._settled().view.select_more(),
            "insert.card": self.insert_card,
            "insert.stage": self.insert_stage,
            "insert.step": self.insert_step,
            "insert.lane": self.insert_lane,
            "insert.connection": self.insert_connection,
            "insert.note": self.insert_note,
        }

    def follow(self, workspace: Workspace) -> None:
        """Take what is pasted, dropped and chosen on the map and its panels."""
        workspace.view.table_pasted.connect(lambda text: self.paste_text(text, self._window.opened.cell()))
        workspace.view.text_dropped.connect(self.paste_text)
        workspace.view.file_dropped.connect(self.take_file)
        workspace.touchpoints.chosen.connect(self.insert_touchpoint)
        workspace.outline.move_wanted.connect(lambda move: self.do(move.label, move.make))

    def take_file(self, name: str, ref: str) -> None:
        """Take a file that was dropped: a table from the cell `ref` on, a picture for the record `ref`."""
        from editor.window.incoming import picture_plan, table_text

        path = Path(name)
        try:
            if path.suffix.lower() in TABLES:
                self.paste_text(table_text(path), ref)
            else:
                plan = picture_plan(path, (ref,), self._window.opened.bench.facts.kind(ref))
                self.do(noop("Steps", "Set picture"), lambda _: plan)
        except Trouble as trouble:
            # A dialog would keep the program waiting from which the file was dragged.
            self._window.opened.refuse(trouble, path.name)

    def insert_touchpoint(self, channel: str) -> None:
        """Add a touchpoint of that channel to the selected column, the first one if none is."""
        workspace = self._settled()
        facts = workspace.bench.facts
        lanes = [lane for lane in facts.lanes() if facts.lane_kind(lane) == "touchpoints"]
        flags = facts.lane_flags(lanes[0]) if lanes else frozenset[str]()
        if not lanes:
            workspace.refuse(
                Trouble("The map shows no lane for touchpoints.", "Add one, or show a hidden one.")
            )
        elif "collapsed" in flags and "locked" not in flags:
            workspace.refuse(Trouble("The lane is collapsed.", "Expand it first, in the Arrange menu."))
        else:
            step = workspace.whereabouts().step or facts.steps()[0]
            self.add(
                noop("Steps", "Add card"), lambda plans: plans.add_card(lanes[0], step, channel=channel), True
            )

    def copy(self) -> None:
        """Put what is selected on the clipboard: for other maps, and as a table for other programs."""
        from editor.session.clip import copied
        from editor.window.clipboard import put

        workspace = self._settled()
        put(copied(workspace.session.journey, workspace.chosen()))

    def cut(self) -> None:
        """Copy what is selected, then remove it."""
        self.copy()
        keys = self._settled().chosen()
        self.do(noop("Steps", "Cut"), lambda plans: plans.remove(keys))

    def paste(self) -> None:
        """Bring in what is on the clipboard, at the selected cell."""
        from editor.window.clipboard import taken

        clip = taken()
        if clip.fragment or clip.text:
            where = self._settled().whereabouts()
            self.add(noop("Steps", "Paste"), lambda plans: plans.paste(clip, where.lane, where.step))
        else:
            self._window.opened.refuse(Trouble("There is nothing to paste on the clipboard."))

    def paste_text(self, text: str, cell: str) -> None:
        """Bring in a text, a table perhaps, from the cell "lane|step" on."""
        from editor.session.clip import Clip

        lane, _, step = cell.partition("|")
        self.add(noop("Steps", "Paste"), lambda plans: plans.paste(Clip(text=text), lane, step))

    def duplicate(self) -> None:
        """Copy what is selected, right after it, and select the copies."""
        workspace = self._settled()
        facts = workspace.bench.facts
        keys = [key for key in workspace.chosen() if facts.kind(key) in COPYABLE]
        self.add(noop("Steps", "Duplicate"), lambda plans: plans.duplicate(keys))

    def delete(self) -> None:
        """Remove what is selected, with what stands in it."""
        keys = self._settled().chosen()
        self.do(noop("Steps", "Delete"), lambda plans: plans.remove(keys))

    def insert_card(self) -> None:
        """Add a card to the selected cell, under the selected card, and begin to write on it."""
        where = self._settled().whereabouts()
        self.add(
            noop("Steps", "Add card"), lambda plans: plans.add_card(where.lane, where.step, where.index), True
        )

    def insert_stage(self) -> None:
        """Add a stage with one step after the selected one, or at the end."""
        workspace = self._settled()
        index = _after(workspace.bench.facts.stages(), workspace.whereabouts().stage)
        self.add(noop("Steps", "Add stage"), lambda plans: plans.add_stage(index), True)

    def insert_step(self) -> None:
        """Add a step after the selected one, in the same stage."""
        workspace = self._settled()
        where = workspace.whereabouts()
        index = _after(workspace.bench.facts.steps_of(where.stage), where.step)
        self.add(noop("Steps", "Add step"), lambda plans: plans.add_step(where.stage, index), True)

    def insert_lane(self) -> None:
        """Add a lane for free text under the selected one, or at the end."""
        workspace = self._settled()
        index = _after(workspace.bench.facts.all_lanes(), workspace.whereabouts().lane)
        self.add(noop("Steps", "Add lane"), lambda plans: plans.add_lane("text", index), True)

    def insert_connection(self) -> None:
        """Lead from the card or stage that was selected first to the other; begin to write on the line."""
        source, target = self._settled().chosen()
        self.add(noop("Steps", "Connect"), lambda plans: plans.connect(source, target), True)

    def insert_note(self) -> None:
        """Add a note about what is selected."""
        about = self._settled().chosen()[-1]
        self.add(noop("Steps", "Add note"), lambda plans: plans.add_note(about), True)

    def do(self, name: str, make: Callable[[Plans], Plan]) -> tuple[str, ...]:
        """Do the planned change as one named step; say under the map why where it cannot be done."""
        from editor.model.fault import Misfit

        workspace = self._settled()
        bench = workspace.bench
        changes: list[Change] = []

        def looked_at(journey: Journey) -> Change:
            changes.append(plan(journey))
            return changes[-1]

        try:
            plan = make(bench.plans)
            added = bench.do(name, looked_at)
        except (Misfit, Trouble) as problem:
            workspace.refuse(told(problem))
            return ()
        if not any(changes):
            workspace.refuse(Trouble("This changes nothing here."))
        return added

    def add(self, name: str, make: Callable[[Plans], Plan], write: bool = False) -> None:
        """Do a change that adds something, then select and show what came, and perhaps write on it."""
        workspace = self._settled()
        added = self.do(name, make)
        kinds = {key: workspace.bench.facts.kind(key) for key in added}
        first = next((key for kind in ORDER for key in added if kinds[key] == kind), "")
        if first:
            workspace.choose(tuple(key for key in added if kinds[key] == kinds[first]), reveal=True)
        if first and write:
            workspace.view.write(first)

    def _settled(self) -> Workspace:
        """Return the workspace with nothing half written on its map."""
        return self._window.settled()


ORDER = ("stage", "lane", "step", "card", "note", "point", "connection")
"""Which kind of several that came is the one that was meant."""


def told(problem: Misfit | Trouble) -> Trouble:
    """Return what people are told of a refusal, without the names of records and fields."""
    if isinstance(problem, Trouble):
        return problem
    return Trouble(problem.fault.problem, **problem.fault.details)


def _after(row: tuple[str, ...], key: str) -> int | None:
    """Return the place after `key` in `row`, None for the end."""
    return row.index(key) + 1 if key in row else None
