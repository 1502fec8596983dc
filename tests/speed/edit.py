"""What one edit among 10,000 cards costs until it is on the screen: change, layout and repaint."""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from editor.canvas.view import MapView
from editor.model.change import Change
from editor.model.records import Card
from editor.session.drawing import map_layout
from editor.session.session import Session
from tests.big_map import big_journey

EDITS = 60


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds of processor time per retyped card, the whole map visible and close by."""
    made = QApplication.instance() or QApplication([])
    session = Session(big_journey(), map_layout().lay_out)
    view = MapView()
    view.resize(1600, 1000)
    view.show()
    view.set_picture(session.picture)
    rows: list[tuple[str, float, float]] = []
    for what, zoom in (("the whole map visible", None), ("at 100 %", 1.0)):
        took = edits(session, view, zoom, " again")
        rows.append((f"change, layout and repaint, {what}, median ms", statistics.median(took), 4.0))
        rows.append((f"the same, 95th percentile ms, {what}", percentile(took), 8.0))
    took = edits(session, view, None, " and more words that make the card and its lane grow")
    rows.append(("an edit that moves all lanes below, 95th percentile ms", percentile(took), 16.7))
    view.close()
    made.processEvents()
    return rows


def percentile(took: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(took)[int(0.95 * len(took))]


def edits(session: Session, view: MapView, zoom: float | None, more: str) -> list[float]:
    """Return the milliseconds that each of EDITS edits took at that zoom (None: the whole map).

    Each lets the text of a card end in `more` instead of as many of its letters.
    """
    if zoom is None:
        view.fit_map()
    else:
        view.set_zoom(zoom)
    for _ in range(20):
        QApplication.processEvents()
    gc.collect()
    gc.freeze()
    took: list[float] = []
    for card in session.journey.all(Card)[:: 10_000 // EDITS][:EDITS]:
        kept = card.text[: -len(more)] if len(more) < len(card.text) / 2 else card.text
        retyped = replace(card, text=kept + more)
        start = time.thread_time()
        session.do("Edit text", Change({}, {card.id: (card, retyped)}, {}))
        view.set_picture(session.picture)
        QApplication.processEvents()
        took.append((time.thread_time() - start) * 1000)
    return took
