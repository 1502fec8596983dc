"""What there is to say about the file of an open map: changed, gone, somebody else's, damaged, newer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.window.asking import trouble_words
from editor.window.news import Choice, News

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from editor.model.trouble import Trouble
    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace


def look(window: MainWindow, workspace: Workspace) -> None:
    """Compare the map's file with what is known of it."""
    del window, workspace


def tell_of_journal(window: MainWindow, workspace: Workspace, trouble: Trouble) -> None:
    """Say that what is done is not kept for a recovery at the moment, and why."""
    problem, remedy = trouble_words(trouble)
    text = translate("FileNews", "What you change is not being kept for a recovery now. {problem} {remedy}")
    save = Choice(translate("FileNews", "Save now"), window.actions_by_id["file.save"].trigger)
    workspace.news.say(News("journal", text.format(problem=problem, remedy=remedy), (save,), grave=True))
