"""Offers what a session that did not end properly has left: on the start page, and in the bar over a map.

Nothing is offered in the way of anything: who does not care now is asked again at the next start.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.canvas.painter import image
from editor.model.trouble import Trouble
from editor.session.drawing import map_layout
from editor.session.pathsafe import file_name
from editor.session.session import Session
from editor.window.counting import counted
from editor.window.moments import moment
from editor.window.news import Choice, News
from editor.window.recovery_list import RecoveryList, title_of
from editor.window.recovery_sheet import RecoverySheet

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from editor.session.recovering import Recoverable
    from editor.window.desk import Desk
    from editor.window.main_window import MainWindow

translate = QCoreApplication.translate
OWN, OTHERS = "recovery", "recoveries"
"""Keys of the news about the map of a window, and about others."""


class Offer:
    """What was left, and where it is offered in the windows of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._put_off: set[Path] = set()

    def renew(self) -> None:
        """Look what is left now and offer that, in the place of what was offered before."""
        windows = self._desk.windows()
        left = self._found(windows)
        for window in windows:
            if window.session is not None:
                window.opened.news.take_back(OWN)
                window.opened.news.take_back(OTHERS)
            if (sheet := window.findChild(RecoverySheet)) is not None:
                sheet.show_left(left)
        owners = {one.file: self._owner(one) for one in left}
        for one in left:
            if (owner := owners[one.file]) is not None:
                self._offer_own(owner, one)
        self._offer_others(windows, tuple(one for one in left if owners[one.file] is None))

    def list_in(self, window: MainWindow) -> RecoveryList:
        """Return an empty list whose rows do in `window` what they are asked to."""
        made = RecoveryList(self._draw)
        made.recover_asked.connect(lambda one: self.recover(window, one))
        made.copy_asked.connect(lambda one: self.save_copy(window, made, one))
        made.discard_asked.connect(lambda one: self.discard(window, one))
        return made

    def recover(self, window: MainWindow, left: Recoverable) -> None:
        """Open a map as it was: in the window that has its file, in `window`, or in a new one."""
        target = self._owner(left)
        if target is not None and not target.may_close_map():
            return
        target = target or (window if window.session is None else self._desk.new_window())
        # Its lock would keep the recovered map from being edited.
        target.let_map_go()
        try:
            session, recorder = self._desk.recovery.open(left, map_layout().lay_out, guarded=True)
        except Trouble as trouble:
            target.show_start()
            target.asking.tell(trouble)
            return
        target.show_session(session, recorder)
        target.raise_()
        self._tell_of_recovered(target, left)
        self.renew()

    def save_copy(self, window: MainWindow, listed: RecoveryList, left: Recoverable) -> None:
        """Write a map as it was to another file; it is still offered."""
        folder = left.path.parent if left.path is not None else Path.home()
        path = window.asking.save_name(folder / file_name(title_of(left), ".journey"))
        if path is None:
            return
        try:
            Session(self._desk.recovery.preview(left), map_layout().lay_out).save_copy(path)
        except Trouble as trouble:
            window.asking.tell(trouble)
            return
        listed.tell(left, translate("Recovery", "A copy was saved as {file}.").format(file=path))

    def discard(self, window: MainWindow, left: Recoverable) -> None:
        """Offer a map no longer, if somebody is sure; its journal goes to the kept ones."""
        if not window.asking.give_up(title_of(left)):
            return
        try:
            self._desk.recovery.discard(left)
        except Trouble as trouble:
            window.asking.tell(trouble)
        self.renew()

    def show(self, window: MainWindow) -> None:
        """Show all that was left on a sheet."""
        sheet = window.findChild(RecoverySheet) or RecoverySheet(window, self.list_in(window))
        sheet.show_left(self._found([window]))
        sheet.show()
        sheet.raise_()

    def _found(self, windows: list[MainWindow]) -> tuple[Recoverable, ...]:
        try:
            return self._desk.recovery.found()
        except Trouble as trouble:
            for window in windows[:1]:
                window.asking.tell(trouble)
            return ()

    def _owner(self, left: Recoverable) -> MainWindow | None:
        return self._desk.window_with(left.path) if left.path is not None else None

    def _draw(self, left: Recoverable, width: int, height: int) -> QImage:
        picture = map_layout().lay_out(self._desk.recovery.preview(left))
        scale = min(width / picture.width, height / picture.height)
        return image(picture, max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))

    def _offer_own(self, window: MainWindow, left: Recoverable) -> None:
        """Offer what was left of the map that is open in a window."""
        pattern = translate(
            "Recovery",
            "{n} step is not in this file: Safar ended before it was saved (last at {when})."
            "|{n} steps are not in this file: Safar ended before they were saved (last at {when}).",
        )
        text = counted(pattern.replace("{when}", "\0"), left.steps).replace("\0", moment(left.changed))
        recover = Choice(translate("Recovery", "Recover"), lambda: self.recover(window, left))
        self._say(window, OWN, text, (left,), *((recover,) if left.readable else ()))

    def _offer_others(self, windows: list[MainWindow], left: tuple[Recoverable, ...]) -> None:
        """Offer maps that are open in no window on the start pages; where there is none, in the first bar."""
        pages = [window for window in windows if window.session is None and window.start_page is not None]
        for window in pages:
            window.start_page_shown().offer(left, partial(self.list_in, window))
        if left and windows and not pages:
            pattern = translate(
                "Recovery",
                "{n} more map holds steps that were not saved when Safar ended."
                "|{n} more maps hold steps that were not saved when Safar ended.",
            )
            self._say(windows[0], OTHERS, counted(pattern, len(left)), left)

    def _say(
        self, window: MainWindow, key: str, text: str, left: tuple[Recoverable, ...], *more: Choice
    ) -> None:
        """Say it unless all of it was put off before."""
        files = {one.file for one in left}
        if files <= self._put_off:
            return
        show = Choice(translate("Recovery", "Show…"), lambda: self.show(window))
        later = Choice(translate("Recovery", "Later"), lambda: self._put(window, key, files))
        window.opened.news.say(News(key, text, (*more, show, later)))

    def _put(self, window: MainWindow, key: str, files: set[Path]) -> None:
        self._put_off |= files
        window.opened.news.take_back(key)

    def _tell_of_recovered(self, window: MainWindow, left: Recoverable) -> None:
        workspace = window.opened
        text = translate("Recovery", "Recovered as it was at {when}. It is not saved yet.")
        save = Choice(translate("Recovery", "Save"), window.actions_by_id["file.save"].trigger)
        workspace.news.say(News("recovered", text.format(when=moment(left.changed)), (save,)))
        if workspace.safety is not None:
            workspace.safety.look()
