"""What dragging a point of an emotion curve costs on the large sample: edit, layout and repaint.

Times are of this thread on its core, so that a neighbour who makes it wait does not count.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import thread_time

from PySide6.QtWidgets import QApplication

from editor.canvas.view import MapView
from editor.model.ids import Ids
from editor.model.records import Point
from editor.session.bench import Bench
from editor.session.session import Session

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "large.journey"
MOVES, WARM = 160, 10

Way = Callable[[int], tuple[float, float]]
"""Where in its step (0 to 1) and how high (-1 to 1) an emotion is after so many moves."""


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds a preview, for an emotion that goes the way of a hand and for one that leaps."""
    application = QApplication.instance() or QApplication([])
    session = Session.open(SAMPLE)
    bench, view = Bench(session, Ids(1)), MapView()
    view.minimap.hide()
    view.resize(1600, 1000)
    view.show()
    view.set_picture(session.picture)
    view.set_zoom(1.0)
    point = session.journey.all(Point)[3]
    view.reveal([point.id])
    for _ in range(200):
        QApplication.processEvents()
    gc.collect()
    gc.freeze()
    gc.disable()  # as in the program, where nothing is collected while a hand is at work
    rows: list[tuple[str, float, float]] = []
    for what, way in (("a dragged emotion", by_hand), ("an emotion that leaps", by_leaps)):
        took = previews(session, bench, view, point, way)[WARM:]
        rows += [
            (f"preview of {what}, median ms", median(took), 4.0),
            (f"preview of {what}, 95th percentile ms", sorted(took)[int(0.95 * len(took))], 16.7),
        ]
    gc.enable()
    view.close()
    del application
    return rows


def by_hand(number: int) -> tuple[float, float]:
    """Go up, down and along the step, 20 pixels a move as a quick hand does: see `tests.speed.drag`."""
    return 0.3 + 0.05 * abs(number % 16 - 8), 0.2 * abs(number % 20 - 10) - 1


def by_leaps(number: int) -> tuple[float, float]:
    """Leap over a third of the scale with each move."""
    return 0.3 + 0.05 * (number % 9), ((number * 7) % 40) / 20 - 1


def previews(session: Session, bench: Bench, view: MapView, point: Point, way: Way) -> list[float]:
    """Milliseconds of this thread from each move of the pointer until the window shows it."""
    gesture, took = bench.gesture("Move emotion"), list[float]()
    for number in range(MOVES):
        place = point.step, *way(number)
        start = thread_time()
        gesture.preview(bench.plans.move_points({point.id: place}))
        view.set_picture(session.picture)
        QApplication.processEvents()
        took.append((thread_time() - start) * 1e3)
    gesture.cancel()
    return took
