"""Several stages become the first of them."""

from __future__ import annotations

import pytest

from editor.model.edits import stages
from editor.model.records import Stage
from editor.model.trouble import Trouble
from tests.build import journey


def test_several_stages_become_the_first() -> None:
    shop = journey("Learn: ad > Buy: pay > Use: open > Leave: go")
    before = shop.by_id()
    undo = shop.apply(stages.merge_all(shop, ["stage-learn", "stage-buy", "stage-leave"]))
    assert [(stage.id, stage.aliases) for stage in shop.all(Stage)] == [
        ("stage-learn", ("Buy", "Leave")),
        ("stage-use", ()),
    ]
    assert [step.id for step in shop.steps("stage-learn")] == ["step-learn-1", "step-buy-1", "step-leave-1"]
    shop.apply(undo)
    assert shop.by_id() == before


@pytest.mark.parametrize("keys", [[], ["stage-buy"]])
def test_fewer_than_two_are_refused(keys: list[str]) -> None:
    with pytest.raises(Trouble, match="no stage to merge with"):
        stages.merge_all(journey("Buy: pay"), keys)
