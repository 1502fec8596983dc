"""What a rubber band over 2,500 cards costs: choosing what it touches, and painting the marks.

Times are of the painting thread on its core, so that a neighbour who makes it wait does not count.
"""

from __future__ import annotations

import gc
from statistics import median
from time import thread_time

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication

from editor.canvas.view import MapView
from editor.session.drawing import map_layout
from editor.session.session import Session
from tests.big_map import big_journey
from tests.speed.canvas import percentile, settle, window
from tests.speed.drag import send

STROKES = 120
CAUGHT = 2500


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds from each move of the pointer until the window shows what is chosen."""
    application = QApplication.instance() or QApplication([])
    session = Session(big_journey(), map_layout().lay_out)
    view = shown(session)
    gc.collect()
    gc.freeze()
    took = brushed(view)
    assert len(view.selection) >= CAUGHT, len(view.selection)
    view.close()
    del application
    return [
        ("a rubber band over 2,500 cards, median ms", median(took), 10.0),
        ("a rubber band over 2,500 cards, 95th percentile ms", percentile(took), 16.7),
    ]


def shown(session: Session) -> MapView:
    """Return a window that shows the whole map of 10,000 cards."""
    view = window()
    view.show()
    view.set_picture(session.picture)
    view.fit_map()
    settle(view)
    return view


def brushed(view: MapView) -> list[float]:
    """Draw a band from a corner of the map over half of it each way, there and back and there again."""
    sheet = view.camera.pixels(view.camera.sheet)
    start = sheet.topLeft() - QPointF(8.0, 8.0)
    end = start + QPointF(sheet.width() * 0.56, sheet.height() * 0.6)
    send(view, QEvent.Type.MouseButtonPress, start)
    took: list[float] = []
    for number in range(1, STROKES + 1):
        share = abs((number * 3 / STROKES) % 2 - 1) if number < STROKES else 0.0
        at = start + (end - start) * (1.0 - share)
        before = thread_time()
        send(view, QEvent.Type.MouseMove, at)
        QApplication.processEvents()
        took.append((thread_time() - before) * 1e3)
    send(view, QEvent.Type.MouseButtonRelease, end)
    return took
