"""File names made from titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.session.pathsafe import LONGEST, file_name


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Buying shoes", "Buying shoes.pdf"),
        ("سفر مشتری: می‌خرد", "سفر مشتری می‌خرد.pdf"),
        ("a/b\\c:d*e?f|g", "a b c d e f g.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("  two\nlines\t", "two lines.pdf"),
        ("...", "journey.pdf"),
        ("", "journey.pdf"),
        ("con", "journey con.pdf"),
        ("Lpt1.old", "journey Lpt1.old.pdf"),
        ("Contact", "Contact.pdf"),
        ("rtl \u202e trick", "rtl trick.pdf"),
    ],
)
def test_names(title: str, expected: str) -> None:
    assert file_name(title, ".pdf") == expected


@given(st.text())
def test_any_title_gives_a_name(title: str) -> None:
    name = file_name(title, ".pdf")
    assert len(name.encode()) <= LONGEST + 20
    assert not set(name) & set('<>:"/\\|?*\n\0')
    assert not name.startswith((".", " "))


def test_long_titles_are_cut_at_a_letter() -> None:
    assert len(file_name("س" * 200, ".pdf").encode()) <= LONGEST + 4
