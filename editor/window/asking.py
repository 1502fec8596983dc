"""What the window asks people: for file names, whether to keep changes; and how it tells of trouble."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from editor.window.modal import stay

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.model.trouble import Trouble

Answer = Literal["save", "discard", "cancel"]
Clash = Literal["overwrite", "copy", "cancel"]


class Asking(QObject):
    """The dialogs of one window; tests put their own answers in its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def open_names(self, folder: Path) -> list[Path]:
        """Return the maps that somebody chose to open, none if they thought better of it."""
        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            self.tr("Open maps"),
            str(folder),
            self.tr("Journey maps (*.journey);;All files (*)"),
        )
        return [Path(name) for name in names]

    def save_name(self, suggested: Path) -> Path | None:
        """Return the file to save a map in, None if they thought better of it."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent, self.tr("Save the map"), str(suggested), self.tr("Journey maps (*.journey)")
        )
        return with_suffix(Path(name), ".journey") if name else None

    def export_name(self, suggested: Path) -> Path | None:
        """Return the file to export to, None if they thought better of it."""
        kind = self.tr("{kind} files").format(kind=suggested.suffix[1:].upper())
        name, _ = QFileDialog.getSaveFileName(
            self._parent, self.tr("Export the map"), str(suggested), f"{kind} (*{suggested.suffix})"
        )
        return with_suffix(Path(name), suggested.suffix) if name else None

    def unsaved(self, name: str) -> Answer:
        """Ask what is to become of a map's unsaved changes."""
        box = question(
            self._parent,
            self.tr("Unsaved changes"),
            self.tr("Save the changes to “{name}”?").format(name=name),
            self.tr("Without saving, what changed since the last save is lost."),
        )
        box.setIcon(QMessageBox.Icon.Question)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers: dict[int, Answer] = {buttons.Save: "save", buttons.Discard: "discard"}
        return answers.get(stay(box), "cancel")

    def line(self, title: str, words: str, text: str) -> str | None:
        """Return a line that somebody wrote, beginning with `text`, None if they thought better of it."""
        from PySide6.QtWidgets import QInputDialog

        written, kept = QInputDialog.getText(self._parent, title, words, text=text)
        return written.strip() if kept else None

    def sure(self, title: str, text: str, deed: str) -> bool:
        """Ask whether something that cannot be undone is to be done; the button says what it is."""
        box = question(self._parent, title, text, self.tr("This cannot be undone."))
        box.setIcon(QMessageBox.Icon.Warning)
        yes = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        stay(box)
        return box.clickedButton() is yes

    def changed(self, name: str) -> Clash:
        """Ask what is to become of a file that another program has changed, before it is overwritten."""
        box = question(
            self._parent,
            self.tr("Changed by another program"),
            self.tr("Another program has changed “{name}” since it was opened here.").format(name=name),
            self.tr("Saving puts your map in its place; the other one stays beside it as a backup."),
        )
        box.setIcon(QMessageBox.Icon.Warning)
        role = QMessageBox.ButtonRole
        save = box.addButton(self.tr("Save mine"), role.DestructiveRole)
        copy = box.addButton(self.tr("Save a copy…"), role.AcceptRole)
        box.setDefaultButton(copy)
        box.addButton(QMessageBox.StandardButton.Cancel)
        stay(box)
        return (
            "overwrite"
            if box.clickedButton() is save
            else "copy"
            if box.clickedButton() is copy
            else "cancel"
        )

    def give_up(self, name: str) -> bool:
        """Ask whether what was left of a map is really not wanted; tell whether it is so."""
        box = question(
            self._parent,
            self.tr("Discard"),
            self.tr("Discard the unsaved steps of “{name}”?").format(name=name),
            self.tr("They are offered no more. The map's file stays as it is."),
        )
        box.setIcon(QMessageBox.Icon.Warning)
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        stay(box)
        return box.clickedButton() is discard

    def tell(self, trouble: Trouble) -> None:
        """Show what is wrong, where, and what to do about it."""
        problem, remedy = trouble_words(trouble)
        detail = "\n\n".join(filter(None, (remedy, trouble.place)))
        box = question(self._parent, self.tr("Safar"), problem, detail)
        box.setIcon(QMessageBox.Icon.Warning)
        stay(box)


def trouble_words(trouble: Trouble) -> tuple[str, str]:
    """Return a trouble's problem and remedy in the window's language."""
    parts = (trouble.problem, trouble.remedy)
    problem, remedy = (QCoreApplication.translate("Trouble", part) if part else "" for part in parts)
    return problem.format(**trouble.details), remedy.format(**trouble.details)


def with_suffix(path: Path, suffix: str) -> Path:
    """Return `path` with `suffix` added unless it ends so already."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def question(parent: QWidget | None, title: str, text: str, detail: str = "") -> QMessageBox:
    """Return a message box whose texts are plain; the caller adds its buttons."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(detail)
    for part in box.findChildren(QLabel):
        part.setTextFormat(Qt.TextFormat.PlainText)
    return box
