"""What a session has left that did not end properly: each map with its picture and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.model.trouble import Trouble
from editor.window.counting import counted
from editor.window.moments import moment
from editor.window.plain import ElidedLabel, label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from editor.session.recovering import Recoverable

translate = QCoreApplication.translate
PICTURE = QSize(192, 128)


class RecoveryList(QWidget):
    """A row for each map that was left; the rows say what somebody wants done with theirs."""

    recover_asked = Signal(object)
    copy_asked = Signal(object)
    discard_asked = Signal(object)

    def __init__(self, draw: Callable[[Recoverable, int, int], QImage]) -> None:
        super().__init__()
        self._draw = draw
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.rows: list[RecoveryRow] = []
        # The words come first; a picture takes a replay and a layout.
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._draw_next)

    def show_left(self, left: tuple[Recoverable, ...]) -> None:
        """Show these, in this order."""
        if [row.left for row in self.rows] == list(left):
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecoveryRow(one, self) for one in left]
        for row in self.rows:
            self._column.addWidget(row)
        self._later.start()

    def tell(self, left: Recoverable, text: str) -> None:
        """Say in the row of a map what came of something."""
        for row in self.rows:
            if row.left == left:
                row.tell(text)

    def _draw_next(self) -> None:
        row = next((row for row in self.rows if not row.drawn), None)
        if row is None:
            self._later.stop()
            return
        row.drawn = True
        if row.left.readable:
            ratio = self.devicePixelRatio()
            size = (PICTURE - QSize(2 * GRID, 2 * GRID)) * ratio
            try:
                picture = self._draw(row.left, size.width(), size.height())
            except Trouble as trouble:
                row.tell(str(trouble))
                return
            row.show_picture(QPixmap.fromImage(picture), ratio)


class RecoveryRow(QFrame):
    """One map that was left."""

    def __init__(self, left: Recoverable, listed: RecoveryList) -> None:
        super().__init__()
        self.left = left
        self.drawn = False
        self.setObjectName("floating")
        self._picture = label("", "picture")
        self._picture.setFixedSize(PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told = label("", "muted", wrap=True)
        self._told.hide()
        self.buttons = self._made_buttons(listed)
        self._arrange()
        self.setAccessibleName(f"{title_of(left)}, {story_of(left)}")

    def show_picture(self, picture: QPixmap, ratio: float) -> None:
        """Show the map as it would be opened."""
        picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)

    def tell(self, text: str) -> None:
        """Say what came of something."""
        self._told.setText(text)
        self._told.show()

    def told(self) -> str:
        """Return what came of something."""
        return self._told.text()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._picture)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addStretch(1)
        words.addWidget(self._title())
        words.addWidget(label(story_of(self.left), wrap=True))
        place = ElidedLabel("muted")
        place.show_text(place_of(self.left))
        words.addWidget(place)
        words.addWidget(self._told)
        words.addSpacing(GRID // 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in self.buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        words.addLayout(buttons)
        words.addStretch(1)
        row.addLayout(words, 1)

    def _title(self) -> QLabel:
        title = label(title_of(self.left), "section", wrap=True)
        # Beside the picture, whatever the direction of its words.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        return title

    def _made_buttons(self, listed: RecoveryList) -> list[QPushButton]:
        asked = {
            translate("Recovery", "Recover"): listed.recover_asked,
            translate("Recovery", "Save a copy…"): listed.copy_asked,
            translate("Recovery", "Discard…"): listed.discard_asked,
        }
        made = [QPushButton(words) for words in asked]
        for button, signal in zip(made, asked.values(), strict=True):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self.left))
        made[0].setProperty("role", "primary")
        for button in made[:2]:
            button.setVisible(self.left.readable)
        return made


def title_of(left: Recoverable) -> str:
    """Return what a map that was left is called."""
    if not left.readable:
        return translate("Recovery", "A map that cannot be read")
    return left.title or translate("Recovery", "Unsaved map")


def story_of(left: Recoverable) -> str:
    """Return how much of it there is, and since when."""
    steps = counted(translate("Recovery", "{n} step|{n} steps"), left.steps)
    when = moment(left.changed)
    if not left.readable:
        return translate("Recovery", "Last written at {when}. Nothing of it can be opened.").format(when=when)
    if left.lost:
        text = translate("Recovery", "{steps} not saved, the last at {when}. What followed cannot be read.")
    else:
        text = translate("Recovery", "{steps} not saved, the last at {when}.")
    return text.format(steps=steps, when=when)


def place_of(left: Recoverable) -> str:
    """Return where the map is saved."""
    if left.path is None:
        return "" if not left.readable else translate("Recovery", "Never saved in a file")
    # Isolated, because in a window that runs from right to left the slashes would change places.
    return f"\N{LEFT-TO-RIGHT ISOLATE}{left.path}\N{POP DIRECTIONAL ISOLATE}"
