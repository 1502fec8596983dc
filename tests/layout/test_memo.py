"""What the layout's memories give back, and what they make anew."""

from __future__ import annotations

from editor.layout.lanes import blocks
from editor.layout.memo import RowMemo


def test_only_what_stands_for_another_thing_is_made_anew() -> None:
    memo, made = RowMemo[str, list[str]](), list[int]()

    def row(*things: str) -> tuple[list[str], ...]:
        def make(place: int) -> list[str]:
            made.append(place)
            return [things[place].upper()]

        return memo.get("row", (), things, make)

    first = row("a", "b", "c")
    assert first == (["A"], ["B"], ["C"])
    made.clear()
    second = row("a", "x", "c")
    assert second == (["A"], ["X"], ["C"])
    assert made == [1]
    assert second[0] is first[0]
    assert second[2] is first[2]


def test_the_same_row_comes_back_while_its_values_are_equal() -> None:
    memo = RowMemo[str, str]()
    first = memo.get("row", (), ("a", "b"), lambda place: "ab"[place].upper())
    assert memo.get("row", (), ("a", "B"), lambda place: "aB"[place].upper()) is first
    assert memo.get("other", (), ("a", "B"), lambda place: "aB"[place].upper()) is not first


def test_another_witness_or_length_makes_all_anew() -> None:
    memo, made = RowMemo[str, int](), list[int]()

    def make(place: int) -> int:
        made.append(place)
        return place

    memo.get("row", (1,), ("a", "b"), make)
    memo.get("row", (2,), ("a", "b"), make)
    memo.get("row", (2,), ("a", "b", "c"), make)
    assert made == [0, 1, 0, 1, 0, 1, 2]


def test_columns_stand_in_blocks_that_no_card_reaches_across() -> None:
    assert blocks((1, 1, 1)) == ((0, 1), (1, 2), (2, 3))
    assert blocks((1, 2, 1, 1)) == ((0, 1), (1, 3), (3, 4))
    assert blocks((3, 1, 2, 1, 1)) == ((0, 4), (4, 5))
    assert blocks((1, 9)) == ((0, 1), (1, 2))
    assert blocks((4,)) == ((0, 1),)
    assert blocks(()) == ()
