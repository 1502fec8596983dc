"""Runs a victim under strace: to see its system calls, to kill it before one, to fail one.

Victims are forked from a nursery that has loaded all they need, which takes a tenth of the time of a start.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from subprocess import PIPE
from threading import local
from types import TracebackType
from typing import NamedTuple, TypeVar

from tests.faults.victim import ENDS, SAVED, TOLD

ROOT = Path(__file__).resolve().parents[2]
WHOLE = os.environ.get("SAFAR_FAULTS") == "whole"

_LINE = re.compile(r"^(\d+) +(\w+)\((.*)")
_NO_CALLS = ("futex", "exit", "exit_group", "rt_sigreturn", "restart_syscall")
_RESULT = re.compile(r"= (\d+)(?:<.*>)?$")

_RESUMED = re.compile(r"<\.\.\. \w+ resumed>(.*)")
_LOOKED_AT = re.compile(r'O_DIRECTORY|"/proc/|"/etc/|/python3[^"]*\.py"|\.lock", O_RDONLY')

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")


class Call(NamedTuple):
    """A system call: its name and which of that name it is in its thread, from the start of the act on.

    Those that only `look` may fail without a word: nothing is lost by it.
    """

    name: str
    number: int
    look: bool = False


@lru_cache(maxsize=1)
def missing() -> str:
    """Return why strace cannot be used here, if so."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(["strace", "-f", "true"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"strace may not trace here: {done.stderr.strip()[:80]}"


class Nursery:
    """A process that has loaded what an act needs and forks a victim for each run of it."""

    def __init__(self, act: str) -> None:
        self.act = act
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  (open as long as the nursery)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.victim", act],
            cwd=ROOT, env=_environment(), stdin=PIPE, stdout=PIPE, stderr=self._said, bufsize=0,
        )  # fmt: skip
        # The rehearsal: nobody looks on.
        self._line()
        self._say("\n")

    def __enter__(self) -> Nursery:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()
        self._said.close()

    def run(self, folder: Path, *options: str, ready: Callable[[str], object] = str) -> int:
        """Run a victim under strace and return its exit code, negative for the signal that killed it.

        `ready` is told the victim's number when the act is about to begin.
        """
        self._say(f"{folder}\n")
        pid = self._line()
        ready(pid)
        tracer = subprocess.Popen(["strace", "-f", "-p", pid, *options], stderr=PIPE, text=True)
        assert tracer.stderr is not None
        assert "attached" in tracer.stderr.readline()
        self._say("\n")
        code = int(self._line())
        tracer.communicate(timeout=60)
        assert code in (SAVED, TOLD, -9), self._spoken()
        return code

    def _say(self, words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(words.encode())

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().decode()
        assert line, self._spoken()
        return line.strip()

    def _spoken(self) -> str:
        self._said.seek(0)
        return self._said.read().decode("utf-8", "replace")[-4000:]

    def calls(self, folder: Path) -> list[Call]:
        """Return the system calls of the act, in their order."""
        log = folder.parent / "calls"
        assert self.run(folder, "-s", "4096", "-o", str(log)) == SAVED
        return _calls(log.read_text("utf-8", "replace").splitlines())

    def kill(self, folder: Path, call: Call) -> int:
        """Run a victim that is killed as it makes that call."""
        return self._inject(folder, call.name, f"signal=KILL:when={call.number}")

    def fail(self, folder: Path, call: Call, error: str, *, for_ever: bool) -> int:
        """Run a victim to which that call fails, and all later ones of its name too if `for_ever`."""
        return self._inject(folder, call.name, f"error={error}:when={call.number}{'+' * for_ever}")

    def _inject(self, folder: Path, name: str, how: str) -> int:
        return self.run(folder, "-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={name}:{how}")


def each(act: str, tasks: Iterable[Task], do: Callable[[Nursery, int, Task], Outcome]) -> list[Outcome]:
    """Do something for each task with a nursery of the act, two at a time."""
    own = local()
    with ExitStack() as nurseries, ThreadPoolExecutor(2) as pool:

        def done(task: tuple[int, Task]) -> Outcome:
            if not hasattr(own, "nursery"):
                own.nursery = nurseries.enter_context(Nursery(act))
            return do(own.nursery, *task)

        return list(pool.map(done, enumerate(tasks)))


def whole(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield thread, name and the rest of each call of a log; one that others interrupted when it is over."""
    begun: dict[str, str] = {}
    for line in lines:
        thread, _, rest = line.partition(" ")
        if rest.endswith("<unfinished ...>"):
            begun[thread] = line.removesuffix("<unfinished ...>")
            continue
        resumed = _RESUMED.match(rest.strip())
        match = _LINE.match(begun.pop(thread, "") + resumed[1] if resumed else line)
        if match is not None:
            yield match[1], match[2], match[3]


def _calls(lines: Iterable[str]) -> list[Call]:
    times: Counter[tuple[str, str]] = Counter()
    looked_at: set[str] = set()
    found: list[Call] = []
    for thread, name, rest in whole(lines):
        times[thread, name] += 1
        if ENDS in rest:
            return found
        if name not in _NO_CALLS and not rest.startswith("0,"):
            found.append(Call(name, times[thread, name], _looks(name, rest, looked_at)))
    raise AssertionError("the act did not end")


def _looks(name: str, rest: str, looked_at: set[str]) -> bool:
    """Tell whether a call lists a folder, asks who is there, makes a folder again or lets go of a lock.

    Notes in `looked_at` what is open for that.
    """
    if name == "close":
        descriptor = rest.split(")")[0]
        looks = descriptor in looked_at
        looked_at.discard(descriptor)
        return looks
    result = _RESULT.search(rest)
    if name == "openat" and result and _LOOKED_AT.search(rest):
        looked_at.add(result[1])
        return True
    return "EEXIST" in rest or (name == "unlink" and '.lock"' in rest)


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
