"""Quarters: connections that could meet keep to one, all others never get in each other's way."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from editor.layout.quarters import Quarter, quarters

WHOLE = Quarter(0, 0, 19, 9)


@st.composite
def areas(draw: st.DrawFn) -> Quarter:
    left, top = draw(st.integers(0, 19)), draw(st.integers(0, 9))
    return Quarter(left, top, min(19, left + draw(st.integers(0, 4))), min(9, top + draw(st.integers(0, 4))))


def crossings(quarter: Quarter) -> set[tuple[int, int]]:
    """Every crossing of a quarter's gutters and gaps; neighbours share some of them."""
    gutters, gaps = range(quarter.left, quarter.right + 2), range(quarter.top, quarter.bottom + 2)
    return {(gutter, gap) for gutter in gutters for gap in gaps}


@given(st.lists(areas(), max_size=12))
def test_quarters_hold_every_area_once_and_share_no_crossing(wanted: list[Quarter]) -> None:
    groups = quarters(wanted)
    assert sorted(number for _, members in groups for number in members) == list(range(len(wanted)))
    for quarter, members in groups:
        assert all(quarter.united(wanted[number]) == quarter for number in members)
    for (one, _), (other, _) in combinations(groups, 2):
        assert crossings(one).isdisjoint(crossings(other))


@given(areas())
def test_an_area_grows_until_it_is_everything(area: Quarter) -> None:
    for _ in range(5):
        assert area.united(area.grown(WHOLE)) == area.grown(WHOLE)
        area = area.grown(WHOLE)
    assert area == WHOLE


def test_neighbours_that_share_a_gutter_are_one_quarter() -> None:
    apart, beside = Quarter(0, 0, 1, 0), Quarter(2, 0, 3, 0)
    assert quarters([apart, beside]) == ((Quarter(0, 0, 3, 0), (0, 1)),)


def test_quarters_between_which_a_column_and_a_lane_lie_stay_apart() -> None:
    assert len(quarters([Quarter(0, 0, 1, 0), Quarter(3, 0, 3, 0), Quarter(0, 2, 1, 2)])) == 3


def test_what_comes_to_stand_inside_of_joined_areas_joins_them() -> None:
    corner = [Quarter(0, 0, 0, 5), Quarter(0, 5, 6, 5)]
    inside = Quarter(4, 2, 5, 2)
    assert quarters([*corner, inside]) == ((Quarter(0, 0, 6, 5), (0, 1, 2)),)
