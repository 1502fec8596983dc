"""The start page: recent maps, templates and samples as pictures, a search field, and ways to begin."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.window.catalogue import matches
from editor.window.plain import label
from editor.window.segments import Segments
from editor.window.sketches import Sketches
from editor.window.tile import TILE
from editor.window.tokens import GRID
from editor.window.words import LANGUAGES, own_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from editor.session.recovering import Recoverable
    from editor.window.catalogue import Catalogue, Shelf
    from editor.window.news import NewsBar
    from editor.window.recovery_list import RecoveryList
    from editor.window.thumbnails import Thumbnails
    from editor.window.tile import Tile
    from editor.window.tiles import TileList
    from editor.window.tokens import Tokens

WIDEST = 5 * TILE.width() + 1
_SETTLED = 80
"""Milliseconds after which the page is painted."""
_REST_AFTER = 20
"""Milliseconds after the beginning of the first frame in which the rest comes: it is painted by then."""
_BELOW_HEAD = 2
"""The row of the page below its head and the space under that."""


class StartPage(QScrollArea):
    """What a window shows before a map is open; everything on it is reached with the keyboard."""

    open_asked = Signal()
    blank_asked = Signal()
    map_chosen = Signal(object)
    template_chosen = Signal(object)
    settled = Signal()

    def __init__(self, catalogue: Catalogue, thumbnails: Thumbnails, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._catalogue = catalogue
        self._thumbnails = thumbnails
        self._tokens = tokens
        self._shelves: dict[str, _ShelfView] = {}
        self._left: RecoveryList | None = None
        self._empty = label(self.tr("Nothing here goes by that name."), "muted")
        self._shown: dict[str, Shelf] = {}
        self._painted = False
        self._build()
        thumbnails.ready.connect(self._repaint_pictures)
        # The samples stand below the edge of the window: they are looked at once the rest is painted.
        self._show_shelves(catalogue.upper_shelves())

    def refresh(self) -> None:
        """Look again at the recent maps, templates and samples."""
        self._show_shelves(self._catalogue.shelves())

    def complete(self) -> None:
        """Show what the first frame does without: tiles where sketches are, and the samples."""
        for view in self._shelves.values():
            view.finish()
        if "samples" not in self._shown:
            self._show_shelves((*self._shown.values(), self._catalogue.samples()))

    def forget_pictures(self) -> None:
        """Draw all pictures anew, as when files may have changed meanwhile."""
        self._thumbnails.forget()
        self.refresh()

    def visible_tiles(self) -> list[Tile]:
        """Return the tiles on the page, from the first to the last."""
        self.complete()
        return self._tiles()

    def _tiles(self) -> list[Tile]:
        return [tile for view in self._shelves.values() for tile in view.tiles]

    def offer(self, left: tuple[Recoverable, ...], make: Callable[[], RecoveryList]) -> None:
        """Show what a session has left that did not end properly, on top; `make` makes the list of it."""
        if self._left is None and left:
            self._left = make()
            self._left_title = label(self.tr("Not saved when Safar ended"), "section")
            self._rows.insertWidget(_BELOW_HEAD, self._left_title)
            self._rows.insertWidget(_BELOW_HEAD + 1, self._left)
        if self._left is not None:
            self._left.show_left(left)
            self._left.setVisible(bool(left))
            self._left_title.setVisible(bool(left))

    @cached_property
    def news(self) -> NewsBar:
        """The bar that says what is to be known; made for the first news."""
        from editor.window.news import NewsBar

        made = NewsBar()
        self._rows.insertWidget(_BELOW_HEAD, made)
        return made

    def _build(self) -> None:
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(5 * GRID, 5 * GRID, 5 * GRID, 5 * GRID)
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        outer.addStretch(1)
        outer.addWidget(column, 1000)
        outer.addStretch(1)
        rows = self._rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addLayout(self._head())
        rows.addSpacing(2 * GRID)
        self._add_shelves(rows)
        rows.addWidget(self._empty)
        rows.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(self._keep_room)
        self.setFocusProxy(self.search)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.setContentsMargins(0, 0, 2 * GRID, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.tr("Safar"), "title"))
        words.addWidget(label(self.tr("Customer journey maps, on paper and on screen"), "muted"))
        head.addLayout(words)
        head.addStretch(1)
        head.addWidget(self._search_field())
        head.addWidget(self._button(self.tr("Open…"), self.open_asked))
        blank = self._button(self.tr("New map"), self.blank_asked)
        blank.setProperty("role", "primary")
        head.addWidget(blank)
        return head

    def _search_field(self) -> QLineEdit:
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Find a map, sample or template"))
        self.search.setAccessibleName(self.tr("Find a map, sample or template"))
        self.search.setClearButtonEnabled(False)
        self.search.setFixedWidth(320)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._open_first)
        return self.search

    def _button(self, text: str, asked: Signal) -> QPushButton:
        button = QPushButton(text)
        button.setMinimumHeight(40)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: asked.emit())
        return button

    def _add_shelves(self, rows: QVBoxLayout) -> None:
        titles = {
            "recent": self.tr("Recent"),
            "templates": self.tr("Begin with a template"),
            "samples": self.tr("Look at a sample"),
        }
        languages = {tag: own_name(tag) for tag in LANGUAGES}
        self.language = Segments(languages, QLocale().name().partition("_")[0])
        if not self.language.current():
            self.language.choose("en")
        self.language.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.language.chosen.connect(lambda: self._filter(self.search.text()))
        for name, title in titles.items():
            aside = self.language if name == "templates" else None
            make = partial(self._made_list, name, title)
            view = self._shelves[name] = _ShelfView(title, Sketches(self._tokens), make, aside)
            rows.addWidget(view)

    def _made_list(self, name: str, title: str) -> TileList:
        from editor.window.tiles import TileList

        made = TileList(title, self._thumbnails.picture, self._tokens)
        made.activated.connect(lambda index: self._choose(name, index))
        made.clicked.connect(lambda index: self._choose(name, index))
        return made

    def _choose(self, shelf: str, index: QModelIndex) -> None:
        tile = self._shelves[shelf].list.tile(index)
        chosen = self.template_chosen if shelf == "templates" else self.map_chosen
        chosen.emit(tile.path)

    def _open_first(self) -> None:
        for name, view in self._shelves.items():
            if view.tiles:
                self._choose(name, view.list.model().index(0, 0))
                return

    def _show_shelves(self, shelves: tuple[Shelf, ...]) -> None:
        self._shown = {shelf.name: shelf for shelf in shelves}
        self._keep_room()
        self._filter(self.search.text())

    def _keep_room(self) -> None:
        """Keep room for the scroll bar that most windows need once the samples are there: nothing jumps."""
        bar = self.verticalScrollBar()
        room = 0 if "samples" in self._shown or bar.maximum() > 0 else bar.sizeHint().width()
        self.setViewportMargins(*((room, 0, 0, 0) if self.isRightToLeft() else (0, 0, room, 0)))

    def _filter(self, words: str) -> None:
        if words.strip():
            self.complete()
        for name, view in self._shelves.items():
            view.show_tiles(self._found(name, words))
        self._empty.setVisible(not self._tiles())

    def _found(self, name: str, words: str) -> list[Tile]:
        """Return the tiles of a shelf that match the words; without words, only one language's templates."""
        tiles = self._shown[name].tiles if name in self._shown else ()
        if name == "templates" and not words.strip():
            return [tile for tile in tiles if tile.language == self.language.current()]
        return [tile for tile in tiles if matches(tile, words)]

    def _repaint_pictures(self) -> None:
        for view in self._shelves.values():
            view.list.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell once the page is painted, for what can be added to it then."""
        super().showEvent(event)
        QTimer.singleShot(_SETTLED, self, self.settled.emit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin with the rest once the first frame is painted."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(_REST_AFTER, self, self.complete)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search with Esc."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return
        super().keyPressEvent(event)


class _ShelfView(QWidget):
    """A heading, perhaps a choice beside it, and tiles; gone from the page while it has none.

    Until the list of the tiles is made there are sketches in its place.
    """

    def __init__(
        self, title: str, sketches: Sketches, make: Callable[[], TileList], aside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.tiles: Sequence[Tile] = ()
        self._sketches, self._make = sketches, make
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GRID, 0, GRID)
        rows.setSpacing(GRID // 2)
        head = QHBoxLayout()
        head.setSpacing(3 * GRID)
        head.addWidget(label(title, "section"))
        if aside is not None:
            head.addWidget(aside)
        head.addStretch(1)
        rows.addLayout(head)
        rows.addWidget(sketches)

    @cached_property
    def list(self) -> TileList:
        """The list of the tiles, made now at the latest."""
        made = self._make()
        made.resize(self._sketches.size())
        self.layout().replaceWidget(self._sketches, made)
        self._sketches.hide()
        self._sketches.deleteLater()
        made.show_tiles(self.tiles)
        return made

    def finish(self) -> None:
        """Show the tiles instead of sketches."""
        self.list.setVisible(bool(self.tiles))

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles, or sketches of them."""
        self.tiles = tiles
        if "list" in self.__dict__:
            self.list.show_tiles(tiles)
        else:
            self._sketches.show_count(len(tiles))
        self.setVisible(bool(tiles))
