"""One of two who work on a map by turns: python -m tests.faults.turns NAME, then a folder and a way a line.

Before each thing it does to a file in that folder it says so and waits to be let go on.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE

from editor.model.trouble import Trouble

ROOT = Path(__file__).resolve().parents[2]
MAP = "map.journey"
EVENTS = ("open", "os.link", "os.rename", "os.remove", "os.listdir", "os.mkdir", "os.truncate")


class Turner:
    """A process that does one thing at a time."""

    def __init__(self, name: str) -> None:
        self.name = name
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.turns", name],
            cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE, text=True, bufsize=1,
        )  # fmt: skip
        self.outcome = ""

    def begin(self, folder: Path, way: str) -> None:
        """Begin to work on the map in a folder; the first turn is still to come."""
        self._say(f"{way} {folder}")
        self.outcome = ""

    def turn(self) -> str:
        """Do one thing; return what comes next, or how it ended."""
        self._say("go")
        assert self._process.stdout is not None
        said = self._process.stdout.readline().strip()
        if not said.startswith("at "):
            assert said, "the process has ended"
            self.outcome = said
        return said

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()

    def _say(self, words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n")


@contextmanager
def turners(*names: str) -> Iterator[list[Turner]]:
    """Have a process for each name."""
    made = [Turner(name) for name in names]
    try:
        yield made
    finally:
        for one in made:
            one.close()


class _Steps:
    """Hears of what is about to be done to files and waits for the word."""

    def __init__(self) -> None:
        self.folder = ""

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.folder and event in EVENTS and self.folder in str(arguments[0]):
            names = [Path(str(one)).name for one in arguments[:2] if isinstance(one, str | Path)]
            sys.stdout.write(f"at {event} {' '.join(names)}\n")
            sys.stdout.flush()
            sys.stdin.readline()


def work(folder: Path, name: str, way: str) -> str:
    """Open the map, put the own name behind its title, save and close it; return how that went."""
    from editor.files.lock import Holder, take
    from editor.model.edits.wording import retitle
    from editor.session.session import Session

    path, over = folder / MAP, None
    if way == "over":
        taken = take(path)
        if isinstance(taken, Holder) and not taken.certain:
            over = taken
        elif isinstance(taken, Holder):
            return "told"
        else:
            taken.release()
    session = Session.open(path, _undrawn, guarded=way != "unguarded", over=over)
    try:
        if session.lock_problem:
            return "unguarded"
        title = session.journey.map.title
        session.do("Name the map", retitle(session.journey, "map", title + name))
        session.save()
    except Trouble:
        return "told"
    finally:
        session.close()
    return "saved"


def _undrawn(journey: object) -> Callable[[], None]:
    raise AssertionError("nothing is drawn here")


def main(name: str) -> None:
    """Work on one folder after the other."""
    steps = _Steps()
    sys.addaudithook(steps)
    for line in iter(sys.stdin.readline, ""):
        way, folder = line.rstrip("\n").split(" ", 1)
        sys.stdin.readline()
        steps.folder = folder
        outcome = work(Path(folder), name, way)
        steps.folder = ""
        sys.stdout.write(f"{outcome}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
