"""Small fields of the inspector: a choice among buttons, a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from editor.window.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent


class SegmentField(QWidget):
    """A row of buttons for a value among few, each by its key of text."""

    given = Signal(object)

    def __init__(self, values: Mapping[str, object], names: Mapping[str, str], optional: bool) -> None:
        super().__init__()
        self._values = dict(values)
        self.segments = Segments(names, "", optional)
        self.segments.chosen.connect(self._chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)

    def show_value(self, value: object, mixed: bool = False) -> None:
        """Let the button of `value` be down; none if there are several."""
        self.segments.lift()
        self._shown = "" if mixed else self._key(value)
        self.segments.choose(self._shown)

    def _key(self, value: object) -> str:
        return next((key for key, one in self._values.items() if one == value), "")

    def _chosen(self, key: str) -> None:
        if key != self._shown:
            self.given.emit(self._values.get(key, ""))


class FlagField(QCheckBox):
    """A tick, half of one where there are several values."""

    given = Signal(object)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clicked.connect(self._tell)

    def show_value(self, value: object, mixed: bool = False) -> None:
        """Show whether it holds."""
        self.setTristate(mixed)
        states = Qt.CheckState
        whole = states.Checked if value else states.Unchecked
        self.setCheckState(states.PartiallyChecked if mixed else whole)

    def _tell(self) -> None:
        on = self.checkState() != Qt.CheckState.Unchecked
        self.setTristate(False)
        self.given.emit(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the box."""
        from editor.window.tick_box import paint_box

        super().paintEvent(event)
        paint_box(self)
