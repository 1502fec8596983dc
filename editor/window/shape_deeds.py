"""What the Arrange menu does: to the stages, steps and lanes that are selected, and to lanes out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from editor.window.edit_deeds import EditDeeds
    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace

noop = QT_TRANSLATE_NOOP

TITLES = {
    "kind": noop("Menus", "Ki&nd of lane"),
    "hidden": noop("Menus", "Hi&dden lanes"),
    "level": noop("Menus", "Emo&tion"),
    "way": noop("Menus", "Kind of connecti&on"),
}
"""Menus that are filled when they open."""
NEEDED = {"kind": "lane", "hidden": "hidden", "level": "emotions", "way": "connections"}
"""What must be there for each of them, a name of `editor.window.situation.NEEDS`."""
FLAGS = {
    "collapsed": ("arrange.collapse", noop("Steps", "Collapse lane"), noop("Steps", "Expand lane")),
    "locked": ("arrange.lock", noop("Steps", "Lock lane"), noop("Steps", "Unlock lane")),
}
"""Fields of a lane with their action and the names of the steps that set and clear them."""


class ShapeDeeds:
    """Splits, merges, sizes, collapses, hides, locks and turns into another kind."""

    def __init__(self, window: MainWindow, edit: EditDeeds) -> None:
        self._window, self._edit = window, edit

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the menu does."""
        return {
            "arrange.split": self.split,
            "arrange.merge": self.merge,
            "arrange.equal": self.equal_widths,
            "arrange.fit": self.fit,
            "arrange.collapse": lambda: self._turn("collapsed"),
            "arrange.lock": lambda: self._turn("locked"),
            "arrange.hide": self.hide,
            "arrange.show": lambda: self.show_lanes(self._window.opened.bench.facts.hidden_lanes()),
        }

    def suit(self) -> None:
        """Mark what holds for the selected lane."""
        workspace = self._window.workspace
        lane = _lane(workspace) if workspace else ""
        flags = workspace.bench.facts.lane_flags(lane) if workspace and lane else frozenset[str]()
        for field, (action, *_) in FLAGS.items():
            self._window.actions_by_id[action].setChecked(field in flags)

    def menus(self) -> dict[str, QMenu]:
        """Return the menus of the menu bar that are filled when they open."""
        made: dict[str, QMenu] = {}
        for name, title in TITLES.items():
            menu = made[name] = QMenu(QCoreApplication.translate("Menus", title), self._window)
            menu.aboutToShow.connect(lambda name=name, menu=menu: self._fill(name, menu))
        return made

    def menu(self, name: str, parent: QWidget) -> QMenu | None:
        """Return such a menu, filled, for the context menu; None where it would be of no use."""
        if not self._window.actions_by_id.situation.allows(NEEDED[name]):
            return None
        menu = QMenu(QCoreApplication.translate("Menus", TITLES[name]), parent)
        self._fill(name, menu)
        return menu

    def _fill(self, name: str, menu: QMenu) -> None:
        from editor.window import lane_menus

        menu.clear()
        able = self._window.actions_by_id.situation.allows(NEEDED[name])
        if self._window.workspace is not None and (able or name == "kind"):
            lane_menus.FILLING[name](menu, self._window.workspace, self)
        if menu.isEmpty():
            nothing = QCoreApplication.translate("Menus", lane_menus.EMPTY[name])
            menu.addAction(nothing).setEnabled(False)

    def split(self) -> None:
        """Let a new stage begin at the selected step, select it and write its name."""
        step = self._settled().whereabouts().step
        self._edit.add(noop("Steps", "Split stage"), lambda plans: plans.split(step), write=True)

    def merge(self) -> None:
        """Make one of the selected stages, or of the selected one and the next."""
        workspace = self._settled()
        stages = workspace.bench.facts.stages()
        keys = [stage for stage in stages if stage in workspace.chosen()]
        if len(keys) == 1:
            keys = list(stages[stages.index(keys[0]) :][:2])
        self._edit.do(noop("Steps", "Merge stages"), lambda plans: plans.merge_all(keys))
        workspace.choose(tuple(keys[:1]))

    def equal_widths(self) -> None:
        """Make the selected columns equally wide, all columns if none is selected."""
        from editor.canvas.terrain import Terrain
        from editor.canvas.tools.resizing import RASTER

        workspace = self._settled()
        columns = Terrain(workspace.view.places).columns()
        steps = [step for step in self._steps(workspace) or columns if step in columns]
        if steps:
            width = round(sum(columns[step].w for step in steps) / len(steps) / RASTER) * RASTER
            name = noop("Steps", "Make columns equally wide")
            self._edit.do(name, lambda plans: plans.set_fields(steps, width=width))

    def fit(self) -> None:
        """Let the selected columns and lanes fit what they hold; everything, if none is selected."""
        workspace = self._settled()
        facts, lanes = workspace.bench.facts, self._lanes(workspace)
        steps = self._steps(workspace)
        if not steps and not lanes:
            steps, lanes = facts.steps(), facts.all_lanes()
        sizes: dict[str, dict[str, object]] = {step: {"width": None} for step in steps}
        sizes |= {lane: {"height": None} for lane in lanes}
        self._edit.do(noop("Steps", "Fit to content"), lambda plans: plans.rewrite(sizes))

    def hide(self) -> None:
        """Take the selected lanes out of sight."""
        workspace = self._settled()
        lanes = self._lanes(workspace) or [_lane(workspace)]
        self._edit.do(noop("Steps", "Hide lane"), lambda plans: plans.set_fields(lanes, hidden=True))

    def show_lanes(self, lanes: Sequence[str]) -> None:
        """Bring hidden lanes back into sight and select them."""
        self._edit.do(noop("Steps", "Show lane"), lambda plans: plans.set_fields(lanes, hidden=False))
        self._settled().choose(tuple(lanes), reveal=True)

    def set_kind(self, kind: str) -> None:
        """Turn the selected lanes into lanes of another kind."""
        workspace = self._settled()
        lanes = self._lanes(workspace) or [_lane(workspace)]
        name = noop("Steps", "Set kind of lane")
        self._edit.do(name, lambda plans: plans.set_fields(lanes, lane_kind=kind))

    def set_level(self, value: float) -> None:
        """Let the selected emotions show the face of a level."""
        keys = self._settled().chosen()
        self._edit.do(noop("Steps", "Set emotion"), lambda plans: plans.set_fields(keys, value=value))

    def set_way(self, kind: str) -> None:
        """Turn the selected connections into connections of another kind."""
        keys = self._settled().chosen()
        name = noop("Steps", "Set kind of connection")
        self._edit.do(name, lambda plans: plans.set_fields(keys, connection_kind=kind))

    def _turn(self, field: str) -> None:
        workspace = self._settled()
        facts, lane = workspace.bench.facts, _lane(workspace)
        on = field not in facts.lane_flags(lane)
        lanes = self._lanes(workspace) or [lane]
        _, setting, clearing = FLAGS[field]
        self._edit.do(setting if on else clearing, lambda plans: plans.set_fields(lanes, **{field: on}))
        self.suit()

    def _steps(self, workspace: Workspace) -> list[str]:
        """Return the selected steps and those of the selected stages."""
        facts, chosen = workspace.bench.facts, workspace.chosen()
        found = [key for key in chosen if facts.kind(key) == "step"]
        stages = [key for key in chosen if facts.kind(key) == "stage"]
        return [*found, *(step for stage in stages for step in facts.steps_of(stage) if step not in found)]

    def _lanes(self, workspace: Workspace) -> list[str]:
        return [key for key in workspace.chosen() if workspace.bench.facts.kind(key) == "lane"]

    def _settled(self) -> Workspace:
        return self._window.settled()


def _lane(workspace: Workspace) -> str:
    # Loaded with the first map: the start page does without records.
    from editor.window.whereabouts import lane_meant

    return lane_meant(workspace.session.journey, workspace.chosen(), workspace.view.choice.focus)
