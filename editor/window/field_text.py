"""A text field of the inspector: it grows with its text and keeps it when the writer goes on."""

from __future__ import annotations

from contextlib import suppress
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from editor.session.bench import DRAFT_AFTER

if TYPE_CHECKING:
    from editor.window.field_forms import TextForm

MIXED = "—"
MOST_LINES = 8
_ROOM = 16
"""Pixels of edge, padding and margin over and under the lines."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextField(QPlainTextEdit):
    """Shows one value as text; `given` tells another value, `refused` why a text is none.

    Ctrl+Enter (Enter in fields of one line) and leaving keep the text, Esc brings back the old one. The
    direction of each paragraph follows its letters. While somebody writes, `drafted` tells what would be
    given now, and `dropped` that it will not be.
    """

    given = Signal(object)
    refused = Signal(str)
    drafted = Signal(object)
    dropped = Signal()

    def __init__(self, form: TextForm) -> None:
        super().__init__()
        self._form = form
        self._text, self._mixed = "", False
        self._later: QTimer | None = None
        self._told = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.document().contentsChanged.connect(self._begin_where_letters_do)
        self.textChanged.connect(self._draft_later)
        self._fit()

    def show_value(self, value: object, mixed: bool = False) -> None:
        """Show `value`, or that there are several; what is being written stays until it is kept."""
        self._text, self._mixed = "" if mixed else self._form.write(value), mixed
        self.setPlaceholderText(MIXED if mixed else self._form.hint())
        if self.hasFocus() and self.document().isModified():
            self._draft_later()  # What else was done has made the draft void.
            return
        if self.toPlainText() != self._text:
            self._show(self._text)
        self.document().setModified(False)

    def keep(self) -> None:
        """Tell what was written, if that is something new."""
        if self.document().isModified():
            self._show(text := self.toPlainText().strip())
            if self._is_new(text):
                self._give(text)
        self._draft()  # Not before: what is given has taken the place of the draft by now.

    def _is_new(self, text: str) -> bool:
        return text != self._text or self._mixed

    def _give(self, text: str) -> None:
        try:
            value = self._form.read(text)
        except ValueError as problem:
            self.give_up()
            self.refused.emit(str(problem))
            return
        self.document().clearUndoRedoStacks()  # From here on undo is that of the map.
        self.given.emit(value)

    def give_up(self) -> None:
        """Show the value again in place of what was written."""
        self._show(self._text)
        self._draft()

    def _draft_later(self) -> None:
        """Tell of a draft soon after the first of several changes, of none where a text is only shown."""
        if not self.hasFocus():
            return
        if self._later is None:
            self._later = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
            self._later.timeout.connect(self._draft)
        if not self._later.isActive():
            self._later.start()

    def _draft(self) -> None:
        """Tell what keeping the text would give now, or that it would give nothing any more."""
        if self._later is not None:
            self._later.stop()
        text = self.toPlainText().strip()
        if self.document().isModified() and self._is_new(text):
            with suppress(ValueError):  # Why it is none is said to who wants to keep it.
                self.drafted.emit(self._form.read(text))
                self._told = True
                return
        if self._told:
            self._told = False
            self.dropped.emit()

    def _show(self, text: str) -> None:
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self.document().setModified(False)

    def _begin_where_letters_do(self) -> None:
        """Begin lines on the right where the letters run from there; Qt turns only their order."""
        leftward = self.document().begin().textDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        """Be as high as the lines, so many at most."""
        least = 1 if self._form.single else 2
        needed = self._line_count()
        lines = min(max(needed, least), MOST_LINES)
        self.setFixedHeight(ceil(lines * self._line_height()) + _ROOM)
        policy = Qt.ScrollBarPolicy
        more = needed > MOST_LINES
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff)

    def _line_height(self) -> float:
        """Return the pixels of a line as it is laid out, which may be more than the letters ask for."""
        laid = self.document().begin().layout()
        least = float(self.fontMetrics().lineSpacing())
        return max(laid.lineAt(0).height(), least) if laid.lineCount() else least

    def _line_count(self) -> int:
        """Return how many lines the text takes; asking for a paragraph's bounds lays it out."""
        count, block = 0, self.document().begin()
        while block.isValid() and count <= MOST_LINES:
            self.blockBoundingRect(block)
            count += max(block.layout().lineCount(), 1)
            block = block.next()
        return count

    def _keeps(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return event.key() in _ENTER and (control or (self._form.single and not shift))

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        """Tell whether undo or redo finds nothing here and is meant for the map."""
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
        return undo or (
            event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
        )

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter before a command of the window does; leave it undo where nothing is written."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._keeps(event):
                event.accept()
                return True
            if self._is_for_the_window(event):
                event.ignore()
                return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines again for the new width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel round it, as long as all lines are shown."""
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the text, give it up, or write."""
        if self._keeps(event):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.give_up()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written when the writer goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()
