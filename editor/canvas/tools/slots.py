"""Where a stage, a step or a lane that is dragged by its header would come in: between which others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from editor.canvas.terrain import Terrain
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.canvas.lane_plan import LanePlan
    from editor.canvas.places import Places
    from editor.canvas.spot import Spot
    from editor.session.bench import Bench
    from editor.session.facts import Facts
    from editor.session.plans import Plan


@dataclass(frozen=True, slots=True)
class Order:
    """Which stages, steps and lanes there were, in their order, when a drag began."""

    row_of_stages: tuple[str, ...]
    row_of_lanes: tuple[str, ...]
    steps: Mapping[str, tuple[str, ...]]

    @classmethod
    def now(cls, facts: Facts) -> Order:
        """Return the order as it is now."""
        stages = facts.stages()
        return cls(stages, facts.all_lanes(), {stage: facts.steps_of(stage) for stage in stages})

    def stages(self) -> tuple[str, ...]:
        """Return the stages in the order of time."""
        return self.row_of_stages

    def all_lanes(self) -> tuple[str, ...]:
        """Return all lanes, hidden ones too, from top to bottom."""
        return self.row_of_lanes

    def steps_of(self, stage: str) -> tuple[str, ...]:
        """Return the steps of a stage."""
        return self.steps[stage]

    def stage_of(self, step: str) -> str:
        """Return the stage of a step."""
        return next(stage for stage, steps in self.steps.items() if step in steps)


class Ground:
    """Where headers and lanes were when a drag began; the map changes under it."""

    def __init__(self, places: Places) -> None:
        self.rtl, self.width, self.lanes = places.rtl, places.width, places.lanes
        self._stages = tuple(places.outer("stage"))

    def outer(self, role: str) -> Sequence[Spot]:
        """Return the stages."""
        return self._stages if role == "stage" else ()


class Site(Protocol):
    """Where headers and lanes are, on the map or as they were."""

    @property
    def rtl(self) -> bool:
        """Whether time runs from right to left."""
        ...

    @property
    def width(self) -> float:
        """The sheet's width in points."""
        ...

    @property
    def lanes(self) -> tuple[tuple[Rect, LanePlan], ...]:
        """Where each lane is, and what stands in it."""
        ...

    def outer(self, role: str) -> Sequence[Spot]:
        """Return the spots outside the lanes that have this role."""
        ...


@dataclass(frozen=True, slots=True)
class Slot:
    """A place between others: where its line is on the sheet, and in which row at which index it is.

    `row` is the stage of a step and "" otherwise; `index` counts without what is dragged. The line stands
    at the stage, step or lane `beside`.
    """

    bar: Rect
    index: int
    beside: str
    row: str = ""

    def bar_on(self, places: Site, before: Site, role: str) -> Rect:
        """Return where the line is on a map that looks other than `before`, when the slot was found."""
        then, now = (place_of(site, role, self.beside) for site in (before, places))
        return self.bar.moved(now.x - then.x, now.y - then.y) if then and now else self.bar

    def plan(self, bench: Bench, key: str) -> Plan:
        """Return the plan that moves `key` here."""
        if self.row:
            return bench.plans.move_step(key, self.row, self.index)
        return bench.plans.reorder(key, self.index)


def place_of(places: Site, role: str, key: str) -> Rect | None:
    """Return where a stage, a step's column or a lane is, by the role of its header."""
    if role == "step":
        return Terrain(places).columns().get(key)
    shown = ((spot.ref, spot.rect) for spot in places.outer("stage"))
    lanes = ((plan.ref, place) for place, plan in places.lanes)
    return next((place for ref, place in (shown if role == "stage" else lanes) if ref == key), None)


def lane_slot(places: Site, facts: Facts | Order, key: str, y: float) -> Slot | None:
    """Return the slot for a lane at height y, None where it stands already; a new one has the key ""."""
    shown = [(plan.ref, place) for place, plan in places.lanes]
    others = [pair for pair in shown if pair[0] != key]
    number = sum(place.center.y < y for _, place in others)
    if not others or (key and number == [ref for ref, _ in shown].index(key)):
        return None
    hidden_too = [ref for ref in facts.all_lanes() if ref != key]
    index = hidden_too.index(others[number][0]) if number < len(others) else len(hidden_too)
    line = others[number][1].y if number < len(others) else others[-1][1].bottom
    beside = others[min(number, len(others) - 1)][0]
    return Slot(others[0][1]._replace(y=line, h=0.0), index, beside)


def stage_slot(places: Site, facts: Facts | Order, key: str, x: float) -> Slot | None:
    """Return the slot for a stage at x, None where it stands already; a new one has the key ""."""
    stages = facts.stages()
    others = [stage for stage in stages if stage != key]
    shown = {spot.ref: spot.rect for spot in places.outer("stage")}
    drawn = [stage for stage in others if stage in shown]
    rects = [shown[stage] for stage in drawn]
    index = sum(_before(rect.center.x, x, places.rtl) for rect in rects)
    if not rects or (key and index == stages.index(key)):
        return None
    edge = _start(rects[index], places.rtl) if index < len(rects) else _end(rects[-1], places.rtl)
    return Slot(_upright(edge, rects, places), index, drawn[min(index, len(drawn) - 1)])


def step_slot(places: Site, facts: Facts | Order, key: str, x: float) -> Slot | None:
    """Return the slot for a step at x, None where it stands already or may not leave its stage.

    A new one has the key "".
    """
    columns = Terrain(places).columns()
    step = min(columns, key=lambda ref: _distance(columns[ref], x))
    stage, home = facts.stage_of(step), facts.stage_of(key) if key else ""
    if home and stage != home and len(facts.steps_of(home)) == 1:
        return None
    if step == key:
        return None
    after = _before(columns[step].center.x, x, places.rtl)
    index = _without(facts.steps_of(stage), key, step, after)
    if stage == home and index == facts.steps_of(home).index(key):
        return None
    edge = gutter(columns, step, after, places.rtl)
    return Slot(columns[step]._replace(x=edge, w=0.0), index, step, stage)


def _without(row: Sequence[str], key: str, beside: str, after: bool) -> int:
    """Return the index before or after `beside` in a row, counted without `key`."""
    return [other for other in row if other != key].index(beside) + after


def gutter(columns: dict[str, Rect], step: str, after: bool, rtl: bool) -> float:
    """Return the x of the middle of the gutter before or after a column in time."""
    refs = list(columns)
    number = refs.index(step)
    behind = after != rtl  # to the right of the column
    place = columns[step]
    if behind:
        return (
            (place.right + columns[refs[number + 1]].x) / 2 if number + 1 < len(refs) else place.right + 4.0
        )
    return (columns[refs[number - 1]].right + place.x) / 2 if number else place.x - 4.0


def _upright(x: float, rects: Sequence[Rect], places: Site) -> Rect:
    """Return the line at x from the top of the header to the bottom of the last lane."""
    bottom = places.lanes[-1][0].bottom if places.lanes else rects[0].bottom
    return Rect(x, rects[0].y, 0.0, bottom - rects[0].y)


def _before(middle: float, x: float, rtl: bool) -> bool:
    return middle > x if rtl else middle < x


def _start(rect: Rect, rtl: bool) -> float:
    return rect.right if rtl else rect.x


def _end(rect: Rect, rtl: bool) -> float:
    return rect.x if rtl else rect.right


def _distance(place: Rect, x: float) -> float:
    return max(place.x - x, x - place.right, 0.0)
