"""The dialog for errors that nobody foresaw: what happened, where it is written, how to save a copy."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout

from editor.model.trouble import Trouble
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from editor.window.main_window import MainWindow


class MishapDialog(QDialog):
    """Says that something went wrong, without blame and without a way to lose the map."""

    def __init__(self, window: MainWindow | None, error: BaseException, log: Path) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("Something went wrong"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        rows.setSpacing(2 * GRID)
        rows.addWidget(label(self.tr("Something went wrong that should not have."), "section"))
        advice = self.tr(
            "The map is still open. To be safe, save a copy of it; then close Safar and start it again."
        )
        rows.addWidget(label(advice, wrap=True))
        rows.addWidget(label(self.tr("The details are in {file}").format(file=log), "muted", wrap=True))
        rows.addWidget(_details(error))
        self._saved = label("", "muted", wrap=True)
        rows.addWidget(self._saved)
        rows.addWidget(self._buttons())
        self.resize(560, 400)

    def save_copy(self) -> None:
        """Ask for a name and write the open map there; the map itself stays as it is."""
        window = self._window
        if window is None or window.session is None:
            return
        path = window.asking.save_name(Path.home() / "rescued.journey")
        if path is None:
            return
        try:
            window.session.save_copy(path)
            self._saved.setText(self.tr("Saved as {file}").format(file=path))
        except Trouble as trouble:
            self._saved.setText(str(trouble))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        if self._window is not None and self._window.session is not None:
            save = QPushButton(self.tr("Save a copy of the map…"))
            save.setProperty("role", "primary")
            save.clicked.connect(self.save_copy)
            buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons


def _details(error: BaseException) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setPlainText("".join(traceback.format_exception(error)))
    return text
