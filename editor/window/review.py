"""The list of what the map leaves open; choosing a line leads to where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from editor.window.finding_button import FindingButton
from editor.window.plain import isolated, label
from editor.window.tokens import GRID
from editor.window.words import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from editor.analysis.findings import Finding

MOST = 8
"""Findings that are shown at first."""
NEXT = 40
"""Findings that each press on "and … more" shows further: thousands at once would keep the hand waiting."""
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
    """The first findings as lines that can be pressed, and behind a button those that are more.

    `chosen` carries the ids that the pressed one is about, and its code.
    """

    chosen = Signal(tuple, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._rows.setSpacing(2)
        self.setAccessibleName(self.tr("Review"))
        self._findings: Sequence[Finding] = ()
        self._most = MOST

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, the first of them or as many as somebody wanted to see."""
        self._findings = findings
        self._clear()
        title = self.tr("Review · {count}").format(count=len(findings))
        self._rows.addWidget(label(title, "heading"))
        self._rows.addSpacing(GRID // 2)
        for finding in findings[: self._most]:
            self._rows.addWidget(self._line(finding))
        self._add_links(len(findings) - self._most)
        if not findings:
            self._rows.addWidget(label(self.tr("Nothing is left open."), "muted"))

    def _add_links(self, hidden: int) -> None:
        """Offer the findings that are not shown, and to show only the first ones again."""
        if hidden > 0:
            self._add_link(self.tr("and {count} more").format(count=hidden), self._show_more)
        if self._most > MOST and len(self._findings) > MOST:
            self._add_link(self.tr("Show fewer"), self._show_fewer)

    def _add_link(self, words: str, deed: Callable[[], None]) -> None:
        link = QPushButton(words)
        link.setProperty("role", "link")
        link.setAutoDefault(False)
        link.clicked.connect(deed)
        self._rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_more(self) -> None:
        self._show_up_to(self._most + NEXT, self._most)

    def _show_fewer(self) -> None:
        self._show_up_to(MOST, MOST - 1)

    def _show_up_to(self, most: int, place: int) -> None:
        """Show so many findings; who walks by keyboard goes on at the one at `place`."""
        self._most = most
        self.show_findings(self._findings)
        line = self._lines()[place]
        line.show()  # What is to be shown by its layout only cannot have the focus yet.
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self) -> list[QWidget]:
        parts = (self._rows.itemAt(place).widget() for place in range(self._rows.count()))
        return [part for part in parts if isinstance(part, FindingButton)]

    def _line(self, finding: Finding) -> QWidget:
        line = FindingButton(sentence(finding), finding.code)
        line.clicked.connect(lambda: self.chosen.emit(finding.refs, finding.code))
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
    names = {key: isolated(_name(finding, key)) for key in finding.details}
    return QCoreApplication.translate("Findings", finding.template).format(**names)


def _name(finding: Finding, key: str) -> str:
    """Return what a finding names; nobody knows a stage by its id, which stands where it has no title."""
    name = finding.details[key]
    if key == "language":
        return language_name(name)
    unnamed = name in finding.refs or not name.strip(UNSEEN).strip()
    return QCoreApplication.translate("Findings", UNNAMED[key]) if unnamed and key in UNNAMED else name
