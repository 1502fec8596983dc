"""One open journey: its history, its file, its picture, and those who follow it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from editor.files.format import dumps
from editor.files.reading import Opened, State, read
from editor.files.writing import replace
from editor.history.history import History
from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.trouble import Trouble
from editor.picture.frame import Picture
from editor.session.gesture import SessionGesture
from editor.session.quiet import collector_paused

Layout = Callable[[Journey], Picture]
Observer = Callable[[Change], None]


class Session:
    """Everything a window needs of one journey; knows no widget.

    Observers are told every change made to the journey, and an empty change when only the session's own
    state (path, saved or not, what can be undone) is another.
    """

    def __init__(
        self, journey: Journey, layout: Layout, *, path: Path | None = None, state: State = "ok"
    ) -> None:
        self._layout = layout
        self._path = path
        self._state: State = state
        self._history = History(journey)
        self._journey = journey
        self._saved = self._history.latest
        self._picture: Picture | None = None
        self._observers: list[Observer] = []

    @classmethod
    def open(cls, path: Path, layout: Layout | None = None) -> Session:
        """Return a session with the journey in that file; raises Trouble. No layout means the usual one."""
        opened = _read(path)
        return cls(opened.journey, layout or _usual_layout(), path=path, state=opened.state)

    @classmethod
    def from_template(cls, path: Path, layout: Layout | None = None) -> Session:
        """Return a session with an unsaved journey that begins as the one in that file; raises Trouble."""
        return cls(_read(path).journey, layout or _usual_layout())

    @property
    def journey(self) -> Journey:
        """The journey as it is now; change it through `do` and `gesture` only."""
        return self._journey

    @property
    def history(self) -> History:
        """What was done; to be looked at, not to be used past the session."""
        return self._history

    @property
    def path(self) -> Path | None:
        """The file of the journey, None until it is saved."""
        return self._path

    @property
    def state(self) -> State:
        """How the file was read: ok, migrated from an older version, or written by a newer one."""
        return self._state

    @property
    def read_only(self) -> bool:
        """Whether the journey may only be looked at, because a newer version wrote it."""
        return self._state == "newer"

    @property
    def dirty(self) -> bool:
        """Whether there are steps that the file does not have, or has too many."""
        return self._history.latest is not self._saved

    @property
    def title(self) -> str:
        """The map's title; the file's name where it has none."""
        return self._journey.map.title or (self._path.stem if self._path else "")

    @property
    def picture(self) -> Picture:
        """The drawing of the journey as it is now, laid out when first asked for after a change."""
        if self._picture is None:
            with collector_paused():
                self._picture = self._layout(self._journey)
        return self._picture

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Tell `observer` of every change from now on; call what is returned to end it."""
        self._observers.append(observer)

        def unsubscribe() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return unsubscribe

    def do(self, label: str, change: Change) -> Change:
        """Make `change` as one step under the name `label`; raises Misfit, or Trouble if read-only."""
        self._check_editable()
        return self._tell(self._history.do(label, change))

    def undo(self) -> Change:
        """Take back the latest step, or the gesture under way."""
        return self._tell(self._history.undo())

    def redo(self) -> Change:
        """Do again what was undone last."""
        return self._tell(self._history.redo())

    def gesture(self, label: str) -> SessionGesture:
        """Begin a gesture, to be ended by `commit` or `cancel`; raises Trouble if read-only."""
        self._check_editable()
        return SessionGesture(self._history.gesture(label), self._tell)

    def save(self, path: Path | None = None) -> None:
        """Write the journey to its file, or to `path`, which becomes its file; raises Trouble."""
        target = path or self._path
        if target is None:
            raise Trouble("The map has no file yet.", "Save it under a name.")
        self._check_editable()
        self.save_copy(target)
        self._path = target
        self._state = "ok"
        self._saved = self._history.latest
        self._tell(Change())

    def save_copy(self, path: Path) -> None:
        """Write the journey as it is now to `path` and leave everything else as it is; raises Trouble."""
        replace(path, dumps(self._journey.records()))

    def _check_editable(self) -> None:
        if self.read_only:
            raise Trouble(
                "The map was made by a newer version of Safar and can only be looked at here.",
                "Open it with a newer version of Safar to change it.",
                place=str(self._path or ""),
            )

    def _tell(self, change: Change) -> Change:
        if change:
            self._picture = None
        for observer in tuple(self._observers):
            observer(change)
        return change


def _read(path: Path) -> Opened:
    with collector_paused():
        return read(path)


def _usual_layout() -> Layout:
    # The text engine brings Qt with it: not everybody who has a session draws.
    from editor.session.drawing import map_layout

    return map_layout().lay_out
