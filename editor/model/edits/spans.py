"""Wide cards are kept on the map: none reaches past the last column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Card, Record, Stage, Step
from editor.model.shelf import rank


def clipped(journey: Journey, change: Change) -> Change:
    """Return `change` with its wide cards no wider than there are columns for them afterwards.

    Where columns move or go, the wide cards that stay where they are become narrower, too.
    """
    added, updated = dict(change.added), dict(change.updated)
    wide = [card for card in _wide(journey, change) if card.id not in change.removed]
    if not wide:
        return change
    places = _places(journey, change)
    for card in wide:
        room = len(places) - places.get(card.step, 0)
        if card.span > room:
            narrow = replace(card, span=max(1, room))
            if card.id in added:
                added[card.id] = narrow
            else:
                updated[card.id] = (journey.get(card.id), narrow)
    kept = {key: pair for key, pair in updated.items() if pair[0] != pair[1]}
    return Change(added, kept, change.removed)


def moves_columns(change: Change) -> bool:
    """Tell whether columns stand elsewhere after the change, or are gone."""
    if any(isinstance(record, Step) for record in change.removed.values()):
        return True
    return any(_place(old) != _place(new) for old, new in change.updated.values())


def _place(record: Record) -> tuple[str, ...]:
    if isinstance(record, Step):
        return record.order, record.stage
    return (record.order,) if isinstance(record, Stage) else ()


def _wide(journey: Journey, change: Change) -> Iterator[Card]:
    """Yield the wide cards, as they are after the change, that may be too wide then."""
    touched: dict[str, Record] = {**change.added, **{key: new for key, (_, new) in change.updated.items()}}
    for record in touched.values():
        if isinstance(record, Card) and record.span > 1:
            yield record
    if moves_columns(change):
        yield from (card for card in journey.all(Card) if card.span > 1 and card.id not in touched)


def _places(journey: Journey, change: Change) -> Mapping[str, int]:
    """Return the number of each column after the change, by the step's id."""
    stages = {stage.id: rank(stage) for stage in _after(journey, change, Stage)}
    steps = [step for step in _after(journey, change, Step) if step.stage in stages]
    ordered = sorted(steps, key=lambda step: (stages[step.stage], rank(step)))
    return {step.id: number for number, step in enumerate(ordered)}


def _after(journey: Journey, change: Change, kind: type[Any]) -> list[Any]:
    """Return the records of a kind as they are after the change."""
    kept = [change.updated[r.id][1] if r.id in change.updated else r for r in journey.all(kind)]
    added = [record for record in change.added.values() if isinstance(record, kind)]
    return [record for record in kept if record.id not in change.removed] + added
