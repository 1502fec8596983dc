"""The start of the editor with a window: the application object, its language, fonts and dress."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QSize, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from editor import RESOURCES, SAMPLES, __version__
from editor.app.language import speak
from editor.app.mishaps import Mishaps
from editor.app.places import FONTS, TEMPLATES, TRANSLATIONS, cache_folder, config_folder, state_folder
from editor.app.sitting import Sitting
from editor.app.sweeper import Sweeper
from editor.model.trouble import Trouble
from editor.window.main_window import MainWindow
from editor.window.settings import Settings
from editor.window.theme import WindowTheme

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage

    from editor.files.lock import Holder
    from editor.session.recovering import Recovery
    from editor.session.session import Session
    from editor.window.catalogue import Catalogue
    from editor.window.icons import Icons
    from editor.window.recovery import Offer
    from editor.window.thumbnails import Thumbnails

FONT_SIZE = 10.0
STYLE = "Fusion"
_SIZE = QSize(1440, 900)
_FRAME = QSize(0, 40)
"""What the desktop takes for the title of a window, which Qt does not count."""
_ASIDE = QPoint(32, 32)
"""How far a window stands from the one before."""
JOURNALS = "recovery"
"""The folder in the state folder in which the journals lie."""
SWEEP_AFTER = 2000
"""Milliseconds after which garbage is collected."""


def run(words: list[str]) -> int:
    """Open a window for each file, or one with the start page, and stay until all are closed."""
    application = made_application()
    desktop = Desktop(application)
    desktop.mishaps.watch()
    _end_in_order(desktop)
    desktop.open_all([Path(word) for word in words])
    return application.exec()


def _end_in_order(desktop: Desktop) -> None:
    from editor.app.endings import Endings

    Endings(desktop.leave, desktop.theme).watch()


def made_application() -> QApplication:
    """Return the application; it must be the first Qt object of the process."""
    # Named here, because asking for it later would load Python's side of QStyle with its hundreds of names.
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    # Nothing that the start makes is garbage: looking for some costs a twentieth of the time to first paint.
    QTimer.singleShot(SWEEP_AFTER, Sweeper(application).begin)
    furnish(application)
    return application


def furnish(application: QApplication) -> None:
    """Give the application its name and our font."""
    application.setApplicationName("safar")
    application.setApplicationDisplayName("Safar")
    application.setApplicationVersion(__version__)
    for file in ("Vazirmatn-Regular.ttf", "Vazirmatn-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(FONTS / file))
    font = QFont("Vazirmatn")
    # A desktop may ask for larger letters, never for smaller ones than were designed with.
    font.setPointSizeF(max(FONT_SIZE, application.font().pointSizeF()))
    application.setFont(font)


class Desktop:
    """All windows of the program, and what they share (see `editor.window.desk.Desk`)."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._windows: list[MainWindow] = []
        self.resources = RESOURCES
        self.log_folder = state_folder()
        self.settings = Settings(config_folder() / "safar.json")
        speak(application, self.settings.language(), TRANSLATIONS)
        self.theme = WindowTheme(application, self.settings)
        self.theme.changed.connect(self._dress)
        self.mishaps = Mishaps(self.windows)
        self.sitting = Sitting(self.settings, self.windows)
        self.settings.failed.connect(self._tell_of_settings)
        application.aboutToQuit.connect(self.settings.flush)
        application.commitDataRequest.connect(lambda _: self.keep_for_next_start())

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the start page offers; a map opens without."""
        from editor.window.catalogue import Catalogue

        return Catalogue(self.settings, TEMPLATES, SAMPLES)

    @cached_property
    def thumbnails(self) -> Thumbnails:
        """The pictures of the start page."""
        from editor.window.thumbnails import Thumbnails

        return Thumbnails(cache_folder() / "thumbnails", draw_map)

    @cached_property
    def icons(self) -> Icons:
        """The icons; the start page does without."""
        from editor.window import icons

        return icons.Icons(RESOURCES / "icons" / "icons.json", self.theme.tokens)

    def windows(self) -> list[MainWindow]:
        """Return the windows that are open, the newest last."""
        return list(self._windows)

    def let_go(self, window: MainWindow) -> None:
        """Forget a window that was closed; what the last one showed is opened at the next start."""
        if len(self._windows) == 1:
            self.note_open()
            self.sitting.ending = True
        self._windows.remove(window)
        self.note_open()

    def note_open(self) -> None:
        """Remember what is open, for the next start."""
        self.sitting.note()

    def open_all(self, paths: list[Path]) -> None:
        """Show the first window, with these maps open in it and its like; without any, what was open."""
        missed = self.sitting.resume(self.open_session, self._made_window) if self._resumes(paths) else []
        if not self._windows:
            self._open_first(paths)
        for news in missed:
            first = self._windows[0]
            (first.workspace or first.start_page_shown()).news.say(news)

    def _resumes(self, paths: list[Path]) -> bool:
        return not paths and self.settings.reopens() and bool(self.settings.open_maps())

    def _open_first(self, paths: list[Path]) -> None:
        window = self._made_window()
        for path in paths:
            window.open_path(path)
        if window.workspace is None:
            window.show_start()
        window.show()

    def new_window(self) -> MainWindow:
        """Return one more window, shown, with the start page."""
        window = self._made_window()
        window.show_start()
        window.show()
        return window

    def _made_window(self, shape: QByteArray | None = None) -> MainWindow:
        """Return one more window, in a shape of its own or beside the others."""
        self.sitting.ending = False
        window = MainWindow(self)
        window.resize(_SIZE.boundedTo(window.screen().availableSize() - _FRAME))
        window.restoreGeometry(self.settings.shape("window") if shape is None else shape)
        if shape is None and self._windows:
            _stand_beside(window, self._windows[-1])
        self._windows.append(window)
        return window

    def window_with(self, path: Path) -> MainWindow | None:
        """Return the window in which that file is open, if any is."""
        return next((window for window in self.windows() if _holds(window, path)), None)

    @cached_property
    def recovery(self) -> Recovery:
        """The journals of all maps that are open, and of those that a crash has left."""
        from editor.session.recovering import Recovery

        return Recovery(state_folder() / JOURNALS)

    @cached_property
    def _offer(self) -> Offer:
        from editor.window.recovery import Offer

        return Offer(self)

    def offer_left(self) -> None:
        """Offer what a session that did not end properly has left, if there is anything."""
        shown = [window.workspace for window in self._windows if window.workspace is not None]
        own = {workspace.safety.journal for workspace in shown if workspace.safety is not None}
        if journals_in(state_folder() / JOURNALS) - own or "_offer" in self.__dict__:
            self._offer.renew()

    def open_session(self, path: Path, over: Holder | None = None) -> Session:
        """Return a session with the map in that file, locked, or with what is whole of it; raises Trouble."""
        from editor.session.session import Session

        try:
            return Session.open(path, guarded=True, over=over)
        except Trouble as trouble:
            # Its traceback would keep all that was read until now.
            return _salvaged(path, trouble.with_traceback(None))

    def new_session(self, template: Path) -> Session:
        """Return a session with an unsaved map made from a template; raises Trouble."""
        from editor.session.session import Session

        return Session.from_template(template, guarded=True)

    def keep_for_next_start(self) -> None:
        """See to it that everything unsaved is on the disk, as before the system ends the session."""
        for window in self._windows:
            if window.workspace is not None and window.workspace.safety is not None:
                window.workspace.safety.flush()
        self.note_open()
        self.settings.flush()

    def leave(self, code: int) -> None:
        """End at once, without a question; what is unsaved is offered at the next start."""
        self.note_open()
        self.sitting.ending = True
        for window in self.windows():
            window.let_map_go(leave=True)
            window.close()
        self._application.exit(code)

    def quit(self) -> None:
        """Close all windows; stops where somebody wants to keep one."""
        self.note_open()
        self.sitting.ending = True
        if not all(window.close() for window in self.windows()):
            self.sitting.ending = False
            self.note_open()

    def _tell_of_settings(self, trouble: Trouble) -> None:
        """Say once that settings cannot be kept; the next try is silent."""
        from editor.window.asking import trouble_words
        from editor.window.news import News

        self.settings.failed.disconnect(self._tell_of_settings)
        problem, remedy = trouble_words(trouble)
        text = QCoreApplication.translate("Sitting", "The settings cannot be kept. {problem} {remedy}")
        for window in self._windows[:1]:
            news = (window.workspace or window.start_page_shown()).news
            news.say(News("settings", text.format(problem=problem, remedy=remedy)))

    def _dress(self) -> None:
        if "icons" in self.__dict__:
            self.icons.wear(self.theme.tokens)
        for window in self.windows():
            window.actions_by_id.wear_icons()


def _salvaged(path: Path, trouble: Trouble) -> Session:
    """Return a session with what is whole in a file that cannot be read as it is; raises `trouble`."""
    from editor.files.reading import UPDATE
    from editor.session.session import Session

    if trouble.remedy == UPDATE:
        raise trouble
    try:
        return Session.open_damaged(path, guarded=True)
    except Trouble:
        raise trouble from None


def _stand_beside(window: MainWindow, last: MainWindow) -> None:
    """Put a window a little aside of the last one, no larger than what its screen has left there."""
    room, place = last.screen().availableGeometry(), last.pos() + _ASIDE
    least = window.minimumSize() + _FRAME
    if room.right() + 1 - place.x() < least.width():
        place.setX(room.x())
    if room.bottom() + 1 - place.y() < least.height():
        place.setY(room.y())
    left = QSize(room.right() + 1 - place.x(), room.bottom() + 1 - place.y())
    window.resize(window.size().boundedTo(left - _FRAME))
    window.move(place)


def _holds(window: MainWindow, path: Path) -> bool:
    session = window.session
    return session is not None and session.path is not None and _same(session.path, path)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # a path out of a file may hold what no system takes
        return False


def journals_in(folder: Path) -> frozenset[Path]:
    """Return the recovery journals in a folder that need not exist; loads nothing that reads them."""
    try:
        with os.scandir(folder) as entries:
            return frozenset(Path(entry.path) for entry in entries if entry.name.endswith(".recovery"))
    except OSError:
        # A folder that cannot be read is told by the first journal that cannot be written.
        return frozenset()


def draw_map(path: Path, width: int, height: int) -> QImage:
    """Return the map in that file drawn no larger than width × height pixels; raises Trouble."""
    from editor.canvas.painter import image
    from editor.files.reading import read
    from editor.session.drawing import map_layout

    picture = map_layout().lay_out(read(path).journey)
    scale = min(width / picture.width, height / picture.height)
    return image(picture, max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
