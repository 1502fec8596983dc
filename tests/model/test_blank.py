"""The empty map."""

from __future__ import annotations

from editor.model.blank import FIVE_ELEMENTS, blank
from editor.model.ids import Ids
from editor.model.records import Lane, Map, Persona, Stage
from editor.model.validity import check


def test_it_has_the_five_elements_and_nothing_odd() -> None:
    empty = blank(Ids(1))
    assert [lane.lane_kind for lane in empty.all(Lane)] == list(FIVE_ELEMENTS)
    assert [len(empty.steps(stage.id)) for stage in empty.all(Stage)] == [1, 1, 1]
    assert len(empty.all(Persona)) == 1
    assert check(empty) == []


def test_titles_are_given() -> None:
    about = Map(title="Shoes", language="fa", direction="rtl")
    empty = blank(Ids(1), about=about, stages=["شناخت", "خرید"], lane_titles={"actions": "کارها"})
    assert empty.map == about
    assert [stage.title for stage in empty.all(Stage)] == ["شناخت", "خرید"]
    assert [lane.title for lane in empty.all(Lane)][:2] == ["کارها", ""]
