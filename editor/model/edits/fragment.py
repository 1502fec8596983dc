"""Fragments: parts of a map on their way to another place or another map.

A fragment is records that would be a journey if a map record were with them. What was chosen comes with all
that it holds and names; bare stages, steps and lanes around it only say where it stood, and an Unknown
record of the kind "fragment" tells which these are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from editor.model.change import Change
from editor.model.edits.landing import Landing
from editor.model.edits.removing import bound_to
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Map,
    Owner,
    Persona,
    Point,
    Record,
    Stage,
    Step,
    Unknown,
)
from editor.model.references import named

KIND = "fragment"
CHOSEN = (Card, Stage, Step, Lane, Point)
"""What can be cut out; notes and connections come with what they belong to."""

Held = Mapping[str, Record]


def cut_out(journey: Journey, keys: Iterable[str]) -> tuple[Record, ...]:
    """Return the fragment of the cards, stages, steps, lanes and emotions with those ids; none gives ().

    Connections come where both their ends do, notes with what they are about; personas, owners, channels
    and pictures where something that comes names them.
    """
    held = _held(journey, [r.id for r in map(journey.get, keys) if isinstance(r, CHOSEN)])
    if not held:
        return ()
    around = _around(journey, held)
    return (*held.values(), *_named_by(journey, held), *around, _mark(journey, around))


def paste_fragment(
    journey: Journey, records: Iterable[Record], *, lane: str = "", step: str = "", ids: Ids
) -> Change:
    """Bring a fragment into a journey, everything with new ids.

    Loose cards keep their places to one another, from the cell where `lane` meets `step` on, as the cells of
    a pasted table do. Stages come after the anchor's stage, steps after the anchor itself; what stands in
    them goes to the lanes of the same kind. Lanes come after the anchor's and keep their columns. Personas,
    owners and channels are those of the same name, if there are such; pictures those of the same content.
    Without anchors ("") stages, steps and lanes come last and cards begin in the first cell. Raises Misfit
    for records that are no fragment.
    """
    parts = tuple(records)
    about = () if any(isinstance(record, Map) for record in parts) else (Map(),)
    return Landing(journey, Journey((*about, *parts)), _marked(parts), (lane, step), ids).change()


def _marked(records: Iterable[Record]) -> set[str]:
    """Return the ids of what only stands around what a fragment brings, as its mark tells them."""
    marks = [r for r in records if isinstance(r, Unknown) and r.unknown_kind == KIND]
    lists = [json.loads(mark.fields).get("around") for mark in marks]
    return {str(key) for keys in lists if isinstance(keys, list) for key in keys}


def _mark(journey: Journey, around: Sequence[Record]) -> Unknown:
    key = next(key for number in count(1) if (key := f"{KIND}-{number}") not in journey)
    fields = {"around": sorted(record.id for record in around)}
    return Unknown(key, KIND, json.dumps(fields, separators=(",", ":")))


def _held(journey: Journey, keys: Sequence[str]) -> dict[str, Record]:
    """Return the records with those ids and all they hold, without connections that lead out."""
    bound = bound_to(journey, keys)
    leaving = [key for key, record in bound.items() if _leads_out(record, bound)]
    left = bound_to(journey, leaving)
    return {key: _clipped(journey, record, bound) for key, record in bound.items() if key not in left}


def _leads_out(record: Record, held: Held) -> bool:
    return isinstance(record, Connection) and not (record.source in held and record.target in held)


def _clipped(journey: Journey, record: Record, held: Held) -> Record:
    """Return a card of a step that comes, no wider than the steps that come after it; others as they are."""
    if not isinstance(record, Card) or record.step not in held:
        return record
    columns = journey.columns()[journey.column(record.step) :]
    reach = next((place for place, step in enumerate(columns) if step.id not in held), len(columns))
    return replace(record, span=min(record.span, reach))


def _named_by(journey: Journey, held: Held) -> Iterable[Record]:
    """Return the personas, owners, channels and pictures that the records name, directly or not."""
    found: dict[str, Record] = {}
    waiting = list(held.values())
    while waiting:
        for _, key in named(waiting.pop()):
            record = journey.get(key)
            if key not in found and isinstance(record, Persona | Owner | Channel | Image):
                found[key] = record
                waiting.append(record)
    return found.values()


def _around(journey: Journey, held: Held) -> list[Record]:
    """Return bare stages, steps and lanes that say where the records stood."""
    placed = [record for record in held.values() if isinstance(record, Card | Point)]
    steps = [step for step in _columns_around(journey, held, placed) if step.id not in held]
    parents = {step.stage for step in steps} | {r.stage for r in held.values() if isinstance(r, Step)}
    stages = [stage for stage in journey.all(Stage) if stage.id in parents and stage.id not in held]
    return [
        *(Stage(stage.id, stage.order) for stage in stages),
        *(Step(step.id, step.order, step.stage) for step in steps),
        *map(_bare, _lanes_around(journey, held, placed)),
    ]


def _columns_around(journey: Journey, held: Held, placed: Sequence[Card | Point]) -> Sequence[Step]:
    """Return the columns from the first to the last that is needed; lanes count from the map's first."""
    spots = [journey.column(record.step) for record in placed if record.step not in held]
    if not spots:
        return ()
    first = 0 if any(isinstance(record, Lane) for record in held.values()) else min(spots)
    return journey.columns()[first : max(spots) + 1]


def _lanes_around(journey: Journey, held: Held, placed: Sequence[Card | Point]) -> list[Lane]:
    """Return the lanes that are not held but hold something, and those between loose cards."""
    lanes = journey.all(Lane)
    loose = {record.lane for record in placed if is_loose(record, held)}
    spots = [place for place, lane in enumerate(lanes) if lane.id in loose]
    between = lanes[spots[0] : spots[-1] + 1] if spots else ()
    needed = {record.lane for record in placed} | {lane.id for lane in between}
    return [lane for lane in lanes if lane.id in needed and lane.id not in held]


def is_loose(record: Any, held: Any) -> bool:
    """Tell whether a record is a card of which neither lane nor step is held."""
    return isinstance(record, Card) and record.lane not in held and record.step not in held


def _bare(lane: Lane) -> Lane:
    return Lane(lane.id, lane.order, lane.lane_kind, lane.title, hidden=lane.hidden, locked=lane.locked)
