"""The bar over the map that finds words on it, walks from hit to hit, and replaces them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton

from editor.model.fault import Misfit
from editor.model.trouble import Trouble
from editor.session.finding import hits, rewritten
from editor.window.field_row import sentence
from editor.window.find_list import FindList
from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from editor.session.finding import Hit
    from editor.window.tokens import Tokens
    from editor.window.workspace import Workspace

noop = QT_TRANSLATE_NOOP
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up)
_QUIET = 150
"""Milliseconds without a change after which the map is searched again."""
_OURS = (*_ENTER, Qt.Key.Key_Escape, *_WALKING)


class FindBar(QFrame):
    """Selects and lists all hits while somebody types; Enter and the arrows walk them, Esc goes back."""

    def __init__(self, workspace: Workspace, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self.setObjectName("find")
        self._workspace = workspace
        self._hits: tuple[Hit, ...] = ()
        self.list = FindList(workspace.session.journey, tokens)
        self.list.wanted.connect(self._show)
        self._place = -1
        self.words, self.by = self._line(self.tr("Find on the map")), self._line(self.tr("Replace by"))
        self.words.textEdited.connect(lambda: self.search())
        self.count = label("", "muted")
        self.one = self._button(self.tr("Replace"), self.replace)
        self.every = self._button(self.tr("Replace all"), self.replace_all)
        self._arrange()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._look_again)
        workspace.situation_changed.connect(self._quiet.start)
        self.hide()
        self.list.hide()

    def open(self, replace: bool = False) -> None:
        """Show the bar, with the part for replacing if that is wanted and the map may be changed."""
        for part in (self.by, self.one, self.every):
            part.setVisible(replace and not self._workspace.session.read_only)
        self._turn(self.parentWidget().width())
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Hide the bar and go back to the map with what is selected."""
        self.hide()
        self.list.hide()
        self._workspace.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Select everything that holds the words, and count it."""
        self._hits, self._place = self._found(), -1
        if self.words.text():
            keys = self.hits()
            self._workspace.choose(keys)
            self._reveal(keys)
        self._tell()

    def walk(self, by: int) -> None:
        """Go on to the next hit, or back to the one before; after the last comes the first."""
        self._hits = self._found()
        if not self._hits:
            self._tell()
            return
        start = self._place if self._place >= 0 else (-1 if by > 0 else 0)
        self._show((start + by) % len(self._hits))

    def hits(self) -> tuple[str, ...]:
        """Return the ids of everything that holds the words, in reading order."""
        return tuple(dict.fromkeys(hit.shown for hit in self._hits))

    def replace(self) -> None:
        """Replace the words in the hit that is shown, and go on to the next."""
        if self._place < 0:
            self.walk(1)
            return
        if self._rewrite(noop("Steps", "Replace"), self._hits[self._place : self._place + 1]):
            left = self._hits = self._found()
            self._place = -1 if not left else min(self._place, len(left) - 1)
            if left:
                self._show(self._place)
            self._tell()

    def replace_all(self) -> None:
        """Replace the words everywhere, as one step."""
        count = self._rewrite(noop("Steps", "Replace all"), self._found())
        if count:
            self._hits, self._place = self._found(), -1
            self._tell()
            self.count.setText(self.tr("{count} replaced").format(count=count))

    def _rewrite(self, step: str, chosen: Iterable[Hit]) -> int:
        """Replace the words in these hits as far as they still say what they said; return how many do."""
        bench, journey = self._workspace.bench, self._workspace.session.journey
        known = set(chosen)
        there = [hit for hit in self._found() if hit in known]
        changes = rewritten(journey, there, self.words.text(), self.by.text())
        try:
            bench.do(step, bench.plans.rewrite(changes))
        except (Misfit, Trouble) as problem:
            self.count.setText(sentence(problem))
            return 0
        return len(there)

    def _found(self) -> tuple[Hit, ...]:
        return hits(self._workspace.session.journey, self.words.text())

    def _look_again(self) -> None:
        """Search again after the map was changed; what is selected and shown stays."""
        if self.isHidden() or (now := self._found()) == self._hits:
            return
        shown = self._hits[self._place] if 0 <= self._place < len(self._hits) else None
        self._hits, self._place = now, now.index(shown) if shown in now else -1
        self._tell()

    def _show(self, place: int) -> None:
        self._place = place
        keys = (self._hits[place].shown,)
        self._workspace.choose(keys)
        self._reveal(keys)
        self._tell()

    def _reveal(self, keys: tuple[str, ...]) -> None:
        """Show the first hit that stands somewhere: the map itself is everywhere."""
        own = self._workspace.session.journey.map.id
        self._workspace.view.reveal([key for key in keys if key != own][:1])

    def _tell(self) -> None:
        count = len(self._hits)
        self.list.show_hits(self._hits)
        self.list.setVisible(bool(count) and not self.isHidden())
        self.list.mark(self._place)
        if not self.words.text():
            self.count.setText("")
        elif not count:
            self.count.setText(self.tr("not found"))
        elif self._place < 0:
            self.count.setText(self.tr("{count} found").format(count=count))
        else:
            self.count.setText(self.tr("{place} of {count}").format(place=self._place + 1, count=count))
        for button in (self.one, self.every):
            button.setEnabled(bool(count))

    def _arrange(self) -> None:
        row, self._looking, self._giving = QHBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for part in (row, self._halves, self._looking, self._giving):
            part.setSpacing(GRID)
        self._halves.addLayout(self._looking, 2)
        self._halves.addLayout(self._giving, 3)
        row.addLayout(self._halves, 1)
        self._fill(self._looking, self._giving)
        end = self._button("×", self.close_bar, "swatch")
        end.setAccessibleName(self.tr("Close"))
        row.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
        # Tab goes from what is looked for to what replaces it, and only then to the arrows between them.
        for before, behind in pairwise((self.words, self.by, self.one, self.every)):
            self.setTabOrder(before, behind)

    def _fill(self, row: QHBoxLayout, behind: QHBoxLayout) -> None:
        row.addWidget(self.words, 1)
        row.addWidget(self._fixed(self.count))
        for words, by in (("‹", -1), ("›", 1)):
            button = self._button(words, lambda by=by: self.walk(by), "swatch")
            button.setAccessibleName(self.tr("Next hit") if by > 0 else self.tr("Hit before"))
            row.addWidget(button)
        behind.addWidget(self.by, 2)
        behind.addWidget(self.one)
        behind.addWidget(self.every)
        behind.addStretch(1)

    def _turn(self, width: int) -> None:
        """Put what replaces the words under them where `width` pixels are too few for both in a row."""
        halves = self._looking.minimumSize().width() + self._giving.minimumSize().width()
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if halves + 8 * GRID <= width else ways.TopToBottom)

    def _fixed(self, told: QLabel) -> QLabel:
        told.setMinimumWidth(72)
        return told

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.setMinimumWidth(64)
        line.installEventFilter(self)
        return line

    def _button(self, words: str, deed: Callable[[], object], role: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", role)
        button.clicked.connect(lambda: deed())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be one row or two."""
        super().resizeEvent(event)
        self._turn(self.width())

    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        """Take Enter, Esc, Up and Down from the two lines, before a command of the window does."""
        if not isinstance(event, QKeyEvent) or event.key() not in _OURS:
            return super().eventFilter(line, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._press(line, event)
            return True
        return super().eventFilter(line, event)

    def _press(self, line: QObject, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in _WALKING:
            self.walk(1 if event.key() == Qt.Key.Key_Down else -1)
        elif line is self.by:
            self.replace()
        else:
            self.walk(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
