"""The words of a written map in its language: those that stand on the map, and those of documents only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from editor import RESOURCES
from editor.text.dates import date_words
from editor.text.digits import localized, number
from editor.text.direction import first_strong

LANGUAGES = ("en", "pl", "fa")

# Drawn maps show these as icons, marks and places; a document has to say them.
_ENGLISH = {
    "actions": "Actions", "thoughts": "Thoughts", "touchpoints": "Touchpoints", "emotions": "Emotions",
    "pain_points": "Pain points", "opportunities": "Opportunities", "owners": "Owners", "text": "Text",
    "personas": "Personas", "connections": "Connections", "also_called": "Also called: {names}",
    "persona_goals": "Goals: {goals}", "begins": "From: {begins}", "ends": "To: {ends}",
    "team": "Team: {team}",
    "owner": "Owner: {name}", "channel": "Channel: {name}", "only_for": "Only for: {names}",
    "severity": "severity {severity} of 3", "grades": "Impact {impact}, effort {effort}",
    "assumed": "Assumed", "observed": "Observed", "measured": "Measured", "picture": "Picture: {alt}",
    "about": "{text} (about: {title})", "emotion": "{name}: {value} ({level})",
    "source": "{level}: {source}", "within": "{text} ({whole})", "unnamed": "unnamed", "comma": ", ",
    "from_to": "{source} → {target}",
}  # fmt: skip

_POLISH = {
    "actions": "Działania", "thoughts": "Myśli", "touchpoints": "Punkty styku", "emotions": "Emocje",
    "pain_points": "Bolączki", "opportunities": "Szanse", "owners": "Odpowiedzialni", "text": "Tekst",
    "personas": "Persony", "connections": "Połączenia", "also_called": "Inaczej: {names}",
    "persona_goals": "Cele: {goals}", "begins": "Od: {begins}", "ends": "Do: {ends}",
    "team": "Zespół: {team}",
    "owner": "Odpowiada: {name}", "channel": "Kanał: {name}", "only_for": "Tylko: {names}",
    "severity": "dotkliwość {severity} z 3", "grades": "Efekt: {impact}, wysiłek: {effort}",
    "assumed": "Założenie", "observed": "Zaobserwowano", "measured": "Zmierzono", "picture": "Obraz: {alt}",
    "about": "{text} (dotyczy: {title})", "emotion": "{name}: {value} ({level})",
    "source": "{level}: {source}", "within": "{text} ({whole})", "unnamed": "bez nazwy", "comma": ", ",
    "from_to": "{source} → {target}",
}  # fmt: skip

_PERSIAN = {
    "actions": "کارها", "thoughts": "اندیشه‌ها", "touchpoints": "نقطه‌های تماس", "emotions": "احساسات",
    "pain_points": "نقطه‌های درد", "opportunities": "فرصت‌ها", "owners": "افراد مسئول", "text": "متن",
    "personas": "پرسوناها", "connections": "پیوندها", "also_called": "نام‌های دیگر: {names}",
    "persona_goals": "هدف‌ها: {goals}", "team": "گروه: {team}", "begins": "از: {begins}", "ends": "تا: {ends}",
    "owner": "مسئول: {name}", "channel": "کانال: {name}", "only_for": "تنها برای: {names}",
    "severity": "شدت {severity} از ۳", "grades": "اثر {impact}، زحمت {effort}",
    "assumed": "فرض", "observed": "مشاهده‌شده", "measured": "اندازه‌گیری‌شده", "picture": "تصویر: {alt}",
    "about": "{text} (دربارهٔ: {title})", "emotion": "{name}: {value} ({level})",
    "source": "{level}: {source}", "within": "{text} ({whole})", "unnamed": "بی‌نام", "comma": "، ",
    "from_to": "{source} ← {target}",
}  # fmt: skip

_OWN: Mapping[str, Mapping[str, str]] = {"en": _ENGLISH, "pl": _POLISH, "fa": _PERSIAN}


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The words of one language; the names that go into its sentences keep their own direction there."""

    language: str
    table: Mapping[str, str]

    def __call__(self, key: str, **details: str) -> str:
        """Return the sentence for `key` with its {names} filled."""
        return self.table[key].format(**{name: self.isolated(text) for name, text in details.items()})

    def isolated(self, text: str) -> str:
        """Return `text` between isolates (FSI, PDI) where it runs against the language."""
        own = "rtl" if self.language == "fa" else "ltr"
        return text if first_strong(text) in (own, None) else f"\u2068{text}\u2069"

    def date(self, iso: str) -> str:
        """Return an ISO date in words."""
        return date_words(iso, self.language)

    def digits(self, text: str) -> str:
        """Return `text` with its digits as the language writes them."""
        return localized(text, self.language)

    def signed(self, value: float) -> str:
        """Return an emotion (-1 to 1) with its sign and at most two decimals; neutral has no sign."""
        rounded = round(value, 2)
        written = number(rounded, self.language, len(f"{rounded:g}".partition(".")[2]))
        # Right to left the sign would else come to stand behind the digits.
        plus = "\u200e+" if self.language == "fa" else "+"
        return plus + written if rounded > 0 else written

    def level(self, value: float, own: tuple[str, ...]) -> str:
        """Return the label of the nearest level of the scale `own` (from top to bottom), or of the usual."""
        labels = own or tuple(self.table[f"level_{n}"] for n in range(1, 6))
        return labels[round((1 - value) / 2 * (len(labels) - 1))]


@lru_cache(maxsize=8)
def document_words(language: str) -> DocumentWords:
    """Return the words for a map in `language` (a BCP 47 tag); English where there are none of its own."""
    short = language.split("-")[0].lower()
    tag = short if short in LANGUAGES else "en"
    on_map: Mapping[str, str] = json.loads((RESOURCES / "words" / f"{tag}.json").read_text("utf-8"))
    return DocumentWords(tag, {**on_map, **_OWN[tag]})
