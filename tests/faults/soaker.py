"""A real window that edits a map until it is killed: python -m tests.faults.soaker MAP STATE [--seed N].

It opens MAP in the editor's own desktop (offscreen), makes random edits as a hand and a panel do (plans,
gestures with previews, texts that are written for some time, undo, redo, now and then a save), and prints a
line for each:

    ready            the map is open, locked and painted; edits begin
    ack N            edit N was done, or drafted, and the journal has it on the disk
    saved N          the map was saved by the window after edit N

STATE holds all that the editor keeps (settings, journals, cache). The same seed makes the same edits:
`states` tells the map after each, `recovered` opens what a kill has left, as the window does.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from typing import NoReturn

from editor.files.format import dumps
from editor.files.reading import read
from editor.model.fault import Misfit
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.trouble import Trouble
from editor.session.bench import Bench
from editor.session.gesture import SessionGesture
from editor.session.plans import Plan
from editor.session.recovering import Recovery
from editor.session.session import Session
from tests.properties.session_deeds import KINDS, Deeds, Impossible

PREVIEWS = 3
SAVES = 0.03
"""Share of the edits after which the map is saved."""


class RandomHand:
    """Makes one edit after the other at a bench; what it does depends on the seed and the map alone."""

    def __init__(self, session: Session, bench: Bench, seed: int) -> None:
        bench.plans.ids = Ids(seed)
        self._session, self._bench = session, bench
        self._deeds = Deeds(session.journey, bench.plans, seed)
        self.random = Random(seed)
        self._writing: tuple[SessionGesture, Callable[[str], Plan]] | None = None

    def edit(self) -> bool:
        """Make one edit; tell whether the map is to be saved after it: never in the middle of a text."""
        act = self.random.random()
        if self._writing is not None:
            self._write_on(*self._writing)
            return False
        if act > 0.75:
            self._write()
            return False
        if act < 0.08:
            self._session.undo()
        elif act < 0.12:
            self._session.redo()
        elif act < 0.30:
            self._drag()
        else:
            self._do()
        return self.random.random() < SAVES

    def _do(self) -> None:
        done = len(self._session.history.done)
        while len(self._session.history.done) == done:
            try:
                self._bench.do("Soak", self._deeds.any_plan())
            except (Misfit, Trouble, Impossible):
                continue

    def _write(self) -> None:
        """Begin to write on something that is there, or a new card."""
        deeds, plans = self._deeds, self._bench.plans
        with suppress(Impossible):
            if self.random.random() < 0.7:
                plan = partial(plans.write, deeds.one(self.random.choice(KINDS)))
            else:
                plan = plans.write_new(*deeds.cell())[1]
            self._writing = self._bench.gesture("Soak"), plan
            self._write_on(*self._writing)

    def _write_on(self, writing: SessionGesture, plan: Callable[[str], Plan]) -> None:
        """Write another text and draft it, or keep the last one, or give it up."""
        act = self.random.random()
        if act < 0.75:
            text = plan(self._deeds.word())
            with suppress(Misfit, Trouble):
                writing.preview(text)
                writing.draft(text)
            return
        writing.commit() if act < 0.9 else writing.cancel()
        self._writing = None

    def _drag(self) -> None:
        # All made from the map as it is at the start, as a hand does that keeps to what it has seized.
        plans = [plan for plan in (self._dragging() for _ in range(PREVIEWS)) if plan is not None]
        gesture = self._bench.gesture("Soak")
        for plan in plans:
            with suppress(Misfit, Trouble):
                gesture.preview(plan)
        gesture.commit() if self.random.random() < 0.8 else gesture.cancel()

    def _dragging(self) -> Plan | None:
        try:
            return self._deeds.dragging()
        except Impossible:
            return None


def states(content: bytes, seed: int) -> Iterator[bytes]:
    """Yield the file that the map would be saved as before the first edit and after each."""
    from editor.files.reading import loads

    session = Session(loads(content, "soak").journey, lambda journey: None)  # type: ignore[arg-type, return-value]
    hand = RandomHand(session, Bench(session), seed)
    while True:
        yield dumps(session.journey.records())
        hand.edit()


def recovered(path: Path, state: Path, *, save: bool = False) -> Journey:
    """Return the journey that somebody has who opens the map after a kill and says "Recover".

    Without anything to recover that is the journey of the file. `save` saves it, so that a next round
    begins from there; else everything stays as it was, and can be recovered again.
    """
    recovery = Recovery(state / "safar" / "recovery")
    left = [one for one in recovery.found() if one.path == path]
    if not left:
        return read(path).journey
    if not save:
        return recovery.preview(left[0])
    session, recorder = recovery.open(left[0], lambda journey: None, guarded=True)  # type: ignore[arg-type, return-value]
    session.save()
    recorder.close()
    session.close()
    return session.journey


def main(words: list[str]) -> int:
    """Open the map and edit it until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("map", type=Path)
    parser.add_argument("state", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(words)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in ("CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(given.state)
    return soak(given.map.absolute(), given.seed)


def soak(path: Path, seed: int) -> int:
    """Open a window on the map and make an edit whenever the window has nothing else to do."""
    from PySide6.QtCore import QTimer

    from editor.app.desktop import Desktop, made_application

    application = made_application()
    desk = Desktop(application)
    sys.excepthook = fail
    window = desk.new_window()
    window.asking = Refusal()  # type: ignore[assignment]
    window.open_path(path)
    workspace = window.opened
    assert workspace.safety is not None
    assert not workspace.session.read_only
    hand = RandomHand(workspace.session, workspace.bench, seed)
    count = 0

    def edit() -> None:
        nonlocal count
        wants_save = hand.edit()
        assert workspace.safety is not None
        assert workspace.safety.flush()
        count += 1
        say(f"ack {count}")
        if wants_save:
            window.actions_by_id["file.save"].trigger()
            assert not workspace.session.dirty
            say(f"saved {count}")

    timer = QTimer()
    timer.timeout.connect(edit)
    QTimer.singleShot(100, lambda: (say("ready"), timer.start(0)))
    return application.exec()


class Refusal:
    """Dialogs that end the program, because nobody is there to answer them."""

    def __getattr__(self, name: str) -> NoReturn:
        fail(None, f"the window asks: {name}", None)
        raise SystemExit


def fail(kind: object, error: object, where: object) -> None:
    """Say what happened and leave: a soak that goes on after an error would prove nothing."""
    import traceback
    from types import TracebackType

    if isinstance(where, TracebackType):
        traceback.print_tb(where)
    sys.stderr.write(f"soaker: {kind} {error}\n")
    sys.stderr.flush()
    os._exit(1)


def say(line: str) -> None:
    """Write a line that is there at once, whatever happens next."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))
