"""The list of what the map leaves open; choosing a line shows the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from editor.window.finding_button import FindingButton
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from editor.analysis.findings import Finding

MOST = 8
UNNAMED = {
    "stage": QT_TRANSLATE_NOOP("Findings", "Untitled stage"),
    "first": QT_TRANSLATE_NOOP("Findings", "Untitled stage"),
    "second": QT_TRANSLATE_NOOP("Findings", "Untitled stage"),
    "lane": QT_TRANSLATE_NOOP("Findings", "Untitled lane"),
}
"""What stands for a name that is not given yet, by what a finding says of it: as the map has it."""
UNSEEN = "\u200b"
"""Stands for a name while it is written and still empty."""


class Review(QFrame):
    """The first findings as lines that can be pressed, and how many more there are."""

    chosen = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._rows.setSpacing(2)
        self.setAccessibleName(self.tr("Review"))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        self._clear()
        title = self.tr("Review · {count}").format(count=len(findings))
        self._rows.addWidget(label(title, "heading"))
        self._rows.addSpacing(GRID // 2)
        for finding in findings[:MOST]:
            self._rows.addWidget(self._line(finding))
        if len(findings) > MOST:
            more = self.tr("and {count} more").format(count=len(findings) - MOST)
            self._rows.addWidget(label(more, "muted"))
        if not findings:
            self._rows.addWidget(label(self.tr("Nothing is left open."), "muted"))

    def _line(self, finding: Finding) -> QWidget:
        line = FindingButton(sentence(finding), finding.code)
        line.clicked.connect(lambda: self.chosen.emit(finding.refs))
        line.setCursor(Qt.CursorShape.PointingHandCursor)
        return line

    def _clear(self) -> None:
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def sentence(finding: Finding) -> str:
    """Return a finding in words; names keep their own direction and do not turn the sentence round."""
    names = {key: _isolated(_name(finding, key)) for key in finding.details}
    return QCoreApplication.translate("Findings", finding.template).format(**names)


def _name(finding: Finding, key: str) -> str:
    """Return what a finding names; nobody knows a stage by its id, which stands where it has no title."""
    name = finding.details[key]
    unnamed = name in finding.refs or not name.strip(UNSEEN).strip()
    return QCoreApplication.translate("Findings", UNNAMED[key]) if unnamed and key in UNNAMED else name


def _isolated(text: str) -> str:
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
