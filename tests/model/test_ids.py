"""Identifiers."""

from __future__ import annotations

import re

from editor.model.ids import Ids


def test_an_id_is_its_kind_and_eight_letters() -> None:
    assert re.fullmatch(r"card-[0-9a-z]{8}", Ids().new("card"))


def test_a_seed_gives_the_same_ids_and_no_seed_gives_others() -> None:
    assert [Ids(7).new("card") for _ in range(3)] == [Ids(7).new("card")] * 3
    assert Ids().new("card") != Ids().new("card")


def test_a_taken_id_is_passed_over() -> None:
    first = Ids(7).new("card")
    assert Ids(7).new("card", {first}) != first
