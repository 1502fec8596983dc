"""The line at the foot: what the map counts, what an action does, and how large the map is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStatusBar, QToolButton

from editor.window.counting import counted
from editor.window.plain import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from editor.analysis.summary import Summary
    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace


class StatusLine(QStatusBar):
    """Counts on the leading side, zoom on the other; status tips take its place while they last."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace: Workspace | None = None
        self._counts: dict[str, QLabel] = {name: label() for name in ("stages", "cards", "assumed", "owners")}
        for part in self._counts.values():
            self.addWidget(part)
        self.zoom = QToolButton()
        self._zoom_buttons = self._made_zoom_buttons()
        self.setSizeGripEnabled(False)
        self.messageChanged.connect(self._show_counts)

    def watch(self, workspace: Workspace | None) -> None:
        """Tell of this workspace from now on, or of nothing."""
        if workspace is self._workspace:
            return
        self._workspace = workspace
        for button in self._zoom_buttons:
            button.setVisible(workspace is not None)
        if workspace is not None:
            workspace.view.zoom_changed.connect(self.show_zoom)
            workspace.counted.connect(self.refresh)
            self.show_zoom(workspace.view.zoom)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        now = self._workspace.summary() if self._workspace else None
        lines = self._lines(now) if now else {}
        for name, part in self._counts.items():
            part.setText(lines.get(name, ""))
        self._show_counts()

    def show_zoom(self, zoom: float) -> None:
        """Show how large the map is; 1 is its size on paper."""
        self.zoom.setText(self.tr("{percent} %").format(percent=round(zoom * 100)))

    def _show_counts(self) -> None:
        """Show what was counted, but not under a tip, which takes the same place."""
        tipped = bool(self.currentMessage())
        for part in self._counts.values():
            part.setVisible(bool(part.text()) and not tipped)

    def _lines(self, now: Summary) -> dict[str, str]:
        owners = self.tr("every stage has an owner")
        if now.ownerless:
            owners = counted(
                self.tr("{n} stage without an owner|{n} stages without an owner"), len(now.ownerless)
            )
        lines = {
            "stages": counted(self.tr("{n} stage|{n} stages"), now.stages),
            "cards": counted(self.tr("{n} card|{n} cards"), now.cards),
            "owners": owners,
        }
        if now.assumed:
            lines["assumed"] = counted(self.tr("{n} assumed|{n} assumed"), now.assumed)
        return lines

    def _made_zoom_buttons(self) -> list[QToolButton]:
        actions = self._window.actions_by_id
        out, all_, into = (QToolButton() for _ in range(3))
        for button, key in ((all_, "view.zoom_all"), (out, "view.zoom_out"), (into, "view.zoom_in")):
            button.setDefaultAction(actions.with_icon(key))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.zoom.setAccessibleName(self.tr("Zoom: show the map at 100 %"))
        self.zoom.setMinimumWidth(56)
        self.zoom.clicked.connect(actions["view.zoom_100"].trigger)
        buttons = [all_, out, self.zoom, into]
        for button in buttons:
            self.addPermanentWidget(button)
        return buttons
