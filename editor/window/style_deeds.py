"""Copies and pastes the style of elements, and copies what is selected as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.window.edit_deeds import EditDeeds
    from editor.window.main_window import MainWindow

noop = QT_TRANSLATE_NOOP


class StyleDeeds:
    """What the Edit menu does with looks; what it needs is loaded with the first use."""

    def __init__(self, window: MainWindow, edit: EditDeeds) -> None:
        self._window, self._edit = window, edit

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action does."""
        return {
            "edit.copy_style": self.copy_style,
            "edit.paste_style": self.paste_style,
            "edit.copy_picture": self.copy_picture,
        }

    def copy_style(self) -> None:
        """Put the style of what was selected last on the clipboard."""
        from editor.session.styling import MIME, style_of
        from editor.window.clipboard import put_as

        workspace = self._window.settled()
        style = next((s for key in reversed(workspace.chosen()) if (s := self._style(key, style_of))), b"")
        if style:
            put_as({MIME: style})

    def paste_style(self) -> None:
        """Give the style on the clipboard to all that is selected and of its kind."""
        from editor.model.trouble import Trouble
        from editor.session.styling import MIME, plan_style
        from editor.window.clipboard import bytes_of

        style = bytes_of(MIME)
        if style:
            keys = self._window.settled().chosen()
            self._edit.do(
                noop("Steps", "Paste style"), lambda plans: plan_style(style, keys, plans.ids.new("seed"))
            )
        else:
            self._window.opened.refuse(Trouble("No style has been copied yet.", "Copy one first."))

    def copy_picture(self) -> None:
        """Put a picture of what is selected on the clipboard, of the whole map if nothing is."""
        from editor.model.trouble import Trouble
        from editor.session.cutout import drawn
        from editor.window.clipboard import put_picture

        workspace = self._window.settled()
        session = workspace.session
        try:
            png, svg = drawn(session.journey, session.picture, workspace.chosen())
        except Trouble as trouble:
            workspace.refuse(trouble)
            return
        put_picture(png, svg)

    def _style(self, key: str, style_of: Callable[..., bytes]) -> bytes:
        return style_of(self._window.opened.session.journey, key)
