"""The dictionaries of the journey's graph: nodes and edges as networkx keeps them, there before it is.

Importing networkx takes as long as showing a window. So elements and connections are put straight into
the nested dictionaries of a `MultiDiGraph` (node → attributes; source → target → key → attributes, and
the same from the other end), and the graph object is put round those very dictionaries, not copies of
them, when somebody first asks for it. There is one truth; only its wrapper comes late.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from editor.model.records import Connection, Record

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Attributes = dict[str, Record]
Neighbours = dict[str, dict[str, dict[str, Attributes]]]


class Web:
    """Nodes and edges with one record each; edges are keyed by the connection's id."""

    def __init__(self, elements: Iterable[Record], connections: Iterable[Connection]) -> None:
        self.nodes: dict[str, Attributes] = {record.id: {"record": record} for record in elements}
        # Until the graph is asked for, only nodes with edges have neighbours: most cards have none.
        self._after: Neighbours = {}
        self._before: Neighbours = {}
        self._ends: dict[str, tuple[str, str]] = {}
        self._graph: MultiDiGraph[str] | None = None
        for connection in connections:
            self.put_edge(connection)

    @property
    def graph(self) -> MultiDiGraph[str]:
        """The networkx graph that these dictionaries are; always the same object."""
        if self._graph is None:
            self._after = {key: self._after.get(key, {}) for key in self.nodes}
            self._before = {key: self._before.get(key, {}) for key in self.nodes}
            self._graph = _wrapped(self.nodes, self._after, self._before)
        return self._graph

    def __contains__(self, key: object) -> bool:
        return key in self.nodes or key in self._ends

    def __len__(self) -> int:
        return len(self.nodes) + len(self._ends)

    def get(self, key: str) -> Record:
        """Return the record of a node or an edge; raises KeyError if there is none."""
        ends = self._ends.get(key)
        if ends is None:
            return self.nodes[key]["record"]
        source, target = ends
        return self._after[source][target][key]["record"]

    def records(self) -> Iterator[Record]:
        """Yield all records, nodes first, then edges by their source."""
        yield from (attributes["record"] for attributes in self.nodes.values())
        for key in self.nodes if self._after else ():
            for edges in self._after.get(key, {}).values():
                yield from (attributes["record"] for attributes in edges.values())

    def put_node(self, record: Record) -> None:
        """Add a node, or give the node of that id another record."""
        if record.id in self.nodes:
            self.nodes[record.id]["record"] = record
        else:
            self.nodes[record.id] = {"record": record}
            if self._graph is not None:
                self._after[record.id], self._before[record.id] = {}, {}

    def drop_node(self, key: str) -> None:
        """Remove a node that no edge touches any more."""
        del self.nodes[key]
        self._after.pop(key, None)
        self._before.pop(key, None)

    def put_edge(self, connection: Connection) -> None:
        """Add an edge between two nodes that are there."""
        source, target = connection.source, connection.target
        after = self._after.setdefault(source, {})
        if target not in after:
            # networkx reaches the edges between two nodes by one dictionary from both ends.
            after[target] = self._before.setdefault(target, {})[source] = {}
        edges = after[target]
        edges[connection.id] = {"record": connection}
        self._ends[connection.id] = (source, target)

    def drop_edge(self, key: str) -> None:
        """Remove the edge with that id."""
        source, target = self._ends.pop(key)
        edges = self._after[source][target]
        del edges[key]
        if not edges:
            del self._after[source][target], self._before[target][source]


def _wrapped(nodes: dict[str, Attributes], after: Neighbours, before: Neighbours) -> MultiDiGraph[str]:
    from networkx import MultiDiGraph

    graph: Any = MultiDiGraph()
    graph._node, graph._adj, graph._pred = nodes, after, before
    return graph
