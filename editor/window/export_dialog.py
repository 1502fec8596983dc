"""The way to paper: choose format and page beside a true preview, then write with progress and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.export.resolution import pixels
from editor.model.trouble import Trouble
from editor.picture.walk import missing_characters, texts
from editor.window.asking import trouble_words, with_suffix
from editor.window.export_choices import ExportChoices
from editor.window.export_job import ExportJob
from editor.window.plain import label
from editor.window.preview import Preview
from editor.window.room import open_at
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from editor.picture.frame import Picture
    from editor.window.asking import Asking
    from editor.window.tokens import Tokens

READABLE = 5.0
"""Points below which print is hard to read."""


class ExportDialog(QDialog):
    """Exports one picture; stays open to say where it went."""

    def __init__(
        self, parent: QWidget, picture: Picture, suggested: Path, asking: Asking, tokens: Tokens
    ) -> None:
        super().__init__(parent)
        self._colored = self._picture = picture
        self._in_grey: Callable[[], Picture] | None = None
        self._grey: Picture | None = None
        self._suggested = suggested
        self._asking = asking
        self._job: ExportJob | None = None
        self._written: Path | None = None
        self.setWindowTitle(self.tr("Export"))
        self.choices = ExportChoices()
        self.preview = Preview(picture, tokens)
        self.note = label("", "muted", wrap=True)
        self.sheet = QScrollArea()
        self._placed = QTimer(self, singleShot=True, interval=0)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.export_button = QPushButton(self.tr("Export…"))
        self.cancel_button = QPushButton(self.tr("Close"))
        self.open_button = QPushButton(self.tr("Open"))
        self._arrange()
        self._connect()
        self._suit()
        open_at(self, 1000, 640)

    def offer_grey(self, make: Callable[[], Picture]) -> None:
        """Let people choose greys; `make` draws the map in them when they do."""
        self._in_grey = make
        self.choices.grey.show()

    def export_to(self, path: Path) -> None:
        """Write the picture to `path` on a thread of its own."""
        self._written = None
        self._job = ExportJob(self._picture, path, self.choices.options(), self)
        # Methods, not lambdas: a job that owns the dialog that owns it takes itself down twice.
        self._job.progressed.connect(self._show_share)
        self._job.done.connect(self._tell_where)
        self._job.stopped.connect(self._tell_of_stop)
        self._job.failed.connect(self._fail)
        self._set_busy(True)
        self._job.start()

    def busy(self) -> bool:
        """Tell whether a file is being written."""
        return self._job is not None

    def reject(self) -> None:
        """Stop an export under way; close when there is none."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()

    def _arrange(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        columns.setSpacing(3 * GRID)
        columns.addWidget(self.preview, 1)
        side = QWidget()
        side.setFixedWidth(280)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addWidget(label(self.tr("Export"), "section"))
        rows.addSpacing(GRID)
        rows.addWidget(self._made_sheet(), 1)
        rows.addWidget(self.progress)
        rows.addLayout(self._buttons())
        columns.addWidget(side)

    def _made_sheet(self) -> QScrollArea:
        """Return the choices and what is said of them, to be scrolled where the screen is low."""
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addWidget(self.choices)
        rows.addWidget(self.note)
        rows.addStretch(1)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(page)
        return self.sheet

    def _buttons(self) -> QHBoxLayout:
        self.export_button.setProperty("role", "primary")
        self.export_button.setDefault(True)
        self.open_button.setVisible(False)
        self.progress.setVisible(False)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.export_button)
        return row

    def _connect(self) -> None:
        self.choices.changed.connect(self._suit)
        self.export_button.clicked.connect(self._ask_and_export)
        self.cancel_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._open)
        # The words that tell what came of it have their place once the events are through.
        self._placed.timeout.connect(self._scroll_down)

    def _ask_and_export(self) -> None:
        suffix = self.choices.suffix()
        path = self._asking.export_name(self._suggested.with_suffix(suffix))
        if path is not None:
            self.export_to(with_suffix(path, suffix))

    def _suit(self) -> None:
        """Show the page that was chosen and say what it means for the reader."""
        self._choose_picture()
        page = self.choices.page(self._picture)
        self.preview.show_page(page)
        scale = page.placement(self._picture.width, self._picture.height).scale
        self.note.setText("\n\n".join((*self._pixels(), *self._remarks(scale))))
        self.open_button.setVisible(False)

    def _choose_picture(self) -> None:
        """Take the picture in colours or in greys, whichever is wanted."""
        wanted = self._colored
        if self._in_grey is not None and self.choices.grey.isChecked():
            wanted = self._grey = self._grey or self._in_grey()
        if wanted is not self._picture:
            self._picture = wanted
            self.preview.show_picture(wanted)

    def _pixels(self) -> tuple[str, ...]:
        """Say how large a picture of pixels becomes; one that would be too large cannot be asked for."""
        self.export_button.setEnabled(True)
        if self.choices.suffix() != ".png":
            return ()
        try:
            width, height = pixels(self._picture, self.choices.options().dpi)
        except Trouble as trouble:
            self.export_button.setEnabled(False)
            return trouble_words(trouble)
        size = self.tr("The picture becomes {width} × {height} pixels large.")
        return (size.format(width=width, height=height),)

    def _remarks(self, scale: float) -> list[str]:
        remarks = []
        if self.choices.suffix() == ".pdf":
            text = self.tr("The map comes out at {percent} % of its size, on one page.")
            remarks.append(text.format(percent=round(scale * 100)))
            smallest = scale * min(
                (block.style.size for block, _ in texts(self._picture.root)), default=READABLE
            )
            if smallest < READABLE:
                text = self.tr("The smallest words will be {size} points high: a larger paper reads better.")
                remarks.append(text.format(size=f"{smallest:.1f}"))
        lacking = missing_characters(self._picture)
        if lacking:
            text = self.tr("No font here has these characters, they will be missing: {characters}")
            remarks.append(text.format(characters=" ".join(lacking)))
        return remarks

    def _set_busy(self, busy: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(busy)
        self.export_button.setEnabled(not busy)
        self.choices.setEnabled(not busy)
        self.cancel_button.setText(self.tr("Cancel") if busy else self.tr("Close"))

    def _show_share(self, share: float) -> None:
        self.progress.setValue(round(share * 1000))

    def _tell_where(self, path: Path) -> None:
        self._finish(path, self.tr("Saved as {file}").format(file=path))

    def _tell_of_stop(self) -> None:
        self._finish(None, self.tr("Stopped. Nothing was written."))

    def _finish(self, path: Path | None, text: str) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
        self._job = None
        self._written = path
        self._set_busy(False)
        self.note.setText(text)
        self.open_button.setVisible(path is not None)
        self._placed.start()

    def _scroll_down(self) -> None:
        """Show what came of the export."""
        bar = self.sheet.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _fail(self, error: Exception) -> None:
        self._finish(None, "")
        if not isinstance(error, Trouble):
            raise error
        problem, remedy = trouble_words(error)
        self.note.setText("\n\n".join(filter(None, (problem, remedy, error.place))))

    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Do not leave a thread behind."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
        super().closeEvent(event)
