"""Safe replacing: a file is there in its old or its new form, never half written, not even after a power cut.

Written beside the target, synced, renamed over it, and the folder synced too: a rename that is not
synced is undone by a power cut. Where a backup is asked for, the previous version stays beside the file
under its name with "~" behind it, the name by which file managers and sync tools know backups.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from editor.files.causes import told
from editor.files.temporary import temporary, tidy
from editor.model.trouble import Trouble

NEW_FILE_MODE = 0o666
NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)
"""What file systems without hard links answer."""
NO_SYNC = (errno.EINVAL, errno.EOPNOTSUPP)
"""What network file systems that cannot sync a folder answer."""


def replace(path: Path, content: bytes, *, backup: bool = False) -> None:
    """Put `content` in the file at `path`, through links, keeping mode and owner of a file that is there.

    `backup` keeps the version that was there as `backup_of(path)`. Raises Trouble and leaves the old file
    untouched; only a failed sync of the folder is told afterwards.
    """
    with told(path):
        target = _target(path)
        before = _checked(path, target)
        # Opened first: a program that may open no more files finds out while nothing has happened.
        with _opened(target.parent) as folder:
            tidy(target.parent)
            written = _written(target.parent, content, before)
            with _discarded_on_error(written):
                if backup and before is not None:
                    _keep(target, before)
                written.replace(target)
            _sync(folder)


def backup_of(path: Path) -> Path:
    """Return where the previous version of the file at `path` is kept."""
    target = _target(path)
    return target.with_name(target.name + "~")


def check_writable(path: Path) -> None:
    """Raise Trouble if it is clear beforehand that `replace` will fail for `path`."""
    with told(path):
        target = _target(path)
        _checked(path, target)
        _try_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder written to the disk; raises OSError."""
    with _opened(folder) as descriptor:
        _sync(descriptor)


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path, strict=False))


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
        if _on_read_only_disk(target):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        raise Trouble(
            "The file may only be read.",
            "Save under another name or change the permissions.",
            place=str(path),
        )
    return before


def _on_read_only_disk(target: Path) -> bool:
    ask = getattr(os, "statvfs", None)
    return ask is not None and bool(ask(target).f_flag & os.ST_RDONLY)


def _try_folder(folder: Path) -> None:
    """Make a file in the folder that is gone at once; without a name where the system knows such files."""
    nameless = getattr(os, "O_TMPFILE", 0)
    try:
        os.close(os.open(folder, nameless | os.O_WRONLY))
    except OSError as error:
        if nameless and error.errno not in (errno.EISDIR, errno.EOPNOTSUPP, errno.EINVAL):
            raise
        os.close(_created(spare := temporary(folder)))
        spare.unlink()


def _keep(target: Path, before: os.stat_result) -> None:
    """Give the file that is there the name of the backup too; copy it where there are no hard links."""
    backup, spare = target.with_name(target.name + "~"), temporary(target.parent)
    with told(backup), _discarded_on_error(spare):
        # After a crash right here they are one file already, and such names are not renamed onto each other.
        if backup.exists() and os.path.samestat(backup.stat(), before):
            return
        try:
            os.link(target, spare)
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
            _fill(spare, target, before)
        spare.replace(backup)


def _written(folder: Path, content: bytes, before: os.stat_result | None) -> Path:
    """Return a new synced file in `folder` that holds `content`."""
    written = temporary(folder)
    with _discarded_on_error(written):
        _fill(written, content, before)
    return written


def _fill(empty: Path, content: bytes | Path, before: os.stat_result | None) -> None:
    with os.fdopen(_created(empty), "wb") as file:
        if before is not None:
            _take_over(file.fileno(), before)
        if isinstance(content, bytes):
            file.write(content)
        else:
            with content.open("rb") as original:
                shutil.copyfileobj(original, file)
        file.flush()
        os.fsync(file.fileno())


def _created(empty: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    return os.open(empty, flags, NEW_FILE_MODE)


def _take_over(descriptor: int, before: os.stat_result) -> None:
    """Give the new file the owner and mode of the old one."""
    # Only root may give files away: for anybody else the saved file is their own, as with any editor.
    with suppress(PermissionError):
        os.fchown(descriptor, before.st_uid, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


@contextmanager
def _discarded_on_error(spare: Path) -> Generator[None]:
    try:
        yield
    except BaseException:
        # The reason why it is discarded is what people need to hear, not that it could not be.
        with suppress(OSError):
            spare.unlink()
        raise


@contextmanager
def _opened(folder: Path) -> Generator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _sync(folder: int) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        # There is nothing better to be had there.
        if error.errno not in NO_SYNC:
            raise
