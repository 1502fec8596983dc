"""What opening, changing and saving a map of 10,000 cards costs; opening as a ratio to reading its JSON."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter, process_time

from editor.files.format import dumps
from editor.files.reading import loads
from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Card
from tests.build import big

ROUNDS = 15
EDITS = 200


def measure() -> list[tuple[str, float, float]]:
    """Return (name, measured, limit): ratios of one run, and milliseconds where the name says so."""
    journey = big()
    english = dumps(journey.records())
    persian = dumps(big(text="در جست‌وجوی نانِ تازه، خیابان را «می‌گردد»").records())
    took = sorted(_edits(journey))
    return [
        ("open 10,000 cards (parse, check, graph) / json.loads of the same bytes", _ratio(english), 3.5),
        ("the same with Persian texts", _ratio(persian), 3.5),
        ("save 10,000 cards / json.dumps of the same document", _save_ratio(journey, english), 2.0),
        ("one edit among 10,000 cards and asking its cell, median ms", median(took), 0.25),
        ("the same, 95th percentile ms", took[int(0.95 * len(took))], 0.5),
    ]


def _ratio(content: bytes) -> float:
    """Return opening / json.loads, both as medians of rounds that take turns."""
    return _turns(lambda: loads(content, "big.journey"), lambda: json.loads(content))


def _save_ratio(journey: Journey, content: bytes) -> float:
    document = json.loads(content)
    return _turns(lambda: dumps(journey.records()), lambda: json.dumps(document, ensure_ascii=False))


def _turns(ours: Callable[[], object], base: Callable[[], object]) -> float:
    rounds = [(_seconds(ours), _seconds(base)) for _ in range(ROUNDS)]
    return median(our for our, _ in rounds) / median(its for _, its in rounds)


def _seconds(act: Callable[[], object]) -> float:
    """Return the processor time of one call; freeing what it made is not part of it."""
    gc.collect()
    gc.disable()
    start = process_time()
    kept = act()
    took = process_time() - start
    del kept
    gc.enable()
    return took


def _edits(journey: Journey) -> list[float]:
    """Return the milliseconds of single edits, each with the first question about its cell."""
    cards = journey.all(Card)[:: len(journey.all(Card)) // EDITS]
    journey.cell(cards[0].lane, cards[0].step)
    took: list[float] = []
    for card in cards:
        change = Change(updated={card.id: (card, replace(card, text="Edited"))})
        start = perf_counter()
        journey.apply(change)
        journey.cell(card.lane, card.step)
        took.append(1000 * (perf_counter() - start))
    return took
