"""What a cold layout of a card's text costs, against a bare QTextLayout of the same text."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtGui import QFont, QTextLayout

from editor.picture.words import REGULAR
from editor.text.engine import TextEngine

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
WIDTH = 15.0
ENGLISH = (
    "Sees an advertisement for running shoes",
    "Compares prices in three shops nearby",
    "Asks a friend what she thinks of them",
    "The payment option she wanted is missing",
    "Opens the newsletter on the phone while waiting for the bus",
    "I hope that they still have my size",
    "Support answers within two hours",
    "Goes to the web shop of the brand",
    "Long queue at the checkout (12 minutes)",
)
PERSIAN = (
    "آگهی کفش تازه را در گوشی می‌بیند",
    "قیمت‌ها را در سه فروشگاه مقایسه می‌کند",
    "از دوستش دربارهٔ این کفش‌ها می‌پرسد",
    "روش پرداخت دلخواه در سایت نیست و مشتری ناامید می‌شود",
    "پیامک تخفیف ۲۰٪ را در گوشی باز می‌کند",
    "امیدوارم شماره‌ی من هنوز مانده باشد",
    "پشتیبانی تا دو ساعت دیگر پاسخ می‌دهد",
    "به فروشگاه اینترنتی و برنامهٔ گوشی می‌رود",
    "صف طولانی پای صندوق فروشگاه Digikala",
)


def measure() -> list[tuple[str, float, float]]:
    """Return (name, ratio, limit) for English and Persian card texts."""
    engine = TextEngine(FONTS)
    return [
        ("layout of English cards / bare QTextLayout", _ratio(engine, ENGLISH), 1.3),
        ("layout of Persian cards / bare QTextLayout", _ratio(engine, PERSIAN), 1.3),
    ]


def _ratio(engine: TextEngine, phrases: tuple[str, ...]) -> float:
    """Return the median over rounds of ours / bare, on texts that nobody has seen before."""
    texts = _texts(phrases, 1500)
    return median(_round(engine, texts[i : i + 100]) for i in range(0, len(texts), 100))


def _round(engine: TextEngine, texts: list[str]) -> float:
    gc.collect()
    font = QFont(engine.font(REGULAR))
    font.setPixelSize(2048)  # the faces' units per em, where Qt rounds nothing by itself
    bare = _time(lambda text: _bare(text, font), texts)
    return _time(lambda text: engine.layout(text, REGULAR, "auto", WIDTH), texts) / bare


def _time(work: Callable[[str], object], texts: list[str]) -> float:
    start = perf_counter()
    kept = [work(text) for text in texts]
    return (perf_counter() - start) / len(kept)


def _bare(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(WIDTH * 2048)
    layout.endLayout()
    return layout


def _texts(phrases: tuple[str, ...], count: int) -> list[str]:
    """Return `count` different texts: phrases with their words in another order."""
    chance, found = random.Random(7), dict[str, None]()
    while len(found) < count:
        words = chance.choice(phrases).split()
        found[" ".join(chance.sample(words, len(words)))] = None
    return list(found)


if __name__ == "__main__":
    for name, ratio, limit in measure():
        print(f"{name}: {ratio:.2f} (limit {limit})")
