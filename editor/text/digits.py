"""Numbers as a language writes them (separators after CLDR 45)."""

from __future__ import annotations

_TO_PERSIAN = str.maketrans("0123456789%", "۰۱۲۳۴۵۶۷۸۹٪")
# Grouping mark and decimal mark; the Polish mark is a no-break space.
_MARKS = {"en": (",", "."), "pl": ("\u00a0", ","), "fa": ("٬", "٫")}
_MINUS = {"en": "-", "pl": "-", "fa": "\u200e−"}


def localized(text: str, language: str) -> str:
    """Return `text` with its digits and percent signs as `language` writes them; all else stays."""
    return text.translate(_TO_PERSIAN) if language == "fa" else text


def number(value: float, language: str, decimals: int = 0) -> str:
    """Return `value` rounded to `decimals` places, with its thousands grouped."""
    plain = f"{abs(value):,.{decimals}f}"
    if language == "pl" and abs(value) < 10_000:
        plain = plain.replace(",", "")  # Polish groups from five digits on
    group, point = _MARKS.get(language, _MARKS["en"])
    written = plain.translate(str.maketrans({",": group, ".": point}))
    negative = value < 0 and any(digit in "123456789" for digit in plain)
    return localized((_MINUS.get(language, "-") if negative else "") + written, language)


def percent(share: float, language: str, decimals: int = 0) -> str:
    """Return a share (1.0 is all) as a percentage; no space stands in it at which a line could break."""
    return number(share * 100, language, decimals) + localized("%", language)
