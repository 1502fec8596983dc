"""The theme the window wears: light or dark as chosen, or as the desktop is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette

from editor.window.style import palette, sheet
from editor.window.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from editor.window.settings import Settings
    from editor.window.tokens import Tokens


class WindowTheme(QObject):
    """Dresses the application and tells when it changes clothes."""

    changed = Signal()

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self.tokens = self._wanted()
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._follow)

    def name(self) -> str:
        """Return the choice: "system", "light" or "dark"."""
        return self._settings.theme()

    def choose(self, name: str) -> None:
        """Wear the theme called `name` and remember it."""
        self._settings.set_theme(name)
        self._follow()

    def current(self) -> Tokens:
        """Return the tokens worn now."""
        return self.tokens

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self.tokens:
            self.tokens = wanted
            self._dress()
            self.changed.emit()

    def _wanted(self) -> Tokens:
        name = self._settings.theme()
        if name == "system":
            return DARK if desktop_is_dark(self._application) else LIGHT
        return DARK if name == "dark" else LIGHT

    def _dress(self) -> None:
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(sheet(self.tokens))


def desktop_is_dark(application: QApplication) -> bool:
    """Tell what the desktop wears: by its palette as long as it is not dressed over with our own."""
    if application.styleSheet():
        return application.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
    # At the start the palette tells as much, and the name of a scheme is dear (see `plain_numbers`).
    palette, role = application.palette(), QPalette.ColorRole
    return palette.color(role.Window).lightness() < palette.color(role.WindowText).lightness()
