"""Two sheets about the file of a map: what another program has changed in it, and what is lost of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout

from editor.model.journey import Journey
from editor.window.asking import trouble_words
from editor.window.counting import counted
from editor.window.differences import SIGNS, differences
from editor.window.plain import label, tip
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.files.reading import Lost
    from editor.session.session import Session

translate = QCoreApplication.translate


class LinesSheet(QDialog):
    """A heading, a sentence about it, and lines to read; nothing to decide."""

    def __init__(self, parent: QWidget, title: str, sentence: str, lines: list[str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        rows.setSpacing(GRID)
        rows.addWidget(label(title, "section"))
        rows.addWidget(label(sentence, "muted", wrap=True))
        self.lines = QListWidget()
        self.lines.setAccessibleName(title)
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setResizeMode(QListWidget.ResizeMode.Adjust)
        for line in lines:
            entry = QListWidgetItem(line, self.lines)
            entry.setToolTip(tip(line))
        rows.addWidget(self.lines, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)
        self.resize(600, 440)

    def texts(self) -> list[str]:
        """Return the lines."""
        return [self.lines.item(row).text() for row in range(self.lines.count())]


def changed_sheet(parent: QWidget, session: Session) -> LinesSheet:
    """Return a sheet that lists what "Reload" would change, element by element; raises Trouble."""
    change = session.difference_on_disk()
    theirs = Journey(session.journey.records())
    theirs.apply(change)
    lines = [f"{SIGNS[one.act]}  {one.words}" for one in differences(session.journey, theirs, change)]
    pattern = translate(
        "FileNews",
        "The file differs from the map in this window in {n} element. “Reload” would make this change:"
        "|The file differs from the map in this window in {n} elements. “Reload” would make these changes:",
    )
    if not lines:
        sentence = translate("FileNews", "The file holds the same map, only written in another way.")
    else:
        sentence = counted(pattern, len(lines))
    return LinesSheet(parent, translate("FileNews", "What differs in the file"), sentence, lines)


def lost_sheet(parent: QWidget, lost: tuple[Lost, ...]) -> LinesSheet:
    """Return a sheet that lists what of a damaged file could not be opened, and why."""
    lines = [_lost_line(one) for one in lost]
    sentence = translate(
        "FileNews",
        "These lines of the file are no elements of a map, or belong to something that is lost. "
        "The file itself is kept as it is; perhaps a text editor or a backup brings them back.",
    )
    return LinesSheet(parent, translate("FileNews", "What is lost"), sentence, lines)


def _lost_line(lost: Lost) -> str:
    problem, _ = trouble_words(lost.trouble)
    if lost.record:
        pattern = translate("FileNews", "Line {line}, {record}: {problem}")
    else:
        pattern = translate("FileNews", "Line {line}: {problem}")
    return pattern.format(line=lost.line, record=lost.record, problem=problem)
