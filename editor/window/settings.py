"""What the window remembers between two days: theme, sizes, panels, recent files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

THEMES = ("system", "light", "dark")
MOST_RECENT = 12


class Settings:
    """The user's settings, kept as an INI file; what is missing or wrong falls back to the usual."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def theme(self) -> str:
        """Return the chosen window theme, one of THEMES."""
        named = str(self._store.value("window/theme", "system"))
        return named if named in THEMES else "system"

    def set_theme(self, name: str) -> None:
        """Remember the chosen theme."""
        self._store.setValue("window/theme", name)

    def language(self) -> str:
        """Return the chosen language of the window as a tag, or empty for the system's."""
        return str(self._store.value("window/language", ""))

    def shape(self, name: str) -> QByteArray:
        """Return a remembered geometry or splitter state, empty when there is none."""
        value = self._store.value(f"shape/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_shape(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._store.setValue(f"shape/{name}", state)

    def shown(self, panel: str) -> bool:
        """Tell whether a panel is wanted; all are until somebody hides them."""
        return str(self._store.value(f"panels/{panel}", "true")) == "true"

    def set_shown(self, panel: str, shown: bool) -> None:
        """Remember whether a panel is wanted."""
        self._store.setValue(f"panels/{panel}", "true" if shown else "false")

    def recent(self) -> tuple[Path, ...]:
        """Return the maps opened lately, the last one first."""
        stored = self._store.value("files/recent", [])
        names = stored if isinstance(stored, list) else [stored]
        paths = [Path(name) for name in names if isinstance(name, str) and name and "\0" not in name]
        return tuple(paths[:MOST_RECENT])

    def remember(self, path: Path) -> None:
        """Put `path` at the head of the recent maps."""
        others = [known for known in self.recent() if known != path]
        self._set_recent([path, *others])

    def forget(self, path: Path) -> None:
        """Take `path` from the recent maps."""
        self._set_recent([known for known in self.recent() if known != path])

    def _set_recent(self, paths: list[Path]) -> None:
        self._store.setValue("files/recent", [str(path) for path in paths[:MOST_RECENT]])
