"""What dragging a stage by its header costs on the large sample, whose columns make room when the hand rests.

Times are of this thread on its core, so that a neighbour who makes it wait does not count.
"""

from __future__ import annotations

import gc
from itertools import pairwise
from statistics import median
from time import perf_counter, thread_time

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication

from editor.canvas.freight import PAUSE
from editor.canvas.view import MapView
from editor.session.session import Session
from tests.speed.canvas import percentile, settle
from tests.speed.drag import LARGE, along, send, shown

ROOM = 50.0
"""Milliseconds that making room may take: nobody waits for it, and what is shown within 100 seems at once."""


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds a move takes that drags a stage over others, and making room where it rests."""
    application = QApplication.instance() or QApplication([])
    session = Session.open(LARGE)
    view = shown(session)
    stages = sorted(view.places.outer("stage"), key=lambda spot: spot.rect.x)
    view.reveal([stages[0].ref])
    settle(view)
    gc.collect()
    gc.freeze()
    gc.disable()  # as in the program, where nothing is collected while a hand is at work
    seen = [view.camera.pixels(spot.rect).center() for spot in stages]
    moves, rooms = drag(view, session, [at for at in seen if at.x() < view.viewport().width() - 90])
    gc.enable()
    view.close()
    del application
    return [
        ("preview of a dragged stage, every move, median ms", median(moves), 4.0),
        ("preview of a dragged stage, every move, 95th percentile ms", percentile(moves), 16.7),
        ("room for a dragged stage that rests, median ms", median(rooms), ROOM),
    ]


def drag(view: MapView, session: Session, places: list[QPointF]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of all moves between these places, and of making room at each of them."""
    moves, rooms = list[float](), list[float]()
    send(view, QEvent.Type.MouseButtonPress, places[0])
    for start, end in pairwise((places + places[::-1]) * 4):
        for place in along(start, end):
            begun = thread_time()
            send(view, QEvent.Type.MouseMove, place)
            QApplication.processEvents()
            moves.append((thread_time() - begun) * 1e3)
        rooms += rest(session)
    send(view, QEvent.Type.MouseButtonRelease, places[0])
    return moves, rooms


def rest(session: Session) -> list[float]:
    """Wait as a hand that rests; return the milliseconds of making and painting room, if it was made."""
    before, until = session.picture, perf_counter() + 3 * PAUSE / 1e3
    while perf_counter() < until:
        begun = thread_time()
        QApplication.processEvents()
        if session.picture is not before:
            QApplication.processEvents()
            return [(thread_time() - begun) * 1e3]
    return []
