"""What the system says when it refuses, in words: the cause and what to do about it."""

from __future__ import annotations

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from editor.model.trouble import Trouble

ELSEWHERE = "Save in another place."
ROOM = "Make room or save in another place."

_REASONS = {
    errno.ENOSPC: ("The disk is full.", ROOM),
    errno.EDQUOT: ("Your share of the disk is used up.", ROOM),
    errno.EFBIG: ("The disk takes no file of this size.", ELSEWHERE),
    errno.EROFS: ("The disk can only be read.", ELSEWHERE),
    errno.EIO: ("The disk has failed.", "Save on another disk, and look after this one."),
    errno.EACCES: ("You may not write here.", "Save in another place or change the permissions."),
    errno.EPERM: ("The file is protected.", "Save under another name or lift the protection."),
    errno.EMFILE: ("Too many files are open.", "Close other maps and try again."),
    errno.ENFILE: ("Too many files are open.", "Close other programs and try again."),
    errno.EBUSY: ("Another program holds the file.", "Close that program or save under another name."),
    errno.EISDIR: ("It is a folder.", "Choose the name of a file."),
    errno.ENAMETOOLONG: ("The name is too long.", "Choose a shorter name."),
    errno.ENOENT: ("There is no such folder.", "Choose a folder that is there."),
    errno.ENOTDIR: ("There is no such folder.", "Choose a folder that is there."),
    errno.ELOOP: ("The links that lead to the file go in a circle.", "Choose another name."),
    errno.ESTALE: ("The network drive has let go of the file.", "Connect it again or save in another place."),
}
_OTHERWISE = ("The file cannot be written ({reason}).", ELSEWHERE)


def trouble_of(path: Path, error: OSError | ValueError) -> Trouble:
    """Return what `error` means to a person who wants to write the file at `path`."""
    if isinstance(error, OSError):
        problem, remedy = _REASONS.get(error.errno or 0, _OTHERWISE)
        return Trouble(problem, remedy, place=str(path), reason=error.strerror or str(error))
    return Trouble("This cannot be the name of a file.", "Choose another name.", place=str(path))


@contextmanager
def told(path: Path) -> Generator[None]:
    """Turn what the system says inside the block into Trouble with its cause and remedy."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise trouble_of(path, error) from error


@contextmanager
def told_reading(path: Path) -> Generator[None]:
    """Turn what the system says while the file at `path` is read into Trouble."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise Trouble(
            "The file cannot be read ({reason}).",
            "Check that it is there and that you may read it.",
            place=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
