"""The history of one journey: what was done, what was undone, and the gesture under way."""

from __future__ import annotations

from editor.history.gesture import Gesture
from editor.history.steps import Step
from editor.model.change import Change
from editor.model.journey import Journey


class History:
    """All steps since the journey was opened, without a limit.

    Every method that alters the journey returns the change that was made to it, for those who follow it.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._gesture: Gesture | None = None

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
        return back

    def redo(self) -> Change:
        """Do again what was undone last; an empty change if there is nothing, or during a gesture."""
        if self._gesture is not None or not self._undone:
            return Change()
        step = self._undone.pop()
        self._journey.apply(step.change)
        self._done.append(step)
        return step.change

    def gesture(self, label: str) -> Gesture:
        """Begin a gesture: previews that end in one step or in none. Only one can be under way."""
        self._no_gesture()
        self._gesture = Gesture(self._journey, lambda change: self._end(label, change))
        return self._gesture

    def _end(self, label: str, change: Change) -> None:
        self._gesture = None
        if change:
            self._record(label, change)

    def _record(self, label: str, change: Change) -> None:
        self._done.append(Step(label, change))
        self._undone.clear()

    def _no_gesture(self) -> None:
        if self._gesture is not None:
            raise RuntimeError("a gesture is under way")
