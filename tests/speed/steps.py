"""What it costs to undo, to redo and to paste a table of 15 × 30 cells, until the map is painted again.

Times are of the one thread that does it all, so that a neighbour who makes it wait does not count.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import thread_time

from PySide6.QtWidgets import QApplication

from editor.canvas.view import MapView
from editor.model.ids import Ids
from editor.session.bench import Bench
from editor.session.clip import Clip
from editor.session.session import Session
from tests.speed.canvas import percentile, window
from tests.speed.drag import both_maps
from tests.speed.writing import settle

EDITS, PASTES = 40, 7
ROWS, COLUMNS = 15, 30


def measure() -> list[tuple[str, float, float]]:
    """Return milliseconds on the large sample and on 10,000 cards."""
    application = QApplication.instance() or QApplication([])
    rows: list[tuple[str, float, float]] = []
    for name, session, view in both_maps(shown):
        undone, redone = steps(session, view)
        pasted = pastes(session, view)
        rows += [
            (f"undo, {name}, median ms", median(undone), 5.0),
            (f"undo, {name}, 95th percentile ms", percentile(undone), 16.7),
            (f"redo, {name}, median ms", median(redone), 5.0),
            (f"paste of 15 x 30 cells, {name}, median ms", median(pasted), 100.0),
        ]
    del application
    return rows


def shown(session: Session) -> MapView:
    """Return a window on the map at natural size that shows every change."""
    view = window()
    view.set_picture(session.picture)
    session.subscribe(lambda change: view.set_picture(session.picture) if change else None)
    view.show()
    view.set_zoom(1.0)
    settle()
    return view


def steps(session: Session, view: MapView) -> tuple[list[float], list[float]]:
    """Milliseconds of every undo and redo of some edits of cards in sight: words, places, owners."""
    bench = Bench(session, Ids(1))
    cards = [spot.ref for spot in view.places.within(view.camera.shown()) if spot.role == "card"]
    for number in range(EDITS):
        card, other = cards[number % len(cards)], cards[(number * 7 + 3) % len(cards)]
        if number % 2:
            bench.do("Edit text", bench.plans.write(card, f"Asks again, {number} times"))
        else:
            lane, step, index = bench.facts.cell(other)
            bench.do("Move card", bench.plans.move_cards([card], lane, step, index))
    done = len(session.history.done)
    settle()
    undone = [timed(session.undo) for _ in range(done)]
    redone = [timed(session.redo) for _ in range(done)]
    return undone, redone


def pastes(session: Session, view: MapView) -> list[float]:
    """Milliseconds of pasting a table, taken back after each time."""
    bench = Bench(session, Ids(2))
    lane, step = bench.facts.lanes()[0], bench.facts.steps()[0]
    lines = ["\t".join(f"Cell {row} {column}" for column in range(COLUMNS)) for row in range(ROWS)]
    took: list[float] = []
    for _ in range(PASTES):
        plan = bench.plans.paste(Clip(text="\n".join(lines)), lane, step)
        took.append(timed(lambda plan=plan: bench.do("Paste", plan)))
        session.undo()
        settle()
    assert view.isVisible()
    return took


def timed(deed: Callable[[], object]) -> float:
    """Return the milliseconds of a deed and of painting what it changed."""
    start = thread_time()
    deed()
    QApplication.processEvents()
    return (thread_time() - start) * 1e3
