"""Points that would stand in another's place step aside; everything else stays where it is."""

from __future__ import annotations

from dataclasses import replace

from editor.model.edits.curves import beside_others
from tests.build import journey, with_curve, with_records


def test_only_points_step_aside() -> None:
    shop = with_curve(journey("Buy: pay"), [0.5])
    (point,) = shop.points("lane-emotions")
    card = shop.get("card-pay")
    assert beside_others(shop, card) is card
    assert beside_others(shop, point) == point


def test_where_every_place_is_taken_points_stand_in_one_another() -> None:
    shop = with_curve(journey("Buy: pay"), [0.5])
    (point,) = shop.points("lane-emotions")
    crowd = [replace(point, id=f"point-{number}", at=number / 100) for number in range(101)]
    full = with_records(shop, *crowd)
    late = replace(point, id="point-late", at=0.25)
    assert beside_others(full, late) == late
