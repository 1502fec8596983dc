"""A gesture: something done with the hand that shows what it would do until it is let go."""

from __future__ import annotations

from collections.abc import Callable

from editor.model.change import Change
from editor.model.gate import check_change
from editor.model.journey import Journey

Plan = Change | Callable[[Journey], Change]
"""A change of the state in which a gesture began, or what makes one from the journey as it was then."""


class Gesture:
    """Previews of one change after another, each made from the state in which the gesture began.

    `commit` keeps the last preview, `cancel` puts everything back; then the gesture is over and only says
    so. `ended` is told the change that stays (empty if none), `drafted` what would stay if it ended now.
    """

    def __init__(
        self, journey: Journey, ended: Callable[[Change], None], drafted: Callable[[Change], None]
    ) -> None:
        self._journey = journey
        self._ended, self._drafted = ended, drafted
        self._shown, self._back = Change(), Change()
        self._over = False

    @property
    def over(self) -> bool:
        """Whether the gesture was committed or cancelled."""
        return self._over

    def preview(self, plan: Plan) -> Change:
        """Show a change in place of the last preview; both are made from the state of the start.

        Returns the change from what was shown to what is shown now. Whatever is raised (Misfit, Trouble),
        the last preview stays.
        """
        self._still_open()
        before = self._shown
        self._take_back()
        try:
            change = self._planned(plan)
            self._show(change if change != before else before)
        except BaseException:
            self._show(before)
            raise
        return before.inverse().then(self._shown)

    def draft(self, plan: Plan) -> None:
        """Tell of a change that would be kept in place of the last preview, which stays.

        Raises what `preview` would raise; then nothing is told.
        """
        self._still_open()
        before = self._shown
        self._take_back()
        try:
            change = self._planned(plan)
            check_change(self._journey, change)
        finally:
            self._show(before)
        self._drafted(change)

    def commit(self) -> Change:
        """Keep what is shown as one step and return it."""
        self._still_open()
        self._over = True
        self._ended(self._shown)
        return self._shown

    def cancel(self) -> Change:
        """Put everything back as it was and return the change that did so."""
        self._still_open()
        back = self._back
        self._take_back()
        self._over = True
        self._ended(Change())
        return back

    def _planned(self, plan: Plan) -> Change:
        return plan(self._journey) if callable(plan) else plan

    def _show(self, change: Change) -> None:
        self._back = self._journey.apply(change) if change else Change()
        self._shown = change

    def _take_back(self) -> None:
        if self._shown:
            self._journey.apply(self._back)
        self._shown = self._back = Change()

    def _still_open(self) -> None:
        if self._over:
            raise RuntimeError("the gesture is over")
