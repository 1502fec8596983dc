"""The sheet that shows all maps a session has left that did not end properly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from editor.session.recovering import Recoverable
    from editor.window.recovery_list import RecoveryList


class RecoverySheet(QDialog):
    """Beside the work, not in its way: it can stay open, and closes once nothing is left."""

    def __init__(self, parent: QWidget, listed: RecoveryList) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unsaved maps"))
        self.listed = listed
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        rows.setSpacing(GRID)
        rows.addWidget(label(self.tr("Not saved when Safar ended"), "section"))
        advice = self.tr("Nothing of this is removed unless you discard it; “Later” offers it again.")
        rows.addWidget(label(advice, "muted", wrap=True))
        rows.addWidget(self._area(), 1)
        later = QPushButton(self.tr("Later"))
        buttons = QDialogButtonBox()
        buttons.addButton(later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        rows.addWidget(buttons)
        self.resize(680, 520)

    def show_left(self, left: tuple[Recoverable, ...]) -> None:
        """Show these maps; without any there is nothing more to show."""
        self.listed.show_left(left)
        if not left:
            self.close()

    def _area(self) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, GRID, 0)
        column.addWidget(self.listed)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area
