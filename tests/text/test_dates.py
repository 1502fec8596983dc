"""Dates and numbers as the three languages write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCalendar, QDate

from editor.text.dates import date_words, jalali
from editor.text.digits import localized, number, percent


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "12 Nov 2026"), ("pl", "12 listopada 2026"), ("fa", "۲۱ آبان ۱۴۰۵"), ("de", "12 Nov 2026")],
)
def test_date_words(language: str, words: str) -> None:
    assert date_words("2026-11-12", language) == words


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01", "2026-02-30"])
def test_what_is_no_date_stays(text: str) -> None:
    assert date_words(text, "en") == text
    assert date_words(text, "fa") == localized(text, "fa")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1979-02-11", (1357, 11, 22)),
        ("2020-03-20", (1399, 1, 1)),
        ("2021-03-20", (1399, 12, 30)),
        ("2021-03-21", (1400, 1, 1)),
        ("2024-03-20", (1403, 1, 1)),
        ("2025-03-20", (1403, 12, 30)),
        ("2025-03-21", (1404, 1, 1)),
        ("2025-09-22", (1404, 6, 31)),
        ("2025-09-23", (1404, 7, 1)),
    ],
)
def test_known_days_of_iran_s_calendar(day: str, expected: tuple[int, int, int]) -> None:
    assert jalali(date.fromisoformat(day)) == expected


def test_every_day_of_ninety_years_is_qt_s() -> None:
    calendar = QCalendar(QCalendar.System.Jalali)
    for days in range(0, 90 * 365, 7):
        day = date(1966, 1, 1) + timedelta(days=days)
        parts = calendar.partsFromDate(QDate(day.year, day.month, day.day))
        assert jalali(day) == (parts.year, parts.month, parts.day)


@pytest.mark.parametrize(
    ("value", "decimals", "english", "polish", "persian"),
    [
        (12500, 0, "12,500", "12\u00a0500", "۱۲٬۵۰۰"),
        (1234.5, 1, "1,234.5", "1234,5", "۱٬۲۳۴٫۵"),
        (-3, 0, "-3", "-3", "\u200e−۳"),
        (-0.2, 0, "0", "0", "۰"),
        (0, 0, "0", "0", "۰"),
    ],
)
def test_numbers(value: float, decimals: int, english: str, polish: str, persian: str) -> None:
    written = [number(value, language, decimals) for language in ("en", "pl", "fa")]
    assert written == [english, polish, persian]


def test_percentages_have_no_space_to_break_at() -> None:
    assert [percent(0.314, language) for language in ("en", "pl", "fa")] == ["31%", "31%", "۳۱٪"]
    assert percent(0.314, "fa", 1) == "۳۱٫۴٪"


def test_localized_changes_digits_only() -> None:
    assert localized("4 از 10, 20%", "fa") == "۴ از ۱۰, ۲۰٪"
    assert localized("4 of 10, 20%", "pl") == "4 of 10, 20%"
