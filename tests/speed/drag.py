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
LINES, STRIDE = 6, 20.0
"""Lines in which a hand goes over the window, and pixels between two moves: 1,200 a second at 60 Hz."""

Way = Callable[[list[QPointF]], Iterator[QPointF]]


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds a preview of one dragged card takes, from the mouse event to the pixels.

    Once the card goes the way of a hand, and once it leaps about, so that two far lanes change each time.
    """
    application = QApplication.instance() or QApplication([])
    rows: list[tuple[str, float, float]] = []
    for what, way in (("dragged card", by_hand), ("card that leaps", by_leaps)):
        for name, session, view in both_maps(shown):
            took = drag(view, session, way)
            rows += [
                (f"preview of a {what}, {name}, median ms", median(took), 4.0),
                (f"preview of a {what}, {name}, 95th percentile ms", percentile(took), 16.7),
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
        gc.disable()  # as in the program, where nothing is collected while a hand is at work
        yield name, session, view
        gc.enable()
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


def drag(view: MapView, session: Session, way: Way) -> list[float]:
    """Return the milliseconds of every move that changed the map, while a card in sight goes that way."""
    seen = view.camera.shown()
    shown = Rect(seen.x + 240.0, seen.y + 150.0, seen.w - 320.0, seen.h - 230.0)  # clear of what is pinned
    cards = [spot.rect for spot in view.places.within(shown) if spot.role == "card"]
    places = [view.camera.pixels(card).center() for card in cards]
    send(view, QEvent.Type.MouseButtonPress, places[0])
    took: list[float] = []
    for place in way(places):
        before = session.picture
        start = thread_time()
        send(view, QEvent.Type.MouseMove, place)
        QApplication.processEvents()
        passed = (thread_time() - start) * 1e3
        if session.picture is not before:
            took.append(passed)
    send(view, QEvent.Type.MouseButtonRelease, places[1])
    return took


def by_leaps(places: list[QPointF]) -> Iterator[QPointF]:
    """Leap from card to card, each time to one that is far away."""
    return (places[number * 7 % len(places)] for number in range(1, MOVES))


def by_hand(places: list[QPointF]) -> Iterator[QPointF]:
    """Go to and fro over the window, as far with each move as a quick hand does in a sixtieth of a second."""
    left, right = min(place.x() for place in places), max(place.x() for place in places)
    top, bottom = min(place.y() for place in places), max(place.y() for place in places)
    at = places[0]
    for number in range(1, LINES + 1):
        y = top + (bottom - top) * number / LINES
        for x in (right, left) if number % 2 else (left, right):
            yield from along(at, at := QPointF(x, y))


def along(start: QPointF, end: QPointF) -> Iterator[QPointF]:
    """Yield the places of the pointer on a straight way."""
    way = end - start
    count = max(round((way.x() ** 2 + way.y() ** 2) ** 0.5 / STRIDE), 1)
    return (start + way * (number / count) for number in range(1, count + 1))


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
