"""Watches what is done to an open map, so that a version of it is kept before risky steps."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from editor.history.steps import Deed
    from editor.model.trouble import Trouble
    from editor.session.versions import Versions
    from editor.window.workspace import Workspace


class VersionWatch(QObject):
    """Has the versions of a workspace's map; they are loaded with the first deed, not with the map."""

    lost = Signal(object)

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        super().__init__(workspace)
        self._workspace, self._folder = workspace, folder
        self._unfollow = workspace.session.history.follow(self._look)
        # A signal, because versions are written on a thread of their own.
        self.lost.connect(self._tell)

    @cached_property
    def versions(self) -> Versions:
        """The versions of the map: those that are kept by themselves, and those that somebody names."""
        from editor.session.versions import Versions

        return Versions(self._workspace.session, self._folder, self.lost.emit)

    def end(self) -> None:
        """Stop with the map; waits for what is still to be written."""
        self._unfollow()
        if "versions" in self.__dict__:
            self.versions.close()

    def _look(self, deed: Deed) -> None:
        self.versions.look(deed)

    def _tell(self, trouble: Trouble) -> None:
        """Say why nothing could be kept before a risky step; the map itself is as it was."""
        from editor.window.asking import trouble_words
        from editor.window.news import News

        problem, remedy = trouble_words(trouble)
        text = self.tr("No version could be kept before the last step. {problem} {remedy}")
        self._workspace.news.say(News("version", text.format(problem=problem, remedy=remedy), grave=True))
