"""Labels stand near their points, overlap nothing, and draw a line when they had to move away."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from editor.layout.curve import boxes, smooth
from editor.layout.labels import Label, LabelRequest, Placing, place
from editor.picture.geometry import Point, Rect

BOUNDS = Rect(0, 0, 600, 160)


def word(x: float, y: float, *, preferred: str = "above", w: float = 50) -> LabelRequest:
    return LabelRequest(w, 10, Point(x, y), 9, preferred)


def face(x: float, y: float) -> Rect:
    return Rect(x - 7, y - 7, 14, 14)


def only(label: Label | None) -> Label:
    assert label
    return label


points = st.tuples(st.floats(20, 580), st.floats(20, 140))


@given(st.lists(points, max_size=12), st.lists(points, max_size=10))
def test_nothing_overlaps_and_everything_is_inside(anchors: list[Point], others: list[Point]) -> None:
    obstacles = [face(x, y) for x, y in (*anchors, *others)]
    found = [label.rect for label in place([word(*a) for a in anchors], obstacles, BOUNDS) if label]
    for i, rect in enumerate(found):
        assert not any(rect.overlaps(other) for other in (*obstacles, *found[:i]))
        assert BOUNDS.x <= rect.x
        assert rect.right <= BOUNDS.right
        assert BOUNDS.y <= rect.y
        assert rect.bottom <= BOUNDS.bottom


@given(st.lists(points, max_size=8))
def test_the_same_question_has_the_same_answer(anchors: list[Point]) -> None:
    requests = [word(*anchor) for anchor in anchors]
    assert place(requests, [], BOUNDS) == place(requests, [], BOUNDS)


def test_a_free_label_stands_centred_on_its_preferred_side() -> None:
    above, below = place([word(100, 80), word(300, 80, preferred="below")], [], BOUNDS)
    assert only(above).rect == Rect(75, 61, 50, 10)
    assert only(below).rect == Rect(275, 89, 50, 10)
    assert only(above).leader is None


def test_a_label_leaves_the_curve_free() -> None:
    pieces = smooth([Point(40, 140), Point(100, 80), Point(160, 20)])
    lines = [boxes(piece, 5, 1) for piece in pieces]
    curve = [box for line in lines for box in line]
    (label,) = place([word(100, 80)], [face(100, 80)], BOUNDS, lines)
    assert [label] == place([word(100, 80)], [face(100, 80), *curve], BOUNDS)
    assert not any(only(label).rect.overlaps(box) for box in curve)
    assert only(label).leader is None


def test_a_blocked_label_moves_away_and_wants_a_leader() -> None:
    wall = Rect(20, 50, 160, 60)
    (label,) = place([word(100, 80)], [wall], BOUNDS)
    leader = only(label).leader
    assert leader
    start, end = leader
    assert start.y < 80
    assert end.y in (only(label).rect.y, only(label).rect.bottom)
    assert only(label).rect.x <= end.x <= only(label).rect.right


def test_a_label_without_any_room_is_given_up() -> None:
    assert place([word(100, 80)], [BOUNDS], BOUNDS) == [None]


def test_a_label_that_found_nothing_is_served_first_the_second_time() -> None:
    bounds = Rect(0, 0, 120, 40)
    free, tight = word(30, 30, w=28), LabelRequest(60, 10, Point(30, 30), 9)
    alone = place([tight], [], bounds)
    both = place([free, free, free, tight], [], bounds)
    assert alone[0]
    assert both[3]


def test_a_label_beyond_the_bounds_moves_inside() -> None:
    (label,) = place([word(100, 12)], [], BOUNDS)
    assert only(label).rect.y > 12


def test_labels_whose_surroundings_stay_stand_where_a_fresh_look_puts_them() -> None:
    random, placing = Random(3), Placing()
    anchors = [(20.0 + 17.0 * i, 40.0 + 13.0 * (i % 5)) for i in range(24)]
    lines = [tuple(Rect(x + 3.0 * i, 60.0 + i, 3.5, 4.0) for i in range(6)) for x in range(10, 400, 40)]
    for number in range(60):
        one = random.randrange(len(anchors))
        anchors[one] = (anchors[one][0], random.uniform(20.0, 150.0))
        if number % 3 == 0:
            x = random.uniform(0.0, 380.0)
            lines[random.randrange(len(lines))] = tuple(
                Rect(x + 3.0 * i, 80.0 - i, 3.5, 4.0) for i in range(6)
            )
        if number % 20 == 19:
            del anchors[0]
        requests, faces = [word(*a) for a in anchors], tuple(face(*a) for a in anchors)
        assert placing.place(requests, faces, BOUNDS, lines) == place(requests, faces, BOUNDS, lines)


def test_a_label_with_the_same_surroundings_is_not_looked_at_again() -> None:
    placing = Placing()
    near, far = word(60, 80), word(340, 80)
    first = placing.place([near, far], (face(60, 80), face(340, 80)), BOUNDS)
    second = placing.place([near, far], (face(60, 64), face(340, 80)), BOUNDS)
    assert second[0] != first[0]
    assert second[1] is first[1]
