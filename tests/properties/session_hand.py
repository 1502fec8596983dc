"""Somebody at work on an open map: a state machine of random deeds, and what must hold after each of them."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from editor.files.format import dumps
from editor.model.change import Change
from editor.model.fault import Misfit
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Map, Record
from editor.model.trouble import Trouble
from editor.picture.frame import Picture
from editor.session.bench import Bench
from editor.session.clip import Clip, copied
from editor.session.gesture import SessionGesture
from editor.session.plans import Plan
from editor.session.session import Session
from tests.layout.build import fixed_layout
from tests.properties.journeys import records
from tests.properties.session_checks import assert_same_picture, assert_sound, fresh
from tests.properties.session_deeds import Deeds, Impossible

RUN = 50
LAID_OUT_EVERY, COMPARED_EVERY = 3, 9
"""Steps after which the map is laid out, and after which the layout is held against a fresh one."""
PHASES = (Phase.generate,) if "SAFAR_MACHINE_BRIEF" in os.environ else (Phase.generate, Phase.shrink)

QUIET = settings(
    deadline=None,
    stateful_step_count=RUN,
    database=None,
    phases=PHASES,
    suppress_health_check=list(HealthCheck),
)

Make = Callable[[Deeds], Plan]

seeds = st.integers(0, 2**20)


class Hand(RuleBasedStateMachine):
    """Somebody at work on one map, with a mirror that only hears what the session tells."""

    tally: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.layout = fixed_layout()
        self.gesture: SessionGesture | None = None
        self.start = Journey([Map()])
        self.clip = Clip()
        self.count = 0

    @initialize(drawn=records(most=2), number=seeds)
    def open(self, drawn: list[Record], number: int) -> None:
        self.ids = Ids(f"hand {number}")  # other ids than those of the map that it sits down at
        self.sit_down(Session(Journey(drawn), self.layout.lay_out))

    def sit_down(self, session: Session) -> None:
        self.session = session
        self.bench = Bench(session, self.ids)
        self.first = dumps(session.journey.records())
        self.mirror = session.journey.by_id()
        session.subscribe(self.hear)

    def hear(self, change: Change) -> None:
        for key, record in change.removed.items():
            assert self.mirror.pop(key) == record
        for key, (old, new) in change.updated.items():
            assert self.mirror[key] == old
            self.mirror[key] = new
        assert not change.added.keys() & self.mirror.keys()
        self.mirror.update(change.added)

    # What can be done

    @rule(number=seeds)
    def do(self, number: int) -> None:
        self.attempt(lambda deeds: deeds.any_plan(), number)

    @rule(number=seeds)
    def do_again(self, number: int) -> None:
        self.attempt(lambda deeds: deeds.any_plan(), number)

    @precondition(lambda self: self.gesture is None)
    @rule(number=seeds)
    def spoil(self, number: int) -> None:
        before = self.state()
        try:
            plan = self.deeds(number).spoiling()
        except Impossible:
            return
        with pytest.raises((Misfit, Trouble)):
            self.bench.do("Spoil", plan)
        assert self.state() == before

    @rule(number=seeds)
    def paste(self, number: int) -> None:
        self.attempt(lambda deeds: deeds.pasting(self.clip), number)

    @precondition(lambda self: self.clip.fragment)
    @rule(number=seeds)
    def paste_bare(self, number: int) -> None:
        self.attempt(lambda deeds: deeds.pasting_bare(self.clip), number)

    @rule(number=seeds)
    def paste_text(self, number: int) -> None:
        self.attempt(lambda deeds: deeds.pasting_text(), number)

    @rule(number=seeds)
    def copy(self, number: int) -> None:
        before = self.session.journey.by_id()
        clip = copied(self.session.journey, self.chosen(number))
        self.clip = clip if clip.fragment else self.clip
        assert self.session.journey.by_id() == before

    @rule()
    def undo(self) -> None:
        labels, open_before = self.session.history.done, self.gesture is not None
        assert bool(self.session.undo()) or open_before or not labels
        assert self.session.history.done == (labels if open_before else labels[:-1])
        self.gesture = None

    @rule()
    def redo(self) -> None:
        labels = self.session.history.undone
        change = self.session.redo()
        assert bool(change) == bool(labels and self.gesture is None)

    @precondition(lambda self: self.gesture is None)
    @rule(number=seeds)
    def begin_gesture(self, number: int) -> None:
        self.start = fresh(self.session.journey)
        self.gesture = self.bench.gesture("Drag")
        self.preview(number)

    @precondition(lambda self: self.gesture is not None)
    @rule(number=seeds)
    def preview(self, number: int) -> None:
        assert self.gesture is not None
        self.attempt(lambda deeds: deeds.dragging(), number, self.gesture)

    @precondition(lambda self: self.gesture is not None)
    @rule(number=seeds)
    def draft(self, number: int) -> None:
        assert self.gesture is not None
        before = self.state()
        with suppress(Impossible):
            self.gesture.draft(self.deeds(number).dragging())
        assert self.state() == before

    @precondition(lambda self: self.gesture is not None)
    @rule()
    def commit(self) -> None:
        assert self.gesture is not None
        shown, labels = self.session.journey.by_id(), self.session.history.done
        change = self.gesture.commit()
        self.gesture = None
        assert self.session.journey.by_id() == shown
        assert self.session.history.done == (*labels, *(["Drag"] if change else []))

    @precondition(lambda self: self.gesture is not None)
    @rule()
    def cancel(self) -> None:
        assert self.gesture is not None
        labels = self.session.history.done
        self.gesture.cancel()
        self.gesture = None
        assert self.session.history.done == labels

    @precondition(lambda self: self.gesture is None)
    @rule()
    def save(self) -> None:
        self.session.save(self.file)
        assert not self.session.dirty
        assert self.file.read_bytes() == dumps(self.session.journey.records())

    @precondition(lambda self: self.gesture is None and self.session.path)
    @rule()
    def reload(self) -> None:
        dirty, now = self.session.dirty, self.session.journey
        opened = Session.open(self.file, self.layout.lay_out)
        assert opened.state == "ok"
        assert dirty or opened.journey == now
        self.walk_history()
        self.sit_down(opened)

    # What must hold

    @invariant()
    def everything_is_sound(self) -> None:
        if not hasattr(self, "session"):
            return
        self.tally["steps"] += 1
        self.count += 1
        journey = self.session.journey
        assert_sound(journey)
        assert self.mirror == journey.by_id()
        assert self.session.history.gesture_open == (self.gesture is not None)
        if self.count % LAID_OUT_EVERY == 0:
            self.look(self.session.picture)

    def look(self, picture: Picture) -> None:
        """Hold what was laid out with the memory of all that went before against a fresh layout."""
        if self.count % COMPARED_EVERY == 0:
            assert_same_picture(picture, fixed_layout().lay_out(fresh(self.session.journey)))

    def teardown(self) -> None:
        if hasattr(self, "session"):
            if self.gesture is not None:
                self.cancel()
            self.walk_history()
        self.folder.cleanup()

    def walk_history(self) -> None:
        """Undo everything and do it again: the first bytes come back, then the last."""
        while self.session.redo():
            pass
        last = dumps(self.session.journey.records())
        while self.session.undo():
            pass
        assert dumps(self.session.journey.records()) == self.first
        while self.session.redo():
            pass
        assert dumps(self.session.journey.records()) == last

    # How it is done

    @property
    def file(self) -> Path:
        return Path(self.folder.name) / "a.journey"

    def deeds(self, number: int) -> Deeds:
        """Return deeds for what a hand knows of: in a gesture that is the map as it was at the start."""
        known = self.session.journey if self.gesture is None else self.start
        return Deeds(known, self.bench.plans, number)

    def chosen(self, number: int) -> tuple[str, ...]:
        return Deeds(self.session.journey, self.bench.plans, number).chosen()

    def attempt(self, make: Make, number: int, gesture: SessionGesture | None = None) -> None:
        """Do a plan, or preview it; what is impossible or refused must leave no trace."""
        try:
            plan = make(self.deeds(number))
        except Impossible:
            return
        before, dirty = self.state(), self.session.dirty
        try:
            if gesture is not None:
                gesture.preview(plan)
            elif self.gesture is not None:
                with pytest.raises(RuntimeError):
                    self.session.do("Edit", Change(added={"x": next(iter(before[0].values()))}))
                assert self.state() == before
            else:
                self.do_plan(plan)
        except Trouble:
            assert self.state() == before
            assert self.session.dirty == dirty

    def do_plan(self, plan: Plan) -> None:
        change = plan(self.session.journey)
        assert plan(self.session.journey) == change
        labels = self.session.history.done
        self.bench.do("Edit", plan)
        assert self.session.history.done == (*labels, *(["Edit"] if change else []))

    def state(self) -> tuple[dict[str, Record], tuple[str, ...], tuple[str, ...]]:
        history = self.session.history
        return self.session.journey.by_id(), history.done, history.undone


def run(machine: type[Hand], steps: int) -> None:
    """Let hands of that kind make so many steps; hypothesis leaves runs out that it has seen before."""
    while machine.tally["steps"] < steps:
        number = int(os.environ.get("SAFAR_MACHINE_SEED", random.getrandbits(32)))
        print(f"SAFAR_MACHINE_SEED={number}")
        again = seed(number)(type("Hand", (machine,), {}))
        left = 1 + (steps - machine.tally["steps"]) // RUN
        run_state_machine_as_test(again, settings=settings(QUIET, max_examples=left))
