"""What there is to say about the file of an open map: changed, gone, somebody else's, damaged, newer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.window.asking import trouble_words
from editor.window.counting import counted
from editor.window.file_choices import FileChoices
from editor.window.moments import moment
from editor.window.news import Choice, News

if TYPE_CHECKING:
    from editor.files.lock import Holder
    from editor.model.trouble import Trouble
    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace

translate = QCoreApplication.translate


class FileNews:
    """Says in the bar of a workspace what its file is up to, with what can be done about it."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window, self._workspace = window, workspace
        self._session = workspace.session
        self._choices = FileChoices(window, workspace)

    def greet(self) -> None:
        """Say what was found out when the map was opened."""
        session = self._session
        if session.state in ("newer", "migrated"):
            self._say("state", _of_version(session.state))
        elif session.state == "damaged":
            self._tell_of_damage()
        if session.holder is not None:
            self._tell_of_holder(session.holder)
        elif session.lock_problem is not None and not session.read_only:
            problem, remedy = trouble_words(session.lock_problem)
            text = translate("FileNews", "You can look at this map, but not save it here. {problem} {remedy}")
            self._say("lock", text.format(problem=problem, remedy=remedy), self._save_as())

    def look(self) -> None:
        """Compare the file with what the session knows of it, and say what has happened to it."""
        if self._session.state == "ok":
            self._workspace.news.take_back("state")
        if not self._session.dirty:
            self._workspace.news.take_back("recovered")
        state = self._session.on_disk()
        if state == "same":
            self._workspace.news.take_back("disk")
        elif state == "changed":
            self._say("disk", self._changed(), *self._what_to_do(), grave=True)
        elif state == "gone" and self._session.path is not None:
            text = translate("FileNews", "“{name}” is no longer in its place. Saving puts it there again.")
            save = Choice(translate("FileNews", "Save"), self._window.actions_by_id["file.save"].trigger)
            self._say("disk", text.format(name=self._session.path.name), save, self._save_as(), grave=True)
        elif state == "unreadable":
            text = translate("FileNews", "The file of this map can no longer be read.")
            self._say("disk", text, self._save_as(), grave=True)

    def tell_of_journal(self, trouble: Trouble) -> None:
        """Say that what is done is not kept for a recovery at the moment, and why."""
        problem, remedy = trouble_words(trouble)
        text = translate("FileNews", "What you change is not kept for a recovery now. {problem} {remedy}")
        save = Choice(translate("FileNews", "Save now"), self._window.actions_by_id["file.save"].trigger)
        self._say("journal", text.format(problem=problem, remedy=remedy), save, grave=True)

    def _say(self, key: str, text: str, *choices: Choice, grave: bool = False) -> None:
        self._workspace.news.say(News(key, text, choices, grave))

    def _changed(self) -> str:
        if self._session.dirty:
            return translate(
                "FileNews", "Another program has changed this file, and you have unsaved changes."
            )
        return translate("FileNews", "Another program has changed this file.")

    def _what_to_do(self) -> tuple[Choice, ...]:
        do = self._choices
        reload = Choice(translate("FileNews", "Reload"), do.reload)
        differences = Choice(translate("FileNews", "Show differences…"), do.show_differences)
        if self._session.read_only:
            return reload, differences
        keep = Choice(translate("FileNews", "Keep mine"), do.keep_mine)
        copy = Choice(translate("FileNews", "Save a copy…"), do.save_copy)
        return reload, keep, copy, differences

    def _save_as(self) -> Choice:
        return Choice(translate("FileNews", "Save as…"), self._window.actions_by_id["file.save_as"].trigger)

    def _tell_of_damage(self) -> None:
        lost, original = len(self._session.lost), self._session.original
        pattern = translate(
            "FileNews",
            "“{name}” is damaged. What is whole is open here; {n} piece is lost. The file stays as it is."
            "|“{name}” is damaged. What is whole is open here; {n} pieces are lost. The file stays as it is.",
        )
        name = original.name if original is not None else ""
        show = Choice(translate("FileNews", "What is lost…"), self._choices.show_lost)
        text = counted(pattern.replace("{name}", "\0"), lost).replace("\0", name)
        self._say("state", text, *((show,) if lost else ()), self._save_as(), grave=True)

    def _tell_of_holder(self, holder: Holder) -> None:
        text = _of_holder(holder).format(
            user=holder.process.user, host=holder.process.host, since=moment(holder.since)
        )
        copy = Choice(translate("FileNews", "Work on a copy…"), self._choices.work_on_copy)
        if holder.certain:
            last = Choice(translate("FileNews", "Try again"), self._choices.reopen)
        else:
            last = Choice(translate("FileNews", "Take it over"), lambda: self._choices.reopen(holder))
        self._say("holder", text, copy, last, grave=True)


def _of_version(state: str) -> str:
    if state == "newer":
        return translate(
            "FileNews",
            "A newer version of Safar made this map. You can read and export it here, not change it.",
        )
    return translate("FileNews", "An older version of Safar made this map. Saving it brings it up to date.")


def _of_holder(holder: Holder) -> str:
    if holder.certain:
        return translate(
            "FileNews",
            "{user} has had this map open on {host} since {since}. Here you can only look at it.",
        )
    return translate(
        "FileNews",
        "{user} opened this map on {host} at {since}, perhaps it is open there still. "
        "Here you can only look at it.",
    )
