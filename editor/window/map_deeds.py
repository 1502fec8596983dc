"""What the Map and Review menus do, and what asks for names of the map's people and channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.window.view_deeds import show_inspector

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace

noop = QT_TRANSLATE_NOOP
NAMED = ("persona", "owner", "channel")
"""Kinds of records that stand in no cell and are listed in the map's details."""
LOOKS = ("paper", "warm", "sea", "contrast", "grey")
"""The map's themes that the menu offers."""


class MapDeeds:
    """Shows the map's own fields, walks its stages, turns and dresses it, and finds what is uncertain."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the two menus does, and those that ask for a name."""
        return {
            **{f"insert.{kind}": self._asking_deed(kind) for kind in NAMED},
            "map.details": self.show_details,
            "map.next_stage": lambda: self._walk_stages(1),
            "map.previous_stage": lambda: self._walk_stages(-1),
            "map.ltr": lambda: self._turn("ltr"),
            "map.rtl": lambda: self._turn("rtl"),
            "look.brand": self.choose_brand,
            **{f"look.{name}": self._theme_deed(name) for name in LOOKS},
            "review.assumed": self.next_assumed,
            "review.ownerless": self.next_ownerless,
        }

    def suit(self) -> None:
        """Mark the direction of the open map."""
        session = self._window.session
        direction = session.journey.map.direction if session else ""
        for name in ("ltr", "rtl"):
            self._window.actions_by_id[f"map.{name}"].setChecked(direction == name)
        theme = session.journey.map.theme if session else ""
        for name in LOOKS:
            self._window.actions_by_id[f"look.{name}"].setChecked(theme == name)

    def show_details(self) -> None:
        """Show the map's own fields in the inspector, wherever that is."""
        show_inspector(self._window)
        self._workspace.show_map_details()

    def ask_for(self, kind: str) -> None:
        """Let a persona, an owner or a channel be named in the inspector."""
        workspace = self._window.settled()
        show_inspector(self._window)
        workspace.choose(())
        workspace.inspector.ask_for(kind)

    def _asking_deed(self, kind: str) -> Callable[[], None]:
        return lambda: self.ask_for(kind)

    def choose_brand(self) -> None:
        """Let theme, brand colours and logo be chosen beside the map."""
        from editor.window.brand_dialog import BrandDialog

        workspace = self._window.settled()
        dialog = BrandDialog(self._window, workspace.bench)
        dialog.setWindowModality(QtCore.Qt.WindowModality.WindowModal)
        place = self._window.mapToGlobal(self._window.rect().topRight())
        dialog.adjustSize()
        dialog.move(place.x() - dialog.width() - 24, place.y() + 96)
        dialog.show()

    def _theme_deed(self, name: str) -> Callable[[], None]:
        return lambda: self._set(noop("Steps", "Set theme"), theme=name)

    def next_assumed(self) -> None:
        """Select the next card that says of itself that it is assumed."""
        from editor.analysis.summary import is_assumed

        self._go_on([card.id for card in self._workspace.cards_in_order() if is_assumed(card)])

    def next_ownerless(self) -> None:
        """Select the next stage that nobody is responsible for."""
        from editor.analysis.summary import ownerless_stages

        self._go_on(ownerless_stages(self._workspace.session.journey))

    def _walk_stages(self, by: int) -> None:
        from editor.model.records import Stage

        stages = [stage.id for stage in self._workspace.session.journey.all(Stage)]
        if not stages:
            return
        now = self._workspace.whereabouts().stage
        place = stages.index(now) + by if now in stages else 0 if by > 0 else len(stages) - 1
        self._workspace.choose((stages[min(max(place, 0), len(stages) - 1)],), reveal=True)

    def _go_on(self, keys: Sequence[str]) -> None:
        """Select the element after the selected one among `keys`, the first after the last."""
        chosen = self._workspace.chosen()
        place = keys.index(chosen[0]) + 1 if chosen and chosen[0] in keys else 0
        if keys:
            self._workspace.choose((keys[place % len(keys)],), reveal=True)

    def _turn(self, direction: str) -> None:
        self._set(noop("Steps", "Turn the map"), direction=direction)

    def _set(self, step: str, **fields: str) -> None:
        """Set fields of the map itself, as one step if they are others than before."""
        bench = self._window.settled().bench
        bench.do(step, bench.plans.set_fields([bench.facts.journey.map.id], **fields))
        self.suit()

    @property
    def _workspace(self) -> Workspace:
        return self._window.opened
