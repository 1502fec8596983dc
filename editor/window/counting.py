"""Numbers with their nouns, in the grammar of the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def counted(pattern: str, count: int) -> str:
    """Return the form of `pattern` ("{n} stage|{n} stages", translated) that goes with `count`.

    A translation gives as many forms as its language needs, and its tag as the translation of "en".
    """
    forms = pattern.split("|")
    language = QCoreApplication.translate("Plural", "en")
    return forms[min(_form(language, count), len(forms) - 1)].format(n=count)


def _form(language: str, count: int) -> int:
    """Return which form a language takes, after the plural rules of Unicode's CLDR for whole numbers."""
    if language == "pl":
        few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
        return 0 if count == 1 else 1 if few else 2
    if language == "fa":
        return 0 if count in (0, 1) else 1
    return 0 if count == 1 else 1
