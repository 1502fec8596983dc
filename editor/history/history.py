"""The history of one journey: what was done, what was undone, and the gesture under way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from editor.history.gesture import Gesture
from editor.history.steps import Deed, Step
from editor.model.change import Change
from editor.model.gate import check_change
from editor.model.journey import Journey

Witness = Callable[[Deed], None]


class History:
    """All steps since the journey was opened, without a limit.

    Every method that alters the journey returns the change that was made to it, for those who follow it.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._gesture: Gesture | None = None
        self._draft: Deed | None = None
        self._witnesses: list[Witness] = []

    def follow(self, witness: Witness) -> Callable[[], None]:
        """Tell `witness` from now on of all that is done, undone, redone or drafted; of no previews.

        Call what is returned, once, to end it.
        """
        self._witnesses.append(witness)
        return lambda: self._witnesses.remove(witness)

    @property
    def done(self) -> tuple[str, ...]:
        """The labels of the steps that can be undone, the latest last."""
        return tuple(step.label for step in self._done)

    @property
    def undone(self) -> tuple[str, ...]:
        """The labels of the steps that can be redone, the next one last."""
        return tuple(step.label for step in self._undone)

    @property
    def latest(self) -> Step | None:
        """The step that undo would take back: the same object whenever the journey is in the same state."""
        return self._done[-1] if self._done else None

    @property
    def drafted(self) -> Deed | None:
        """The draft that was told last, until it is void."""
        return self._draft

    @property
    def gesture_open(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    def do(self, label: str, change: Change) -> Change:
        """Apply `change` as one step; an empty change leaves no step.

        Raises Misfit if it does not fit, RuntimeError while a gesture is under way.
        """
        self._no_gesture()
        if change:
            self._journey.apply(change)
            self._record(label, change)
        return change

    def draft(self, label: str, change: Change) -> None:
        """Tell of a change that is still being made, and will be a step: it is what a crash leaves of it.

        It is void with the next deed; an empty change makes it so at once. Raises Misfit if it does not fit,
        RuntimeError while a gesture is under way, which has drafts of its own.
        """
        self._no_gesture()
        check_change(self._journey, change)
        self._tell_draft(label, change)

    def undo(self) -> Change:
        """Take back the latest step, or the gesture under way; an empty change if there is nothing."""
        if self._gesture is not None:
            return self._gesture.cancel()
        if not self._done:
            return Change()
        step = self._done.pop()
        back = step.change.inverse()
        self._journey.apply(back)
        self._undone.append(step)
        self._tell(Deed("undo", step.label, back))
        return back

    def redo(self) -> Change:
        """Do again what was undone last; an empty change if there is nothing, or during a gesture."""
        if self._gesture is not None or not self._undone:
            return Change()
        step = self._undone.pop()
        self._journey.apply(step.change)
        self._done.append(step)
        self._tell(Deed("redo", step.label, step.change))
        return step.change

    def repeat(self, deed: Deed) -> None:
        """Do what another history of the same journey was told to; raises Misfit if it does not fit.

        What was done before this history began is undone as a step of its own.
        """
        if deed.act == "undo" and self._done and self._done[-1].change.inverse() == deed.change:
            self.undo()
        elif deed.act == "redo" and self._undone and self._undone[-1].change == deed.change:
            self.redo()
        else:
            self.do(deed.label, deed.change)

    def gesture(self, label: str) -> Gesture:
        """Begin a gesture: previews that end in one step or in none. Only one can be under way."""
        self._no_gesture()
        ended, drafted = partial(self._end, label), partial(self._tell_draft, label)
        self._gesture = Gesture(self._journey, ended, drafted)
        return self._gesture

    def _end(self, label: str, change: Change) -> None:
        self._gesture = None
        if change:
            self._record(label, change)
        else:
            self._tell_draft(label, change)

    def _record(self, label: str, change: Change) -> None:
        self._done.append(Step(label, change))
        self._undone.clear()
        self._tell(Deed("do", label, change))

    def _tell_draft(self, label: str, change: Change) -> None:
        """Tell of a draft unless that is what was told last."""
        if change != (self._draft.change if self._draft else Change()):
            self._tell(Deed("draft", label, change))

    def _tell(self, deed: Deed) -> None:
        self._draft = deed if deed.act == "draft" and deed.change else None
        for witness in self._witnesses:
            witness(deed)

    def _no_gesture(self) -> None:
        if self._gesture is not None:
            raise RuntimeError("a gesture is under way")
