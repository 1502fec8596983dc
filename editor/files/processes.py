"""Which process holds something, and whether it still lives."""

from __future__ import annotations

import os
from binascii import crc32
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

PROC = Path("/proc")
_TYPES = {"pid": int, "host": str, "user": str, "started": str}


@dataclass(frozen=True, slots=True)
class Process:
    """A process: its number, host and user, and when it started, by which it differs from a later one.

    `started` is the boot's id and the clock ticks since then, or empty where the system does not tell.
    """

    pid: int
    host: str
    user: str
    started: str = ""


@lru_cache(maxsize=1)
def _own(pid: int) -> Process:
    return Process(pid, _host(), _user(), _started(pid))


def this_process() -> Process:
    """Return the process that asks."""
    return _own(os.getpid())


def process_of(document: Any) -> Process:
    """Return the process that a JSON object describes; raises ValueError for anything else."""
    if type(document) is not dict or not document.keys() <= _TYPES.keys():
        raise ValueError("it is no process")
    fields: dict[str, Any] = {"started": "", **document}
    if any(type(fields.get(name)) is not kind for name, kind in _TYPES.items()) or fields["pid"] < 1:
        raise ValueError("it is no process")
    return Process(**fields)


def lives(process: Process) -> bool | None:
    """Tell whether a process is still there; None where that cannot be known from here."""
    if process.host != _host() or os.name != "posix":
        return None
    try:
        os.kill(process.pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass  # It is there and somebody else's.
    now = _started(process.pid)
    return now != "dead" and (not now or not process.started or now == process.started)


def mark(process: Process) -> str:
    """Return what names a process within file names: host, number and start, the long ones as checksums."""
    return f"{_sum(process.host)}-{process.pid}-{_sum(process.started)}"


def ended(marked: str) -> bool:
    """Tell whether a process with that mark was on this host and is surely not there any more."""
    host, number, started = marked.split("-") if marked.count("-") == 2 else ("", "", "")
    if host != _sum(_host()) or not number.isdecimal():
        return False
    process = Process(int(number), _host(), "")
    if lives(process) is not True:
        return lives(process) is False
    now = _started(process.pid)
    return bool(now) and started != _sum("") and started != _sum(now)


def _sum(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'replace')):08x}"


def _host() -> str:
    if os.name == "posix":
        return os.uname().nodename
    import platform

    return platform.node()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def _started(pid: int) -> str:
    """Return when a process started; "dead" for one that has ended and only waits to be counted."""
    try:
        # The name of the program may hold spaces and brackets; what we need stands behind it.
        fields = (PROC / str(pid) / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        boot = (PROC / "sys/kernel/random/boot_id").read_text("utf-8").strip()
    except OSError:
        return ""
    return "dead" if fields[0] in "ZX" else f"{boot}:{fields[19]}"
