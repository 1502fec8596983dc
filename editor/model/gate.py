"""What every journey keeps to, checked before anything is changed.

Ids are unique, there is one map, references lead to records of the right kind, connections join two
different cards or two different stages, every stage has a step, and every field keeps its rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from operator import attrgetter
from typing import Any, Protocol

from editor.model.change import Change
from editor.model.fault import Fault, Misfit
from editor.model.records import Card, Connection, Map, Record, Stage, Step
from editor.model.references import Kind, Reference, named, references
from editor.model.rules import fault

Grouped = Mapping[Kind, Sequence[Record]]

TWICE = "Two things on the map have the same id."
NO_MAP = "What describes the map itself is missing."
TWO_MAPS = "There is more than one map."
NOT_THERE = "It refers to {target}, which is not on the map."
NAMELESS = "It has to refer to something on the map, and refers to nothing."
WRONG_KIND = "It cannot refer to {target}, which is a {found}."
SAME_ENDS = "A connection joins two different elements."
MIXED_ENDS = "A connection joins two cards or two stages, not a card and a stage."
NO_STEP = "A stage needs at least one step."
STILL_NAMED = "It cannot be removed while {source} refers to it."
OUTDATED = "The change was made for another state of the journey."
OTHER_KIND = "A record keeps its kind."


class Existing(Protocol):
    """What the gate asks a journey."""

    def __contains__(self, key: str) -> bool: ...

    def get(self, key: str) -> Record:
        """Return the record with that id."""
        ...

    def steps(self, stage: str) -> tuple[Step, ...]:
        """Return the steps of a stage."""
        ...

    def naming(self, key: str) -> tuple[Record, ...]:
        """Return the records that name the one with that id."""
        ...


def check_all(groups: Grouped) -> None:
    """Raise Misfit if these records together are no journey; values are taken to keep their rules."""
    ids = {kind: {record.id for record in group} for kind, group in groups.items()}
    _check_ids(groups, ids)
    maps = groups.get(Map, ())
    if len(maps) != 1:
        raise Misfit(Fault(maps[1].id, "", TWO_MAPS) if maps else Fault("map", "", NO_MAP))
    for kind, group in groups.items():
        for reference in references(kind):
            _check_reference(group, reference, ids)
    connections: Sequence[Any] = groups.get(Connection, ())
    for connection in connections:
        _check_ends(connection, ids.get(Card, ()))
    _check_stages(groups)


def check_change(journey: Existing, change: Change) -> None:
    """Raise Misfit if `change` cannot be applied to `journey` as it is now."""
    _check_states(journey, change)
    after = {**change.added, **{key: new for key, (_, new) in change.updated.items()}}
    for record in after.values():
        problem = fault(record)
        if problem:
            raise Misfit(problem)
        _check_targets(journey, change, after, record)
    for record in change.removed.values():
        _check_unnamed(journey, change, after, record)
    _check_steps_left(journey, change, after)


def _check_ids(groups: Grouped, ids: Mapping[Kind, set[str]]) -> None:
    alone = all(one.isdisjoint(other) for one, other in combinations(ids.values(), 2))
    if alone and all(len(ids[kind]) == len(group) for kind, group in groups.items()):
        return
    times = Counter(record.id for record in chain.from_iterable(groups.values()))
    raise Misfit(Fault(times.most_common(1)[0][0], "", TWICE))


def _check_reference(group: Sequence[Record], reference: Reference, ids: Mapping[Kind, set[str]]) -> None:
    values: Iterable[Any] = map(attrgetter(reference.field), group)
    lost = set[str](chain.from_iterable(values) if reference.many else values)
    if not reference.required:
        lost.discard("")
    for kind in reference.targets or ids:
        lost = lost - ids.get(kind, set())
    if lost:
        culprit = next(r for r in group if lost.intersection(reference.named_by(r)))
        target = next(key for key in reference.named_by(culprit) if key in lost)
        found = next((kind.kind for kind, group_ids in ids.items() if target in group_ids), "")
        raise Misfit(_lost(culprit, reference, target, found))


def _lost(record: Record, reference: Reference, target: str, found: str) -> Fault:
    problem = WRONG_KIND if found else NOT_THERE if target else NAMELESS
    return Fault(record.id, reference.field, problem, {"target": repr(target), "found": found})


def _check_ends(connection: Connection, cards: Container[str]) -> None:
    if connection.source == connection.target:
        raise Misfit(Fault(connection.id, "target", SAME_ENDS))
    if (connection.source in cards) != (connection.target in cards):
        raise Misfit(Fault(connection.id, "target", MIXED_ENDS))


def _check_stages(groups: Grouped) -> None:
    filled = {step.stage for step in groups.get(Step, ()) if isinstance(step, Step)}
    for stage in groups.get(Stage, ()):
        if stage.id not in filled:
            raise Misfit(Fault(stage.id, "", NO_STEP))


def _check_states(journey: Existing, change: Change) -> None:
    for key, record in change.added.items():
        _expect(key == record.id and key not in journey, record, TWICE)
        _expect(not isinstance(record, Map), record, TWO_MAPS)
    for key, (old, new) in change.updated.items():
        _expect(key in journey and journey.get(key) == old and key == new.id, old, OUTDATED)
        _expect(type(old) is type(new), old, OTHER_KIND)
    for key, record in change.removed.items():
        _expect(key in journey and journey.get(key) == record, record, OUTDATED)
        _expect(not isinstance(record, Map), record, NO_MAP)


def _expect(good: bool, record: Record, problem: str) -> None:
    if not good:
        raise Misfit(Fault(record.id, "", problem))


def _check_targets(journey: Existing, change: Change, after: Mapping[str, Record], record: Record) -> None:
    for reference, key in named(record):
        target = after.get(key)
        if target is None and key in journey and key not in change.removed:
            target = journey.get(key)
        if target is None:
            raise Misfit(_lost(record, reference, key, ""))
        if reference.targets and type(target) not in reference.targets:
            raise Misfit(_lost(record, reference, key, target.kind))
    if isinstance(record, Connection):
        _check_ends(record, _Cards(journey, after))


class _Cards:
    """The ids that belong to cards once a change is applied."""

    def __init__(self, journey: Existing, after: Mapping[str, Record]) -> None:
        self._journey = journey
        self._after = after

    def __contains__(self, key: object) -> bool:
        return isinstance(self._after.get(str(key)) or self._journey.get(str(key)), Card)


def _check_unnamed(journey: Existing, change: Change, after: Mapping[str, Record], record: Record) -> None:
    for source in journey.naming(record.id):
        if source.id not in change.removed and source.id not in after:
            details = {"source": source.id}
            raise Misfit(Fault(record.id, "", STILL_NAMED, details))


def _check_steps_left(journey: Existing, change: Change, after: Mapping[str, Record]) -> None:
    gone = set(change.removed)
    for stage in set(_stages_touched(change)) - gone:
        stays = any(
            step.id not in gone and _stage_of(after.get(step.id, step)) == stage
            for step in (*_steps_now(journey, stage), *after.values())
        )
        if not stays:
            raise Misfit(Fault(stage, "", NO_STEP))


def _stages_touched(change: Change) -> Iterator[str]:
    yield from (key for key, record in change.added.items() if isinstance(record, Stage))
    yield from (record.stage for record in change.removed.values() if isinstance(record, Step))
    yield from (old.stage for old, _ in change.updated.values() if isinstance(old, Step))


def _steps_now(journey: Existing, stage: str) -> tuple[Step, ...]:
    return journey.steps(stage) if stage in journey else ()


def _stage_of(record: Record) -> str:
    return record.stage if isinstance(record, Step) else ""
