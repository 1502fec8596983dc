"""The model's fixed words in the window's language; the list below is for its translators."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

noop = QT_TRANSLATE_NOOP

KINDS = {
    "map": noop("Kinds", "Map"),
    "persona": noop("Kinds", "Persona"),
    "owner": noop("Kinds", "Owner"),
    "channel": noop("Kinds", "Channel"),
    "stage": noop("Kinds", "Stage"),
    "step": noop("Kinds", "Step"),
    "lane": noop("Kinds", "Lane"),
    "card": noop("Kinds", "Card"),
    "point": noop("Kinds", "Emotion"),
    "connection": noop("Kinds", "Connection"),
    "note": noop("Kinds", "Note"),
    "image": noop("Kinds", "Picture"),
    "unknown": noop("Kinds", "Something newer"),
}
"""Kinds of records by their name in the file."""

WORDS = {
    "actions": noop("Words", "Actions"),
    "thoughts": noop("Words", "Thoughts"),
    "touchpoints": noop("Words", "Touchpoints"),
    "emotions": noop("Words", "Emotions"),
    "pain_points": noop("Words", "Pain points"),
    "opportunities": noop("Words", "Opportunities"),
    "owners": noop("Words", "Owners"),
    "notes": noop("Words", "Notes"),
    "text": noop("Words", "Text"),
    "next": noop("Words", "then"),
    "triggers": noop("Words", "triggers"),
    "needs": noop("Words", "needs"),
    "returns": noop("Words", "returns to"),
    "addresses": noop("Words", "addresses"),
    "assumed": noop("Words", "Assumed"),
    "observed": noop("Words", "Observed"),
    "measured": noop("Words", "Measured"),
    "driver": noop("Words", "Driver"),
    "friction": noop("Words", "Friction"),
    "low": noop("Words", "low"),
    "medium": noop("Words", "medium"),
    "high": noop("Words", "high"),
    "customer": noop("Words", "The customer"),
    "firm": noop("Words", "The firm"),
    "ltr": noop("Words", "Left to right"),
    "rtl": noop("Words", "Right to left"),
    "yes": noop("Words", "Yes"),
}
"""The words that fields may hold, by what the file says."""


LANGUAGES = {
    "en": noop("Languages", "English"),
    "fa": noop("Languages", "Persian"),
    "pl": noop("Languages", "Polish"),
}
"""The languages that maps have words in, by tag."""


OWN_NAMES = {"en": "English", "fa": "فارسی", "pl": "Polski"}
"""What each language calls itself."""


def own_name(tag: str) -> str:
    """Return what a language calls itself."""
    return OWN_NAMES.get(tag, tag)


def kind_name(kind: str) -> str:
    """Return the name of a kind of record."""
    return QCoreApplication.translate("Kinds", KINDS.get(kind, kind))


def words(value: str) -> str:
    """Return one of the model's words; a word that is not among them stays as it is."""
    return QCoreApplication.translate("Words", WORDS[value]) if value in WORDS else value


def language_name(tag: str) -> str:
    """Return the name of a map's language, or its tag if it has none here."""
    short = tag.partition("-")[0]
    return QCoreApplication.translate("Languages", LANGUAGES[short]) if short in LANGUAGES else tag
