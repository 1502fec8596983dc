"""Clean words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.words import clean, is_clean


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("plain", "plain"),
        ("two\nlines", "two\nlines"),
        ("a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("tab\there", "tab here"),
        ("soft\u00adhyphen\ufeff\x00\x1b\x9f", "softhyphen"),
        ("half \ud83d", "half "),
        ("e\u0301", "é"),
        ("می‌خرد", "می‌خرد"),
        ("rtl\u200f mark", "rtl\u200f mark"),
    ],
)
def test_cleaning(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected
    assert is_clean(expected)
    assert is_clean(given_text) == (given_text == expected)


def test_clean_text_is_the_same_object() -> None:
    text = "سلام, ąę"
    assert clean(text) is text


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")
