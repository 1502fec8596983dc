"""The bar that says what is to be known about a map or its file, with what can be done about it.

It is never in the way: what is said stays until it is dealt with, holds no longer, or is hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.window.plain import label
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


LEAST = 240
"""Pixels that words beside buttons must have."""


class Choice(NamedTuple):
    """Something that can be done about a piece of news."""

    words: str
    deed: Callable[[], object]


class News(NamedTuple):
    """One thing to know. News of the same `key` take each other's place; `grave` ones stand out."""

    key: str
    text: str
    choices: tuple[Choice, ...] = ()
    grave: bool = False


class NewsBar(QWidget):
    """Shows news one below the other; takes no room while there are none.

    Its focus proxy gets the keys when the button that had them goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, NewsRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def say(self, news: News) -> None:
        """Show news, in place of those with the same key."""
        if (row := self._rows.get(news.key)) is not None and row.news == news:
            return
        self.take_back(news.key)
        row = self._rows[news.key] = NewsRow(news, lambda: self.take_back(news.key))
        self._column.addWidget(row)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Alert))

    def take_back(self, key: str) -> None:
        """Show the news of that key no longer."""
        row = self._rows.pop(key, None)
        if row is not None:
            self._column.removeWidget(row)
            if row.isAncestorOf(self.window().focusWidget() or self):
                self.setFocus()
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))

    def said(self) -> dict[str, str]:
        """Return the texts that are shown, by key."""
        return {key: row.news.text for key, row in self._rows.items()}

    def row(self, key: str) -> NewsRow:
        """Return the row that shows the news of that key."""
        return self._rows[key]


class NewsRow(QFrame):
    """The text of news with a button for each choice, and one that hides it."""

    def __init__(self, news: News, hide: Callable[[], None]) -> None:
        super().__init__()
        self.news = news
        self.setObjectName("banner")
        self.setProperty("tone", "grave" if news.grave else "calm")
        self.setAccessibleName(news.text)
        rows = self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        rows.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        rows.setSpacing(GRID // 2)
        text = label(news.text, wrap=True)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        text.setMinimumHeight(4 * GRID)
        rows.addWidget(text, 1)
        row = self._row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addSpacing(GRID)
        row.addStretch()
        rows.addLayout(row)
        self.buttons = [_button(choice.words, choice.deed) for choice in news.choices]
        for button in self.buttons:
            row.addWidget(button)
        end = _button("×", hide, "swatch")
        end.setAccessibleName(self.tr("Hide"))
        row.addWidget(end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where few words would go on a line beside them."""
        super().resizeEvent(event)
        beside = self.width() >= self._row.sizeHint().width() + LEAST
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


def _button(words: str, deed: Callable[[], object], role: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: deed())
    return button
