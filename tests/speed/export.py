"""What writing the one-page PDF of a laid-out map costs, against plain reportlab calls for as much."""

from __future__ import annotations

import gc
import io
from collections.abc import Callable
from pathlib import Path as FilePath
from statistics import median
from time import perf_counter

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from editor.export.faces import FONTS
from editor.export.papers import Page
from editor.export.pdf import pdf_bytes
from editor.picture.frame import Box, Frame, Item, Picture
from editor.picture.geometry import Rect
from editor.picture.paint import Stroke
from editor.picture.words import REGULAR, TextBlock, TextStyle
from editor.text.engine import TextEngine
from tests.speed.text import ENGLISH, PERSIAN

CARDS, COLUMNS, ROUNDS = 2000, 40, 5
WIDTH, HEIGHT, PITCH = 160.0, 40.0, 48.0
STYLE = TextStyle(size=9.0)


def measure() -> list[tuple[str, float, float]]:
    """Return the ratios for 2,000 cards of English and of Persian.

    The goal is set for writing the PDF. A map that was never shown has its glyph runs built first, which
    is the work of the text engine: that is told too, with room for it.
    """
    engine = TextEngine(FilePath(FONTS))
    rows: list[tuple[str, float, float]] = []
    for language, store in (("English", ENGLISH), ("Persian", PERSIAN)):
        texts = [f"{store[i % len(store)]} {i}" for i in range(CARDS)]
        seen, unseen = ratios(engine, texts)
        rows.append((f"PDF of 2,000 {language} cards / reportlab drawString + roundRect", seen, 1.0))
        rows.append((f"the same, {language} glyph runs built within", unseen, 1.5))
    return rows


def ratios(engine: TextEngine, texts: list[str]) -> tuple[float, float]:
    """Return our time by reportlab's, with glyph runs built before and within."""
    seen: list[float] = []
    unseen: list[float] = []
    for round_number in range(ROUNDS):
        # A blank more each time makes the engine lay out anew, so that no run is built yet.
        picture = drawn(engine, [text + " " * round_number for text in texts])
        base = took(lambda: plain(texts))
        unseen.append(took(lambda picture=picture: ours(picture)) / base)
        seen.append(took(lambda picture=picture: ours(picture)) / base)
    return median(seen), median(unseen)


def took(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def corner(number: int) -> tuple[float, float]:
    return 10 + number % COLUMNS * (WIDTH + 8), 10 + number // COLUMNS * PITCH


def drawn(engine: TextEngine, texts: list[str]) -> Picture:
    items: list[Item] = []
    for number, text in enumerate(texts):
        x, y = corner(number)
        items.append(Box(Rect(x, y, WIDTH, HEIGHT), 8, "#ffffff", Stroke("#d6dbe1", 0.75)))
        shaped = engine.layout(text)
        items.append(TextBlock(Rect(x + 8, y + 8, WIDTH - 16, 20), text, STYLE, shaped.lines[0].rtl, shaped))
    width, height = corner(COLUMNS - 1)[0] + WIDTH + 10, corner(len(texts) - 1)[1] + PITCH
    return Picture(Frame(0, 0, width, height, tuple(items)))


def ours(picture: Picture) -> bytes:
    return pdf_bytes(picture, Page(picture.width, picture.height))


def plain(texts: list[str]) -> bytes:
    """Draw as many strings and round rectangles as reportlab's manual would have it."""
    pdfmetrics.registerFont(TTFont("Plain", str(FONTS / f"{REGULAR}.ttf")))
    width, height = corner(COLUMNS - 1)[0] + WIDTH + 10, corner(len(texts) - 1)[1] + PITCH
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=(width, height), pageCompression=1, initialFontName="Plain")
    for number, text in enumerate(texts):
        x, y = corner(number)
        canvas.setFillColor("#ffffff")
        canvas.setStrokeColor("#d6dbe1")
        canvas.roundRect(x, height - y - HEIGHT, WIDTH, HEIGHT, 8, stroke=1, fill=1)
        canvas.setFillColor(STYLE.color)
        canvas.setFont("Plain", STYLE.size)
        canvas.drawString(x + 8, height - y - 18, text)
    canvas.save()
    return output.getvalue()
