"""What holds for every journey and every edit."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.files.format import dumps
from editor.files.reading import loads
from editor.history.history import History
from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Map, Note, Owner, Persona, Point, Record, Stage, Step
from tests.properties.edits import Editor
from tests.properties.journeys import journeys, records

KINDS = (Map, Stage, Step, Lane, Card, Owner, Persona, Point, Connection, Note)
relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@settings(relaxed, max_examples=500)
@given(records())
def test_saving_and_loading_gives_the_same_bytes(drawn: list[Record]) -> None:
    content = dumps(drawn)
    opened = loads(content, "a.journey")
    assert opened.state == "ok"
    assert opened.journey == Journey(drawn)
    assert dumps(opened.journey.records()) == content


@settings(relaxed, max_examples=60)
@given(records())
def test_the_file_does_not_depend_on_the_order_of_records(drawn: list[Record]) -> None:
    assert dumps(drawn) == dumps(sorted(drawn, key=lambda record: record.id, reverse=True))


@settings(relaxed, max_examples=120)
@given(journeys(), st.integers(0, 2**32), st.integers(1, 12))
def test_inverses_lead_back_and_squashed_changes_lead_forth(journey: Journey, seed: int, count: int) -> None:
    start, editor = journey.by_id(), Editor(seed)
    inverses, whole = list[Change](), Change()
    for _ in range(count):
        change = editor.edit(journey)
        inverses.append(journey.apply(change))
        whole = whole.then(change)
    end = journey.by_id()
    for inverse in reversed(inverses):
        journey.apply(inverse)
    assert journey.by_id() == start
    journey.apply(whole)
    assert journey.by_id() == end
    journey.apply(whole.inverse())
    assert journey.by_id() == start


@settings(relaxed, max_examples=120)
@given(journeys(), st.integers(0, 2**32))
def test_what_is_cached_is_what_a_fresh_journey_says(journey: Journey, seed: int) -> None:
    editor = Editor(seed)
    look(journey)
    for _ in range(6):
        journey.apply(editor.edit(journey))
        assert look(journey) == look(Journey(journey.by_id().values()))
        assert_graph_holds(journey)


@settings(relaxed, max_examples=60)
@given(journeys(), st.integers(0, 2**32))
def test_untouched_tuples_stay_the_same_objects(journey: Journey, seed: int) -> None:
    change = Editor(seed).edit(journey)
    touched = {(record.lane, record.step) for record in change.records() if isinstance(record, Card)}
    cells = [(lane.id, step.id) for lane in journey.all(Lane) for step in journey.columns()]
    before = {cell: journey.cell(*cell) for cell in cells if cell not in touched}
    kinds = {kind: journey.all(kind) for kind in KINDS if kind not in set(map(type, change.records()))}
    journey.apply(change)
    assert all(journey.cell(*cell) is cards for cell, cards in before.items())
    assert all(journey.all(kind) is row for kind, row in kinds.items())


@settings(relaxed, max_examples=60)
@given(journeys(), st.integers(0, 2**32))
def test_undo_and_redo_walk_through_every_state(journey: Journey, seed: int) -> None:
    history, editor = History(journey), Editor(seed)
    states = [journey.by_id()]
    for _ in range(6):
        if history.do("Edit", editor.edit(journey)):
            states.append(journey.by_id())
    for state in states[-2::-1]:
        history.undo()
        assert journey.by_id() == state
    assert not history.undo()
    for state in states[1:]:
        history.redo()
        assert journey.by_id() == state
    assert not history.redo()


def look(journey: Journey) -> list[object]:
    """Everything a journey answers, asked in a fixed way."""
    found: list[object] = [journey.all(kind) for kind in KINDS]
    found += [journey.steps(stage.id) for stage in journey.all(Stage)]
    found += [journey.columns(), [journey.column(step.id) for step in journey.columns()]]
    found += [journey.points(lane.id) for lane in journey.all(Lane)]
    found += [journey.cell(lane.id, step.id) for lane in journey.all(Lane) for step in journey.columns()]
    found += [sorted(r.id for r in journey.naming(key)) for key in sorted(journey.by_id())]
    return found


def assert_graph_holds(journey: Journey) -> None:
    graph = journey.graph
    edges = {key: (source, target) for source, target, key in graph.edges(keys=True)}
    assert edges == {c.id: (c.source, c.target) for c in journey.all(Connection)}
    assert set(graph.nodes) | set(edges) == set(journey.by_id())
    assert all(journey.get(key).id == key for key in journey.by_id())
    assert len(journey) == len(journey.by_id())
