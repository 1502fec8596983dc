"""The landing of a fragment: which place in a journey each of its records comes to."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from editor.model.change import Change
from editor.model.edits.copying import renamed
from editor.model.edits.curves import Taken
from editor.model.edits.pasting import append, columns_from, is_open, last_stage, rows_from
from editor.model.edits.plan import Plan
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Note,
    Owner,
    Persona,
    Point,
    Record,
    Stage,
    Step,
)
from editor.model.shelf import rank

LIKENESS: Sequence[Callable[[Lane, Lane], bool]] = (
    lambda one, other: one.id == other.id,
    lambda one, other: folded(one.title) == folded(other.title),
    lambda one, other: one.lane_kind == other.lane_kind,
)
"""What makes two lanes of one kind the same, the surest sign first."""


def folded(name: str) -> str:
    """Return `name` in the form in which names are compared: without case, in NFC."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


class Landing:
    """A plan that grows by the records of `source`, but for those in `marked` that only stand around them.

    `anchor` is the lane and the step to begin at, either may be empty.
    """

    def __init__(
        self, journey: Journey, source: Journey, marked: Container[str], anchor: tuple[str, str], ids: Ids
    ) -> None:
        self._journey = journey
        self._source = source
        self._lane, self._step = anchor
        self._ids = ids
        self._plan = Plan(journey)
        self._around = _around(source, marked)
        self._names: dict[str, str] = {source.map.id: journey.map.id}

    def change(self) -> Change:
        """Return the change that brings everything in."""
        self._bring_named()
        self._name_all()
        self._bring_columns()
        self._bring(Lane, self._lane)
        self._bring_cards()
        self._bring_points()
        self._bring_links()
        return self._plan.change()

    def _bring_named(self) -> None:
        """Find personas, owners and channels by name, pictures by content, and add those that are missing."""
        for image in self._source.all(Image):
            if image.id not in self._journey:
                self._plan.put(image)
        for kind in (Persona, Owner, Channel):
            for record in self._source.all(kind):
                known = self._namesake(record)
                self._names[record.id] = known or self._ids.new(record.kind, self._journey)
                if not known:
                    append(self._plan, [renamed(record, self._names)])

    def _namesake(self, record: Persona | Owner | Channel) -> str:
        name = folded(record.name)
        twins = [other.id for other in self._journey.all(type(record)) if folded(other.name) == name]
        if record.id in twins:
            return record.id
        return twins[0] if name and twins else ""

    def _name_all(self) -> None:
        """Give new ids to everything that comes; connections only where both their ends do."""
        for kind in (Stage, Step, Lane, Card, Point, Note):
            for record in self._coming(kind):
                self._names[record.id] = self._ids.new(record.kind, self._journey)
        for link in self._links():
            self._names[link.id] = self._ids.new(link.kind, self._journey)

    def _coming(self, kind: type[Any]) -> list[Any]:
        return [record for record in self._source.all(kind) if record.id not in self._around]

    def _links(self) -> list[Connection]:
        links = self._source.all(Connection)
        return [link for link in links if link.source in self._names and link.target in self._names]

    def _bring_columns(self) -> None:
        """Insert stages with their steps, and steps that come without their stage."""
        self._bring(Stage, self._journey.one(Step, self._step).stage if self._step else "")
        strays: list[Step] = []
        for step in self._source.columns():
            if step.id in self._around:
                continue
            if step.stage in self._around:
                strays.append(renamed(step, self._names))
            else:
                self._plan.put(renamed(step, self._names))
        if strays:
            stage = self._stage()
            self._insert([replace(step, stage=stage) for step in strays], self._step)

    def _stage(self) -> str:
        """Return the stage for steps that come without theirs."""
        if self._step:
            return self._journey.one(Step, self._step).stage
        return last_stage(self._plan, self._ids)

    def _bring(self, kind: type[Record], after: str) -> None:
        self._insert([renamed(record, self._names) for record in self._coming(kind)], after)

    def _insert(self, news: Sequence[Record], after: str) -> None:
        """Plan records right after the one with the id `after` ("": at the end of their row)."""
        if news:
            row = sorted(self._plan.row(news[0]), key=rank)
            place = next((n for n, other in enumerate(row, 1) if other.id == after), None)
            self._plan.place(row, place, news)

    def _bring_cards(self) -> None:
        cells: dict[tuple[str, str], list[Record]] = {}
        for card in self._source.all(Card):
            lane, step = self._card_lane(card), self._column(card)
            copy = replace(
                renamed(card, self._names),
                lane=lane,
                step=step,
                span=self._span(card),
                # Two personas of the fragment may have found the same one here.
                personas=tuple(dict.fromkeys(self._names[key] for key in card.personas)),
            )
            cells.setdefault((lane, step), []).append(copy)
        for cell, copies in cells.items():
            self._plan.place(self._journey.cell(*cell), None, copies)

    def _bring_points(self) -> None:
        taken = Taken(self._journey)
        for point in self._source.all(Point):
            copy = renamed(point, self._names)
            landed = replace(copy, lane=self._point_lane(point), step=self._column(point))
            self._plan.put(taken.placed(landed))

    def _bring_links(self) -> None:
        for link in self._links():
            self._plan.put(renamed(link, self._names))
        notes = self._source.all(Note)
        abouts = [self._names.get(note.about, "") for note in notes]
        copies = [renamed(note, self._names) for note in notes]
        append(self._plan, [replace(c, about=about) for c, about in zip(copies, abouts, strict=True)])

    def _card_lane(self, card: Card) -> str:
        if card.lane not in self._around:
            return self._names[card.lane]
        return self._rows[card.lane] if self._lane and self._is_loose(card) else self._alike[card.lane]

    def _point_lane(self, point: Point) -> str:
        if point.lane not in self._around:
            return self._names[point.lane]
        anchored = self._lane and self._journey.one(Lane, self._lane).lane_kind == "emotions"
        return self._lane if anchored and self._is_loose(point) else self._alike[point.lane]

    def _is_loose(self, record: Card | Point) -> bool:
        """Tell whether a record comes without its lane and its step."""
        return record.lane in self._around and record.step in self._around

    def _loose(self) -> Iterator[Card | Point]:
        placed = (*self._source.all(Card), *self._source.all(Point))
        return (record for record in placed if self._is_loose(record))

    @cached_property
    def _of_loose_cards(self) -> frozenset[str]:
        """The lanes in which cards were that come without them."""
        return frozenset(record.lane for record in self._loose() if isinstance(record, Card))

    @cached_property
    def _rows(self) -> dict[str, str]:
        """The lanes for loose cards: open ones from the anchor on, as far apart as where the cards were."""
        used, lanes = self._of_loose_cards, self._source.all(Lane)
        spots = [place for place, lane in enumerate(lanes) if lane.id in used]
        between = lanes[spots[0] : spots[-1] + 1]
        rows = [lane.id for lane in between if is_open(lane) or lane.id in used]
        return dict(zip(rows, rows_from(self._plan, self._lane, len(rows), self._ids), strict=True))

    @cached_property
    def _alike(self) -> dict[str, str]:
        """The lanes most like their own, for what comes with its stage or step, or without an anchor.

        Emotions come to the one most like their own, too.
        """
        placed = (*self._source.all(Card), *self._source.all(Point))
        from_anchor = {record.id for record in self._loose() if self._lane and isinstance(record, Card)}
        used = {record.lane for record in placed if record.id not in from_anchor}
        lanes = [lane for lane in self._source.all(Lane) if lane.id in used & self._around]
        found: dict[str, str] = {}
        for alike in LIKENESS:
            for lane in lanes:
                match = "" if lane.id in found else self._first_alike(lane, alike, found)
                if match:
                    found[lane.id] = match
        new = [lane for lane in lanes if lane.id not in found]
        found.update((lane.id, self._ids.new("lane", self._journey)) for lane in new)
        append(self._plan, [replace(lane, id=found[lane.id]) for lane in new])
        return found

    def _first_alike(self, lane: Lane, alike: Callable[[Lane, Lane], bool], found: dict[str, str]) -> str:
        for other in self._journey.all(Lane):
            fits = other.lane_kind == lane.lane_kind and (
                is_open(other) or lane.id not in self._of_loose_cards
            )
            if fits and other.id not in found.values() and alike(lane, other):
                return other.id
        return ""

    def _column(self, record: Card | Point) -> str:
        if record.step not in self._around:
            return self._names[record.step]
        return self._columns[self._number(record)]

    def _number(self, record: Card | Point) -> int:
        """Return the column that a record without its step comes to: its own, or one from the anchor on."""
        number = self._source.column(record.step)
        return number + self._shift if self._is_loose(record) else number

    @cached_property
    def _shift(self) -> int:
        first = min(self._source.column(record.step) for record in self._loose())
        return (self._journey.column(self._step) if self._step else 0) - first

    @cached_property
    def _columns(self) -> list[str]:
        """The columns of the map before anything came, and as many new ones as are needed."""
        placed = (*self._source.all(Card), *self._source.all(Point))
        numbers = [self._number(record) for record in placed if record.step in self._around]
        most = max(len(self._journey.columns()), *(number + 1 for number in numbers))
        return columns_from(self._plan, 0, most, self._ids)

    def _span(self, card: Card) -> int:
        """Return how many columns a card takes: never more than there are right of it."""
        if card.step not in self._around:
            return card.span
        return min(card.span, len(self._columns) - self._number(card))


def _around(source: Journey, marked: Container[str]) -> frozenset[str]:
    """Return which stages, lanes and steps only stand around; a stage that comes has no such step."""
    stages = {stage.id for stage in source.all(Stage) if stage.id in marked}
    lanes = {lane.id for lane in source.all(Lane) if lane.id in marked}
    steps = {step.id for step in source.all(Step) if step.id in marked and step.stage in stages}
    return frozenset(stages | lanes | steps)
