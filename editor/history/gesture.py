"""A gesture: something done with the hand that shows what it would do until it is let go."""

from __future__ import annotations

from collections.abc import Callable

from editor.model.change import Change
from editor.model.journey import Journey


class Gesture:
    """Previews of one change after another, each made from the state in which the gesture began.

    `commit` keeps the last preview, `cancel` puts everything back; then the gesture is over and only says
    so. `ended` is told the change that stays (empty if none).
    """

    def __init__(self, journey: Journey, ended: Callable[[Change], None]) -> None:
        self._journey = journey
        self._ended = ended
        self._shown = Change()
        self._over = False

    @property
    def over(self) -> bool:
        """Whether the gesture was committed or cancelled."""
        return self._over

    def preview(self, change: Change) -> Change:
        """Show `change` (which fits the start state) in place of the last preview.

        Returns the change from what was shown to what is shown now. Raises Misfit, the last preview still
        in place, if `change` does not fit.
        """
        self._still_open()
        now = self._shown.inverse().then(change)
        if now:
            self._journey.apply(now)
        self._shown = change
        return now

    def commit(self) -> Change:
        """Keep what is shown as one step and return it."""
        self._still_open()
        self._over = True
        self._ended(self._shown)
        return self._shown

    def cancel(self) -> Change:
        """Put everything back as it was and return the change that did so."""
        self._still_open()
        back = self._shown.inverse()
        if back:
            self._journey.apply(back)
        self._over = True
        self._ended(Change())
        return back

    def _still_open(self) -> None:
        if self._over:
            raise RuntimeError("the gesture is over")
