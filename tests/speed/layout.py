"""What laying out 10,000 cards costs, cold and after one edit, in processor time of this thread."""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import replace

from PySide6.QtGui import QFont, QTextLayout

from editor import RESOURCES
from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Card
from editor.picture.walk import texts
from editor.picture.words import REGULAR
from editor.session.drawing import map_layout
from editor.session.quiet import collector_paused
from editor.text.engine import TextEngine
from tests.big_map import big_journey

ROUNDS = 3
EDITS = 60


def measure() -> list[tuple[str, float, float]]:
    """Return the cold layout as a ratio to bare QTextLayouts, and milliseconds per edit."""
    journey = big_journey()
    layout = map_layout()
    layout.lay_out(journey)
    ratios = [cold(journey) for _ in range(ROUNDS)]
    took = edits(journey)
    return [
        ("cold layout of 10,000 cards / one bare QTextLayout per text", statistics.median(ratios), 1.5),
        ("layout after one edit, median ms", statistics.median(took), 4.0),
        ("layout after one edit, 95th percentile ms", sorted(took)[int(0.95 * len(took))], 8.0),
    ]


def cold(journey: Journey) -> float:
    """Return the time of a layout with empty memory over that of bare text layouts of the same texts."""
    layout = map_layout()
    gc.collect()
    gc.freeze()
    start = time.thread_time()
    with collector_paused():
        picture = layout.lay_out(journey)
    ours = time.thread_time() - start
    blocks = [(b.text, b.rect.w / b.style.size * 2048) for b, _ in texts(picture.root)]
    font = QFont(TextEngine(RESOURCES / "fonts").font(REGULAR))
    font.setPixelSize(2048)  # the faces' units per em, where Qt rounds nothing by itself
    start = time.thread_time()
    for text, width in blocks:
        bare(text, width, font)
    return ours / (time.thread_time() - start)


def bare(text: str, width: float, font: QFont) -> QTextLayout:
    """Lay out one text with nothing but Qt."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line = layout.createLine()
    layout.endLayout()
    return layout


def edits(journey: Journey) -> list[float]:
    """Return milliseconds of change and layout for each of EDITS retyped cards."""
    layout, took = map_layout(), []
    layout.lay_out(journey)
    gc.collect()
    gc.freeze()
    for number, card in enumerate(journey.all(Card)[:: 10_000 // EDITS][:EDITS]):
        retyped = replace(card, text=f"{card.text} and once more {number}")
        start = time.thread_time()
        journey.apply(Change({}, {card.id: (card, retyped)}, {}))
        layout.lay_out(journey)
        took.append((time.thread_time() - start) * 1000)
    return took
