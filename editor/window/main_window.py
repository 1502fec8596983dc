"""A window: menus and tool bar round either the start page or one open map.

Each of the two is made when it is first shown, because people wait for the first paint.
"""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from editor.model.trouble import Trouble
from editor.window.action_set import ActionSet
from editor.window.edit_deeds import EditDeeds
from editor.window.file_deeds import FileDeeds
from editor.window.find_deeds import FindDeeds
from editor.window.help_deeds import HelpDeeds
from editor.window.map_deeds import MapDeeds
from editor.window.map_menus import MapMenus
from editor.window.plain import ElidedLabel, isolated
from editor.window.plain_numbers import ALIGN_TRAILING, ALIGN_V_CENTER, align
from editor.window.shape_deeds import ShapeDeeds
from editor.window.situation import Situation
from editor.window.style_deeds import StyleDeeds
from editor.window.version_deeds import VersionDeeds
from editor.window.view_deeds import ViewDeeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from editor.files.lock import Holder
    from editor.session.recovering import Recorder
    from editor.session.session import Session
    from editor.window.asking import Asking
    from editor.window.desk import Desk
    from editor.window.start_page import StartPage
    from editor.window.status_line import StatusLine
    from editor.window.tool_bar import ToolBar
    from editor.window.workspace import Workspace


DOCUMENT_WIDTH = 420
"""Pixels for the name of the map beside the menus, less where the menus need them."""


