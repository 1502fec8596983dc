"""Order keys: always room, short keys, and no key where there is none."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.order import DIGITS, between, n_between

keys = st.text(st.sampled_from(DIGITS), max_size=6)


def test_first_key_and_its_neighbours() -> None:
    assert between(None, None) == "a0"
    assert between("a0", None) == "a1"
    assert between(None, "a0") == "Zz"
    assert between("a0", "a1") == "a0V"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("az", None, "b00"), ("bzz", None, "c000"), ("Zz", None, "a0"), ("Yzz", None, "Z0"),
        (None, "b00", "az"), (None, "c000", "bzz"), (None, "Z0", "Yzz"), (None, "a0V", "a0"),
        ("Zz", "a0", "ZzV"), ("a", "b", "aV"), ("1", "2", "1V"), ("", "1", "0V"), ("", None, "V"),
        (None, "A" + "0" * 26, "5"), ("z" * 27, None, "z" * 27 + "V"), ("a1V", "a1W", "a1VV"),
        ("a0V", "a0W5", "a0W"),
    ],
)  # fmt: skip
def test_known_keys(before: str | None, after: str | None, expected: str) -> None:
    assert between(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"), [("a0", "a0"), ("a1", "a0"), ("a0", "a00"), ("", "0"), (None, ""), ("1", "10")]
)
def test_no_key_where_there_is_no_room(before: str | None, after: str) -> None:
    with pytest.raises(ValueError, match="no order key fits"):
        between(before, after)


def test_ten_thousand_appends_stay_short() -> None:
    rising = n_between(None, None, 10_000)
    falling = n_between(None, "a0", 10_000)
    assert rising == sorted(set(rising))
    assert falling == sorted(set(falling))
    assert max(map(len, rising + falling)) <= 4


def test_random_insertions_keep_their_order() -> None:
    random, row = Random(3), [between(None, None)]
    for _ in range(2000):
        place = random.randint(0, len(row))
        row.insert(
            place, between(row[place - 1] if place else None, row[place] if place < len(row) else None)
        )
    assert row == sorted(set(row))
    assert max(map(len, row)) < 12


@given(keys, keys)
def test_any_two_texts_have_a_key_between_or_none(one: str, other: str) -> None:
    low, high = sorted((one, other))
    try:
        key = between(low, high)
    except ValueError:
        assert high.rstrip("0") <= low
    else:
        assert low < key < high
        assert not key.endswith("0") or len(key) > 1


@given(keys)
def test_there_is_always_room_after_a_key(key: str) -> None:
    assert between(key, None) > key


@given(st.integers(0, 50), st.sampled_from([(None, None), ("a0", None), (None, "a0"), ("a0", "a1")]))
def test_several_keys_rise_between_the_ends(count: int, ends: tuple[str | None, str | None]) -> None:
    row = n_between(*ends, count)
    assert len(row) == count
    assert all(
        one < other for one, other in pairwise([*filter(None, ends[:1]), *row, *filter(None, ends[1:])])
    )


def test_keys_between_two_are_spread_evenly() -> None:
    assert max(map(len, n_between("a0", "a1", 1000))) <= 4
    assert n_between("a0", "a1", -1) == []
