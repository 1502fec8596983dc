"""What a session holds of its file: which content it knows, the lock, and what it must not overwrite."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
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
        if now == "gone" or (now == "unreadable" and now != self._accepted):
            return now
        return "same" if self.base is None or now in (self.base.digest, self._accepted) else "changed"

    def accept(self) -> None:
        """Let the file as it is now be overwritten."""
        self._accepted = self._digest_now()

    @contextmanager
    def writing(self, target: Path) -> Generator[None]:
        """Hold `target` while it is written to inside the block, and from then on if that went well.

        Raises Trouble if it must not be written to: it is damaged, changed or somebody else's.
        """
        taken = self._checked(target)
        try:
            yield
        except BaseException:
            if taken is not None:
                taken.release()
            raise
        if taken is not None:
            self.release()
            self._lock = taken

    def _checked(self, target: Path) -> Lock | None:
        """Return the lock of a file that is not the own one."""
        if self.original is not None and _same(target, self.original):
            problem = "The damaged file is kept as it is."
            raise Trouble(problem, "Save the map under another name.", place=str(target))
        if self.base is not None and _same(target, self.base.path):
            self._check_unchanged(target)
        elif self._guarded:
            return _taken(target)
        return None

    def _check_unchanged(self, target: Path) -> None:
        found = self.on_disk() if self.base and self.base.digest else "same"
        if found == "changed":
            problem = "Another program has changed the file since it was opened."
            remedy = "Take over the changes, keep yours, or save a copy."
            raise Trouble(problem, remedy, place=str(target))
        if found == "unreadable" and target.is_file():
            problem = "The file cannot be read, so another program may have changed it."
            raise Trouble(problem, "Try again, or save under another name.", place=str(target))

    def release(self) -> None:
        """Give the file free."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _digest_now(self) -> str:
        if self.base is None or not self.base.path.exists():
            return "gone"
        try:
            return digest(content_of(self.base.path))
        except Trouble:
            return "unreadable"


def _taken(target: Path) -> Lock:
    taken = take(target)
    if isinstance(taken, Holder):
        raise taken.trouble
    return taken


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
