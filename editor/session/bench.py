"""The bench at which a map is worked on: what tools and panels get of a session."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from editor.model.change import Change
from editor.model.fault import Misfit
from editor.model.ids import Ids
from editor.model.trouble import Trouble
from editor.session.facts import Facts
from editor.session.gesture import SessionGesture
from editor.session.session import Session

if TYPE_CHECKING:
    from editor.session.plans import Plan, Plans

DRAFT_AFTER = 2000
"""Milliseconds after which what is being written is drafted: at most so much is lost by a crash."""


class Bench:
    """A session seen by those who know ids, plans and facts, but neither records nor changes."""

    def __init__(self, session: Session, ids: Ids | None = None) -> None:
        self._session = session
        self._ids = ids

    @cached_property
    def plans(self) -> Plans:
        """The edits, named by ids; loaded with the first one."""
        from editor.session.plans import Plans

        return Plans(self._ids or Ids())

    @property
    def facts(self) -> Facts:
        """Answers about the journey as it is now."""
        return Facts(self._session.journey)

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""
        return self._session.read_only

    def do(self, label: str, plan: Plan) -> tuple[str, ...]:
        """Do a plan as one step named `label`; return the ids of what was added.

        A plan without effect makes no step. Raises Trouble or Misfit, with nothing changed; Trouble, too, for
        what a locked lane holds.
        """
        change = self._allowed(plan)
        if change:
            self._session.do(label, change)
        return tuple(change.added)

    def draft(self, label: str, plan: Plan | None) -> None:
        """Have the journal hold what `do` would do, for after a crash; None: that nothing will be done.

        What `do` would refuse is told when it is done, and nothing of it stands in the journal.
        """
        history = self._session.history
        if history.gesture_open or self._session.read_only:
            return
        self._session.begin_edit()
        try:
            history.draft(label, self._allowed(plan) if plan is not None else Change())
        except (Misfit, Trouble):
            history.draft(label, Change())

    def _allowed(self, plan: Plan) -> Change:
        """Return what a plan changes; raises Trouble for what a locked lane holds."""
        journey = self._session.journey
        if change := plan(journey):
            from editor.model.edits.locks import check_unlocked

            check_unlocked(journey, change)
        return change

    def gesture(self, label: str) -> SessionGesture:
        """Begin a gesture that becomes one step named `label`."""
        return self._session.gesture(label)
