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
    from editor.picture.frame import Picture

DPI = ("96", "144", "300")


class ExportChoices(QWidget):
    """Format, paper and orientation, or pixels per inch, and greys; `changed` tells that one was chosen.

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
        self.dpi = Segments({dpi: dpi for dpi in DPI}, "144")
        self.grey = TickBox(self.tr("Greyscale, for printers without colour"))
        self.grey.hide()
        self._rows: dict[str, list[QWidget]] = {}
        self._arrange()
        for part in (self.format, self.orientation, self.dpi):
            part.chosen.connect(self._tell)
        self.paper.currentIndexChanged.connect(self._tell)
        self.grey.toggled.connect(self._tell)
        self._show_rows()

    def suffix(self) -> str:
        """Return the suffix of the chosen kind of file."""
        return f".{self.format.current()}"

    def options(self) -> Options:
        """Return what was chosen, as the export takes it."""
        return Options(self.paper.currentText(), self.orientation.current(), float(self.dpi.current()))

    def page(self, picture: Picture) -> Page:
        """Return the page that the picture will stand on; SVG and PNG are as large as the picture."""
        if self.suffix() != ".pdf":
            return Page(picture.width, picture.height)
        chosen = self.options()
        return page_for(chosen.paper, chosen.orientation, picture.width, picture.height)

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID // 2)
        parts = (
            ("format", self.tr("Format"), self.format),
            ("paper", self.tr("Paper"), self.paper),
            ("orientation", self.tr("Orientation"), self.orientation),
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
        for key, wanted in (("paper", "pdf"), ("orientation", "pdf"), ("dpi", "png")):
            for part in self._rows[key]:
                part.setVisible(kind == wanted)
