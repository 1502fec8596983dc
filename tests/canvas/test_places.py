from __future__ import annotations

import pytest

from editor.canvas.choice import Choice
from editor.canvas.places import Places
from editor.canvas.walking import Way, between, first, following, neighbour
from editor.picture.frame import Frame, Picture, Shape
from editor.picture.geometry import Path
from editor.picture.paint import Stroke
from editor.picture.walk import frames
from tests.canvas.big import grid


def places(picture: Picture) -> Places:
    made = Places()
    made.show(picture)
    return made


@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
def test_every_card_is_found_at_its_middle(rtl: bool) -> None:
    picture = grid(7, 3, 2, 3, rtl=rtl)
    found = places(picture)
    for frame, rect in frames(picture.root):
        if frame.role in ("card", "stage", "rail", "title"):
            spot = found.at(*rect.center)
            assert spot is not None
            assert (spot.ref, spot.role, spot.rect) == (frame.ref, frame.role, rect)


def test_beside_cards_there_is_the_cell_and_beside_the_map_nothing() -> None:
    found = places(grid(3, 2, 1, 3))
    cell = found.at(*_corner(found, "lane-1|step-2"))
    assert cell is not None
    assert (cell.ref, cell.role) == ("lane-1|step-2", "cell")
    assert found.at(2.0, 2.0) is None
    assert found.at(1e5, 1e5) is None


def _corner(found: Places, ref: str) -> tuple[float, float]:
    spot = found.find(ref)
    assert spot is not None
    return spot.rect.x + 1, spot.rect.bottom - 1


def test_a_wide_card_is_found_over_all_its_columns() -> None:
    found = places(with_in_lane(grid(4, 1, 0, 4), Frame(98, 8, 300, 40, (), "card", "wide", "Wide")))
    for x in (130.0, 300.0, 400.0):
        spot = found.at(x, 120.0)
        assert spot is not None
        assert spot.ref == "wide"


def test_a_connection_is_caught_near_its_stroke_only() -> None:
    line = Shape(Path.polyline([(0, 0), (100, 0), (100, 50)]), None, Stroke("#000000"))
    link = Frame(120, 200, 100, 50, (line,), "connection", "c1", "leads to")
    picture = grid(3, 3, 0, 3)
    items = (*picture.root.items, Frame(0, 0, 0, 0, (link,), "connections"))
    found = places(picture._replace(root=picture.root._replace(items=items)))
    on, off = found.at(170.0, 202.0), found.at(170.0, 225.0)
    assert on is not None
    assert on.ref == "c1"
    assert off is None or off.ref != "c1"
    assert [spot.ref for row in found.rows()[-1:] for spot in row] == ["c1"]


def test_emotions_are_found_over_their_curve() -> None:
    point = Frame(150, 10, 18, 18, (), "point", "p1", "glad")
    curve = Frame(0, 0, 500, 60, (Frame(0, 0, 500, 0, (), "segment", "stage-0"), point), "curve", "persona-1")
    found = places(with_in_lane(grid(2, 1, 0, 2), curve))
    spot = found.find("p1")
    assert spot is not None
    assert found.at(*spot.rect.center) == spot


def test_find_tells_a_lane_at_its_rail() -> None:
    spot = places(grid(2, 2, 1, 2)).find("lane-1")
    assert spot is not None
    assert spot.role == "rail"
    assert places(grid(2, 2, 1, 2)).find("nobody") is None


def test_lanes_that_stay_the_same_keep_their_plans() -> None:
    picture = grid(3, 3, 1, 3)
    found = Places()
    found.show(picture)
    before = [plan for _, plan in found._lanes]
    found.show(picture._replace(root=picture.root._replace(w=picture.width + 1)))
    assert [plan for _, plan in found._lanes] == before


@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
def test_right_goes_right_on_the_screen(rtl: bool) -> None:
    found = places(grid(4, 2, 1, 2, rtl=rtl))
    start = found.find("card-10")
    assert start is not None
    right, left = neighbour(found, start, Way.RIGHT), neighbour(found, start, Way.LEFT)
    assert right is not None
    assert left is not None
    assert right.ref == ("card-0" if rtl else "card-20")
    assert left.ref == ("card-20" if rtl else "card-0")
    assert right.rect.x > start.rect.x > left.rect.x


def test_down_walks_from_a_stage_through_cards_and_lanes() -> None:
    found = places(grid(4, 2, 2, 2))
    spot = found.find("stage-0")
    seen = []
    while spot is not None:
        seen.append(spot.ref)
        spot = neighbour(found, spot, Way.DOWN)
    assert seen == ["stage-0", "card-0", "card-1", "card-10000", "card-10001"]


