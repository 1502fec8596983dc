"""The journey: one networkx graph of records, and the questions one asks it.

Every element is a node whose `record` is one frozen value, every connection an edge keyed by its id
with its record. Everything else here is a cache of the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, TypeVar

from editor.model.change import Change
from editor.model.gate import check_all, check_change
from editor.model.records import Card, Connection, Map, Persona, Point, Record, Stage, Step
from editor.model.references import Kind, Reference, referring_to
from editor.model.shelf import Shelf
from editor.model.web import Web

if TYPE_CHECKING:
    from networkx import MultiDiGraph

R = TypeVar("R", bound=Record)
Row = tuple[tuple[Card, ...], ...]
"""The cells of a lane in reading order, each with its cards from top to bottom."""


class Journey:
    """All records of one map; `apply` is the only way to change it.

    Tuples that it gives out stay the same object until a record in them changes. Raises Misfit for records
    that are no journey together (see `editor.model.gate`).
    """

    def __init__(self, records: Iterable[Record]) -> None:
        groups = grouped(records)
        check_all(groups)
        connections: Any = groups.get(Connection, ())
        elements = chain.from_iterable(group for kind, group in groups.items() if kind is not Connection)
        self._web = Web(elements, connections)
        self._kinds: Shelf[Record] = Shelf(self.records, lambda record: (type(record),))
        self._cells: Shelf[Card] = Shelf(lambda: self.all(Card), lambda card: ((card.lane, card.step),))
        self._naming: dict[tuple[Kind, str], Shelf[Record]] = {}
        self._shelves: dict[Kind, list[Shelf[Record]]] = {}
        self._back: Change | None = None
        self._columns: tuple[Step, ...] = ()
        self._places: dict[str, int] = {}
        self._columns_known = False
        self._rows: dict[str, Row] = {}
        self._stale: dict[str, set[str]] = {}
        self._ends: tuple[Record, ...] | None = None
        self._joined: frozenset[str] = frozenset()
        self._curves: dict[str, tuple[Point, ...]] = {}
        self._curves_known: set[str] = set()

    def __contains__(self, key: object) -> bool:
        return key in self._web

    def __len__(self) -> int:
        return len(self._web)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Journey) and self.by_id() == other.by_id()

    __hash__ = None  # type: ignore[assignment]

    @property
    def graph(self) -> MultiDiGraph[str]:
        """The journey as networkx sees it: nodes and edges with one `record` each; not to be changed."""
        return self._web.graph

    @property
    def map(self) -> Map:
        """The record of the map itself."""
        return self.all(Map)[0]

    def get(self, key: str) -> Record:
        """Return the record with that id; raises KeyError if there is none."""
        return self._web.get(key)

    def one(self, kind: type[R], key: str) -> R:
        """Return the record with that id and kind; raises KeyError if there is none of that kind."""
        record = self.get(key)
        if not isinstance(record, kind):
            raise KeyError(key)
        return record

    def records(self) -> Iterator[Record]:
        """Return every record, elements first, then connections."""
        return self._web.records()

    def by_id(self) -> dict[str, Record]:
        """Return all records by id."""
        return {record.id: record for record in self.records()}

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one kind by (order, id)."""
        return self._kinds.at(kind)  # type: ignore[return-value]

    def steps(self, stage: str) -> tuple[Step, ...]:
        """Return the steps of a stage in reading order."""
        return self._shelf(Step, Reference("stage")).at(stage)  # type: ignore[return-value]

    def columns(self) -> tuple[Step, ...]:
        """Return the steps of all stages in reading order."""
        if not self._columns_known:
            columns = tuple(step for stage in self.all(Stage) for step in self.steps(stage.id))
            if columns != self._columns:
                self._columns = columns
                self._places = {step.id: place for place, step in enumerate(columns)}
            self._columns_known = True
        return self._columns

    def column(self, step: str) -> int:
        """Return the place of a step among all columns, counted from 0."""
        self.columns()
        return self._places[step]

    def cell(self, lane: str, step: str) -> tuple[Card, ...]:
        """Return the cards that begin where a lane meets a step, from top to bottom."""
        return self._cells.at((lane, step))

    def cards(self, lane: str) -> tuple[Card, ...]:
        """Return all cards of a lane by (order, id); the same object until one of them changes."""
        return self._shelf(Card, Reference("lane")).at(lane)  # type: ignore[return-value]

    def row(self, lane: str) -> Row:
        """Return the cells of a lane in reading order; the same object until a card of the lane changes.

        Cells whose cards are as they were stay the same objects even then.
        """
        row = self._rows.get(lane)
        if row is not None and lane not in self._stale:
            return row
        stale = self._stale.pop(lane, frozenset[str]())
        if row is None:
            row = tuple(self.cell(lane, step.id) for step in self.columns())
        else:
            row = self._patched(lane, row, stale)
        self._rows[lane] = row
        return row

    def ends(self) -> tuple[Record, ...]:
        """Return the records at both ends of every connection, one after the other.

        The same object until a connection or a record at an end of one changes.
        """
        if self._ends is None:
            links = self.all(Connection)
            self._ends = tuple(self.get(key) for link in links for key in (link.source, link.target))
            self._joined = frozenset(record.id for record in self._ends)
        return self._ends

    def points(self, lane: str) -> tuple[Point, ...]:
        """Return the emotions of a lane by persona, column and place in the column."""
        if lane not in self._curves_known:
            curve = self._sorted_points(lane)
            if curve != self._curves.get(lane):
                self._curves[lane] = curve
            self._curves_known.add(lane)
        return self._curves[lane]

    def naming(self, key: str) -> tuple[Record, ...]:
        """Return the records that name the one with that id, connections and notes included."""
        found: dict[str, Record] = {}
        for kind, reference in referring_to(type(self.get(key))):
            found.update((record.id, record) for record in self._shelf(kind, reference).at(key))
        return tuple(found.values())

    def apply(self, change: Change) -> Change:
        """Make `change` and return its inverse; raises Misfit, with nothing changed, if it does not fit."""
        if change is not self._back:  # what leads back to the state before always fits
            check_change(self, change)
        olds = [*change.removed.values(), *(old for old, _ in change.updated.values())]
        news = [*change.added.values(), *(new for _, new in change.updated.values())]
        for record in olds:
            self._shelve(record, Shelf[Record].take)
        self._change_graph(change)
        for record in news:
            self._shelve(record, Shelf[Record].put)
        self._forget(olds + news)
        self._back = change.inverse()
        return self._back

    def _change_graph(self, change: Change) -> None:
        moved = [new for _, new in change.updated.values()]
        gone = [*change.removed.values(), *moved]
        for connection in (record for record in gone if isinstance(record, Connection)):
            self._web.drop_edge(connection.id)
        for key in change.removed:
            if key in self._web.nodes:
                self._web.drop_node(key)
        come = [*change.added.values(), *moved]
        for record in come:
            if not isinstance(record, Connection):
                self._web.put_node(record)
        for record in come:
            if isinstance(record, Connection):
                self._web.put_edge(record)

    def _shelf(self, kind: Kind, reference: Reference) -> Shelf[Record]:
        """Return the index of the records of `kind` by what that field names."""
        where = (kind, reference.field)
        shelf = self._naming.get(where)
        if shelf is None:
            shelf = self._naming[where] = Shelf(lambda: self.all(kind), reference.named_by)
            self._shelves.setdefault(kind, []).append(shelf)
        return shelf

    def _shelve(self, record: Record, action: Any) -> None:
        action(self._kinds, record)
        if isinstance(record, Card):
            action(self._cells, record)
        for shelf in self._shelves.get(type(record), ()):
            action(shelf, record)

    def _patched(self, lane: str, row: Row, stale: Iterable[str]) -> Row:
        """Return a lane's row with these of its cells as they are now; the same one if all are equal."""
        now = {self._places[step]: self.cell(lane, step) for step in stale}
        changed = {place: cell for place, cell in now.items() if cell != row[place]}
        if not changed:
            return row
        cells = list(row)
        for place, cell in changed.items():
            cells[place] = cell
        return tuple(cells)

    def _forget(self, touched: Iterable[Record]) -> None:
        kinds = {type(record) for record in touched}
        if Connection in kinds or not self._joined.isdisjoint([record.id for record in touched]):
            self._ends = None
        if Stage in kinds or Step in kinds:
            self._columns_known = False
            self._rows.clear()
        if kinds & {Stage, Step, Persona}:
            self._curves_known.clear()
        for record in touched:
            if isinstance(record, Point):
                self._curves_known.discard(record.lane)
            elif isinstance(record, Card) and record.lane in self._rows:
                self._stale.setdefault(record.lane, set()).add(record.step)

    def _sorted_points(self, lane: str) -> tuple[Point, ...]:
        front = {persona.id: place for place, persona in enumerate(self.all(Persona))}
        points: Any = self._shelf(Point, Reference("lane")).at(lane)
        return tuple(sorted(points, key=lambda p: (front[p.persona], self.column(p.step), p.at, p.id)))


def grouped(records: Iterable[Record]) -> dict[Kind, list[Record]]:
    """Return the records by kind, in the order in which they came."""
    groups: dict[Kind, list[Record]] = {}
    for kind, group in groupby(records, type):
        groups.setdefault(kind, []).extend(group)
    return groups
