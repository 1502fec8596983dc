"""Changes: inverse, squash, difference."""

from __future__ import annotations

from editor.model.change import Change, difference, of
from editor.model.records import Owner

A, B, C = Owner("o", name="A"), Owner("o", name="B"), Owner("o", name="C")


def test_an_empty_change_is_false() -> None:
    assert not Change()
    assert Change(added={"o": A})
    assert Change(updated={"o": (A, B)})
    assert Change(removed={"o": A})


def test_the_inverse_swaps_both_ways() -> None:
    change = Change({"n": A}, {"o": (A, B)}, {"p": C})
    assert change.inverse() == Change({"p": C}, {"o": (B, A)}, {"n": A})
    assert change.inverse().inverse() == change


def test_squashing_keeps_first_and_last() -> None:
    assert Change(updated={"o": (A, B)}).then(Change(updated={"o": (B, C)})) == Change(updated={"o": (A, C)})
    assert Change(added={"o": A}).then(Change(updated={"o": (A, B)})) == Change(added={"o": B})
    assert Change(updated={"o": (A, B)}).then(Change(removed={"o": B})) == Change(removed={"o": A})
    assert Change(removed={"o": A}).then(Change(added={"o": B})) == Change(updated={"o": (A, B)})


def test_what_cancels_out_leaves_nothing() -> None:
    assert not Change(added={"o": A}).then(Change(removed={"o": A}))
    assert not Change(updated={"o": (A, B)}).then(Change(updated={"o": (B, A)}))
    assert not Change(removed={"o": A}).then(Change(added={"o": A}))
    assert not of({"o": (A, A), "p": (None, None)})


def test_all_records_that_are_mentioned() -> None:
    assert list(Change({"n": A}, {"o": (B, C)}, {"p": A}).records()) == [A, B, C, A]


def test_the_difference_of_two_states() -> None:
    kept, gone, come = Owner("k"), Owner("g"), Owner("c")
    before, after = {"k": kept, "g": gone, "o": A}, {"k": kept, "c": come, "o": B}
    assert difference(before, after) == Change({"c": come}, {"o": (A, B)}, {"g": gone})
