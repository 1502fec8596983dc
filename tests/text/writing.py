"""Texts for tests: paragraphs as the three languages write them, and worse ones."""

from __future__ import annotations

import random

ENGLISH = (
    "Sees an advertisement for running shoes; compares prices (three shops) and asks a friend: worth it? "
    "The payment option she wanted isn't there – 24/7 support answers by e-mail within 2 hours, 12.5 % off."
)
POLISH = (
    "Klientka ogląda reklamę butów do biegania; porównuje ceny w trzech sklepach, pyta „czy warto?”. "
    "Żądanej metody płatności brak – zażółć gęślą jaźń, ŁÓDŹ 12 500 zł, obsługa odpisuje w 2 godziny."
)
PERSIAN = (
    "آگهیِ کفش را در گوشی می‌بیند؛ قیمت‌ها (سه فروشگاه) را مقایسه می‌کند و می‌پرسد: «می‌ارزد؟» روش پرداخت "
    "دلخواهش نیست – پشتیبانی Digikala تا ۲ ساعت با e-mail پاسخ می‌دهد، ۱۲٬۵۰۰ تومان ۲۰٪ ارزان‌تر. "
    "لازم الله مسئلهٔ اقلاً مُدیر 12:30 پله‌به‌پله ۱۴۰۵/۸/۲۱ +۹۸ ۲۱"
)
LONG = ("Donaudampfschifffahrtsgesellschaft", "konstantynopolitańczykowianeczka", "پشتیبانی‌وخدماتپسازفروش")


def paragraphs(count: int, seed: int = 1, *, tame: bool = False) -> list[str]:
    """Return random paragraphs: a quarter each English, Polish, Persian and mixed.

    Unless `tame`, some have words that no card holds and words that run into each other.
    """
    chance = random.Random(seed)
    stores = (ENGLISH, POLISH, PERSIAN, " ".join((ENGLISH, POLISH, PERSIAN, PERSIAN)))
    return [_paragraph(chance, stores[i % 4], tame) for i in range(count)]


def _paragraph(chance: random.Random, store: str, tame: bool) -> str:
    words = [chance.choice(store.split()) for _ in range(chance.randint(1, 18))]
    if not tame and chance.random() < 0.1:
        words.insert(chance.randrange(len(words)), chance.choice(LONG))
    spaces = (" ",) if tame else ("  ", "", *" " * 12)
    return "".join(word + chance.choice(spaces) for word in words).rstrip()
