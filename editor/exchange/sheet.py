"""A journey as a table: the list for other programs, the grid for people, the chosen part to be pasted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from editor.exchange.table import write_csv
from editor.exchange.words import document_words
from editor.model.edits.removing import bound_to
from editor.model.journey import Journey
from editor.model.records import Card, Channel, Lane, Owner, Persona, Point, Stage, Step
from editor.model.values import Evidence

Layout = Literal["list", "grid"]
Row = tuple[str, ...]

COLUMNS = (
    "stage", "step", "lane", "kind", "text", "owner", "channel", "initiator", "pain", "severity", "impact",
    "effort", "evidence", "source", "date", "method", "moment_of_truth", "personas", "emotion",
)  # fmt: skip
"""The columns of a list. They are fields of records and, like their values, the same in every language."""


def csv_bytes(journey: Journey, layout: Layout = "list") -> bytes:
    """Return the CSV file of a journey: UTF-8 with a byte order mark, by which Excel knows it."""
    return csv_text(journey, layout, bom=True).encode("utf-8")


def csv_text(journey: Journey, layout: Layout = "list", *, bom: bool = False) -> str:
    """Return a journey as CSV (see `list_rows` and `grid_rows`)."""
    rows = grid_rows(journey) if layout == "grid" else list_rows(journey)
    return write_csv(rows, bom=bom)


def list_rows(journey: Journey) -> list[Row]:
    """Return COLUMNS and a row for every card and every emotion, column by column, hidden lanes included."""
    places = [(step, lane) for step in journey.columns() for lane in journey.all(Lane)]
    return [COLUMNS, *(row for step, lane in places for row in _listed(journey, step, lane))]


def grid_rows(journey: Journey) -> list[Row]:
    """Return the map as it is seen: stage titles, step titles, then a row for each lane that is not hidden.

    A card is one line of its cell, whatever breaks its text has, and stands in the first of its steps.
    """
    lanes = [lane for lane in journey.all(Lane) if not lane.hidden]
    return [
        ("", *_stage_titles(journey)),
        ("", *(_line(step.title) for step in journey.columns())),
        *((_lane_title(journey, lane), *_lane_cells(journey, lane, journey.columns())) for lane in lanes),
    ]


def rows_of(journey: Journey, keys: Iterable[str]) -> list[Row]:
    """Return the cells from the first to the last that something with one of these ids stands in.

    Only what was chosen, or stands in something chosen, is in them. Lanes that are hidden, and curves of
    which nothing was chosen, are left out.
    """
    chosen = {key: r for key, r in bound_to(journey, keys).items() if isinstance(r, Card | Point)}
    used = {record.lane for record in chosen.values()}
    columns = [journey.column(record.step) for record in chosen.values()]
    if not columns:
        return []
    steps = journey.columns()[min(columns) : max(columns) + 1]
    shown = [lane for lane in journey.all(Lane) if not lane.hidden or lane.id in used]
    rows = [number for number, lane in enumerate(shown) if lane.id in used]
    lanes = [
        lane for lane in shown[rows[0] : rows[-1] + 1] if lane.lane_kind != "emotions" or lane.id in used
    ]
    return [_lane_cells(journey, lane, steps, chosen.keys()) for lane in lanes]


def _listed(journey: Journey, step: Step, lane: Lane) -> Iterator[Row]:
    stage = journey.one(Stage, step.stage)
    place = (stage.title, step.title, lane.title, lane.lane_kind)
    for card in journey.cell(lane.id, step.id):
        yield (*place, *_card_fields(journey, card))
    for point in _points_in(journey, lane.id, step.id):
        # A point has neither owner nor channel, pain or opportunity.
        nobody = ("",) * 7
        persona = journey.one(Persona, point.persona).name
        yield (*place, point.text, *nobody, *_evidence(point.evidence), "", persona, _number(point.value))


def _card_fields(journey: Journey, card: Card) -> Row:
    pain, opportunity = card.pain, card.opportunity
    return (
        card.text,
        journey.one(Owner, card.owner).name if card.owner else "",
        journey.one(Channel, card.channel).name if card.channel else "",
        card.initiator,
        *((pain.nature, str(pain.severity)) if pain else ("", "")),
        *((opportunity.impact, opportunity.effort) if opportunity else ("", "")),
        *_evidence(card.evidence),
        "yes" if card.moment_of_truth else "",
        "; ".join(journey.one(Persona, key).name for key in card.personas),
        "",
    )


def _evidence(evidence: Evidence | None) -> Row:
    found = evidence or Evidence("")
    return (found.level, found.source, found.date, found.method)


def _stage_titles(journey: Journey) -> Iterator[str]:
    """Yield a title over the first step of each stage and nothing over the others."""
    for stage in journey.all(Stage):
        for place, _ in enumerate(journey.steps(stage.id)):
            yield "" if place else _line(stage.title)


def _lane_title(journey: Journey, lane: Lane) -> str:
    return _line(lane.title) or document_words(journey.map.language)(lane.lane_kind)


def _lane_cells(
    journey: Journey, lane: Lane, steps: Sequence[Step], chosen: Iterable[str] | None = None
) -> Row:
    """Return the cells of a lane, with all that stands in them or with what is `chosen`."""
    keys = None if chosen is None else frozenset(chosen)
    return tuple("\n".join(_cell_lines(journey, lane.id, step.id, keys)) for step in steps)


def _cell_lines(journey: Journey, lane: str, step: str, keys: frozenset[str] | None) -> Iterator[str]:
    for card in journey.cell(lane, step):
        if keys is None or card.id in keys:
            yield _line(card.text)
    for point in _points_in(journey, lane, step):
        if keys is None or point.id in keys:
            name = _line(journey.one(Persona, point.persona).name)
            said = f"{name}: {_number(point.value)}" if name else _number(point.value)
            yield " ".join(filter(None, (said, _line(point.text))))


def _points_in(journey: Journey, lane: str, step: str) -> list[Point]:
    return [point for point in journey.points(lane) if point.step == step]


def _number(value: float) -> str:
    """Return an emotion with at most two decimals, and a point as every program reads it."""
    return f"{round(value, 2) + 0.0:g}"


def _line(text: str) -> str:
    return " ".join(text.split("\n"))
