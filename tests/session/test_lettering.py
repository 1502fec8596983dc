"""What an editor in place takes over from the text engine."""

from __future__ import annotations

import pytest

from editor.picture.words import REGULAR
from editor.session.lettering import LRM, RLM, Lettering, lettering


@pytest.fixture
def letters() -> Lettering:
    return lettering()


@pytest.mark.parametrize("text", ["Up to 12 % off", "za 100 zł", "plain words", ""])
def test_what_is_set_is_as_long_as_what_is_stored(letters: Lettering, text: str) -> None:
    assert len(letters.shown(text)) == len(text)


def test_a_number_stays_with_its_unit(letters: Lettering) -> None:
    assert letters.shown("12 %") == "12\u00a0%"


def test_a_paragraph_is_turned_by_a_mark_only_where_its_letters_say_otherwise(letters: Lettering) -> None:
    assert letters.turned("shop", rtl=True, otherwise=False) == RLM + "shop"
    assert letters.turned(RLM + "shop", rtl=False, otherwise=False) == "shop"
    assert letters.turned("خرید", rtl=False, otherwise=True) == LRM + "خرید"
    assert letters.turned("123", rtl=True, otherwise=True) == "123"
    assert letters.turned("123", rtl=True, otherwise=False) == RLM + "123"


def test_turning_twice_is_turning_once(letters: Lettering) -> None:
    once = letters.turned("shop", rtl=True, otherwise=False)
    assert letters.turned(once, rtl=True, otherwise=False) == once
    assert letters.runs_right_to_left(once, False)


def test_characters_of_the_bundled_face_need_no_substitute(letters: Lettering) -> None:
    assert letters.substitutes("Zażółć خرید", REGULAR) == []
