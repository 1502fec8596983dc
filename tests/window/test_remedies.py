"""Where the review leads to so that what a map leaves open can be mended."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from editor.model.records import Card, Lane, Owner
from editor.window.finding_button import FindingButton
from tests.build import TOUCHPOINTS, journey, with_records
from tests.window.desk import show_map

OWNERS = "lane-owners"
OWNER = Owner("owner-1", "a0", "Support")


def press_finding(qtbot, window, words: str) -> None:
    """Press the line of the review that begins with these words."""

    def line() -> FindingButton | None:
        lines = window.opened.review.findChildren(FindingButton)
        shown = (line for line in lines if not line.isHidden())
        return next((one for one in shown if one.accessibleName().startswith(words)), None)

    qtbot.waitUntil(lambda: line() is not None)
    line().click()


def focused_owner(window, card: str) -> bool:
    """Tell whether a card is chosen and its owner can be picked by keyboard."""
    return window.opened.chosen() == (card,) and window.opened.inspector.fields.focused() == "Owner"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_missing_owner_leads_to_a_cell_to_write_in_and_then_to_the_card(qtbot, window, direction):
    sketch = "Learn: ad > Buy: shop, pay"
    session = show_map(window, journey(sketch, OWNER, Lane(OWNERS, "a5", "owners"), direction=direction))
    press_finding(qtbot, window, "Nobody is responsible for “\u2068Buy\u2069”")
    assert window.opened.cell() == f"{OWNERS}|step-buy-1"
    view = window.opened.view
    assert window.focusWidget() is view
    QTest.keyClicks(view, "Answer in a day")
    view.finish_writing()
    (card,) = session.journey.cell(OWNERS, "step-buy-1")
    assert card.text == "Answer in a day"
    press_finding(qtbot, window, "Nobody is responsible for “\u2068Buy\u2069”")
    assert focused_owner(window, card.id)
    window.opened.inspector.fields.row("Owner").field.given.emit("owner-1")
    assert session.journey.one(Card, card.id).owner == "owner-1"


@pytest.mark.parametrize(
    "lanes",
    [
        (),
        (Lane(OWNERS, "a5", "owners", locked=True),),
        (Lane(OWNERS, "a5", "owners", hidden=True),),
        (Lane(OWNERS, "a5", "owners", collapsed=True),),
    ],
)
def test_without_an_open_lane_of_owners_it_leads_to_a_card_of_the_stage(qtbot, window, lanes):
    show_map(window, journey("Learn: ad > Buy: , shop", OWNER, *lanes))
    press_finding(qtbot, window, "Nobody is responsible for “\u2068Buy\u2069”")
    assert focused_owner(window, "card-shop")
    field = window.opened.inspector.fields.row("Owner").field
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())


def test_a_stage_without_cards_and_owners_lane_leads_to_a_cell(qtbot, window):
    show_map(window, journey("Learn: ad > Wait", OWNER))
    press_finding(qtbot, window, "Nobody is responsible for “\u2068Wait\u2069”")
    assert window.opened.cell() == f"{TOUCHPOINTS}|step-wait-1"


@pytest.mark.parametrize("state", ["ok", "newer"])
def test_where_nothing_can_be_changed_it_leads_to_the_stage(qtbot, window, state):
    locked = Lane(TOUCHPOINTS, "a0", "touchpoints", locked=state == "ok")
    made = with_records(journey("Learn: ad > Buy: shop"), locked)
    show_map(window, made, state=state)
    press_finding(qtbot, window, "Nobody is responsible for “\u2068Learn\u2069”")
    assert window.opened.chosen() == ("stage-learn",)


def test_other_findings_lead_to_what_they_are_about(qtbot, window):
    show_map(window, journey("Learn: ad > Buy: shop"))
    press_finding(qtbot, window, "The map stops")
    assert window.opened.chosen() == ("stage-buy",)
