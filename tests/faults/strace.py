"""Runs a victim under strace: to see its system calls, to kill it before one, to fail one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path
from subprocess import PIPE
from typing import NamedTuple

from tests.faults.victim import ENDS, SAVED, TOLD

ROOT = Path(__file__).resolve().parents[2]
WHOLE = os.environ.get("SAFAR_FAULTS") == "whole"

_LINE = re.compile(r"^(\d+) +(\w+)\((.*)")
_NO_CALLS = ("futex", "exit", "exit_group", "rt_sigreturn", "restart_syscall")


class Call(NamedTuple):
    """A system call: its name and which of that name it is in its thread, from the start of the act on."""

    name: str
    number: int


@lru_cache(maxsize=1)
def missing() -> str:
    """Return why strace cannot be used here, if so."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(["strace", "-f", "true"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"strace may not trace here: {done.stderr.strip()[:80]}"


def run(act: str, folder: Path, *options: str) -> int:
    """Run a victim under strace and return its exit code, negative for the signal that killed it."""
    victim = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.victim", act, str(folder)],
        cwd=ROOT, env=_environment(), stdin=PIPE, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    assert victim.stdin is not None
    assert victim.stdout is not None
    assert victim.stdout.read(5) == b"ready", victim.communicate()[1].decode()
    tracer = subprocess.Popen(["strace", "-f", "-p", str(victim.pid), *options], stderr=PIPE, text=True)
    assert tracer.stderr is not None
    assert "attached" in tracer.stderr.readline()
    _, said = victim.communicate(b"\n", timeout=60)
    tracer.communicate(timeout=60)
    assert victim.returncode in (SAVED, TOLD, -9), said.decode()
    return victim.returncode


def calls(act: str, folder: Path) -> list[Call]:
    """Return the system calls of an act, in their order."""
    log = folder.parent / "calls"
    assert run(act, folder, "-o", str(log)) == SAVED
    times: Counter[tuple[str, str]] = Counter()
    found: list[Call] = []
    for line in log.read_text("utf-8", "replace").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        thread, name, rest = match.groups()
        times[thread, name] += 1
        if ENDS in rest:
            return found
        if name not in _NO_CALLS and not rest.startswith("0,"):
            found.append(Call(name, times[thread, name]))
    raise AssertionError("the act did not end")


def kill(act: str, folder: Path, call: Call) -> int:
    """Run a victim that is killed as it makes that call."""
    return _inject(act, folder, call.name, f"signal=KILL:when={call.number}")


def fail(act: str, folder: Path, call: Call, error: str, *, for_ever: bool) -> int:
    """Run a victim to which that call fails, and all later ones of its name too if `for_ever`."""
    return _inject(act, folder, call.name, f"error={error}:when={call.number}{'+' * for_ever}")


def _inject(act: str, folder: Path, name: str, how: str) -> int:
    return run(act, folder, "-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={name}:{how}")


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
