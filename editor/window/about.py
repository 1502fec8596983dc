"""What Safar is, which version, and whose work it stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from editor import __version__
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from pathlib import Path

PARTS = (
    ("Qt, PySide6", "PySide6-Essentials", "LGPL 3"),
    ("networkx", "networkx", "BSD 3-Clause"),
    ("reportlab", "reportlab", "BSD 3-Clause"),
    ("uharfbuzz", "uharfbuzz", "Apache 2.0"),
    ("pypdfium2", "pypdfium2", "Apache 2.0, BSD 3-Clause"),
    ("Pillow", "pillow", "MIT-CMU"),
    ("Vazirmatn", "", "SIL Open Font License 1.1"),
)
"""Name, Python package and licence of what is used."""


class About(QDialog):
    """A sheet with version, parts and the licence texts that must go along."""

    def __init__(self, parent: QWidget, resources: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Safar"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        rows.setSpacing(GRID)
        rows.addWidget(label(self.tr("Safar"), "title"))
        rows.addWidget(
            label(
                self.tr("An offline editor for customer journey maps. Version {number}").format(
                    number=__version__
                ),
                "muted",
            )
        )
        rows.addSpacing(GRID)
        rows.addWidget(self._pages(resources))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)
        self.resize(640, 520)

    def _pages(self, resources: Path) -> QTabWidget:
        pages = QTabWidget()
        pages.setDocumentMode(True)
        pages.addTab(self._parts(), self.tr("Made with"))
        pages.addTab(_text(resources.parent / "LICENSE"), self.tr("Licence"))
        pages.addTab(_text(resources / "fonts" / "OFL.txt"), self.tr("Font licence"))
        return pages

    def _parts(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(GRID, 2 * GRID, GRID, GRID)
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(GRID)
        for row, (name, package, licence) in enumerate(PARTS):
            grid.addWidget(label(name), row, 0)
            grid.addWidget(label(_version(package), "muted"), row, 1)
            grid.addWidget(label(licence, "muted"), row, 2)
        grid.setRowStretch(len(PARTS), 1)
        grid.setColumnStretch(2, 1)
        return page


def _text(file: Path) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setPlainText(file.read_text("utf-8") if file.is_file() else "")
    return text


def _version(package: str) -> str:
    """Return the version of an installed package; the font is no package."""
    try:
        return version(package) if package else "33.003"
    except PackageNotFoundError:
        return ""
