"""What the window remembers between two days: theme, sizes, panels, recent files, where one was in a map."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.model.trouble import Trouble

THEMES = ("system", "light", "dark")
MOST_RECENT = 12
MOST_PLACES = 60
FARTHEST = 1e6
"""Points from the edge of a sheet, beyond all maps."""
LONGEST_PATH, LONGEST_NAME = 4095, 255
"""Bytes; systems refuse to look for longer ones."""
DELAY = 300
"""Milliseconds after which what was set is written, all at once and off the user's way."""


class Place(NamedTuple):
    """Where one was in a map: the zoom, and the sheet's point in the middle of the upper edge."""

    zoom: float
    x: float
    y: float


class OpenMap(NamedTuple):
    """A map that was open, and the shape of its window."""

    path: Path
    shape: QByteArray


class Settings(QObject):
    """The user's settings, kept as a JSON file; what is missing or wrong falls back to the usual.

    They are written by the safe writer on a thread of its own. Only what was set here is written, so that
    two programs at once keep what the other one has set. `failed` carries the Trouble of a write.
    """

    failed = Signal(object)
    _missed = Signal(object)

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self._known = _read(file)
        self._set: dict[str, Any] = {}
        self._writing = Lock()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DELAY)
        self._later.timeout.connect(self._write_aside)
        # Through a slot of our own: from the writer's thread to that of the windows.
        self._missed.connect(self._tell)

    def flush(self) -> None:
        """Write what is still to be written, now."""
        self._later.stop()
        self._write()

    def theme(self) -> str:
        """Return the chosen window theme, one of THEMES."""
        named = self._known.get("theme")
        return named if named in THEMES else "system"

    def set_theme(self, name: str) -> None:
        """Remember the chosen theme."""
        self._keep("theme", name)

    def language(self) -> str:
        """Return the chosen language of the window as a tag, or empty for the system's."""
        return str(self._known.get("language", ""))

    def shape(self, name: str) -> QByteArray:
        """Return a remembered geometry or splitter state, empty when there is none."""
        return _bytes(self._known.get(f"shape/{name}"))

    def set_shape(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._keep(f"shape/{name}", _text(state))

    def shown(self, panel: str) -> bool:
        """Tell whether a panel is wanted; all are until somebody hides them."""
        return self._known.get(f"panel/{panel}") is not False

    def set_shown(self, panel: str, shown: bool) -> None:
        """Remember whether a panel is wanted."""
        self._keep(f"panel/{panel}", shown)

    def export_choices(self) -> dict[str, str]:
        """Return what was chosen for the last export: names of choices and their values."""
        known = self._known.get("export")
        found = known if isinstance(known, dict) else {}
        return {str(name): value for name, value in found.items() if isinstance(value, str)}

    def set_export_choices(self, chosen: Mapping[str, str]) -> None:
        """Remember what was chosen for an export."""
        self._keep("export", dict(chosen))

    def recent(self) -> tuple[Path, ...]:
        """Return the maps opened lately, the last one first."""
        names = [name for name in _texts(self._known.get("recent")) if _may_be(name)]
        return tuple(Path(name) for name in names[:MOST_RECENT])

    def remember(self, path: Path) -> None:
        """Put `path` at the head of the recent maps."""
        self._set_recent([path, *(known for known in self.recent() if known != path)])

    def forget(self, path: Path) -> None:
        """Take `path` from the recent maps."""
        self._set_recent([known for known in self.recent() if known != path])

    def reopens(self) -> bool:
        """Tell whether the next start opens what was open at the end."""
        return self._known.get("reopen") is not False

    def set_reopens(self, reopens: bool) -> None:
        """Remember whether the next start opens what was open at the end."""
        self._keep("reopen", reopens)

    def open_maps(self) -> tuple[OpenMap, ...]:
        """Return the maps that were open, the oldest window first."""
        rows = self._known.get("open")
        pairs = [_texts(row) for row in rows] if isinstance(rows, list) else []
        whole = [row for row in pairs if len(row) == 2 and _may_be(row[0])]
        return tuple(OpenMap(Path(row[0]), _bytes(row[1])) for row in whole[:MOST_RECENT])

    def set_open_maps(self, maps: tuple[OpenMap, ...]) -> None:
        """Remember what is open."""
        self._keep("open", [[str(one.path), _text(one.shape)] for one in maps])

    def place(self, path: Path) -> Place | None:
        """Return where one was in a map, None where nobody moved."""
        row = self._places().get(str(path))
        whole = isinstance(row, list) and len(row) == 3 and all(map(_is_measure, row))
        return Place(*row) if whole else None

    def set_place(self, path: Path, place: Place | None) -> None:
        """Remember where one is in a map; the map left longest ago is forgotten."""
        places = {key: row for key, row in self._places().items() if key != str(path)}
        if place is not None:
            places[str(path)] = list(place)
        self._keep("places", dict(list(places.items())[-MOST_PLACES:]))

    def _places(self) -> dict[str, Any]:
        known = self._known.get("places")
        return known if isinstance(known, dict) else {}

    def _set_recent(self, paths: list[Path]) -> None:
        self._keep("recent", [str(path) for path in paths[:MOST_RECENT]])

    def _keep(self, key: str, value: Any) -> None:
        if self._known.get(key) != value:
            self._known[key] = self._set[key] = value
            if QCoreApplication.instance() is not None:
                self._later.start()

    def _write_aside(self) -> None:
        Thread(target=self._write, name="settings").start()

    def _write(self) -> None:
        from editor.model.trouble import Trouble

        with self._writing:
            what, self._set = self._set, {}
            try:
                if what:
                    _add(self.file, what)
            except Trouble as trouble:
                self._set = {**what, **self._set}
                self._missed.emit(trouble)

    def _tell(self, trouble: Trouble) -> None:
        self.failed.emit(trouble)


def _add(file: Path, what: dict[str, Any]) -> None:
    """Set `what` in a file of settings and leave the others as they are; raises Trouble."""
    from editor.files.causes import told
    from editor.files.writing import replace

    with told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        # One that is there and cannot be read must not be taken for an empty one.
        before = _parsed(file.read_bytes()) if file.exists() else {}
        text = json.dumps({**before, **what}, ensure_ascii=False, indent=1, sort_keys=True)
        replace(file, text.encode("utf-8", "surrogateescape"))


def _read(file: Path) -> dict[str, Any]:
    """Return what a file of settings holds; nothing where there is none or none that can be read."""
    try:
        return _parsed(file.read_bytes())
    except OSError:
        return {}


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        known = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str) and one] if isinstance(value, list) else []


def _is_measure(value: Any) -> bool:
    return type(value) in (int, float) and abs(value) < FARTHEST


def _may_be(name: str) -> bool:
    """Tell whether a file can have this path at all."""
    path = name.encode("utf-8", "replace")
    fits = len(path) <= LONGEST_PATH and max(map(len, path.split(b"/"))) <= LONGEST_NAME
    return bool(name) and "\0" not in name and fits


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: Any) -> QByteArray:
    return QByteArray.fromBase64(text.encode("utf-8")) if isinstance(text, str) else QByteArray()