def test_up_from_the_first_lane_leads_to_its_stage() -> None:
    found = places(grid(4, 2, 1, 2))
    spot = found.find("card-30")
    assert spot is not None
    above = neighbour(found, spot, Way.UP)
    assert above is not None
    assert above.ref == "stage-1"


def test_empty_cells_are_walked_to() -> None:
    found = places(grid(3, 1, 0, 3))
    spot = found.find("lane-0|step-0")
    assert spot is not None
    beside = neighbour(found, spot, Way.RIGHT)
    assert beside is not None
    assert beside.ref == "lane-0|step-1"


@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
def test_tab_goes_through_everything_once_and_back(rtl: bool) -> None:
    found = places(grid(3, 2, 1, 2, rtl=rtl))
    spot = found.find("map")
    walked = []
    while spot is not None:
        walked.append(spot.ref)
        last, spot = spot, following(found, spot, 1)
    assert walked[:5] == ["map", "stage-0", "stage-1", "lane-0", "card-0"]
    assert len(walked) == len(set(walked)) == 1 + 2 + 2 * 4
    back = following(found, last, -1)
    assert back is not None
    assert back.ref == walked[-2]


def test_tab_goes_into_a_cell_and_back_out_of_it() -> None:
    found = places(grid(3, 2, 2, 3))
    cell = found.find("lane-1|step-1")
    assert cell is not None
    into, back = following(found, cell, 1), following(found, cell, -1)
    assert into is not None
    assert back is not None
    assert (into.ref, back.ref) == ("card-10010", "card-10001")


def test_a_walk_begins_at_the_first_stage() -> None:
    spot = first(places(grid(3, 2, 1, 2)))
    assert spot is not None
    assert spot.ref == "stage-0"
    assert first(places(Picture(Frame(0, 0, 10, 10)))) is None


def test_between_is_in_reading_order_whichever_came_first() -> None:
    found = places(grid(3, 1, 1, 3))
    assert between(found, "card-20", "card-0") == ["card-0", "card-10", "card-20"]
    assert between(found, "gone", "card-0") == ["card-0"]


def test_choice_forgets_what_the_picture_no_longer_shows() -> None:
    found = places(grid(3, 1, 1, 3))
    told: list[int] = []
    choice = Choice(found, lambda: told.append(1))
    choice.set(("card-0", "card-20"))
    found.show(grid(2, 1, 1, 2))
    choice.keep_existing()
    assert choice.chosen == ("card-0",)
    assert choice.focus == ""
    assert len(told) == 2


def with_in_lane(picture: Picture, frame: Frame) -> Picture:
    """The picture with one more frame in its first lane."""
    items = list(picture.root.items)
    at = next(i for i, item in enumerate(items) if isinstance(item, Frame) and item.role == "lane")
    lane = items[at]
    assert isinstance(lane, Frame)
    taller = lane._replace(h=80.0, items=(*lane.items, frame))
    return picture._replace(root=picture.root._replace(items=(*items[:at], taller, *items[at + 1 :])))


def test_within_finds_cards_and_leaves_out_the_rest() -> None:
    found = places(grid(3, 2, 1, 3))
    spot = found.find("card-10")
    assert spot is not None
    assert {s.ref for s in found.within(spot.rect.grown(-1)) if s.role == "card"} == {"card-10"}


def test_what_a_drag_changes_is_found_as_on_a_new_map() -> None:
    before = grid(6, 3, 2, 3)
    kept = places(before)
    known = {ref: kept.find(ref) for ref in ("card-1-1-0", "lane-1|step-1", "lane-1|step-4", "stage-1")}
    for picture in (carried(before, 1, 4), carried(before, 1, 5), before):
        kept.show(picture)
        new = places(picture)
        refs = [frame.ref for frame, _ in frames(picture.root) if frame.ref]
        assert sorted(kept.find_all(refs)) == sorted(new.find_all(refs))
        assert [kept.find(ref) for ref in known] == [new.find(ref) for ref in known]
        assert kept.rows() == new.rows()
    assert {ref: kept.find(ref) for ref in known} == known


def carried(picture: Picture, source: int, target: int) -> Picture:
    """The picture with the first card of one cell of the second lane in another of its cells."""
    lane = next(frame for frame in picture.root.frames() if frame.ref == "lane-1")
    cells = {frame.ref: frame for frame in lane.frames() if frame.role == "cell"}
    old, new = cells[f"lane-1|step-{source}"], cells[f"lane-1|step-{target}"]
    card = next(old.frames())
    changed = {
        old.ref: old._replace(items=old.items[1:]),
        new.ref: new._replace(items=(card, *new.items)),
    }
    items = tuple(changed.get(item.ref, item) if isinstance(item, Frame) else item for item in lane.items)
    moved = lane._replace(items=items)
    return picture._replace(
        root=picture.root._replace(items=tuple(moved if f is lane else f for f in picture.root.items))
    )
