"""A gesture of a session: previews that all who follow the journey are told of."""

from __future__ import annotations

from collections.abc import Callable

from editor.history.gesture import Gesture, Plan
from editor.model.change import Change
from editor.model.fault import Misfit
from editor.model.trouble import Trouble


class SessionGesture:
    """A gesture whose changes are told to `tell`; see `editor.history.gesture.Gesture`."""

    def __init__(self, gesture: Gesture, tell: Callable[[Change], object]) -> None:
        self._gesture = gesture
        self._tell = tell

    @property
    def over(self) -> bool:
        """Whether the gesture was committed or cancelled."""
        return self._gesture.over

    def preview(self, plan: Plan) -> Change:
        """Show a change made from the state of the start, in place of the last preview."""
        return self._told(self._gesture.preview(plan))

    def draft(self, plan: Plan | None) -> None:
        """Have the journal hold what a plan would keep, for after a crash; None: that nothing is to be kept.

        What cannot be kept is told when somebody wants to keep it, and nothing of it stands in the journal.
        """
        try:
            self._gesture.draft(plan or Change())
        except (Misfit, Trouble):
            self._gesture.draft(Change())

    def commit(self) -> Change:
        """Keep what is shown as one step and return it."""
        change = self._gesture.commit()
        self._tell(Change())
        return change

    def cancel(self) -> Change:
        """Put everything back as it was."""
        back = self._gesture.cancel()
        self._tell(back)
        return back

    def _told(self, change: Change) -> Change:
        if change:
            self._tell(change)
        return change
