"""The map shown to others: stage by stage, and safe from the keys and clicks of whoever presents it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from editor.canvas.emotion_keys import digit
from editor.model.records import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from editor.picture.geometry import Rect
    from editor.window.workspace import Workspace

READABLE = 1.25
"""The zoom below which a stage is rather scrolled through than shown whole."""
STRIDE = 0.6
"""The share of the window by which Up and Down scroll through a stage."""
EDGE = 24.0
"""Pixels left free above and below a stage that was scrolled to its end."""
FURTHER = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
BACK = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
"""What remote controls send, and what hands press elsewhere."""
UNWANTED = frozenset({QEvent.Type.ContextMenu, QEvent.Type.DragEnter})
"""What could change the map without a key."""


class Presentation(QObject):
    """Shows the whole map, then its stages one by one in the direction of time; nothing can be changed.

    `end` is called by Esc; `kept` are the actions whose keys work on.
    """

    def __init__(self, workspace: Workspace, kept: Sequence[QAction], end: Callable[[], None]) -> None:
        super().__init__(workspace)
        self._workspace, self._view = workspace, workspace.view
        self._kept, self._end = kept, end
        self._shown = ""
        camera = self._view.camera
        self._before = None if camera.fitted else (self._view.zoom, camera.point(0, 0))
        self._view.set_bench(None)
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        self._view.setFocus()
        self._show("")

    def close(self) -> None:
        """Let the map be worked on again, where it was looked at before; the last stage is selected."""
        self._view.removeEventFilter(self)
        self._view.viewport().removeEventFilter(self)
        self._view.set_bench(self._workspace.bench)
        if self._before is None:
            self._view.fit_map()
        else:
            self._view.set_zoom(self._before[0])
            self._view.camera.put(self._before[1], 0, 0)
        self.deleteLater()

    def _show(self, stage: str) -> None:
        """Show a stage, or the whole map for ""."""
        self._shown = stage
        self._view.choice.set((stage,), stage)
        area = self._area()
        if area is None:
            self._view.fit_map()
        else:
            self._view.look_at(area, READABLE)

    def _area(self) -> Rect | None:
        """Return the stage that is shown, from its header to the end of the last lane."""
        header = self._view.places.find(self._shown, "stage") if self._shown else None
        column = self._view.places.span(header) if header is not None else None
        return header.rect.united(column) if header is not None and column is not None else None

    def _go(self, by: int) -> None:
        """Go on to what is shown after (1) or before (-1) the present thing, as far as there is something."""
        pages = ["", *(stage.id for stage in self._workspace.session.journey.all(Stage))]
        place = pages.index(self._shown) + by if self._shown in pages else 0
        if 0 <= place < len(pages):
            self._show(pages[place])

    def _scroll(self, way: int) -> None:
        """Scroll down (1) or up (-1) through the stage, not beyond its end."""
        area, camera = self._area(), self._view.camera
        if area is None:
            return
        place, height = camera.pixels(area), camera.window().height()
        ahead = place.bottom() + EDGE - height if way > 0 else EDGE - place.top()
        x, y = camera.scroll
        camera.scroll_to(x, y + way * round(max(min(STRIDE * height, ahead), 0.0)))

    def _press(self, event: QKeyEvent) -> None:
        key, rtl = event.key(), self._view.places.rtl
        if key == Qt.Key.Key_Escape:
            self._end()
        elif key in FURTHER or key == (Qt.Key.Key_Left if rtl else Qt.Key.Key_Right):
            self._go(1)
        elif key in BACK or key == (Qt.Key.Key_Right if rtl else Qt.Key.Key_Left):
            self._go(-1)
        elif key == Qt.Key.Key_Home:
            self._show("")
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._scroll(1 if key == Qt.Key.Key_Down else -1)

    def _keeps(self, event: QKeyEvent) -> bool:
        """Tell whether the keys mean an action that works on."""
        keys = QKeySequence(event.keyCombination())
        return any(keys in action.shortcuts() for action in self._kept)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys before the map and the menus get them."""
        del watched
        if event.type() in UNWANTED:
            return True
        if not isinstance(event, QKeyEvent) or self._keeps(event) or digit(event.text()):
            return False  # digits bring the curve of a persona to the front
        if event.type() == QEvent.Type.KeyPress:
            self._press(event)
        event.accept()
        return True
