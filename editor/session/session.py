"""One open journey: its history, its file, its picture, and those who follow it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from editor.files.format import dumps
from editor.files.limits import LARGEST_FILE
from editor.files.lock import Holder
from editor.files.reading import Lost, Opened, State, content_of, digest, read
from editor.files.salvage import salvage
from editor.files.writing import replace
from editor.history.history import History
from editor.model.change import Change, difference
from editor.model.journey import Journey
from editor.model.trouble import Trouble
from editor.picture.frame import Picture
from editor.session.gesture import SessionGesture
from editor.session.hold import Base, Hold, OnDisk
from editor.session.quiet import collector_paused

Layout = Callable[[Journey], Picture]
Observer = Callable[[Change], None]


class Session:
    """Everything a window needs of one journey; knows no widget.

    Observers are told every change made to the journey, and an empty change when only the session's own
    state (path, saved or not, what can be undone) is another.
    """

    def __init__(
        self,
        journey: Journey,
        layout: Layout,
        *,
        path: Path | None = None,
        state: State = "ok",
        hold: Hold | None = None,
        lost: tuple[Lost, ...] = (),
    ) -> None:
        self._layout = layout
        self._hold = hold or Hold(Base(path) if path else None)
        self._state: State = state
        self.lost = lost
        self._history = History(journey)
        self._journey = journey
        self._saved = self._history.latest
        self._picture: Picture | None = None
        self._observers: list[Observer] = []
        self._prepare: Callable[[], None] | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        layout: Layout | None = None,
        *,
        guarded: bool = False,
        over: Holder | None = None,
    ) -> Session:
        """Return a session with the journey in that file; raises Trouble. No layout means the usual one.

        `guarded` takes the file's lock until `close`; if somebody else has it the session is read-only and
        says who (`holder`), unless it is `over`, from whom it is taken away.
        """
        hold = Hold.on(path, over) if guarded else Hold()
        try:
            opened = _read(path)
        except BaseException:
            hold.release()
            raise
        hold.base = Base(path, opened.digest)
        return cls(opened.journey, layout or _usual_layout(), state=opened.state, hold=hold)

    @classmethod
    def open_damaged(cls, path: Path, layout: Layout | None = None, *, guarded: bool = False) -> Session:
        """Return a session with what is whole in a damaged file; raises Trouble if nothing is.

        `lost` says what is not. The session has no path: the damaged file is never overwritten.
        """
        opened = salvage(content_of(path), str(path))
        hold = Hold(original=path, guarded=guarded)
        layout = layout or _usual_layout()
        return cls(opened.journey, layout, state=opened.state, hold=hold, lost=opened.lost)

    @classmethod
    def from_template(cls, path: Path, layout: Layout | None = None, *, guarded: bool = False) -> Session:
        """Return a session with an unsaved journey that begins as the one in that file; raises Trouble."""
        return cls(_read(path).journey, layout or _usual_layout(), hold=Hold(guarded=guarded))

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
        return self._hold.base.path if self._hold.base else None

    @property
    def base(self) -> Base | None:
        """The file as it was read or written last: the same object until that happens again."""
        return self._hold.base

    @property
    def original(self) -> Path | None:
        """The damaged file of which the journey is what was whole."""
        return self._hold.original

    @property
    def holder(self) -> Holder | None:
        """Who else works on the file, if the session is read-only for that reason."""
        return self._hold.holder

    @property
    def lock_problem(self) -> Trouble | None:
        """Why a guarded session has no lock on its file, as in a folder that can only be read."""
        return self._hold.problem

    @property
    def state(self) -> State:
        """How the file was read: ok, migrated from an older version, written by a newer one, or damaged."""
        return self._state

    @property
    def read_only(self) -> bool:
        """Whether the journey may only be looked at: a newer version wrote it, or another works on it."""
        return self._state == "newer" or self._hold.holder is not None

    @property
    def dirty(self) -> bool:
        """Whether there are steps that the file does not have, or has too many."""
        return self._history.latest is not self._saved

    @property
    def title(self) -> str:
        """The map's title; the file's name where it has none."""
        return self._journey.map.title or (self.path.stem if self.path else "")

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

    def before_edit(self, prepare: Callable[[], None] | None) -> None:
        """Have `prepare` called once, before the next edit is made: what may be late, but not later."""
        self._prepare = prepare

    def do(self, label: str, change: Change) -> Change:
        """Make `change` as one step under the name `label`; raises Misfit, or Trouble if read-only."""
        self._check_editable()
        self.begin_edit()
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
        self.begin_edit()
        return SessionGesture(self._history.gesture(label), self._tell)

    def save(self, path: Path | None = None) -> None:
        """Write the journey to its file, or to `path`, which becomes its file; raises Trouble.

        A file that another program has changed meanwhile is not overwritten: see `changed_on_disk`.
        """
        target = path or self.path
        if target is None:
            raise Trouble("The map has no file yet.", "Save it under a name.")
        self._check_editable()
        with self._hold.writing(target):
            content = _content(self._journey, target)
            replace(target, content, backup=True)
        self._rest_on(Base(target, digest(content)))
        self._state = "ok"
        self._tell(Change())

    def save_copy(self, path: Path) -> None:
        """Write the journey as it is now to `path` and leave everything else as it is; raises Trouble."""
        replace(path, _content(self._journey, path))

    def on_disk(self) -> OnDisk:
        """Return how the file compares with what the session knows of it: by content, not by time."""
        return self._hold.on_disk()

    def changed_on_disk(self) -> bool:
        """Tell whether another program has changed the file: reload it, keep mine, or save a copy."""
        return self._hold.on_disk() == "changed"

    def difference_on_disk(self) -> Change:
        """Return the change that would lead from the journey to the one in the file; raises Trouble."""
        return self._difference(self._reread())

    def reload(self, label: str = "Take over the file") -> Change:
        """Make the journey that in the file, as one step that can be undone; raises Trouble."""
        opened = self._reread()
        self.begin_edit()
        change = self._history.do(label, self._difference(opened))
        self._rest_on(Base(self._own_file(), opened.digest, reloaded=True))
        self._state = opened.state
        return self._tell(change)

    def keep_mine(self) -> None:
        """Let the next save overwrite the file as it is now; what it overwrites is kept as the backup."""
        self._hold.accept()

    def close(self) -> None:
        """Give the file free for others."""
        self._hold.release()

    def _own_file(self) -> Path:
        if self.path is None:
            raise Trouble("The map has no file yet.", "Save it under a name.")
        return self.path

    def _reread(self) -> Opened:
        return _read(self._own_file())

    def _difference(self, opened: Opened) -> Change:
        return difference(self._journey.by_id(), opened.journey.by_id())

    def _rest_on(self, base: Base) -> None:
        self._hold.base = base
        self._saved = self._history.latest

    def begin_edit(self) -> None:
        """Do now what is to be done before the next edit."""
        prepare, self._prepare = self._prepare, None
        if prepare is not None:
            prepare()

    def _check_editable(self) -> None:
        if self._hold.holder is not None:
            raise self._hold.holder.trouble
        if self.read_only:
            raise Trouble(
                "The map was made by a newer version of Safar and can only be looked at here.",
                "Open it with a newer version of Safar to change it.",
                place=str(self.path or ""),
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


def _content(journey: Journey, path: Path) -> bytes:
    """Return the bytes of the file; raises Trouble for one that could not be opened again."""
    content = dumps(journey.records())
    if len(content) > LARGEST_FILE:
        remedy = "Take pictures away and save again."
        raise Trouble("The map is larger than 40 MB.", remedy, place=str(path))
    return content


def _usual_layout() -> Layout:
    # The text engine brings Qt with it: not everybody who has a session draws.
    from editor.session.drawing import map_layout

    return map_layout().lay_out
