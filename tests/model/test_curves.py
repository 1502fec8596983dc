"""Points that would stand in another's place step aside; everything else stays where it is."""

from __future__ import annotations

from editor.model.edits.curves import beside_others
from tests.build import journey, with_curve


def test_only_points_step_aside() -> None:
    shop = with_curve(journey("Buy: pay"), [0.5])
    (point,) = shop.points("lane-emotions")
    card = shop.get("card-pay")
    assert beside_others(shop, card) is card
    assert beside_others(shop, point) == point
