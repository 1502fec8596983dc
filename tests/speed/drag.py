"""What a drag preview costs: edit, layout, and painting what changed.

Times are of the one thread that does it all, so that a neighbour who makes it wait does not count.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import thread_time

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from editor.canvas.view import MapView
from editor.picture.geometry import Rect
from editor.session.bench import Bench
from editor.session.drawing import map_layout
from editor.session.session import Session
from tests.big_map import big_journey
from tests.speed.canvas import percentile, settle, window

LARGE = Path(__file__).parents[2] / "samples" / "large.journey"
MOVES = 120


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds a preview of one dragged card takes, from the mouse event to the pixels."""
    application = QApplication.instance() or QApplication([])
    rows: list[tuple[str, float, float]] = []
    for name, session, view in both_maps(shown):
        took = drag(view, session)
        rows += [
            (f"preview of a dragged card, {name}, median ms", median(took), 4.0),
            (f"preview of a dragged card, {name}, 95th percentile ms", percentile(took), 16.7),
        ]
    del application
    return rows


def both_maps(shown: Callable[[Session], MapView]) -> Iterator[tuple[str, Session, MapView]]:
    """Yield the large sample and the map of 10,000 cards, each in its window, which is closed again."""
    for name, made in (("large sample", lambda: Session.open(LARGE)), ("10,000 cards", big)):
        session = made()
        view = shown(session)
        gc.collect()
        gc.freeze()
        yield name, session, view
        view.close()


def big() -> Session:
    """Return a session with a map of 10,000 cards."""
    return Session(big_journey(), map_layout().lay_out)


def shown(session: Session) -> MapView:
    """Return a window on the middle of the map, in which everything is drawn."""
    view = window()
    view.show()
    view.set_picture(session.picture)
    view.set_bench(Bench(session))
    session.subscribe(lambda change: view.set_picture(session.picture) if change else None)
    view.set_zoom(1.0)
    rows = [row for row in view.places.rows() if row[0].role in ("card", "rail")]
    view.reveal([rows[len(rows) // 2][len(rows[len(rows) // 2]) // 2].ref])
    settle(view)
    return view


def drag(view: MapView, session: Session) -> list[float]:
    """Return the milliseconds of every move that changed the map, on a walk over the cells in sight."""
    places = view.places
    seen = view.camera.shown()
    shown = Rect(seen.x + 240.0, seen.y + 150.0, seen.w - 320.0, seen.h - 230.0)  # clear of what is pinned
    cards = [spot for spot in places.within(shown) if spot.role == "card"]
    send(view, QEvent.Type.MouseButtonPress, view.camera.pixels(cards[0].rect).center())
    took: list[float] = []
    for number in range(1, MOVES):
        target = cards[number * 7 % len(cards)].rect
        seen = session.picture
        start = thread_time()
        send(view, QEvent.Type.MouseMove, view.camera.pixels(target).center())
        QApplication.processEvents()
        passed = (thread_time() - start) * 1e3
        if session.picture is not seen:
            took.append(passed)
    send(view, QEvent.Type.MouseButtonRelease, view.camera.pixels(cards[1].rect).center())
    return took


def send(view: MapView, kind: QEvent.Type, at: QPointF) -> None:
    """Send a mouse event with the left button to the canvas."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    moving, up = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    event = QMouseEvent(
        kind,
        at,
        view.viewport().mapToGlobal(at),
        none if moving else left,
        none if up else left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)
