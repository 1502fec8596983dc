"""The late graph: the same dictionaries, whatever came before or after it was asked for."""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import pytest

from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Connection
from editor.model.web import Web
from tests.build import journey

LINKS = (Connection("a", "card-ad", "card-pay"), Connection("b", "card-ad", "card-pay", "needs"))


def seen(book: Journey) -> dict[str, object]:
    graph = book.graph
    nodes = {key: graph.nodes[key]["record"] for key in graph}
    return nodes | {key: attributes["record"] for _, _, key, attributes in graph.edges(keys=True, data=True)}


def test_networkx_sees_every_record_before_and_after_changes() -> None:
    book = journey("Learn: ad > Buy: pay", *LINKS)
    assert seen(book) == book.by_id()
    assert isinstance(book.graph, nx.MultiDiGraph)
    book.apply(Change({}, {}, {"a": LINKS[0]}))
    assert book.graph.number_of_edges("card-ad", "card-pay") == 1
    book.apply(Change({}, {}, {"b": LINKS[1]}))
    assert not book.graph.has_edge("card-ad", "card-pay")
    book.apply(Change({"a": LINKS[0]}, {}, {}))
    assert nx.has_path(book.graph, "card-ad", "card-pay")
    assert list(book.graph.predecessors("card-pay")) == ["card-ad"]
    assert seen(book) == book.by_id()


def test_a_graph_built_by_networkx_itself_is_the_same() -> None:
    book = journey("Learn: ad > Buy: pay", *LINKS)
    made = nx.MultiDiGraph()
    for record in book.records():
        if isinstance(record, Connection):
            made.add_edge(record.source, record.target, record.id, record=record)
        else:
            made.add_node(record.id, record=record)
    assert nx.utils.graphs_equal(made, book.graph)
    assert dict(made.pred) == dict(book.graph.pred)
    assert nx.utils.graphs_equal(book.graph.reverse().reverse(), made)


def test_the_graph_is_one_object() -> None:
    book = journey("Learn: ad")
    assert book.graph is book.graph


def test_nodes_come_and_go() -> None:
    book = journey("Learn: ad, search")
    card = book.get("card-search")
    book.apply(Change({}, {}, {card.id: card}))
    assert card.id not in book.graph
    with pytest.raises(KeyError):
        book.get(card.id)
    assert len(Web(book.records(), ())) == len(book)


def test_a_journey_alone_does_not_load_networkx() -> None:
    code = (
        "import sys\nfrom tests.build import journey\nbook = journey('Learn: ad')\n"
        "assert 'networkx' not in sys.modules\nassert len(book.graph) == len(book)\n"
        "assert 'networkx' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
