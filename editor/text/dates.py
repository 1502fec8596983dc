"""Dates in words: Gregorian in English and Polish, Jalali in Persian."""

from __future__ import annotations

from datetime import date, timedelta

from editor.text.digits import localized

_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "pl": "stycznia lutego marca kwietnia maja czerwca "
    "lipca sierpnia września października listopada grudnia",
    "fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
}

_KNOWN_YEAR, _KNOWN_NEW_YEAR = 1404, date(2025, 3, 21)


def date_words(iso: str, language: str) -> str:
    """Return the ISO date (2026-11-12) as "12 Nov 2026", "12 listopada 2026" or «۲۱ آبان ۱۴۰۵».

    Anything that is no date comes back as it is, with the language's digits.
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return localized(iso, language)
    year, month, of_month = jalali(day) if language == "fa" else (day.year, day.month, day.day)
    name = _MONTHS.get(language, _MONTHS["en"]).split()[month - 1]
    return localized(f"{of_month} {name} {year}", language)


def jalali(day: date) -> tuple[int, int, int]:
    """Return year, month and day in Iran's calendar.

    Leap years by the 33-year rule, which agrees with the official calendar for 1343 to 1502 (1964 to
    2124); QCalendar's 2,820-year rule leaves it in 2058.
    """
    year = day.year - 621
    if day < _new_year(year):
        year -= 1
    passed = (day - _new_year(year)).days
    if passed < 186:  # six months of 31 days, then months of 30
        return year, passed // 31 + 1, passed % 31 + 1
    return year, (passed - 186) // 30 + 7, (passed - 186) % 30 + 1


def _new_year(year: int) -> date:
    days = 365 * (year - _KNOWN_YEAR) + _leap_years_before(year) - _leap_years_before(_KNOWN_YEAR)
    return _KNOWN_NEW_YEAR + timedelta(days=days)


def _leap_years_before(year: int) -> int:
    return (8 * year + 21) // 33
