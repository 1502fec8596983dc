"""The bench at which a map is worked on: what tools and panels get of a session."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from editor.model.ids import Ids
from editor.session.facts import Facts
from editor.session.gesture import SessionGesture
from editor.session.session import Session

if TYPE_CHECKING:
    from editor.session.plans import Plan, Plans


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
        change = plan(self._session.journey)
        if change:
            from editor.model.edits.locks import check_unlocked

            check_unlocked(self._session.journey, change)
            self._session.do(label, change)
        return tuple(change.added)

    def gesture(self, label: str) -> SessionGesture:
        """Begin a gesture that becomes one step named `label`."""
        return self._session.gesture(label)
