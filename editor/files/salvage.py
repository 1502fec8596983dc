"""What is whole in a damaged file: one record a line makes it possible to go on where a line is broken.

Lines that are no record are lost. Records that name a lost one let go of it where they may, and go
with it where they may not. A stage, step, lane or persona that is lost but still named comes back empty,
so that what stood in it stays; a stage without a step gets an empty one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from editor.files import decoding, limits
from editor.files.columns import strings_in
from editor.files.format import VERSION
from editor.files.reading import RESTORE, Lost, Opened, digest
from editor.files.refusal import Refusal
from editor.model.fault import Fault, Misfit
from editor.model.gate import NOT_THERE, SAME_ENDS, TWICE, TWO_MAPS
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Map, Persona, Point, Record, Stage, Step
from editor.model.references import references
from editor.model.rules import fault
from editor.model.trouble import Trouble
from editor.model.words import clean

NOTHING = "Nothing in the file can be read as part of a map."
GAP = "The line cannot be read."
TOO_BROKEN = "More than {most} lines and elements of the file cannot be read."
MOST_LOST = 10_000
MOST_LINES = 2 * limits.MOST_RECORDS

Rows = list[tuple[int, dict[str, Any]]]


def salvage(content: bytes, place: str) -> Opened:
    """Return the journey that is whole in `content`, with what was lost; raises Trouble if nothing is."""
    salvaged = _Salvage(place)
    salvaged.take(_rows(content, salvaged))
    if not salvaged.records:
        raise Trouble(NOTHING, "Restore the file from a backup.", place=place)
    salvaged.mend()
    try:
        journey = Journey(salvaged.records.values())
    except Misfit as misfit:
        bad = misfit.fault
        raise Trouble(bad.problem, RESTORE, place=f"{place}: {bad.place}", **bad.details) from None
    lost = tuple(sorted(salvaged.lost, key=lambda one: (one.line, one.record)))
    return Opened(journey, "damaged", VERSION, digest(content), lost)


class _Salvage:
    """The records found so far, and what was lost."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.records: dict[str, Record] = {}
        self.lost: list[Lost] = []
        self._lines: dict[str, int] = {}
        self._mapped = False

    def lose(self, line: int, record: str, problem: str, /, **details: object) -> None:
        """Note that a line or record is lost; raises Trouble once too much is."""
        if len(self.lost) == MOST_LOST:
            raise Trouble(TOO_BROKEN, "Restore the file from a backup.", place=self.place, most=MOST_LOST)
        where = f"{self.place}:{line}" + (f": {record}" if record else "")
        self.lost.append(Lost(line, record, Trouble(problem, RESTORE, place=where, **details)))

    def take(self, rows: Rows) -> None:
        """Take the records of rows, all at once if they are good, else by halves."""
        try:
            found = _decoded([row for _, row in rows])
        except Refusal as refusal:
            if len(rows) == 1:
                number, row = rows[0]
                self.lose(number, str(row.get("id", "")), refusal.problem, **refusal.details)
            else:
                self.take(rows[: len(rows) // 2])
                self.take(rows[len(rows) // 2 :])
            return
        # Ids too are cleaned when they are read.
        lines: dict[str, list[int]] = {}
        for number, row in rows:
            lines.setdefault(clean(row["id"]), []).append(number)
        for record in found:
            self._keep(record, lines[clean(record.id)].pop(0))

    def _keep(self, record: Record, line: int) -> None:
        if record.id in self.records:
            self.lose(line, record.id, TWICE)
        elif isinstance(record, Map) and self._mapped:
            self.lose(line, record.id, TWO_MAPS)
        elif bad := fault(record):
            self.lose(line, record.id, bad.problem, **bad.details)
        else:
            self.records[record.id] = record
            self._lines[record.id] = line
            self._mapped = self._mapped or isinstance(record, Map)

    def mend(self) -> None:
        """Make a journey of the records: no references to what is lost, a step in each stage, one map."""
        if not self._mapped:
            self.records[_free("map", self.records)] = Map(_free("map", self.records))
        # A step that comes back empty may name a stage that has to come back too.
        for _ in range(2):
            for record in list(self.records.values()):
                self._bring_back(record)
        while self._let_go():
            pass
        filled = {record.stage for record in self.records.values() if isinstance(record, Step)}
        for stage in [record for record in self.records.values() if isinstance(record, Stage)]:
            if stage.id not in filled:
                key = _free(f"step-{len(self.records)}", self.records)
                self.records[key] = Step(key, stage=stage.id)

    def _bring_back(self, record: Record) -> None:
        """Put an empty one in the place of each stage, step, lane or persona that is lost but named."""
        for reference in references(type(record)):
            if not reference.required or len(reference.targets) != 1:
                continue
            key = reference.named_by(record)[0]
            if key not in self.records:
                empty = _empty(reference.targets[0], key, of_point=isinstance(record, Point))
                if not fault(empty):
                    self.records[key] = empty

    def _let_go(self) -> bool:
        """Let go of references to what is not there; tell whether records went, so that more may have to."""
        gone: list[tuple[str, Fault]] = []
        for key, record in list(self.records.items()):
            bad = self._lost_by(record)
            if bad is not None:
                gone.append((key, bad))
        for key, bad in gone:
            self.lose(self._lines.get(key, 0), key, bad.problem, **bad.details)
            del self.records[key]
        return bool(gone)

    def _lost_by(self, record: Record) -> Fault | None:
        """Return why a record cannot stay; empty its other references to what is not there."""
        for reference in references(type(record)):
            missing = [
                key for key in reference.named_by(record) if not self._is_there(key, reference.targets)
            ]
            if missing and reference.binds:
                details = {"target": repr(missing[0])}
                return Fault(record.id, reference.field, NOT_THERE, details)
            if missing:
                record = self._without(record, reference.field, reference.many, missing)
        if isinstance(record, Connection) and self._is_crooked(record):
            return Fault(record.id, "target", SAME_ENDS)
        return None

    def _without(self, record: Record, field: str, many: bool, missing: list[str]) -> Record:
        value = tuple(key for key in getattr(record, field) if key not in missing) if many else ""
        changed: Record = dataclasses.replace(record, **{field: value})
        self.records[record.id] = changed
        details = {"target": repr(missing[0])}
        self.lose(self._lines[record.id], f"{record.id}.{field}", NOT_THERE, **details)
        return changed

    def _is_there(self, key: str, targets: tuple[type[Record], ...]) -> bool:
        return key in self.records and (not targets or isinstance(self.records[key], targets))

    def _is_crooked(self, link: Connection) -> bool:
        ends = [isinstance(self.records[key], Card) for key in (link.source, link.target)]
        return link.source == link.target or ends[0] != ends[1]


def _rows(content: bytes, salvaged: _Salvage) -> Rows:
    """Return the objects that stand on lines of their own, with the numbers of the lines."""
    rows: Rows = []
    if content.count(b"\n") > MOST_LINES:
        raise Trouble(NOTHING, "Restore the file from a backup.", place=salvaged.place)
    for number, line in enumerate(content.split(b"\n"), 1):
        bare = line.strip().rstrip(b",")
        if not bare or _is_frame(bare):
            continue
        try:
            row = limits.parse(bare)
            if type(row) is not dict:
                raise Refusal(GAP)
            limits.check_keys(bare, strings_in(row))
            rows.append((number, row))
        except Refusal as refusal:
            # Where in the line it cannot be read says nothing to people, who see the line's own number.
            problem = GAP if refusal.problem == limits.NOT_JSON else refusal.problem
            salvaged.lose(number, "", problem, **refusal.details)
    return rows


def _is_frame(line: bytes) -> bool:
    """Tell whether a line is the first or the last of a file that has no unknown fields."""
    return line.startswith(b'{"format":') or line == b"]}"


def _decoded(rows: list[dict[str, Any]]) -> list[Record]:
    groups = decoding.records(rows, _untidy, located=len(rows) == 1).groups
    return [record for group in groups.values() for record in group]


def _untidy(texts: Any) -> bool:
    del texts
    return False


def _empty(kind: type[Record], key: str, *, of_point: bool) -> Record:
    if kind is Step:
        return Step(key, stage=f"stage-of-{key}"[:64])
    if kind is Lane:
        return Lane(key, lane_kind="emotions" if of_point else "touchpoints")
    return Persona(key) if kind is Persona else Stage(key)


def _free(name: str, taken: Iterable[str]) -> str:
    return next(key for key in _names(name) if key not in taken)


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in range(2, 10**9))
