"""Reads off an open map which actions can work on it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.window.situation import Situation
from editor.window.whereabouts import lane_meant, whereabouts

if TYPE_CHECKING:
    from editor.session.facts import Facts
    from editor.session.session import Session
    from editor.window.whereabouts import Whereabouts


def situated(session: Session, facts: Facts, chosen: tuple[str, ...], focus: str) -> Situation:
    """Return the situation with these elements chosen and this spot in focus."""
    where = whereabouts(session.journey, chosen, focus)
    done, undone = session.history.done, session.history.undone
    kinds = frozenset(facts.kind(key) for key in chosen)
    return Situation(
        has_map=True,
        writable=not session.read_only,
        undo=done[-1] if done else "",
        redo=undone[-1] if undone else "",
        kinds=kinds,
        cell=bool(where.lane and where.step) and facts.takes_cards(where.lane),
        lane=bool(lane_meant(session.journey, chosen, focus)),
        splits=_splits(facts, where, kinds),
        merges=_merges(facts, chosen),
        hidden=bool(facts.hidden_lanes()),
        pair=len(chosen) == 2 and kinds in ({"card"}, {"stage"}),
        column=bool(where.step),
    )


def _splits(facts: Facts, where: Whereabouts, kinds: frozenset[str]) -> bool:
    """Tell whether a stage could begin at the step that is meant: it is not the first of its stage."""
    if not where.step or not kinds <= {"step", "card"}:
        return False
    return facts.steps_of(where.stage).index(where.step) > 0


def _merges(facts: Facts, chosen: tuple[str, ...]) -> bool:
    """Tell whether only stages are chosen: several, or one that another follows."""
    stages = facts.stages()
    if not chosen or any(key not in stages for key in chosen):
        return False
    return len(chosen) > 1 or chosen != stages[-1:]
