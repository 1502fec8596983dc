"""Locked lanes: what stands in them stays as it is until somebody unlocks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editor.model.change import Change
from editor.model.edits.spans import moves_columns
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Point, Record
from editor.model.trouble import Trouble


def check_unlocked(journey: Journey, change: Change) -> None:
    """Raise Trouble if `change` touches what a locked lane holds, or what the lane says.

    A column may come and go with all that stands in it, and what is named by cards may go; a locked lane may
    be moved, resized, collapsed, hidden and unlocked.
    """
    locked = {lane.id for lane in journey.all(Lane) if lane.locked}
    if not locked:
        return
    for lane in _touched(change):
        if lane in locked:
            raise Trouble(
                "The lane is locked against changes.", "Unlock it first, in the Arrange menu.", place=lane
            )


def _touched(change: Change) -> Iterator[str]:
    """Yield the ids of lanes of which something is touched."""
    for record in change.added.values():
        if isinstance(record, Card | Point) and record.step not in change.added:
            yield record.lane
    for record in change.removed.values():
        if isinstance(record, Lane):
            yield record.id
        elif isinstance(record, Card | Point) and record.step not in change.removed:
            yield record.lane
    aside = bool(change.removed) or moves_columns(change)
    for old, new in change.updated.values():
        if isinstance(old, Lane) and isinstance(new, Lane) and old.locked and new.locked:
            if not aside and _words(old) != _words(new):
                yield old.id
        elif not (aside and _content(old) == _content(new)):
            yield from _lanes(old)
            yield from _lanes(new)


def _lanes(record: Record) -> Iterator[str]:
    if isinstance(record, Card | Point):
        yield record.lane


def _content(record: Record) -> tuple[object, ...]:
    """Return what of a card or an emotion never changes because something else goes."""
    if isinstance(record, Card):
        return record.lane, record.step, record.order, record.text
    return (replace(record, persona=""),) if isinstance(record, Point) else ()


def _words(lane: Lane) -> tuple[str, ...]:
    return lane.title, lane.summary, lane.lane_kind, lane.persona
