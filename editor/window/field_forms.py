"""How values stand in text fields: words, lists, dates and numbers, and how they are read again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

noop = QT_TRANSLATE_NOOP


class TextForm(NamedTuple):
    """How one kind of value is written and read; `read` raises ValueError with a whole sentence.

    A form of `single` lines is kept with Enter. `hint` gives the grey words in an empty field.
    """

    write: Callable[[Any], str]
    read: Callable[[str], object]
    single: bool = True
    hint: Callable[[], str] = str


def _say(sentence: str, **details: object) -> str:
    return QCoreApplication.translate("Fields", sentence).format(**details)


def _same(text: str) -> str:
    return text


def _plain_digits(text: str) -> str:
    """Return `text` with the digits of any script as those that numbers and dates are read from."""
    return "".join(str(decimal(char)) if char.isdecimal() else char for char in text.strip())


def _day(text: str) -> str:
    day = _plain_digits(text).replace("/", "-").replace(".", "-")
    try:
        return date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        raise ValueError(_say(noop("Fields", "“{text}” is no date such as 2026-03-21."), text=text)) from None


def _number(text: str) -> float | None:
    figures = _plain_digits(text).replace(",", ".").replace("٫", ".").removesuffix("pt").strip()
    try:
        return float(figures) if figures else None
    except ValueError:
        raise ValueError(_say(noop("Fields", "“{text}” is no number."), text=text)) from None


def _whole(text: str) -> int:
    number = _number(text)
    if number is None or number != number or number not in range(1, 10_000):
        raise ValueError(_say(noop("Fields", "“{text}” is no whole number from 1 on."), text=text))
    return int(number)


def _name(text: str) -> str:
    if not text.strip():
        raise ValueError(_say(noop("Fields", "A name is needed, so the old one stays.")))
    return text.strip()


def _list(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split("\n"))))


def _figures(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


FORMS = {
    "line": TextForm(str, _same),
    "lines": TextForm(str, _same, single=False),
    "name": TextForm(str, _name),
    "told": TextForm(str, _same, hint=lambda: _say(noop("Fields", "what the picture shows"))),
    "list": TextForm("\n".join, _list, False, lambda: _say(noop("Fields", "one on each line"))),
    "date": TextForm(str, _day, hint=lambda: _say(noop("Fields", "year-month-day"))),
    "number": TextForm(_figures, _number, hint=lambda: _say(noop("Fields", "as it fits"))),
    "whole": TextForm(str, _whole),
}
"""The forms of text fields by name."""
