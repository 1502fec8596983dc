"""What the canvas costs at 10,000 cards in a window of 1600 × 1000, painted by one core.

Times are of the painting thread on its core, so that a neighbour who makes it wait does not count.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import thread_time

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from editor.canvas.view import MapView
from editor.model.change import Change
from editor.model.journey import Journey
from editor.model.records import Card
from editor.picture.frame import Picture
from editor.picture.walk import frames
from editor.session.drawing import map_layout
from tests.big_map import big_journey

WIDTH, HEIGHT = 1600, 1000
STEPS, ROUNDS, HITS, EDITS = 22, 9, 2000, 40


def measure() -> list[tuple[str, float, float]]:
    """Return the ratio to bare rectangles, milliseconds a frame, and microseconds a hit."""
    application = QApplication.instance() or QApplication([])
    journey, layout = big_journey(), map_layout()
    picture = layout.lay_out(journey)
    gc.collect()
    gc.freeze()
    view = shown(picture)
    rows = [("everything visible / one drawRects of the same rectangles", everything(view, picture), 1.5)]
    gesture, full = zooms(view), zooms(view)
    for name, took in (("zoom gesture, first time", gesture), ("full frames, seen before", full)):
        rows.append((f"22 zoom steps, {name}, median ms", median(took), 8.0))
        rows.append((f"22 zoom steps, {name}, 95th percentile ms", percentile(took), 16.7))
    rows.append(("hit test, microseconds", hits(view), 50.0))
    took = edits(view, journey, layout.lay_out)
    rows.append(("repaint after one changed card, median ms", median(took), 4.0))
    rows.append(("repaint after one changed card, 95th percentile ms", percentile(took), 8.0))
    view.close()
    del application
    return rows


def window() -> MapView:
    """Return a window for a map, as large as all that are measured in; nothing lies over its map."""
    view = MapView()
    view.minimap.hide()
    view.resize(WIDTH, HEIGHT)
    return view


def shown(picture: Picture) -> MapView:
    view = window()
    view.show()
    view.set_picture(picture)
    return view


def percentile(values: list[float], share: float = 0.95) -> float:
    return sorted(values)[int(share * (len(values) - 1))]


def frame(view: MapView) -> float:
    """Milliseconds to paint the whole window once."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    start = thread_time()
    view.viewport().render(image, QPoint())
    return (thread_time() - start) * 1e3


def everything(view: MapView, picture: Picture) -> float:
    """The time of a frame that shows the whole map by that of its cards as bare rectangles."""
    rects = [QRectF(*place) for f, place in frames(picture.root) if f.role == "card"]
    assert len(rects) == 10_000
    view.fit_map()
    frame(view)
    pairs: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        view.set_picture(picture)  # so that nothing is shown as it was painted before
        ours = frame(view)
        pairs.append((ours, bare(rects, view.camera.scale, view.camera.pixels(view.camera.sheet))))
    return median(ours / theirs for ours, theirs in pairs)


def bare(rects: list[QRectF], scale: float, sheet: QRectF) -> float:
    """Milliseconds of one drawRects, placed and scaled as in the view."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    start = thread_time()
    painter = QPainter(image)
    painter.fillRect(0, 0, WIDTH, HEIGHT, QColor("#ffffff"))
    painter.translate(sheet.topLeft())
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#dfe4eb"))
    painter.drawRects(rects)
    painter.end()
    return (thread_time() - start) * 1e3


def zooms(view: MapView) -> list[float]:
    """Milliseconds of each of 22 frames from the whole map up to 400 %, and back down, over three places."""
    took: list[float] = []
    for x, y in ((500, 300), (800, 500), (1200, 560)):
        view.fit_map()
        factor = (4.0 / view.zoom) ** (1 / STEPS)
        for step in range(2 * STEPS):
            start = thread_time()
            view.camera.zoom_at(view.zoom * (factor if step < STEPS else 1 / factor), x, y)
            took.append((thread_time() - start) * 1e3 + frame(view))
    return took


def hits(view: MapView) -> float:
    """Microseconds to find what is at a point, over the whole map."""
    sheet, places = view.camera.sheet, view.places
    points = [(sheet.w * (i * 0.618 % 1), sheet.h * (i * 0.414 % 1)) for i in range(HITS)]
    start = thread_time()
    for x, y in points:
        places.at(x, y)
    return (thread_time() - start) * 1e6 / HITS


def edits(view: MapView, journey: Journey, lay_out: Callable[[Journey], Picture]) -> list[float]:
    """Milliseconds to take a picture in which one visible card has other words, and to paint what changed."""
    view.set_zoom(1.0)
    view.reveal(["card-10-50-0"])
    settle(view)
    took: list[float] = []
    for number in range(EDITS):
        old = journey.one(Card, f"card-{9 + number % 2}-{50 + number % 4}-{number % 5}")
        journey.apply(Change({}, {old.id: (old, replace(old, text=f"pays twice, {number}"))}, {}))
        picture = lay_out(journey)
        start = thread_time()
        view.set_picture(picture)
        QApplication.processEvents()
        took.append((thread_time() - start) * 1e3)
    return took


def settle(view: MapView) -> None:
    """Let everything in sight be built."""
    for _ in range(200):
        QApplication.processEvents()
    assert view.isVisible()
