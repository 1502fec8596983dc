"""What a locked lane holds stays as it is; the lane itself and its columns may move."""

from __future__ import annotations

import pytest

from editor.model.change import Change
from editor.model.edits import arranging, copying, linking, removing, stages, wording
from editor.model.edits.locks import check_unlocked
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Note, Owner, Persona, Point
from editor.model.trouble import Trouble
from tests.build import TOUCHPOINTS, connection, journey, with_records

CURVE = "lane-curve"


def shop() -> Journey:
    made = journey("Learn: ad + banner, search > Buy: shop, pay")
    lanes = (
        Lane(TOUCHPOINTS, "a0", "touchpoints", locked=True),
        Lane("lane-open", "b", "text"),
        Lane(CURVE, "c", "emotions", locked=True),
    )
    more = (
        Owner("owner-ops", "a", "Ops"),
        Card("card-open", "a", "lane-open", "step-learn-1", "open"),
        Card("card-ad", "a0", TOUCHPOINTS, "step-learn-1", "ad", owner="owner-ops"),
        Persona("persona-ann", "a", "Ann"),
        Point("point-1", CURVE, "persona-ann", "step-learn-1"),
    )
    return with_records(made, *lanes, *more)


def refused(change: Change) -> bool:
    try:
        check_unlocked(shop(), change)
    except Trouble:
        return True
    return False


@pytest.mark.parametrize(
    "change",
    [
        wording.retitle(shop(), "card-ad", "advert"),
        wording.set_fields(shop(), ["card-ad"], owner=""),
        wording.set_fields(shop(), ["point-1"], value=1.0),
        wording.retitle(shop(), TOUCHPOINTS, "Touchpoints"),
        wording.set_fields(shop(), [TOUCHPOINTS], lane_kind="actions"),
        arranging.move_cards(shop(), ["card-ad"], "lane-open", "step-buy-1"),
        arranging.move_cards(shop(), ["card-open"], TOUCHPOINTS, "step-buy-1"),
        arranging.reorder(shop(), "card-banner", 0),
        arranging.add(shop(), Card("card-x", "", TOUCHPOINTS, "step-buy-1")),
        copying.duplicate(shop(), ["card-ad"], Ids(1)),
        removing.remove(shop(), ["card-ad"]),
        removing.remove(shop(), ["point-1"]),
        removing.remove(shop(), [TOUCHPOINTS]),
    ],
)  # fmt: skip
def test_a_locked_lane_refuses(change: Change) -> None:
    assert change
    assert refused(change)


@pytest.mark.parametrize(
    "change",
    [
        wording.retitle(shop(), "card-open", "wide open"),
        wording.set_fields(shop(), [TOUCHPOINTS], locked=False),
        wording.set_fields(shop(), [TOUCHPOINTS], locked=False, title="Touchpoints"),
        wording.set_fields(shop(), [TOUCHPOINTS], height=90.0, collapsed=True, hidden=True),
        arranging.reorder(shop(), TOUCHPOINTS, 1),
        arranging.reorder(shop(), "stage-buy", 0),
        removing.remove(shop(), ["stage-learn"]),
        removing.remove(shop(), ["owner-ops"]),
        copying.duplicate(shop(), ["stage-learn"], Ids(1)),
        copying.duplicate(shop(), [TOUCHPOINTS], Ids(1)),
        stages.merge(shop(), "stage-learn", "stage-buy"),
        linking.connect(shop(), connection("card-ad", "card-pay")),
        arranging.add(shop(), Note("note-x", about="card-ad")),
        Change(),
    ],
)  # fmt: skip
def test_what_is_round_it_may_change(change: Change) -> None:
    assert not refused(change)


def test_a_wide_card_in_a_locked_lane_is_cut_with_its_columns() -> None:
    wide = Card("card-wide", "z", TOUCHPOINTS, "step-learn-2", "wide", span=3)
    book = with_records(shop(), wide)
    change = removing.remove(book, ["stage-buy"])
    assert wide.id in change.updated
    check_unlocked(book, change)
