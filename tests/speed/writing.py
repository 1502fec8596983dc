"""What a key costs that is typed in place, from the key to the painted window, on the large sample.

All of it is done by one thread that waits for nothing, so the processor's time is what a person waits.
"""

from __future__ import annotations

import gc
from pathlib import Path
from statistics import median
from time import process_time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.canvas.view import MapView
from editor.session.bench import Bench
from editor.session.session import Session
from tests.speed.canvas import HEIGHT, WIDTH, percentile

SAMPLE = Path(__file__).parents[2] / "samples" / "large.journey"
WORDS = " and then asks a friend who knows the shop and its prices"
CARDS = 5


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds from a key to the painted window, with what belongs to it."""
    application = QApplication.instance() or QApplication([])
    session = Session.open(SAMPLE)
    view, bench = shown(session)
    gc.collect()
    gc.freeze()
    took = [ms for ref in cards(view)[:CARDS] for ms in typed(view, bench, ref)]
    view.close()
    del application
    return [
        ("a key typed in place until it is painted, median ms", median(took), 8.0),
        ("a key typed in place until it is painted, 95th percentile ms", percentile(took), 16.7),
    ]


def shown(session: Session) -> tuple[MapView, Bench]:
    """Return a window on the map at natural size that shows every change."""
    view, bench = MapView(), Bench(session)
    view.resize(WIDTH, HEIGHT)
    view.set_bench(bench)
    view.set_picture(session.picture)
    session.subscribe(lambda change: view.set_picture(session.picture) if change else None)
    view.show()
    view.setFocus()
    view.set_zoom(1.0)
    return view, bench


def cards(view: MapView) -> list[str]:
    """Return cards from all over the map."""
    found = [spot.ref for row in view.places.rows() for spot in row if spot.role == "card"]
    return found[:: len(found) // CARDS]


def typed(view: MapView, bench: Bench, ref: str) -> list[float]:
    """Milliseconds of each key of a sentence added to a card; lines break and the lane grows meanwhile."""
    view.write(ref)
    settle()
    took = [key(view, letter) for letter in WORDS]
    assert bench.facts.text(ref).endswith(WORDS)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    return took


def key(view: MapView, letter: str) -> float:
    start = process_time()
    QTest.keyClick(view, letter)
    QApplication.processEvents()  # paints what the key has changed
    return (process_time() - start) * 1e3


def settle() -> None:
    for _ in range(40):
        QApplication.processEvents()
