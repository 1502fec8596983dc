"""Safe replacing: a file is there in its old or its new form, never half written, not even after a power cut.

Written beside the target, synced, renamed over it, and the folder synced too: a rename that is not
synced is undone by a power cut.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from editor.model.trouble import Trouble

NEW_FILE_MODE = 0o666

_REASONS = {
    errno.ENOSPC: ("The disk is full.", "Make room or save in another place."),
    errno.EDQUOT: ("Your share of the disk is used up.", "Make room or save in another place."),
    errno.EFBIG: ("The disk takes no file of this size.", "Save in another place."),
    errno.EROFS: ("The disk can only be read.", "Save in another place."),
    errno.EACCES: ("You may not write here.", "Save in another place or change the permissions."),
    errno.EPERM: ("The file is protected.", "Save under another name or lift the protection."),
    errno.ENAMETOOLONG: ("The name is too long.", "Choose a shorter name."),
    errno.ENOENT: ("There is no such folder.", "Choose a folder that is there."),
    errno.ENOTDIR: ("There is no such folder.", "Choose a folder that is there."),
    errno.ELOOP: ("The links that lead to the file go in a circle.", "Choose another name."),
}


def replace(path: Path, content: bytes) -> None:
    """Put `content` in the file at `path`, through links, keeping mode and owner of a file that is there.

    Raises Trouble and leaves the old file untouched; only a failed sync of the folder is told afterwards.
    """
    with _told(path):
        target = Path(os.path.realpath(path, strict=False))
        before = _checked(path, target)
        temporary = _written(target.parent, content, before)
        try:
            temporary.replace(target)
        except BaseException:
            _discard(temporary)
            raise
        _sync_folder(target.parent)


def check_writable(path: Path) -> None:
    """Raise Trouble if it is clear beforehand that `replace` will fail for `path`."""
    with _told(path):
        target = Path(os.path.realpath(path, strict=False))
        _checked(path, target)
        descriptor, temporary = _created(target.parent)
        os.close(descriptor)
        _discard(temporary)


def _checked(path: Path, target: Path) -> os.stat_result | None:
    """Return the state of the file that is there, or None; raises Trouble where it must not be replaced."""
    try:
        before = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(before.st_mode):
        raise Trouble("It is a folder.", "Choose the name of a file.", place=str(path))
    if not stat.S_ISREG(before.st_mode):
        raise Trouble("It is not an ordinary file.", "Choose another name.", place=str(path))
    # A rename would replace a read-only file without a word.
    if not os.access(target, os.W_OK):
        raise Trouble(
            "The file may only be read.",
            "Save under another name or change the permissions.",
            place=str(path),
        )
    return before


def _written(folder: Path, content: bytes, before: os.stat_result | None) -> Path:
    """Return a new synced file in `folder` that holds `content`."""
    descriptor, temporary = _created(folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if before is not None:
                _take_over(descriptor, before)
            file.write(content)
            file.flush()
            os.fsync(descriptor)
    except BaseException:
        _discard(temporary)
        raise
    return temporary


def _created(folder: Path) -> tuple[int, Path]:
    temporary = folder / f".safar-{secrets.token_hex(6)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
    return os.open(temporary, flags, NEW_FILE_MODE), temporary


def _take_over(descriptor: int, before: os.stat_result) -> None:
    """Give the new file the owner and mode of the old one."""
    # Only root may give files away: for anybody else the saved file is their own, as with any editor.
    with suppress(PermissionError):
        os.fchown(descriptor, before.st_uid, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _discard(temporary: Path) -> None:
    # The reason why it is discarded is what people need to hear, not that it could not be.
    with suppress(OSError):
        temporary.unlink()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems cannot sync a folder; there is nothing better to be had there.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


@contextmanager
def _told(path: Path) -> Generator[None]:
    """Turn what the system says into Trouble with its cause and remedy."""
    try:
        yield
    except OSError as error:
        problem, remedy = _REASONS.get(
            error.errno or 0, ("The file cannot be written ({reason}).", "Save in another place.")
        )
        reason = error.strerror or str(error)
        raise Trouble(problem, remedy, place=str(path), reason=reason) from error
    except ValueError as error:
        raise Trouble(
            "This cannot be the name of a file.", "Choose another name.", place=str(path)
        ) from error
