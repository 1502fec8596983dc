"""What dragging a point of an emotion curve costs on the large sample: edit, layout and repaint.

Times are of this thread on its core, so that a neighbour who makes it wait does not count.
"""

from __future__ import annotations

import gc
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


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds a preview, for a point dragged up and down and along its step."""
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
    took = previews(session, bench, view, point)[WARM:]
    gc.enable()
    view.close()
    del application
    return [
        ("preview of a dragged emotion, median ms", median(took), 4.0),
        ("preview of a dragged emotion, 95th percentile ms", sorted(took)[int(0.95 * len(took))], 16.7),
    ]


def previews(session: Session, bench: Bench, view: MapView, point: Point) -> list[float]:
    """Milliseconds of this thread from each move of the pointer until the window shows it."""
    gesture, took = bench.gesture("Move emotion"), list[float]()
    for number in range(MOVES):
        place = point.step, 0.3 + 0.05 * (number % 9), ((number * 7) % 40) / 20 - 1
        start = thread_time()
        gesture.preview(bench.plans.move_points({point.id: place}))
        view.set_picture(session.picture)
        QApplication.processEvents()
        took.append((thread_time() - start) * 1e3)
    gesture.cancel()
    return took
