"""The browser of versions: what the map was like before, as pictures, with the way back to each."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.model.change import difference
from editor.model.trouble import Trouble
from editor.window.asking import trouble_words
from editor.window.differences import differences
from editor.window.plain import ElidedLabel, label
from editor.window.room import open_at
from editor.window.tokens import GRID
from editor.window.version_list import VersionList
from editor.window.version_page import VersionPage
from editor.window.version_pictures import VersionPictures
from editor.window.version_words import called

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from editor.session.session import Session
    from editor.session.versions import Version, Versions
    from editor.window.asking import Asking
    from editor.window.tokens import Tokens
    from editor.window.version_pictures import Glimpse

T = TypeVar("T")
KEPT = 6
"""So many versions that were looked at last stay at hand; the others are drawn again."""
_THUMB = QSize(288, 192)


class VersionBrowser(QDialog):
    """Lists the versions beside a large picture of the current one; `copy_wanted` brings a journey."""

    copy_wanted = Signal(object)

    def __init__(
        self, parent: QWidget, session: Session, versions: Versions, asking: Asking, tokens: Tokens
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Versions"))
        self._session, self._versions, self._asking = session, versions, asking
        self._thumbs: dict[Path, QPixmap | None] = {}
        self._glimpses: OrderedDict[Path, Glimpse] = OrderedDict()
        self._pictures = VersionPictures(versions.journey, self)
        self._pictures.made.connect(self._take)
        self.list = VersionList(self._thumb, tokens)
        self.list.chosen.connect(self._show_current)
        self.page = VersionPage(tokens)
        self._nothing = self.tr(
            "No versions yet. Save one before you try something; "
            "before a step that takes much away Safar keeps one by itself."
        )
        self.place = ElidedLabel("muted")
        self._buttons: dict[str, QPushButton] = {}
        self._arrange()
        open_at(self, 1080, 700)
        self.refresh()

    def refresh(self) -> None:
        """List again what is there."""
        found = self._tried(self._versions.listed) or ()
        self.place.setVisible(bool(found))
        self.list.show_versions(found, datetime.now().astimezone())
        self._show_current()

    def save(self) -> None:
        """Ask for a name and keep the map as it is now under it."""
        name = self._asking.line(self.tr("Save version"), self.tr("Name of the version"), "")
        if name and self._tried(lambda: self._versions.keep(name)) is not None:
            self.refresh()
            self.list.setCurrentIndex(self.list.model().index(0, 0))

    def restore(self) -> None:
        """Make the map what it was, as one step, and close."""
        version = self.list.current()
        if version and self._tried(lambda: self._versions.restore(version)) is not None:
            self.accept()

    def open_copy(self) -> None:
        """Open the version as a map of its own, without a file, and close."""
        version = self.list.current()
        journey = self._tried(lambda: self._versions.journey(version)) if version else None
        if journey is not None:
            self.accept()
            self.copy_wanted.emit(journey)

    def rename(self) -> None:
        """Give the version another name, by which it is kept for good."""
        version = self.list.current()
        if version is None:
            return
        name = self._asking.line(self.tr("Rename"), self.tr("Name of the version"), version.name)
        if name and self._tried(lambda: self._versions.rename(version, name)) is not None:
            self.refresh()

    def remove(self) -> None:
        """Remove the version for good, once somebody is sure."""
        version = self.list.current()
        if version is not None and self._is_sure(version):
            self._tried(lambda: self._versions.remove(version) or True)
            self.refresh()

    def button(self, name: str) -> QPushButton:
        """Return a button by the name of what it does."""
        return self._buttons[name]

    def _is_sure(self, version: Version) -> bool:
        text = self.tr("Delete “{name}”?").format(name=called(version))
        return self._asking.sure(self.tr("Delete version"), text, self.tr("Delete"))

    def _tried(self, deed: Callable[[], T]) -> T | None:
        try:
            return deed()
        except Trouble as trouble:
            self._asking.tell(trouble)
            return None

    def _thumb(self, version: Version) -> QPixmap | None:
        """Return the small picture of a version, and have it drawn if nobody did so yet."""
        if version.file not in self._thumbs:
            self._thumbs[version.file] = None
            self._pictures.ask(version)
        return self._thumbs[version.file]

    def _take(self, glimpse: Glimpse) -> None:
        """Take what was looked into."""
        file = glimpse.version.file
        if glimpse.image is not None:
            small = glimpse.image.scaled(
                _THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._thumbs[file] = QPixmap.fromImage(small)
        self._glimpses[file] = glimpse
        self._glimpses.move_to_end(file)
        current = self.list.current()
        while len(self._glimpses) > KEPT:
            self._glimpses.popitem(last=False)
        self.list.viewport().update()
        if current is not None and current.file == file:
            self._show(glimpse)

    def _show_current(self) -> None:
        """Show the current version, as soon as it has been looked into."""
        version = self.list.current()
        self._suit(version)
        if version is None or not version.readable:
            self.page.show_words(self._missing(version))
        elif version.file in self._glimpses:
            self._show(self._glimpses[version.file])
        else:
            self.page.show_words(self.tr("Drawing the version…"))
            self._pictures.ask(version, urgent=True)

    def _show(self, glimpse: Glimpse) -> None:
        if glimpse.journey is None or glimpse.image is None:
            self.page.show_words(" ".join(trouble_words(glimpse.trouble)) if glimpse.trouble else "")
            return
        now = self._session.journey
        change = difference(now.by_id(), glimpse.journey.by_id())
        self.page.show_version(glimpse.image, differences(now, glimpse.journey, change))

    def _missing(self, version: Version | None) -> str:
        if version is None:
            return self._nothing
        return self.tr("The file of this version is damaged. It is kept until you delete it.")

    def _suit(self, version: Version | None) -> None:
        """Offer what can be done with a version."""
        readable = version is not None and version.readable
        for name in ("rename", "copy"):
            self._buttons[name].setEnabled(readable)
        self._buttons["restore"].setEnabled(readable and not self._session.read_only)
        self._buttons["remove"].setEnabled(version is not None)
        folder = version.file.parent if version else self._versions.folders[0]
        self.place.show_text(self.tr("Kept in {folder}").format(folder=f"\u2066{folder}\u2069"))

    def _arrange(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        columns.setSpacing(2 * GRID)
        columns.addWidget(self._made_side())
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.page, 1)
        right.addWidget(self.place)
        right.addLayout(self._made_buttons())
        columns.addLayout(right, 1)

    def _made_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(320)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Versions"), "section"), 1)
        head.addWidget(self._made_button("save", self.tr("Save version…"), self.save))
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addLayout(head)
        rows.addWidget(self.list, 1)
        return side

    def _made_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._made_button("remove", self.tr("Delete…"), self.remove))
        row.addWidget(self._made_button("rename", self.tr("Rename…"), self.rename))
        row.addStretch(1)
        row.addWidget(self._made_button("copy", self.tr("Open as a copy"), self.open_copy))
        row.addWidget(self._made_button("close", self.tr("Close"), self.reject))
        restore = self._made_button("restore", self.tr("Restore"), self.restore)
        restore.setProperty("role", "primary")
        restore.setDefault(True)
        row.addWidget(restore)
        return row

    def _made_button(self, name: str, words: str, deed: Callable[[], None]) -> QPushButton:
        button = self._buttons[name] = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: deed())
        return button

    def done(self, result: int) -> None:
        """Close, and leave no thread behind."""
        self._pictures.end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave no thread behind when the window goes with its parent."""
        self._pictures.end()
        super().closeEvent(event)
