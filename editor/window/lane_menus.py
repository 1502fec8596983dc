"""Menus that are filled when they open: the kinds of lanes, and the lanes that are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.model.values import CONNECTION_KINDS, LANE_KINDS
from editor.window.plain import menu_text
from editor.window.shape_deeds import TITLES
from editor.window.whereabouts import lane_meant
from editor.window.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QMenu

    from editor.window.palette import Entry
    from editor.window.shape_deeds import ShapeDeeds
    from editor.window.workspace import Workspace

noop = QT_TRANSLATE_NOOP


def kinds(menu: QMenu, workspace: Workspace, deeds: ShapeDeeds) -> None:
    """Fill a menu with the kinds of lanes, the selected lane's own one marked."""
    lane = meant(workspace)
    own = workspace.bench.facts.lane_kind(lane) if lane else ""
    for kind in LANE_KINDS:
        entry = menu.addAction(menu_text(QCoreApplication.translate("Words", WORDS[kind])))
        entry.setCheckable(True)
        entry.setChecked(kind == own)
        entry.setEnabled(bool(lane) and not workspace.session.read_only)
        entry.triggered.connect(lambda _=False, kind=kind: deeds.set_kind(kind))


def hidden(menu: QMenu, workspace: Workspace, deeds: ShapeDeeds) -> None:
    """Fill a menu with the lanes that are hidden; choosing one shows it again."""
    for lane in workspace.bench.facts.hidden_lanes():
        entry = menu.addAction(menu_text(name_of_lane(workspace, lane)))
        entry.setEnabled(not workspace.session.read_only)
        entry.triggered.connect(lambda _=False, lane=lane: deeds.show_lanes([lane]))


def levels(menu: QMenu, workspace: Workspace, deeds: ShapeDeeds) -> None:
    """Fill a menu with the named faces of the emotions' scale; the selected emotions' one is marked."""
    facts = workspace.bench.facts
    chosen = [facts.point(key) for key in workspace.chosen()]
    scale = workspace.view.places.scale(chosen[0][0])
    if scale is None:
        return
    own = {scale.level(value) for *_, value in chosen}
    for number, (name, _) in enumerate(scale.levels):
        entry = menu.addAction(menu_text(name))
        entry.setCheckable(True)
        entry.setChecked(own == {number})
        value = scale.at_level(number)
        entry.triggered.connect(lambda _=False, value=value: deeds.set_level(value))


def ways(menu: QMenu, workspace: Workspace, deeds: ShapeDeeds) -> None:
    """Fill a menu with the kinds of connections, the selected one's own marked."""
    own = {workspace.bench.facts.connection(key)[2] for key in workspace.chosen()}
    for kind in CONNECTION_KINDS:
        entry = menu.addAction(menu_text(QCoreApplication.translate("Words", WORDS[kind])))
        entry.setCheckable(True)
        entry.setChecked(own == {kind})
        entry.triggered.connect(lambda _=False, kind=kind: deeds.set_way(kind))


FILLING: Mapping[str, Callable[[QMenu, Workspace, ShapeDeeds], None]] = {
    "kind": kinds, "hidden": hidden, "level": levels, "way": ways,
}  # fmt: skip
"""What fills each menu."""
EMPTY = {
    "kind": noop("Menus", "Select a lane first"),
    "hidden": noop("Menus", "No lane is hidden"),
    "level": noop("Menus", "Select an emotion first"),
    "way": noop("Menus", "Select a connection first"),
}
"""What stands in each menu where it has nothing to offer."""


def meant(workspace: Workspace) -> str:
    """Return the lane that the commands for lanes mean, "" for none."""
    return lane_meant(workspace.session.journey, workspace.chosen(), workspace.view.choice.focus)


def name_of_lane(workspace: Workspace, lane: str) -> str:
    """Return the title of a lane, the word for its kind where it has none."""
    facts = workspace.bench.facts
    return facts.text(lane) or QCoreApplication.translate("Words", WORDS[facts.lane_kind(lane)])


def lane_entries(workspace: Workspace, deeds: ShapeDeeds) -> Iterator[Entry]:
    """Yield what the command palette offers of both menus."""
    from editor.window.palette import Entry

    editable = not workspace.session.read_only
    for lane in workspace.bench.facts.hidden_lanes():
        name = QCoreApplication.translate("Menus", noop("Menus", "Show lane: {lane}"))
        shown = name.replace("{lane}", name_of_lane(workspace, lane))
        group = QCoreApplication.translate("Menus", TITLES["hidden"]).replace("&", "")
        yield Entry(shown, group, "", lambda lane=lane: deeds.show_lanes([lane]), editable)
    group = QCoreApplication.translate("Menus", TITLES["kind"]).replace("&", "")
    able = bool(meant(workspace)) and editable
    for kind in LANE_KINDS:
        name = QCoreApplication.translate("Words", WORDS[kind])
        yield Entry(name, group, "", lambda kind=kind: deeds.set_kind(kind), able)
