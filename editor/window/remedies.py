"""Where a finding can be mended: the cell or the field to which its line in the review leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from editor.canvas.view import MapView
    from editor.session.facts import Facts
    from editor.window.workspace import Workspace


def lead(workspace: Workspace, keys: tuple[str, ...], code: str) -> None:
    """Show what a finding is about; where an owner is missing, what can be given one, ready for the keys."""
    if code != "no-owner" or workspace.bench.read_only:
        workspace.choose(keys, reveal=True)
        return
    place = place_for_owner(workspace.bench.facts, keys[0])
    if "|" in place:
        _stand_in(workspace.view, place)
        return
    workspace.choose((place,), reveal=True)
    workspace.inspector.make_ready("owner")


def place_for_owner(facts: Facts, stage: str) -> str:
    """Return the card of a stage, or the cell "lane|step" for a new one, that should name who is responsible.

    What stands in the lane of the owners comes first. A stage whose lanes are all shut is returned itself.
    """
    lanes = [lane for lane in facts.lanes() if facts.takes_cards(lane)]
    owners = [lane for lane in lanes if facts.lane_kind(lane) == "owners"]
    steps = facts.steps_of(stage)
    found = _cards(facts, owners, steps) or _cells(owners, steps)
    found = found or _cards(facts, lanes, steps) or _cells(lanes, steps)
    return found[0] if found else stage


def _stand_in(view: MapView, cell: str) -> None:
    """Show a cell and put the focus there, so that what is typed begins a card."""
    view.choice.click(view.places.find(cell, "cell"))
    view.reveal((cell,))
    view.setFocus(Qt.FocusReason.OtherFocusReason)


def _cards(facts: Facts, lanes: list[str], steps: tuple[str, ...]) -> list[str]:
    return [card for lane in lanes for step in steps for card in facts.cards(lane, step)]


def _cells(lanes: list[str], steps: tuple[str, ...]) -> list[str]:
    return [f"{lane}|{step}" for lane in lanes for step in steps]
