"""Where on the map the selection is: the lane, step and stage that a new element would join."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.model.records import Card, Lane, Point, Stage, Step

if TYPE_CHECKING:
    from editor.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Ids of lane, step and stage, "" where the selection says nothing; `index` is a new card's place."""

    lane: str = ""
    step: str = ""
    stage: str = ""
    index: int | None = None


def whereabouts(journey: Journey, chosen: tuple[str, ...], focus: str) -> Whereabouts:
    """Return where the last chosen element is, or the cell in focus ("lane|step") if nothing is chosen."""
    record = journey.get(chosen[-1]) if chosen and chosen[-1] in journey else None
    match record:
        case Card():
            index = journey.cell(record.lane, record.step).index(record) + 1
            return _at(journey, record.lane, record.step, index)
        case Point():
            return _at(journey, record.lane, record.step)
        case Step():
            return _at(journey, "", record.id)
        case Stage():
            steps = journey.steps(record.id)
            return Whereabouts(stage=record.id, step=steps[-1].id if steps else "")
        case Lane():
            return Whereabouts(lane=record.id)
        case _:
            return _in_cell(journey, focus)


def lane_meant(journey: Journey, chosen: tuple[str, ...], focus: str) -> str:
    """Return the lane that a command for lanes means, "" for none.

    It is the lane chosen last, or that of the cell in focus where nothing is chosen.
    """
    if chosen:
        lanes = [key for key in chosen if key in journey and isinstance(journey.get(key), Lane)]
        return lanes[-1] if lanes else ""
    lane = focus.partition("|")[0]
    return lane if lane in journey and isinstance(journey.get(lane), Lane) else ""


def _in_cell(journey: Journey, focus: str) -> Whereabouts:
    lane, _, step = focus.partition("|")
    return _at(journey, lane, step) if step and lane in journey and step in journey else Whereabouts()


def _at(journey: Journey, lane: str, step: str, index: int | None = None) -> Whereabouts:
    return Whereabouts(lane, step, journey.one(Step, step).stage, index)