class MainWindow(QMainWindow):
    """Shows the start page until a map is open in it, then that map."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.workspace: Workspace | None = None
        self.start_page: StartPage | None = None
        self.status: StatusLine | None = None
        self._tool_bar: ToolBar | None = None
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        self._make_actions()
        self._arrange()
        self.refresh()

    @cached_property
    def asking(self) -> Asking:
        """The dialogs of this window; loaded when the first one is needed."""
        from editor.window import asking

        return asking.Asking(self)

    @property
    def session(self) -> Session | None:
        """The session of the open map, None on the start page."""
        return self.workspace.session if self.workspace else None

    @property
    def opened(self) -> Workspace:
        """The workspace of the open map; only for actions that are disabled without one."""
        if self.workspace is None:
            raise RuntimeError("no map is open in this window")
        return self.workspace

    def settled(self) -> Workspace:
        """Return the workspace of the open map with nothing half written on it."""
        self.opened.settle()
        return self.opened

    def open_path(self, path: Path, over: Holder | None = None) -> None:
        """Open the map in `path`: in the window that has it, here, or in a new window."""
        path = path.absolute()
        known = self.desk.window_with(path)
        if known is not None:
            known.raise_()
            known.activateWindow()
            return
        self._open(lambda: self.desk.open_session(path, over), path)

    def open_template(self, template: Path) -> None:
        """Begin an unsaved map from a template, here or in a new window."""
        self._open(lambda: self.desk.new_session(template), None)

    def show_session(self, session: Session, recorder: Recorder | None = None) -> None:
        """Show the map of `session` instead of the start page; `recorder` journals it already."""
        from editor.window.safety import Safety
        from editor.window.workspace import Workspace

        self.workspace = Workspace(session, self.desk)
        self.workspace.safety = Safety(self, self.workspace, recorder)
        self.workspace.situation_changed.connect(self.refresh)
        self._edit.follow(self.workspace)
        self.workspace.view.context_wanted.connect(self._show_context_menu)
        self._frame()
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self._show_frame(True)
        self.refresh()
        self.workspace.view.setFocus()

    def show_start(self) -> None:
        """Show the start page; an open map is let go without a question."""
        self.let_map_go()
        if self.start_page is None:
            self.start_page = self._made_start_page()
            self._stack.addWidget(self.start_page)
        else:
            self.start_page.refresh()
        self._stack.setCurrentWidget(self.start_page)
        self._show_frame(False)
        self.refresh()

    def let_map_go(self, *, leave: bool = False) -> None:
        """Close the open map, if there is one, without a question; `leave` offers what is unsaved later."""
        if self.workspace is not None:
            self.workspace.close_session(leave=leave)
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None

    def start_page_shown(self) -> StartPage:
        """Return the start page, which this window shows; for a window without a map."""
        if self.start_page is None:
            self.show_start()
        return cast("StartPage", self.start_page)

    def refresh(self) -> None:
        """Let actions, title and status follow what is open and selected."""
        situation = self.workspace.situation() if self.workspace else Situation()
        self.actions_by_id.suit(situation)
        self._map.suit()
        self.shape.suit()
        name = self.document_name()
        self.setWindowTitle(self.tr("{name}[*] – Safar").format(name=name) if name else self.tr("Safar"))
        self.setWindowModified(bool(self.session and self.session.dirty))
        self._document.show_text(_document_line(name, self.session))
        if self.status is not None:
            self.status.refresh()

    def document_name(self) -> str:
        """Return the name of the open map's file, its title while it has none; "" on the start page."""
        if self.session is None:
            return ""
        title = " ".join(self.session.journey.map.title.split())
        return self.session.path.name if self.session.path else title or self.tr("Unsaved map")

    def may_close_map(self) -> bool:
        """Ask about unsaved changes; return whether the map may be let go."""
        if self.session is None or not self.settled().session.dirty:
            return True
        answer = self.asking.unsaved(self.document_name())
        return self._files.save() if answer == "save" else answer == "discard"

    def present(self, on: bool) -> None:
        """Show the map alone on the full screen, or everything again."""
        self.menuBar().setVisible(not on)
        self._show_frame(not on)
        if self.workspace is not None:
            self.workspace.show_all_panels(not on)
        self._end_presenting.setEnabled(on)
        self.fill_screen(on)

    def fill_screen(self, on: bool) -> None:
        """Fill the screen, or be as large as before: maximised if it was."""
        full = QtCore.Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | full if on else self.windowState() & ~full)

    def _open(self, make: Callable[[], Session], path: Path | None) -> None:
        try:
            session = make()
        except Trouble as trouble:
            self.asking.tell(trouble)
            return
        if path is not None:
            self.desk.settings.remember(path)
        window = self if self.session is None else self.desk.new_window()
        window.show_session(session)

    def _make_actions(self) -> None:
        self._files, self._edit = FileDeeds(self), EditDeeds(self)
        self._map, self._view = MapDeeds(self), ViewDeeds(self)
        self.shape, style = ShapeDeeds(self, self._edit), StyleDeeds(self, self._edit)
        self.maps = MapMenus(self)
        others = HelpDeeds(self), FindDeeds(self), VersionDeeds(self), self.maps
        groups = (self._files, self._edit, self._view, self._map, self.shape, style, *others)
        deeds = {key: deed for group in groups for key, deed in group.deeds().items()}
        self.actions_by_id = ActionSet(self, deeds, lambda: self.desk.icons)
        self._view.suit()
        self.maps.suit()
        self._end_presenting = QShortcut(QKeySequence("Esc"), self)
        self._end_presenting.setEnabled(False)
        self._end_presenting.activated.connect(self.actions_by_id["present.start"].trigger)

    def _arrange(self) -> None:
        late = {**self.maps.menus(), **self.shape.menus()}
        self.actions_by_id.fill_menu_bar(self.menuBar(), late)
        self._document = ElidedLabel("document")
        self._document.setFixedSize(DOCUMENT_WIDTH, 30)
        align(self._document, ALIGN_TRAILING | ALIGN_V_CENTER)
        self.menuBar().setCornerWidget(self._document)
        self._stack = QStackedWidget()
        self._stack.setObjectName("stack")
        self.setCentralWidget(self._stack)

    def _frame(self) -> None:
        """Make tool bar and status line for the first map; the start page does without."""
        if self.status is not None:
            return
        from editor.window.status_line import StatusLine
        from editor.window.tool_bar import ToolBar

        self._tool_bar = ToolBar(self)
        self.addToolBar(self._tool_bar)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)

    def _show_frame(self, shown: bool) -> None:
        """Show or hide tool bar and status line; a map that has gone is counted no longer."""
        if self._tool_bar is not None and self.status is not None:
            self._tool_bar.setVisible(shown)
            self.status.setVisible(shown)
            self.status.watch(self.workspace)

    def _made_start_page(self) -> StartPage:
        from editor.window.start_page import StartPage

        page = StartPage(self.desk.catalogue, self.desk.thumbnails, self.desk.theme.current)
        page.open_asked.connect(self._files.open)
        page.blank_asked.connect(self._files.new)
        page.map_chosen.connect(self.open_path)
        page.template_chosen.connect(self.open_template)
        page.settled.connect(self.desk.note_open)
        page.settled.connect(self.desk.offer_left)
        return page

    def _show_context_menu(self, ref: str, place: QPoint) -> None:
        """Show what can be done to `ref`, which the view has chosen, at that place of the screen."""
        del ref
        self.actions_by_id.context_menu(self, self.shape.menu).popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find the action that was meant by the place of the keys, on keyboards without Latin letters."""
        action = self.actions_by_id.by_place(event)
        if action is not None and action.isEnabled():
            action.trigger()
        elif not self._view.explains(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name of the map no more than the menus leave."""
        super().resizeEvent(event)
        menus = self.menuBar().sizeHint().width() - self._document.sizeHint().width()
        width = max(min(DOCUMENT_WIDTH, self.width() - menus), 0)
        if width != self._document.width():
            self._document.setFixedWidth(width)
            self.menuBar().setCornerWidget(self._document)  # or the menus do not move up

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let journey files be dropped anywhere on the window, and a table on the start page."""
        if self._files.dropped(event.mimeData()):
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped, once the program that they come from may go on."""
        take_copy(event)
        for path in self._files.dropped(event.mimeData()):
            QtCore.QTimer.singleShot(0, self, partial(self._files.open_dropped, path))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, then remember the window's shape."""
        if not self.may_close_map():
            event.ignore()
            return
        self.desk.settings.set_shape("window", self.saveGeometry())
        if self.workspace is not None:
            self.workspace.close_session()
        self.desk.let_go(self)
        self.deleteLater()
        event.accept()


def take_copy(event: QDropEvent) -> None:
    """Take a file and leave it where it is: who is told that it was moved would remove it."""
    event.setDropAction(QtCore.Qt.DropAction.CopyAction)
    event.accept()


def _document_line(name: str, session: Session | None) -> str:
    """Return what the corner says of the map that goes by `name`: whether it is saved."""
    translate = QCoreApplication.translate
    if not name or session is None:
        return ""
    if session.read_only:
        line = translate("MainWindow", "{name} – read only")
    elif session.path is None:
        line = translate("MainWindow", "{name} – not saved yet")
    elif session.dirty:
        line = translate("MainWindow", "{name} – not saved")
    else:
        line = translate("MainWindow", "{name} – saved")
    return line.format(name=isolated(name))
