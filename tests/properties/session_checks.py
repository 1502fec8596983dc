"""What must hold of an open journey after every single step."""

from __future__ import annotations

from itertools import zip_longest

from editor.model.journey import Journey
from editor.model.records import Lane, Stage
from editor.model.rules import fault
from editor.model.validity import check
from editor.picture.frame import Frame, Item, Picture
from tests.properties.session_deeds import KINDS


def fresh(journey: Journey) -> Journey:
    """Return a journey of the same records that remembers nothing; raises Misfit where they are none."""
    return Journey(list(journey.records()))


def assert_sound(journey: Journey) -> None:
    """Check the journey against its own rules and against a fresh one."""
    new = fresh(journey)
    for record in journey.records():
        assert fault(record) is None, record
    check(journey)
    _assert_same_rows(journey, new)
    _assert_same_cells(journey, new)
    for record in journey.records():
        assert journey.get(record.id) is record
        assert journey.naming(record.id) == new.naming(record.id), record
    assert len(journey) == len(new)
    assert dict(journey.graph.nodes) == dict(new.graph.nodes)
    assert set(journey.graph.edges(keys=True)) == set(new.graph.edges(keys=True))


def _assert_same_rows(journey: Journey, new: Journey) -> None:
    for kind in KINDS:
        assert journey.all(kind) == new.all(kind), kind
    for stage in new.all(Stage):
        assert journey.steps(stage.id) == new.steps(stage.id), stage
    assert journey.columns() == new.columns()
    places = [journey.column(step.id) for step in new.columns()]
    assert places == list(range(len(places)))


def _assert_same_cells(journey: Journey, new: Journey) -> None:
    for lane in new.all(Lane):
        assert journey.cards(lane.id) == new.cards(lane.id), lane
        assert journey.points(lane.id) == new.points(lane.id), lane
        assert journey.row(lane.id) == new.row(lane.id), lane
        for step in new.columns():
            assert journey.cell(lane.id, step.id) == new.cell(lane.id, step.id), (lane, step)


def assert_same_picture(seen: Picture, expected: Picture) -> None:
    """Check two pictures item by item, and name the first that is another."""
    assert seen.root == expected.root, first_difference(seen.root, expected.root)
    assert seen == expected


def first_difference(one: Item | None, other: Item | None, way: str = "") -> str:
    """Return where in the frames the first difference is and what it is; "" if there is none."""
    if one == other:
        return ""
    if not (isinstance(one, Frame) and isinstance(other, Frame)):
        return f"{way}: {one!r:.300} is not {other!r:.300}"
    way = f"{way}/{one.role}:{one.ref}"
    for place, (a, b) in enumerate(zip_longest(one.items, other.items)):
        if a != b:
            return first_difference(a, b, f"{way}[{place}]")
    facts = [(f.x, f.y, f.w, f.h, f.role, f.ref, f.label, f.link) for f in (one, other)]
    return f"{way}: {facts[0]} is not {facts[1]}"
