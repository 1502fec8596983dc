"""What can be done about the file of an open map when the bar says that something is the matter with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.model.trouble import Trouble
from editor.window.news import News

if TYPE_CHECKING:
    from pathlib import Path

    from editor.files.lock import Holder
    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace

translate = QCoreApplication.translate


class FileChoices:
    """Does what the buttons in the bar of one workspace offer."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window, self._workspace = window, workspace
        self._session = workspace.session

    def reload(self) -> None:
        """Take over the file as it is now, as a step that can be undone."""
        self._workspace.settle()
        try:
            self._session.reload(str(QT_TRANSLATE_NOOP("Steps", "Reload the file")))
        except Trouble as trouble:
            self._window.asking.tell(trouble)
            return
        self._workspace.news.take_back("disk")

    def keep_mine(self) -> None:
        """Let the next save overwrite what another program wrote; that stays as a version and the backup."""
        self._workspace.watch.versions.keep_file()
        self._session.keep_mine()
        self._workspace.news.take_back("disk")

    def save_copy(self) -> Path | None:
        """Ask for a name and write the map there as it is now; return the file, if there is one."""
        self._workspace.settle()
        path = self._window.asking.save_name(self._suggested())
        if path is None:
            return None
        try:
            self._session.save_copy(path)
        except Trouble as trouble:
            self._window.asking.tell(trouble)
            return None
        text = translate("FileNews", "A copy was saved as {file}.").format(file=path)
        self._workspace.news.say(News("copy", text))
        return path

    def work_on_copy(self) -> None:
        """Save a copy and go on with that, in this window."""
        path = self.save_copy()
        if path is not None:
            self.reopen(path=path)

    def reopen(self, over: Holder | None = None, path: Path | None = None) -> None:
        """Open the map again, taking it from who holds it; or open another in its place."""
        target = path or self._session.path
        if target is None:
            return
        window = self._window
        window.let_map_go()
        window.open_path(target, over)
        if window.session is None:
            window.show_start()

    def show_differences(self) -> None:
        """List what is another in the file than here, element by element."""
        from editor.window.changed_dialog import changed_sheet

        try:
            changed_sheet(self._window, self._session).open()
        except Trouble as trouble:
            self._window.asking.tell(trouble)

    def show_lost(self) -> None:
        """List what is lost of a damaged file."""
        from editor.window.changed_dialog import lost_sheet

        lost_sheet(self._window, self._session.lost).open()

    def _suggested(self) -> Path:
        own = self._session.path
        if own is None:
            from editor.window.file_deeds import FileDeeds

            return FileDeeds(self._window).suggested(".journey")
        name = translate("FileNews", "{name} (copy)").format(name=own.stem)
        return own.with_name(name + own.suffix)


def may_overwrite(window: MainWindow, path: Path) -> bool:
    """Ask before a save to `path` would overwrite what another program wrote; tell whether to go on."""
    workspace = window.opened
    session = workspace.session
    if session.path is None or not _same(path, session.path) or not session.changed_on_disk():
        return True
    answer = window.asking.changed(path.name)
    if answer == "overwrite":
        FileChoices(window, workspace).keep_mine()
    elif answer == "copy":
        FileChoices(window, workspace).save_copy()
    return answer == "overwrite"


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
