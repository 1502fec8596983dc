"""What can be chosen for an export: the kind of file, its paper or its pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.export.papers import PAPERS, Page, page_for
from editor.session.exporting import Options
from editor.window.choice_box import ChoiceBox
from editor.window.plain import label
from editor.window.segments import Segments
from editor.window.tick_box import TickBox
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.picture.frame import Picture

DPI = ("96", "144", "300")


class ExportChoices(QWidget):
    """Format; paper, orientation and margins, or pixels per inch; greys. `changed` tells that one was chosen.

    Greys can be chosen once `grey` is shown.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.format = Segments({"pdf": "PDF", "svg": "SVG", "png": "PNG"}, "pdf")
        self.paper = ChoiceBox(list(PAPERS), "A3")
        self.orientation = Segments(
            {"auto": self.tr("Auto"), "landscape": self.tr("Landscape"), "portrait": self.tr("Portrait")},
            "auto",
        )
        self.margins = Segments(
            {"none": self.tr("None"), "narrow": self.tr("Narrow"), "normal": self.tr("Normal")}, "narrow"
        )
        self.dpi = Segments({dpi: dpi for dpi in DPI}, "144")
        self.grey = TickBox(self.tr("Greyscale, for printers without colour"))
        self.grey.hide()
        self._rows: dict[str, list[QWidget]] = {}
        self._arrange()
        for part in self._segments().values():
            part.chosen.connect(self._tell)
        self.paper.currentIndexChanged.connect(self._tell)
        self.grey.toggled.connect(self._tell)
        self._show_rows()

    def suffix(self) -> str:
        """Return the suffix of the chosen kind of file."""
        return f".{self.format.current()}"

    def options(self) -> Options:
        """Return what was chosen, as the export takes it."""
        paper, dpi = self.paper.currentText(), float(self.dpi.current())
        return Options(paper, self.orientation.current(), dpi, self.margins.current())

    def kept(self) -> dict[str, str]:
        """Return what was chosen, to be chosen again another time; greys are for one time only."""
        segments = {name: part.current() for name, part in self._segments().items()}
        return {**segments, "paper": self.paper.currentText()}

    def choose(self, kept: Mapping[str, str]) -> None:
        """Choose again what was `kept`; what there is no more stays as it is."""
        for name, part in self._segments().items():
            part.choose(kept.get(name, ""))
        if kept.get("paper") in PAPERS:
            self.paper.setCurrentText(kept["paper"])
        self._tell()

    def page(self, picture: Picture) -> Page:
        """Return the page that the picture will stand on; SVG and PNG are as large as the picture."""
        if self.suffix() != ".pdf":
            return Page(picture.width, picture.height)
        chosen = self.options()
        size = picture.width, picture.height
        return page_for(chosen.paper, chosen.orientation, *size, chosen.margins)

    def _segments(self) -> dict[str, Segments]:
        return {
            "format": self.format,
            "orientation": self.orientation,
            "margins": self.margins,
            "dpi": self.dpi,
        }

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID // 2)
        parts = (
            ("format", self.tr("Format"), self.format),
            ("paper", self.tr("Paper"), self.paper),
            ("orientation", self.tr("Orientation"), self.orientation),
            ("margins", self.tr("Margins"), self.margins),
            ("dpi", self.tr("Pixels per inch"), self.dpi),
        )
        for key, words, part in parts:
            name = label(words, "field")
            name.setBuddy(part)
            part.setAccessibleName(words)
            self._rows[key] = [name, part]
            rows.addWidget(name)
            rows.addWidget(part)
            rows.addSpacing(GRID)
        rows.addWidget(self.grey)

    def _tell(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        kind = self.format.current()
        for key, wanted in (("paper", "pdf"), ("orientation", "pdf"), ("margins", "pdf"), ("dpi", "png")):
            for part in self._rows[key]:
                part.setVisible(kind == wanted)
