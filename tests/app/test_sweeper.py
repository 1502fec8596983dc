"""Garbage is collected on the thread of the windows and on no other."""

from __future__ import annotations

import gc
import weakref
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from editor.app import sweeper
from editor.app.sweeper import Sweeper, sweep


@pytest.fixture
def gone() -> list[Thread]:
    """The threads on which a widget in a ring of its own was taken down."""
    threads: list[Thread] = []
    widget = QWidget()
    widget.ring = widget
    weakref.finalize(widget, lambda: threads.append(current_thread()))
    return threads


def litter() -> None:
    """Make more objects at once than the collector would stand."""
    kept = [[number] for number in range(200_000)]
    assert kept


def test_a_busy_thread_takes_no_widget_down(gone):
    worker = Thread(target=litter)
    worker.start()
    worker.join()
    assert gone == []
    gc.collect()
    assert gone == [main_thread()]


def test_what_is_due_is_swept(gone, monkeypatch):
    monkeypatch.setattr(gc, "get_count", lambda: (700, 10, 10))
    sweep()
    assert gone == []
    monkeypatch.setattr(gc, "get_count", lambda: (701, 0, 0))
    sweep()
    assert gone == [main_thread()]


def test_the_oldest_generation_that_is_due_is_meant(monkeypatch):
    swept: list[int] = []
    monkeypatch.setattr(gc, "collect", swept.append)
    for count in [(0, 0, 0), (701, 0, 0), (701, 11, 0), (0, 11, 11)]:
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        sweep()
    assert swept == [0, 1, 2]


def test_while_nobody_is_at_work_everything_goes_once(qapp, gone, monkeypatch):
    count = 0
    monkeypatch.setattr(gc, "get_count", lambda: (count, 0, 0))
    made = Sweeper(qapp)
    for count in (150, 300, 310, 320):  # noqa: B007 - what get_count tells
        made._look()
    assert gone == []
    made._look()
    assert gone == [main_thread()]
    swept: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: swept.append(count))
    for _ in range(10):
        made._look()
    assert swept == []
    for count in (600, 600, 600, 600, 600):  # noqa: B007
        made._look()
    assert swept == [600]
    made.deleteLater()


def test_no_gesture_waits_for_it(qapp, qtbot, monkeypatch):
    swept: list[bool] = []
    monkeypatch.setattr(sweeper, "EVERY", 1)
    monkeypatch.setattr(sweeper, "sweep", lambda: swept.append(True))
    pressed = QWidget()
    qtbot.addWidget(pressed)
    pressed.show()
    made = Sweeper(qapp)
    qtbot.mousePress(pressed, Qt.MouseButton.LeftButton)
    made.begin()
    qtbot.wait(30)
    assert swept == []
    qtbot.mouseRelease(pressed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(swept))
    made.deleteLater()
