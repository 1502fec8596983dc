"""What a session holds of its file: which content it knows, the lock, and what it must not overwrite."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from editor.files.lock import Holder, Lock, take
from editor.files.reading import content_of, digest
from editor.model.trouble import Trouble

OnDisk = Literal["same", "changed", "gone", "unreadable"]


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """The file as it was read or written last; a new object every time. An empty digest is not known.

    `reloaded` means that the file took the place of what was done, rather than the other way round.
    """

    path: Path
    digest: str = ""
    reloaded: bool = False


class Hold:
    """The hold of one session on its file.

    `original` is a damaged file that was opened: it is never written to. Without `guarded` no locks are
    taken, as by those who only read.
    """

    def __init__(
        self,
        base: Base | None = None,
        *,
        lock: Lock | None = None,
        holder: Holder | None = None,
        original: Path | None = None,
        guarded: bool = False,
    ) -> None:
        self.base = base
        self.holder = holder
        self.original = original
        self._lock = lock
        self._guarded = guarded
        self._accepted = ""

    @classmethod
    def on(cls, path: Path, over: Holder | None) -> Hold:
        """Return a hold with the lock of the file, or with whoever has it."""
        taken = take(path, over)
        if isinstance(taken, Lock):
            return cls(Base(path), lock=taken, guarded=True)
        return cls(Base(path), holder=taken, guarded=True)

    @property
    def problem(self) -> Trouble | None:
        """Why there is no lock although there should be one."""
        return self._lock.problem if self._lock else None

    def on_disk(self) -> OnDisk:
        """Return how the file compares with what the session knows of it, by its content."""
        now = self._digest_now()
        if now in ("gone", "unreadable"):
            return now
        return "same" if self.base is None or now in (self.base.digest, self._accepted) else "changed"

    def accept(self) -> None:
        """Let the file as it is now be overwritten."""
        self._accepted = self._digest_now()

    def check(self, target: Path) -> None:
        """Raise Trouble if `target` must not be written to: it is damaged, changed or somebody else's."""
        if self.original is not None and _same(target, self.original):
            problem = "The damaged file is kept as it is."
            raise Trouble(problem, "Save the map under another name.", place=str(target))
        if self.base is not None and _same(target, self.base.path):
            if self.base.digest and self.on_disk() == "changed":
                problem = "Another program has changed the file since it was opened."
                remedy = "Take over the changes, keep yours, or save a copy."
                raise Trouble(problem, remedy, place=str(target))
        elif self._guarded:
            self._move(target)

    def release(self) -> None:
        """Give the file free."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _move(self, target: Path) -> None:
        """Take the lock of another file, which a map is saved to, in place of the own one."""
        taken = take(target)
        if isinstance(taken, Holder):
            raise taken.trouble
        self.release()
        self._lock = taken

    def _digest_now(self) -> str:
        if self.base is None or not self.base.path.exists():
            return "gone"
        try:
            return digest(content_of(self.base.path))
        except Trouble:
            return "unreadable"


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
